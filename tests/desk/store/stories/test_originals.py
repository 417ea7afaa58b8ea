import pytest
from sqlalchemy import func, select, update

from desk.errors import BugError, KnownError
from desk.review.people import actor
from desk.store.database import tables
from desk.store.records.values import NewStory, Original
from desk.store.stories import originals

BYTES = bytes(range(256)) * 3


def count(store, table):
    with store._access.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar()


def test_a_document_comes_back_byte_by_byte(store, story):
    store.originals.keep(story.id, 1, Original("flood.docx", "docx", BYTES))
    kept = store.originals.last(story.id)
    assert (kept.version, kept.name, kept.format, kept.size) == (1, "flood.docx", "docx", len(BYTES))
    assert store.originals.content(kept) == BYTES


def test_the_same_bytes_are_kept_once_and_the_last_link_counts(store, story):
    new = NewStory(slug="tide", text="Tide.", original=Original("tide.docx", "docx", BYTES))
    other = store.stories.create(new, actor("", "Ada"))
    store.originals.keep(story.id, 1, Original("flood.docx", "docx", BYTES))
    store.originals.keep(story.id, 2, Original("flood-2.docx", "docx", BYTES))
    assert (count(store, tables.blobs), count(store, tables.originals)) == (1, 3)
    assert store.originals.last(story.id).name == "flood-2.docx"
    assert store.originals.last(other.id).version == 1


def test_a_story_of_plain_text_has_none(store, story):
    assert store.originals.last(story.id) is None


def test_one_that_is_too_large_is_one_sentence_and_no_story(store, monkeypatch):
    monkeypatch.setattr(originals, "MOST_BYTES", 100)
    new = NewStory(slug="big", text="Big.", original=Original("big.docx", "docx", BYTES))
    with pytest.raises(KnownError, match=r"big\.docx is too large to be kept with its story"):
        store.stories.create(new, actor("", "Ada"))
    assert store.stories.named("big") == []
    assert count(store, tables.blobs) == 0


def test_nobody_changes_what_is_kept(store, story):
    store.originals.keep(story.id, 1, Original("flood.docx", "docx", BYTES))
    for table in (tables.blobs, tables.originals):
        with pytest.raises(BugError, match="append-only"), store._access.writing() as connection:
            connection.execute(update(table).values(sha256="0" * 64))
    assert store.originals.content(store.originals.last(story.id)) == BYTES
