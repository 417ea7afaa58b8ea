"""What another copy sends and is not taken, or is told of: unknown hands, others' ids, what was changed or cut off."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from desk.errors import KnownError
from desk.exchange.bag_bytes import signed_bag, signed_part
from desk.review.signing import SigningKey
from desk.services.carrying import key_of
from desk.text.moments import now
from desk.text.spans import Span
from tests.desk.services.copies import TEXT, carry, dump, work_as


def test_what_nobody_accepted_is_refused_and_changes_nothing(copies, pair):
    desk, *_ = pair
    stranger = copies.open("stranger")
    stranger.people.set_up_alone("Mallory", "M")
    view = stranger.stories.open_text(TEXT, "bridge")
    before = dump(desk)
    with pytest.raises(KnownError, match=r"comes from stranger \(.*\), which is not known here"):
        carry(stranger, desk, view.id, accept=False)
    assert dump(desk) == before


def test_a_story_that_claims_anothers_id_is_refused(copies, pair):
    desk, _, story = pair
    stranger = copies.open("stranger")
    view = stranger.stories.open_text("Other words.\n", "other")
    load = stranger.exchange.pack([view.id])
    (bag,), key = load.bags, key_of(stranger.store)[1]
    (part,) = bag.parts
    versions = tuple(replace(version, story=story) for version in part.versions)
    forged = signed_part(replace(part, story=story, versions=versions, entries=()), key)
    forged_bag = signed_bag(replace(bag, card=replace(bag.card, id=story), parts=(forged,)), key)
    desk.exchange.accept(bag.packed_by)
    before = dump(desk)
    taken, _ = desk.exchange.take_in(replace(load, bags=(forged_bag,)))
    assert "claims to be a story that is here already" in taken.refused[0]
    assert dump(desk) == before


def test_two_trails_under_one_key_are_refused(pair, checked, tmp_path):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nOne.\n")
    carry(laptop, desk, story)
    laptop.decisions.tick(story, "grammar", True)
    old = laptop.exchange.pack([story])
    (bag,), key = old.bags, key_of(laptop.store)[1]
    mine = next(part for part in bag.parts if part.strand == laptop.exchange.me())
    rewritten = signed_part(replace(mine, versions=()), key)
    parts = tuple(rewritten if part == mine else part for part in bag.parts)
    taken, _ = desk.exchange.take_in(replace(old, bags=(signed_bag(replace(bag, parts=parts), key),)))
    assert "has written two different trails" in taken.refused[0]


def test_a_database_put_back_to_before_says_so(pair, checked, copies, tmp_path):
    desk, laptop, story = pair
    laptop.close()
    copies.made.remove(laptop)
    kept = (tmp_path / "laptop.db").read_bytes()
    laptop = copies.open("laptop")
    work_as(laptop, "RM")
    checked(laptop, story, TEXT + "\nOne.\n")
    carry(laptop, desk, story)
    laptop.close()
    copies.made.remove(laptop)
    (tmp_path / "laptop.db").write_bytes(kept)
    again = copies.open("laptop")
    work_as(again, "RM")
    taken = carry(desk, again, story)
    assert "it was put back to an older state" in taken.refused[0]


def test_what_is_killed_in_the_middle_leaves_nothing(pair, checked, monkeypatch):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    load = laptop.exchange.pack([story])
    before = dump(desk)
    with monkeypatch.context() as patch:
        patch.setattr("desk.store.exchange.laying.refresh", broken_off)
        with pytest.raises(KeyboardInterrupt):
            desk.exchange.take_in(load)
    assert dump(desk) == before
    desk.exchange.take_in(load)
    assert desk.stories.view(story).text.endswith("More.\n")


def broken_off(*_):
    raise KeyboardInterrupt


def test_nobody_else_signs_for_a_copy(pair):
    desk, laptop, story = pair
    load, stranger = laptop.exchange.pack([story]), SigningKey.new()
    (bag,) = load.bags
    forged = signed_bag(replace(bag, parts=tuple(signed_part(part, stranger) for part in bag.parts)), stranger)
    taken, _ = desk.exchange.take_in(replace(load, bags=(forged,)))
    assert "was altered after it was packed" in taken.refused[0]


CHANGES = {
    "strand_entries": ("chain = substr(chain, 2) || substr(chain, 1, 1)", "place > 0"),
    "versions": ("why = 'never'", "number = 2"),
    "comments": ("words = 'never'", "words <> ''"),
    "texts": ("body = x'00'", "sha256 IN (SELECT sha256 FROM versions WHERE number = 2)"),
}


@pytest.mark.parametrize("table", CHANGES)
def test_what_another_copy_wrote_and_a_program_changed_here_is_named(pair, checked, table):
    desk, laptop, story = pair
    checked(laptop, story, TEXT + "\nMore.\n")
    laptop.review.comment(story, laptop.stories.view(story).text, Span(0, 6), "Which bridge?")
    laptop.stories.set_deadline(story, now())
    carry(laptop, desk, story)
    assert (desk.store.packing.faults(), desk.store.audit.faults()) == ([], [])
    change, where = CHANGES[table]
    with closing(sqlite3.connect(desk.store.path)) as connection:
        connection.execute(f"DROP TRIGGER {table}_no_update")
        assert connection.execute(f"UPDATE {table} SET {change} WHERE {where}").rowcount
        connection.commit()
    faults = [*desk.store.packing.faults(), *desk.store.audit.faults()]
    assert any("bridge" in fault or "altered" in fault or "is not the one" in fault for fault in faults)


def test_a_comment_of_ours_that_a_program_changed_here_is_named_when_it_comes_back(pair):
    desk, laptop, story = pair
    desk.review.comment(story, TEXT, Span(0, 6), "Which bridge?")
    carry(desk, laptop, story)
    with closing(sqlite3.connect(desk.store.path)) as connection:
        connection.execute("DROP TRIGGER comments_no_update")
        connection.execute("UPDATE comments SET words = 'Which briefs?'")
        connection.commit()
    (refused,) = carry(laptop, desk, story).refused
    assert "comes back otherwise than it stands here: another program changed it" in refused
