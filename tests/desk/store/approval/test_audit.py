"""The check of the database names what another program did: each fault by one sentence, and none where all is well."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy import text as sql

from desk.review.people import Person, actor
from desk.store.records.values import NewStory


@pytest.fixture
def approved(store, story, check, approve, finding):
    check(story.id, finding)
    return approve(story.id)


@pytest.fixture
def elsewhere(store):
    """Do what another program would, the guards of the tables out of the way and put back."""

    def does(*statements):
        with store._access.writing() as connection:
            if store.path is None:
                connection.execute(sql("SET session_replication_role = replica"))
            else:
                guards = connection.execute(sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
                for guard in guards:
                    connection.execute(sql(f"DROP TRIGGER {guard.name}"))
            for statement in statements:
                connection.execute(sql(statement.format(text="BLOB" if store.path is not None else "bytea")))
            if store.path is None:
                connection.execute(sql("SET session_replication_role = origin"))
            else:
                for guard in guards:
                    connection.execute(sql(guard.sql))

    return does


def test_a_database_as_we_wrote_it_has_no_fault(store, approved):
    store.stories.describe(approved.id, slug="flood-2", who=actor("", "Rosa"))
    store.reviews.reassign(approved.id, "World", Person("Odile Brandt"))
    store.reviews.reassign(approved.id, "", Person("Odile Brandt"))
    assert (store.audit.faults(), store.trail.faults()) == ([], [])
    assert store.decisions.of_story(approved.id)[-3].done == "given-another-slug"


def test_people_and_keys_are_asked_for_no_oftener_because_there_are_more_seals(store, check, approve, text):
    counts = []
    for number in range(3):
        other = store.stories.create(NewStory(slug=f"flood-{number}", text=text), actor("", "Rosa Marquez"))
        check(other.id)
        approve(other.id)
        with statements_on(store, "desk_entries") as asked:
            assert store.audit.faults() == []
        counts.append(len(asked))
    assert 0 < counts[0] == counts[2]


@contextmanager
def statements_on(store, table):
    """Gather the statements that read a whole table."""
    asked = []

    def note(_connection, _cursor, statement, *_):
        if f"FROM {table} ORDER BY" in " ".join(statement.split()):
            asked.append(statement)

    event.listen(store._access.engine, "before_cursor_execute", note)
    yield asked
    event.remove(store._access.engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE texts SET body = CAST('Other words.' AS {text})", "is not the one of its digest: it was changed"),
        (
            "UPDATE versions SET number = 2",
            "Versions of “flood” were removed or added: it should have those from 1 to 1",
        ),
        ("UPDATE runs SET found = '[]'", "What the checks found in “flood” is not what they found"),
        ("UPDATE seals SET run = '[{{}}]'", "What the checks had found when Odile Brandt approved it was changed"),
        ("UPDATE seals SET place = 0", "What stands beside it in the database is not what was signed"),
        ("UPDATE seals SET waivers = 'x', payload = 'x'", "what was signed cannot be read any more"),
        ("DELETE FROM seals", "of the trail approves “flood”, and there is no seal of it"),
        ("UPDATE stories SET state = 'draft'", "“flood” is “Approved” by the trail, and “Draft” in the database"),
        (
            "UPDATE stories SET slug = 'fire'",
            "“fire” was sealed as “flood”, and no entry of the trail gave it another slug",
        ),
        ("UPDATE stories SET section = 'World'", "sealed in no section, and no entry of the trail put it into World"),
        ("UPDATE decisions SET done = 'blessed' WHERE place = 2", "Entry 2 of the trail was altered"),
        ("UPDATE decisions SET note = 'x' WHERE place = 2", "cannot be read: restore a backup"),
    ],
)
def test_each_fault_is_named(store, approved, elsewhere, statement, said):
    elsewhere(statement)
    faults = [*store.audit.faults()]
    if "note" not in statement:
        faults += store.trail.faults()
    assert any(said in fault for fault in faults), faults


def test_guards_that_are_gone_or_changed_are_named(store, approved):
    with store._access.writing() as connection:
        if store.path is None:
            connection.execute(sql("ALTER TABLE seals DISABLE TRIGGER seals_append_only"))
        else:
            connection.execute(sql("DROP TRIGGER seals_no_update"))
            connection.execute(sql("DROP TRIGGER texts_no_delete"))
            connection.execute(sql("CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts BEGIN SELECT 1; END"))
    faults = store.audit.faults()
    assert "keeps rows of “seals” from being changed is missing" in faults[-1 if store.path is None else 0]
    assert len(faults) == (1 if store.path is None else 2)
