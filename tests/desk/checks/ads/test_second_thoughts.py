"""Where neighbours tell more than weights; all people and goods are invented."""

import pytest

from desk.checks.ads.letters import set_letters
from desk.checks.ads.model import ChainState
from desk.checks.ads.second_thoughts import think_again
from desk.text.blocks import Manuscript
from tests.rows import rows

COPY, PAID, AFTER = ChainState.COPY, ChainState.PAID, ChainState.AFTER
PROSE = "The board met on Tuesday in the hall at the quay, and nobody left before the vote was counted twice."


def thought(lines, states, settled=()):
    states = list(states)
    think_again(Manuscript.of("\n\n".join(lines)).blocks, states, settled)
    return states


def test_the_title_between_a_label_and_its_advertisement_is_paid():
    lines = (PROSE, "Sponsored", "Tern rain jkt", "Soft, dry and made to last.", PROSE)
    assert thought(lines, (COPY, COPY, COPY, PAID, COPY)) == [COPY, COPY, PAID, PAID, COPY]
    assert thought(lines, (COPY, COPY, COPY, PAID, COPY), {2}) == [COPY, COPY, COPY, PAID, COPY]
    no_label = (PROSE, "What it cost", "Tern rain jkt", "Soft, dry and made to last.", PROSE)
    assert thought(no_label, (COPY, COPY, COPY, PAID, COPY)) == [COPY, COPY, COPY, PAID, COPY]


OFFER = "Hungry now? Tern Kitchens offers ovens from $2,999. Call today and save 15%!"


@rows(
    ("heading", "box", "rows"),
    [
        ("How the bread is made", ("1. Mix it at 9 p.m.\n2. Let the dough rise for five hours.\n3. Bake it.",), 1),
        ("How the bread is made", ("1. Mix it at 9 p.m.", "2. Let it rise.", "3. Bake it."), 3),
        ("Plum cake", ("200g plums", "2 tbsp sugar"), 2),
        ("The board voted nine to four, and nobody asked why.", ("1. Mix it at 9 p.m.", "2. Let it rise."), 0),
        ("How it works", ("1. Choose your oven.", "2. We bring it to the door."), 0),
    ],
)
def test_a_box_of_steps_stays_the_storys_above_an_offer(heading, box, rows):
    taken = [PAID] * (len(box) + 1)
    assert thought((PROSE, heading, *box, OFFER, PROSE), (COPY, COPY, *taken, COPY))[2:-1] == [
        *[COPY] * rows,
        *taken[rows:],
    ]
    assert thought((PROSE, "Sponsored", *box, OFFER, PROSE), (COPY, COPY, *taken, COPY))[2:-1] == taken


@rows(
    "line",
    [
        "What you add counts",
        "Watch What You Weigh",
        "The fear of the deep can be a powerful driver of a good decision at the wheel.",
        "They moan. They sway. They roll, and sometimes they carry on a surprisingly good conversation.",
        "“We sell out by ten. You should come early,” said Lena Stroud, the baker. “Buy two.”",
        "Her rice costs $2.50 with an egg and $4 with a chicken wing.",
        "Forester Ivo Marsh hopes that visitors will be hungry to learn more about the tasty berry and where it grows.",
    ],
)
def test_what_sells_nothing_by_itself_is_the_storys(line):
    assert thought((PROSE, line, PROSE), (COPY, PAID, COPY)) == [COPY, COPY, COPY]
    assert thought(("Sponsored", line, PROSE), (COPY, PAID, COPY)) == [COPY, PAID, COPY]
    assert thought((PROSE, line, "More of it", PROSE), (COPY, PAID, PAID, COPY)) == [COPY, PAID, PAID, COPY]


@pytest.mark.parametrize(
    "line",
    [
        "Jackets from $49",
        "Buy now",
        "Her perfect gift: rings from $499 at Holm Jewellers, 12 Main Street. Call 555-0143 today.",
        "She deserves the best. Mattresses from $299 and 0% finance. Shop now at Tern Beds.",
        "His next truck is here, from $199 a month at Tern Motors.",
        "His new roof costs $900 at Tern Roofing, 12 Main Street, 555-0143.",
        "Her skin is softer in a week. Ternelle® cream, $19.",
        "Ivo Marsh says you will love this soft and award-winning blanket for $29, so treat yourself to it today.",
    ],
)
def test_what_sells_is_paid_alone_too(line):
    assert thought((PROSE, line, PROSE), (COPY, PAID, COPY)) == [COPY, PAID, COPY]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Clean the stones with a brush.", "2. Let the water in slowly.", "3. Never stand behind the wheel."),
        ("500 g strong flour", "1 tsp salt", "Mix it all and knead for ten minutes."),
    ],
)
@pytest.mark.parametrize("state", [PAID, ChainState.LEFTOVER])
def test_steps_and_recipes_are_the_storys(lines, state):
    inner = [state] * len(lines)
    assert thought((PROSE, *lines, PROSE), (COPY, *inner, COPY)) == [COPY] * (len(lines) + 2)
    sold = ("500 g of our finest flour, now $4. Buy now.", *lines[1:])
    assert thought((PROSE, *sold, PROSE), (COPY, *inner, COPY)) == [COPY, *inner, COPY]


