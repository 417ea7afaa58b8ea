"""Views of the queue that people saved, each person's own."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, select

from desk.errors import KnownError
from desk.review.ids import new_id
from desk.review.people import Person
from desk.review.queue import Filter, View, from_plain, named, to_plain
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import hold, upsert
from desk.text.moments import now

_table = tables.queue_views


class QueueViews:
    """The room of saved views; `ids` are those of whose they are."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def of(self, ids: Collection[str]) -> list[View]:
        """Return the views of a person by name; one that this version cannot read is a view of everything, and says so.

        Its `broken` holds the sentence, so that it can still be seen and removed.
        """
        with self._access.reading() as connection:
            return _of(connection, ids)

    def keep(self, person: Person, name: str, wanted: Filter) -> View:
        """Save a filter under a name, in the place of the person's view of that name; raises `KnownError`."""
        with self._access.writing() as connection:
            hold(connection, _table)
            view = named(name, wanted, _of(connection, person.ids))
            kept = View(view.name, wanted, view.id or new_id())
            plain = to_plain(wanted)
            row = {"id": kept.id, "person": person.actor.id, "name": kept.name, "filter": plain, "made": now()}
            upsert(connection, _table, [row])
        return kept

    def remove(self, view: str) -> None:
        """Throw a view away; one that is gone already is no fault."""
        with self._access.writing() as connection:
            connection.execute(delete(_table).where(_table.c.id == view))


def _of(connection: Connection, ids: Collection[str]) -> list[View]:
    rows = connection.execute(select(_table).where(_table.c.person.in_(sorted(ids)))).all()
    return sorted((_view(row.id, row.name, row.filter) for row in rows), key=lambda view: view.name.casefold())


def _view(view: str, name: str, plain: object) -> View:
    try:
        return View(name, from_plain(plain, name), view)
    except KnownError as error:
        return View(name, Filter(), view, str(error))
