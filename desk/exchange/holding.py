"""Who has a story: in whose hands it is, and whom it is lent to, also where people took it or lent it apart.

Whoever took a story loses it to somebody who knew of that and took it or moved it on, never silently: of two who knew
nothing of each other both have it. A loan lasts until somebody who knew of it says that it is back. No clock decides.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from desk.exchange.bag import StoryBag
from desk.exchange.order import in_one_order
from desk.exchange.sights import Sights, Strands
from desk.review.decisions import Decision, Done, without_dropped
from desk.review.states import Read, State

TO = "to"
"""In the note of a loan whom it is to; of one given back whose it was; of `TAKEN` whose hands somebody else said."""
_ALONE = frozenset({Done.HELD, Done.RESUMED, Done.RESTORED})
"""Moves that leave a story in the hands it was in."""
_UNREAD = frozenset({State.DRAFT, State.COPY_DESK})
"""States in which nobody has given a first read."""
Setting: TypeAlias = tuple[Decision, str]
"""A decision with the id of the person that it gives the story to, empty for nobody."""


Known: TypeAlias = tuple[Strands, Mapping[str, str]]
"""The decisions on a story by strand, and former names of strands."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Who has one story."""

    hands: tuple[str, ...] = ()
    """Ids of people: more than one where they took it apart; the first is shown where there is room for one."""
    is_said: bool = False
    """Whether any entry says whose hands it is in; else it stays as it is."""
    loans: tuple[Mapping[str, Any], ...] = ()
    """In the order they were made in: `to`, `laptop` and `until` where somebody said so."""

    @property
    def columns(self) -> dict[str, Any]:
        """Return what is kept of it beside a story."""
        hands = {"hands": self.hands[0] if self.hands else ""} if self.is_said else {}
        return {**hands, "hands_too": " ".join(self.hands[1:]), "lent": lent_of(self.loans)}


def holding(
    strands: Strands, former: Mapping[str, str] = MappingProxyType({}), without: Collection[str] = (), *, owner: str
) -> Holding:
    """Return who has a story by the decisions on it; those of `without` count for nothing.

    `owner` is the id of whoever gets a story back that was returned before anybody gave it a first read.
    """
    order = [decision for decision in in_one_order(strands, former) if decision.id not in without]
    sights = Sights(strands, former)
    settings = _settings(order, owner)
    return Holding(_hands(settings, sights), bool(settings), _loans(order, sights))


def decisions_in(bag: StoryBag) -> Known:
    """Return the decisions that a bag brings."""
    return {part.strand.id: [(e.entry.place, e.entry.decision) for e in part.entries] for part in bag.parts}, {}


def says_who(bag: StoryBag) -> bool:
    """Return whether a bag says of anybody that they took its story or have it along."""
    return any(e.entry.decision.done in (Done.TAKEN, Done.LENT) for part in bag.parts for e in part.entries)


def taken_apart(order: Sequence[Decision], sights: Sights) -> list[Decision]:
    """Return the last taking by each of several people who knew nothing of each other; one or none where nobody did."""
    settings = _settings(order)
    return list({to: decision for decision, to in _standing(settings, sights) if decision.done is Done.TAKEN}.values())


def lent_of(loans: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return loans as they are kept beside a story: the first, with the others as `also`; nothing for none."""
    first, *others = [dict(loan) for loan in loans] or [{}]
    return {**first, **({"also": others} if others else {})}


def _settings(order: Iterable[Decision], owner: str = "") -> list[Setting]:
    """Return the decisions that say whose hands a story is in, in order."""
    reader, found = "", []
    for one in without_dropped(list(order)):
        if (to := _given(one, reader or owner)) is not None:
            found.append((one, to))
        if one.state is not None and one.note.get("read") == Read.FIRST:
            reader = one.who.id
        elif one.state in _UNREAD and one.done is not Done.RESUMED:
            reader = ""
    return found


def _given(one: Decision, reader: str) -> str | None:
    """Return the id of the person that a decision gives a story to, empty for nobody; None where it says nothing."""
    if one.done is Done.TAKEN:
        return str(one.note.get(TO, one.who.id))
    if one.state is None or (one.done in _ALONE and not one.note.get(TO)):
        return None
    if to := one.note.get(TO):
        return str(to)
    return reader if one.done is Done.RETURNED else ""


def _hands(settings: Sequence[Setting], sights: Sights) -> tuple[str, ...]:
    return tuple(dict.fromkeys(to for _, to in reversed(_standing(settings, sights)) if to))


def _standing(settings: Sequence[Setting], sights: Sights) -> list[Setting]:
    """Return each taking that nobody had seen who took it or moved it on, and the last move unless somebody had."""
    moves = [one for one, _ in settings if one.done is not Done.TAKEN]
    return [
        (one, to)
        for one, to in settings
        if (one.done is Done.TAKEN or one is moves[-1])
        and not any(later is not one and sights.had_seen(later.id, one.id) for later, _ in settings)
    ]


def _loans(order: Iterable[Decision], sights: Sights) -> tuple[Mapping[str, Any], ...]:
    """Return what is lent: to one person on one laptop the last loan counts."""
    lent: list[Decision] = []
    for one in order:
        if one.done is Done.LENT and one.note.get(TO):
            lent = [*(loan for loan in lent if _whose(loan) != _whose(one)), one]
        elif one.done is Done.GIVEN_BACK:
            lent = [loan for loan in lent if not (_ends(one, loan) and sights.had_seen(one.id, loan.id))]
    names = (TO, "laptop", "until")
    return tuple({name: loan.note[name] for name in names if name in loan.note} for loan in lent)


def _whose(loan: Decision) -> tuple[str, str]:
    return str(loan.note.get(TO, "")), str(loan.note.get("laptop", ""))


def _ends(back: Decision, loan: Decision) -> bool:
    """Return whether one that was given back is this loan; without a name all of them are."""
    return not back.note.get(TO) or _whose(back) == _whose(loan)
