"""Weekdays against dates, in every order and abbreviation, with and without a year."""

import random
from datetime import date, timedelta

import pytest

from desk.checks.check import Severity
from tests.rows import rows

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS_WORDS = "January February March April May June July August September October November December"
MONTHS = _MONTHS_WORDS.split()
SHORT_DAYS = ("Mon.", "Tues.", "Wed.", "Thurs.", "Fri.", "Sat.", "Sun.")
SHORT_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
FORMS = (
    "{day}, {month} {n}",
    "{day} {n} {month}",
    "{day} {month} {n}",
    "{day}, {n} {month}",
    "{day} the {nth} of {month}",
    "{day}, {month} {nth}",
    "{day} night, {month} {n}",
    "{day} ({month} {n})",
    "{month} {n} ({day})",
    "{n} {month} ({day})",
    "{day}, {short} {n}",
    "{day} {n} {short}",
    "{abbr} {short} {n}",
    "{abbr} {n} {month}",
)
TODAY = date(2026, 3, 6)


def ordinal(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def written(form, day, weekday):
    return form.format(
        day=DAYS[weekday],
        abbr=SHORT_DAYS[weekday],
        month=MONTHS[day.month - 1],
        short=SHORT_MONTHS[day.month - 1],
        n=day.day,
        nth=ordinal(day.day),
    )


def sentence(said, past):
    return f"The quay was shut on {said} after a storm." if past else f"The quay will open on {said} at noon."


BOTH = [(form, year) for form in FORMS for year in ("", ", 2026") if not (year and form.endswith(")"))]


@rows(("form", "year"), BOTH)
def test_a_weekday_that_does_not_fit_is_found_in_every_form(told, form, year):
    day = date(2026, 2, 24)
    said = written(form, day, 3) + year
    (finding,) = told(sentence(said, past=True), None if year else TODAY)
    assert (finding.rule, finding.severity) == ("figures.weekday", Severity.ERROR)
    assert written(form, day, 1) + year in finding.suggestions
    assert written(form, day + timedelta(2), 3) + year in finding.suggestions
    assert not told(sentence(written(form, day, 1) + year, past=True), None if year else TODAY)


def test_a_thousand_right_dates_are_left_in_peace(told):
    chance = random.Random(11)
    wrong = []
    for _ in range(20):
        today = date(2015, 1, 1) + timedelta(chance.randrange(4_500))
        lines = []
        for _ in range(50):
            day = today + timedelta(chance.randrange(-300, 300))
            form = chance.choice(FORMS)
            year = chance.choice(("", f", {day.year}")) if not form.endswith(")") else ""
            lines.append(sentence(written(form, day, day.weekday()) + year, past=day <= today))
        wrong += [(today, finding.quote) for finding in told("\n\n".join(lines), today)]
    assert not wrong


@rows(
    "text",
    [
        "The quay was shut on Tuesday, Nov. 4, and has been shut since.",  # of the year before
        "The fair is open Saturday and Sunday, June 6 and 7.",
        "The fair runs from Thursday to Saturday, June 4-6.",
        "In 2019 the vote was held on Tuesday, March 12, and it was close.",
        "On Wednesday 14 ships came in.",
        "The Sunday Mail, March 4, said so.",
        "Route 5 May 12 times a day be closed.",
    ],
)
def test_what_fits_or_is_no_date_is_left_in_peace(told, text):
    assert not told(text, TODAY)


def test_without_a_date_of_its_own_a_year_less_date_is_left_in_peace(told):
    text = "The quay was shut on Monday, March 4, after a storm."
    assert not told(text)
    assert told(text, TODAY)
    (finding,) = told(f"Quay shut\n\n6 March 2026\n\n{text}")
    assert finding.suggestions[:2] == ("Monday, March 2", "Wednesday, March 4")


def test_in_the_past_the_day_just_gone_is_offered_first_and_a_year_comes_last(told):
    (finding,) = told("The quay was shut on Tuesday 20 March.", date(2026, 3, 12))
    assert finding.suggestions[0] == "Tuesday 10 March"
    (finding,) = told("The quay was shut on Wednesday, March 4, 2025.")
    assert finding.suggestions[0] == "Tuesday, March 4, 2025"
    assert finding.suggestions[-1].endswith("2026")


def test_two_weekdays_of_one_date_name_each_other(told):
    text = "The quay was shut on Thursday, March 5.\n\nIt opens late.\n\nOn Wednesday, March 5, a storm had come."
    for today in (None, TODAY):
        (finding,) = told(text, today)
        assert (finding.rule, finding.suggestions) == ("figures.two-weekdays", ("Thursday, March 5",))
        assert finding.evidence[0].span.of(text) == "Thursday, March 5"


@pytest.mark.parametrize(
    ("said", "right"), [("February 30", "February 29"), ("31 June", "30 June"), ("Feb. 29, 2026", "Feb. 28, 2026")]
)
def test_a_day_that_does_not_exist_is_found(told, said, right):
    (finding,) = told(f"The lease ends on {said} and will not be renewed.")
    assert (finding.rule, finding.suggestions) == ("figures.no-such-day", (right,))


@rows(
    ("text", "rule", "suggestion"),
    [
        ("It began at 13 p.m. on Monday.", "figures.no-such-time", "1 p.m."),
        ("It began at 9 p.m. this morning.", "figures.no-such-time", "9 p.m."),
        ("It began at 9 a.m. this morning.", "figures.time-twice", "9 a.m."),
        ("It costs between $10-$15 a day.", "figures.range-words", "between $10 and $15"),
        ("It takes between 10 to 15 days.", "figures.range-words", "between 10 and 15"),
        ("He led it from 1998-04 and left.", "figures.range-words", "from 1998 to 2004"),
    ],
)
def test_times_and_ranges(told, text, rule, suggestion):
    (finding,) = told(text)
    assert (finding.rule, finding.suggestions) == (rule, (suggestion,))


@rows(
    "text",
    [
        "It began at 9 a.m. Good morning, she said.",
        "The score was 3:75 after the final heat and 4:99 before.",
        "It ran from 10 a.m. to 3 p.m. in the afternoon session.",
        "From 5-year-old horses to foals, all were sold.",
        "He was vizier from 1543-4 to 1557-8.",
        "The team was beaten 10-15 between Monday and Friday.",
    ],
)
def test_other_times_and_figures_are_left_in_peace(told, text):
    assert not [finding for finding in told(text) if finding.rule != "figures.time-twice"]


def test_a_zone_of_the_other_half_of_the_year_is_a_hint(told):
    (finding,) = told("The launch was at 9 a.m. EST, the agency said on July 12.", date(2026, 7, 13))
    assert (finding.quote, finding.suggestions, finding.severity) == ("EST", ("EDT",), Severity.HINT)
    assert not told("The launch was at 9 a.m. EDT, the agency said on July 12.", date(2026, 7, 13))


def test_one_day_with_two_weekdays_is_told_though_each_would_fit_a_year_of_its_own(told):
    (finding,) = told(
        "The board meets on Friday, June 5. It will vote on Thursday, June 5, on the sale.", date(2026, 3, 6)
    )
    assert (finding.rule, finding.suggestions[0]) == ("figures.two-weekdays", "Friday, June 5")
    assert not told("It met on Thursday, June 5, last year. It will meet on Friday, June 5.", date(2026, 3, 6))
    assert not told(
        "It met on Thursday, June 5, and will meet in 2026.\n\nIt will vote on Friday, June 5.", date(2026, 3, 6)
    )


AGREED = "It met on Monday, March 2. It votes on Tuesday, March 10.\n\nIt sits until Friday, April 3, in the hall."


def test_without_any_year_the_odd_one_of_several_dates_is_told(told):
    (finding,) = told(f"{AGREED}\n\nThe pier opens on Monday, May 5, at noon.")
    assert (finding.rule, finding.quote, finding.suggestions) == (
        "figures.weekday",
        "Monday, May 5",
        ("Tuesday, May 5",),
    )
    assert finding.evidence[0].span.of(AGREED) == "Monday, March 2"


@rows(
    "more",
    [
        "The pier opens on Tuesday, May 5, at noon.",
        "The pier opened on Monday, December 8, at noon.",
        "The pier opened on Monday, May 5, 2025, at noon.",
        "The pier opened on Monday, May 5, and in 2025 it fell.",
        "The pier opens on Monday, May 5, and on Sunday, May 11.",
        "The pier opens on May 5 and is closed on Mondays.",
    ],
)
def test_dates_of_two_years_or_with_one_more_odd_are_left_in_peace(told, more):
    assert not told(f"{AGREED}\n\n{more}")
