import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.checks.ads import examples
from desk.checks.ads.copy_only import copy_only
from desk.checks.ads.copymap import MOST_BLOCKS, mapped
from desk.errors import Unavailable
from desk.text.blocks import Kind, Manuscript
from desk.text.links import TextLink
from desk.text.spans import Span
from tests.rows import rows


def apart(text, country="US", by_hand=None):
    return copy_only(mapped(Manuscript.of(text), by_hand or {}), country)


def test_a_clean_story_is_itself():
    found = apart(examples.CLEAN)
    assert (found.text, found.boxes, found.left_out) == (examples.CLEAN, (), 0)
    assert found.said == "There is nothing but the story in this draft."


def test_paid_text_stands_in_a_box_with_a_label_of_the_country():
    found = apart(examples.UNLABELLED, "GB")
    assert found.story == examples.CLEAN.strip()
    (box,) = found.boxes
    assert (box.label, box.added) == ("Advertisement feature", True)
    assert box.text.endswith("[End of advertisement feature]")
    assert found.said == "1 advertisement stands apart."


def test_a_plain_label_of_its_own_is_kept_and_a_weak_one_is_not():
    text = examples.LABELLED.replace("Advertisement\n", "— Paid Post —\n")
    assert [(b.label, b.added) for b in apart(text).boxes] == [("Paid Post", False)]
    assert [(b.label, b.added) for b in apart(examples.WEAKLY_LABELLED).boxes] == [("Advertisement", True)]


def test_remains_of_a_page_are_left_out_and_counted():
    found = apart(examples.WITH_REMAINS)
    assert found.text == examples.CLEAN
    assert found.said == "5 leftover lines are left out."


def test_lines_of_one_paragraph_stay_lines():
    text = f"{examples.CLEAN}\nFirst of the list:\nOne\nTwo\n"
    starts = [text.index(line) for line in ("First of", "One\n", "Two\n")]
    assert "First of the list:\nOne\nTwo" in apart(text, by_hand=dict.fromkeys(starts, Kind.COPY)).story


@rows("name", ["UNLABELLED", "LABELLED", "WEAKLY_LABELLED", "WRONGLY_LABELLED", "LABELLED_AFTER"])
def test_what_it_writes_is_read_back_as_story_and_box(name):
    written = apart(getattr(examples, name)).text
    again = mapped(Manuscript.of(written))
    first, *paid, last = [b.kind for b in again.blocks if not b.editorial]
    assert (first, {*paid}, last) == (Kind.AD_LABEL, {Kind.PAID}, Kind.AD_LABEL)
    assert copy_only(again, "US").text == written


def test_what_was_not_looked_at_is_not_shown_as_apart():
    with pytest.raises(Unavailable, match="not looked for"):
        apart("\n\n".join(["A line."] * (MOST_BLOCKS + 1)))


@given(st.lists(st.sampled_from(list(Kind)), min_size=1, max_size=9))
def test_no_paid_word_is_in_the_story_and_none_is_lost(kinds):
    text = "\n\n".join(f"word{n} stands here" for n in range(len(kinds)))
    story = Manuscript.of(text)
    story = story.with_blocks(tuple(b.marked(k, "by a test") for b, k in zip(story.blocks, kinds, strict=True)))
    found = copy_only(story, "US")
    boxed = "\n".join(box.words for box in found.boxes)
    for block in story.blocks:
        assert (block.text in found.story) is block.editorial
        assert (block.text in boxed) is (block.kind is Kind.PAID)


def test_where_paid_words_lead_is_counted_from_the_start_of_their_box():
    story = mapped(Manuscript.of(examples.UNLABELLED), {})
    paid = [block for block in story.blocks if block.kind is Kind.PAID]
    last = paid[-1].span
    shop = TextLink(Span(last.start, last.start + 4), "https://shop.test/")
    (box,) = copy_only(story, "GB", (TextLink(Span(0, 3), "https://story.test/"), shop)).boxes
    (link,) = box.links
    assert (link.span.of(box.words), link.address) == (shop.span.of(story.text), shop.address)
