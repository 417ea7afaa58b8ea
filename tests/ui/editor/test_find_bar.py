"""Find and replace by keys: counted, gone through both ways, replaced as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desk.checks.check import Edit
from desk.text.blocks import Kind, paragraphs
from desk.text.diff import compare
from desk.text.spans import Span
from ui.editor import copy_map, find_bar

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(pane):
    """The find bar, opened over a text with four rivers."""
    pane.set_text("The river 😀 rose. A River\nfell. No river, no rivers.")
    pane.find_bar.open()
    assert pane.find_bar.isVisible()
    return pane.find_bar


def selected(pane):
    return pane.edit.selected.of(pane.text())


def test_enter_goes_on_shift_enter_goes_back_and_both_go_round(pane, bar):
    QTest.keyClicks(bar.find_field, "river")
    assert bar.count.text() == "1 of 4"
    places = []
    for _ in range(4):
        QTest.keyClick(bar.find_field, Qt.Key.Key_Return)
        places.append(bar.count.text())
    assert places == ["2 of 4", "3 of 4", "4 of 4", "1 of 4"]
    QTest.keyClick(bar.find_field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "4 of 4"
    assert selected(pane) == "river"


def test_escape_goes_back_to_the_text_with_the_words_selected(pane, bar):
    QTest.keyClicks(bar.find_field, "fell")
    QTest.keyClick(bar.find_field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert pane.edit.hasFocus()
    assert selected(pane) == "fell"


def test_the_switches_narrow_the_search(bar):
    QTest.keyClicks(bar.find_field, "river")
    bar.whole.click()
    assert bar.count.text().endswith("3")
    bar.case.click()
    assert bar.count.text().endswith("2")
    bar.find_field.setText("river.")
    assert bar.count.text() == "Not found"
    bar.whole.click()
    bar.regular.click()
    assert bar.count.text().endswith("3")


def test_a_bad_pattern_is_told_and_does_no_harm(pane, bar):
    bar.regular.click()
    QTest.keyClicks(bar.find_field, "(river")
    assert bar.count.text() == "Bad pattern"
    assert "missing closing parenthesis" in bar.count.toolTip()
    assert "missing closing parenthesis" in bar.find_field.accessibleDescription()
    QTest.keyClick(bar.find_field, Qt.Key.Key_Return)
    assert bar.replace_all() == 0
    QTest.keyClicks(bar.find_field, ")")
    assert bar.count.toolTip() == ""


def test_replace_goes_on_to_the_next_place(pane, bar):
    bar.case.click()
    QTest.keyClicks(bar.find_field, "river")
    bar.replace_field.setText("stream")
    QTest.keyClick(bar.replace_field, Qt.Key.Key_Return)
    assert pane.text().startswith("The stream 😀")
    assert pane.edit.selected == Span(pane.text().index("river"), pane.text().index("river") + 5)
    pane.undo()
    assert pane.text().startswith("The river 😀")


def test_all_places_are_replaced_even_where_only_the_first_are_counted(pane, bar, monkeypatch):
    monkeypatch.setattr(find_bar, "MOST", 2)
    pane.set_text("the quay, the pier, the boat")
    bar.find_field.setText("the")
    assert bar.count.text() == "1 of 2+"
    bar.replace_field.setText("a")
    assert bar.replace_all() == 3
    assert pane.text() == "a quay, a pier, a boat"
    assert bar.count.text() == "3 replaced"
    pane.undo()
    assert pane.text() == "the quay, the pier, the boat"


def test_what_many_replacements_look_at_grows_with_their_number_and_no_faster(pane, bar, monkeypatch):
    """Each looked at all blocks before it: 26,400 of them took two minutes."""
    looked: list[object] = []
    follow = copy_map._stretched
    monkeypatch.setattr(copy_map, "_stretched", lambda of, change: (looked.extend(of), follow(of, change))[1])
    pane.set_text("the quay and the pier\n\n" * 300)
    pane.bars.show(compare(pane.text(), pane.text()))
    bar.find_field.setText("the")
    bar.replace_field.setText("another")
    assert bar.replace_all() == 600
    assert len(looked) < 600 * 4
    assert len(pane.bars.marks()) == 600
    assert [mark.span.of(pane.text()) for mark in pane.bars.marks()] == ["another"] * 600


@pytest.mark.parametrize("pattern", ["^", "$", "x*", r"\b"])
def test_a_pattern_that_finds_no_words_is_refused_in_a_sentence(pane, bar, pattern):
    before = pane.text()
    bar.regular.click()
    bar.find_field.setText(pattern)
    assert bar.count.text() == "No words"
    assert "places without words" in bar.said.text()
    bar.replace_field.setText("y")
    assert bar.replace_all() == 0
    assert pane.text() == before
    bar.find_field.setText("^The")
    assert bar.count.text() == "1 of 1"
    assert not bar.said.isVisible()


def test_as_many_places_as_are_counted_are_all_of_them(pane, bar, monkeypatch):
    monkeypatch.setattr(find_bar, "MOST", 2)
    pane.set_text("the quay, the pier")
    bar.find_field.setText("the")
    assert bar.count.text() == "1 of 2"
    bar.replace_field.setText("a")
    bar.replace_all()
    assert bar.count.text() == "2 replaced"


def test_only_places_in_the_selection_are_counted(pane, bar, monkeypatch):
    monkeypatch.setattr(find_bar, "MOST", 2)
    text = "😀 the quay, the pier, the boat, the tide, the rope"
    pane.set_text(text)
    pane.edit.select(Span(text.index("boat"), len(text)))
    bar.in_selection.click()
    bar.find_field.setText("the")
    assert bar.count.text() == "1 of 2", "they stand behind the first two of the text"
    pane.edit.select(Span(text.index("quay"), len(text)))
    bar.in_selection.setChecked(False)
    bar.in_selection.click()
    assert bar.count.text() == "2+ found"
    bar.replace_field.setText("a")
    assert bar.replace_all() == 4
    assert bar.count.text() == "4 replaced"
    assert pane.text() == "😀 the quay, a pier, a boat, a tide, a rope"


def test_replace_all_is_one_step(pane, bar):
    before = pane.text()
    bar.regular.click()
    QTest.keyClicks(bar.find_field, "(riv)er")
    bar.replace_field.setText(r"\1ulet")
    bar.all_button.click()
    assert pane.text() == "The rivulet 😀 rose. A Rivulet\nfell. No rivulet, no rivulets."
    assert bar.count.text() == "4 replaced"
    pane.undo()
    assert pane.text() == before


def test_selected_words_are_looked_for(pane, bar):
    QTest.keyClick(bar.find_field, Qt.Key.Key_Escape)
    pane.edit.select(Span(12, 16))
    pane.find_bar.open()
    assert bar.find_field.text() == "rose"
    assert bar.count.text() == "1 of 1"


def test_the_count_follows_the_text(pane, bar, qtbot):
    QTest.keyClicks(bar.find_field, "river")
    pane.edit.select(Span(0, 0))
    QTest.keyClicks(pane.edit, "River! ")
    qtbot.waitUntil(lambda: bar.count.text().startswith("5"))


def test_the_next_match_is_gone_to_with_the_bar_closed(pane, bar):
    QTest.keyClicks(bar.find_field, "river")
    QTest.keyClick(bar.find_field, Qt.Key.Key_Escape)
    pane.find_bar.find_next()
    assert pane.edit.selected == Span(20, 25)
    pane.find_bar.find_previous()
    assert pane.edit.selected == Span(4, 9)


def test_a_read_only_text_is_searched_but_not_replaced(pane, bar):
    pane.set_read_only("Open elsewhere.")
    before = pane.text()
    QTest.keyClicks(bar.find_field, "river")
    bar.replace_field.setText("x")
    bar.replace()
    assert bar.replace_all() == 0
    assert pane.text() == before


def test_what_was_typed_stays_when_the_bar_is_asked_for_again(pane, bar):
    bar.regular.click()
    QTest.keyClicks(bar.find_field, "riv(er|ers)")
    assert selected(pane) == "river"
    for replacing in (True, False):
        pane.find_bar.open(replacing=replacing)
        assert bar.find_field.text() == "riv(er|ers)"


@pytest.mark.parametrize("template", [r"\2", "$3", r"new \1 and \9"])
def test_a_replacement_that_names_a_missing_group_is_refused_in_a_sentence(pane, bar, template):
    before = pane.text()
    bar.regular.click()
    QTest.keyClicks(bar.find_field, "(riv)er")
    bar.replace_field.setText(template)
    assert bar.replace_all() == 0
    QTest.keyClick(bar.replace_field, Qt.Key.Key_Return)
    assert pane.text() == before
    assert bar.said.isVisible()
    assert "names group" in bar.said.text()
    assert "has 1 group" in bar.said.text()
    bar.replace_field.setText("x")
    assert not bar.said.isVisible()
    assert bar.replace_all() == 4


def test_only_what_is_selected_is_replaced_however_long_it_becomes(pane, bar):
    pane.edit.select(Span(0, 30))
    bar.in_selection.click()
    bar.find_field.setText("river")
    assert bar.count.text().endswith("2 found") or bar.count.text() == "1 of 2"
    bar.replace_field.setText("long stream")
    assert bar.replace_all() == 2
    assert pane.text() == "The long stream 😀 rose. A long stream\nfell. No river, no rivers."


def test_the_part_that_is_looked_through_is_seen_while_the_bar_is_open_and_follows_edits(pane, bar):
    def seen():
        grabbed = pane.edit.viewport().grab().toImage()
        ground = QColor(pane.edit.colours.scope).rgb()
        return sum(grabbed.pixel(x, y) == ground for y in range(grabbed.height()) for x in range(0, grabbed.width(), 3))

    assert seen() == 0
    pane.edit.select(Span(0, 20))
    bar.in_selection.click()
    pane.edit.select(Span(21, 21))
    chosen = seen()
    assert chosen > 0
    pane.edit.make([Edit(Span(4, 4), "very long and very wide ")])
    assert seen() > 1.5 * chosen
    bar.shut()
    assert seen() == 0


def test_a_word_at_a_sentences_head_keeps_its_capital_unless_the_bar_is_told_otherwise(pane, bar):
    text = "The bridge shut. Ferries sail; all ferries. FERRIES ARE FREE."
    for keeps, after in (
        (True, "The bridge shut. Boats sail; all boats. BOATS ARE FREE."),
        (False, "The bridge shut. boats sail; all boats. boats ARE FREE."),
    ):
        pane.set_text(text)
        bar.find_field.setText("ferries")
        bar.replace_field.setText("boats")
        assert bar.keep.isChecked() is keeps
        bar.replace()
        bar.replace()
        bar.replace_all()
        assert pane.text() == after
        bar.keep.click()
    bar.regular.click()
    assert not bar.keep.isEnabled(), "a pattern says itself what is put in"
    assert bar.replace_all() == 0


def test_no_switch_of_the_bar_is_cut_off_in_a_narrow_window(pane, bar):
    for width in (900, 560):
        pane.resize(width, 400)
        for switch in (bar.keep, bar.in_selection, bar.in_copy):
            assert switch.mapTo(pane, switch.rect().bottomRight()).x() < width


def test_another_text_is_looked_through_whole(pane, bar):
    pane.edit.select(Span(0, 10))
    bar.in_selection.click()
    pane.set_text("Another river. No river.")
    assert not bar.in_selection.isChecked()
    bar.find_field.setText("river")
    assert bar.count.text().endswith("2")


def test_without_a_selection_the_bar_says_what_is_missing(pane, bar):
    pane.edit.select(Span(2, 2))
    bar.in_selection.click()
    assert not bar.in_selection.isChecked()
    assert "Select the words" in bar.said.text()


def test_an_advertisement_is_left_alone_in_the_storys_copy(pane):
    text = "Our river rose.\n\nBuy River Boats now.\n\nThe river fell."
    pane.set_text(text)
    blocks = [
        block.marked(kind) for block, kind in zip(paragraphs(text), (Kind.COPY, Kind.PAID, Kind.COPY), strict=True)
    ]
    assert pane.set_blocks(blocks, pane.revision())
    bar = pane.find_bar
    bar.open()
    bar.find_field.setText("river")
    bar.in_copy.click()
    bar.replace_field.setText("stream")
    assert bar.replace_all() == 2
    assert pane.text() == "Our stream rose.\n\nBuy River Boats now.\n\nThe stream fell."


def test_a_pattern_that_takes_too_long_behind_the_places_that_were_counted_replaces_nothing(pane, bar, monkeypatch):
    monkeypatch.setattr(find_bar, "MOST", 2)
    text = "a\n" * 9 + "x" * 60 + "!"
    pane.set_text(text)
    bar.regular.click()
    bar.find_field.setText("a|(x+x+)+y")
    assert bar.count.text() == "1 of 2+"
    assert bar.replace_all() == 0
    assert pane.text() == text
    assert "takes too long" in bar.said.text()
