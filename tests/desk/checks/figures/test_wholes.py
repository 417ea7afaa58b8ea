"""Wholes against their parts: people who are named, per cent of a sum of money, three sides of a poll."""

import pytest

from desk.checks.figures import percents, wholes
from desk.checks.figures.numbers import numbers
from tests.rows import rows


def slips(text):
    return list(wholes.slips(text, tuple(numbers(text))))


@pytest.mark.parametrize(
    ("text", "number", "right"),
    [
        ("Three people — Ana Lind, Tom Hale, Mia Chan and Joe Park — were hurt.", "Three", "Four"),
        ("The 3 suspects (Ana Lind, 34, and Tom Hale, 41) were held.", "3", "2"),
        ("She named five nominees: Ana de la Cruz, Tom Hale, Jo van der Berg and Mia Chan.", "five", "four"),
    ],
)
def test_people_who_are_named_are_counted(text, number, right):
    (slip,) = slips(text)
    assert (text[slip.start : slip.end], slip.suggestions) == (number, (right,))
    assert slips(text.replace(number, right, 1)) == []


@rows(
    "text",
    [
        "Four people — Ana Lind, Tom Hale, Mia Chan and Joe Park — were hurt.",
        "Two of the three people — Ana Lind, Tom Hale, Mia Chan and Joe Park — were hurt.",
        "At least three people — Ana Lind and Tom Hale — were hurt.",
        "Three people, Ana Lind and Tom Hale said, were hurt.",
        "Three people — among them Ana Lind and Tom Hale — were hurt.",
        "Six people from two towns — Wexlow and Hallow — were hurt.",
    ],
)
def test_people_who_are_all_named_or_not_all_are_left_in_peace(text):
    assert slips(text) == []


@pytest.mark.parametrize(
    ("text", "share", "right"),
    [
        ("Eight of the 12 schools, or 75 per cent, are in the north.", "75", "67"),
        ("It mended three out of eight boats (27.5%) in May.", "27.5", "37.5"),
        ("Some 40 of its 50 ferries — about 60 percent — were late.", "60", "80"),
    ],
)
def test_so_many_of_so_many_are_reckoned_in_per_cent(text, share, right):
    (slip,) = slips(text)
    assert (text[slip.start : slip.end], slip.suggestions) == (share, (right,))
    assert slips(text.replace(share, right)) == []


@rows(
    "text",
    [
        "Two of three boats, or 66 percent, were late.",
        "Nine of the 14 seats, or 64%, are held by women.",
        "Eight of the 12 schools, or 75 per cent of those in the north, were shut.",
        "In May 8 of 2026 pupils (12 percent more than in April) were ill.",
        "Of the 12 schools, eight are shut, and 75 per cent of pupils stay at home.",
    ],
)
def test_shares_of_another_whole_or_rounded_are_left_in_peace(text):
    assert slips(text) == []


def test_a_share_of_a_sum_is_reckoned():
    text = "Banks share fees of 1 percent of $21.1 billion, or just over $2 billion."
    (slip,) = slips(text)
    assert (text[slip.start : slip.end], slip.suggestions) == ("$2 billion", ("$211 million",))


@pytest.mark.parametrize(
    "text",
    [
        "Banks share fees of 1 percent of $21.1 billion, or just over $211 million.",
        "He paid 10 per cent of £450,000, or about £40,000.",
        "They get 5% of $80 (about $4) a day.",
        "The owner holds 10 percent of the $200 million firm, or more than $5 million of debt.",
    ],
)
def test_a_share_that_is_right_but_for_rounding_is_left_in_peace(text):
    assert slips(text) == []


def test_three_sides_of_a_poll_are_no_more_than_the_whole():
    text = "Some 60 percent backed the plan, 30 percent opposed it and 20 percent were undecided."
    (slip,) = percents.slips(text, (0,))
    assert (slip.rule, text[slip.start : slip.end]) == ("figures.shares", "20 percent")
    assert list(percents.slips(text.replace("20", "11"), (0,))) == []


def test_a_time_may_stand_between_a_change_and_its_from_and_to():
    text = "Her rating dropped 27 points in a month, from 52 percent to 38 percent."
    (slip,) = percents.slips(text, (0,))
    assert (text[slip.start : slip.end], slip.suggestions) == ("27", ("14",))
    assert list(percents.slips(text.replace("27", "14"), (0,))) == []


@pytest.mark.parametrize(
    ("text", "share", "right"),
    [
        ("The work costs $3.6 million, up 20 percent from $2.4 million.", "20", "50"),
        ("It cost £3.6m, a rise of 20 per cent on the £2.4m spent last year.", "20", "50"),
        ("Profit was $1.80 a share, down 20 percent from $2.00 a year ago.", "20", "10"),
    ],
)
def test_a_change_from_a_sum_that_stands_last_is_reckoned(text, share, right):
    (slip,) = percents.slips(text, (0,))
    assert (text[slip.start : slip.end], slip.suggestions) == (share, (right,))
    assert list(percents.slips(text.replace(share, right), (0,))) == []
    (start, end, _) = slip.partners[0]
    assert start < end


def test_sums_of_other_things_are_left_in_peace():
    assert not list(
        percents.slips("It sold $3 million of boats, up 20 percent from a year ago, and $2 million of nets.", (0,))
    )
    assert not list(percents.slips("Sales were $3.0 million, up 20 percent from $2.5 million in 2024.", (0,)))
