"""The queries of the queue: a walk along an index for each branch of a filter, laid together in order, and kept.

To put a query together takes 2 ms, and now and then 20 more for what is thrown away: what only fills it in (words, the
mark, sizes) are parameters.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Select, and_, bindparam, case, or_, select, true, tuple_, union_all

from desk.review.queue import Filter, Order, Waiting
from desk.store.database import tables
from desk.store.database.prepared import SqlQuestion
from desk.store.queue.branches import Condition, branches
from desk.store.queue.search import Held, How, unindexed

_table = tables.stories
KEYS = {Order.CHANGED: "changed", Order.DEADLINE: "due"}
"""The column that orders the stories."""
UNDATED = 1 << 61
"""Keys by deadline from here on are those of stories without one (`tables.DUE`)."""


class Walk(StrEnum):
    """Which part of an order is walked: the latest deadline first, those without one still follow behind."""

    ALL = "all of it, in one walk"
    DATED = "those with a deadline"
    LAST = "those without a deadline, the last changed first"


def parts_of(wanted: Filter, key: object = 0) -> tuple[Walk, ...]:
    """Return what is walked one after the other, behind a story with this key."""
    if wanted.order is not Order.DEADLINE or not wanted.reverse:
        return (Walk.ALL,)
    return (Walk.LAST,) if isinstance(key, int) and key >= UNDATED else (Walk.DATED, Walk.LAST)


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that shapes a query."""

    wanted: Filter
    me: Waiting
    person: frozenset[str]
    held: Held
    marked: bool = False
    """Whether it goes on behind a story: parameters `key` and `number`."""
    limited: bool = True
    """Whether only the first are wanted: parameter `size`."""
    part: Walk = Walk.ALL
    in_file: bool = True
    """Whether a file is asked, and no server."""


@lru_cache(maxsize=256)
def prepared(asked: Question, dialect: Dialect) -> SqlQuestion:
    """Return the query for the stories asked for, in the SQL of a database."""
    return SqlQuestion(line(asked), dialect)


def line(asked: Question) -> Select[Any]:
    """Return the query for the stories asked for, in order: their numbers, or their ids where all are wanted."""
    found = branches(asked.wanted, asked.me, asked.person, in_file=asked.in_file)
    if asked.held.how in (How.FEW, How.AT_SERVER):
        return _few(asked, found)
    gathered = asked.held.how is How.GATHERED
    if len(found) == 1:
        query = _walk(asked, found[0], *_answer(asked, _table.c))
        if gathered:  # SQLite must not start with the hits, which would look up every one of them
            query = query.where(*asked.held.condition(unindexed("number")))
        return query.limit(bindparam("size")) if asked.limited else query
    name = KEYS[asked.wanted.order]
    parts = [_walk(asked, branch, _table.c.number, _table.c.id, _table.c[name]) for branch in found]
    if gathered:
        # Gathered once for all branches, each of which ends at its first hits: without this word SQLite gathers anew.
        hits = asked.held.hits().cte("hits").prefix_with("MATERIALIZED")
        parts = [part.where(unindexed("number").in_(select(hits.c.rowid))) for part in parts]
    if asked.limited:
        parts = [part.limit(bindparam("size")) for part in parts]
    whole = union_all(*(select(part.subquery()) for part in parts)).subquery()
    query = select(*_answer(asked, whole.c)).order_by(*_order(asked, whole.c[name], whole.c.number))
    return query.limit(bindparam("size")) if asked.limited else query


def _answer(asked: Question, columns: Any) -> tuple[Any, ...]:
    return (columns.number,) if asked.limited else (columns.id,)


def _walk(asked: Question, branch: Condition, *columns: Any) -> Select[Any]:
    key, number = _table.c[KEYS[asked.wanted.order]], _table.c.number
    query = _marked(asked, select(*columns).where(*branch))
    return query.order_by(*_order(asked, key, number))


def _few(asked: Question, found: list[Condition]) -> Select[Any]:
    """Return the query that begins with the hits: what else is asked stands in a form that no index answers."""
    name, number = KEYS[asked.wanted.order], _table.c.number
    rest: Any = case((or_(*(and_(true(), *branch) for branch in found)), 1), else_=0) == 1
    query: Select[Any] = select(*_answer(asked, _table.c)).where(*asked.held.condition(number), rest)
    query = _marked(asked, query).order_by(*_order(asked, unindexed(name), unindexed("number")))
    return query.limit(bindparam("size")) if asked.limited else query


def _marked(asked: Question, query: Select[Any]) -> Select[Any]:
    if not asked.marked:
        if asked.part is Walk.ALL:
            return query
        return query.where(_table.c.due < UNDATED if asked.part is Walk.DATED else _table.c.due >= UNDATED)
    # A mark says by itself in which part it stands: asked for both, SQLite began at the head of the part, and walked to
    # the mark past 300,000 of a million stories.
    key, number = _table.c[KEYS[asked.wanted.order]], _table.c.number
    here = tuple_(bindparam("key", type_=key.type), bindparam("number", type_=number.type))
    return query.where(tuple_(key, number) < here if _falls(asked) else tuple_(key, number) > here)


def _order(asked: Question, key: Any, number: Any) -> tuple[Any, Any]:
    return (key.desc(), number.desc()) if _falls(asked) else (key.asc(), number.asc())


def _falls(asked: Question) -> bool:
    if asked.wanted.order is Order.CHANGED:
        return not asked.wanted.reverse
    return asked.part is Walk.DATED
