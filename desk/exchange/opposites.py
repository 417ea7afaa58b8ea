"""Where people decided differently without knowing of each other: what a person must say, found without any clock.

Of all that was decided on one thing (a finding, an item, two names, a deadline, an embargo, slug, section, English or a
fact of the story, where it stands) those decisions count that no later one had seen. Where these differ nothing is
chosen: whoever decides next with all of them in sight answers it, whether they were asked or not. So an answer is an
entry like any other, and travels like one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from desk.exchange.holding import taken_apart
from desk.exchange.order import in_one_order
from desk.exchange.sights import Sights, Strands
from desk.review.decisions import MOVES_ALONE, STANDING, Decision, Done, Scope, not_undone, without_dropped

_BY_ITSELF = frozenset({Done.VOIDED, Done.RESTORED})
"""Moves that follow from an edit: nobody decided them."""


class About(StrEnum):
    """What was decided on."""

    FINDING = "finding"
    RULE = "rule"
    """Everything that a rule says of one subject."""
    ITEM = "item"
    NAMES = "names"
    MOVE = "move"
    DEADLINE = "deadline"
    EMBARGO = "embargo"
    SLUG = "slug"
    SECTION = "section"
    ENGLISH = "variant"
    FACT = "fact"
    HANDS = "hands"
    """In whose hands the story is: several took it without knowing of each other."""


DESCRIBED = frozenset({About.SLUG, About.SECTION, About.ENGLISH, About.FACT})
"""What a story is called and told as: one of two stands meanwhile, the same in every copy, for a story has one."""
_NAMED = {Done.RENAMED: About.SLUG, Done.REASSIGNED: About.SECTION}
_DATES = {Done.DEADLINE_SET: About.DEADLINE, Done.EMBARGOED: About.EMBARGO}
_TICKS = frozenset({Done.TICKED, Done.UNTICKED})
Thing: TypeAlias = tuple[About, str]
Said: TypeAlias = tuple[str, ...]
"""What a decision comes to, as plain words that can be compared."""


@dataclass(frozen=True, slots=True)
class Opposite:
    """One thing that was decided differently; `sides` are the decisions that count, the last one of each side.

    `settling` are what settles the thing by each side (a waiver, a tick, an answer), None where it is open; `dropped`
    what the others decided without knowing of a side: what goes where that side is taken.
    """

    about: About
    key: str
    sides: tuple[Decision, ...]
    settling: tuple[Decision | None, ...] = field(default=(), compare=False)
    dropped: tuple[frozenset[str], ...] = field(default=(), compare=False)

    @property
    def name(self) -> str:
        """Return what names it for an answer: another one as soon as anybody decided again."""
        return f"decided:{self.about}:{'+'.join(side.id for side in self.sides)}"


@dataclass(frozen=True, slots=True)
class DecidedApart:
    """What several strands decided on one story, weighed against each other."""

    opposites: tuple[Opposite, ...] = ()
    """What was decided differently, in an order that every copy comes to."""
    idle: frozenset[str] = frozenset()
    """Moves that somebody else had made as well, and gone further: they take nothing back."""
    without: frozenset[str] = frozenset()
    """All that counts for nothing: idle moves, and until a person says what counts, what settles a thing."""


def decided_apart(strands: Strands, former: Mapping[str, str] = MappingProxyType({})) -> DecidedApart:
    """Return what was decided differently on one story, and what does not count."""
    if len([strand for strand, entries in strands.items() if entries]) < 2:
        return DecidedApart()
    things: dict[Thing, list[Decision]] = {}
    in_order = in_one_order(strands, former)
    for decision in in_order:
        if (thing := _thing(decision)) is not None:
            things.setdefault(thing, []).append(decision)
    sights = Sights(strands, former)
    several = {thing: of for thing, of in sorted(things.items()) if len(of) > 1}
    found = tuple(one for thing, of in several.items() if (one := _opposite(thing, of, sights)) is not None)
    idle = _idle(several.get((About.MOVE, ""), ()), sights)
    open_ = {(one.about, one.key) for one in found if one.about not in DESCRIBED} - {(About.MOVE, "")}
    without = idle.union(d.id for thing in open_ for d in things[thing])
    return DecidedApart((*found, *_hands(in_order, sights, without)), idle, without)


def _hands(in_order: Sequence[Decision], sights: Sights, without: Collection[str]) -> tuple[Opposite, ...]:
    """Return the question in whose hands a story is, where several people took it apart."""
    taken = taken_apart([decision for decision in in_order if decision.id not in without], sights)
    sides = tuple(sorted(taken, key=lambda decision: decision.id))
    return (Opposite(About.HANDS, "", sides, (None,) * len(sides)),) if len(sides) > 1 else ()


def _thing(decision: Decision) -> Thing | None:
    """Return what a decision is on; None for what nobody can contradict."""
    if decision.done in _DATES:
        return _DATES[decision.done], ""
    if decision.done in _NAMED or decision.done is Done.DESCRIBED:
        return _described(decision)
    if decision.done in MOVES_ALONE and decision.done not in _BY_ITSELF:
        return About.MOVE, ""
    if decision.answer is not None:
        return About.NAMES, "\n".join(sorted((decision.answer.first, decision.answer.second)))
    if decision.fingerprint and decision.scope is Scope.HERE:
        return About.FINDING, decision.fingerprint
    if decision.rule:
        return About.RULE, "\n".join(decision.key)
    is_tick = decision.done in _TICKS or decision.done is Done.UNDONE
    return (About.ITEM, decision.item) if is_tick and decision.item else None


def _described(decision: Decision) -> Thing | None:
    if decision.done is Done.DESCRIBED:
        fact = str(decision.note.get("fact", ""))
        return (About.FACT, fact) if fact else (About.ENGLISH, "")
    about = _NAMED[decision.done]
    return (about, "") if str(about) in decision.note else None


def said_of_it(decision: Decision, about: About) -> str:
    """Return the slug, section, English or fact that an entry gave a story."""
    return str(decision.note.get("words" if about is About.FACT else str(about), ""))


def _opposite(thing: Thing, decisions: Sequence[Decision], sights: Sights) -> Opposite | None:
    last = sights.last_of(decisions)
    if len(last) < 2:
        return None
    known = {one.id: sights.known_to(one, decisions) for one in last}
    sides = _apart(last, known) if thing[0] is About.MOVE else _different(last, known, thing[0])
    if len(sides) < 2:
        return None
    settling = tuple(_settling(known[side.id]) for side in sides)
    dropped = tuple(_unknown(known[side.id], [known[one.id] for one in sides]) for side in sides)
    return Opposite(*thing, tuple(sides), settling, dropped)


def _unknown(mine: Iterable[Decision], everybodys: Iterable[Iterable[Decision]]) -> frozenset[str]:
    return frozenset(d.id for of in everybodys for d in of) - frozenset(d.id for d in mine)


def _different(last: Sequence[Decision], known: Mapping[str, Sequence[Decision]], about: About) -> list[Decision]:
    """Return one decision for each thing that was said, none where all say the same."""
    said: dict[Said, Decision] = {}
    for one in sorted(last, key=lambda decision: decision.id):
        said.setdefault(_comes_to(known[one.id], about), one)
    return sorted(said.values(), key=lambda decision: decision.id)


def _comes_to(decisions: Sequence[Decision], about: About) -> Said:
    if about in DESCRIBED:
        return (said_of_it(decisions[-1], about),)
    if about in (About.DEADLINE, About.EMBARGO):
        return (str(decisions[-1].note.get(str(about))),)
    settled = _settling(decisions)
    if settled is None:
        return ("open",)
    return ("stands",) if settled.answer is None else (str(settled.answer.verdict), settled.answer.first)


def _settling(decisions: Sequence[Decision]) -> Decision | None:
    """Return what settles a thing after these decisions; None where it is open."""
    standing = not_undone(decisions)
    return standing[-1] if standing and _settles(standing[-1]) else None


def _apart(last: Sequence[Decision], known: Mapping[str, Sequence[Decision]]) -> list[Decision]:
    """Return the moves that lead to different places; whoever only went further on the same way asks nobody."""
    ways = {one.id: [_step(d) for d in without_dropped(known[one.id])] for one in last}
    kept: list[Decision] = []
    for one in sorted(last, key=lambda decision: (-len(ways[decision.id]), decision.id)):
        mine = ways[one.id]
        if not any(ways[other.id][: len(mine)] == mine for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda decision: decision.id)


def _idle(moves: Sequence[Decision], sights: Sights) -> frozenset[str]:
    """Return the moves of those who went less far on the way that another one went."""
    last = sights.last_of(moves)
    if len(last) < 2:
        return frozenset()
    known = {one.id: sights.known_to(one, moves) for one in last}
    kept = _apart(last, known)
    further = frozenset(d.id for one in kept for d in known[one.id])
    return frozenset(d.id for one in last for d in known[one.id]) - further


def _step(move: Decision) -> Said:
    return str(move.done), str(move.state)


def to_take_back(one: Opposite, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return what settles a thing on any side and still stands: taken back where a person says that it is open."""
    mine = [decision for decision in decisions if _thing(decision) == (one.about, one.key)]
    return tuple(decision for decision in not_undone(mine) if _settles(decision))


def _settles(decision: Decision) -> bool:
    return decision.done in STANDING or decision.done in (Done.TICKED, Done.ANSWERED)
