from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.errors import BugError, KnownError
from desk.review.people import actor
from desk.review.seal import text_digest
from desk.review.states import State
from desk.store.connect import open_store
from desk.store.records.values import NewStory, RecoveryCopy
from desk.text.blocks import Kind
from desk.text.links import TextLink
from desk.text.spans import Span


def test_a_new_story_is_a_draft_with_its_first_version(store, story, text):
    assert (story.state, story.version, story.owner.name) == (State.DRAFT, 1, "Rosa Marquez")
    assert store.stories.text(story.id) == text
    assert [(v.number, v.who.name, v.sha256) for v in store.stories.versions(story.id)] == [
        (1, "Rosa Marquez", text_digest(text))
    ]


def test_everything_given_is_found_again_in_another_opening(path, tmp_path):
    new = NewStory(
        slug="harbour",
        text="Words.",
        headline="Harbour opens",
        section="News",
        variant="en-GB",
        owner=actor("t", "Tam Reyes"),
        path=tmp_path / "ünïcode harbour.txt",
        source_sha256="ab" * 32,
        format="markdown",
        encoding="windows-1252",
        by_hand={0: Kind.PAID},
        place=3,
    )
    first = open_store(path)
    made = first.stories.create(new, actor("", "Rosa Marquez"))
    first.close()
    second = open_store(path)
    again = second.stories.get(made.id)
    assert again == made
    for name in ("slug", "headline", "section", "variant", "owner", "path", "format", "encoding", "by_hand", "place"):
        assert getattr(again, name) == getattr(new, name)
    assert again.created.tzinfo is UTC
    assert second.stories.find(tmp_path / "ünïcode harbour.txt") == made
    assert second.stories.find(Path("elsewhere.txt")) is None
    second.close()


def test_a_save_makes_a_version_only_of_a_new_text(store, story, text):
    same = store.stories.save(story.id, text, actor("", "Rosa Marquez"), by_hand={0: Kind.FURNITURE}, place=7)
    assert not same.new_version
    assert (same.story.version, same.story.place, same.story.by_hand) == (1, 7, {0: Kind.FURNITURE})
    assert same.story.changed == story.changed
    other = store.stories.save(story.id, "Other.", actor("", "Tam Reyes"), why="cut", headline="Other")
    assert other.new_version
    assert (other.story.version, other.story.headline) == (2, "Other")
    assert other.story.changed > story.changed
    assert [(v.number, v.who.name, v.why) for v in store.stories.versions(story.id)] == [
        (2, "Tam Reyes", "cut"),
        (1, "Rosa Marquez", "opened"),
    ]
    assert store.stories.text(story.id, 1) == text
    assert store.stories.text(story.id) == "Other."


def test_going_back_to_an_old_text_is_a_new_version_of_the_same_address(store, story, text):
    store.stories.save(story.id, "Other.", actor("", "Rosa Marquez"))
    store.stories.save(story.id, text, actor("", "Rosa Marquez"))
    last, _, first = store.stories.versions(story.id)
    assert (last.number, last.sha256) == (3, first.sha256)


def test_a_version_remembers_the_kinds_it_was_saved_with(store, story):
    store.stories.save(story.id, "Buy now.", actor("", "Rosa Marquez"), by_hand={0: Kind.PAID})
    store.stories.save(story.id, "Bye now.", actor("", "Rosa Marquez"))
    assert store.stories.versions(story.id)[1].by_hand == {0: Kind.PAID}


def test_saving_over_somebody_elses_version_is_refused_and_keeps_both(store, story):
    store.stories.save(story.id, "Theirs.", actor("", "Tam Reyes"), base=1)
    with pytest.raises(KnownError, match="Tam Reyes saved “flood” while it was edited here"):
        store.stories.save(story.id, "Mine.", actor("", "Rosa Marquez"), base=1)
    assert store.stories.text(story.id) == "Theirs."


def test_a_save_drops_the_recovery_copy(store, story):
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Half a"))
    store.stories.save(story.id, "Half a word.", actor("", "Rosa Marquez"))
    assert store.recovery.of(story.id) is None


def test_describing_a_story_leaves_the_rest_alone(store, story):
    described = store.stories.describe(story.id, slug="flood-2", section="World", variant="en-GB", path=Path("a.txt"))
    assert (described.slug, described.section, described.variant, described.path) == (
        "flood-2",
        "World",
        "en-GB",
        Path("a.txt"),
    )
    assert (described.headline, described.owner, described.version) == (story.headline, story.owner, 1)


def test_place_and_kinds_are_kept_without_a_version_or_a_change(store, story):
    store.stories.remember(story.id, place=12)
    kept = store.stories.remember(story.id, by_hand={27: Kind.LEFTOVER})
    assert (kept.place, kept.by_hand, kept.version, kept.changed) == (12, {27: Kind.LEFTOVER}, 1, story.changed)
    assert store.stories.remember(story.id) == kept


@pytest.mark.parametrize("call", ["get", "text", "versions_text", "save", "describe"])
def test_a_story_that_is_not_there_is_one_sentence(store, story, call):
    calls = {
        "get": lambda: store.stories.get("0" * 32),
        "text": lambda: store.stories.text("0" * 32),
        "versions_text": lambda: store.stories.text(story.id, 9),
        "save": lambda: store.stories.save("0" * 32, "x", actor("", "Rosa")),
        "describe": lambda: store.stories.describe("0" * 32, slug="x"),
    }
    with pytest.raises(KnownError, match=r"not in the database|no version 9"):
        calls[call]()


def test_history_cannot_be_rewritten(store, story, check, approve):
    check(story.id)
    approve(story.id)
    for table in ("versions", "texts", "decisions", "seals"):
        for what in ("UPDATE {} SET sha256 = ''", "DELETE FROM {}"):
            with (
                pytest.raises(BugError, match=f"{table} is append-only"),
                store._access.writing() as connection,
            ):
                connection.exec_driver_sql(what.format(table))


@given(text=st.text(st.characters(codec=None) | st.sampled_from("\0\ud800\udfff\u202e\ue000\r\n")))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_comes_back_exactly(store, text):
    made = store.stories.create(NewStory(slug=text, headline=text, text=text), actor("", text))
    assert store.stories.text(made.id) == text
    again = store.stories.get(made.id)
    assert (again.slug, again.headline, again.owner.name) == (text, text, text)
    store.recovery.save(RecoveryCopy(id=made.id, slug=text, text=text))
    assert store.recovery.of(made.id).text == text


def test_links_are_kept_with_each_version_and_make_one_by_themselves(store, story, text):
    links = (TextLink(Span(0, 5), "https://harbour.test/ü"),)
    saved = store.stories.save(story.id, text, actor("", "Rosa Marquez"), links=links)
    assert (saved.new_version, saved.story.version, saved.story.links) == (True, 2, links)
    assert not store.stories.save(story.id, text, actor("", "Rosa Marquez"), links=links).new_version
    store.stories.save(story.id, text + "x", actor("", "Rosa Marquez"))
    assert [(v.links, v.why) for v in store.stories.versions(story.id)] == [
        ((), ""),
        (links, "links changed"),
        ((), "opened"),
    ]
    assert store.stories.get(story.id).links == ()
