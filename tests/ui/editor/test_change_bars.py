"""Changes on the sheet follow the edits, and taking all of them back gives the earlier text."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desk.text.change import Change
from desk.text.diff import compare
from desk.text.spans import Span
from ui.editor import tints
from ui.editor.change_bars import ChangeBars
from ui.editor.taking_back import edited, edits_back

PARTS = ["The ferry sails on Monday.", "Ines Tollard said so.", "It rained, and nobody came to the pier.", "TK"]
TEXTS = st.lists(
    st.sampled_from([*PARTS, "The ferry sails on Friday.", "It rained, and few came to a pier."]), max_size=6
)


class Paper:
    """All that bars ask of a sheet while nothing is drawn."""

    def viewport(self):
        return self

    def update(self):
        pass


def bars(old, new):
    made = ChangeBars(Paper())
    made.show(compare(old, new))
    return made


@given(TEXTS, TEXTS)
@example(["It rained, and few came to a pier.", PARTS[2]], [PARTS[2], PARTS[2], "The ferry sails on Monday."])
@example(
    ["Ines Tollard said so.", "It rained, and nobody came to the pier.", "It rained, and few came to a pier.", "Ines."],
    ["It rained, and few came to a pier.", "The ferry sails on Monday.", "It rained, and few came to a pier."],
)
def test_every_change_can_be_taken_back_until_the_words_are_those_of_before(old, new):
    one, text = "\n\n".join(old), "\n\n".join(new)
    for _ in range(40):
        comparison = compare(one, text)
        if comparison.same_words:
            break
        text = edited(text, edits_back(comparison, comparison.steps[0], text))
    assert compare(one, text).same_words


@given(TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 9), st.sampled_from(["", "x", " and so"]))))
def test_marks_stay_in_order_and_apart_whatever_is_typed(old, new, edits):
    text = "\n\n".join(new)
    shown = bars("\n\n".join(old), text)
    for start, count, words in edits:
        start = min(start, len(text))
        gone = text[start : start + count]
        text = text[:start] + words + text[start + count :]
        shown.absorb(Change(start, gone, words))
        assert all(0 <= mark.start <= mark.end <= len(text) for mark in shown.marks())
        inside = [mark for mark in shown.marks() if mark not in shown._moved]
        assert all(one.end <= other.start for one, other in itertools.pairwise(inside) if one.step is None)


def test_what_is_typed_is_a_change_at_once_and_words_that_stay_keep_theirs():
    shown = bars("One two three.", "One 2 three.")
    shown.absorb(Change(0, "", "Now "))
    assert [(mark.span, mark.step is None) for mark in shown.marks()] == [(Span(0, 4), True), (Span(8, 9), False)]
    shown.absorb(Change(9, "", "!"))
    assert [mark.span for mark in shown.marks()] == [Span(0, 4), Span(8, 10)]
    silent = ChangeBars(Paper())
    silent.absorb(Change(0, "", "Now "))
    assert silent.marks() == [], "nothing to compare with"


def test_the_change_at_a_place_is_the_one_touched_else_the_nearest_of_its_paragraph():
    shown = bars("aa bb cc dd ee.\n\nff gg", "aa xx cc dd yy.\n\nff gg")
    first, second = shown.marks()
    assert (shown.at(3), shown.at(5), shown.at(8)) == (first, first, None)
    assert (shown.at(9, Span(0, 15)), shown.at(7, Span(0, 15))) == (second, first)
    assert shown.at(18, Span(17, 22)) is None
    assert [shown.beside(p, back=False) for p in (0, 4, 14)] == [first, second, first]
    assert [shown.beside(p, back=True) for p in (0, 9, 15)] == [second, first, second]


@pytest.mark.parametrize("words", [False, True])
def test_bars_and_signs_are_painted_where_something_changed(pane, story, words):
    was = story.replace("on Monday ", "").replace("thirty", "three").replace("miss him", "surely miss him")
    pane.bars.show(compare(was, story))
    pane.bars.show_words(words)
    picture = pane.edit.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    seen = {picture.pixelColor(int(4 * ratio), y).name() for y in range(picture.height())}
    assert tints.current().bar in seen
    across = {picture.pixelColor(x, y).name() for x in range(40, picture.width(), 2) for y in range(picture.height())}
    assert (tints.current().added in across) is words


def test_words_out_are_shown_struck_through_at_the_cursor_on_demand(pane, story):
    was = story.replace("on Monday ", "on the last Monday ").replace("thirty", "three")
    pane.bars.show(compare(was, story))
    at = story.index("thirty")
    pane.edit.select(Span(at + 2, at + 2))
    assert pane.words_out.slip.isHidden(), "only on demand"
    pane.bars.show_words(True)
    pane.words_out.look()
    slip = pane.words_out.slip
    assert (slip.isVisible(), slip.text(), slip.font().strikeOut()) == (True, "three", True)
    assert pane.edit.viewport().rect().contains(slip.geometry())
    pane.edit.select(Span(0, 0))
    assert slip.isHidden()


A, B, C = "The ferry sails on Monday.", "Ines Tollard said so to us.", "It rained, and nobody came."


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([A, B, C], [A, C]),
        ([A, B, C], [A, B]),
        ([A, B, C], [B, C]),
        ([A], [A, B]),
        ([A], [B, A]),
        ([A, B, C], [C, A, B]),
    ],
)
def test_paragraphs_that_are_taken_back_leave_the_very_text_of_before(old, new, end):
    one, text = "\n\n".join(old) + end, "\n\n".join(new) + end
    comparison = compare(one, text)
    assert edited(text, edits_back(comparison, comparison.steps[0], text)) == one
