import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.text.blocks import Block, Manuscript
from desk.text.cut import cut, pieces

WRAPPED = (
    "The harbour board voted on Tuesday night to close the old swing bridge for eleven weeks, after\n"
    "Maren Oduya found cracks in two of the six bearings. She said nobody could have known before.\n"
    "The work begins in March."
)


def parts(text):
    return [part.text for block in Manuscript.of(text).blocks for part in cut(block)]


def test_a_hard_wrapped_paragraph_stays_whole():
    assert parts(WRAPPED) == [WRAPPED]


def test_counters_on_lines_of_their_own_are_cut_out():
    text = "0 comments\nLighthouse keeper retires after 40 years on the rock, says the board.\n0 comments\nShare"
    assert parts(text) == text.split("\n")


def test_a_menu_of_short_lines_is_cut():
    assert parts("Home\nNews\nSport") == ["Home", "News", "Sport"]


def test_paragraphs_parted_by_single_newlines_are_cut():
    one = "The board voted on Tuesday to close the bridge for repairs until the end of May, and to pay for a bus. " * 3
    assert parts(f"{one.strip()}\nFerries will run.") == [one.strip(), "Ferries will run."]


LETTERS = "The letters of the council go to all of the homes in the town this week and next\nBy Post"
LEAD = "PORT ELLERY — The harbour board on Monday put off a vote on the night ferry, its chairman said."


@pytest.mark.parametrize(
    "lines",
    [
        ["Harbour board delays ferry vote", "By Nora Field and Tom Okafor"],
        ["Harbour board delays ferry vote", "By Nora Field and Tom Okafor", LEAD],
        ["Harbour board delays ferry vote", "By Nora Field\nPolitical Editor"],
    ],
)
def test_a_byline_is_a_block_of_its_own_without_blank_lines_too(lines):
    assert parts("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "The board heard that the vote had been put off and that\nBy Christmas the ferry would be gone.",
        "The board heard the people of the quay, written down by hand,\nBy Nora Field and others who were there.",
        "The vote was put off for a year, the board was told on Monday –\nBy Nora Field",
    ],
)
def test_a_line_of_a_sentence_that_begins_like_a_byline_is_none(text):
    assert parts(text) == [text]


def test_a_byline_of_one_word_is_one_below_the_headline_alone():
    lines = ["Harbour board delays ferry vote", "By Reuters", LEAD]
    assert parts("\n".join(lines) + f"\n\n{LETTERS}") == [*lines, LETTERS]


def test_a_line_that_goes_on_in_small_letters_is_never_cut_off():
    text = "A short line\nthat goes on, far beyond the length of the line above it, in small letters"
    assert parts(text) == [text]


@given(st.text(alphabet="aB. \n0\u00a0“”😀\u0301", max_size=200))
def test_parts_cover_every_line_once_in_order(text):
    for block in Manuscript.of(text).blocks:
        pieces = list(cut(block))
        assert [line.strip() for piece in pieces for line in piece.text.split("\n") if line.strip()] == [
            line.strip() for line in block.text.split("\n") if line.strip()
        ]
        assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
        assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))


def test_very_many_lines_are_left_as_one_block():
    block = Block(0, "\n".join(["x"] * 6_000))
    assert list(cut(block)) == [block]


def test_a_heading_of_markdown_is_a_block_of_its_own():
    text = "Words that run on to the end of a line and further\n## What it will cost\nand words behind it."
    (block,) = Manuscript.of(text).blocks
    assert [part.text for part in cut(block)][1] == "## What it will cost"
    assert [part.start for part in pieces([block])] == [0, text.index("##"), text.index("and words")]
