"""What waits for a person: worked out from the table of moves, so that a desk's own states count as well."""

from collections.abc import Iterable, Iterator

from desk.review.people import Person
from desk.review.queue import Turn, Waiting
from desk.review.states import Action, Move, Table

_ASIDE = frozenset({Action.RETURN, Action.HOLD, Action.RESUME, Action.SPIKE, Action.REOPEN})
"""Moves off the way to approval: that a story could be spiked does not make it wait for anybody."""


def waiting(person: Person, moves: Iterable[Move]) -> Waiting:
    """Return what waits for the person: where one of the roles moves a story on, and own stories that anybody could."""
    turns = {turn for move in moves if move.action not in _ASIDE for turn in _turns(person, move)}
    wide = {turn.state for turn in turns if not turn.sections and not turn.own}
    kept = (turn for turn in turns if turn == Turn(turn.state) or turn.state not in wide)
    return Waiting(person.ids, tuple(sorted(kept, key=lambda turn: (turn.state, sorted(turn.sections)))))


def is_for_review(person: Person, table: Table, state: str, section: str) -> bool:
    """Return whether the person would read a story as its chief: they could approve it there, or it is approved."""
    approve = next((move for move in table.moves if move.action == Action.APPROVE), None)
    if approve is None or not person.may(approve.roles, section):
        return False
    return state == approve.target or table.move(approve.action, state) is not None


def _turns(person: Person, move: Move) -> Iterator[Turn]:
    for state in move.sources:
        if not move.roles:
            yield Turn(state, own=True)
        elif person.roles & move.roles:
            yield Turn(state)
        elif sections := frozenset(s for s, roles in person.by_section.items() if roles & move.roles):
            yield Turn(state, sections)
