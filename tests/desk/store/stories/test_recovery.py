import subprocess
import sys

import pytest
from sqlalchemy import update

from desk.review.ids import new_id
from desk.review.people import actor
from desk.store.connect import open_store
from desk.store.database import tables
from desk.store.database.process import Holder
from desk.store.records.values import NewStory, RecoveryCopy
from desk.store.stories.recovery import LEASE
from desk.text.blocks import Kind
from desk.text.links import TextLink
from desk.text.moments import now
from desk.text.spans import Span


@pytest.fixture
def held_by(store):
    """Make the recovery copies and locks look as if another holder had written them, some time ago."""

    def make(holder, ago=LEASE * 0):
        with store._access.writing() as connection:
            connection.execute(update(tables.recovery).values(holder=holder.token, kept=now() - ago))
            connection.execute(update(tables.locks).values(holder=holder.token, renewed=now() - ago))

    return make


@pytest.fixture
def dead():
    """A process of this machine that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    here = Holder.here()
    ended.wait()
    return Holder(here.machine, ended.pid, here.started, "dead")


def test_a_copy_left_by_a_dead_process_is_offered_with_its_story(store, story, held_by, dead):
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Half a", by_hand={0: Kind.PAID}, place=6))
    assert store.recovery.pending() == []
    held_by(dead)
    (pending,) = store.recovery.pending()
    assert (pending.copy.text, pending.copy.by_hand, pending.copy.place) == ("Half a", {0: Kind.PAID}, 6)
    assert pending.story == story
    store.recovery.discard(story.id)
    assert store.recovery.pending() == []


def test_a_draft_that_was_never_saved_is_offered_too(store, held_by, dead, tmp_path):
    store.recovery.save(RecoveryCopy(id=new_id(), slug="pasted", text="Words", path=tmp_path / "a.txt"))
    store.recovery.save(RecoveryCopy(id=new_id(), slug="empty", text=" \n"))
    held_by(dead)
    (pending,) = store.recovery.pending()
    assert (pending.copy.slug, pending.copy.path, pending.story) == ("pasted", tmp_path / "a.txt", None)


def test_a_copy_equal_to_the_saved_version_is_not_offered(store, story, held_by, dead, text):
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text=text))
    held_by(dead)
    assert store.recovery.pending() == []


def test_kinds_set_by_hand_alone_are_worth_offering(store, story, held_by, dead, text):
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text=text, by_hand={0: Kind.LEFTOVER}))
    held_by(dead)
    assert len(store.recovery.pending()) == 1


def test_the_last_copy_counts(store, story):
    first = store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Half"))
    second = store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Half a"))
    assert second > first
    assert store.recovery.of(story.id).text == "Half a"
    assert store.recovery.of(story.id).when == second
    assert store.recovery.of("0" * 32) is None


def test_who_needs_their_copy_no_more_drops_no_other_windows(store, story, where):
    second = open_store(where)
    second.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Theirs"))
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Ours"))
    store.recovery.drop_own(story.id)
    assert store.recovery.of(story.id).text == "Theirs"
    second.recovery.drop_own(story.id)
    assert store.recovery.of(story.id) is None
    second.close()
    assert store.recovery.pending() == []


def test_a_living_window_keeps_its_copies_to_itself(store, story, path):
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Half"))
    second = open_store(path)
    assert second.recovery.pending() == []
    second.close()


def test_a_closed_store_leaves_its_copies_to_the_next(path):
    first = open_store(path)
    made = first.stories.create(NewStory(slug="flood", text="Full."), actor("", "Rosa"))
    first.recovery.save(RecoveryCopy(id=made.id, slug="flood", text="Half"))
    first.close()
    second = open_store(path)
    assert [p.copy.text for p in second.recovery.pending()] == ["Half"]
    second.close()


def test_another_machines_copy_waits_for_its_lease(store, story, held_by):
    far = Holder("far/away", 1, 0.0, "x")
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Half"))
    held_by(far)
    assert store.recovery.pending() == []
    held_by(far, ago=LEASE * 2)
    assert len(store.recovery.pending()) == 1


def test_a_second_window_is_told_who_has_the_story_open(store, story, where):
    assert store.locks.take(story.id, actor("", "Rosa Marquez")) is None
    assert store.locks.take(story.id, actor("", "Rosa Marquez")) is None
    second = open_store(where)
    other = second.locks.take(story.id, actor("", "Tam Reyes"))
    assert (other.who.name, other.machine) == ("Rosa Marquez", "")
    assert second.locks.holder(story.id) == other
    second.locks.release(story.id)
    assert second.locks.holder(story.id) == other
    store.locks.release(story.id)
    assert second.locks.take(story.id, actor("", "Tam Reyes")) is None
    assert store.locks.holder(story.id).who == actor("", "Tam Reyes")
    second.close()
    assert store.locks.holder(story.id) is None


def test_what_the_dead_had_open_is_taken_over(store, story, held_by, dead):
    store.locks.take(story.id, actor("", "Rosa Marquez"))
    held_by(dead)
    assert store.locks.holder(story.id) is None
    assert store.locks.take(story.id, actor("", "Tam Reyes")) is None


def test_a_number_used_again_by_another_process_is_not_the_holder(store, story, held_by):
    here = Holder.here()
    store.locks.take(story.id, actor("", "Rosa Marquez"))
    held_by(Holder(here.machine, here.pid, here.started - 3600, "before"))
    assert store.locks.holder(story.id) is None


def test_another_machine_holds_a_story_while_it_renews(store, story, held_by):
    far = Holder("far/away", 1, 0.0, "x")
    store.locks.take(story.id, actor("", "Rosa Marquez"))
    held_by(far)
    assert store.locks.holder(story.id).machine == "far/away"
    held_by(far, ago=LEASE * 2)
    assert store.locks.holder(story.id) is None


def test_what_was_typed_long_ago_is_not_offered_while_its_window_on_another_machine_lives(store, story, held_by):
    store.locks.take(story.id, actor("", "Rosa Marquez"))
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Half a"))
    held_by(Holder("far/away", 1, 0.0, "x"), ago=LEASE * 2)
    assert len(store.recovery.pending()) == 1
    with store._access.writing() as connection:
        connection.execute(update(tables.locks).values(renewed=now()))
    assert store.recovery.pending() == []


def test_renewing_moves_the_lease_of_ones_own(store, story):
    store.locks.take(story.id, actor("", "Rosa Marquez"))
    with store._access.writing() as connection:
        connection.execute(update(tables.locks).values(renewed=now() - LEASE * 2))
    store.locks.renew()
    with store._access.reading() as connection:
        assert now() - connection.execute(tables.locks.select()).one().renewed < LEASE


def test_two_who_hold_one_story_keep_a_copy_each(store, story, where):
    other = open_store(where)
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Mine"))
    for text in ("Theirs", "Theirs, longer"):
        other.recovery.save(RecoveryCopy(id=story.id, slug="flood", text=text))
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text="Mine, longer"))
    store.recovery.let_go()
    other.close()
    assert {pending.copy.text for pending in store.recovery.pending()} == {"Mine, longer", "Theirs, longer"}


def test_links_alone_are_worth_offering(store, story, held_by, dead, text):
    links = (TextLink(Span(0, 5), "https://harbour.test/"),)
    store.recovery.save(RecoveryCopy(id=story.id, slug="flood", text=text, links=links))
    held_by(dead)
    assert [pending.copy.links for pending in store.recovery.pending()] == [links]
