"""Whole stories of kinds that hardly report: everything of them is theirs, and the page around them is not."""

import pytest

from desk.checks.ads.copymap import mapped
from desk.text.blocks import Manuscript
from tests.rows import rows

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

NEWS = """\
Council shuts the old bridge for a year
By Orla Whitcombe
The council closed the old bridge on Monday after engineers found cracks in two of its piers, the mayor said.
Buses will go by the ring road, and the repair will cost about $2 million, according to the council.
"""
NEWS_ENDS = """
Traffic will be led over the bridge again next spring, the mayor told the council on Monday."""
OFFER = """\
~Give your home the winter it deserves. Discover our range of handmade stoves, crafted \
from the finest steel and built to last a lifetime in your home.
~Our friendly team of experts will help you choose the stove that suits you, \
and our delivery service brings it to your door.
~Contact our showroom today and enjoy the comfort of a stove that you will love for years to come."""
ADVICE = """\
How to close your garden for the winter
By Orla Whitcombe
You should empty the water butts before the first frost, and you can leave the leaves where they fall for hedgehogs.
If you grow dahlias, you lift them once the frost has blackened your plants, and you keep them dry in a box of sand.
~Give your garden the winter it deserves. Discover our range of handmade sheds, crafted from the finest larch for you.
You may cut the roses back by a third in November, and by the rest in March, when your buds begin to swell."""
CROSSHEADS = """\
How to give blood in the county
By Orla Whitcombe
The county needs 300 donors a week, and the clinic on the square opens on Saturdays from now on, the hospital said.
Before you go
Donors should eat and drink well and bring a card with their name on it, the clinic said.
Donate
The clinic is open from nine to five, and a gift takes an hour with the rest on the bed, a nurse said.
Contribute
Those who cannot give blood may help with the tea, the nurse said, and nobody is turned away."""
COUNTS = """
~Call 01 23 45 67 89
~Comments 12 Shares 40 Likes 300 Views 1200
~Sofa 299, Armchair 149
~Facebook 12 Twitter 40 WhatsApp 3 Email 1
~Shares 4 40 300 12
~Page 1 2 3 4 5 6 Next"""
LETTERS = """\
Council asks residents about the new library
By Orla Whitcombe
The council will decide in June whether the old library on the square is sold, and wants to hear from residents.
Letters should be sent to the town clerk by May 3, and the council will answer each of them within a month.
The library has stood on the square since 1903, and its roof has leaked for most of the past 20 winters.
You've read it here before: the roof leaks, the walls are damp and the boiler is older than the mayor.
Follow us on the path along the cliff, and see where the library was to be built in 1950.
~Letters should be sent to letters@courier.example
~Follow us on Instagram for more from the quay
~You've read all your free stories this month
A vote is due on June 12, and the town will pay for the move out of its reserves, according to the council."""
SIGNED = """\
~Home
~News
Letters to the editor: Why the wall must be built
Re: “Wall put off again” (Nov. 3): We have been told for twenty years that the sea would keep away. It has not.
Carla Mendoza, Eastlake
The report on teachers left out one thing: we buy the pencils ourselves. I spent $900 last year in my own classroom.
Tom Brannigan, Pine Bluff
Give blood, not excuses
I have given blood 64 times. You can do it too: it takes an hour and you get a biscuit. Please go.
Name withheld
~Follow us on Facebook and Twitter"""
CLOSED = """\
The school on Kiln Lane
Madam, – You say that the school on Kiln Lane will shut. I taught there, and you should know that its roof was mended.
Yours, etc,
FINTAN O'DEA,
Ennis, Co Clare.
Madam, – Your correspondent (November 12th) believes that cyclists pay no tax. You may send him my receipts.
Yours, etc,
AOIFE KEANE,
Galway.
Letters should be sent to The Editor, The Gazette, 4 High Street, Lewes, and all of them may be cut for their length."""
COMMENTS = """\
Wall put off again
By Hester Marsh
The council put off the sea wall again on Tuesday, and its engineers said that the old one had moved by nine inches.
“We were not asked,” said Margaret Dunne, who runs the chandlery on the quay and has been there for 31 years.
~Comments (2)
~Tom Brannigan
~2 hours ago
~lol they never ask
~Reply"""
ONE_WORD = """\
Reprieve
~Most read
~1. Ten ways to cook a cod
~2. Rovers sack their coach
By Hester Marsh
The council put off the sea wall again on Tuesday, and its engineers said that the old one had moved by nine inches.
“We were not asked,” said Margaret Dunne, who runs the chandlery on the quay and has been there for 31 years."""
EDITOR = """\
SIR – Your leader on bus passes misses the point. Those of us who live eight miles from a shop do not ride for fun.
Margaret Eddowes
Long Compton, Warwickshire
SIR – I was taught to spell by a nun with a ruler, and I never needed a computer to tell me about “accommodate”.
Cdr Peter Hallsworth RN (retd)
Gosport, Hampshire
SIR – The answer to the question about slugs in your Tuesday paper is ducks.
Rev J. T. Orme
Ludlow, Shropshire"""
ASKED = """\
How will the new council tax bands work?
By Hester Marsh
From April, homes in England worth more than £1.5m will move into one of two new bands. Here is what that means.
Who pays? About 145,000 households, most of them in London. If you live anywhere else you will not notice.
How much? Those in band I will pay an extra £1,800 a year; those in band J, for homes worth more than £3m, £4,200.
Can you appeal? Yes, within six months, and it costs nothing. But be careful: bands can go up as well as down."""
PIE = """\
Grandma Rue's tomato pie
By Hester Marsh
My grandmother made this pie every August, when the tomatoes came in faster than we could give them away.
Makes one 9-inch pie
1 blind-baked pie crust
4 large ripe tomatoes
1 teaspoon kosher salt
3/4 cup mayonnaise
1 1/2 cups grated sharp Cheddar
8 basil leaves, torn
Heat the oven to 350 degrees. Slice the tomatoes, salt them and let them drain on paper towels for half an hour.
Layer the tomatoes and basil in the crust. Stir the mayonnaise and cheese together and spread it on top."""
STORIES = {
    "amounts with fractions": PIE,
    "letters to the editor, with ranks and places": EDITOR,
    "questions that are answered": ASKED,
    "a headline of one word above a box": ONE_WORD,
    "letters that end in a place": CLOSED.rpartition("\n")[0] + "\n~Follow us on Facebook and Twitter",
    "travel told to you": TRAVEL,
    "rows of a match": MATCH,
    "recipe": RECIPE,
    "an offer in news says you": NEWS + OFFER + NEWS_ENDS,
    "an offer in advice shares its words": ADVICE,
    "crossheads like buttons": CROSSHEADS,
    "counts of a page": NEWS.rstrip("\n") + COUNTS + NEWS_ENDS,
    "sentences that begin as a page does": LETTERS,
    "letters with names and places": SIGNED,
    "letters that close": CLOSED,
    "comments below a story": COMMENTS,
}


