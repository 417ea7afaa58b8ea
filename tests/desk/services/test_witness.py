"""What a machine saw of a database is kept outside it, and told when the database goes behind it."""

import json
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest

from desk.cli import run
from desk.errors import KnownError
from desk.paths import data_dir
from desk.review.decisions import Decision, Done
from desk.review.people import actor
from desk.review.signing import SigningKey
from desk.services.proofs import Verification
from desk.services.witness import Witness
from desk.store.connect import open_store
from desk.store.records.values import NewStory


@pytest.fixture
def elsewhere():
    def does(store, *statements):
        with closing(sqlite3.connect(store.path)) as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return does


def test_what_was_seen_is_kept_where_its_owner_alone_reads_it(approved):
    desk, _ = approved
    path = Witness(desk.store).path
    assert path.parent == data_dir() / "seen"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Witness(desk.store).fault() == ""


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (
            (
                "DELETE FROM decisions WHERE place = (SELECT max(place) FROM decisions)",
                "UPDATE trail SET place = place - 1",
            ),
            "and on 20",
        ),
        (
            ("UPDATE decisions SET chain = sha256 WHERE place = (SELECT place FROM trail)",),
            "is not the one that this machine",
        ),
    ],
)
def test_a_database_that_goes_behind_it_is_told_until_somebody_takes_it_as_it_is(
    approved, people, elsewhere, statements, said, capsys
):
    desk, story = approved
    desk = people.again(desk)
    assert desk.opened.left == ""
    elsewhere(desk.store, *statements)
    for _ in range(2):
        desk = people.again(desk)
        assert said in desk.opened.left
    assert not desk.proofs.of_story(story.id).approved
    assert run(["--db", str(desk.store.path), "store", "check"]) == 1
    assert said in capsys.readouterr().err
    assert run(["--db", str(desk.store.path), "store", "accept"]) == 0
    assert people.again(desk).opened.left == ""


def test_no_approval_is_sure_in_a_database_that_was_put_back(approved, people, go):
    desk, story = approved
    with closing(sqlite3.connect(":memory:")) as noon:
        with closing(sqlite3.connect(desk.store.path)) as there:
            there.backup(noon)
        go(desk, story.id, "reopen", "wait")
        desk = people.again(desk)
        with closing(sqlite3.connect(desk.store.path)) as there:
            noon.backup(there)
    proof = desk.proofs.of_story(story.id)
    assert (proof.outcome, "an older copy of the database" in proof.why) == (Verification.UNKNOWN, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda keys, name: {**keys, "0" * 64: ["x", "AAAA", False]}, "that this machine saw is gone"),
        (lambda keys, name: {name: [keys[name][0], "AAAA", False]}, "is not the one that this machine saw"),
        (lambda keys, name: {name: ["x", keys[name][1], False]}, "is another person's now"),
        (lambda keys, name: {name: [*keys[name][:2], True]}, "was revoked, and counts again"),
    ],
)
def test_keys_that_are_not_those_that_were_seen_are_told(approved, change, said):
    desk, _ = approved
    witness = Witness(desk.store)
    plain = json.loads(witness.path.read_text("utf-8"))
    (key,) = desk.signing_keys.all()
    witness.path.write_text(json.dumps({**plain, "keys": change(plain["keys"], key.fingerprint)}), "utf-8")
    assert said in witness.fault()


def test_a_key_of_an_administrator_that_no_other_signed_is_told(approved, people):
    desk, _ = approved
    desk = people.again(desk)
    (key,) = desk.signing_keys.all()
    odile = desk.people.working
    desk.store.keys.revoke(key.fingerprint, odile.actor, "lost")
    mine = SigningKey.new()
    desk.store.keys.add(odile, mine.fingerprint, mine.public)
    assert "no other administrator's key signed it" in Witness(desk.store).fault()


@pytest.mark.parametrize(
    "words", ["", "[]", "{}", "[" * 50_000, '{"place": "x", "chain": 1, "when": 1, "keys": {}}', "\0"]
)
def test_a_memory_that_was_damaged_begins_anew(approved, words):
    desk, _ = approved
    witness = Witness(desk.store)
    witness.path.write_text(words, "utf-8")
    assert witness.fault() == ""
    witness.remember()
    assert Witness(desk.store).path.read_text("utf-8").startswith('{"place": ')


def test_a_backup_that_was_put_in_place_on_purpose_is_no_fault(approved, people):
    desk, story = approved
    where = desk.store.path
    backup = desk.store.back_up()
    desk.decisions.tick(story.id, "Facts checked", False)
    people.close()
    people.made.clear()
    assert run(["--db", str(where), "store", "restore", str(backup.path)]) == 0
    assert run(["--db", str(where), "store", "check"]) == 0


@pytest.fixture
def stood(approved, people, tmp_path):
    """An approved desk that this machine saw, closed; its file, and one for another place."""
    desk, _ = approved
    people.again(desk)
    people.close()
    people.made.clear()
    return desk.store.path, tmp_path / "moved" / "renamed.db"


def _fault(path):
    with closing(open_store(path)) as store:
        return Witness(store).fault()


