"""The queue of stories: filtered and in order, in pages that cost the same at the end as at the start."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, func, select, text

from desk.review.people import Actor, initials_of
from desk.review.queue import Filter, Pulse, Waiting
from desk.store.approval.identities import names_of, people_behind
from desk.store.approval.standings import Standings
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.queue.branches import ids_of
from desk.store.queue.query import KEYS, Question, parts_of, prepared
from desk.store.queue.reading_through import read_through
from desk.store.queue.rows import lines_by, records_of
from desk.store.queue.search import Held, How, gathering, held, probed
from desk.store.queue.server_search import looked_at
from desk.store.records.values import QueueRecord
from desk.text.moments import micros

_table = tables.stories
_BY_WHAT_IS_ASKED = text("SET LOCAL plan_cache_mode = force_custom_plan")
_AT_ONCE = 500
_SPARE = 2
"""How much further a walk goes than it should have to."""
_FEWER = 8
"""Times fewer hits among the first stories than a shorter beginning has: the rest of them is gathered at once."""
_FURTHER = 4
"""How much further than before where that did not do."""
First: TypeAlias = Callable[[How, int], Sequence[int]]
EVERYTHING = Filter()
NOBODY = Waiting()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the queue: behind the story with this key of the order and this local number."""

    key: datetime | int
    number: int


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Some rows in order; `next` is where the following page begins, None at the end."""

    rows: tuple[QueueRecord, ...]
    next: Mark | None


class Queue:
    """The room of the queue; `me` is who looks, for filters that ask for what waits for them."""

    def __init__(self, access: Access) -> None:
        self._access, self._standings = access, Standings(access)

    def page(
        self, wanted: Filter = EVERYTHING, after: Mark | None = None, size: int = 50, me: Waiting = NOBODY
    ) -> QueuePage:
        """Return up to `size` stories behind `after`."""
        with self._planned() as connection:
            numbers = self._numbers(connection, wanted, after, size + 1, me)
            found = lines_by(connection, "number", numbers[:size])
            lines = tuple(records_of(connection, [found[number] for number in numbers[:size]], self._standings))
        if len(numbers) <= size:
            return QueuePage(lines, None)
        last = found[numbers[size - 1]]
        return QueuePage(lines, Mark(getattr(last, KEYS[wanted.order]), last.number))

    def ids(self, wanted: Filter = EVERYTHING, me: Waiting = NOBODY) -> list[str]:
        """Return the ids of all wanted stories in order: for a window on a long list (with `rows`)."""
        with self._planned() as connection:
            found = held(wanted.text, connection, full_text=self._access.full_text)
            asked = _question(connection, wanted, me, found, limited=False)
            walks = (prepared(replace(asked, part=part), connection.dialect) for part in parts_of(wanted))
            return [story for walk in walks for (story,) in walk.ask(connection, words=found.words)]

    @contextmanager
    def _planned(self) -> Iterator[Connection]:
        """Give a connection that plans each walk for what is asked: a server's plan for any mark took 12 ms, not 1."""
        with self._access.reading() as connection:
            if not self._access.full_text:
                connection.execute(_BY_WHAT_IS_ASKED)
            yield connection

    def _numbers(
        self, connection: Connection, wanted: Filter, after: Mark | None, size: int, me: Waiting
    ) -> Sequence[int]:
        """Return the numbers of the first `size` stories behind the mark."""
        found = held(wanted.text, connection, full_text=self._access.full_text, page=True)
        asked = _question(connection, wanted, me, found)
        hits: list[int] = []
        for part in parts_of(wanted, 0 if after is None else after.key):
            if len(hits) < size:
                hits += _walked(connection, replace(asked, part=part), found, after, size - len(hits))
                after = None
        return hits

    def rows(self, ids: Sequence[str]) -> list[QueueRecord]:
        """Return the rows of these stories in the order given; one that is missing is left out."""
        with self._access.reading() as connection:
            found = lines_by(connection, "id", ids)
            return records_of(connection, [found[story] for story in ids if story in found], self._standings)

    def counts(self) -> dict[str, int]:
        """Return how many stories are in each state; states without any are left out."""
        query = select(_table.c.state, func.count()).group_by(_table.c.state)
        with self._access.reading() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def changed_since(self, moment: datetime | None) -> int:
        """Return how many stories were changed after a moment; all of them for None."""
        wanted = select(func.count()).select_from(_table)
        with self._access.reading() as connection:
            return connection.execute(
                wanted if moment is None else wanted.where(_table.c.changed > moment)
            ).scalar_one()

    def pulse(self) -> Pulse:
        """Return what changes when stories do, also by another program; 0.1 ms."""
        with self._access.reading() as connection:
            place = connection.execute(select(tables.trail.c.place)).scalar() or 0
            changed = connection.execute(select(func.max(_table.c.changed))).scalar()
            others = 0
            if connection.dialect.name == "sqlite":
                others = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
        return Pulse((place, 0 if changed is None else micros(changed)), others)

    def sections(self) -> list[str]:
        """Return every section that a story is in, by letter."""
        with self._access.reading() as connection:
            return sorted(set(_each(connection, _table.c.section)) - {""}, key=str.casefold)

    def people(self, besides: Iterable[str] = ()) -> list[Actor]:
        """Return everybody who owns a story or has one in hand, and those with the ids `besides`, by name."""
        with self._access.reading() as connection:
            ids = {*_each(connection, _table.c.hands), *_each(connection, _table.c.owner_id), *besides} - {""}
            behind = set(people_behind(connection, ids).values())
            names = names_of(connection, behind)
        found = [Actor(one, name, initials_of(name)) for one, name in names.items()]
        return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def _each(connection: Connection, column: Any) -> list[str]:
    """Return every value of an indexed column: one step along the index a value, where DISTINCT reads all of it."""
    found: list[str] = []
    last = ""
    while (value := connection.execute(select(func.min(column)).where(column > last)).scalar()) is not None:
        found.append(last := value)
    return found


