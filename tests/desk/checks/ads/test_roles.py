"""What a line of the story is on the page; all people and places are invented."""

import pytest

from desk.checks.ads import examples
from desk.checks.ads.copymap import mapped
from desk.text.blocks import BlockRole, Kind, Manuscript
from desk.text.bylines import byline
from tests.rows import rows

PROSE = examples.CLEAN.split("\n\n", 2)[2]


def role_of(line, text):
    return next(block.role for block in mapped(Manuscript.of(text)).blocks if block.text == line)


@pytest.mark.parametrize("lead", ["The ferry stays.", "Councillors voted late on Tuesday, nine to four."])
def test_a_lead_below_the_byline_is_no_standfirst(lead):
    assert role_of(lead, f"Ferry to stay\n\nBy Orla Whitcombe\n\n{lead}\n\n{PROSE}") is BlockRole.BODY
    standfirst = "Councillors voted late on Tuesday, nine to four"
    assert role_of(standfirst, f"Ferry to stay\n\n{standfirst}\n\nBy Ann Lowe\n\n{PROSE}") is BlockRole.STANDFIRST


@rows(
    "line",
    [
        "The vote is on Tuesday, May 5, 2026.",
        "The ferry first ran on 5 May 1926",
        "5 May 1926 was a Wednesday",
        "Updated fares come into force on May 5, 2026.",
        "Published on May 5, 2026, the report is thin.",
    ],
)
def test_a_sentence_that_ends_in_a_date_is_no_dateline(line):
    assert role_of(line, f"{examples.CLEAN}\n\n{line}") is not BlockRole.DATELINE


@rows(
    "line",
    [
        "Tuesday, May 5, 2026",
        "Port Ellery, 5 May 2026",
        "Updated May 5, 2026 at 6:10 a.m.",
        "Published: 5 May 2026, 18:40 BST",
        "May 5th, 2026 at 4:39 pm",
    ],
)
def test_a_date_by_itself_is_a_dateline(line):
    assert role_of(line, f"Ferry to stay\n\nBy Orla Whitcombe\n\n{line}\n\n{PROSE}") is BlockRole.DATELINE


def test_a_byline_may_say_what_was_written_and_a_day_of_the_week_wrote_no_story():
    assert byline("By April Winters")
    assert byline("Obituary by Tom Harrow")
    assert byline("Analysis by Ines Duarte, Economics Editor")
    assert not byline("Report by Christmas")
    assert not byline("By Monday, Harriers Had Won")


def test_a_byline_is_in_no_paid_run_and_its_headline_neither():
    pitch = "Soft, cosy and made to last, these blankets keep your family warm all winter long."
    text = f"Blankets for everyone\n\nBy Orla Whitcombe\n\n{pitch}\n\n{pitch[::-1].title()}\n\n{PROSE}"
    blocks = {block.text: block for block in mapped(Manuscript.of(text)).blocks}
    assert blocks["By Orla Whitcombe"].role is BlockRole.BYLINE
    assert blocks["Blankets for everyone"].editorial


def test_an_advertisement_with_a_byline_stays_one_below_its_label():
    text = examples.LABELLED.replace("Lightweight, breathable", "By Larkfell Outdoor\n\nLightweight, breathable")
    found = {block.text: block.kind for block in mapped(Manuscript.of(text)).blocks}
    assert found["By Larkfell Outdoor"] is Kind.PAID


LONG = (
    "Harbour office says the ferry to Port Ellery will stop for two whole weeks while the pier is mended and buses run "
    "in its place from Monday to the end of the month as the islanders wait"
)


def test_a_headline_is_one_however_long_and_no_pull_quote_of_the_lead_that_says_the_same():
    lead = f"The {LONG[0].lower()}{LONG[1:]}, the office said on Monday."
    assert role_of(LONG, f"{LONG}\n\nBy Orla Whitcombe\n\n{PROSE}") is BlockRole.HEADLINE
    asked = "Ask the vet: My cat drinks from the tap. Should I worry?"
    for line in ("By Étienne Whitcombe", "By the Courier staff"):
        assert role_of(asked, f"{asked}\n\n{line}\n\n{PROSE}") is BlockRole.HEADLINE
        assert role_of(line, f"{asked}\n\n{line}\n\n{PROSE}") is BlockRole.BYLINE
    assert role_of(LONG, f"{LONG}\n\nBy Orla Whitcombe\n\n{lead}\n\n{PROSE}") is BlockRole.HEADLINE
    assert role_of(LONG, f"{LONG}\n\n{lead}\n\n{PROSE}") is BlockRole.HEADLINE
    assert role_of(LONG, f"Ferry to stop\n\nBy Orla Whitcombe\n\n{lead}\n\n{LONG}\n\n{PROSE}") is BlockRole.PULL_QUOTE
    assert role_of(LONG, f"{LONG}\n\n{PROSE}") is BlockRole.BODY, "it may be a paragraph that lacks its stop"


