"""Numbers within a sentence that do not make the sum that it names."""

import pytest

from desk.checks.figures import sums
from desk.checks.figures.numbers import numbers
from tests.rows import rows


def slips(text):
    return list(sums.slips(text, tuple(numbers(text))))


@pytest.mark.parametrize(
    ("text", "number", "suggestion"),
    [
        ("Three people, two men and two women, were hurt.", "Three", "Four"),
        ("Police held five suspects on Monday: two men and a woman.", "five", "three"),
        ("The crash killed 6 people on the quay, four men, a woman and two children.", "6", "7"),
        ("He treated four patients there – a man and a woman.", "four", "two"),
    ],
)
def test_a_wrong_sum_is_found_with_the_right_one(text, number, suggestion):
    (slip,) = slips(text)
    assert text[slip.start : slip.end] == number
    assert slip.suggestions == (suggestion,)
    assert "do not add up" in slip.message


@rows(
    "text",
    [
        "Four people, two men and two women, were hurt.",
        "At least three people, two men and two women, were hurt.",
        "At least 26 sailors — 24 from the town and 2 from elsewhere — came.",
        "About 30 games – 24 at home and three away – were won, and some 20 (two in May and one in June) lost.",
        "At least 20 sailors — some from the town and 2 from elsewhere — came, 12 at home or away.",
        "More than five people were hurt, two men and a woman among them.",
        "Three people, including two men and a woman, were hurt.",
        "Two people were hurt. Two men and two women helped.",
        "He met five people, two men and a woman he knew and others.",
        "A total of 12 people, 5 men, 4 women and 3 children, live there.",
        "",
    ],
)
def test_right_sums_and_vague_ones_are_left_in_peace(text):
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "number", "suggestion"),
    [
        ("Some 9 boats came. There 12 boats — 7 from the town and 4 from elsewhere — were lost.", "12", "11"),
        ("At least 25 sailors — 24 from the town and 2 from elsewhere — came.", "25", "26"),
        ("The club won 25 games – 24 at home and three away – in 2004.", "25", "27"),
        ("The six nurses (three from the town and two from the hills) left.", "six", "five"),
    ],
)
def test_parts_told_by_where_they_are_from_make_the_sum(text, number, suggestion):
    (slip,) = slips(text)
    assert (text[slip.start : slip.end], slip.suggestions) == (number, (suggestion,))
    assert slips(text.replace(number, suggestion, 1)) == []
