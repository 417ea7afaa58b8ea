"""The ledger of figures in a real window."""

import pytest
from PySide6.QtCore import Qt

from desk.checks.figures.entries import FigureEntry
from desk.checks.house import Verdict
from desk.session import Session
from desk.text.spans import Span
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow

STORY = (
    "Storm leaves 4,000 homes without power\n\n"
    "A storm on Monday left 400 homes in the valley without power, and crews from three towns came.\n\n"
    "Nobody was hurt, the mayor said, and the three towns will pay for it.\n"
)


@pytest.fixture
def window(qtbot, inline, tmp_path, closed_at_end):
    window = OpenWindow(Frame(), inline)
    qtbot.addWidget(window.frame)
    window.frame.show()
    window.start(lambda: Session(tmp_path / "settings.toml", str(tmp_path / "desk.db")), [])
    window.verbs.story.take_text(STORY)
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    window.actions["figures"].trigger()
    qtbot.waitUntil(lambda: rows(window) != [])
    yield window
    window.frame.close()


def rows(window):
    table = window.parts.checklist.ledger_page.get().figures.table
    items = [table.topLevelItem(at) for at in range(table.topLevelItemCount())]
    return [tuple(item.text(column) for column in range(3)) for item in items]


def test_figures_stand_in_a_table_and_return_walks_their_places(window, qtbot):
    panel = window.parts.checklist.ledger_page.get().figures
    assert rows(window) == [("4,000", "homes", "1"), ("400", "homes", "1"), ("three", "towns", "2")]
    assert panel.table.hasFocus()
    panel.table.setCurrentItem(panel.table.topLevelItem(2))
    spans = []
    panel.place_wanted.connect(spans.append)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert [span.of(STORY) for span in spans] == ["three", "three"]
    assert spans[0] != spans[1]


def test_search_looks_at_figure_and_noun_and_names_are_a_key_away(window):
    panel = window.parts.checklist.ledger_page.get().figures
    panel.search.setText("town")
    assert rows(window) == [("three", "towns", "2")]
    panel.search.setText("nothing")
    assert rows(window) == []
    window.actions["names"].trigger()
    assert window.parts.checklist.ledger_page.get().names.isVisible()
    assert not panel.isVisible()


def test_an_edit_is_in_the_table_after_the_next_check(window, qtbot):
    window.parts.editor.edit.insertPlainText("Nine boats sank. ")
    qtbot.waitUntil(lambda: rows(window)[0] == ("Nine", "boats", "1"))


def test_each_cell_has_words_for_a_screen_reader(window):
    panel = window.parts.checklist.ledger_page.get().figures
    panel.show_figures((FigureEntry("$4 million", "", (Span(0, 3),)),))
    item = panel.table.topLevelItem(0)
    assert [item.data(column, Qt.ItemDataRole.AccessibleTextRole) or item.text(column) for column in range(3)] == [
        "$4 million",
        "Of what: not said",
        "1",
    ]


def answered(window, qtbot, key):
    """Choose the headline's figure in the table and press a key; the story is checked again."""
    table = window.parts.checklist.ledger_page.get().figures.table
    table.setCurrentItem(table.topLevelItem(0))
    assert window.parts.checklist.ledger_page.get().figures.card.isVisible()
    qtbot.keyClick(table, key)
    qtbot.waitUntil(lambda: not window.parts.checker.busy)


def doubts(window):
    return [finding.quote for finding in window.hub.board.open_findings if finding.item == "figures"]


def test_a_key_says_that_two_figures_are_two_and_undo_asks_again(window, qtbot):
    assert doubts(window) == ["4,000"]
    answered(window, qtbot, Qt.Key.Key_3)
    assert [a.verdict for a in window.parts.hub.story.verdicts.figure_answers] == [Verdict.DIFFERENT]
    assert not window.parts.hub.story.verdicts.name_answers
    assert doubts(window) == []
    window.actions["undo_decision"].trigger()
    qtbot.waitUntil(lambda: doubts(window) == ["4,000"])


def test_a_key_says_that_two_figures_are_one_and_writes_it(window, qtbot):
    answered(window, qtbot, Qt.Key.Key_1)
    assert window.parts.editor.text() == STORY.replace("4,000", "400")
    assert [(a.first, a.second) for a in window.parts.hub.story.verdicts.figure_answers] == [
        ("400 homes", "4,000 homes")
    ]
    assert doubts(window) == []
    window.actions["undo"].trigger()
    qtbot.waitUntil(lambda: doubts(window) == ["4,000"])
    assert window.parts.editor.text() == STORY


def test_a_long_date_leaves_what_is_counted_half_of_the_room(window, qtbot):
    window.verbs.story.take_text(STORY.replace("on Monday", "on Wednesday, September 30, 2026,"))
    qtbot.waitUntil(lambda: any("September" in row[0] for row in rows(window)))
    table = window.parts.checklist.ledger_page.get().figures.table
    counted, whole = table.columnWidth(1), table.viewport().width()
    assert table.columnWidth(0) <= whole // 2
    assert counted >= table.fontMetrics().horizontalAdvance("passengers")