def test_the_rows_of_a_sentence_that_the_story_begins_are_the_storys():
    rows = ("- Keep to the quay;", "- Sell nothing by night; and", "- Clear their stalls by noon.")
    begun = (PROSE, "Once they are let in, traders are expected to:", *rows)
    assert thought(begun, (COPY, COPY, AFTER, AFTER, AFTER)) == [COPY] * 5
    others = ("- Quay to close", "- Ferry is late", "- Mill on fire")
    assert thought((*begun[:2], *others), (COPY, COPY, AFTER, AFTER, AFTER)) == [COPY, COPY, AFTER, AFTER, AFTER]


def test_the_title_that_heads_a_text_is_the_storys():
    title = "The Untold Story Of Ada Orrin's Incredible Boat"
    assert thought((title, "Picture by Ivo Marsh", PROSE), (PAID, AFTER, COPY)) == [COPY, AFTER, COPY]
    assert thought((title, "Soft and warm, $29", PROSE), (PAID, PAID, COPY)) == [PAID, PAID, COPY]
    assert thought(("Jackets from $49", "Picture by Ivo Marsh", PROSE), (PAID, AFTER, COPY)) == [PAID, AFTER, COPY]


ANSWERS = ("Who voted? Nine of the board did.", "What now? The quay is shut.", "How much? It costs the town $900.")


@rows(
    ("lines", "state"),
    [
        (ANSWERS, COPY),
        ((*ANSWERS, "Worried about your quay? The board of Larkfell mends it."), PAID),
        ((*ANSWERS, "Who mends it? Our experts do, on any quay."), PAID),
        (("Draughty windows in winter? Glazing is fitted within a day.", "Cold house? Grants cover half of it."), PAID),
        (("Need cash fast? Loans are made at once.", "Bad history? Everybody may come.", "Tired? Rest."), PAID),
    ],
)
def test_questions_are_the_storys_where_their_answers_share_something_with_it(lines, state):
    states = thought((PROSE, *lines, PROSE), (COPY, *[PAID] * len(lines), COPY))
    assert states == [COPY, *[state] * len(lines), COPY]


HOMES = (
    "You will love this bright home beside the lake, where we show you round on any day.",
    "We invite you to see this cottage with a garden of half an acre and a barn.",
    "You can move into this house at once, and we will hand you the keys.",
)


@rows(("signs", "state"), [(("Ballina, Co Mayo",), PAID), (("Ivo Marsh", "Ballina, Co Mayo"), COPY)])
def test_a_place_signs_a_letter_only_below_a_name(signs, state):
    lines = [line for home in HOMES for line in (home, *signs)]
    states = [PAID] * len(lines)
    set_letters(Manuscript.of("\n\n".join(lines)).blocks, states, ())
    assert states == [state] * len(lines)


@rows(
    ("lines", "state"),
    [
        (("Larkfell 7-1", "Hutto 3-2"), COPY),
        (("LARKFELL 3.2 6.5 9.9 12.11 (83)", "SWANS 1.2 2.3 3.3 4.4 (28)"), COPY),
        (("1. Larkfell 110-2", "2. Hutto 9-3"), COPY),
        (("Tuesday 9:00-17:00", "Friday 9:00-17:00"), AFTER),
        (("Phone 55-0143", "Fax 55-0144"), AFTER),
        (("Hall 2.1 rating", "Quay 4.5 rating"), AFTER),
        (("Published Tuesday 10.15 a.m.", "Larkfell 11.20 a.m."), AFTER),
        (("Larkfell office 07700-900-000", "Larkfell mill 020-7946-0000"), AFTER),
    ],
)
def test_rows_of_results_name_somebody_of_the_story_and_no_hours_or_telephones(lines, state):
    told = "Larkfell beat Hutto in the hall on Tuesday, and the phone at the quay rang twice."
    assert thought((PROSE, told, *lines), (COPY, COPY, AFTER, AFTER))[2:] == [state, state]
