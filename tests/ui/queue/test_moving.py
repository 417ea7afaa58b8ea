"""Moving stories on in the real window: to the place of what is in the way, and several approved at once."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.review.move_request import MoveRequest
from desk.review.people import actor
from desk.review.states import State
from desk.session import Session
from desk.settings.declared import Settings
from desk.story import StoryView
from desk.text.moments import now
from ui.dialogs.approve import ApproveDialog
from ui.dialogs.details import DetailsDialog, wire_lines
from ui.dialogs.move import MoveDialog
from ui.queue.model import ROW

CLEAN = "Ferry back in service\n\nBy Ada Holm\n\nThe ferry is back in service, the port authority said on Friday.\n"


@pytest.fixture
def clean():
    """Three stories with the section chief that nothing stands in the way of, and one draft."""
    session = Session()
    session.examiner.change_settings({"manual_items": []})
    desk = session.open_store()
    for slug in ("ferry", "tide", "cup", "draft"):
        view = desk.stories.open_text(CLEAN.replace("Ferry", slug.capitalize()), slug)
        desk.store.runs.save(view.id, desk.store.stories.get(view.id).sha256, [ItemRun(item) for item in Item])
        for action in ("submit", "pass-on", "send-to-chief") if slug != "draft" else ():
            desk.moves.move(MoveRequest(story=view.id, action=action))
        desk.stories.close_story(view.id)
    desk.close()


def rows(window):
    model = window.parts.queue.model
    return {row.slug: row for at in range(model.rowCount()) if (row := model.index(at).data(ROW))}


def state(window, slug):
    row = rows(window).get(slug)
    return row.state if row else None


def choose(window, *slugs):
    queue = window.parts.queue
    queue.list.clearSelection()
    for slug in slugs:
        index = queue.model.index(queue.model.row_of(rows(window)[slug].id))
        queue.list.selectionModel().select(index, queue.list.selectionModel().SelectionFlag.Select)


def act(window, name):
    window.actions[name].trigger()


def test_several_are_approved_at_once_each_with_its_seal(clean, open_window, qtbot, dialog):
    window = open_window()
    qtbot.waitUntil(lambda: len(rows(window)) == 4)
    act(window, "queue")
    choose(window, "ferry", "tide", "draft")
    window.parts.queue.approve.click()
    asked = dialog(ApproveDialog)
    assert asked.go.text() == "Approve 2"
    lines = [asked.list.topLevelItem(at).text(0) for at in range(3)]
    assert lines == ["draft", "tide · nothing in the way", "ferry · nothing in the way"]
    assert asked.list.topLevelItem(0).child(0).text(0) == "You cannot approve it from “Draft”."
    QTest.keyClick(asked.go, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state(window, "tide") == State.APPROVED, timeout=20_000)
    assert state(window, "draft") == State.DRAFT
    assert not any(row.void for row in rows(window).values())
    seals = []
    window.hub.ask(lambda s: [s.store.seals.status(rows(window)[slug].id) for slug in ("ferry", "tide")], seals.extend)
    qtbot.waitUntil(lambda: len(seals) == 2)
    assert all(seal.stands for seal in seals)
    assert seals[0].id != seals[1].id


def test_a_story_that_changed_after_the_look_is_not_approved(clean, open_window, qtbot, dialog):
    window = open_window()
    qtbot.waitUntil(lambda: len(rows(window)) == 4)
    choose(window, "ferry", "tide")
    window.parts.queue.approve.click()
    asked = dialog(ApproveDialog)
    other = Session().open_store()
    other.store.stories.save(rows(window)["ferry"].id, CLEAN + "One more line.\n", actor("", "Bo Lind"))
    other.close()
    asked._accept()
    changed = "ferry: The story was changed while you read it"
    qtbot.waitUntil(lambda: any(changed in said for said in window.parts.notices.sentences), timeout=20_000)
    qtbot.waitUntil(lambda: state(window, "tide") == State.APPROVED)
    assert state(window, "ferry") == State.CHIEF


def test_return_on_a_line_opens_that_story(clean, open_window, qtbot, dialog, quiet):
    window = open_window()
    qtbot.waitUntil(lambda: len(rows(window)) == 4)
    act(window, "queue")
    choose(window, "cup", "draft")
    window.parts.queue.approve.click()
    asked = dialog(ApproveDialog)
    asked.list.setFocus()
    QTest.keyClick(asked.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.hub.story is not None)
    quiet(window)
    assert window.hub.story.slug == "draft"
    assert window.parts.centre.isVisible()


@pytest.fixture
def moving(window, dialog, quiet):
    """A window whose story is with the section chief, and a way to open the dialog on it."""
    story, draft = window.hub.story, window.parts.live_draft.draft()
    for action in ("submit", "pass-on", "send-to-chief"):

        def move(desk, action=action):
            options = desk.moves.options(story.id)
            passed = {o.key: "seen" for option in options if option.action == action for o in option.obstacles}
            return desk.moves.move(MoveRequest(story=story.id, action=action, passed=passed), draft)

        window.hub.store(move)
        quiet(window)

    def ask():
        act(window, "move")
        return dialog(MoveDialog)

    return ask


def test_each_thing_in_the_way_is_a_key_from_its_place(window, moving, qtbot, quiet):
    asked = moving()
    option = next(o for o in asked._options if o.action == "approve")
    for number, obstacle in enumerate(option.obstacles[:4], 1):
        QTest.keyClick(asked, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        place = obstacle.places[0]
        if place.fingerprint:
            assert window.parts.current_finding.current.finding.fingerprint == place.fingerprint
            assert window.parts.editor.edit.point == place.span.start
        else:
            tree = window.parts.checklist.tree
            assert tree.currentIndex().row() == [line.item for line in window.hub.board.lines].index(place.item)
        qtbot.waitUntil(
            lambda: not any(isinstance(d, MoveDialog) and d.isVisible() for d in QApplication.topLevelWidgets())
        )
        asked = moving()
    assert len(option.obstacles) >= 4


def test_an_item_is_ticked_where_it_stands_in_the_way_and_what_is_left_is_shown(window, moving, qtbot, quiet):
    asked = moving()
    assert f"{len(window.hub.board.open_findings)} open" in asked._now.text()
    approve = next(nth for nth, option in enumerate(asked._options) if option.action == "approve")
    asked.choices.button(approve).setChecked(True)
    before = len(asked._options[approve].obstacles)
    item = next(iter(asked.blockers.boxes))
    QTest.keyClick(asked.blockers.boxes[item], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(asked._options[approve].obstacles) == before - 1)
    assert asked.blockers.boxes[item].isChecked()
    assert item in window.hub.board.verdicts.ticked


def test_a_hold_until_a_moment_shows_in_the_queue(window, moving, qtbot, quiet):
    asked = moving()
    hold = next(nth for nth, o in enumerate(asked._options) if o.asks_until)
    asked.choices.button(hold).setChecked(True)
    asked.note.setText("waiting for the court")
    asked.go.click()
    qtbot.waitUntil(lambda: window.hub.story.state == State.HOLD, timeout=10_000)
    assert window.hub.story.hold_until is not None
    until = window.hub.story.hold_until
    qtbot.waitUntil(lambda: "bridge" in rows(window) and rows(window)["bridge"].hold_until == until)


def test_a_deadline_is_given_and_taken_away_in_the_details(window, dialog, qtbot, quiet):
    act(window, "details")
    asked = dialog(DetailsDialog)
    asked.deadline.box.setChecked(True)
    asked._accept()
    qtbot.waitUntil(lambda: window.hub.story.deadline is not None)
    assert window.hub.story.deadline - datetime.now().astimezone() < timedelta(hours=2)
    qtbot.waitUntil(lambda: "bridge" in rows(window) and rows(window)["bridge"].deadline == window.hub.story.deadline)
    quiet(window)
    act(window, "details")
    asked = next(d for d in QApplication.topLevelWidgets() if isinstance(d, DetailsDialog) and d.isVisible())
    asked.deadline.box.setChecked(False)
    asked._accept()
    qtbot.waitUntil(lambda: window.hub.story.deadline is None)


def test_an_embargo_is_given_in_the_details_and_seen_in_header_and_list(window, dialog, qtbot, quiet):
    act(window, "details")
    asked = dialog(DetailsDialog)
    asked.embargo.box.setChecked(True)
    asked._accept()
    qtbot.waitUntil(lambda: window.hub.story.embargo is not None)
    words = window.hub.story.embargo_words()
    qtbot.waitUntil(lambda: any(words in one.text() for one in window.frame.findChildren(QLabel)))
    qtbot.waitUntil(lambda: "bridge" in rows(window) and rows(window)["bridge"].embargo_words() == words)
    quiet(window)


def test_the_details_say_what_the_wire_told_and_keep_the_seconds_of_an_embargo(qtbot):
    until = (now() + timedelta(days=1)).replace(second=30, microsecond=0)
    said = {"byline": "Ada Holm", "urgency": "3", "editors_note": "Updates", "genre": "Current", "usage": "Print"}
    story = StoryView("id", "flood", "Rain.", embargo=until, details=said)
    dialog = DetailsDialog(story, Settings(), None)
    qtbot.addWidget(dialog)
    assert wire_lines(story) == ("Genre: Current", "Usage: Print")
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog._accept()
    facts = {"byline": "Ada Holm", "urgency": "3", "keywords": "", "editors_note": "Updates"}
    assert wanted.args[-2:] == [until, facts]


def test_facts_of_a_story_are_changed_in_the_details(window, dialog, qtbot, quiet):
    act(window, "details")
    asked = dialog(DetailsDialog)
    asked.facts.byline.setText("  By Ada  Holm ")
    asked.facts.urgency.setCurrentIndex(asked.facts.urgency.findData("2"))
    asked._accept()
    qtbot.waitUntil(lambda: dict(window.hub.story.details) == {"byline": "By Ada Holm", "urgency": "2"})
    quiet(window)
