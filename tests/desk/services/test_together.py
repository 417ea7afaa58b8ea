"""Changes that belong together are one transaction: where the second of two fails, nothing of the first is there."""

import sqlite3
from contextlib import closing

import pytest

from desk.checks.check import Evidence, Finding, Item, Severity
from desk.errors import KnownError
from desk.review.decisions import Scope
from desk.story import Draft
from desk.text.spans import Span

FULL = KnownError("The disk is full.")


def fails(*_, **__):
    raise FULL


@pytest.fixture
def held(people, tmp_path):
    """Return a function that does something to a desk which must fail, and leave every row as it was."""

    def rows():
        with closing(sqlite3.connect(tmp_path / "desk.db")) as connection:
            return list(connection.iterdump())

    def holds(verb):
        before = rows()
        with pytest.raises(KnownError, match="disk is full"):
            verb()
        assert rows() == before

    return holds


@pytest.fixture
def desk(people):
    return people.set_up()


def word(quote):
    span = Span(0, len(quote))
    return Finding(
        item=Item.GRAMMAR,
        rule="grammar.SPELLING",
        span=span,
        quote=quote,
        message="unknown",
        suggestions=(),
        severity=Severity.WARNING,
        evidence=(Evidence(span, ""),),
        remedies=(),
        fingerprint="0" * 24,
        subject=quote,
        paragraph="0" * 16,
    )


def test_nobody_is_set_up_whom_the_settings_do_not_know(people, held, monkeypatch):
    desk = people.desk()
    monkeypatch.setattr(desk.examiner, "change_settings", fails)
    held(lambda: desk.people.set_up_alone("Odile Brandt", "OB"))
    assert desk.people.all() == []


def test_a_word_and_its_decision(desk, held, monkeypatch):
    story = desk.stories.open_text("Ruritania.", "r")
    monkeypatch.setattr(desk.store.dictionary, "add", fails)
    held(lambda: desk.decisions.not_an_error(story.id, word("Ruritania"), Scope.DESK))


def test_a_word_and_the_decision_that_is_taken_back(desk, held, monkeypatch):
    story = desk.stories.open_text("Ruritania.", "r")
    desk.decisions.not_an_error(story.id, word("Ruritania"), Scope.DESK)
    (made,) = [d for d in desk.store.decisions.of_story(story.id) if d.scope is Scope.DESK]
    monkeypatch.setattr(desk.store.dictionary, "remove", fails)
    held(lambda: desk.decisions.undo_decision(story.id, made.id))
    assert desk.store.dictionary.words() == {"Ruritania"}


def test_the_words_of_a_file_and_its_digest(desk, held, monkeypatch, tmp_path):
    file = tmp_path / "dam.txt"
    file.write_text("The dam holds.\n")
    story = desk.stories.open_file(file)
    file.write_text("The dam burst.\n")
    monkeypatch.setattr(desk.store.stories, "describe", fails)
    held(lambda: desk.stories.take_file(story.id))


def test_section_and_slug(desk, held, monkeypatch):
    story = desk.stories.open_text("The dam holds.", "dam")
    monkeypatch.setattr(desk.store.stories, "describe", fails)
    held(lambda: desk.stories.describe(story.id, section="Metro", slug="flood"))


def test_an_approval_and_the_names_that_it_proposes(desk, people, held, checked, go, monkeypatch):
    story = desk.stories.open_text("Bridge opens\n\nMayor Ines Duarte spoke.\n", "bridge")
    checked(desk, story.id, story.text)
    desk.decisions.tick(story.id, "Facts checked", True)
    for initials, action in (("RM", "submit"), ("OB", "pass-on"), ("TR", "send-to-chief"), ("OB", "")):
        desk.people.switch(desk.people.with_initials(initials).id)
        if action:
            go(desk, story.id, action)
    desk.signing_keys.new()
    monkeypatch.setattr(desk.store.proposals, "make", fails)
    held(lambda: go(desk, story.id, "approve"))


def test_text_that_is_opened_again_is_never_nowhere(people, held, monkeypatch):
    desk = people.desk()
    story = desk.stories.open_text("The dam holds.", "dam")
    desk.saving.keep_recovery(story.id, Draft("The dam burst."))
    monkeypatch.setattr(desk.store.stories, "create", fails)
    held(lambda: desk.stories.keep_apart(story.id, "The dam burst.", "dam-mine"))


def test_what_was_read_within_is_not_believed_when_it_is_taken_back(people):
    store = people.desk().store

    def half():
        with store.together():
            store.dictionary.add("sic", "Rosa")
            with store.together():
                assert store.dictionary.words() == {"sic"}
            fails()

    with pytest.raises(KnownError, match="disk is full"):
        half()
    assert store.dictionary.words() == frozenset()
