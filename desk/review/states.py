"""The states of a story and the moves between them as one table: who may make each, and what it takes.

    Draft -> With copy desk -> Second read -> With section chief -> Approved

From each of them a story can be returned, held or spiked; the second read needs another person than the first. A desk
changes the table with a file of its own (`states_file.py`): it adds or renames states, and says who may do what.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from desk.errors import KnownError
from desk.review.people import NO_ONE, Actor, Person, Role
from desk.review.words import ACTIONS, STATES, words_for


class State(StrEnum):
    """The states that the program itself knows; a desk adds others, so a state is any slug: compare with `==`."""

    DRAFT = "draft"
    COPY_DESK = "with-copy-desk"
    SECOND_READ = "second-read"
    CHIEF = "with-section-chief"
    APPROVED = "approved"
    RETURNED = "returned"
    HOLD = "hold"
    SPIKED = "spiked"
    REOPENED = "reopened"

    @property
    def words(self) -> str:
        """Return what people read."""
        return STATES[self]


class Action(StrEnum):
    """The moves that the program itself knows; a desk words them otherwise (`Move.words`) and adds others."""

    SUBMIT = "submit"
    PASS_ON = "pass-on"
    SEND_TO_CHIEF = "send-to-chief"
    APPROVE = "approve"
    RETURN = "return"
    HOLD = "hold"
    RESUME = "resume"
    SPIKE = "spike"
    REOPEN = "reopen"

    @property
    def words(self) -> str:
        """Return what people read."""
        return ACTIONS[self]


class Read(StrEnum):
    """Which reading a move ends: nobody makes the second who made the first."""

    NONE = "none"
    FIRST = "first"
    SECOND = "second"


class Watch(StrEnum):
    """How closely the gate looks before a move."""

    NONE = "none"
    READ = "read"
    """Open errors and what was not checked."""
    ALL = "all"
    """Everything: an approval."""


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed move; `target` is None where it leads back to where the story was held."""

    action: str
    words: str
    sources: frozenset[str]
    target: str | None
    roles: frozenset[Role] = frozenset()
    reason: bool = False
    """Whether a reason must be given."""
    read: Read = Read.NONE
    watch: Watch = Watch.NONE
    asks_person: bool = False
    """Whether it hands the story to somebody."""
    asks_until: bool = False
    """Whether it ends at a time."""


_IN_WORK = frozenset(
    {State.DRAFT, State.COPY_DESK, State.SECOND_READ, State.CHIEF, State.RETURNED, State.REOPENED},
)
_READERS = frozenset({Role.EDITOR, Role.CHIEF})
_CHIEF = frozenset({Role.CHIEF})

MOVES = (
    Move(
        Action.SUBMIT,
        Action.SUBMIT.words,
        frozenset({State.DRAFT, State.RETURNED, State.REOPENED}),
        State.COPY_DESK,
    ),
    Move(
        Action.PASS_ON,
        Action.PASS_ON.words,
        frozenset({State.COPY_DESK}),
        State.SECOND_READ,
        _READERS,
        read=Read.FIRST,
        watch=Watch.READ,
    ),
    Move(
        Action.SEND_TO_CHIEF,
        Action.SEND_TO_CHIEF.words,
        frozenset({State.SECOND_READ}),
        State.CHIEF,
        _READERS,
        read=Read.SECOND,
        watch=Watch.READ,
    ),
    Move(Action.APPROVE, Action.APPROVE.words, frozenset({State.CHIEF}), State.APPROVED, _CHIEF, watch=Watch.ALL),
    Move(
        Action.RETURN,
        Action.RETURN.words,
        frozenset({State.COPY_DESK, State.SECOND_READ, State.CHIEF, State.APPROVED}),
        State.RETURNED,
        _READERS,
        reason=True,
        asks_person=True,
    ),
    Move(Action.HOLD, Action.HOLD.words, _IN_WORK, State.HOLD, reason=True, asks_until=True),
    Move(Action.RESUME, Action.RESUME.words, frozenset({State.HOLD}), None),
    Move(
        Action.SPIKE, Action.SPIKE.words, _IN_WORK | {State.HOLD, State.APPROVED}, State.SPIKED, _READERS, reason=True
    ),
    Move(Action.REOPEN, Action.REOPEN.words, frozenset({State.APPROVED, State.SPIKED}), State.REOPENED, _CHIEF),
)


@dataclass(frozen=True, slots=True)
class Table:
    """The states, id to name in the order of the flow, and the moves between them."""

    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({state: state.words for state in State}))
    moves: tuple[Move, ...] = MOVES
    own_copy: bool = True
    """Whether a chief may approve copy of their own: a story that they filed, read, or were the last to write in."""

    def move(self, action: str, state: str) -> Move | None:
        """Return the move with this id from this state; None where there is none."""
        found = next((move for move in self.moves if move.action == action), None)
        return found if found is not None and self._fits(found, state) else None

    def moves_out(self, state: str) -> tuple[Move, ...]:
        """Return every move from a state; from one that the table does not know any more, those from Draft."""
        return tuple(move for move in self.moves if self._fits(move, state))

    def name(self, state: str) -> str:
        """Return the state's name for the screen."""
        return self.names.get(state) or words_for(STATES, state)

    def _fits(self, move: Move, state: str) -> bool:
        return (state if state in self.names else State.DRAFT) in move.sources


