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
from desk.review.decisions import Decision, Done
from desk.review.queue import Filter
from desk.review.seal import still_valid
from desk.review.states import State
from desk.store import migrations
from desk.store.connect import open_store
from desk.store.database import backups, tables
from desk.store.database.sqlite import APPLICATION_ID
from desk.store.migrations import HEAD, REVISIONS
from desk.text.blocks import Kind

OLD = Path(__file__).parent / "old"


@pytest.fixture
def old(path):
    """A file as the first migration left it, with invented stories in it."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.executescript((OLD / "0001.sql").read_text("utf-8"))
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
    for table in ("texts", "versions", "decisions", "seals", "comments"):
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
    assert still_valid(store.seals.last(harbour.id), store.stories.text(harbour.id))
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
    store.decisions.add(Decision(Done.TICKED, flood.id, "Rosa Marquez", item="Legal read"))
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
