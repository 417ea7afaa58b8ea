"""What shares nothing with a story stays what it was judged to be in its page, though a box is set aside."""

import pytest

from desk.checks.ads.copymap import mapped
from desk.checks.ads.kinship import strangers
from desk.text.blocks import Block, Kind, Manuscript
from tests.desk.checks.ads.stories import STORIES
from tests.rows import rows

GLAZING = "Old windows let out a fifth of the heat of a house.\n\nBrightglass has fitted glass here since 1988."
APART = {Kind.PAID, Kind.AD_LABEL, Kind.LEFTOVER}


def kinds_of(text: str) -> dict[str, Kind]:
    return {block.text: block.kind for block in mapped(Manuscript.of(text)).blocks}


def test_paid_text_keeps_its_label_though_a_box_stands_in_the_story():
    head, first, *rest = STORIES["court"].replace("What the law says\n\n", "").split("\n\n")
    box = "Most read\n\nHarbour bridge shut for a week\n\nTeacher of the year named"
    text = "\n\n".join([head, first, "Advertisement", GLAZING, box, *rest])
    assert kinds_of(text)["Old windows let out a fifth of the heat of a house."] is Kind.PAID


def test_an_offer_without_a_word_of_the_story_is_no_copy_though_a_box_is_looked_for():
    offer = "Get 20% off your first box with code LIDO20."
    paragraphs = STORIES["recipe"].split("\n\n")
    for at in (4, 5, 6):
        lines = [*paragraphs[:at], offer, *paragraphs[at:]]
        assert kinds_of("\n\n".join([*lines[:5], "Share this article", *lines[5:]]))[offer] in APART, at


def block(text: str, kind: Kind) -> Block:
    return Block(0, text, kind)


COPY = block("The pool has leaked since 2019.", Kind.COPY)
BOX = block("Share this article", Kind.LEFTOVER)


@rows(
    "line",
    [
        "Swimmers meet at the pool.",  # a word of the story
        "“We will be back before long,” said Omar Teague.",  # speech
        "Police said they had towed 84 cars.",  # a report
        "1. Dress in layers.",  # an item of a list
        "Harriers: Teal, Orr, Bassett, Lowe, Quaid, Marsh, Ives, Toller, Finn, Hague, Penn.",  # rows
    ],
)
def test_a_line_below_the_end_that_shows_that_it_belongs_may_be_the_story_s(line):
    assert not strangers([COPY, BOX, block(line, Kind.LEFTOVER)], {1})


@pytest.mark.parametrize("line", ["Chef opens a third restaurant", "Mayor ‘would rather not say why he left’"])
def test_a_line_below_the_end_that_shows_nothing_stays_what_it_was(line):
    assert strangers([COPY, BOX, block(line, Kind.LEFTOVER)], {1}) == {2}


def test_a_short_line_that_offers_is_a_crosshead_unless_a_longer_offer_stands_beside_it():
    short, longer = block("Keep warm", Kind.LEFTOVER), block("Our shop has heaters from £20 each.", Kind.LEFTOVER)
    assert not strangers([COPY, short, COPY, BOX], {3})
    assert strangers([COPY, short, longer, COPY, BOX], {4}) == {1, 2}


def test_an_offer_below_a_stray_label_stays_apart_though_it_shares_a_word_with_the_story():
    label = block("Advertisement", Kind.LEFTOVER)
    offer = block("Book a visit to the pool today and save £50.", Kind.LEFTOVER)
    assert strangers([COPY, label, offer, COPY, BOX], {4}) == {2}
    assert not strangers([COPY, offer, COPY, BOX], {3})
