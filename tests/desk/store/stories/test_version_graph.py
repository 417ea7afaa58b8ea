"""Versions are named by a digest and know those they were made from; two last ones keep a story from being approved."""

import pytest
from sqlalchemy import text as sql

from desk.errors import InTheWay
from desk.exchange.bag import BagVersion
from desk.review.people import actor
from desk.review.seal import text_digest
from desk.store.database import tables
from desk.store.database.columns import insert_new
from desk.store.records.version_graph import add_version, graph_of, version_of
from desk.text.blocks import Kind
from desk.text.moments import now

ROSA = actor("", "Rosa Marquez")


def put_apart(store, story, words, parent):
    """Put a version into the database as one that was saved elsewhere."""
    with store._access.writing() as connection:
        insert_new(connection, tables.texts, {"sha256": text_digest(words), "body": words})
        graph = graph_of(connection, story)
        version = BagVersion(story, text_digest(words), (parent,), ROSA, "saved elsewhere", now())
        return add_version(connection, graph.next_number, version)


def test_each_version_knows_the_one_it_was_made_from(store, story, text):
    store.stories.save(story.id, text + "More.\n", ROSA)
    store.stories.save(story.id, text, ROSA, by_hand={0: Kind.FURNITURE})
    third, second, first = store.stories.versions(story.id)
    assert (first.parents, second.parents, third.parents) == ((), (first.digest,), (second.digest,))
    with store._access.reading() as connection:
        graph = graph_of(connection, story.id)
        assert all(version_of(row).id == digest for digest, row in graph.rows.items())
        assert (graph.tops(), graph.texts_apart()) == ((third.digest,), 0)


def test_a_version_changed_by_another_program_is_not_what_its_name_says(store, story):
    with store._access.writing() as connection:
        connection.execute(sql("DROP TRIGGER versions_no_update"))
        connection.execute(sql("UPDATE versions SET why = 'never'"))
    assert any("Version 1 of “flood” is not the one that its name says" in fault for fault in store.audit.faults())


def test_a_story_with_two_last_texts_cannot_be_approved_and_says_so(store, story, text, check, approve):
    base = store.stories.versions(story.id)[0].digest
    put_apart(store, story.id, text + "Said elsewhere.\n", base)
    store.stories.save(story.id, text + "Said here.\n", ROSA)
    check(story.id)
    with pytest.raises(InTheWay, match="changed in two places, and nobody laid the texts together yet: say what"):
        approve(story.id)
    assert store.stories.get(story.id).version == 3


def test_the_same_words_in_two_places_are_no_question_and_become_one_version(store, story, text, check, approve):
    base = store.stories.versions(story.id)[0].digest
    there = put_apart(store, story.id, text + "The same.\n", base)
    store.stories.save(story.id, text + "The same.\n", ROSA)
    here = store.stories.versions(story.id)[0].digest
    store.stories.save(story.id, text + "More.\n", ROSA)
    assert store.stories.versions(story.id)[0].parents == tuple(sorted([here, there]))
    check(story.id)
    approve(story.id)
    assert store.seals.status(story.id).stands


def test_an_approval_falls_where_the_story_was_changed_in_another_place_too(store, story, text, check, approve):
    store.stories.save(story.id, text + "Said here.\n", ROSA)
    check(story.id)
    approve(story.id)
    put_apart(store, story.id, text + "Said elsewhere.\n", store.stories.versions(story.id)[-1].digest)
    status = store.seals.status(story.id)
    assert (
        status.why_void == "The story was changed in another place as well, and Odile Brandt approved it without that."
    )


def test_a_seal_names_the_last_version_and_holds_with_other_numbers(store, story, text, check, approve):
    check(story.id)
    approve(story.id)
    assert '"head":"' + store.stories.versions(story.id)[0].digest in store.seals.last(story.id).payload
    assert store.audit.faults() == []
