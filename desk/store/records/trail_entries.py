"""The entries of the trail within a transaction: appended in their place, folded, and counted for the queue."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Text, bindparam, insert, or_, select, type_coerce, update

from desk.checking.checklist import Standing, line_of
from desk.checking.overlaps import told_once
from desk.checks.check import Item, Severity
from desk.errors import KnownError
from desk.exchange.bag import BagEntry
from desk.exchange.holding import holding
from desk.exchange.opposites import DecidedApart, decided_apart
from desk.exchange.order import SEEN, in_one_order
from desk.exchange.sights import Strands
from desk.review.decisions import DROPPED, Decision, Done, InForce, Scope, fold, without_dropped
from desk.review.people import actor, kept_id
from desk.review.states import State
from desk.review.trail import NO_WORDS, End, link
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.codec import answer_from_plain, answer_to_plain, runs_from_plain
from desk.store.records.said_so_far import said_so_far
from desk.store.records.strand_rows import names_of_strands, others, sights

_table = tables.decisions
_ON_STORY = select(_table).where(_table.c.story == bindparam("story")).order_by(_table.c.number)
_THAT_COUNT = (
    select(_table)
    .where(or_(_table.c.story == bindparam("story"), _table.c.scope == Scope.DESK.value))
    .order_by(_table.c.number)
)
_END = select(tables.trail.c.place, tables.trail.c.chain).order_by(tables.trail.c.place.desc())
_END_TO_CHANGE = _END.with_for_update()
_MOVE_END, _ENTER = update(tables.trail), insert(_table)
_COUNT = update(tables.stories).where(tables.stories.c.id == bindparam("of"))
_FOUND = select(tables.runs.c.found).where(tables.runs.c.story == bindparam("story"))
"""Made once: nearly every verb asks them."""


def append(connection: Connection, decision: Decision) -> None:
    """Write one decision at the end of the trail, chained to the one before."""
    if seen := sights(connection, decision.story):
        decision = replace(decision, note={**decision.note, **_idle(connection, decision, seen), **seen})
    if decision.story and (said := said_so_far(connection, decision.story)):
        decision = replace(decision, note={**decision.note, **said})
    end = end_of(connection, to_change=True)
    place = end.place + 1
    chain = link(end.chain, decision, place)
    connection.execute(_MOVE_END, {"place": place, "chain": chain})
    connection.execute(
        _ENTER,
        {
            "place": place,
            "chain": chain,
            "spelt": dict(NO_WORDS),
            "person": kept_id(decision.who),
            "role": decision.role,
            "note": dict(decision.note),
            "id": decision.id,
            "story": decision.story,
            "done": str(decision.done),
            "who": decision.who.name,
            "reason": decision.reason,
            "scope": decision.scope.value,
            "fingerprint": decision.fingerprint,
            "rule": decision.rule,
            "subject": decision.subject,
            "item": decision.item,
            "state": str(decision.state or ""),
            "answer": answer_to_plain(decision.answer),
            "undoes": decision.undoes,
            "sha256": decision.sha256,
            "made": decision.when,
        },
    )
    if SEEN in seen:  # nobody decides apart on what was never elsewhere
        recount_apart(connection, decision.story)


def _idle(connection: Connection, decision: Decision, seen: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return for the note of a move which moves made apart before it count for nothing: later ones do not weigh it."""
    if decision.state is None or SEEN not in seen:
        return {}
    idle = decided_apart_on(connection, decision.story).idle
    return {DROPPED: sorted({*decision.note.get(DROPPED, ()), *idle})} if idle else {}


def end_of(connection: Connection, *, to_change: bool = False) -> End:
    """Return where the trail ends; `to_change` makes others wait with their entries until this transaction is done."""
    row = connection.execute(_END_TO_CHANGE if to_change else _END).first()
    if row is None:
        raise KnownError("The trail of decisions has lost its end: restore a backup (`copydesk store backups`).")
    return End(row.place, row.chain)


def decision_of(row: AnyRow) -> Decision:
    """Return the row as a value; raises `KnownError` for one that another program wrote words into that are none."""
    try:
        return _decision(row)
    except (ValueError, TypeError, IndexError) as error:
        raise KnownError(
            f"Entry {row.place} of the trail has words that are none of Copydesk's: another program wrote into it. "
            "Restore a backup (`copydesk store backups`)."
        ) from error


def _decision(row: AnyRow) -> Decision:
    return Decision(
        done=Done(row.done),
        story=row.story,
        who=actor(row.person, row.who),
        reason=row.reason,
        scope=Scope(row.scope),
        fingerprint=row.fingerprint,
        rule=row.rule,
        subject=row.subject,
        item=row.item,
        state=row.state or None,
        answer=answer_from_plain(row.answer),
        undoes=row.undoes,
        sha256=row.sha256,
        role=row.role,
        note=row.note,
        when=row.made,
        id=row.id,
    )


def in_force(connection: Connection, story: str) -> InForce:
    """Return what is in force for one story, within the transaction."""
    rows = connection.execute(_THAT_COUNT, {"story": story}).all()
    elsewhere = others(connection, story)
    if not elsewhere:
        return fold(decision_of(row) for row in rows)
    desk = [decision_of(row) for row in rows if row.story != story]
    strands, former = _strands(connection, [row for row in rows if row.story == story], elsewhere)
    return fold([*desk, *in_one_order(strands, former)], decided_apart(strands, former).without)


