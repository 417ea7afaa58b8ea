"""The ledger and the name book in a real window, with real checks and a real database."""

import pytest
from PySide6.QtCore import Qt

from desk.checks.house import BookEntry, NameKind, Verdict
from desk.session import Session
from ui.names.answers import AnswerCard
from ui.names.book import EntryDialog, NameBookDialog
from ui.names.places import PlacesDialog
from ui.window.frame import Frame
from ui.window.open_window import OpenWindow

STORY = (
    "Bridge opens\n\nBy Ada Holm\n\n"
    "The bridge opened on Monday, said Tomas Lindqvist, an engineer in Port Ellery. Lindqvist had built it.\n\n"
    "“It is long,” Lindqvist said. The mayor thanked Lindqivst on Tuesday.\n"
)


@pytest.fixture
def window(qtbot, inline, tmp_path, closed_at_end):
    window = OpenWindow(Frame(), inline)
    qtbot.addWidget(window.frame)
    window.frame.show()
    window.start(lambda: Session(tmp_path / "settings.toml", str(tmp_path / "desk.db")), [])
    window.verbs.story.take_text(STORY)
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    window.actions["names"].trigger()
    yield window
    window.frame.close()


def names(window):
    tree = window.parts.checklist.ledger_page.get().names.tree
    return [tree.topLevelItem(at).text(0).split("   ")[0] for at in range(tree.topLevelItemCount())]


def answer_buttons(window):
    card = window.parts.checklist.ledger_page.get().names.findChild(AnswerCard)
    return {b.accessibleName(): b for b in card.findChildren(type(_button(window)))}


def _button(window):
    from PySide6.QtWidgets import QPushButton

    return QPushButton()


def test_the_ledger_lists_every_name_and_marks_the_doubtful(window):
    panel = window.parts.checklist.ledger_page.get().names
    assert {"Tomas Lindqvist", "Port Ellery"} <= set(names(window))
    assert panel.doubtful.text() == "Only doubtful (1)"
    panel.doubtful.setChecked(True)
    assert names(window) == ["Tomas Lindqvist"]


def test_search_looks_into_every_form(window):
    window.parts.checklist.ledger_page.get().names.search.setText("qivst")
    assert names(window) == ["Tomas Lindqvist"]
    window.parts.checklist.ledger_page.get().names.search.setText("nobody")
    assert names(window) == []


def test_return_goes_from_place_to_place_and_round(window, qtbot):
    panel = window.parts.checklist.ledger_page.get().names
    panel.show_entry("Port Ellery")
    seen = []
    panel.place_wanted.connect(seen.append)
    for _ in range(2):
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert [place.of(STORY) for place in seen] == ["Port Ellery", "Port Ellery"]


def test_one_name_is_written_so_everywhere_in_one_step_and_asked_no_more(window, qtbot):
    window.parts.checklist.ledger_page.get().names.show_entry("Tomas Lindqvist")
    answer_buttons(window)["One name: “Lindqvist” everywhere"].click()
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    assert "Lindqivst" not in window.parts.editor.text()
    assert window.parts.checklist.ledger_page.get().names.doubtful.text() == "Only doubtful"
    window.actions["undo"].trigger()
    assert window.parts.editor.text() == STORY


def places_dialog(window):
    window.parts.checklist.ledger_page.get().names.show_entry("Tomas Lindqvist")
    answer_buttons(window)["One name: choose the places…"].click()
    return window.frame.findChild(PlacesDialog)


def test_some_places_are_mended_in_one_step_and_the_others_left_on_purpose(window, qtbot):
    window.parts.editor.edit.insertPlainText("Lindqivst came. ")
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    before = window.parts.editor.text()
    dialog = places_dialog(window)
    assert dialog.yes.text() == "Change 2 places"
    dialog.places.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.yes.text() == "Change 1 place"
    dialog.yes.click()
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    assert window.parts.editor.text().count("Lindqivst") == 1
    assert window.parts.editor.text().startswith("Lindqivst came. ")
    assert window.parts.hub.story.verdicts.name_answers[0].verdict is Verdict.AS_QUOTED
    assert window.parts.checklist.ledger_page.get().names.doubtful.text() == "Only doubtful"
    window.actions["undo"].trigger()
    assert window.parts.editor.text() == before


