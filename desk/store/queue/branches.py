"""What a filter of the queue asks of the rows, as branches: each one a lead along an index, with the rest beside it.

An `OR` of different columns would make the database gather everything and sort it: 12,000 stories of two states take
20 ms, two walks along an index 1 ms. Branches never share a row.
"""

import operator
from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

from sqlalchemy import (
    BinaryExpression,
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    case,
    false,
    literal,
    literal_column,
    not_,
)
from sqlalchemy.sql.operators import not_in_op
from sqlalchemy.sql.visitors import iterate

from desk.review.queue import Filter, Turn, Waiting
from desk.store.approval.identities import former_ids
from desk.store.database import tables

Condition: TypeAlias = tuple[ColumnElement[bool], ...]
_columns: Any = tables.stories.c
_IN_NOBODYS: ColumnElement[bool] = _columns.hands <= ""
"""In nobody's hands, as nearly all are: with "=" SQLite would begin with these, and read them all for one owner's."""
_IN_TWO_HANDS: ColumnElement[bool] = literal_column("hands_too") != literal_column("''")


def ids_of(connection: Connection, person: str) -> frozenset[str]:
    """Return every id that stories of this person can stand under; none where nobody is asked for."""
    return former_ids(connection, person) | {person} if person else frozenset()


def branches(wanted: Filter, me: Waiting, person: Collection[str] = (), *, in_file: bool = False) -> list[Condition]:
    """Return the conditions of each branch; a filter that nothing can meet has one that is false.

    `person` holds every id of `wanted.person`. In a file a person leads wherever one is named.
    """
    found = (
        (*whose, *state, *_section(wanted.section), *who)
        for whose, at in _whose(wanted, me)
        for who in _person(person)
        for state in _states(wanted, at, apart=not (in_file and _are_few((*whose, *who))))
    )
    return [_together(*one, in_file=in_file) for one in found if _can_be(one)] or [(false(),)]


def _can_be(conditions: Condition) -> bool:
    """Return whether there can be such a story: who waits for theirs and asks for another person has many branches.

    Ten of 24 are of stories in the hands of two at once, or of somebody and nobody; a server plans each of them.
    """
    said: dict[Any, str] = {}
    for one in filter(_is_of_one_person, conditions):
        column, wanted = one.left, one.right.value
        if said.setdefault(column, wanted) != wanted:
            return False
    hands = said.get(_columns.hands)
    return not hands or not any(one is _IN_NOBODYS or hands in _left_out(one) for one in conditions)


def _left_out(one: ColumnElement[bool]) -> set[str]:
    """Return in whose hands a story is not, by this condition."""
    is_list = isinstance(one, BinaryExpression) and one.operator is not_in_op
    return {str(bind.value) for bind in iterate(one) if isinstance(bind, BindParameter)} if is_list else set()


def _whose(wanted: Filter, me: Waiting) -> Iterator[tuple[Condition, str]]:
    """Yield for whom the stories wait, with the state that this fixes (empty where it fixes none)."""
    if not wanted.mine:
        yield (), ""
        return
    for mine in sorted(me.ids):
        yield (_columns.hands == mine,), ""
        yield _too(mine, me.ids), ""
    for turn in me.turns:
        for whose in _of_turn(turn, me.ids):
            yield (_IN_NOBODYS, *whose), turn.state


def _together(*conditions: ColumnElement[bool], in_file: bool) -> Condition:
    """Return what is asked together, so that the fewest stories lead: no other index answers the rest then.

    Those in two people's hands are few. One person's are a hundredth: from any key of the order on SQLite took the
    index of sections, and looked each of 33,000 stories up: 35 ms.
    """
    leads = [one for one in conditions if one is _IN_TWO_HANDS][:1]
    if not leads and in_file:
        leads = [one for one in conditions if _is_of_one_person(one)][:1]
    rest = [one for one in conditions if not any(one is lead for lead in leads)]
    return (*leads, case((and_(*rest), 1), else_=0) == 1) if leads and rest else conditions


def _is_of_one_person(one: ColumnElement[bool]) -> bool:
    is_equal = isinstance(one, BinaryExpression) and one.operator is operator.eq
    return is_equal and any(one.left is column for column in (_columns.hands, _columns.owner_id))


def _too(one: str, ids: Collection[str]) -> Condition:
    """Return the condition on stories that somebody took in hand as well, by the index of those few."""
    return _IN_TWO_HANDS, _columns.hands_too.contains(one), _columns.hands.not_in(_each(ids))


def _of_turn(turn: Turn, ids: Collection[str]) -> Iterator[Condition]:
    sections = (_columns.section.in_(_each(turn.sections)),) if turn.sections else ()
    if not turn.own:
        yield sections
        return
    for mine in sorted(ids):
        yield (*sections, _columns.owner_id == mine)


def _states(wanted: Filter, fixed: str, *, apart: bool) -> Iterator[Condition]:
    """Yield a condition for each state; all in one unless `apart`: few stories are walked once, not once a state."""
    if not fixed and not wanted.states:
        yield ()
        return
    if not fixed and not apart:
        yield (_columns.state.in_(_each(wanted.states)),)
        return
    for state in [fixed] if fixed else sorted(wanted.states):
        if not wanted.states or state in wanted.states:
            yield (_columns.state == state,)


def _are_few(conditions: Condition) -> bool:
    """Return whether a file walks along one person's stories, or those in two people's hands."""
    return any(one is _IN_TWO_HANDS or _is_of_one_person(one) for one in conditions)


def _section(section: str) -> Condition:
    return (_columns.section == section,) if section else ()


def _person(ids: Collection[str]) -> Iterator[Condition]:
    if not ids:
        yield ()
    for one in sorted(ids):
        yield (_columns.hands == one,)
        yield _too(one, ids)
        yield _columns.owner_id == one, _columns.hands.not_in(_each(ids)), not_(_columns.hands_too.contains(one))


def _each(words: Collection[str]) -> list[ColumnElement[str]]:
    """Return a parameter for each: as mere values they would be put into the SQL anew each time it is asked."""
    return [literal(one, _columns.hands.type) for one in sorted(words)]
