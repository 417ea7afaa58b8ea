"""The windowed queue: honest length, pages on demand, few of them kept, answers to old questions refused."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from desk.queue_row import QueueRow
from desk.review.states import State
from desk.text.moments import now
from ui.queue.columns import WIDE, columns
from ui.queue.delegate import QueueDelegate
from ui.queue.model import KEPT, PAGE, ROW, QueueModel
from ui.queue.words import open_words, spoken

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NOW = datetime(2031, 3, 9, 15, 0, tzinfo=UTC)


def story(name, open_findings=0):
    return QueueRow(name, f"slug-{name}", "News", State.DRAFT, open_findings, NOW)


def made():
    made = QueueModel()
    made.asked = []
    made.page_wanted.connect(lambda page, ids: made.asked.append((page, list(ids))))
    return made


@pytest.fixture
def model(qapp):
    model = made()
    model.tester = QAbstractItemModelTester(model, FATAL)
    return model


def serve(model):
    asked, model.asked = model.asked, []
    for page, ids in asked:
        model.take(page, ids, [story(i) for i in ids])
    return [page for page, _ in asked]


def test_a_hundred_thousand_rows_ask_for_one_page(qapp):
    model = made()  # without the tester, who goes through every row at each sign of life
    model.set_ids([str(n) for n in range(100_000)])
    model.asked.clear()
    model._asked.clear()
    assert model.rowCount() == 100_000
    assert model.index(54_321).data(ROW) is None
    assert serve(model) == [54_321 // PAGE]
    assert model.index(54_321).data(ROW) == story("54321")


def test_only_the_pages_looked_at_lately_are_kept(model):
    model.set_ids([str(n) for n in range((KEPT + 10) * PAGE)])
    for page in range(KEPT + 10):
        model.index(page * PAGE).data(ROW)
        serve(model)
    assert len(model._pages) == KEPT
    assert model.index((KEPT + 9) * PAGE).data(ROW) is not None


def test_rows_of_a_list_that_is_gone_are_refused(model):
    model.set_ids(["a", "b"])
    model.index(0).data(ROW)
    model.set_ids(["c", "d"])
    model.take(0, ["a", "b"], [story("a"), story("b")])
    assert model.index(0).data(ROW) is None


def test_a_story_that_went_meanwhile_leaves_an_empty_row(model):
    model.set_ids(["a", "b", "c"])
    model.take(0, ["a", "b", "c"], [story("a"), story("c")])
    assert [model.index(n).data(ROW) and model.index(n).data(ROW).id for n in range(3)] == ["a", None, "c"]


def test_the_same_stories_again_keep_their_rows_until_the_new_ones_come(model, qtbot):
    model.set_ids(["a"])
    model.take(0, ["a"], [story("a", 3)])
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_ids(["a"])
    assert model.index(0).data(ROW).open_findings == 3
    model.take(0, ["a"], [story("a", 2)])
    assert model.index(0).data(ROW).open_findings == 2


def test_a_story_is_found_by_id(model):
    model.set_ids(["a", "b"])
    assert (model.row_of("b"), model.row_of("z"), model.id_at(1)) == (1, -1, "b")


def test_a_row_is_spoken_as_one_sentence(model):
    model.set_ids(["a"])
    model.take(0, ["a"], [story("a", 2)])
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == spoken(story("a", 2))
    assert said.startswith("slug-a, Draft, News, 2 open, ")


class Written(QPainter):
    """A painter that keeps the words it writes, shortened or not."""

    def __init__(self, device):
        super().__init__(device)
        self.words = []

    def drawText(self, *asked):  # noqa: N802  # the toolkit's name
        self.words.append(asked[-1])


@pytest.mark.parametrize(("width", "found", "moment"), [(216, 1, True), (160, None, False)])
def test_the_slug_is_whole_in_a_narrow_list_before_anything_is_said_of_the_last_change(qapp, width, found, moment):
    ground, option = QPixmap(width, 80), QStyleOptionViewItem()
    option.rect = ground.rect()
    made = QueueModel()
    made.set_ids(["1"])
    made.take(0, ["1"], [replace(story("1"), slug="harbour-bridge", open_findings=found, hands="AB", changed=now())])
    painter = Written(ground)
    QueueDelegate(made).paint(painter, option, made.index(0, 0))
    painter.end()
    assert "harbour-bridge" in painter.words
    assert any("changed" in words for words in painter.words) is moment
    assert any(words.startswith("AB") for words in painter.words)


@pytest.mark.parametrize("width", [WIDE - 12, 940, 1020, 1400])
def test_every_column_of_a_wide_list_ends_within_it_and_the_last_change_is_among_them(qapp, width):
    cells = columns(QRect(0, 0, width, 30), QFontMetrics(qapp.font()))
    assert "changed" in cells
    assert max(cell.right() for cell in cells.values()) < width


def test_never_checked_is_never_clear():
    assert [open_words(story("a", n)) for n in (None, 0, 3)] == ["not checked", "clear", "3 open"]
