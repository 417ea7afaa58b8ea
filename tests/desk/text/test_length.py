"""How long a text is to be, and how wide a headline is."""

import pytest

from desk.text.length import Length, Unit, fit_of, headline_words, length_of, lines_of, units_of


@pytest.mark.parametrize(("now", "said"), [(38, "412 to go"), (450, "just right"), (460, "10 over")])
def test_a_length_says_what_is_to_go_or_over(now, said):
    assert Length(450).against(now) == f"{now} of 450 words · {said}"


def test_a_length_is_kept_as_it_is_said():
    assert length_of(str(Length(60, Unit.LINES))) == Length(60, Unit.LINES)
    assert [length_of(said) for said in ("", "many words", "60 miles", "-3 words")] == [None] * 4


def test_lines_are_filled_word_by_word():
    assert lines_of(["the", "bridge", "will", "close"], 10) == 2
    assert lines_of(["the", "bridge", "will", "close"], 9) == 4
    assert lines_of(["extraordinarily", "long"], 6) == 2
    assert lines_of([], 6) == 0


def test_units_are_those_of_a_copy_desk():
    assert units_of("till") == 2
    assert units_of("mow") == 4
    assert units_of("Bridge") == 1.5 + 1 + 0.5 + 1 + 1 + 1
    assert units_of("I") == 0.5


def test_a_headline_fits_or_says_what_is_too_much():
    assert fit_of("Bridge to close", 0, 1) == ""
    assert fit_of("Bridge to close", 14, 1) == "fits 1 line of 14"
    assert fit_of("Bridge to close", 8, 2) == "fits 2 lines of 8"
    assert fit_of("Bridge to close", 8, 1) == "5 units too long for 1 line of 8"
    assert fit_of("Bridge to close", 5, 3) == "a word is wider than 5 units"
    assert fit_of("Bridge\nto close", 8, 2) == "fits 2 lines of 8"
    assert fit_of("Bridge to close now\nII", 14, 2) == "fits 2 lines of 14 broken otherwise: line 1 is 3 units too long"
    assert headline_words("Bridge to close", 14, 1) == "Headline: 15 characters, 13 units · fits 1 line of 14"