@pytest.mark.parametrize(
    "head", ["Staff Writer", "Port Ellery, 5 May 2026", "PORT ELLERY — The ferry stops on Monday."]
)
def test_a_long_headline_is_one_above_whatever_begins_a_story(head):
    assert role_of(LONG, f"{LONG}\n\n{head}\n\n{PROSE}") is BlockRole.HEADLINE
    town = (
        "PORT ELLERY (Reuters) - The ferry stops on Monday while its pier is mended, the harbour office said on Friday."
    )
    assert role_of(LONG, f"{LONG}\n\n{town}\n\n{PROSE}") is BlockRole.HEADLINE
    asides = "The old ferry — built in 1926 — stops on Monday while its pier is mended, the harbour office said."
    assert role_of(LONG, f"{LONG}\n\n{asides}\n\n{PROSE}") is BlockRole.BODY


@pytest.mark.parametrize("head", ["By Jon Adair", "PORT ELLERY — The strike is off."])
def test_a_headline_is_one_before_the_story_below_it_is_written(head):
    line = "Ferry strike is called off"
    assert (
        role_of(line, f"{line}\n\n{head}\n\nThe strike of the crews was called off on Tuesday.") is BlockRole.HEADLINE
    )
    assert role_of(line, f"{line}\n\nThe strike of the crews was called off on Tuesday.") is BlockRole.BODY


@rows(
    ("above", "role"),
    [
        ("News\n\n{}\n\nBy Orla Whitcombe", BlockRole.HEADLINE),
        ("Farming\n\n{}\n\nNine to four after a long night\n\nBy Orla Whitcombe", BlockRole.HEADLINE),
        ("Courts\n\nBy Orla Whitcombe\n\n{}", BlockRole.BODY),
    ],
)
def test_a_section_above_a_headline_is_none(above, role):
    line = "Council keeps the old ferry"
    assert role_of(line, f"{above.format(line)}\n\n{PROSE}") is role


@rows(
    ("line", "role"),
    [
        ("Fiona Ní Chonaill", BlockRole.BYLINE),
        ("Lerato Mokoena", BlockRole.BYLINE),
        ("From Ibrahim Danjuma, Lokoja", BlockRole.BYLINE),
        ("Our Special Correspondent", BlockRole.BYLINE),
        ("Ana Kovac / Local Journalism Initiative Reporter", BlockRole.BYLINE),
        ("Ana Kovac | Health Reporter", BlockRole.BYLINE),
        ("The Canadian Press", BlockRole.BYLINE),
        ("Australian Associated Press", BlockRole.BYLINE),
        ("Freedom of the Press", BlockRole.BODY),
        ("Ferry hit / New Reporter", BlockRole.BODY),
        ("Local News", BlockRole.BODY),
        ("Port Ellery", BlockRole.BODY),
    ],
)
def test_a_name_by_itself_above_the_story_is_its_byline(line, role):
    assert role_of(line, f"Ferry to stay for two more years\n\n{line}\n\n{PROSE}") is role


def test_a_byline_of_the_paper_keeps_its_headline_and_the_place_below_it():
    lines = ("Two held with 14 kg ganja", "Special Correspondent", "PALAKKAD")
    blocks = mapped(Manuscript.of("\n\n".join((*lines, PROSE)))).blocks
    assert [block.editorial for block in blocks[: len(lines)]] == [True, True, True]
    assert blocks[0].role is BlockRole.HEADLINE


def test_results_are_the_storys_and_counters_are_not():
    prose = f"Hutto beat Vandegrift in five sets on Tuesday, and nobody in the hall sat down.\n\n{PROSE}"
    table = "District 25-6A standings\nHutto 7-1\nVandegrift 6-2\nCedar Ridge 1-7"
    blocks = mapped(Manuscript.of(f"Hornets win\n\nBy Orla Whitcombe\n\n{prose}\n\n{table}")).blocks
    assert all(block.editorial for block in blocks)
    page = mapped(Manuscript.of(f"Hornets win\n\nBy Orla Whitcombe\n\n{prose}\n\nComments 12\n\nShares 340")).blocks
    assert [block.editorial for block in page[-2:]] == [False, False]
