"""What waits for a person: worked out from the table of moves, so that a desk's own states count as well."""

from collections.abc import Iterable

from desk.review.people import Person
from desk.review.queue import Turn, Waiting
from desk.review.states import Action, Move

_ASIDE = frozenset({Action.RETURN, Action.HOLD, Action.RESUME, Action.SPIKE, Action.REOPEN})
"""Moves off the way to approval: that a story could be spiked does not make it wait for anybody."""


def waiting(person: Person, moves: Iterable[Move]) -> Waiting:
    """Return what waits for the person: where one of the roles moves a story on, and own stories that anybody could."""
    turns: dict[Turn, None] = {}
    for move in moves:
        if move.action in _ASIDE:
            continue
        for state in sorted(move.sources):
            if turn := _turn(person, move, state):
                turns[turn] = None
    wide = {turn.state for turn in turns if not turn.sections and not turn.own}
    return Waiting(person.key, person.name, tuple(t for t in turns if t.state not in wide or t == Turn(t.state)))


def _turn(person: Person, move: Move, state: str) -> Turn | None:
    if not move.roles:
        return Turn(state, own=True)
    return Turn(state) if person.roles & move.roles else None
