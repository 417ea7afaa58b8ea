"""Files of each earlier version, as this one migrated them: words, trail, approvals and all that is asked of them."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from desk.review.decisions import Decision, Done, Scope
from desk.review.move_request import MoveRequest
from desk.review.people import Role, actor
from desk.review.queue import Filter, Order
from desk.review.states import State
from desk.review.states_file import read_rules
from desk.review.words import to_slug
from desk.services.proofs import Verification, as_lines, verify_file
from desk.store.connect import open_store
from desk.store.database import backups
from desk.store.migrations import REVISIONS
from desk.store.records.values import Ask, Original
from tests.desk.store.old_files import OLD, SOME, as_left_by


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """Return a function that gives the folder of a version's file as this one migrated it, once (90 ms)."""
    made = {}

    def folder(version):
        if version not in made:
            path = tmp_path_factory.mktemp("migrated") / "data" / "copydesk.db"
            as_left_by(version, path)
            open_store(path).close()
            made[version] = path.parent
        return made[version]

    return folder


@pytest.fixture(params=REVISIONS[:-1])
def older(path, request, migrated):
    """A file as each earlier version left it, migrated by this one and opened, a copy for each test."""
    shutil.copytree(migrated(request.param), path.parent)
    store = open_store(path)
    yield store, request.param
    store.close()


def _plain(store, query):
    with store._access.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def test_every_file_of_an_earlier_version_is_there_and_backed_up_first(older):
    store, version = older
    (backup,) = backups.list_backups(store.path)
    with closing(sqlite3.connect(backup.path)) as before:
        assert before.execute("SELECT version_num FROM alembic_version").fetchone() == (version,)
    store.check()


def test_after_the_migration_every_stored_word_is_a_slug(older):
    store, version = older
    stored = {"stories": ["state"], "decisions": ["done", "scope", "state", "role"]}
    for table, columns in stored.items():
        for column in columns:
            assert all(to_slug(word) == word for (word,) in _plain(store, f"SELECT DISTINCT {column} FROM {table}"))
    known = {*State, "", "with-the-lawyer"}
    assert {state for (state,) in _plain(store, "SELECT state FROM stories UNION SELECT state FROM decisions")} <= known
    for person in store.people.all():
        assert person.roles <= set(Role)
    assert any(spelt != "{}" for (spelt,) in _plain(store, "SELECT spelt FROM decisions")), version


def test_after_the_migration_the_trail_verifies_and_goes_on(older):
    store, version = older
    assert store.trail.faults() == []
    row = store.queue.page(Filter(text=SOME[version])).rows[0]
    assert store.trail.faults_of(row.id) == []
    store.decisions.add(
        Decision(Done.NOT_AN_ERROR, row.id, actor("", "Rosa Marquez"), scope=Scope.STORY, rule="x", subject="y")
    )
    assert store.trail.faults() == []
    assert _plain(store, "SELECT spelt FROM decisions ORDER BY number DESC LIMIT 1") == [("{}",)]


def test_after_the_migration_every_approval_stands_or_fell_as_before(older):
    store, version = older
    said = {
        row.slug: (row.state, row.void, None if (status := store.seals.status(row.id)) is None else status.why_void)
        for row in store.queue.page().rows
    }
    unsigned = "{} approved it before seals were signed: approve it again."
    assert said == {
        "0001": {
            "flood": (State.DRAFT, False, None),
            "harbour": (State.APPROVED, True, unsigned.format("Odile Brandt")),
        },
        "0002": {
            "museum": (State.DRAFT, False, None),
            "back": (State.COPY_DESK, False, None),
            "rail": (State.CHIEF, False, unsigned.format("Odile Brandt")),
            "fire": (State.SPIKED, False, None),
            "market": (State.HOLD, False, None),
            "ferry": (State.RETURNED, False, unsigned.format("Odile Brandt")),
            "bridge": (State.APPROVED, True, unsigned.format("Odile Brandt")),
        },
    }.get(
        version,
        {
            "back": (State.COPY_DESK, False, None),
            "harbour": (State.CHIEF, False, "The text was edited after Odile Brandt approved it."),
            "rail": (State.APPROVED, False, ""),
            "lawyer": ("with-the-lawyer", False, None),
            "museum": (State.DRAFT, False, None),
            "flood": (State.SPIKED, False, None),
            "fire": (State.REOPENED, False, None),
            "market": (State.HOLD, False, None),
            "ferry": (State.RETURNED, False, "The story was taken up again after Odile Brandt approved it."),
            "bridge": (State.APPROVED, False, ""),
        },
    )
    for row in store.queue.page().rows:
        assert store.decisions.in_force(row.id).stand.state == row.state
        assert store.reviews.look_after(row.id) == (
            f"{said[row.slug][2]} The approval no longer stands." if row.void else ""
        )


