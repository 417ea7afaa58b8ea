"""Forgeries of rows beside the trail, of what came from elsewhere, and of the shape of the database itself."""

import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError
from desk.exchange.bag import BagEntry
from desk.exchange.bag_plain import entry_plain
from desk.review.decisions import Decision, Done
from desk.review.people import Role
from desk.review.seal import text_digest
from desk.review.states import State
from desk.review.trail import NO_CHAIN, TrailEntry, link
from desk.services.witness import Witness
from desk.store.database import tables
from desk.store.records.codec import digest_of_plain
from desk.text.moments import now

LATER = "Bridge opens\n\nThe the bridge opened on Wednesday.\n"


def _saved(w):
    """Return the database of before a later version of “twin”, which this machine saw."""
    noon = w.keep()
    w.store.stories.save(w.ids["twin"], LATER, w.people["rosa"].actor, why="written")
    Witness(w.store).remember()
    return noon


def rows_of_last_week(w):
    with closing(_saved(w)) as noon:
        path = w.path.with_name("noon.db")
        with closing(sqlite3.connect(path)) as there:
            noon.backup(there)
    w.sql("DELETE FROM versions WHERE story = :twin AND number = 3")
    with closing(sqlite3.connect(w.path)) as connection:
        connection.execute("ATTACH ? AS noon", (str(path),))
        connection.execute("DELETE FROM stories")
        names = ", ".join(column.name for column in tables.stories.columns if column.computed is None)
        connection.execute(f"INSERT INTO stories ({names}) SELECT {names} FROM noon.stories")
        connection.commit()
    path.unlink()


def story_put_back(w):
    _saved(w).close()
    w.sql("UPDATE stories SET version = 2, sha256 = (SELECT sha256 FROM stories WHERE id = :bridge) WHERE id = :twin")


def comments_removed(w):
    Witness(w.store).remember()
    w.sql("DELETE FROM comments WHERE number = (SELECT max(number) FROM comments)")


def comment_of_other_words(w):
    w.sql("UPDATE comments SET sort = 'blessed' WHERE story = :bridge")
    with pytest.raises(KnownError, match="none of Copydesk's"):
        w.store.comments.threads(w.ids["bridge"])


def comment_without_id(w):
    w.sql("UPDATE comments SET id = '' WHERE story = :bridge")
    assert len(w.store.comments.threads(w.ids["bridge"])) == 1


def slug_with_a_nul(w):
    w.sql("UPDATE stories SET slug = slug || char(0) || '2' WHERE id = :bridge")


def slug_in_other_letters(w):
    w.sql("UPDATE stories SET slug = 'brıdge' WHERE id = :bridge")


def text_with_a_nul(w):
    where = "sha256 = (SELECT sha256 FROM stories WHERE id = :bridge)"
    w.sql(f"UPDATE texts SET body = CAST(body || x'00' AS BLOB) WHERE {where}")


def text_of_another_type(w):
    w.sql("UPDATE texts SET body = CAST(body AS TEXT) WHERE sha256 = (SELECT sha256 FROM stories WHERE id = :bridge)")


def slug_of_bytes(w):
    w.sql("UPDATE stories SET slug = CAST(slug AS BLOB) WHERE id = :bridge")


def state_of_bytes(w):
    w.sql("UPDATE stories SET state = x'ff' WHERE id = :bridge")


def copy_map_of_another_shape(w):
    w.sql("UPDATE stories SET kinds = 1e300 WHERE id = :bridge")


def version_that_is_not_there(w):
    w.sql("UPDATE stories SET version = 7 WHERE id = :bridge")


def second_head(w):
    w.sql("INSERT INTO texts (sha256, body) VALUES (:sha256, :body)", sha256=text_digest(LATER), body=LATER.encode())
    w.sql(
        "INSERT INTO versions (story, number, sha256, kinds, who, why, made, person, links, digest, parents) "
        "SELECT story, 3, :sha256, kinds, who, why, made, person, links, :digest, parents FROM versions "
        "WHERE story = :bridge AND number = 2",
        sha256=text_digest(LATER),
        digest="e" * 64,
    )


def second_end(w):
    w.sql("INSERT INTO trail (id, place, chain) VALUES (0, 3, :chain)", chain="0" * 64)


def entry_moved_to_another_strand(w):
    row = w.one("SELECT place, chain FROM decisions WHERE done = 'reopened' AND story = :ferry")
    place = row[0]
    entry = next(e for e in w.store.trail.of_story(w.ids["ferry"]) if e.place == place)
    before = w.store.trail.at(place - 1).chain
    _enter_elsewhere(w, "ferry", BagEntry(before, entry))
    w.sql("DELETE FROM decisions WHERE place = :place", place=place)
    w.chain_anew()
    w.call_approved("ferry")


def approval_from_another_strand(w):
    sha256 = w.one("SELECT sha256 FROM stories WHERE id = :twin")[0]
    odile = w.people["odile"].actor
    made = Decision(
        Done.APPROVED,
        w.ids["twin"],
        odile,
        sha256=sha256,
        state=State.APPROVED,
        role=Role.CHIEF,
        note={"move": "approve"},
    )
    entry = TrailEntry(1, link(NO_CHAIN, made, 1), made)
    _enter_elsewhere(w, "twin", BagEntry(NO_CHAIN, entry))
    trail = {"place": 1, "chain": entry.chain}
    w.seal("twin", w.keys["thief"], trail=trail, waivers=[], text={"sha256": sha256, "format": "text"})
    w.call_approved("twin")


