"""Forgeries in time and in names: keys and roles of another day, moments that cannot be, names that look the same."""

import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError
from desk.exchange.bag import BagEntry, Strand
from desk.exchange.bag_plain import entry_plain
from desk.review.decisions import Decision, Done
from desk.review.people import Actor, Role
from desk.review.states import State
from desk.review.trail import NO_CHAIN, TrailEntry, link
from desk.store.database import tables

ELSEWHERE = "d" * 32
"""The name of another copy, which the forger writes for."""
_BEYOND = 1 << 62
"""Microseconds after 1970: in the year 148,108, which no calendar of ours has."""
_YEAR_9999 = 253_370_764_800_000_000


def chief_only_later(w):
    """A copy editor signs with their own key, and an administrator makes them a chief afterwards."""
    w.forge_approval("twin", w.keys["mallory"], "mallory")
    roles = {"*": [Role.CHIEF]}
    w.store.people.change(w.people["mallory"].id, roles=roles, by=w.people["odile"].actor, signer=w.keys["odile"])


def key_confirmed_only_later(w):
    """A seal by a chief's key that nobody had confirmed yet; an administrator does it afterwards, in good faith."""
    thief = w.keys["thief"]
    w.store.keys.add(w.people["lea"], thief.fingerprint, thief.public)
    w.forge_approval("twin", thief, "lea")
    w.store.keys.confirm(thief.fingerprint, w.people["odile"], w.keys["odile"])


def written_elsewhere(w, story, made):
    """Enter what another copy says that it wrote, one entry behind the other."""
    w.sql(
        "INSERT OR IGNORE INTO strands (id, public_key, name, since, is_home, known, secret) "
        "VALUES (:id, '', 'another desk', NULL, 0, 0, '')",
        id=ELSEWHERE,
    )
    place, before = w.one("SELECT coalesce(max(place), 0) FROM strand_entries")[0], NO_CHAIN
    if place:
        before = w.one("SELECT chain FROM strand_entries WHERE place = :last", last=place)[0]
    with w.rows() as connection:
        for decision in made:
            place += 1
            entry = TrailEntry(place, link(before, decision, place), decision)
            values = {"strand": ELSEWHERE, "story": story, "place": place, "before": before, "chain": entry.chain}
            connection.execute(
                tables.strand_entries.insert().values(**values, entry=entry_plain(BagEntry(before, entry)))
            )
            before = entry.chain
    return {"place": place, "chain": before}


def revoked_key_from_elsewhere(w):
    """The chief's stolen key signs in a copy that says it had not heard of the revocation."""
    _stolen_key_from_elsewhere(w, heard=False)


def revoked_key_that_heard_of_it(w):
    """The same in a copy that says it had."""
    _stolen_key_from_elsewhere(w, heard=True)


def _stolen_key_from_elsewhere(w, *, heard):
    w.store.strands.found(Strand("e" * 32, "", "the desk"))
    odile = w.people["odile"]
    w.store.keys.revoke(w.keys["odile"].fingerprint, odile.actor, "stolen")
    last = w.one("SELECT place FROM trail")[0]
    seal_elsewhere(w, w.keys["odile"], odile.actor, {"desk": {"e" * 32: last if heard else last - 1}})


def administrator_added_elsewhere(w):
    """Another copy adds an administrator and chief of its own, who approves there."""
    nobody, thief = Actor("f" * 32, "Nobody Known"), w.keys["thief"]
    added = {"name": "Nobody Known", "initials": "NK", "roles": {"*": ["administrator", "section-chief"]}, "pin": ""}
    written_elsewhere(
        w,
        "",
        [
            Decision(Done.PERSON_ADDED, "", nobody, subject=nobody.id, note=added),
            Decision(Done.KEY_ENTERED, "", nobody, subject=thief.fingerprint, note={"public": thief.public}),
        ],
    )
    seal_elsewhere(w, thief, nobody)


def seal_elsewhere(w, key, who, seen=None):
    """Approve “twin” in another copy that had seen so much of this one, sealed with a key of the forger's choice."""
    sha256 = w.one("SELECT sha256 FROM stories WHERE id = :twin")[0]
    note = {"move": "approve", **(seen or {})}
    made = Decision(Done.APPROVED, w.ids["twin"], who, sha256=sha256, state=State.APPROVED, role=Role.CHIEF, note=note)
    trail = written_elsewhere(w, w.ids["twin"], [made])
    w.seal("twin", key, signed_as=who, trail=trail, waivers=[], text={"sha256": sha256, "format": "text"})
    w.call_approved("twin")


def moment_of_the_far_future(w):
    """The approval is dated in the year 9999, so that no revocation by the clock ever comes before it."""
    _dated(w, _YEAR_9999)


def moment_beyond_all_calendars(w):
    _dated(w, _BEYOND)


def _dated(w, made):
    w.sql("UPDATE decisions SET made = :made WHERE done = 'approved' AND story = :bridge", made=made)


def entry_of_the_desk_in_the_far_future(w):
    w.sql("UPDATE desk_entries SET made = :made WHERE done = 'person-added'", made=_BEYOND)


def person_added_with_letters_that_look_the_same(w):
    """A second Odile Brandt, whose first letter is Cyrillic."""
    _added(w, "\N{CYRILLIC CAPITAL LETTER O}dile Brandt", "OB2")


def person_added_in_other_case(w):
    _added(w, "ODILE BRANDT", "ob2")


def _added(w, name, initials):
    w.sql(
        "INSERT INTO people (id, name, initials, roles, pin, created, withdrawn) "
        """VALUES ('f0f0', :name, :initials, '{"*":["section-chief"]}', '', 0, NULL)""",
        name=name,
        initials=initials,
    )
    with pytest.raises(KnownError, match="already"):
        w.store.people.add(name, initials, {}, by=w.people["odile"].actor, signer=w.keys["odile"])


def view_with_a_quoted_name(w):
    _shape(w, 'CREATE VIEW "sto""ries; --" AS SELECT 1')


def trigger_with_a_quoted_name(w):
    _shape(
        w,
        """CREATE TRIGGER "it's ""ours""; --" AFTER UPDATE ON stories BEGIN DELETE FROM locks; END""",
    )


def guard_in_other_case(w):
    """A guard of Copydesk's replaced by one that guards nothing, its name in other letters."""
    _shape(
        w,
        "DROP TRIGGER seals_no_update",
        "CREATE TRIGGER SEALS_NO_UPDATE BEFORE UPDATE ON seals BEGIN SELECT 1; END",
    )


def index_of_ours_that_writes_elsewhere(w):
    """The trigger of the index on another table, feeding a table that has a trigger of its own."""
    _shape(
        w,
        "DROP TRIGGER story_index_update",
        "CREATE TABLE story_indexed (a TEXT)",
        "CREATE TRIGGER story_index_update AFTER UPDATE ON seals BEGIN INSERT INTO story_indexed VALUES (1); END",
    )


def view_of_ours_that_says_something_else(w):
    """The one view that Copydesk made, for the index of words, made to hide a story from every search."""
    _shape(
        w,
        "DROP VIEW story_words",
        "CREATE VIEW story_words AS SELECT term FROM (SELECT 'bridge' AS term, 0 AS n) WHERE n",
    )


def _shape(w, *statements):
    with closing(sqlite3.connect(w.path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
