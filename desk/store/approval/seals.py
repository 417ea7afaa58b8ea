"""Seals in the database: written with the approval, read from what was signed, weighed against what is there now."""

from collections.abc import Mapping

from sqlalchemy import Connection, desc, insert, select

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.review.decisions import InForce
from desk.review.people import actor, kept_id
from desk.review.seal import Seal, SealStatus, kinds_plain, parsed, text_digest
from desk.review.states import State
from desk.review.words import STATES, words_for
from desk.store.approval.keys import PublicKey, key_of
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow
from desk.store.records.codec import kinds_from_plain, runs_from_plain, runs_to_plain
from desk.store.records.story_rows import row_of, text_of
from desk.store.records.trail_entries import in_force
from desk.store.records.values import CheckRun
from desk.text.moments import date_alone, iso
from desk.text.words import plural

_seals = tables.seals


class Seals:
    """The room of seals; they are made by `reviews.approve` alone."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def last(self, story: str) -> Seal | None:
        """Return the last seal of a story, whether it stands or not; None if the story was never approved."""
        with self._access.reading() as connection:
            return last_seal(connection, story)

    def on_text(self, sha256: str) -> list[Seal]:
        """Return every seal on the text with this digest, the newest first."""
        wanted = select(_seals).where(_seals.c.sha256 == sha256).order_by(desc(_seals.c.number))
        with self._access.reading() as connection:
            return [seal_of(row) for row in connection.execute(wanted)]

    def run(self, seal: Seal) -> dict[Item, ItemRun]:
        """Return what the checks said when the seal was made, for the report."""
        with self._access.reading() as connection:
            plain = connection.execute(select(_seals.c.run).where(_seals.c.id == seal.id)).scalar()
        return runs_from_plain(plain or [])

    def status(self, story: str) -> SealStatus | None:
        """Return whether the last approval stands, by what is in the database at this moment; None without one."""
        with self._access.reading() as connection:
            return status_of(connection, row_of(connection, story), in_force(connection, story))

    def proof(self, seal: Seal) -> tuple[str, str]:
        """Return why the signature proves nothing, and what else should be known of its key; both mostly empty."""
        with self._access.reading() as connection:
            key = key_of(connection, seal.key) if seal.key else None
        return unproved(seal, key)


def last_seal(connection: Connection, story: str) -> Seal | None:
    """Return the last seal of a story, within the transaction."""
    wanted = select(_seals).where(_seals.c.story == story).order_by(desc(_seals.c.number)).limit(1)
    row = connection.execute(wanted).first()
    return None if row is None else seal_of(row)


def seal_of(row: AnyRow) -> Seal:
    """Return the row as a value: by what was signed, and only for an unsigned old one by its columns."""
    if row.payload:
        return parsed(row.payload, row.signature)
    waivers, acknowledged = tuple(row.waivers), tuple(row.acknowledged)
    return Seal(
        row.story, row.sha256, row.run_digest, actor(row.person, row.who), waivers, acknowledged, row.made, row.id
    )


def write_seal(connection: Connection, seal: Seal, run: CheckRun | None) -> None:
    """Write a seal with the run that it speaks of."""
    connection.execute(
        insert(_seals).values(
            id=seal.id,
            story=seal.story,
            sha256=seal.sha256,
            run_digest=seal.run_digest,
            run=[] if run is None else runs_to_plain(run.runs.values()),
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


def status_of(connection: Connection, row: AnyRow, force: InForce) -> SealStatus | None:
    """Return whether the last approval of the story stands; None where it was never approved, by hand neither."""
    seal = last_seal(connection, row.id)
    if seal is None:
        if row.state != State.APPROVED:
            return None
        why = "Another program wrote “Approved” into the database: no approval of the trail led there."
        return SealStatus(False, why, "", row.changed, row.sha256, "")
    why, remark = unproved(seal, key_of(connection, seal.key) if seal.key else None)
    why = _trail_differs(connection, seal) or why or changed(connection, row, seal)
    why = why or waivers_gone(force, seal) or _moved_on(row, force, seal)
    waivers, unchecked = len(seal.waivers), seal.unchecked
    return SealStatus(
        stands=not why,
        why_void=why,
        who=seal.who.name,
        when=seal.when,
        sha256=seal.sha256,
        id=seal.id,
        waivers=waivers,
        unchecked=unchecked,
        remark=remark,
    )


def changed(connection: Connection, row: AnyRow, seal: Seal) -> str:
    """Return what of the story is not what was sealed, in one sentence; empty where all of it is."""
    if text_digest(text_of(connection, row.sha256)) != row.sha256:
        return "The stored text was changed by another program behind the back of its digest."
    if row.sha256 != seal.sha256:
        return f"The text was edited after {seal.who} approved it."
    if not seal.payload:
        return ""  # an old seal is bound to the text alone
    if kinds_plain(kinds_from_plain(row.kinds)) != seal.kinds or row.format != seal.format:
        return f"The copy map was changed after {seal.who} approved it."
    if row.headline != seal.headline:
        return f"The headline was changed after {seal.who} approved it."
    return ""


def waivers_gone(force: InForce, seal: Seal) -> str:
    """Return whether waivers that were sealed are no longer in force, in one sentence; empty where all are."""
    listed = {decision.id for decision in force.listed}
    gone = [waiver for waiver in seal.waivers if waiver not in listed]
    many = plural(len(gone), "waiver was", "waivers were")
    return f"{many} taken back after {seal.who} approved it." if gone else ""


def _moved_on(row: AnyRow, force: InForce, seal: Seal) -> str:
    if force.stand.state != State.APPROVED:
        if row.state == State.APPROVED:
            return "Another program wrote “Approved” into the database: the last move of the trail leads elsewhere."
        if force.stand.voided:
            return f"The story was edited after {seal.who} approved it, and needs another approval."
        return f"The story was taken up again after {seal.who} approved it."
    if row.state != State.APPROVED:
        return (
            f"Another program wrote “{words_for(STATES, row.state)}” into the database: no move of the trail led there."
        )
    return ""


def _trail_differs(connection: Connection, seal: Seal) -> str:
    if not seal.payload:
        return ""
    wanted = select(tables.decisions.c.chain).where(tables.decisions.c.place == seal.place)
    if connection.execute(wanted).scalar() == seal.chain:
        return ""
    return "The trail is not the one that was sealed: `copydesk store check` says which entry differs."


def unproved(seal: Seal, key: PublicKey | None) -> tuple[str, str]:
    """Return why the signature proves nothing (empty if it does), and what should be known of the key."""
    if not seal.payload:  # such a row anybody could write
        return f"{seal.who} approved it before seals were signed: approve it again.", ""
    if key is None:
        return f"The seal was signed by somebody this desk does not know (key {seal.key[:16]}).", ""
    from desk.review.signing import fingerprint, proved

    if fingerprint(key.public) != key.fingerprint or not proved(seal.payload, seal.signature, key.public):
        return f"The seal was altered after {key.who} signed it, or is not signed by that key.", ""
    if key.who != seal.who:
        return f"The seal names {seal.who}, but it was signed with the key of {key.who}.", ""
    if key.revoked is None:
        return "", ""
    told = f"The key of {key.who} was revoked on {date_alone(key.revoked)} by {key.revoked_by} ({key.why})"
    if seal.when >= key.revoked:
        return f"{told}, before this seal was made.", ""
    return "", f"{told}, after this seal was made."


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
