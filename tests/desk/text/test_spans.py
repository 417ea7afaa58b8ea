import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.text.spans import Span, Utf16Map

texts = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("a\u0301\u00a0\U0001f600\U00010348\n")))


def units(text):
    """Count UTF-16 units the slow way: by encoding."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(texts, st.data())
def test_every_place_goes_to_units_and_back(text, data):
    point = data.draw(st.integers(0, len(text)))
    border = Utf16Map(text)
    assert border.to_units(point) == units(text[:point])
    assert border.to_points(border.to_units(point)) == point


@given(texts)
def test_a_place_inside_a_surrogate_pair_is_its_character(text):
    border = Utf16Map(text)
    for point, char in enumerate(text):
        if char > "\uffff":
            assert border.to_points(units(text[:point]) + 1) == point


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 0)])
def test_a_span_runs_forward_from_zero(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_that_only_meet_do_not_touch():
    assert not Span(0, 2).touches(Span(2, 4))
    assert Span(0, 3).touches(Span(2, 4))
    assert Span(0, 4).covers(Span(1, 4))
    assert not Span(0, 4).covers(Span(1, 5))


def test_a_span_knows_its_length_its_words_and_the_way_on():
    span = Span(4, 7)
    assert (len(span), span.of("the fox"), span.shifted(3)) == (3, "fox", Span(7, 10))


def test_an_empty_place_is_still_a_place():
    assert Span(5, 5)
    assert len(Span(5, 5)) == 0