TABLE = Table()


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a story stands: its state, who gave the first read, and the state it was held in (for `RESUME`)."""

    state: str = State.DRAFT
    rim: Actor = NO_ONE
    held_from: str = State.DRAFT
    slot: Actor = NO_ONE
    """Who gave the second read."""
    approved_from: str = State.CHIEF
    """Where it was when it was last approved, and is again when the approval falls."""
    voided: bool = False
    """Whether an approval fell by an edit and nothing was moved since: going back to the text brings it back."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a move's rules look at besides the stand: the section, and whose copy it is."""

    section: str = ""
    owner: Actor = NO_ONE
    last_writer: Actor = NO_ONE


NO_FACTS = Facts()


def moves_from(stand: Stand, person: Person, table: Table = TABLE, facts: Facts = NO_FACTS) -> tuple[str, ...]:
    """Return the ids of what this person may do with the story now, in the order of the flow."""
    open_ = (move for move in table.moves_out(stand.state) if not refusal(stand, move, person, table, facts))
    return tuple(move.action for move in open_)


def refusal(stand: Stand, move: Move, person: Person, table: Table = TABLE, facts: Facts = NO_FACTS) -> str:
    """Return why this person may not make the move and who could, in one sentence; empty where it is allowed."""
    if not person.may(move.roles, facts.section):
        who = " or ".join(sorted(role.words for role in move.roles))
        where = f" of {facts.section}" if facts.section else ""
        return f"“{move.words}” is for the {who}{where}: {person.name} works as {_roles(person, facts.section)}."
    if not person.set_up:
        return ""  # whoever works without any set-up can do all, and the trail says so
    if move.read is Read.SECOND and person.did(stand.rim):
        return (
            f"{stand.rim} gave the first read, and a second reader is never the first: "
            f"another {' or '.join(sorted(role.words for role in move.roles)) or 'person'} can do it."
        )
    if move.action == Action.APPROVE and not table.own_copy and (whose := _own(stand, person, facts)):
        return f"{person.name} {whose}, and on this desk no chief approves their own copy: another section chief can."
    return ""


def closed_ways(stand: Stand, person: Person, table: Table = TABLE, facts: Facts = NO_FACTS) -> tuple[str, ...]:
    """Return why this person cannot move the story on from here, and who could: a sentence for each way forward."""
    forward = [move for move in table.moves_out(stand.state) if move.watch is not Watch.NONE]
    return tuple(filter(None, (refusal(stand, move, person, table, facts) for move in forward)))


def _own(stand: Stand, person: Person, facts: Facts) -> str:
    for who, what in (
        (facts.owner, "filed this story"),
        (stand.rim, "gave the first read"),
        (stand.slot, "gave the second read"),
        (facts.last_writer, "was the last to write in this text"),
    ):
        if person.did(who):
            return what
    return ""


def moved(
    stand: Stand, action: str, person: Person, reason: str = "", table: Table = TABLE, facts: Facts = NO_FACTS
) -> Stand:
    """Return where the story stands after the action; raises `KnownError` where it is not allowed."""
    move = table.move(action, stand.state)
    if move is None:
        words = next((move.words for move in table.moves if move.action == action), action)
        instead = _instead(stand, person, table, facts)
        raise KnownError(f"A story in the state “{table.name(stand.state)}” cannot take “{words}”: {instead}.")
    if no := refusal(stand, move, person, table, facts):
        raise KnownError(no)
    if move.reason and not reason.strip():
        raise KnownError(f"“{move.words}” needs a reason: say in a few words why.")
    return after(stand, move.target or stand.held_from, person.actor, move.read, held=move.asks_until)


def after(stand: Stand, target: str, who: Actor, read: Read = Read.NONE, *, held: bool = False) -> Stand:
    """Return the stand once `who` made a move that led to `target`: used to read a story's history again."""
    new = replace(stand, state=target, voided=False)
    if target == State.APPROVED:
        return replace(new, approved_from=stand.state)
    if read is Read.FIRST:
        return replace(new, rim=who, slot=NO_ONE)
    if read is Read.SECOND:
        return replace(new, slot=who)
    if held:
        return replace(new, held_from=stand.state)
    if target in {State.DRAFT, State.COPY_DESK} and stand.state != State.HOLD:
        return replace(new, rim=NO_ONE, slot=NO_ONE)
    return new


def edited(stand: Stand) -> Stand:
    """Return the stand after the text changed: an approval falls, and the story is with the section chief again."""
    return replace(stand, state=stand.approved_from, voided=True) if stand.state == State.APPROVED else stand


def restored(stand: Stand) -> Stand:
    """Return the stand after an approval that had fallen came back with its text; one that was moved on does not."""
    return replace(stand, state=State.APPROVED, voided=False) if stand.voided else stand


def is_turned(before: str, after: str) -> bool:
    """Return whether an approval fell or came back between two states of a story."""
    return before != after and State.APPROVED in {before, after}


def _roles(person: Person, section: str) -> str:
    return " and ".join(sorted(role.words for role in person.roles_in(section))) or "a guest"


def _instead(stand: Stand, person: Person, table: Table, facts: Facts) -> str:
    able = set(moves_from(stand, person, table, facts))
    words = [f"“{move.words}”" for move in table.moves_out(stand.state) if move.action in able]
    return "possible are " + ", ".join(words) if words else f"it stays where it is, and {_who_could(stand, table)}"


def _who_could(stand: Stand, table: Table) -> str:
    roles: Iterable[Role] = {role for move in table.moves_out(stand.state) for role in move.roles}
    words = " or ".join(sorted(role.words for role in roles))
    return f"only the {words} can move it" if words else "nobody can move it"
