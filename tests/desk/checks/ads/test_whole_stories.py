"""Whole stories of kinds that hardly report: everything of them is theirs, and the page around them is not."""

import pytest

from desk.checks.ads.copymap import mapped
from desk.text.blocks import Manuscript

TRAVEL = """\
~Home / Travel / Islands
~Skip to main content
Slow boats and black tides
The mail van will still take you north, if you ask for it the night before
By Hester Marsh
~Share
You notice the silence first. You have driven north for an hour, and when you switch off the engine there is nothing.
If you come by train, book the post bus a day ahead; it leaves at noon, costs £6.20 and will drop you at your gate.
Your pie comes with gravy or ketchup. Choose carefully; you can also buy ice cream there in a storm, from eight.
If you have children, take them to the museum, where you can ring a bell. Admission is $8 for adults and $3 for others.
Ask for room four, which has the view; you will pay £30 more for it, and you will not regret it.
~A message from the editor
~Our reporters live where you live, and what they do costs money. If you can, please give what you can afford.
~Donate now"""
MATCH = """\
Okoro runs for five as Eastlake beats Pine Bluff
EASTLAKE — Micah Okoro ran for 241 yards as Eastlake beat Pine Bluff by 28 points on Friday night.
Okoro scored on runs of 61, 3 and 18 yards, and the kicker Dan Reyes made all of his kicks on a wet field.
“They knew what was coming,” the coach said. “It did not matter, for nobody could hold him.”
Pine Bluff 7 6 0 7 — 20
Eastlake 14 13 14 7 — 48
First quarter
E — Okoro 61 run (Reyes kick), 9:14
PB — Dunne 12 pass from Sears (Holt kick), 4:40
~Copyright 2026 Eastlake Courier. All rights reserved."""
RECIPE = """\
Skillet bread with butter and sage
By Lore Vance
The trick to corn bread is to get the pan very hot. If it does not hiss when you pour, you have made a cake.
2 teaspoons baking powder
1 teaspoon salt
1¾ cups buttermilk
6 tablespoons butter
Preparation
Step 1
Heat the oven to 200 degrees. Put a skillet inside and leave it there for a quarter of an hour before you go on.
Step 2
Melt the butter with the sage, stirring, until it smells like nuts. Pour off 4 tablespoons into the buttermilk."""


@pytest.mark.parametrize("story", [TRAVEL, MATCH, RECIPE], ids=["travel told to you", "rows of a match", "recipe"])
def test_all_of_a_story_is_its_own_and_the_page_around_it_is_not(story):
    lines = story.split("\n")
    own = {line.removeprefix("~"): not line.startswith("~") for line in lines}
    found = mapped(Manuscript.of("\n\n".join(own))).blocks
    assert {block.text: block.editorial for block in found} == own


def test_an_offer_in_a_story_that_speaks_to_its_readers_is_none_of_it():
    offer = "Your Tern Rain Jacket keeps you dry for years. Order yours online today and get 20% off your first order!"
    lines = [line for line in TRAVEL.split("\n") if not line.startswith("~")]
    found = mapped(Manuscript.of("\n\n".join([*lines[:6], offer, *lines[6:]]))).blocks
    assert [block.text for block in found if not block.editorial] == [offer]


@pytest.mark.parametrize(
    ("page", "below"),
    [
        (["News", "Storm warning for the north", "Most of the bakers are shut on Mondays"], []),
        (
            ["Skip to main content", "Subscribe", "https://www.example.org/2026/11/storm-in-the-north"],
            ["By Hester Marsh"],
        ),
    ],
    ids=["headline of another story", "address on the web"],
)
def test_a_line_of_the_page_right_above_a_headline_or_a_byline_is_none_of_the_story(page, below):
    story = MATCH.split("\n")
    lines = [*page, *below, *(story[1:] if below else story[:4])]
    last = next(block for block in mapped(Manuscript.of("\n\n".join(lines))).blocks if block.text == page[-1])
    assert not last.editorial
