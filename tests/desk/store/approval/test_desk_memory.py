"""Entries that were found to be chained once are believed again only as long as they read the same to the letter."""

import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError


def altered(path, sql):
    with closing(sqlite3.connect(path)) as connection, connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE desk_entries SET note = replace(note, 'Rosa', 'Rosi')",
        "UPDATE desk_entries SET who = who || ' '",
        "UPDATE desk_entries SET made = made + 1",
    ],
)
def test_an_entry_that_was_altered_under_an_open_desk_is_seen_at_the_next_question(people, tmp_path, sql):
    desk = people.set_up()
    assert [person.name for person in desk.store.people.all()]
    altered(tmp_path / "desk.db", sql)
    with pytest.raises(KnownError, match="is not as it was written"):
        desk.store.keys.all()
