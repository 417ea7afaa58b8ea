"""What waits for a person: worked out from the table of moves, so that a desk's own states count as well."""

from collections.abc import Iterable, Iterator

from desk.review.people import Person
from desk.review.queue import Turn, Waiting
from desk.review.states import Action, Move

_ASIDE = frozenset({Action.RETURN, Action.HOLD, Action.RESUME, Action.SPIKE, Action.REOPEN})
"""Moves off the way to approval: that a story could be spiked does not make it wait for anybody."""


def waiting(person: Person, moves: Iterable[Move]) -> Waiting:
    """Return what waits for the person: where one of the roles moves a story on, and own stories that anybody could."""
    turns = {turn for move in moves if move.action not in _ASIDE for turn in _turns(person, move)}
    wide = {turn.state for turn in turns if not turn.sections and not turn.own}
    kept = (turn for turn in turns if turn == Turn(turn.state) or turn.state not in wide)
    return Waiting(person.ids, tuple(sorted(kept, key=lambda turn: (turn.state, sorted(turn.sections)))))


def _turns(person: Person, move: Move) -> Iterator[Turn]:
    for state in move.sources:
        if not move.roles:
            yield Turn(state, own=True)
        elif person.roles & move.roles:
            yield Turn(state)
        elif sections := frozenset(s for s, roles in person.by_section.items() if roles & move.roles):
            yield Turn(state, sections)
