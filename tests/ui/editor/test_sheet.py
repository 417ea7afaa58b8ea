"""The sheet: a column of comfortable length in the middle, room between the lines, zoom, and a mouse that hits."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QTextOption, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.text.spans import Span
from ui.editor import layout
from ui.editor.column import GUTTER, MARGIN, ZOOM_STEP
from ui.editor.layout import LINE_HEIGHT, wrapping
from ui.look.fonts import column_width, reading_font, words_scale

WORDS = "The harbour office said on Monday that the evening ferry would be cancelled until the pier is ready. "


def lines_of(edit, number=0):
    layout = edit.document().findBlockByNumber(number).layout()
    return [layout.lineAt(n) for n in range(layout.lineCount())]


def test_the_column_stands_in_the_middle_of_a_wide_window(pane):
    pane.resize(1500, 700)
    margins = pane.edit.viewportMargins()
    assert abs(margins.left() - margins.right()) < 40
    wanted = column_width(pane.edit.font(), 72) + 2 * MARGIN
    assert pane.edit.viewport().width() == pytest.approx(wanted, abs=2)


def test_in_a_narrow_window_the_column_gives_way_and_the_copy_map_stays(pane):
    pane.resize(420, 500)
    assert pane.edit.viewportMargins().left() == round(GUTTER * words_scale(QApplication.font()))
    assert pane.edit.viewportMargins().right() == 0


def test_a_line_holds_about_as_many_characters_as_the_settings_say(pane):
    pane.resize(1500, 700)
    pane.set_text(WORDS * 8)
    for characters in (60, 80):
        pane.set_line_width(characters)
        QApplication.processEvents()
        lengths = [line.textLength() for line in lines_of(pane.edit)[:-1]]
        assert characters * 0.85 <= sum(lengths) / len(lengths) <= characters * 1.1


def test_hard_wrapped_text_has_the_width_it_was_wrapped_at(pane):
    pane.resize(1500, 700)
    line = "The harbour office said on Monday that the evening ferry would be cancelled until the pier."
    pane.set_text(f"{line}\n" * 6)
    QApplication.processEvents()
    assert [len(lines_of(pane.edit, n)) for n in range(5)] == [1] * 5


def test_lines_stand_apart_also_after_typing_in_them(pane):
    pane.set_text(WORDS * 4)
    for _ in range(3):
        QTest.keyClicks(pane.edit, "more words ")
        first, second = lines_of(pane.edit)[:2]
        assert second.y() - first.y() == pytest.approx(first.height() * LINE_HEIGHT, abs=0.05)
    assert pane.edit.blockBoundingRect(pane.edit.document().firstBlock()).height() > 4 * first.height() * LINE_HEIGHT


def test_a_paragraph_that_grows_pushes_the_next_one_down(pane):
    pane.set_text(f"{WORDS}\nNext.")
    second = pane.edit.document().findBlockByNumber(1)
    before = pane.edit.blockBoundingGeometry(second).top()
    QTest.keyClicks(pane.edit, "These are some words that make the line longer than it was. " * 2)
    assert pane.edit.blockBoundingGeometry(second).top() > before
    assert pane.edit.text.endswith("\nNext.")


def test_between_two_lines_the_mouse_hits_the_nearer_one(pane):
    pane.set_text(WORDS * 3)
    first, second = lines_of(pane.edit)[:2]
    top = pane.edit.contentOffset().y()
    x = int(second.x() + second.naturalTextWidth() / 2)
    for y, line in ((top + first.y() + first.height() + 1, first), (top + second.y() - 1, second)):
        QTest.mouseClick(pane.edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, int(y)))
        number = pane.edit.textCursor().block().layout().lineForTextPosition(pane.edit.textCursor().position())
        assert number.lineNumber() == line.lineNumber()
        assert 10 < pane.edit.textCursor().position() - line.textStart() < line.textLength() - 10


def test_every_place_of_the_page_is_found_again_under_the_mouse(pane):
    page = pane.edit.page()
    for point in range(0, page.span.end, 7):
        for part in page.stretches(Span(point, point + 1)):
            spot = QPointF(part.left + 1, (part.row.top + part.row.bottom) / 2)
            assert pane.edit.place_at(spot.toPoint()) in (point, point + 1)


def test_stretches_of_a_span_cover_its_lines_and_no_more(pane):
    pane.set_text(WORDS * 4)
    page = pane.edit.page()
    lines = lines_of(pane.edit)
    parts = list(page.stretches(Span(0, len(pane.text()))))
    assert len(parts) == len(lines)
    assert all(part.right > part.left for part in parts)
    second = parts[1].slot
    [only] = pane.edit.page(second.adjusted(0, 1, 0, -1)).stretches(Span(0, len(pane.text())))
    assert only.slot == second


def test_zoom_by_steps_and_wheel_and_back(pane, qtbot):
    size = pane.edit.font().pointSizeF()
    with qtbot.waitSignal(pane.zoomed) as told:
        pane.edit.column.zoom_to(pane.edit.column.zoom + ZOOM_STEP)
    assert told.args == [110]
    assert pane.edit.font().pointSizeF() == pytest.approx(size * 1.1)
    wheel(pane.edit, -120)
    wheel(pane.edit, -60)
    assert pane.edit.column.zoom == 100
    wheel(pane.edit, -60)
    assert pane.edit.column.zoom == 90
    pane.edit.column.zoom_to(100)
    assert pane.edit.font().pointSizeF() == pytest.approx(size)


def wheel(edit, delta):
    spot = QPointF(100, 100)
    event = QWheelEvent(
        spot,
        spot,
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(edit.viewport(), event)


def test_the_font_of_the_settings_is_used_and_has_fallbacks(pane):
    pane.set_font("DejaVu Sans", 15)
    assert pane.edit.font().families()[0] == "DejaVu Sans"
    assert pane.edit.font().pointSizeF() == 15
    assert reading_font("sans", 12).families() != reading_font("serif", 12).families()
    assert reading_font("", 12).families() == reading_font("serif", 12).families()


def test_a_word_of_a_million_letters_is_shown_and_left_as_it_is(pane):
    text = "Short line.\n" + "x" * 1_000_000
    pane.set_text(text)
    assert pane.text() == text
    assert len(lines_of(pane.edit, 1)) > 1_000
    assert [line.textLength() for line in lines_of(pane.edit, 0)] == [len("Short line.")]


def test_right_to_left_paragraphs_stand_at_the_right_and_are_marked_there(pane):
    pane.set_text("Left.\n\nשלום עולם")
    page = pane.edit.page()
    [first] = page.stretches(Span(7, 11))
    [second] = page.stretches(Span(12, 16))
    assert first.right == pytest.approx(pane.edit.viewport().width() - MARGIN, abs=2)
    assert second.right < first.left + 2


ENDLESS = {
    "blanks": " " * 70_000,
    "exactly as many blanks as Qt counts": " " * 65_536,
    "a million blanks": " " * 1_000_000,
    "wide blanks": "\u3000" * 140_000,
    "tabs": "\t" * 70_000,
    "blanks and tabs": " \t" * 70_000,
    "blanks that do not break": "\u00a0" * 70_000,
    "marks without width": "\u200b" * 70_000,
    "letters": "a" * 200_000,
    "accents upon one letter": "\u0301" * 70_000,
    "two ways of writing": "a\u05d0" * 20_000,
    "pictures": "\U0001f600" * 40_000,
    "soft hyphens": "a\u00ad" * 40_000,
    "form feeds": "\f" * 70_000,
    "line separators": "\u2028" * 20_000,
}


@pytest.mark.parametrize("case", ENDLESS)
def test_a_giant_line_of_any_shape_opens_and_is_typed_in(pane, case):
    text = f"Hello {ENDLESS[case]} end."
    pane.set_text(text)
    pane.grab()
    pane.part_long_lines()
    pane.edit.setReadOnly(False)
    pane.edit.select(Span(len(pane.text()), len(pane.text())))
    QTest.keyClicks(pane.edit, "x")
    assert pane.text().endswith("end.x")
    for line in lines_of(pane.edit):
        assert line.textLength() or not pane.edit.document().firstBlock().text()


@pytest.mark.parametrize("blank", [" ", "\n", "\u3000"])
@pytest.mark.parametrize("length", [999, 1_000, 1_001, 1_600])
@pytest.mark.parametrize("before", [0, 1, 499, 500, 501, 777])
def test_an_endless_word_is_found_wherever_it_begins(length, before, blank):
    text = "ab " * 700 + "-" * before + blank + "a" * length + f"{blank}end."
    assert (wrapping(text) is QTextOption.WrapMode.WrapAnywhere) is (length >= 1_000)


def test_ordinary_words_of_a_long_paragraph_are_not_searched_for_an_endless_one(monkeypatch):
    monkeypatch.setattr(layout, "_ENDLESS_WORD", None)  # 0.6 ms a key in 5,000 words
    assert wrapping(WORDS * 300) is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def test_marks_stay_with_their_words_while_an_input_method_composes(pane):
    pane.set_text("Ferry late. Pier shut.")
    word, before = Span(12, 16), Span(0, 5)
    [there], [first] = pane.edit.page().stretches(word), pane.edit.page().stretches(before)
    pane.edit.select(Span(6, 6))
    QApplication.sendEvent(pane.edit, QInputMethodEvent("日本🚢", []))
    [pushed] = pane.edit.page().stretches(word)
    assert pushed.left > there.left + 20
    assert pushed.right - pushed.left == pytest.approx(there.right - there.left, abs=1)
    assert [part[:2] for part in pane.edit.page().stretches(before)] == [first[:2]]
    assert len(list(pane.edit.page().stretches(Span(0, 22)))) == 1