def _enter_elsewhere(w, slug, bagged):
    w.sql(
        "INSERT INTO strands (id, public_key, name, since, is_home, known, secret) "
        "VALUES (:id, '', 'another desk', NULL, 0, 0, '')",
        id="d" * 32,
    )
    with w.rows() as connection:
        connection.execute(
            tables.strand_entries.insert().values(
                strand="d" * 32,
                story=w.ids[slug],
                place=bagged.entry.place,
                before=bagged.before,
                chain=bagged.entry.chain,
                entry=entry_plain(bagged),
            )
        )


def people_of_another_desk(w):
    """A strand that says it is this database's desk: its people and keys would count, and the chief's no more."""
    approval_from_another_strand(w)
    w.sql("UPDATE strands SET is_home = 1")


def papers_of_another_desk(w):
    w.enter_desk(Done.PAPER_GIVEN, "review", "mallory", note={"words": "[gate]\n"})


def first_key_before_all_that_was_signed(w):
    thief, signed = w.keys["thief"], 3
    w.enter_desk(Done.KEY_ENTERED, thief.fingerprint, "lea", note={"public": thief.public})
    last = w.one("SELECT max(place) FROM desk_entries")[0]
    for table in ("decisions", "desk_entries"):
        w.sql(
            f"UPDATE {table} SET place = place + 1000 WHERE place >= :signed AND place < :last",
            signed=signed,
            last=last,
        )
    w.sql("UPDATE desk_entries SET place = :signed WHERE place = :last", signed=signed, last=last)
    w.chain_anew()
    w.forge_approval("twin", thief, "lea")


def view_for_a_table(w):
    _shape(
        w,
        "ALTER TABLE runs RENAME TO runs_as_they_were",
        "CREATE VIEW runs AS SELECT * FROM runs_as_they_were",
    )


def trigger_that_rewrites(w):
    _shape(
        w,
        "CREATE TRIGGER stories_touched AFTER UPDATE OF changed ON stories "
        "BEGIN UPDATE stories SET section = 'Sport' WHERE id = new.id; END",
    )


def trigger_of_ours_that_rewrites(w):
    _shape(
        w,
        "DROP TRIGGER story_index_update",
        "CREATE TRIGGER story_index_update AFTER UPDATE OF slug ON stories "
        "BEGIN UPDATE stories SET slug = old.slug WHERE id = new.id; END",
    )


def table_in_the_way_of_a_question(w):
    """A column as above, and a table by the name of what SQLite answers about columns with."""
    generated_column(w)
    _shape(w, "CREATE TABLE pragma_table_xinfo (a TEXT)")


def generated_column(w):
    _shape(w, "ALTER TABLE stories ADD COLUMN shown TEXT GENERATED ALWAYS AS ('approved') VIRTUAL")


def _shape(w, *statements):
    with closing(sqlite3.connect(w.path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def story_removed(w):
    w.sql("DELETE FROM stories WHERE id = :bridge")


def embargo_removed(w):
    w.store.reviews.set_embargo(w.ids["bridge"], now(), w.people["odile"])
    w.sql("UPDATE stories SET embargo = NULL WHERE id = :bridge")


def findings_wiped_with_their_digest(w):
    sha256 = w.one("SELECT sha256 FROM stories WHERE id = :twin")[0]
    w.sql("UPDATE runs SET found = '[]', digest = :digest WHERE story = :twin", digest=digest_of_plain(sha256, []))


def links_exchanged(w):
    links = '[[0, 3, "https://elsewhere.example"]]'
    w.sql("UPDATE versions SET links = :links WHERE story = :bridge", links=links)
    w.sql("UPDATE stories SET links = :links WHERE id = :bridge", links=links)


def format_changed(w):
    w.sql("UPDATE stories SET format = 'markdown' WHERE id = :bridge")


def why_of_a_version_changed(w):
    w.sql("UPDATE versions SET why = 'nothing to see' WHERE story = :bridge AND number = 2")


def scope_of_a_waiver_widened(w):
    w.sql("UPDATE decisions SET scope = 'desk' WHERE story = :bridge AND reason = 'as spoken'")


def waiver_on_another_finding(w):
    w.sql("UPDATE decisions SET fingerprint = 'x' WHERE story = :bridge AND reason = 'as spoken'")


def run_wiped_in_the_seal(w):
    w.sql("UPDATE seals SET run = '[]' WHERE story = :bridge")


def english_changed(w):
    w.sql("UPDATE stories SET variant = 'en-NZ' WHERE id = :bridge")


def facts_changed(w):
    w.sql('UPDATE stories SET details = \'{"credit": "Mallory Quint"}\' WHERE id = :bridge')


def last_look_moved_on(w):
    w.sql(
        "INSERT OR REPLACE INTO looks (person, story, version, sha256, seen, looked) "
        "SELECT people.id, stories.id, stories.version, stories.sha256, '[]', 1 FROM people, stories "
        "WHERE stories.id = :twin AND people.name = 'Odile Brandt'"
    )