def force_of(
    connection: Connection, story: str, strands: Strands, order: Sequence[Decision], apart: DecidedApart
) -> InForce:
    """Return what is in force for a story of which `strands_on` and what it comes to is known already."""
    if sum(map(bool, strands.values())) < 2:
        return in_force(connection, story)
    for_all = _table.c.story != story, _table.c.scope == Scope.DESK.value
    rows = connection.execute(select(_table).where(*for_all).order_by(_table.c.number)).all()
    return fold([*map(decision_of, rows), *order], apart.without)


def decided_apart_on(connection: Connection, story: str) -> DecidedApart:
    """Return what people decided differently on a story without knowing of each other, and nobody answered yet."""
    elsewhere = others(connection, story)
    if not elsewhere:
        return DecidedApart()
    rows = connection.execute(_ON_STORY, {"story": story}).all()
    return decided_apart(*_strands(connection, rows, elsewhere))


def strands_on(connection: Connection, story: str) -> tuple[Strands, Mapping[str, str]]:
    """Return every decision on one story by the strand that it was made in, and the former names of our own."""
    rows = connection.execute(_ON_STORY, {"story": story}).all()
    return _strands(connection, rows, others(connection, story))


def recount_apart(connection: Connection, story: str) -> None:
    """Count again how much of a story was decided differently, and who took it besides, for the queue."""
    strands, former = strands_on(connection, story)
    found = decided_apart(strands, former)
    stories = tables.stories
    owner = connection.execute(select(stories.c.owner_id).where(stories.c.id == story)).scalar_one()
    held = holding(strands, former, found.without, owner=owner)
    values = {"opposites": len(found.opposites), "hands_too": held.columns["hands_too"]}
    connection.execute(update(stories).where(stories.c.id == story).values(values))


def decisions_on(connection: Connection, story: str) -> list[Decision]:
    """Return every decision on one story, undone ones too, in the one order that all databases come to."""
    rows = connection.execute(_ON_STORY, {"story": story}).all()
    elsewhere = others(connection, story)
    return _laid_together(connection, rows, elsewhere) if elsewhere else [decision_of(row) for row in rows]


def chains_in_order(connection: Connection, story: str, done: Done) -> list[str]:
    """Return the links of what was done to a story in the one order; nothing where all of it was done here."""
    elsewhere = others(connection, story)
    if not elsewhere:
        return []
    own = connection.execute(_ON_STORY, {"story": story}).all()
    links = {e.entry.decision.id: e.entry.chain for entries in elsewhere.values() for e in entries}
    links |= {row.id: row.chain for row in own}
    strands, former = _strands(connection, own, elsewhere)
    without = decided_apart(strands, former).without
    counting = [decision for decision in in_one_order(strands, former) if decision.id not in without]
    return [links[decision.id] for decision in without_dropped(counting) if decision.done is done]


def _laid_together(
    connection: Connection, own: Sequence[AnyRow], elsewhere: Mapping[str, Sequence[BagEntry]]
) -> list[Decision]:
    return in_one_order(*_strands(connection, own, elsewhere))


def _strands(
    connection: Connection, own: Sequence[AnyRow], elsewhere: Mapping[str, Sequence[BagEntry]]
) -> tuple[Strands, Mapping[str, str]]:
    """Return the entries on a story by strand, and the former names of our own."""
    names = names_of_strands(connection)
    strands = {
        strand: [(e.entry.place, _of_the_story(e.entry.decision)) for e in es] for strand, es in elsewhere.items()
    }
    former = {name: now for name, now in names.former.items() if name not in strands}
    strands[names.me] = [(row.place, decision_of(row)) for row in own]
    return strands, former


def _of_the_story(decision: Decision) -> Decision:
    """Return what was decided elsewhere as it counts here: for a whole desk only the desk itself decides."""
    return replace(decision, scope=Scope.STORY) if decision.scope is Scope.DESK else decision


def recount_all_told_of(connection: Connection, rule: str) -> None:
    """Count again every story in work whose last check told of this rule: something was decided for the whole desk.

    What is approved or spiked keeps its counts until it comes back to work; a desk has thousands of those.
    """
    told = type_coerce(tables.runs.c.found, Text).contains(f'"{rule}"', autoescape=True)
    ended = tables.stories.c.state.in_([State.APPROVED.value, State.SPIKED.value])
    found = select(tables.runs.c.story).join(tables.stories, tables.stories.c.id == tables.runs.c.story)
    for story in connection.scalars(found.where(~ended, told)).all():
        recount(connection, story)


def recount(connection: Connection, story: str, force: InForce | None = None) -> InForce:
    """Count the story's open findings again for the queue; returns what is in force, asked for unless it is known."""
    force = force or in_force(connection, story)
    row = connection.execute(_FOUND, {"story": story}).first()
    runs = told_once(runs_from_plain([] if row is None else row[0]))
    checked = [line_of(run, force.judge) for run in runs.values() if not run.unchecked]
    severities = Counter(finding.severity for line in checked for finding in line.open)
    tally = {
        "open": {line.item: len(line.open) for line in checked if line.open},
        "unchecked": [run.item.value for run in runs.values() if run.unchecked],
    }
    counts = {f"{severity.value}s": severities[severity] for severity in Severity}
    waived = {j.finding.fingerprint for line in checked for j in line.findings if j.standing is Standing.WAIVED}
    counts["waived"] = len(waived)
    counts["unchecked"] = len(Item) - len(checked)
    connection.execute(_COUNT, {"of": story, "tally": tally, **counts})
    return force
