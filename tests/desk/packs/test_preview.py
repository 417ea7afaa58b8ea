"""What taking a pack in would come to: new, further on, here already, or changed in two places."""

import pytest

from desk.exchange.bag import BagVersion
from desk.merging.values import MergeText
from desk.packs.contents import PackContents
from desk.packs.preview import Arrival, ComingStory, PackPreview, coming
from desk.review.seal import text_digest
from desk.text.blocks import Kind
from tests.desk.exchange.conftest import ROSA, WHEN

OLD = "The flood reached Harrow Quay on Monday, and the quay was closed at noon."
THERE = OLD.replace("Monday", "Sunday")


@pytest.fixture(scope="module")
def bag(make_bag):
    return make_bag([OLD, THERE])


@pytest.fixture(scope="module")
def first(bag):
    return next(version for version in bag.parts[0].versions if not version.parents)


TEXTS = {text_digest(text): text for text in (OLD, THERE)}


def here(*versions):
    return {version.id: version.parents for version in versions}


def saved_here(bag, parent, text):
    return BagVersion(bag.card.id, text_digest(text), (parent.id,), ROSA, "saved here", WHEN)


def test_a_story_that_is_not_here_is_new(bag):
    assert coming(bag, TEXTS, {}, "", MergeText("")).how is Arrival.NEW


def test_a_story_whose_text_was_made_from_the_one_here_goes_on(bag, first):
    assert coming(bag, TEXTS, here(first), first.id, MergeText(OLD)).how is Arrival.ON


def test_a_story_that_is_further_on_here_has_no_newer_text(bag):
    versions = bag.parts[0].versions
    last = next(version for version in versions if version.parents)
    assert coming(bag, TEXTS, here(*versions), last.id, MergeText(THERE)).how is Arrival.HERE


def test_a_story_changed_on_both_sides_tells_how_many_paragraphs_need_a_person(bag, first):
    mine = saved_here(bag, first, OLD.replace("Monday", "Tuesday"))
    found = coming(bag, TEXTS, here(first, mine), mine.id, MergeText(OLD.replace("Monday", "Tuesday")))
    assert (found.how, found.questions) == (Arrival.APART, 1)
    assert found.said == "“flood” was changed here as well: 1 paragraph needs you."


def test_a_story_changed_in_other_paragraphs_needs_nobody(bag, first):
    text = f"{OLD}\n\nA vote is due in May."
    mine = saved_here(bag, first, text)
    found = coming(bag, TEXTS, here(first, mine), mine.id, MergeText(text, {0: Kind.FURNITURE}))
    assert found.said == "“flood” was changed here as well; no paragraph was changed on both sides."


def test_all_of_it_is_said_in_one_sentence(bag, laptop_key):
    stories = [
        *(ComingStory(str(nth), "a", Arrival.NEW) for nth in range(14)),
        *(ComingStory(str(nth), "b", Arrival.HERE) for nth in range(3)),
        ComingStory("x", "c", Arrival.APART, 2),
    ]
    contents = PackContents((), WHEN, bag.packed_by, laptop_key.fingerprint, 0)
    assert PackPreview(contents, tuple(stories), None).said == "15 stories come, 3 have no newer text, 1 needs you."
