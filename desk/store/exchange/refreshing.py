"""A story's row made what versions and entries say, after something came from elsewhere: the same in every copy."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, update

from desk.exchange.bag import StoryCard
from desk.exchange.graph import line_up
from desk.exchange.holding import holding
from desk.exchange.opposites import About, Opposite, decided_apart
from desk.exchange.order import in_one_order
from desk.exchange.set_by_entries import TELLING, moment_of, set_by, with_facts
from desk.review.decisions import Done
from desk.review.people import Actor
from desk.review.states import State
from desk.store.approval.seal_rows import last_seal
from desk.store.approval.void_and_restore import settle
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.codec import kinds_from_plain
from desk.store.records.story_rows import row_of, text_of
from desk.store.records.trail_entries import force_of, recount, strands_on
from desk.store.records.version_graph import Graph, graph_of
from desk.text.block_roles import BlockRoles
from desk.text.blocks import Kind
from desk.text.moments import now

_table = tables.stories
HeadlineOf = Callable[[str, str, Mapping[int, Kind], BlockRoles], str]
"""The headline of a text, by its format, kinds set by hand and roles."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How a story stands after it was laid together: whether its text went on, stands apart, lost its approval."""

    forward: bool = False
    apart: bool = False
    voided: bool = False


def refresh(connection: Connection, card: StoryCard, who: Actor, headline_of: HeadlineOf) -> Refreshed:
    """Bring a story's row up to date: its text, its state and what is set of it."""
    story = card.id
    row, graph = row_of(connection, story, to_change=True), graph_of(connection, story)
    current = _current(graph, graph.numbered(row.version))
    forward = current != graph.numbered(row.version)
    roles = _both(row.roles, card.roles)
    values = {"roles": [list(pair) for pair in roles], "apart": graph.texts_apart(), "changed": now()}
    if forward:
        values |= _text_values(connection, row, graph.rows[current], roles, headline_of)
    _write(connection, story, values)
    return Refreshed(forward, graph.texts_apart() > 0, restate(connection, story, who) is Done.VOIDED)


def restate(connection: Connection, story: str, who: Actor) -> Done | None:
    """Bring up to date what entries say of a story, and look after its approval; returns what was done to that."""
    strands, former = strands_on(connection, story)
    found = decided_apart(strands, former)
    in_order = in_one_order(strands, former)
    counting = (decision for decision in in_order if decision.id not in found.without)
    row = row_of(connection, story)
    values = {
        **set_by(counting),
        **holding(strands, former, found.without, owner=row.owner_id).columns,
        **_meanwhile(found.opposites),
        "opposites": len(found.opposites),
    }
    if any(decision.done in TELLING for decision in in_order):
        values["details"] = with_facts(row.details, in_order)
    force = force_of(connection, story, strands, in_order, found)
    stand = force.stand
    seal = last_seal(connection, story) if stand.state == State.APPROVED else None
    values |= {"state": str(stand.state), "seal": "" if seal is None else seal.id}
    if seal is not None and seal.payload and seal.sha256 == row.sha256:
        values["headline"] = seal.headline  # read from the very text, where it was approved
    _write(connection, story, values)
    settled = settle(connection, story, who)
    recount(connection, story, force if settled is None else None)
    return settled


def _current(graph: Graph, here: str) -> str:
    """Return the version that a story stands at: the one it stood at, unless others were made from it."""
    tops = graph.tops()
    if here in tops:
        return here
    behind = [top for top in tops if not here or here in line_up(graph.parents, top)]
    return min(behind or tops)


def _text_values(
    connection: Connection, row: AnyRow, version: AnyRow, roles: BlockRoles, headline_of: HeadlineOf
) -> dict[str, Any]:
    text = text_of(connection, version.sha256)
    headline = headline_of(text, row.format, kinds_from_plain(version.kinds), roles)
    values = {"version": version.number, "sha256": version.sha256, "kinds": version.kinds, "links": version.links}
    return {**values, "headline": headline}


def _both(here: Iterable[Iterable[str]], there: BlockRoles) -> BlockRoles:
    """Return what documents said of blocks, by both: by the digest of their words, so they stand beside one another."""
    said = {digest: (digest, role) for digest, role in [*there, *here]}
    return tuple(said[digest] for digest in sorted(said))


def _meanwhile(found: Iterable[Opposite]) -> dict[str, Any]:
    """Return what holds until a person says which of two dates counts: the earlier deadline, the later embargo."""
    values: dict[str, Any] = {}
    for one in found:
        dates = [moment for side in one.sides if (moment := moment_of(side.note.get(str(one.about)))) is not None]
        if one.about is About.DEADLINE:
            values["deadline"] = min(dates)
        elif one.about is About.EMBARGO:
            values["embargo"] = max(dates)
    return values


def _write(connection: Connection, story: str, values: Mapping[str, Any]) -> None:
    connection.execute(update(_table).where(_table.c.id == story).values(dict(values)))
