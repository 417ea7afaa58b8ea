"""Forgeries of waivers, entries of the trail, people, what was checked, and the database as a whole."""

import json
import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.states import State
from desk.services.witness import Witness
from desk.store.records.said_so_far import said_so_far
from tests.desk.forgeries.forged_seals import revoked


def waiver_edited(w):
    w.sql("UPDATE decisions SET reason = 'the chief said so' WHERE done = 'waived' AND story = :bridge")


def waiver_edited_and_chained(w):
    waiver_edited(w)
    w.chain_anew()


def waiver_edited_chained_and_unanchored(w):
    waiver_edited_and_chained(w)
    w.sql("UPDATE seals SET place = 0")


def entry_edited(w):
    w.sql("UPDATE decisions SET who = 'Mallory Quint' WHERE done = 'passed-on' AND story = :bridge")


def entry_of_rubbish(w):
    w.sql("UPDATE decisions SET done = 'blessed' WHERE done = 'passed-on' AND story = :bridge")


def entries_reordered(w):
    first, second = (
        w.one(f"SELECT place FROM decisions WHERE done = '{done}'")[0] for done in ("submitted", "passed-on")
    )
    for old, new in ((first, -2), (second, first), (-2, second)):
        w.sql("UPDATE decisions SET place = :new WHERE place = :old", old=old, new=new)


def entry_deleted(w):
    w.sql("DELETE FROM decisions WHERE done = 'submitted' AND story = :bridge")


def numbers_swapped(w):
    for old, new in ((2, -2), (3, 2), (-2, 3)):
        w.sql("UPDATE decisions SET number = :new WHERE number = :old", old=old, new=new)


def end_moved(w):
    w.sql("UPDATE trail SET place = place - 1")


def entries_cut_off(w):
    last = w.one("SELECT max(place) FROM decisions")[0]
    w.sql("DELETE FROM decisions WHERE place > :last", last=last - 1)
    w.chain_anew()


def trail_cut_and_a_ferry_approved(w):
    entries_cut_off(w)
    w.call_approved("ferry")


def role_given_and_taken_back(w):
    roles = w.one("SELECT roles FROM people WHERE initials = 'MQ'")[0]
    w.sql("""UPDATE people SET roles = '{"*":["section-chief"]}' WHERE initials = 'MQ'""")
    w.forge_approval("twin", w.keys["mallory"], "mallory")
    w.sql("UPDATE people SET roles = :roles WHERE initials = 'MQ'", roles=roles)


def role_given_by_an_entry(w):
    roles = {"*": ["section-chief"]}
    w.enter_desk(Done.PERSON_CHANGED, w.people["mallory"].id, note={"roles": roles})
    w.sql("UPDATE people SET roles = :roles WHERE initials = 'MQ'", roles=json.dumps(roles))
    w.forge_approval("twin", w.keys["mallory"], "mallory")


def role_given(w):
    w.sql("""UPDATE people SET roles = '{"*":["section-chief"]}' WHERE initials = 'MQ'""")


def role_given_and_used(w):
    role_given(w)
    with pytest.raises(KnownError):
        w.approve(w.store, "twin", "mallory")
    assert w.store.stories.get(w.ids["twin"]).state != State.APPROVED


def nobody_left(w):
    w.sql("DELETE FROM people")


def brought_back(w):
    tam, odile = w.people["tam"].id, w.people["odile"].actor
    w.store.people.withdraw(tam, by=odile, signer=w.keys["odile"])
    Witness(w.store).remember()
    w.sql("UPDATE people SET withdrawn = NULL WHERE initials = 'TR'")
    assert tam not in [person.id for person in w.store.people.all()]


def person_renamed(w):
    w.sql("UPDATE people SET name = 'Odile Brand' WHERE initials = 'OB'")


def person_added(w):
    w.sql(
        "INSERT INTO people (id, name, initials, roles, pin, created, withdrawn) "
        """VALUES ('f0f0', 'Nobody Known', 'NK', '{"*":["administrator"]}', '', 0, NULL)"""
    )


def pin_wiped(w):
    w.sql("UPDATE people SET pin = '' WHERE initials = 'MQ'")


def revoked_key_revived(w):
    revoked(w)
    w.sql("UPDATE signing_keys SET revoked = NULL, revoked_by = '', why = ''")


def stolen_key_with_an_old_date(w):
    revoked(w)
    w.forge_approval("twin", w.keys["odile"])


def findings_wiped(w):
    w.sql("UPDATE runs SET found = '[]' WHERE story = :bridge")


def findings_wiped_where_sealed(w):
    w.sql("UPDATE seals SET run = '[]' WHERE story = :bridge")


def dictionary_word(w):
    w.sql("INSERT INTO dictionary (word, who, added) VALUES ('teh', 'Odile Brandt', 0)")


def comment(w):
    w.sql("UPDATE comments SET words = 'All well.' WHERE story = :bridge")


def comment_changed_and_chained(w):
    """The words of a comment, with the digest of them that each entry behind it notes, and the chain."""
    comment(w)
    with w.rows() as connection:
        told = said_so_far(connection, w.ids["bridge"])["said"]["digest"]
    wanted = "SELECT number, note FROM decisions WHERE story = :bridge AND note LIKE '%\"said\"%'"
    for number, note in w.every(wanted):
        plain = json.loads(note)
        plain["said"]["digest"] = told
        w.sql("UPDATE decisions SET note = :note WHERE number = :number", note=json.dumps(plain), number=number)
    w.chain_anew()


def comment_of_a_draft_changed(w):
    """A comment that no entry of the trail stands behind: what a machine saw of it, it does not forget."""
    w.sql("UPDATE comments SET words = 'All well.' WHERE story = :twin")


def slug(w):
    w.sql("UPDATE stories SET slug = 'brigde' WHERE id = :bridge")


def section(w):
    w.sql("UPDATE stories SET section = 'Sport' WHERE id = :bridge")


def headline(w):
    w.sql("UPDATE stories SET headline = 'Bridge shuts' WHERE id = :bridge")


def copy_map(w):
    w.sql("""UPDATE stories SET kinds = '[[0,"paid"]]' WHERE id = :bridge""")


def approval_deleted_with_its_seal(w):
    place = w.one("SELECT place FROM decisions WHERE done = 'approved' AND story = :bridge")[0]
    w.sql("DELETE FROM decisions WHERE place = :place", place=place)
    w.sql("DELETE FROM seals WHERE story = :bridge")
    w.chain_anew()
    w.sql("UPDATE stories SET state = 'with-section-chief', seal = '' WHERE id = :bridge")


def guards_dropped(w):
    with closing(sqlite3.connect(w.path)) as connection:
        connection.execute("DROP TRIGGER seals_no_update")
        connection.commit()


def guards_dropped_and_put_back(w):
    w.sql("SELECT 1")


def version_removed(w):
    w.sql("DELETE FROM versions WHERE story = :bridge AND number = 1")


def yesterday(w):
    """The return of yesterday evening is not there any more: the file is that of yesterday noon."""
    noon = w.keep()
    w.move(w.store, "bridge", "reopen", "odile")
    Witness(w.store).remember()
    w.put_back(noon)
    noon.close()


def trail_of_another(w):
    """The trail begins with another entry: it is as one that no machine ever saw."""
    w.sql("UPDATE desk_entries SET made = made + 1 WHERE place = 1")
    w.chain_anew()
