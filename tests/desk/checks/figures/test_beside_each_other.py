"""Figures that stand beside what they are made of: parts, changes, spans and results, wrong and right."""

from datetime import date
from pathlib import Path

from desk.checks.check import Severity
from tests.rows import rows

TODAY = date(2026, 3, 6)


@rows(
    ("text", "rule", "quote", "first"),
    [
        ("Revenue rose from $2 million to $3 million, an increase of 40 percent.", "percent-change", "40", "50"),
        (
            "The seven-member council approved the plan on Tuesday; four voted for it and two against.",
            "vote",
            "seven",
            "six",
        ),
        (
            "The seven-member council approved the plan on Tuesday. Four voted for it and two against.",
            "vote",
            "seven",
            "six",
        ),
        ("The seven-member council split: four members voted for it and two voted against it.", "vote", "seven", "six"),
        ("The five-member board voted four in favor and two against.", "vote", "five", "six"),
        ("Of the 40 pupils, 25 passed and 14 failed.", "sum", "40", "39"),
        ("Of the 40 pupils who sat the exam, 25 passed and 14 did not.", "sum", "40", "39"),
        ("Of the school’s 40 pupils, 25 passed and 14 failed.", "sum", "40", "39"),
        ("Forty pupils sat the exam: 25 passed and 14 failed.", "sum", "Forty", "Thirty-nine"),
        ("Forty pupils sat the exam, of whom 25 passed and 14 failed.", "sum", "Forty", "Thirty-nine"),
        ("Of the 12 members, seven came by train and the other four walked.", "sum", "12", "11"),
        ("Of the 12 members, three came by train, two by bus and the other six walked.", "sum", "12", "11"),
        ("The crew pulled out 14 people, of whom nine survived and four died.", "sum", "14", "13"),
        ("Of its 18 libraries, 11 are open and eight are closed.", "sum", "18", "19"),
        ("Of the 21 applications, 15 were approved and five rejected.", "sum", "21", "20"),
        ("The number of cases halved from 80 to 30.", "multiple", "halved", "more than halved"),
        ("Of the 90 schools, 60 were open and 25 were closed.", "sum", "90", "85"),
        ("Of the 100 senators, 52 voted for and 49 against.", "sum", "100", "101"),
        ("Membership doubled from 4 to 9.", "multiple", "doubled", "more than doubled"),
        ("Rent has nearly doubled from $800 to $1,700 in six years.", "multiple", "doubled", "$1,600"),
        ("Output tripled in a decade from 20 tons to 45 tons.", "multiple", "tripled", "60"),
        ("Membership was up 12 to 30 from 20.", "percent-change", "12", "10"),
        ("Turnout fell 12 points to 40 percent from 54 percent.", "percent-change", "12", "14"),
        ("The price rose from $80 to $30 a ton.", "direction", "rose", "$30 to $80"),
        ("Attendance fell from 2,400 to 2,800 a day.", "direction", "fell", "2,800 to 2,400"),
        ("She was born in 1950 and will be 86 in 2026.", "birth-year", "86", "76"),
        ("Born in Leeds in 1931, she died in 2010 at the age of 89.", "birth-year", "89", "79"),
        ("Aldane, who was born on March 3, 1941, died in May 2001, aged 70.", "birth-year", "70", "60"),
        ("He led the union from 1990 to 2004, 12 years in which it grew.", "span", "12", "14"),
        ("He led the union for 12 years, from 1990 to 2004.", "span", "12", "14"),
        ("Her 12-year reign from 1990 to 2004 was quiet.", "span", "12", "14"),
        ("He was mayor from 1990 to 2004, 12 years in all.", "span", "12", "14"),
        ("Ana Lind (1931–2010) died aged 69 in Leeds.", "birth-year", "69", "79"),
        ("The 14-hour strike from 06:00 to 18:00 is over.", "span", "14", "12"),
        ("Aldane beat Brookton 1-3 on Saturday.", "score", "1-3", "3-1"),
        ("Aldane beat Brookton 7-14 Saturday.", "score", "7-14", "14-7"),
        ("The two-hour hearing, from 9 a.m. to noon, was public.", "span", "two", "three"),
        ("The hearing lasted two hours, from 9 a.m. to 12:30 p.m.", "span", "two", ""),
        ("The four-hour meeting ran from 6 to 9 p.m.", "span", "four", "three"),
        ("More than 20 countries – 1 in Europe and 18 in Asia – took part.", "sum", "20", ""),
    ],
)
def test_what_its_own_figures_speak_against_is_told(told, text, rule, quote, first):
    (finding,) = told(text, TODAY)
    assert (finding.rule, finding.quote) == (f"figures.{rule}", quote)
    assert finding.evidence
    assert first == (finding.remedies[0].edits[0].text if finding.remedies else "")


RIGHT = Path(__file__).with_name("fit_each_other.txt").read_text("utf-8").splitlines()
"""Right sentences, of which none may be told."""


@rows("text", RIGHT)
def test_figures_that_fit_or_that_another_thing_explains_are_left_in_peace(told, text):
    assert not told(text, TODAY)


@rows(
    "text",
    [
        "The seven-member council approved the plan. Four voted for it and two against.",
        "Revenue rose from $2 million to $3 million, an increase of 40 percent.",
        "Of the 40 pupils, 25 passed and 14 failed.",
        "Attendance fell from 2,400 to 2,800 a day.",
        "Aldane beat Brookton 0-1 away on Tuesday.",
    ],
)
def test_what_may_have_its_reason_is_a_hint(told, text):
    (finding,) = told(text)
    assert finding.severity is Severity.HINT