def test_the_other_form_can_be_kept_and_no_place_changes_nothing(window):
    dialog = places_dialog(window)
    dialog.form.setCurrentIndex(1)
    assert dialog.yes.text() == "Change 3 places"
    assert "“Lindqvist”" in dialog.places.item(0).text()
    for at in range(3):
        dialog.places.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.yes.isEnabled()
    dialog.reject()
    assert window.parts.editor.text() == STORY


def test_each_form_stands_once_and_the_full_one_leads_to_where_it_stands_first(window):
    panel = window.parts.checklist.ledger_page.get().names
    panel.show_entry("Tomas Lindqvist")
    seen = []
    panel.place_wanted.connect(seen.append)
    item = panel.tree.currentItem()
    lines = [item.child(at).text(0) for at in range(item.childCount())]
    assert len({line.split("   ")[0] for line in lines}) == len(lines)
    (first,) = [item.child(at) for at in range(item.childCount()) if "in full" in item.child(at).text(0)]
    assert first.text(0) == "Tomas Lindqvist   1 × · in full"
    panel.tree.itemClicked.emit(first, 0)
    assert (seen[0].start, seen[0].of(STORY)) == (STORY.index("Tomas Lindqvist"), "Tomas Lindqvist")


def test_namesakes_said_to_be_two_make_a_bare_name_a_warning(window, qtbot):
    window.parts.editor.edit.insertPlainText("Ada Lindqvist, his sister, came too. ")
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    window.parts.checklist.ledger_page.get().names.show_entry("Tomas Lindqvist")
    answer_buttons(window)["Two people: warn where “Lindqvist” stands alone"].click()
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    warned = [f for f in window.hub.board.open_findings if f.rule == "names.shared-surname"]
    assert {f.quote for f in warned} == {"Lindqvist"}


def test_two_different_names_stay_two_after_an_edit_and_can_be_taken_back(window, qtbot):
    window.parts.checklist.ledger_page.get().names.show_entry("Tomas Lindqvist")
    answer_buttons(window)["Two different names"].click()
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    assert window.parts.hub.story.verdicts.name_answers[0].verdict is Verdict.DIFFERENT
    assert window.parts.checklist.ledger_page.get().names.doubtful.text() == "Only doubtful"
    window.parts.editor.edit.insertPlainText("Again. ")
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    assert not [f for f in window.hub.board.open_findings if f.item == "names"]
    window.actions["undo_decision"].trigger()
    qtbot.waitUntil(lambda: not window.parts.checker.busy)
    assert [f.quote for f in window.hub.board.open_findings if f.item == "names"] == ["Lindqivst"]


def test_the_book_is_filled_searched_and_emptied(window, qtbot):
    dialog = NameBookDialog(window.hub, window.frame)
    dialog.show()
    dialog.new()
    entry = dialog.findChild(EntryDialog)
    entry.spelling.setText("Ines Duarte")
    entry.variants.setText("Inês Duarte, Ines Duarté")
    entry._accept()
    assert dialog.lines.count() == 1
    assert "not Ines Duarté, Inês Duarte" in dialog.lines.item(0).text()
    dialog.search.setText("nobody")
    dialog.reload()
    assert dialog.lines.count() == 0
    dialog.search.clear()
    dialog.reload()
    dialog.withdraw()
    assert dialog.lines.count() == 0


def test_a_file_that_is_no_book_is_told_in_the_dialog(window, tmp_path, monkeypatch):
    path = tmp_path / "book.csv"
    path.write_text("colour,size\nred,3\n", "utf-8")
    monkeypatch.setattr("ui.names.book.QFileDialog.getOpenFileName", lambda *_: (str(path), ""))
    dialog = NameBookDialog(window.hub, window.frame)
    dialog.show()
    dialog.take_in()
    assert "“kind” is missing" in dialog._trouble.text()
    assert dialog._trouble.isVisible()


def test_the_book_goes_out_and_comes_in_again(window, tmp_path, monkeypatch):
    desk, path = window.hub.desk, tmp_path / "book.json"
    desk.name_book.agree(BookEntry("Ines Duarte", NameKind.PERSON, ("Inês Duarte",), "mayor"))
    monkeypatch.setattr("ui.names.book.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr("ui.names.book.QFileDialog.getOpenFileName", lambda *_: (str(path), ""))
    dialog = NameBookDialog(window.hub, window.frame)
    dialog.show()
    dialog.hand_out()
    dialog.withdraw()
    dialog.take_in()
    assert [line.entry.note for line in desk.name_book.lines()] == ["mayor"]
