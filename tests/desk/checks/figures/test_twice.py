"""One thing with two figures: above the story, below a picture, in the body."""

import pytest

from desk.checking.runner import ReadingCache, run_check
from desk.checks.figures.check import FiguresCheck
from desk.checks.house import Brief
from desk.text.blocks import BlockRole, Kind, Manuscript
from tests.rows import rows

BODY = (
    "A storm on Monday left 400 homes in the valley without power, and crews from three towns came to mend the lines "
    "before the night.\n\n"
    "The company that owns the lines said that nobody was hurt, and that the road to the mill would be shut"
    " for a day.\n\n"
    "The mayor, Ana Kovac, said that the school would be open for all who had no light, and that soup would"
    " be given out."
)


def test_a_headline_that_its_story_does_not_bear_out_offers_the_storys_figure(told):
    (finding,) = told(f"Storm leaves 4,000 homes without power\n\n{BODY}")
    assert (finding.rule, finding.quote, finding.suggestions) == ("figures.told-twice", "4,000", ("400",))
    assert [remedy.edits[0].text for remedy in finding.remedies] == ["400", "4,000"]
    assert finding.evidence[0].note == "400"


@rows(
    "headline",
    [
        "Storm leaves 400 homes without power",
        "Storm leaves nearly 450 homes without power",
        "Storm leaves about 400 homes without power",
        "Storm brings down 40 trees",
        "Three towns help after storm",
    ],
)
def test_a_headline_that_fits_is_left_in_peace(told, headline):
    assert not told(f"{headline}\n\n{BODY}")


def test_a_clause_told_over_again_must_have_the_same_figure(told):
    body = BODY.replace("The company", "The ferry company took in 15 new boats over the winter. The company")
    (finding,) = told(f"{body}\n\nThe ferry company took in 51 new boats over the winter.")
    assert (finding.quote, finding.suggestions) == ("51", ("15",))
    assert not told(f"{body}\n\nThe rowing club took in 51 new members over the summer.")


@rows(
    "text",
    [
        "Three people were killed in Aldane on Monday, and five people were killed in Brookton the day before.",
        "Three people were killed in the fire.\n\nOn Tuesday the toll rose to five people killed in the fire.",
        "The fund paid for 12 new boats in 2019.\n\nThe fund paid for 14 new boats in 2020.",
        "The board has nine members from the town.\n\nTwo more members from the town were named to the board.",
        "“Ten people were hurt in the crash,” she said.\n\nThe police said that 12 people were hurt in the crash.",
        "The club won by 3 points on May 4.\n\nThe club won by 5 points on May 11.",
        f"Three dead after plane hits hill\n\n{BODY}\n\nThe two passengers were killed at once, the police said.",
    ],
)
def test_two_things_are_left_in_peace(told, text):
    assert not told(text)


SERIES = (
    "Hallow Ferries rose to $12.40. The daily average of the share volume is around 4.4 million shares.",
    "Orrin Mills fell to $31.05. The daily average of the share volume is around 26 million shares.",
    "Aldane Rope stood at $7.90. The daily average of the share volume is around 5.8 million shares.",
)


def test_things_told_one_after_another_in_one_form_are_no_contradiction(told):
    assert not told("\n\n".join(SERIES))
    assert told("\n\n".join(SERIES[:2]))


def test_rows_of_two_lists_are_told_of_two_things(told):
    rows = "Weight of the long tent bag: {} ounces\n\nRooms of the tent: two"
    assert not told(f"{rows.format(53)}\n\n{rows.format(35)}")


def test_a_count_many_times_another_is_of_another_thing(told):
    text = "The party won 365 seats of the state board.\n\nThe party won the {} seats of the state board that it lost."
    assert not told(text.format("two"))
    assert told(text.format("356"))


@rows(
    ("text", "quote", "suggestion"),
    [
        (
            "Nine hurt in crash\n\nSeven people were injured on Monday when a train hit a truck in Aldane.",
            "Nine",
            "Seven",
        ),
        (
            "Twelve people were hurt when a train hit a truck.\n\nEight of the 15 injured were taken to a hospital.",
            "15",
            "12",
        ),
        ("The cannery took on 147 workers from Aldane.\n\nThe cannery's 174 new workers live in Aldane.", "174", "147"),
        ("More than 300 people signed the petition.\n\nThe clerk counted 287 people who signed it.", "287", "300"),
        ("The board gave 90 places to the South ward.\n\nNorth ward: 120 places\n\nSouth ward: 80 places", "80", "90"),
        ("The board voted 7-3 to sell the hall.\n\nThe 7-2 vote on the sale came late on Monday.", "7-2", "7-3"),
        (
            "The three ferries of the town were sold.\n\nHe sailed with all three ferries.\n\nNobody wanted"
            " those four ferries.",
            "four",
            "three",
        ),
    ],
)
def test_a_count_told_twice_must_be_one(told, text, quote, suggestion):
    (finding,) = told(text)
    assert (finding.quote, finding.suggestions[0]) == (quote, suggestion)
    assert finding.evidence


CAPTION = "Nine people were hurt when the ferry hit the pier of Aldane on Monday."


@pytest.mark.parametrize(
    ("caption", "quotes"),
    [
        ("Seven people were hurt when the ferry hit the pier of Aldane.", ["Seven"]),
        ("Nine people were hurt when the ferry hit the pier of Aldane.", []),
        ("Seven boats lay at the pier of Aldane.", []),
    ],
)
def test_a_caption_must_have_the_figures_of_the_body(caption, quotes):
    story = Manuscript.of(
        f"Ferry hits pier\n\n{CAPTION}\n\nNobody else was there, the harbour master said.\n\n{caption}"
    )
    *body, last = story.blocks
    story = story.with_blocks((*body, last.marked(Kind.FURNITURE, role=BlockRole.CAPTION)))
    found = run_check(FiguresCheck(), story, Brief(), ReadingCache()).findings
    assert [finding.quote for finding in found] == quotes
    assert all(finding.message == "Seven here, nine elsewhere, and both read like one thing." for finding in found)
    assert all(finding.suggestions == ("Nine",) for finding in found)


def test_the_sets_of_a_match_are_no_results_of_their_own(told):
    assert not told("Lind beat Hansen 6-4, 6-3 in the final, and Lind won 12 points.")
    assert not told("Lind beat Hansen 6-4, 3-6 and 7-6 in Hallow.")
