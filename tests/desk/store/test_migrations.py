import io
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import select

from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import BugError, KnownError
from desk.review.decisions import Decision, Done, Scope
from desk.review.move_request import MoveRequest
from desk.review.people import Role, actor
from desk.review.queue import Filter, Order
from desk.review.seal import text_digest
from desk.review.states import State
from desk.review.states_file import read_rules
from desk.review.words import to_slug
from desk.services.proofs import Verification, as_lines, verify_file
from desk.store import migrations
from desk.store.connect import open_store
from desk.store.database import backups, tables
from desk.store.database.sqlite import APPLICATION_ID
from desk.store.database.word_index import pieces
from desk.store.migrations import HEAD, REVISIONS
from desk.store.records.values import Ask, Original
from desk.text.blocks import Kind
from tests.desk.store.old_files import OLD, as_left_by


@pytest.fixture
def old(path):
    """A file as the first migration left it, with invented stories in it."""
    as_left_by("0001", path)
    return path


def _scripts():
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    return ScriptDirectory.from_config(config)


def test_every_revision_is_named_in_order():
    scripts = _scripts()
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS
    assert scripts.get_current_head() == HEAD


def test_the_migrations_come_to_the_tables_that_the_code_uses(store):
    def ours(name, kind, *_):
        return kind != "table" or not name.startswith("story_index")

    with store._access.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": lambda name, kind, _: ours(name or "", kind)}
        )
        assert compare_metadata(context, tables.metadata) == []


def test_a_server_gets_the_same_tables_without_what_only_sqlite_has():
    said = io.StringIO()
    context = MigrationContext.configure(dialect_name="postgresql", opts={"as_sql": True, "output_buffer": said})
    with Operations.context(context):
        for script in _scripts().walk_revisions("base", "head"):
            script.module.upgrade()
    for table in tables.metadata.tables:
        assert f"CREATE TABLE {table} " in said.getvalue()
    assert "WHERE withdrawn IS NULL" in said.getvalue()
    for table in ("texts", "versions", "decisions", "seals", "comments", "blobs", "originals", "strand_entries"):
        assert f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} " in said.getvalue()
    assert "fts5" not in said.getvalue()


def test_an_old_file_is_backed_up_then_migrated_with_everything_in_it(old):
    store = open_store(old)
    flood, harbour = store.stories.find(Path("drafts/flood.txt")), store.queue.page(Filter(text="harbour")).rows[0]
    assert (flood.headline, flood.variant, flood.by_hand) == ("Flood reaches Harrow Quay", "en-GB", {0: Kind.FURNITURE})
    assert flood.open.unchecked == ("grammar",)
    force = store.decisions.in_force(flood.id)
    run = store.runs.last(flood.id)
    (finding,) = run.runs[Item.STYLE].findings
    assert force.on(finding).reason == "as spoken"
    assert force.answers == (NameAnswer("Ines Dorval", "Inés Dorval", Verdict.SAME),)
    assert force.ticked == {}
    assert [d.done for d in store.decisions.of_story(flood.id)][-2:] == [Done.TICKED, Done.UNDONE]
    assert (harbour.state, harbour.version) == (State.APPROVED, 2)
    assert store.seals.last(harbour.id).sha256 == text_digest(store.stories.text(harbour.id))
    assert [v.why for v in store.stories.versions(harbour.id)] == ["date mended", "opened"]
    assert store.readings.known(Item.GRAMMAR, "en-GB", ["ab" * 16]) == {"ab" * 16: [[3, 9, "RULE"]]}
    assert store.dictionary.words() == {"Dorval"}
    assert [p.copy.text[-4:] for p in store.recovery.pending()] == ["yped"]
    store.check()
    store.close()
    (backup,) = backups.list_backups(old)
    assert backup.why == f"before {HEAD}"
    with closing(sqlite3.connect(backup.path)) as before:
        assert before.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert before.execute("SELECT count(*) FROM stories").fetchone() == (2,)


def test_old_decisions_are_chained_as_new_ones_are(old):
    store = open_store(old)
    flood, harbour = store.stories.find(Path("drafts/flood.txt")), store.queue.page(Filter(text="harbour")).rows[0]
    with store._access.reading() as connection:
        seals = dict(connection.execute(select(tables.stories.c.id, tables.stories.c.seal)).all())
        unchecked = dict(connection.execute(select(tables.stories.c.id, tables.stories.c.unchecked)).all())
    assert store.trail.faults() == []
    store.decisions.add(Decision(Done.TICKED, flood.id, actor("", "Rosa Marquez"), item="Legal read"))
    assert [entry.place for entry in store.trail.of_story(flood.id)] == [1, 2, 7, 8, 9]
    assert store.trail.faults() == []
    assert seals == {flood.id: "", harbour.id: store.seals.last(harbour.id).id}
    assert unchecked[flood.id] == 1
    store.close()


def test_old_stories_can_be_searched_at_once(old):
    store = open_store(old)
    assert [row.slug for row in store.queue.page(Filter(text="tuesday")).rows] == ["harbour"]
    assert store.queue.page(Filter(text="monday")).rows == ()
    store.close()