def _cut(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER decisions_no_delete")
        connection.execute("DELETE FROM decisions WHERE place = (SELECT max(place) FROM decisions)")
        connection.execute("UPDATE trail SET place = place - 1")
        connection.commit()


@pytest.mark.parametrize("take", [shutil.move, shutil.copy])
def test_a_database_that_was_moved_renamed_or_copied_is_the_same(stood, take):
    where, there = stood
    there.parent.mkdir()
    take(where, there)
    assert _fault(there) == ""
    _cut(there)
    assert "this machine saw entry" in _fault(there)


def test_another_database_at_the_same_path_is_told_as_another_one_until_it_is_taken(stood, tmp_path):
    where, there = stood
    there.parent.mkdir()
    shutil.move(where, there)
    with closing(open_store(tmp_path / "other.db")) as other:
        other.people.add("Odile Brandt", "OB", {})
    shutil.move(tmp_path / "other.db", where)
    assert "is not the database that this machine saw there on 20" in _fault(where)
    assert run(["--db", str(where), "store", "accept"]) == 0
    assert _fault(where) == _fault(there) == ""
    _cut(there)
    assert "this machine saw entry" in _fault(there)


def test_two_databases_that_this_machine_knows_may_change_places(stood, tmp_path):
    where, there = stood
    there.parent.mkdir()
    with closing(open_store(there)) as other:
        other.people.add("Odile Brandt", "OB", {})
        Witness(other).remember()
    for old, new in ((where, tmp_path / "between.db"), (there, where), (tmp_path / "between.db", there)):
        shutil.move(old, new)
    assert _fault(where) == _fault(there) == ""


def test_a_new_database_where_another_one_stood_begins_without_a_word(stood):
    where, there = stood
    there.parent.mkdir()
    shutil.move(where, there)
    with closing(open_store(where)) as new:
        Witness(new).remember()
        new.people.add("Odile Brandt", "OB", {})
        Witness(new).remember()
    assert _fault(where) == ""


def test_what_an_earlier_version_kept_by_the_path_is_carried_over(stood):
    where, _ = stood
    (kept,) = (data_dir() / "seen").glob("of-*.json")
    (at,) = (data_dir() / "seen").glob("at-*.json")
    before = kept.with_name(at.name.removeprefix("at-"))
    kept.replace(before)
    at.unlink()
    with closing(open_store(where)) as store:
        Witness(store).remember()
    assert (kept.exists(), at.exists(), before.exists()) == (True, True, False)
    kept.replace(before)
    at.unlink()
    _cut(where)
    assert "this machine saw entry" in _fault(where)


@pytest.mark.parametrize(
    "statements",
    [
        ("DELETE FROM decisions WHERE place = 1", "DELETE FROM desk_entries WHERE place = 1"),
        ("DELETE FROM decisions", "DELETE FROM desk_entries", "UPDATE trail SET place = 0, chain = ''"),
        ("UPDATE trail SET place = 0",),
    ],
)
def test_a_trail_that_lost_its_first_entry_or_all_of_them_is_told(stood, elsewhere, statements):
    where, _ = stood
    with closing(open_store(where)) as store:
        elsewhere(store, *statements)
        for _ in range(2):
            assert "this machine saw" in Witness(store).fault()
            Witness(store).remember()


def test_a_database_with_a_story_and_no_entry_yet_goes_on_without_a_word(tmp_path):
    with closing(open_store(tmp_path / "desk.db")) as store:
        store.stories.create(NewStory(slug="bridge", text="Words.\n"), actor("", "Rosa"))
        for name, initials in (("Odile Brandt", "OB"), ("Rosa Marquez", "RM")):
            Witness(store).remember()
            store.people.add(name, initials, {})
            assert Witness(store).fault() == ""


def test_a_journal_of_another_day_put_beside_the_database_is_told(approved, people, go):
    desk, story = approved
    journal = desk.store.path.with_name(f"{desk.store.path.name}-wal")
    go(desk, story.id, "reopen", "wait")
    kept = journal.read_bytes()
    desk.decisions.tick(story.id, "Facts checked", False)
    people.made.remove(desk)
    desk.close()
    assert (bool(kept), journal.exists()) == (True, False)
    journal.write_bytes(kept)  # SQLite takes it for what was not written back yet, and has pages of two days
    try:
        said = people.desk().opened.left
    except KnownError as error:
        said = str(error)
    assert "this machine saw" in said or "damaged" in said


def test_what_is_kept_is_what_was_judged(approved, elsewhere, monkeypatch):
    desk, _ = approved
    judged = Witness.fault

    def cut_behind_it(witness):
        said = judged(witness)
        elsewhere(
            desk.store,
            "DELETE FROM decisions WHERE place = (SELECT max(place) FROM decisions)",
            "UPDATE trail SET place = place - 1",
        )
        return said

    with monkeypatch.context() as patch:
        patch.setattr(Witness, "fault", cut_behind_it)
        Witness(desk.store).remember()
    assert "and on 20" in Witness(desk.store).fault()


def test_what_another_window_kept_meanwhile_is_not_written_over_by_less(approved, monkeypatch):
    desk, story = approved
    judged, meanwhile = Witness.fault, []

    def goes_on_behind_it(witness):
        said = judged(witness)
        if not meanwhile:
            meanwhile.append(story)
            with closing(open_store(desk.store.path)) as other:
                other.decisions.add(Decision(Done.TICKED, story.id, desk.people.working.actor, item="Facts checked"))
                Witness(other).remember()
                meanwhile.append(other.trail.end().place)
        return said

    monkeypatch.setattr(Witness, "fault", goes_on_behind_it)
    Witness(desk.store).remember()
    assert json.loads(Witness(desk.store).path.read_text("utf-8"))["place"] == meanwhile[-1]