def _question(connection: Connection, wanted: Filter, me: Waiting, found: Held, *, limited: bool = True) -> Question:
    person = ids_of(connection, wanted.person)
    in_file = connection.dialect.name == "sqlite"
    return Question(replace(wanted, text=""), me, person, _shape(found), limited=limited, in_file=in_file)


def _shape(found: Held) -> Held:
    """Return what shapes a query of what is sought: at a server the words do, in a file they fill it in."""
    return found if found.how is How.AT_SERVER else Held(found.how)


def _walked(connection: Connection, asked: Question, found: Held, after: Mark | None, size: int) -> Sequence[int]:
    """Return the numbers of the first `size` stories of one walk, behind the mark."""
    mark = {} if after is None else {"key": _as_kept(after.key), "number": after.number}

    def first(how: How, size: int) -> Sequence[int]:
        shape = replace(asked, held=_shape(replace(found, how=how)), marked=after is not None)
        walk = prepared(shape, connection.dialect)
        return [number for (number,) in walk.ask(connection, words=found.words, size=size, **mark)]

    if found.common.words:
        return _along(connection, found, first, size)
    if found.how is How.PROBED:
        numbers = first(How.ANY, reach := round(size / found.share * _SPARE))
        hits = _probed(connection, found, numbers, size)
        if hits is not None and (len(hits) == size or len(numbers) < reach):
            return hits
        # The filter's stories hold the words more seldom than others do, or all stories than a shorter beginning.
        return first(gathering(found.words, connection) if found.shortened else How.GATHERED, size)
    return first(found.how, size)


def _as_kept(key: datetime | int) -> int:
    return micros(key) if isinstance(key, datetime) else key


def _along(connection: Connection, found: Held, first: First, size: int) -> list[int]:
    """Return the first `size` of the stories that hold common words as well, at a server, however far they stand."""
    hits: list[int] = []
    known, reach = 0, round(size / found.share * _SPARE)
    while True:
        numbers = first(found.how, reach)
        for at in range(known, len(numbers), _AT_ONCE):
            hits += looked_at(connection, found.common, numbers[at : at + _AT_ONCE], size - len(hits))
            if len(hits) >= size:
                return hits
        if len(numbers) < reach:
            return hits
        known, reach = len(numbers), reach * _FURTHER


def _probed(connection: Connection, found: Held, numbers: Sequence[int], size: int) -> list[int] | None:
    """Return the first `size` of the stories that are hits; None where to say so takes longer than to gather them."""
    hits: list[int] = []
    for at in range(0, len(numbers), size):
        part = numbers[at : at + size]
        there, unsaid = read_through(connection, found.texts, part) if found.texts else (set[int](), part)
        if unsaid and not found.is_cheap:
            return None
        there |= probed(connection, found.words, unsaid)
        hits += [number for number in part if number in there]
        if len(hits) >= size:
            break
        if found.shortened and len(hits) * _FEWER < found.share * (at + len(part)):
            return None
    return hits[:size]
