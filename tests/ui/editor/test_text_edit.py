"""Paste, copy and drop: words alone, nothing lost, files left to the window."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.checks.check import Edit
from desk.text.block_roles import with_roles
from desk.text.blocks import BlockRole, Kind, Manuscript
from desk.text.spans import Span


def mime(text="", html="", files=()):
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if files:
        data.setUrls([QUrl.fromLocalFile(file) for file in files])
    return data


def test_pasted_words_come_without_their_looks(pane):
    pane.set_text("")
    pane.edit.insertFromMimeData(mime("plain words", "<b>plain</b> <i>words</i>"))
    assert pane.text() == "plain words"
    pane.set_text("")
    pane.edit.insertFromMimeData(mime(html="<p>one <b>two</b></p><p>three</p>"))
    assert pane.text() == "one two\n\nthree"


def test_pasted_line_ends_and_no_break_spaces_are_those_of_a_manuscript(pane):
    pane.set_text("")
    pane.edit.insertFromMimeData(mime("5\u00a0km\r\nlater\rend"))
    assert pane.text() == "5\u00a0km\nlater\nend"


def test_copy_keeps_no_break_spaces(pane):
    pane.set_text("a 5\u00a0km 😀 walk")
    pane.edit.select(Span(2, 8))
    pane.edit.copy()
    assert QGuiApplication.clipboard().text() == "5\u00a0km 😀"


PAGE = "<h1>Tides</h1><p>High at <b>noon</b>.</p><ul><li>wet</li></ul>"


def test_headings_and_lists_are_pasted_as_one_step_and_have_their_roles(pane):
    pane.set_text("Before.\n\nBehind.")
    pane.edit.select(Span(9, 9))
    pane.edit.insertFromMimeData(mime("Tides High at noon. wet", PAGE))
    assert pane.text() == "Before.\n\nTides\n\nHigh at noon.\n\n• wet\n\nBehind."
    drafted = pane.draft()
    assert [b.role for b in with_roles(Manuscript.of(drafted.text), drafted.roles).blocks][1] is BlockRole.HEADLINE
    pane.undo()
    assert pane.text() == "Before.\n\nBehind."
    pane.redo()
    assert pane.draft().roles == drafted.roles


def test_a_pasted_table_stands_in_rows_that_go_out_as_a_table_again(pane):
    pane.set_text("Before.\n\nBehind.")
    pane.edit.select(Span(9, 9))
    table = "<table><tr><td><td>2019<td>2020<tr><td>Boats<td>3<td>5</table>"
    pane.edit.insertFromMimeData(mime("\t2019\t2020\r\nBoats\t3\t5\r\n", table))
    rows = "\t2019\t2020\nBoats\t3\t5"
    assert pane.text() == f"Before.\n\n{rows}\n\nBehind."
    drafted = pane.draft()
    assert [b.role for b in with_roles(Manuscript.of(drafted.text), drafted.roles).blocks][1] is BlockRole.TABLE
    pane.edit.select(Span(9, 9 + len(rows)))
    assert "<tr><td></td><td>2019</td><td>2020</td></tr>" in pane.edit.createMimeDataFromSelection().html()


def test_words_alone_are_pasted_where_that_is_wanted(pane):
    pane.set_text("")
    QGuiApplication.clipboard().setMimeData(mime("Tides\nHigh at noon.", PAGE))
    pane.edit.paste_plain()
    assert pane.text() == "Tides\nHigh at noon."
    assert pane.draft().roles == ()


def test_a_copied_passage_has_its_structure_and_comes_back_letter_by_letter(pane):
    text = "Tides\n\nHigh at\nnoon, 5\u00a0km <b>.\n\n• wet\n\n• cold"
    pane.set_text(text)
    head = Manuscript.of(text).blocks[0].marked(Kind.FURNITURE, role=BlockRole.HEADLINE)
    pane.set_blocks((head, *Manuscript.of(text).blocks[1:]), pane.revision())
    pane.edit.selectAll()
    pane.edit.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert "<h1>Tides</h1>" in data.html()
    assert "&lt;b&gt;" in data.html()
    assert "<ul><li>wet</li><li>cold</li></ul>" in data.html()
    pane.set_text("")
    pane.edit.paste()
    assert pane.text() == text


def test_files_are_left_to_the_window(pane):
    assert not pane.edit.canInsertFromMimeData(mime("file:///x", files=["/somewhere/draft.txt"]))
    before = pane.text()
    pane.edit.insertFromMimeData(mime("file:///x", files=["/somewhere/draft.txt"]))
    assert pane.text() == before


def test_a_read_only_text_takes_nothing(pane):
    pane.set_read_only("Open in another window.")
    before = pane.text()
    pane.edit.insertFromMimeData(mime("words"))
    assert pane.text() == before


@pytest.mark.parametrize("text", ["", "\n", "a\u00a0b\n\nc", "😀\n🇬🇧 e\u0301", "שלום\n漢字", "\x00nul\x0c"])
def test_a_text_comes_back_as_it_went_in(pane, text):
    pane.set_text(text)
    assert pane.text() == text


def test_several_edits_are_one_step_to_undo(pane):
    pane.set_text("one 😀 two three")
    pane.edit.make([Edit(Span(0, 3), "1"), Edit(Span(10, 15), "3"), Edit(Span(6, 9), "2")])
    assert pane.text() == "1 😀 2 3"
    pane.undo()
    assert pane.text() == "one 😀 two three"
    pane.redo()
    assert pane.text() == "1 😀 2 3"


def test_letters_typed_behind_an_edit_are_undone_without_it(pane):
    pane.set_text("the harbour master")
    pane.edit.select(Span(10, 10))
    pane.edit.make([Edit(Span(4, 11), "harbor")])
    QTest.keyClicks(pane.edit, "s")
    assert pane.text() == "the harbors master"
    pane.undo()
    assert pane.text() == "the harbor master"
    pane.undo()
    assert pane.text() == "the harbour master"


def test_places_go_in_and_out_in_code_points(pane):
    pane.set_text("😀😀 words")
    pane.edit.select(Span(3, 8))
    assert pane.edit.selected == Span(3, 8)
    assert pane.edit.textCursor().selectedText() == "words"
    pane.edit.select(Span(99, 120))
    assert pane.edit.point == 8


def test_words_composed_by_an_input_method_are_no_edit_until_they_are_given(pane):
    pane.set_text("橋は")
    pane.edit.select(Span(2, 2))
    before = pane.revision()
    QApplication.sendEvent(pane.edit, QInputMethodEvent("へいさ", []))
    assert (pane.text(), pane.revision()) == ("橋は", before)
    given = QInputMethodEvent("", [])
    given.setCommitString("閉鎖😀")
    QApplication.sendEvent(pane.edit, given)
    assert (pane.text(), pane.revision()) == ("橋は閉鎖😀", before + 1)


def test_dropped_words_go_where_they_were_dropped(pane):
    pane.set_text("one three")
    pane.set_kind(Span(0, 0), None)
    spot = next(pane.edit.page().stretches(Span(4, 5)))
    data = mime("two\u00a0")  # the event does not keep it alive
    drop = QDropEvent(
        QPointF(spot.left, (spot.row.top + spot.row.bottom) / 2),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    pane.edit.dropEvent(drop)
    assert pane.text() == "one two\u00a0three"
