"""Places that move with the text: their words stay their words."""

from hypothesis import given
from hypothesis import strategies as st

from desk.text.change import Change, changed
from desk.text.moving import LONG, moved, moved_all, moved_point, stretched
from desk.text.spans import Span

WORDS = st.text(alphabet=st.sampled_from("ab \n\u00a0é😀"), max_size=6)


@st.composite
def cases(draw, size=30):
    """A text, a span of it and a change to it."""
    text = draw(st.text(alphabet=st.sampled_from("abc \n😀"), min_size=1, max_size=size))
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    at, to = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, Span(start, end), Change(at, text[at:to], draw(WORDS))


@given(cases())
def test_a_span_that_was_not_touched_still_holds_its_words(case):
    text, span, change = case
    place = moved(span, change)
    if place is not None:
        assert place.of(changed(text, (change,))) == span.of(text)


@given(cases())
def test_a_span_is_lost_only_to_a_change_that_touches_it(case):
    _, span, change = case
    if moved(span, change) is None:
        assert change.start <= span.end
        assert change.end >= span.start


@given(cases())
def test_a_stretched_span_holds_what_is_left_of_it(case):
    text, span, change = case
    after = stretched(span, change).of(changed(text, (change,)))
    left = text[span.start : min(span.end, change.start)], text[max(span.start, change.end) : span.end]
    assert after.startswith(left[0]) or not left[0]
    assert after.endswith(left[1]) or not left[1]


def test_a_letter_typed_against_a_word_makes_another_word_of_it():
    word = Span(4, 9)
    assert moved(word, Change(9, "", "s")) is None
    assert moved(word, Change(4, "", "x")) is None
    assert moved(word, Change(9, "", ", ")) == word
    assert moved(word, Change(4, "", "“")) == Span(5, 10)


def test_a_passage_stands_through_edits_inside_it_and_goes_with_its_last_word():
    passage = Span(10, 10 + LONG)
    assert moved(passage, Change(20, "ab", "xyz")) == Span(10, 11 + LONG)
    assert moved(passage, Change(0, "x" * 20, "")) == Span(0, LONG - 10)
    assert moved(passage, Change(5, "x" * (LONG + 10), "")) is None


def test_words_at_the_edge_of_a_block_belong_to_it_unless_a_line_end_stands_between():
    block = Span(5, 9)
    assert stretched(block, Change(9, "", " more")) == Span(5, 14)
    assert stretched(block, Change(9, "", "\nmore")) == block
    assert stretched(block, Change(5, "", "The ")) == Span(5, 13)
    assert stretched(block, Change(5, "", "New.\n\n")) == Span(11, 15)


def test_a_place_whose_words_went_is_where_they_were():
    assert moved_point(8, [Change(5, "abcdef", "x")]) == 5
    assert moved_point(8, [Change(0, "", "ab"), Change(2, "c", "")]) == 9
    assert moved_all(Span(3, 5), [Change(0, "", "ab"), Change(6, "x", "")]) is None