def test_after_the_migration_a_story_can_keep_its_document(older):
    store, version = older
    row = store.queue.page(Filter(text=SOME[version])).rows[0]
    assert store.originals.last(row.id) is None
    store.originals.keep(row.id, row.version, Original("bridge.docx", "docx", b"PK"))
    assert store.originals.content(store.originals.last(row.id)) == b"PK"


def test_after_the_migration_the_queue_filters_by_state(older):
    store, _ = older
    every = store.queue.page().rows
    for state in {row.state for row in every}:
        found = store.queue.page(Filter(states=frozenset({state}))).rows
        assert {row.id for row in found} == {row.id for row in every if row.state == state}


def test_after_the_migration_decisions_on_the_desk_are_found_by_their_index(older):
    store, version = older
    assert len(store.decisions.in_force("no story").keys) == (0 if version == "0001" else 1)
    sql = "EXPLAIN QUERY PLAN SELECT * FROM decisions WHERE scope = 'on-this-desk' ORDER BY number"
    assert "ix_decisions_desk" in str(_plain(store, sql))


def test_after_the_migration_nothing_can_be_changed_in_the_trail(older):
    store, _ = older
    with closing(sqlite3.connect(store.path)) as connection:
        for change in ("UPDATE decisions SET who = 'Mallory'", "DELETE FROM decisions"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(change)


@pytest.mark.parametrize(
    ("done", "change"),
    [
        ("not-an-error", "done = 'waived'"),
        ("not-an-error", "spelt = '{}'"),
        ("not-an-error", """spelt = '{"done":"waived","scope":"in this story"}'"""),
        ("acknowledged", """note = replace(note, 'not-checked', 'not-ticked')"""),
        ("acknowledged", """reason = 'as-i-see-it', spelt = '{"reason":"as I see it"}'"""),
    ],
)
@pytest.mark.parametrize("older", ["0004"], indirect=True)
def test_words_beside_a_slug_open_no_way_round_the_trail(older, done, change):
    store, _ = older
    with closing(sqlite3.connect(store.path)) as elsewhere:
        elsewhere.execute("DROP TRIGGER decisions_no_update")
        elsewhere.execute(
            f"UPDATE decisions SET {change} WHERE number = "
            f"(SELECT number FROM decisions WHERE done = '{done}' AND spelt <> '{{}}' LIMIT 1)"
        )
        elsewhere.commit()
    (fault,) = store.trail.faults()
    assert "was altered" in fault


@pytest.mark.parametrize("older", ["0004"], indirect=True)
def test_saved_views_of_the_queue_work_on(older):
    store, _ = older
    (person,) = [p for p in store.people.all() if p.name == "Odile Brandt"]
    views = {view.name: view for view in store.queue_views.of(person.ids)}
    assert [view.broken for view in views.values()] == ["", "", ""]
    wanted = views["With us"].filter
    assert wanted == Filter(
        states=frozenset({State.COPY_DESK, State.SECOND_READ, "with-the-lawyer"}), order=Order.DEADLINE
    )
    assert {row.slug for row in store.queue.page(wanted).rows} == {"back", "lawyer"}
    assert {row.slug for row in store.queue.page(views["Sport"].filter).rows} == {"flood", "museum"}


@pytest.mark.parametrize("older", ["0004"], indirect=True)
def test_a_desks_own_state_is_the_one_of_its_old_file(older, tmp_path):
    store, _ = older
    rules = tmp_path / "review.toml"
    rules.write_text(
        'version = 1\n[state."With the lawyer"]\nafter = "Second read"\n[move.to-lawyer]\n'
        'words = "Send to the lawyer"\n'
        'from = ["Second read"]\nto = "With the lawyer"\nroles = ["copy editor"]\n[move."From the lawyer"]\n'
        'words = "Back from the lawyer"\nfrom = ["With the lawyer"]\nto = "Second read"\n',
        "utf-8",
    )
    store.reviews.rules = read_rules(rules)
    rosa = next(p for p in store.people.all() if p.name == "Rosa Marquez")
    lawyer = store.queue.page(Filter(text="lawyer")).rows[0]
    assert store.reviews.rules.table.name(lawyer.state) == "With the lawyer"
    moves = [option.move.action for option in store.reviews.options(lawyer.id, rosa)]
    assert "from-the-lawyer" in moves
    ask = Ask(MoveRequest(story=lawyer.id, action="from-the-lawyer"), rosa)
    assert store.reviews.move(ask).state == State.SECOND_READ
    assert store.trail.faults() == []


def test_a_seal_file_of_an_earlier_version_verifies():
    assert verify_file(OLD / "sealed.txt", None).outcome is Verification.UNKNOWN
    proof = verify_file(OLD / "sealed.txt", None, "5b4ddb4f832cc9f1")
    assert (proof.why, proof.approved, proof.seal.who.name) == ("", True, "Odile Brandt")
    assert "  passed: Grammar not checked: as I see it" in as_lines(proof)
