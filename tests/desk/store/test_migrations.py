import io
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
from desk.review.people import actor
from desk.review.queue import Filter
from desk.review.seal import text_digest
from desk.review.states import State
from desk.review.words import to_slug
from desk.store import migrations
from desk.store.connect import open_store
from desk.store.database import backups, tables
from desk.store.database.sqlite import APPLICATION_ID
from desk.store.database.word_index import pieces
from desk.store.migrations import HEAD, REVISIONS
from desk.text.blocks import Kind
from tests.desk.store.old_files import SOME, as_left_by
from tests.rows import rows


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
    assert store.readings.known(Item.GRAMMAR, "en-GB", ["ab" * 16], list) == {"ab" * 16: [[3, 9, "RULE"]]}
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


def test_an_old_decision_that_no_database_takes_as_it_is_has_its_link_too(old):
    with closing(sqlite3.connect(old)) as file:
        file.execute("DROP TRIGGER decisions_no_update")
        file.execute("UPDATE decisions SET reason = ? WHERE number = 1", ['\ue000json:"as \\u0000 spoken"'])
        file.execute(
            "CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions "
            "BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END"
        )
        file.commit()
    store = open_store(old)
    assert store.decisions.of_story(store.stories.find(Path("drafts/flood.txt")).id)[0].reason == "as \0 spoken"
    assert store.trail.faults() == []
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


@rows("words", ["With copy desk", "with-copy-desk", "alone, with no people set up", "", "—", "法務"])
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


@rows("words", ["slug-77", "", "é", "Cafe\u0301 Nürnberg", "法務 部", "a" * 1200, "\u0301", "\ue000json:x"])
def test_a_migration_cuts_words_in_three_as_the_index_of_words_does(words):
    (script,) = [s for s in _scripts().walk_revisions() if s.revision == "0017"]
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
