"""The counts of the status line, in plain words."""

from dataclasses import replace

from desk.text.blocks import BlockRole, Kind, Manuscript
from desk.text.length import Length, Unit
from desk.text.spans import Span
from ui.editor.copy_map import CopyMap
from ui.editor.status import Aims, Counter, Status

TEXT = "A headline\n\nBuy a lamp now.\n\nThe words of the story\ngo on here."


def status(point=0, selected=None, wpm=230):
    copy_map = CopyMap()
    blocks = list(Manuscript.of(TEXT).blocks)
    blocks[1] = blocks[1].marked(Kind.PAID)
    copy_map.show(blocks)
    return Counter().status(TEXT, copy_map, point, selected or Span(point, point), wpm)


def test_words_and_characters_are_those_of_the_story():
    now = status()
    assert now.words == 10
    assert now.characters == len("A headline") + len("The words of the story\ngo on here.")


def test_the_place_is_told_by_line_and_paragraph():
    now = status(TEXT.index("go on"))
    assert (now.line, now.column, now.paragraph, now.paragraphs) == (6, 1, 3, 3)
    assert now.place == "Line 6 · paragraph 3 of 3"


def test_a_selection_is_counted_in_place_of_the_whole():
    assert status(0, Span(0, 5)).counts == "2 words, 5 characters selected"
    assert status(0, Span(0, 1)).counts == "1 word, 1 character selected"


def test_reading_time_is_told_in_half_minutes():
    assert Status(words=3, seconds=3).reading_time == "under ½ min"
    assert Status(words=99, seconds=31).reading_time == "½ min"
    assert Status(words=99, seconds=88).reading_time == "1½ min"
    assert Status(words=99, seconds=260).reading_time == "4 min"
    assert status(wpm=20).seconds == 30


def test_an_empty_text_says_so():
    assert Counter().status("", CopyMap(), 0, Span(0, 0), 230).counts == "No words yet"
    assert Status().place == "Line 1"


def test_a_length_is_counted_against_and_what_is_left_out_is_said():
    copy_map = CopyMap()
    blocks = list(Manuscript.of(TEXT).blocks)
    blocks[0] = replace(blocks[0], role=BlockRole.HEADLINE)
    blocks[1] = blocks[1].marked(Kind.PAID)
    copy_map.show(blocks)
    counter = Counter()

    def counts(point, aims):
        counter.aim(aims)
        return counter.status(TEXT, copy_map, point, Span(point, point), 230)

    body = TEXT.index("The words")
    assert counts(body, Aims()).counts == "10 words · 44 characters · under ½ min to read · 4 left out"
    assert counts(body, Aims(Length(12))).counts == "10 of 12 words · 2 to go · 4 left out"
    assert counts(body, Aims(Length(3, Unit.LINES), column=20)).counts == "3 of 3 lines · just right · 4 left out"
    assert "4 words" in counts(body, Aims()).left_out_words
    assert (
        counts(3, Aims(headline_width=12)).counts
        == "Headline: 10 characters, 9 units · fits 1 line of 12 · 10 words · 4 left out"
    )
