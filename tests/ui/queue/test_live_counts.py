"""The line of the open story says what its checklist says, before anything is saved; the list never says too early."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtTest import QTest

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Item
from desk.queue_row import QueueRow
from desk.review.queue import HOUSE
from desk.review.states import State
from desk.services.queue import QueueService
from desk.text.spans import Span
from ui.__main__ import make_session
from ui.dialogs.engine import EngineDialog
from ui.queue.live_counts import LiveCounts, live_counts
from ui.queue.model import ROW, QueueModel
from ui.queue.panel import QueuePanel
from ui.queue.words import open_words
from ui.window.welcome import Welcome
from ui.work.hub import Hub
from ui.work.shared_desk import SharedDesk

SAVED = QueueRow("a", "slug-a", "News", State.DRAFT, 1, datetime(2031, 3, 9, tzinfo=UTC))
TEXT = "the the rain fell"


@pytest.fixture
def judged(found):
    finding = found(TEXT, "the the", Item.STYLE, "style.doubled")
    return [Judged(finding, standing) for standing in (Standing.OPEN, Standing.WAIVED, Standing.NOT_AN_ERROR)]


def line(item, *judged, state=ItemState.PASSED, **more):
    return Line(item, state, tuple(judged), **more)


def test_open_waived_and_unchecked_are_counted_and_what_is_ticked_by_hand_is_not(judged):
    lines = [
        line("style", *judged, state=ItemState.ATTENTION),
        line("grammar", state=ItemState.UNCHECKED),
        line("Legal read", state=ItemState.ATTENTION, manual=True),
    ]
    assert live_counts(lines) == LiveCounts(1, 1, 1)
    assert live_counts([line("style", state=ItemState.UNCHECKED)]) == LiveCounts(None, 0, 1)


def test_while_an_item_is_checked_there_are_no_counts(judged):
    assert live_counts([line("style", *judged), line("grammar", state=ItemState.CHECKING)]) is None
    assert live_counts([]) is None


def test_the_counts_stay_with_the_story_in_hand_and_go_with_it():
    model = QueueModel()
    model.set_ids(["a", "b"])
    model.take(0, ["a", "b"], [SAVED, replace(SAVED, id="b")])
    told = []
    model.dataChanged.connect(lambda top, _: told.append(top.row()))

    def shown():
        return [model.index(at).data(ROW).open_findings for at in (0, 1)]

    model.follow({"a": LiveCounts(5, 0, 0)})
    model.follow({"a": None})
    assert (shown(), told) == ([5, 1], [0])
    model.take(0, ["a", "b"], [replace(SAVED, open_findings=4), replace(SAVED, id="b")])
    assert shown() == [5, 1]
    model.follow({"b": None})
    assert shown() == [4, 1]


def test_a_story_that_is_checked_for_the_first_time_says_so_and_keeps_what_is_known_while_it_is_checked_again():
    model, told = QueueModel(), []
    model.set_ids(["a", "b"])
    model.take(0, ["a", "b"], [SAVED, replace(SAVED, id="b", open_findings=None)])
    model.dataChanged.connect(lambda top, _: told.append(top.row()))

    def said():
        return [open_words(model.index(at).data(ROW)) for at in (0, 1)]

    assert said() == ["1 open", "not checked"]
    model.follow({"a": None, "b": None})
    assert (said(), sorted(told)) == (["1 open", "checking…"], [0, 1])
    model.follow({"b": LiveCounts(None, 0, 9)})
    assert said() == ["1 open", "not checked"]
    model.follow({"b": None})
    assert said() == ["1 open", "checking…"]
    model.follow({"b": LiveCounts(2, 0, 0)})
    model.follow({"b": None})
    assert said() == ["1 open", "2 open"]


def test_the_list_follows_each_edit_of_the_open_story(window, qtbot):
    queue, editor = window.parts.queue, window.parts.editor

    def count():
        row = queue.model.line_of(window.hub.story.id)
        return row.open_findings if row is not None else None

    qtbot.waitUntil(lambda: count() == len(window.hub.board.open_findings), timeout=20_000)
    before = count()
    editor.edit.select(Span(0, 0))
    QTest.keyClicks(editor.edit, "The the ")
    qtbot.waitUntil(lambda: count() == before + 1, timeout=20_000)
    assert window.parts.open_story.edited


# -- Nothing is said too early ---------------------------------------------------------------------------------------


def test_no_stories_is_said_only_once_it_is_known(inline, qtbot):
    hub = Hub(SharedDesk(inline))
    panel = QueuePanel(hub)
    qtbot.addWidget(panel)
    inline.hold()
    hub.start(partial(make_session, ""))
    assert panel.said == "Reading the stories…"
    inline.land()
    assert panel.said.startswith("No stories yet.")
    hub.end()


def test_what_the_filters_offer_is_asked_for_once_when_a_desk_opens_and_filled_in_where_it_is_new(
    inline, qtbot, monkeypatch
):
    asked, filled, choices = [], [], QueueService.choices
    monkeypatch.setattr(QueueService, "choices", lambda of: asked.append(1) or choices(of))
    hub = Hub(SharedDesk(inline))
    panel = QueuePanel(hub)
    qtbot.addWidget(panel)
    hub.start(partial(make_session, ""))
    qtbot.waitUntil(lambda: bool(asked))
    assert len(asked) == 1
    panel.filters.view.model().rowsInserted.connect(lambda *_: filled.append(1))
    panel.filters.offer(HOUSE, (), ())
    assert not filled
    panel.filters.offer(HOUSE, ("News",), ())
    assert filled
    assert panel.filters.section.findData("News") > 0
    hub.end()


def test_a_list_that_cannot_be_read_is_not_called_empty(inline, qtbot):
    hub = Hub(SharedDesk(inline))
    panel = QueuePanel(hub)
    qtbot.addWidget(panel)
    hub.unusable.emit("The database is damaged.", ())
    assert panel.said == "The stories could not be read."


def test_nobody_is_asked_to_install_an_engine_that_may_be_there(inline, qtbot):
    hub = Hub(SharedDesk(inline))
    hub.start(partial(make_session, ""))
    inline.hold()
    dialog = EngineDialog(hub, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.install.isVisible()
    inline.land()
    assert dialog.install.isVisible()
    hub.end()


def test_a_first_page_that_does_not_know_the_engine_yet_offers_to_look_at_it(qtbot, window):
    page = Welcome(window.set_up)
    qtbot.addWidget(page)
    assert page.ways[-1].button.text() == "Look at the engine…"
    page.show_engine(installed=False)
    assert page.ways[-1].button.text() == "Install the engine…"
    paste = page.ways[1]
    qtbot.addWidget(paste)
    paste.setParent(None)
    paste.setMinimumWidth(0)
    paste.show()
    words, with_key = "Paste", paste.button.text()
    for width, wanted in ((1_000, with_key), (paste.button.sizeHint().width() + 31, words)):
        paste.resize(width, 200)
        assert paste.button.text() == wanted, "what is on a button is not cut off at both ends"


def test_what_an_earlier_session_could_not_check_is_being_checked_until_this_one_knows(window, quiet):
    story, board = window.hub.story, window.hub.board
    quiet(window)
    runs = {Item.GRAMMAR: board.runs[Item.GRAMMAR]}
    assert runs[Item.GRAMMAR].unchecked
    board.open(story.text, runs, story.verdicts)
    assert next(line for line in board.lines if line.item == Item.GRAMMAR).state is ItemState.UNCHECKED
    board.doubt_stored()
    assert next(line for line in board.lines if line.item == Item.GRAMMAR).state is ItemState.CHECKING
    board.accept(runs, story.text)
    assert next(line for line in board.lines if line.item == Item.GRAMMAR).state is ItemState.UNCHECKED
