"""A server's database that becomes another one under whoever has it open: no save is acknowledged and lost."""

from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from desk.errors import KnownError
from desk.review.people import actor
from desk.session import Session
from desk.store.connect import open_store
from desk.store.database.faults import Gone
from desk.store.records.values import NewStory
from desk.story import Draft

ROSA = actor("", "Rosa Marquez")


def _do(url, *statements):
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def _made_again(server, url):
    name = url.rpartition("/")[2]
    _do(
        server.url("postgres"),
        f"DROP DATABASE {name} WITH (FORCE)",
        f"CREATE DATABASE {name} TEMPLATE pattern",
    )


def _tables_made_again(server, url):
    _do(url, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    open_store(url).close()


def _rows_put_back(server, url):
    _do(url, "ALTER TABLE desk_entries DISABLE TRIGGER ALL", "DELETE FROM desk_entries WHERE place = 2")
    _do(url, "UPDATE trail SET (place, chain) = (SELECT place, chain FROM desk_entries WHERE place = 1)")


UNDER_US = {
    "dropped and made again": (_made_again, "was dropped and made again"),
    "its tables made again": (_tables_made_again, "was dropped and made again"),
    "its rows put back": (_rows_put_back, "was put back to an older state"),
}


@pytest.mark.parametrize("way", UNDER_US)
def test_a_write_to_a_servers_database_that_became_another_one_is_refused(server, way):
    url = server.database()
    does, said = UNDER_US[way]
    with closing(open_store(url)) as store:
        for name, initials in (("Odile Brandt", "OB"), ("Rosa Marquez", "RM")):
            store.people.add(name, initials, {})
        story = store.stories.create(NewStory(slug="bridge", text="Words.\n"), ROSA)
        does(server, url)
        for _ in range(2):
            with pytest.raises(Gone, match=said):
                store.stories.save(story.id, "Other words.\n", ROSA, why="typed")


def test_two_windows_on_a_servers_database_keep_each_other_from_nothing(server):
    url = server.database()
    with closing(open_store(url)) as one, closing(open_store(url)) as other:
        for nth in range(3):
            one.people.add(f"Reader {nth}", f"R{nth}", {})
            other.people.add(f"Writer {nth}", f"W{nth}", {})
        with pytest.raises(KnownError, match="There is a Reader 0"):
            other.people.add("Reader 0", "RR", {})
        other.people.add("Lea Novak", "LN", {})


def test_what_was_typed_is_kept_where_the_desk_was_put_back_meanwhile(server, tmp_path):
    url = server.database()
    with closing(Session(tmp_path / "settings.toml", url).open_store()) as desk:
        story = desk.stories.open_text("Words.\n", "bridge")
        _made_again(server, url)
        with pytest.raises(KnownError, match=r"was dropped and made again.*What you typed is kept in"):
            desk.saving.save(story.id, Draft("Other words.\n"), None)
    with closing(Session(tmp_path / "settings.toml", url).open_store()) as desk:
        assert [offer.typed for offer in desk.saving.recoveries()] == ["Other words.\n"]
