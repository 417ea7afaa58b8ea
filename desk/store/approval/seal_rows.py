"""Seals as rows: written with the approval, read from what was signed and from nothing beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Text, bindparam, desc, insert, select, type_coerce

from desk.errors import KnownError
from desk.review.decisions import Done, InForce
from desk.review.people import Actor, actor, kept_id
from desk.review.seal import Seal, parsed
from desk.review.seal_form import plain_of
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.codec import runs_to_plain
from desk.store.records.trail_entries import chains_in_order
from desk.store.records.values import CheckRun
from desk.text.moments import from_micros, iso

_seals = tables.seals
SEAL_COLUMNS = (
    *(column for column in _seals.c if column.name not in {"run", "kinds", "made", "waivers", "acknowledged"}),
    *(type_coerce(_seals.c[name], Text).label(name) for name in ("made", "waivers", "acknowledged")),
)
"""What a seal is read from, and what stands beside it; what only old ones have is read with them alone."""
_OF_STORY = select(*SEAL_COLUMNS).where(_seals.c.story == bindparam("story")).order_by(desc(_seals.c.number))
_NOT_OURS = "Another program wrote into the seal: what was signed cannot be read any more."


def last_seal(connection: Connection, story: str) -> Seal | None:
    """Return the last seal of a story, within the transaction: that of the last approval where there is one."""
    rows = connection.execute(_OF_STORY, {"story": story}).all()
    chains = chains_in_order(connection, story, Done.APPROVED) if len(rows) > 1 else ()
    if not chains:
        return seal_of(rows[0]) if rows else None
    seals = [seal_of(row) for row in rows]
    order = {chain: place for place, chain in enumerate(chains, 1)}
    return max(seals, key=lambda seal: order.get(seal.chain, 0), default=None)


def seal_of(row: AnyRow) -> Seal:
    """Return the row as a value: by what was signed, and only for an unsigned old one by its columns."""
    if row.payload:
        try:
            return parsed(row.payload, row.signature)
        except KnownError:  # another program wrote into what was signed
            return Seal(row.story, row.sha256, row.run_digest, actor(row.person, row.who), fault=_NOT_OURS, id=row.id)
    try:
        return _unsigned(row)
    except (ValueError, TypeError, OverflowError):
        return Seal(row.story, row.sha256, row.run_digest, actor(row.person, row.who), fault=_NOT_OURS, id=row.id)


def _unsigned(row: AnyRow) -> Seal:
    waivers, acknowledged = (tuple(map(str, plain_of(words))) for words in (row.waivers, row.acknowledged))
    who, when = actor(row.person, row.who), from_micros(int(row.made))
    return Seal(row.story, row.sha256, row.run_digest, who, waivers, acknowledged, when, row.id)


def write_seal(connection: Connection, seal: Seal, run: CheckRun | None) -> None:
    """Write a seal with the run that it speaks of."""
    write_seal_as(connection, seal, [] if run is None else runs_to_plain(run.runs.values()))


def write_seal_as(connection: Connection, seal: Seal, found: Sequence[Any]) -> None:
    """Write a seal with what the checks had found, as plain values."""
    connection.execute(
        insert(_seals).values(
            id=seal.id,
            story=seal.story,
            sha256=seal.sha256,
            run_digest=seal.run_digest,
            run=list(found),
            waivers=list(seal.waivers),
            acknowledged=list(seal.acknowledged),
            who=seal.who.name,
            made=seal.when,
            headline=seal.headline,
            rules=seal.rules,
            engine=seal.engine,
            map_digest=seal.map_digest,
            furniture_digest=seal.furniture_digest,
            kinds=[list(pair) for pair in seal.kinds],
            person=kept_id(seal.who),
            key=seal.key,
            signature=seal.signature,
            payload=seal.payload,
            place=seal.place,
        )
    )


def signature_fault(seal: Seal, public: str, who: Actor) -> str:
    """Return why the signature proves nothing by a public key and its owner; empty if it is sound."""
    if seal.fault:
        return seal.fault
    if not seal.payload:  # such a row anybody could write
        return f"{seal.who} approved it before seals were signed: approve it again."
    from desk.review.signing import fingerprint, proved

    if fingerprint(public) != seal.key or not proved(seal.payload, seal.signature, public):
        return f"The seal was altered after {who} signed it, or is not signed by that key."
    if who != seal.who:
        return f"The seal names {seal.who}, but it was signed with the key of {who}."
    return ""


def waiver_lines(force: InForce, run: CheckRun) -> list[Mapping[str, str]]:
    """Return the waivers that cover findings of the run, as a seal tells them."""
    findings = [finding for item in run.runs.values() for finding in item.findings]
    return [
        {
            "id": d.id,
            "item": d.item,
            "rule": d.rule,
            "about": d.subject,
            "reason": d.reason,
            "who": d.who.name,
            "when": iso(d.when),
        }
        for d in force.waivers(findings)
    ]
