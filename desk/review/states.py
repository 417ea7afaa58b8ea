"""The states of a story and the moves between them: who may make each, and what it takes.

    Draft -> With copy desk -> Second read -> With section chief -> Approved

From each of them a story can be returned, held or spiked; the second read needs another person than the first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.errors import KnownError
from desk.review.people import Person, Role, same_person


class State(StrEnum):
    """Where a story is; the value is what the window shows and the store keeps."""

    DRAFT = "Draft"
    COPY_DESK = "With copy desk"
    SECOND_READ = "Second read"
    CHIEF = "With section chief"
    APPROVED = "Approved"
    RETURNED = "Returned"
    HOLD = "Hold"
    SPIKED = "Spiked"


class Action(StrEnum):
    """What a person can do with a story as a whole; the value is the words of the command."""

    SUBMIT = "Submit to the copy desk"
    PASS_ON = "Pass on to the second read"
    SEND_TO_CHIEF = "Send to the section chief"
    APPROVE = "Approve"
    RETURN = "Return"
    HOLD = "Hold"
    RESUME = "Take off hold"
    SPIKE = "Spike"
    REOPEN = "Reopen"


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed move; `target` is None where it leads back to where the story was held."""

    action: Action
    sources: frozenset[State]
    target: State | None
    roles: frozenset[Role] = frozenset()
    reason: bool = False
    """Whether a reason must be given."""


_IN_WORK = frozenset({State.DRAFT, State.COPY_DESK, State.SECOND_READ, State.CHIEF, State.RETURNED})

MOVES = (
    Move(Action.SUBMIT, frozenset({State.DRAFT, State.RETURNED}), State.COPY_DESK),
    Move(Action.PASS_ON, frozenset({State.COPY_DESK}), State.SECOND_READ, frozenset({Role.RIM, Role.SLOT})),
    Move(Action.SEND_TO_CHIEF, frozenset({State.SECOND_READ}), State.CHIEF, frozenset({Role.SLOT})),
    Move(Action.APPROVE, frozenset({State.CHIEF}), State.APPROVED, frozenset({Role.CHIEF})),
    Move(
        Action.RETURN,
        frozenset({State.COPY_DESK, State.SECOND_READ, State.CHIEF, State.APPROVED}),
        State.RETURNED,
        reason=True,
    ),
    Move(Action.HOLD, _IN_WORK, State.HOLD, reason=True),
    Move(Action.RESUME, frozenset({State.HOLD}), None),
    Move(Action.SPIKE, _IN_WORK | {State.HOLD, State.APPROVED}, State.SPIKED, reason=True),
    Move(Action.REOPEN, frozenset({State.APPROVED}), State.CHIEF, frozenset({Role.CHIEF})),
    Move(Action.REOPEN, frozenset({State.SPIKED}), State.DRAFT, frozenset({Role.CHIEF})),
)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a story stands: its state, who gave the first read, and the state it was held in (for `RESUME`)."""

    state: State = State.DRAFT
    rim: str = ""
    held_from: State = State.DRAFT


def moves_from(stand: Stand, person: Person) -> tuple[Action, ...]:
    """Return what this person may do with the story now, in the order of the flow."""
    return tuple(move.action for move in MOVES if stand.state in move.sources and not refusal(stand, move, person))


def refusal(stand: Stand, move: Move, person: Person) -> str:
    """Return why this person may not make the move, in one sentence; empty where it is allowed."""
    if not person.may(move.roles):
        who = " or ".join(sorted(role.value for role in move.roles))
        return f"“{move.action}” is for the {who}: {person.name} works as {_roles(person.roles)}."
    if move.action is Action.SEND_TO_CHIEF and same_person(stand.rim, person.name):
        return f"{stand.rim} gave the first read: the second read must be another person's."
    return ""


def moved(stand: Stand, action: Action, person: Person, reason: str = "") -> Stand:
    """Return where the story stands after the action; raises `KnownError` where it is not allowed."""
    move = next((move for move in MOVES if move.action is action and stand.state in move.sources), None)
    if move is None:
        raise KnownError(f"A story in the state “{stand.state}” cannot take “{action}”: {_instead(stand, person)}.")
    if no := refusal(stand, move, person):
        raise KnownError(no)
    if move.reason and not reason.strip():
        raise KnownError(f"“{action}” needs a reason: say in a few words why.")
    return after(stand, action, move.target or stand.held_from, person.name)


def after(stand: Stand, action: Action, target: State, who: str) -> Stand:
    """Return the stand once `who` made the action that led to `target`: used to read a story's history again."""
    rim = who if action is Action.PASS_ON else "" if target in {State.DRAFT, State.COPY_DESK} else stand.rim
    if action in {Action.HOLD, Action.RESUME}:
        rim = stand.rim
    return Stand(target, rim, stand.state if action is Action.HOLD else stand.held_from)


def edited(stand: Stand) -> Stand:
    """Return the stand after the text changed: an approval falls, and the story is with the section chief again."""
    return Stand(State.CHIEF, stand.rim, stand.held_from) if stand.state is State.APPROVED else stand


def _roles(roles: Iterable[Role]) -> str:
    return " and ".join(sorted(role.value for role in roles)) or "a guest"


def _instead(stand: Stand, person: Person) -> str:
    able = moves_from(stand, person)
    return "possible are " + ", ".join(f"“{action}”" for action in able) if able else "it stays where it is"
