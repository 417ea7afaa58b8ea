"""A desk's PostgreSQL: the same code, a real server; what only a server can do to us."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from desk.errors import BugError, KnownError
from desk.review.decisions import Decision, Done
from desk.review.people import actor
from desk.review.queue import Filter
from desk.review.states import State
from desk.store.connect import database_path, open_store
from desk.store.database import tables
from desk.store.database.backups import Backup
from desk.store.migrations import migrate
from desk.store.queue.server_search import _gathered
from desk.store.records.values import NewStory
from tests.rows import rows


@pytest.fixture
def url(server):
    return server.database()


def test_a_servers_database_is_opened_again_with_everything_in_it(url):
    assert database_path(url) is None
    store = open_store(url)
    assert store.path is None
    made = store.stories.create(NewStory(slug="s", text="x"), actor("", "Rosa"))
    store.check()
    store.close()
    again = open_store(url)
    assert again.stories.get(made.id) == made
    with pytest.raises(KnownError, match="its own tools make the backups"):
        assert isinstance(again.back_up(), Backup)
    again.close()


FOR_SEARCHING = {"ix_texts_words", "ix_stories_grams", "ix_stories_text"}
"""Indexes that only a server has."""


def test_the_migrations_come_to_the_same_tables_there(url):
    store = open_store(url)
    with store._access.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: name not in FOR_SEARCHING}
        )
        assert compare_metadata(context, tables.metadata) == []
    store.close()


def test_the_index_of_words_is_made_where_no_path_leads_to_our_functions(url):
    store = open_store(url)
    store.stories.create(NewStory(slug="s", text="x"), actor("", "Rosa"))
    store.close()
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:  # as restoring a dump does
        connection.execute(text("SET search_path = ''"))
        connection.execute(text("REINDEX TABLE public.texts"))
        connection.execute(text("REINDEX TABLE public.stories"))
        connection.execute(text("ANALYZE public.texts"))
    engine.dispose()


@pytest.mark.parametrize(("sought", "pieces"), [("bridge", "{bri,dge,idg,rid}"), ("ug 7", '{"g 7","ug "}')])
def test_a_search_goes_along_the_index_of_slugs_and_headlines(url, sought, pieces):
    store = open_store(url)
    with store._access.reading() as connection:
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        words = _gathered(sought, True).compile(connection, compile_kwargs={"literal_binds": True})
        plan = "\n".join(connection.exec_driver_sql(f"EXPLAIN {words}".replace("%%", "%")).scalars())
    store.close()
    assert "ix_stories_grams" in plan
    assert f"@> '{pieces}'::text[]" in plan, "signs between two parts are one space there, whatever they are"


def test_two_who_open_a_new_database_at_once_both_find_it_made(server):
    empty = server.database("template1")

    def look(where):
        store = open_store(where)
        found = store.queue.ids()
        store.close()
        return found

    with ThreadPoolExecutor(2) as lanes:
        assert list(lanes.map(look, [empty, empty])) == [[], []]


def test_many_who_decide_at_once_leave_one_chain_without_a_gap(url):
    store = open_store(url)
    stories = [store.stories.create(NewStory(slug=f"s{nth}", text="x"), actor("", "Rosa")).id for nth in range(4)]

    def work(nth):
        own = open_store(url)
        for number in range(20):
            story = stories[(nth + number) % len(stories)]
            own.decisions.add(Decision(Done.TICKED, story, actor("", f"Reader {nth}"), item=f"item {number}"))
        own.close()

    with ThreadPoolExecutor(4) as lanes:
        list(lanes.map(work, range(4)))
    assert store.trail.faults() == []
    assert sorted(entry.place for story in stories for entry in store.trail.of_story(story)) == list(range(1, 81))
    store.close()


COPIED = (
    *("texts", "stories", "versions", "decisions", "trail", "seals", "runs", "people", "signing_keys", "comments"),
    *("looks", "queue_views"),
)


@pytest.fixture
def of_0004(server):
    """A server's database as version 4 left it, with the stories of the old file in it."""
    url = server.database("template1")
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with closing(sqlite3.connect(":memory:")) as old, engine.begin() as connection:
        old.executescript((Path(__file__).parent / "old" / "0004.sql").read_text("utf-8"))
        old.row_factory = sqlite3.Row
        migrate(connection, "0004")
        connection.execute(text("DELETE FROM trail"))
        for table in COPIED:
            rows = [dict(row) for row in old.execute(f"SELECT * FROM {table} WHERE true")]
            names = [name for name in rows[0] if name != "due"]  # PostgreSQL computes it
            wanted = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"
            connection.execute(text(wanted), rows)
            if "number" in names and table != "versions":
                last = f"SELECT setval(pg_get_serial_sequence('{table}', 'number'), (SELECT max(number) FROM {table}))"
                connection.execute(text(last))
    engine.dispose()
    return url


