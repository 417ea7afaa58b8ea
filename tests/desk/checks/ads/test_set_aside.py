"""The story is one thing with boxes in it: whatever stands between two of its paragraphs, it stays the story."""

import pytest

from desk.checks.ads.copymap import mapped
from desk.checks.ads.page_lines import kinds, page_line
from desk.checks.ads.set_aside import set_aside
from desk.text.blocks import Kind, Manuscript
from tests.desk.checks.ads.stories import BOXES, STORIES, STRANGE_BOXES
from tests.rows import rows

MOST_ABOVE = {"headlines": 2, "dots": 2}
"""Lines of a box kept as copy at one place above the first paragraph, as measured: of the others none."""
KEPT = {
    "with bylines": 236,
    "quiz": 61,
    "source": 61,
    "tags with a hash": 33,
    "ways round": 29,
    "print": 21,
    "film": 14,
    "long names": 5,
}
"""Lines of a strange box kept as copy at all places in all stories, as measured: 460 of 1,586; of the others none."""


def blocks_of(text):
    return mapped(Manuscript.of(text)).blocks


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("box", BOXES)
def test_a_box_put_anywhere_into_a_story_leaves_all_of_the_story(story, box):
    paragraphs = STORIES[story].split("\n\n")
    lines = BOXES[box].count("\n")
    for at in range(len(paragraphs) + 1) if lines else (0, 1, 3, len(paragraphs) - 1):
        text = "\n\n".join([*paragraphs[:at], BOXES[box], *paragraphs[at:]])
        found = {block.text: block for block in blocks_of(text)}
        assert [line for line in paragraphs if not found[line].editorial] == [], at
        kept = [line for line in found if line not in paragraphs and found[line].editorial]
        # between a headline and a byline a line may be a standfirst, and above all of it the headline
        assert len(kept) <= (MOST_ABOVE.get(box, 0) if at <= 2 else 0), (at, kept)


@rows("box", STRANGE_BOXES)
def test_a_box_that_hardly_shows_what_it_is_takes_nothing_of_any_story(box):
    kept = 0
    for name, story in STORIES.items():
        paragraphs = story.split("\n\n")
        for at in range(1, len(paragraphs) + 1):
            found = {
                b.text: b for b in blocks_of("\n\n".join([*paragraphs[:at], STRANGE_BOXES[box], *paragraphs[at:]]))
            }
            assert [line for line in paragraphs if not found[line].editorial] == [], (name, at)
            kept += sum(found[line].editorial for line in found if line not in paragraphs)
    assert kept <= KEPT.get(box, 0)


@pytest.mark.parametrize("story", ["news", "court", "match", "weather"])
@pytest.mark.parametrize("box", BOXES)
def test_a_labelled_advertisement_beside_a_box_is_none_of_the_story(story, box):
    paragraphs = STORIES[story].split("\n\n")
    offer = ["Half-price sofas at Tarn & Sons. From £299. Sale ends Sunday.", "Book a visit today and save £50."]
    labelled = ["Advertisement", *offer]
    for beside in ([BOXES[box], *labelled], [*labelled, BOXES[box]]):
        found = {b.text: b for b in blocks_of("\n\n".join([*paragraphs[:3], *beside, *paragraphs[3:]]))}
        assert [line for line in labelled if found[line].editorial] == [], beside


@rows("story", STORIES)
def test_three_boxes_at_once_change_no_block_of_a_story(story):
    plain = [(block.text, block.kind, block.role) for block in blocks_of(STORIES[story])]
    head, *middle, last = STORIES[story].split("\n\n")
    text = "\n\n".join([BOXES["cookies"], head, BOXES["live"], *middle, BOXES["three boxes"], last, BOXES["tips"]])
    assert [(b.text, b.kind, b.role) for b in blocks_of(text) if b.editorial] == plain


def test_a_crosshead_below_a_numbered_box_stays_in_the_story():
    text = STORIES["court"].replace("What the law says", f"{BOXES['most read']}\n\nWhat the law says")
    assert next(block for block in blocks_of(text) if block.text == "What the law says").editorial


def test_a_heading_that_a_person_took_for_the_story_heads_no_box():
    text = STORIES["news"].replace("The pool", "Most read\n\n1. Fares go up\n\nThe pool")
    blocks = Manuscript.of(text).blocks
    at = next(i for i, block in enumerate(blocks) if block.text == "Most read")
    assert sorted(set_aside(blocks)) == [at, at + 1]
    assert not set_aside(blocks, [Kind.FURNITURE if i == at else None for i in range(len(blocks))])


def test_lines_in_a_labelled_box_are_paid_text_as_the_rest_of_it():
    offer = "[Advertisement]\n\nNew oars from Tarn & Sons.\n\nSubscribe now\n\n[End of advertisement]"
    text = STORIES["news"].replace("The pool", f"{offer}\n\nThe pool")
    assert next(block for block in blocks_of(text) if block.text == "Subscribe now").kind is Kind.PAID


@rows(
    "line",
    [
        "Most of them read it twice, and nobody laughed.",
        "Related industries lost 4,000 jobs in the same year.",
        "Trending now is a dance that nobody over 20 can do.",
        "Ends of rope were found on the beach.",
        "“Would you like me to sing?” she asked.",
        "Certainly not, said the mayor.",
        "Head of school resigns",
        "Test series is level after rain",
        "The Harbour Awards return to Dunmere on Sunday with a new host.",
        "Support the lifeboat crew from the quay, said the mayor.",
        "The Marsh sports awards are back after three years, and clubs were asked on Monday to nominate players.",
        "The Vale sports awards are back after three lean years, and clubs have until May to nominate players.",
        "Support the air ambulance from just £5 a month, its chief executive, Ann Reed, asked on Monday.",
        "Readers’ awards went to three bakers on Monday, the mayor said.",
        "“Keep local news alive and buy a paper,” the poster read.",
        "Live and let live",
        "More on Tuesday, said the minister, and left.",
    ],
)
def test_a_sentence_that_begins_like_a_line_of_a_page_is_none(line):
    assert page_line(line) is None


@rows(
    "line",
    [
        "LIVE",
        "Updated 10.20am",
        "Subhed goes here and here",
        "HED HERE HED HERE",
        "Support the Packet from just £1 a week.",
        "The Packet Business Awards return on 12 June. Book your table now.",
        "The Packet Awards are back! Nominate your local hero before May 1.",
    ],
)
def test_a_line_of_a_page_is_known_by_its_form(line):
    assert page_line(line) is not None


def test_notes_to_editors_stay_apart_from_the_story_though_they_tell_something():
    notes = "ENDS\n\nNotes to editors:\n\nThe club is a registered charity (no. 1100000).\n\nPictures are to be had."
    kinds = {b.text: b.kind for b in blocks_of(f"{STORIES['news']}\n\n{notes}")}
    assert {kinds[line] for line in notes.split("\n\n")} == {Kind.LEFTOVER}


def test_every_kind_of_line_says_why_and_fits_something():
    for kind in kinds():
        assert kind.reason
        assert kind.whole or kind.opens or kind.form
        assert not (kind.opens or kind.holds or kind.form) or kind.most
