from hypothesis import given
from hypothesis import strategies as st

from desk.text.spans import Span
from desk.text.words import around, grouped, one_line, plural, plural_alone, shortened


def test_one_is_one_and_any_other_number_many():
    assert [plural(n, "finding") for n in (0, 1, 2, 1204)] == [
        "0 findings",
        "1 finding",
        "2 findings",
        "1,204 findings",
    ]
    assert [plural(n, "story", "stories") for n in (1, 2)] == ["1 story", "2 stories"]
    assert [plural_alone(n, "place follows", "places follow") for n in (1, 2)] == ["place follows", "places follow"]


@given(st.integers(0, 10**12), st.from_regex(r"[a-z]{1,9}", fullmatch=True))
def test_a_number_reads_back_and_goes_before_its_word(count, word):
    figures, said = plural(count, word).split(" ")
    assert int(figures.replace(",", "")) == count
    assert figures == grouped(count)
    assert (said == word) == (count == 1)


@given(st.text(), st.integers(1, 90))
def test_a_shortened_text_fits_on_one_line_and_is_the_beginning(text, length):
    said = shortened(text, length)
    assert len(said) <= length
    assert said == one_line(said)
    flat = one_line(text)
    assert said == flat if len(flat) <= length else flat.startswith(said.removesuffix("…"))
    assert said.endswith("…") or said == flat


@given(st.text("ab c\n", max_size=60), st.data())
def test_the_words_around_a_place_hold_it_fit_and_are_of_its_line(text, data):
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, min(len(text), start + 8))))
    said = around(text, span, 20)
    assert len(said) <= 20
    assert "\n" not in said
    assert one_line(span.of(text)) in said


def test_whole_words_on_both_sides_are_shown():
    text = "The mayor and her deputy spoke on Friday, and Holm left.\nLater."
    at = text.index("Friday")
    assert around(text, Span(at, at + 6), 26) == "…on Friday, and…"
    assert around("Holm left", Span(0, 4), 26) == "Holm left"
