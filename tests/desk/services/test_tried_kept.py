"""What was tried of remedies is there again when a story is opened again, and what was read of others is let go of."""

from desk.checking.copy_map import copy_map
from desk.checks.check import Item
from desk.checks.grammar.reading import Slip
from desk.text import kept
from desk.text.kept import kept_by_passage
from tests.desk.services.copies import TEXT

TRIED = {(0, 3, "The"): (Slip("AGREE", 4, 7, "It “goes” with é.", ("go",), "GRAMMAR", "grammar"),), (4, 9, ""): ()}


def test_what_was_tried_of_remedies_is_there_when_a_story_is_opened_again(copies, monkeypatch):
    monkeypatch.setattr(kept, "_kept", [])
    monkeypatch.setattr(kept, "_PASSAGES_LEFT", 1)
    read = kept_by_passage(len)
    desk = copies.desk()
    story = desk.stories.open_text(TEXT, "bridge")
    blocks, cache = copy_map(TEXT, story.format).blocks, desk.examiner.cache
    key = desk.examiner.tried_key(story.variant)
    cache.keep(Item.GRAMMAR, key, blocks[0].digest, TRIED)
    desk.saving.keep_tried(blocks, story.variant)
    cache.rest(0)
    assert cache.known(Item.GRAMMAR, key, blocks) == {}
    desk.stories.recall_readings(story.id)
    assert cache.known(Item.GRAMMAR, key, blocks) == {blocks[0].digest: TRIED}
    assert [read("Call us today."), read("Call us.")] == [14, 8]
    desk.stories.recall_readings(desk.stories.open_text("It rained.", "rain").id)
    assert read.cache_info().currsize == 0, "of a closed story no more stays than an open one needs"
