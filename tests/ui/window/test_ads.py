"""Advertising and leftovers in the window: found, labelled, lifted out, marked, read apart; each with one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desk.checking.checklist import ItemState
from desk.checks.ads import examples
from desk.checks.check import Item
from desk.text.blocks import Kind
from desk.text.copy_and_ads import Apart
from desk.text.hard_wraps import joined
from desk.text.spans import Span
from ui.dialogs.copy_only import CopyOnlyDialog
from ui.work.lanes import nothing


@pytest.fixture
def opened(open_window, tmp_path, quiet):
    """Return a maker of windows with a text open and checked."""

    def make(text):
        path = tmp_path / "ferry.txt"
        path.write_text(text, "utf-8")
        window = open_window(path)
        window.parts.editor.activateWindow()
        quiet(window)
        return window

    return make


def found(window):
    return next(one for one in window.hub.board.lines if one.item == Item.ADS).open


def take(window, nth=0):
    window.parts.editor.edit.select(Span(found(window)[nth].span.start, found(window)[nth].span.start))
    window.parts.current_finding.choose(found(window)[nth])


def act(window, quiet, name):
    window.actions[name].trigger()
    quiet(window)


def test_one_key_labels_it_and_one_takes_that_back(opened, quiet):
    window = opened(examples.UNLABELLED)
    take(window)
    act(window, quiet, "mend")
    assert window.parts.editor.text() == examples.LABELLED
    assert [f.rule for f in found(window)] == ["ads.amid-story"]
    act(window, quiet, "undo")
    assert window.parts.editor.text() == examples.UNLABELLED


def test_one_key_lifts_it_out_and_one_takes_that_back(opened, quiet):
    window = opened(examples.UNLABELLED)
    take(window)
    act(window, quiet, "mend_2")
    assert window.parts.editor.text() == examples.BOXED
    assert found(window) == ()
    act(window, quiet, "undo")
    assert window.parts.editor.text() == examples.UNLABELLED


def test_one_key_marks_the_whole_of_it_as_copy_and_that_is_never_overruled(opened, quiet):
    window = opened(examples.UNLABELLED)
    take(window)
    act(window, quiet, "mend_3")
    assert found(window) == ()
    assert list(window.parts.editor.by_hand().values()) == [Kind.COPY] * 3
    edit = window.parts.editor.edit
    edit.select(Span(edit.text.index("Lightweight"), edit.text.index("Lightweight")))
    edit.insertPlainText("Buy now and save 20%. ")
    quiet(window)
    assert found(window) == ()
    act(window, quiet, "undo")
    act(window, quiet, "undo")
    assert window.parts.editor.by_hand() == {}
    assert [f.rule for f in found(window)] == ["ads.unlabelled"]


def test_leftovers_go_with_one_key(opened, quiet):
    window = opened(examples.WITH_REMAINS)
    take(window)
    act(window, quiet, "mend")
    assert window.parts.editor.text() == examples.CLEAN


def test_a_remedy_that_is_not_there_is_said(opened, quiet):
    window = opened(examples.WEAKLY_LABELLED)
    take(window)
    assert found(window)[0].rule == "ads.weak-label"
    act(window, quiet, "mend_4")
    assert "no remedy number 4" in window.frame.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("kind_copy", Kind.COPY),
        ("kind_furniture", Kind.FURNITURE),
        ("kind_paid", Kind.PAID),
        ("kind_ad_label", Kind.AD_LABEL),
        ("kind_leftover", Kind.LEFTOVER),
    ],
)
def test_a_key_says_what_a_block_is_and_another_leaves_it_to_copydesk(opened, quiet, name, kind):
    window = opened(examples.CLEAN)
    place = examples.CLEAN.index("The vote was nine")
    window.parts.editor.edit.select(Span(place + 3, place + 3))
    act(window, quiet, name)
    assert window.parts.editor.by_hand() == {place: kind}
    act(window, quiet, "kind_decide")
    assert window.parts.editor.by_hand() == {}


def test_every_block_selected_gets_the_kind(opened, quiet):
    window = opened(examples.CLEAN)
    window.parts.editor.edit.select(Span(0, examples.CLEAN.index("The town council") - 2))
    act(window, quiet, "kind_furniture")
    assert list(window.parts.editor.by_hand().values()) == [Kind.FURNITURE] * 2


def test_the_copy_alone_is_shown_with_each_box_apart(opened, dialog):
    window = opened(examples.UNLABELLED)
    window.actions["copy_only"].trigger()
    shown = dialog(CopyOnlyDialog)
    assert shown.story.toPlainText() == joined(examples.CLEAN.strip()), "lines of another width are not broken twice"
    assert [box.accessibleName() for box in shown.boxes] == ["Advertisement, a box apart from the story"]
    assert shown.said.text() == "1 advertisement stands apart."


@pytest.fixture
def copy_alone(qtbot):
    """Return a function that shows a story by itself and returns its words."""

    def show(text):
        shown = CopyOnlyDialog(Apart(text), nothing, None)
        qtbot.addWidget(shown)
        with qtbot.waitExposed(shown):
            shown.show()
        shown.grab()  # lays everything out
        return shown

    return show


def at(words, cell):
    """Return where a word begins that stands in them once."""
    place = QTextCursor(words.document().find(cell))
    place.setPosition(place.selectionStart())
    return words.cursorRect(place).topLeft()


def test_the_columns_of_a_table_line_up_in_the_copy_alone(copy_alone):
    rows = [["Year", "Cargo in tonnes", "Ships"], ["2024", "92,450", "1,388"]]
    text = "\n\n".join(("Harbour traffic", "\n".join("\t".join(row) for row in rows), "The port grows."))
    words = copy_alone(text).story
    for above, below in zip(*rows, strict=True):
        assert at(words, above).x() == at(words, below).x()
        assert at(words, above).y() < at(words, below).y()
    letters = words.fontMetrics()
    assert at(words, "Cargo in tonnes").x() + letters.horizontalAdvance("Cargo in tonnes") < at(words, "1,388").x()
    assert words.toPlainText() == text


def test_a_table_that_begins_its_head_with_an_empty_cell_lines_up_too(copy_alone):
    words = copy_alone("\tCargo in tonnes\tShips\nHarrow Quay\t92,450\t1,388\nDunmore\t8,100\t210").story
    assert at(words, "Ships").x() == at(words, "1,388").x() == at(words, "210").x()
    assert at(words, "Cargo").x() == at(words, "92,450").x()


@pytest.mark.parametrize(("columns", "sideways"), [(9, False), (30, True)])
def test_no_row_of_a_wide_table_wraps_in_the_copy_alone_and_prose_keeps_to_the_page(copy_alone, columns, sideways):
    cells = [[f"Harbour {nth} of {row}" for nth in range(columns)] for row in (1, 2)]
    prose = "The ferry that left the old quay late was held up by the tide for an hour. " * 8
    shown = copy_alone("\n".join("\t".join(row) for row in cells) + f"\n\n{prose}")
    words = shown.story
    for row in cells:
        assert at(words, row[0]).y() == at(words, row[-1]).y()
    assert (shown.page.width() > shown.sheet.viewport().width()) == sideways
    end = QTextCursor(words.document())
    end.movePosition(QTextCursor.MoveOperation.End)
    assert end.block().layout().boundingRect().width() <= shown.sheet.viewport().width()
    assert shown.frameGeometry().width() <= shown.screen().availableGeometry().width()


@pytest.mark.parametrize("before", ["\t", "The mayor\t", "\t\t"])
def test_long_lines_with_tabs_wrap_in_the_copy_alone(copy_alone, before):
    sentence = before + "The ferry that left the old quay late was held up by the tide for an hour. " * 3
    shown = copy_alone(f"{sentence}\n{sentence}\n{'https://harbour.test/' + 'quay' * 60}")
    assert shown.page.width() <= shown.sheet.viewport().width(), "nothing is cut off at the right"
    words = shown.story
    assert words.document().size().width() <= words.viewport().width()
    assert words.viewport().height() >= words.document().size().height(), "nor below"


def test_the_whole_story_is_selected_with_its_tables_and_the_page_follows(copy_alone):
    text = "Harbour traffic\n\n2024\t92,450\n2025\t93,120\n\n" + "The port grows.\n\n" * 60 + "The end."
    shown = copy_alone(text)
    shown.story.setFocus()
    QTest.keySequence(shown.story, QKeySequence.StandardKey.SelectAll)
    assert shown.story.textCursor().selection().toPlainText() == text
    bar = shown.sheet.verticalScrollBar()
    bar.setValue(0)
    QTest.keyClick(shown.story, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown.story, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert shown.story.textCursor().selection().toPlainText() == text
    assert bar.value() > 0


def test_the_copy_alone_is_exported_as_it_stands_in_the_editor(opened, quiet, tmp_path, monkeypatch):
    window = opened(examples.UNLABELLED)
    path = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.verbs.story.export_copy_only()
    quiet(window)
    assert path.read_text("utf-8") == examples.BOXED


def test_a_desk_that_does_not_mind_leftovers_has_none(opened, quiet):
    window = opened(examples.WITH_REMAINS)
    window.hub.store(lambda desk: desk.change_settings({"ads_leftover": "off"}))
    quiet(window)
    assert found(window) == ()
    assert next(one for one in window.hub.board.lines if one.item == Item.ADS).state is ItemState.PASSED