@pytest.mark.parametrize("version", ["0001", "0008", REVISIONS[-2]])
def test_the_very_opening_that_migrated_a_file_saves_decides_and_searches(path, version):
    """What an engine of the database keeps of the old tables in memory must not outlive them."""
    as_left_by(version, path)
    store = open_store(path)
    rosa = actor("", "Rosa Marquez")
    row = store.queue.page(Filter(text=SOME[version])).rows[0]
    store.stories.save(row.id, "The zeppelin landed.\n\nNobody was hurt.\n", rosa)
    assert store.stories.text(row.id) == "The zeppelin landed.\n\nNobody was hurt.\n"
    store.decisions.add(Decision(Done.NOT_AN_ERROR, row.id, rosa, scope=Scope.STORY, rule="x", subject="y"))
    assert store.decisions.of_story(row.id)[-1].rule == "x"
    assert [found.id for found in store.queue.page(Filter(text="zeppelin")).rows] == [row.id]
    assert store.trail.faults() == []
    store.close()


def test_the_second_opening_migrates_nothing(old):
    open_store(old).close()
    open_store(old).close()
    assert len(backups.list_backups(old)) == 1


def test_a_migration_that_fails_leaves_the_old_file_as_it_was(old, monkeypatch):
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("CREATE VIEW story_words AS SELECT 1")  # in the way of the migration, after its first tables
        before = "\n".join(connection.iterdump())
    with pytest.raises(BugError, match="story_words"):
        open_store(old)
    with closing(sqlite3.connect(old)) as connection:
        assert "\n".join(connection.iterdump()) == before


def test_without_a_backup_nothing_is_migrated(old):
    backups.folder_of(old).write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="No backup could be written"):
        open_store(old)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def test_a_file_whose_making_was_broken_off_is_made_again(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
    store = open_store(path)
    assert store.queue.page().rows == ()
    store.close()


SOME = {"0001": "harbour", **dict.fromkeys(REVISIONS[1:-1], "bridge")}
"""A story of each old file that was approved and stayed so."""


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


@pytest.mark.parametrize("words", ["With copy desk", "with-copy-desk", "alone, with no people set up", "", "—", "法務"])
def test_the_migrations_slugs_are_those_of_the_code(words):
    (script,) = [s for s in _scripts().walk_revisions() if s.revision == "0005"]
    assert script.module._slug(words) == to_slug(words) == to_slug(to_slug(words))


@pytest.mark.parametrize("entries", [0, 1])
def test_a_file_in_which_a_text_was_emptied_is_written_anew_once_after_the_migration(path, entries, monkeypatch):
    as_left_by("0015", path)
    owed = []
    monkeypatch.setattr("desk.store.stories.emptying.Emptying.finish", lambda _: owed.append(_owed(path)))
    columns = "who, person, about, reason, note, made, chain"
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(
            f"INSERT INTO desk_entries (id, done, place, {columns}) SELECT 'e', 'text-emptied', 9999, {columns} "
            "FROM desk_entries LIMIT ?",
            [entries],
        )
    open_store(path).close()
    assert owed == [entries]


def _owed(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT count(*) FROM owed").fetchone()[0]


def test_a_seal_file_of_an_earlier_version_verifies():
    assert verify_file(OLD / "sealed.txt", None).outcome is Verification.UNKNOWN
    proof = verify_file(OLD / "sealed.txt", None, "5b4ddb4f832cc9f1")
    assert (proof.why, proof.approved, proof.seal.who.name) == ("", True, "Odile Brandt")
    assert "  passed: grammar not checked: as I see it" in as_lines(proof)


@pytest.mark.parametrize(
    "words", ["slug-77", "", "é", "Cafe\u0301 Nürnberg", "法務 部", "a" * 1200, "\u0301", "\ue000json:x"]
)
def test_a_migration_cuts_words_in_three_as_the_index_of_words_does(words):
    (script,) = [s for s in _scripts().walk_revisions() if s.revision == "0015"]
    with closing(sqlite3.connect(":memory:")) as file:
        by_sql = file.execute(f"SELECT {pieces('words')} FROM (SELECT ? AS words)", [words]).fetchone()
    assert by_sql == (script.module._in_threes(words),)


def test_the_index_of_words_is_what_it_would_be_if_it_were_made_anew(old):
    open_store(old).close()
    with closing(sqlite3.connect(old)) as file:
        kept = file.execute("SELECT k FROM story_index_config").fetchall()
        file.execute("CREATE VIRTUAL TABLE temp.entries USING fts5vocab(main, story_index, instance)")
        filled = file.execute("SELECT * FROM temp.entries ORDER BY 1, 2, 3, 4").fetchall()
        file.execute("INSERT INTO story_index (story_index) VALUES ('rebuild')")
        made_anew = file.execute("SELECT * FROM temp.entries ORDER BY 1, 2, 3, 4").fetchall()
    assert (kept, filled) == ([("version",)], made_anew)
    assert filled