@rows("story", STORIES.values())
def test_all_of_a_story_is_its_own_and_the_page_around_it_is_not(story):
    lines = story.split("\n")
    own = {line.removeprefix("~"): not line.startswith("~") for line in lines}
    found = mapped(Manuscript.of("\n\n".join(line.removeprefix("~") for line in lines))).blocks
    assert {block.text: block.editorial for block in found} == own


def test_an_offer_in_a_story_that_speaks_to_its_readers_is_none_of_it():
    offer = "Your Tern Rain Jacket keeps you dry for years. Order yours online today and get 20% off your first order!"
    lines = [line for line in TRAVEL.split("\n") if not line.startswith("~")]
    found = mapped(Manuscript.of("\n\n".join([*lines[:6], offer, *lines[6:]]))).blocks
    assert [block.text for block in found if not block.editorial] == [offer]


def test_what_people_say_of_goods_is_no_letter():
    said = "I have slept like a child since I bought my Tern Pillow. You should try it!"
    offer = [
        "The Tern Pillow will change your nights",
        "Our customers love their Tern Pillow, and you will too.",
        *(said, "Joan Whitcombe, Seaford"),
        "My neck no longer hurts, and we ordered a second one for our guest room.",
        "Peter Adeyemi, Lewes",
        "You will not regret it, it is the best pillow I ever had.",
        "Carla Mendoza, Hove",
    ]
    told = "The council voted 7-2 on Tuesday to build a harbour wall that will cost £4 million and take three years."
    page = [*offer, "Order yours today for £29 and get 20% off with code TERN20."]
    found = mapped(Manuscript.of("\n\n".join(page))).blocks
    assert not next(block for block in found if block.text == said).editorial
    moved = (
        "Engineers told the meeting that the old wall had moved by nine inches since 2019 and could fail in a storm."
    )
    story = ["Council backs harbour wall", "By Hester Marsh", told, moved]
    lines = [*story, *offer, "Order yours today and get 20% off with code TERN20.", COMMENTS.split("\n")[3]]
    found = mapped(Manuscript.of("\n\n".join(lines))).blocks
    assert not next(block for block in found if block.text == said).editorial


LONG = NEWS.replace("a year\n", "a year after engineers find deep cracks in two piers\n")


@pytest.mark.parametrize(
    ("page", "below", "story"),
    [
        (["News", "Storm warning for the north", "Most of the bakers are shut on Mondays"], [], MATCH),
        (["News", "Harbor cat found after nine days at sea"], [], LONG),
        (
            ["Skip to main content", "Subscribe", "https://www.example.org/2026/11/storm-in-the-north"],
            ["By Hester Marsh"],
            MATCH,
        ),
    ],
    ids=["headline of another story", "and long headline below", "address on the web"],
)
def test_a_line_of_the_page_right_above_a_headline_or_a_byline_is_none_of_the_story(page, below, story):
    told = story.split("\n")
    lines = [*page, *below, *(told[1:] if below else told[:4])]
    last = next(block for block in mapped(Manuscript.of("\n\n".join(lines))).blocks if block.text == page[-1])
    assert not last.editorial
