import time

from hypothesis import given
from hypothesis import strategies as st

from desk.checks.ads import examples
from desk.checks.ads.copymap import mapped
from desk.checks.ads.shape import shape
from desk.text.blocks import BlockRole, Kind, Manuscript
from tests.rows import rows


def kinds(text, by_hand=None):
    return {block.text.split("\n")[0]: block.kind for block in mapped(Manuscript.of(text), by_hand or {}).blocks}


def roles(text):
    return {block.text.split("\n")[0]: block.role for block in mapped(Manuscript.of(text)).blocks}


def test_an_advertisement_amid_the_story_is_paid_and_the_story_is_not():
    found = kinds(examples.UNLABELLED)
    assert found["Larkfell Trail Jacket 3L Waterproof - LTJ310"] is Kind.PAID
    assert next(kind for line, kind in found.items() if line.startswith("Lightweight")) is Kind.PAID
    assert sum(kind is Kind.PAID for kind in found.values()) == 2


def test_its_label_is_a_label():
    assert kinds(examples.LABELLED)["Advertisement"] is Kind.AD_LABEL


def test_a_word_that_could_be_a_label_but_stands_above_copy_is_none():
    text = examples.CLEAN.replace("The vote was nine", "Promotion\n\nThe vote was nine")
    assert Kind.AD_LABEL not in kinds(text).values()


def test_the_label_of_an_advertisement_that_was_not_pasted_is_left_over():
    text = examples.CLEAN.replace("The vote was nine", "ADVERTISEMENT\n\nThe vote was nine")
    found = kinds(text)
    assert found["ADVERTISEMENT"] is Kind.LEFTOVER
    assert Kind.PAID not in found.values()


def test_a_clean_story_is_copy_and_furniture():
    assert set(kinds(examples.CLEAN).values()) == {Kind.COPY, Kind.FURNITURE}


def test_the_credit_of_a_fund_is_no_advertisement():
    assert set(kinds(examples.SUPPORTED).values()) == {Kind.COPY, Kind.FURNITURE}


def test_remains_of_the_page_are_leftovers():
    found = kinds(examples.WITH_REMAINS)
    for line in ("Related stories", "Share on Facebook", "Leave a comment", "0 comments"):
        assert found[line] is Kind.LEFTOVER


def test_furniture_has_its_role():
    found = roles(examples.CLEAN)
    assert found["Council votes to keep the ferry running"] is BlockRole.HEADLINE
    assert found["By Orla Whitcombe"] is BlockRole.BYLINE


@rows("kind", Kind)
def test_what_was_set_by_hand_wins(kind):
    start = examples.UNLABELLED.index("Larkfell")
    story = mapped(Manuscript.of(examples.UNLABELLED), {start: kind})
    block = next(b for b in story.blocks if b.start == start)
    assert (block.kind, block.by_hand) == (kind, True)
    assert sum(b.by_hand for b in story.blocks) == 1


def test_what_a_reader_marked_stays():
    plain = Manuscript.of(examples.CLEAN)
    marked = plain.blocks[0].marked(Kind.LEFTOVER, "front matter of the file")
    story = mapped(plain.with_blocks((marked, *plain.blocks[1:])))
    assert story.blocks[0] == marked


def test_every_block_apart_gives_its_reasons():
    for text in (examples.UNLABELLED, examples.WITH_REMAINS, examples.LABELLED):
        assert all(block.reasons for block in mapped(Manuscript.of(text)).blocks if not block.editorial)


@rows("text", ["", " \n\n ", "One line.", "Share", "One.\n\nTwo."])
def test_a_text_of_a_line_or_two_is_copy(text):
    assert all(block.editorial for block in mapped(Manuscript.of(text)).blocks)


@given(st.lists(st.text(alphabet="aBc. \n0|©“”😀\u202e\u0301\ud800", max_size=60), max_size=12))
def test_blocks_cover_every_line_in_order_and_never_overlap(lines):
    text = "\n\n".join(lines)
    story = mapped(Manuscript.of(text))
    assert all(text[b.start : b.end] == b.text for b in story.blocks)
    assert all(a.end <= b.start for a, b in zip(story.blocks, story.blocks[1:], strict=False))
    assert "".join("".join(b.text.split()) for b in story.blocks) == "".join(text.split())


@given(st.integers(0, 3))
def test_mapping_a_map_again_changes_nothing(cut_off):
    text = examples.UNLABELLED[cut_off:]
    once = mapped(Manuscript.of(text))
    assert mapped(Manuscript.of(text)) == once


@rows("piece", ["word ", "A, ", "“", "| ", "1,", "a.", "[", "'", "By A ", "\u0301", "- x"])
def test_a_line_of_a_million_characters_costs_no_more_than_ten_times_a_tenth_of_it(piece):
    def seconds(length):
        began = time.process_time()
        mapped(Manuscript.of("\n\n".join([piece * (length // len(piece))] * 3)))
        return time.process_time() - began

    seconds(1_000)
    assert seconds(1_000_000) < 30 * max(seconds(100_000), 0.01)


def test_each_block_of_a_long_story_is_looked_at_once():
    story = Manuscript.of("\n\n".join(f"The board met for {n} minutes." for n in range(2_500)))
    shape.cache_clear()
    mapped(story)
    assert shape.cache_info().misses == len(story.blocks), "where too few are kept, each is made anew six times"