def test_words_become_slugs_there_too_and_approvals_and_trail_stay_whole(of_0004):
    store = open_store(of_0004)
    states = {row.slug: row.state for row in store.queue.page().rows}
    assert (states["bridge"], states["lawyer"], states["market"]) == (State.APPROVED, "with-the-lawyer", State.HOLD)
    (bridge,) = store.queue.page(Filter(frozenset({State.APPROVED}), text="bridge")).rows
    assert store.seals.status(bridge.id).stands
    assert store.trail.faults() == []
    store.decisions.add(Decision(Done.TICKED, bridge.id, actor("", "Rosa"), item="Legal read"))
    assert store.trail.faults() == []
    with pytest.raises(BugError, match="append-only"), store._access.writing() as connection:
        connection.execute(text("UPDATE decisions SET who = 'Mallory'"))
    store.close()


def test_a_server_that_is_not_there_is_one_sentence():
    with pytest.raises(KnownError, match=r"postgresql://rosa:\*\*\*@127.0.0.1:1/news cannot be reached"):
        open_store("postgresql://rosa:secret@127.0.0.1:1/news")


def test_a_database_that_is_not_there_is_one_sentence(server):
    with pytest.raises(KnownError, match=r"is not on its server: check its name"):
        open_store(server.url("nowhere"))


def test_a_text_is_emptied_by_law_in_a_servers_database_too(url):
    store, rosa = open_store(url), actor("", "Rosa")
    story = store.stories.create(NewStory(slug="bridge", text="Wilhelmina Ostrander.\n"), rosa).id
    store.stories.save(story, "More.\n", rosa)
    assert store.emptying.empty(story, [1], "order of the court", by=rosa) == 1
    assert (store.stories.text(story, 1), store.stories.text(story)) == ("", "More.\n")
    assert (store.audit.faults(), store.trail.faults()) == ([], [])
    assert store.audit.emptied()[0].endswith("order of the court.")
    store.close()


HEADLINES = (
    "Mayor’s plan – at last",
    "Ferry\u00a0rates “up”",
    "A square of 20 m² 🌊 flooded",
    "Größe zählt",
    "東京→大阪",
)


@rows(
    ("sought", "found"),
    [
        *[("ug—7", ["ug—7"]), ("ug-7", ["ug—7"]), ("mayor’s", ["s0"]), ('"mayor’s plan at"', ["s0"])],
        *[('"ferry rates up"', ["s1"]), ('"m² flooded"', ["s2"]), ("größe", ["s3"]), ('"東京 大阪"', ["s4"])],
        *[("editor’s ", ["ug—7"]), ('"editor\'s note in short"', ["ug—7"])],
    ],
)
def test_signs_part_words_where_letters_are_those_of_ascii_too(in_c, sought, found):
    queue = in_c.queue
    assert [row.slug for row in queue.rows(queue.ids(Filter(text=sought)))] == found
    assert [row.slug for row in queue.page(Filter(text=sought)).rows] == found


@pytest.fixture(scope="module")
def in_c(server):
    """Return a store on a server to which letters are those of ASCII alone, as `initdb --locale=C` makes one."""
    store = open_store(server.database("template0 LOCALE 'C' ENCODING 'UTF8'"))
    rosa = actor("", "Rosa")
    store.stories.create(NewStory(slug="ug—7", text="The editor’s note – in short.\n"), rosa)
    for nth, headline in enumerate(HEADLINES):
        store.stories.create(NewStory(slug=f"s{nth}", text="x", headline=headline), rosa)
    yield store
    store.close()
