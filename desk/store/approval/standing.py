"""Whether an approval stands: seal, signature, trail, text and decisions, each against what is in the database now."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from desk.errors import KnownError
from desk.review.decisions import Decision, Done, InForce
from desk.review.desk_then import DeskThen, KeyThen
from desk.review.people import ALONE, Role
from desk.review.seal import Seal, SealStatus, kinds_plain, text_digest
from desk.review.seal_form import plain_of
from desk.review.states import State
from desk.review.trail import TrailEntry
from desk.review.words import ROLES, STATES, to_slug, words_for
from desk.store.approval.desk_trail import DeskRead, desk_at
from desk.store.approval.emptied import said_empty
from desk.store.approval.seal_rows import last_seal, signature_fault
from desk.store.approval.sealed_entries import (
    SealedEntry,
    desk_behind,
    entry_of_seal,
    last_approval,
    revoked_unseen,
)
from desk.store.approval.version_digest import led_there
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.codec import digest_of_plain, kinds_from_plain
from desk.store.records.story_rows import text_of
from desk.store.records.version_graph import texts_apart
from desk.text.links import links_from
from desk.text.moments import date_alone
from desk.text.words import plural

_APPROVE = frozenset(Role) - {Role.KEEPER}
"""Roles that a desk's rules may let approve."""
_LATER = "The approval that counts has no seal: this one was given for an earlier one."
_TOLD_OF_A_WAIVER = ("item", "rule", "about", "reason", "who")


def status_of(desk: DeskRead, row: AnyRow, force: InForce) -> SealStatus | None:
    """Return whether the last approval of the story stands; None where it was never approved, by hand neither."""
    connection = desk.connection
    seal = last_seal(connection, row.id)
    if seal is None:
        if row.state != State.APPROVED:
            return None
        why = "Another program wrote “Approved” into the database: no approval of the trail led there."
        return SealStatus(False, why, "", row.changed, row.sha256, "")
    why, remark = proof_of(desk, seal)
    why = (
        why or broken(connection, row, force, seal) or _approved_later(connection, seal) or _moved_on(row, force, seal)
    )
    return SealStatus(
        stands=not why,
        why_void=why,
        who=seal.who.name,
        when=seal.when,
        sha256=seal.sha256,
        id=seal.id,
        waivers=len(seal.waivers),
        unchecked=seal.unchecked,
        remark=" ".join(sentence for sentence in (remark, seal.remark) if sentence),
    )


def proof_of(desk: DeskRead, seal: Seal) -> tuple[str, str]:
    """Return why a seal proves nothing here (by trail, key or signature), and what should be known of its key."""
    if not seal.payload:
        return signature_fault(seal, "", seal.who), ""
    try:
        sealed = entry_of_seal(desk.connection, seal)
        why, remark = _signed(desk, seal, sealed)
    except KnownError as error:
        return str(error), ""
    return _trail_differs(seal, sealed.entry) or why or _seen_differs(desk.connection, seal), remark


def _signed(at: DeskRead, seal: Seal, sealed: SealedEntry) -> tuple[str, str]:
    """Return why the signature proves nothing by the desk as it was at the place of the approval, and a remark."""
    desk, place = desk_behind(at, seal, sealed)
    now = at.at()
    key, later = desk.keys.get(seal.key), now.keys.get(seal.key)
    if key is None:
        known = "did not know yet" if later is not None else "does not know"
        return f"The seal was signed by somebody this desk {known} (key {seal.key[:16]}).", ""
    why = signature_fault(seal, key.public, key.who) or _may_not(seal, desk, key, place)
    return why or revoked_unseen(at, seal, sealed, later), _revoked_later(seal, later) or _by_itself(now, key)


def _may_not(seal: Seal, desk: DeskThen, key: KeyThen, place: int) -> str:
    """Return why whoever signed could not approve then, in one sentence."""
    if key.revoked is not None or (key.revoked_at is not None and seal.when >= key.revoked_at):
        return f"{_revoked(key)}, before this seal was made."
    if key.since is None:
        return (
            f"The key {key.fingerprint[:16]} of {key.who} was not confirmed by an administrator before it signed this."
        )
    told = plain_of(seal.payload)
    role, section = to_slug(told["who"]["role"]), told["story"]["section"]
    if (role == ALONE and not desk.is_set_up) or place < desk.as_found:  # of then, nobody knows the roles
        return ""
    if role not in desk.roles(seal.who.id, section) or role not in _APPROVE:
        return f"{seal.who} was no {words_for(ROLES, role)} who may approve when this seal was made, by the trail."
    return ""


def without_story(connection: Connection, seal: Seal) -> str:
    """Return why a seal of a story that is not here proves nothing, by people and keys of now, in one sentence."""
    desk = desk_at(connection)
    key = desk.keys.get(seal.key)
    if key is None:
        return f"The seal was signed by somebody this desk does not know (key {seal.key[:16]})."
    if why := signature_fault(seal, key.public, key.who):
        return why
    if key.revoked_at is not None:
        return (
            f"{_revoked(key)}, and whether this was signed before cannot be told: its story is not in this desk's "
            "database."
        )
    return _may_not(seal, desk, key, desk.as_found)


def _revoked_later(seal: Seal, key: KeyThen | None) -> str:
    return f"{_revoked(key)}, after this seal was made." if key is not None and key.revoked_at is not None else ""


def _by_itself(desk: DeskThen, key: KeyThen) -> str:
    """Return that a key counts though no administrator's signed it, where it is not the desk's first."""
    if key.fingerprint not in desk.roots[1:]:
        return ""
    return (
        f"The key {key.fingerprint[:16]} counts as an administrator's by itself: the one before it was revoked, and no "
        f"other could confirm it. Ask {key.who} whether it is theirs."
    )


def _revoked(key: KeyThen) -> str:
    on = "" if key.revoked_at is None else f" on {date_alone(key.revoked_at)}"
    return f"The key of {key.who} was revoked{on} by {key.revoked_by} ({key.why})"


def _seen_differs(connection: Connection, seal: Seal) -> str:
    """Return whether what the checks had found when the seal was given was changed; old seals kept none."""
    run = connection.execute(select(tables.seals.c.run).where(tables.seals.c.id == seal.id)).scalar()
    if run is None or digest_of_plain(seal.sha256, run) == seal.run_digest:
        return ""
    return f"What the checks had found when {seal.who} approved it was changed."


def broken(connection: Connection, row: AnyRow, force: InForce, seal: Seal) -> str:
    """Return what is not as it was sealed, in one sentence; empty where all is."""
    return (
        changed(connection, row, seal)
        or _apart(connection, row, seal)
        or waivers_gone(force, seal)
        or _runs_differ(connection, row)
        or _versions_differ(connection, seal)
    )


def _apart(connection: Connection, row: AnyRow, seal: Seal) -> str:
    if not texts_apart(connection, row.id):
        return ""
    return f"The story was changed in another place as well, and {seal.who} approved it without that."


def _versions_differ(connection: Connection, seal: Seal) -> str:
    """Return whether another program wrote into the versions that led to what was sealed; old seals name none."""
    signed = plain_of(seal.payload).get("versions") if seal.payload else None
    if signed is None or led_there(connection, seal.story, signed):
        return ""
    return "The versions that led to the approved text, or whose they are, were changed by another program."


def changed(connection: Connection, row: AnyRow, seal: Seal) -> str:
    """Return what of the story is not what was sealed, in one sentence; empty where all of it is."""
    if seal.story != row.id:
        return "The seal is another story's: another program put it here."
    if text_digest(text_of(connection, row.sha256)) != row.sha256:
        if gone := said_empty(connection, row.sha256):
            return f"The text was {gone}."
        return "The stored text was changed by another program behind the back of its digest."
    if row.sha256 != seal.sha256:
        return f"The text was edited after {seal.who} approved it."
    if not seal.payload:
        return ""  # an old seal is bound to the text alone
    if kinds_plain(kinds_from_plain(row.kinds)) != seal.kinds or row.format != seal.format:
        return f"The copy map was changed after {seal.who} approved it."
    if links_from(row.links) != seal.links:
        return f"Where words lead was changed after {seal.who} approved it."
    if row.headline != seal.headline:
        return f"The headline was changed after {seal.who} approved it."
    return ""


def waivers_gone(force: InForce, seal: Seal) -> str:
    """Return whether waivers are no longer those that were sealed, in one sentence; empty where all are."""
    listed = {decision.id: decision for decision in force.listed}
    gone = [waiver for waiver in seal.waivers if waiver not in listed]
    if gone:
        return f"{plural(len(gone), 'waiver was', 'waivers were')} taken back after {seal.who} approved it."
    signed = plain_of(seal.payload)["waivers"] if seal.payload and seal.waivers else []
    if any(_told(listed[each["id"]]) != {name: each[name] for name in _TOLD_OF_A_WAIVER} for each in signed):
        return f"A waiver is not the one that {seal.who} approved: another program wrote into it."
    return ""


def _told(waiver: Decision) -> Mapping[str, str]:
    return dict(
        zip(
            _TOLD_OF_A_WAIVER,
            (waiver.item, waiver.rule, waiver.subject, waiver.reason, waiver.who.name),
            strict=True,
        )
    )


def _runs_differ(connection: Connection, row: AnyRow) -> str:
    """Return whether what the checks found was changed behind its digest."""
    run = connection.execute(select(tables.runs).where(tables.runs.c.story == row.id)).first()
    if run is None or digest_of_plain(run.sha256, run.found) == run.digest:
        return ""
    return "What the checks found was changed by another program behind the back of its digest."


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


def _trail_differs(seal: Seal, entry: TrailEntry | None) -> str:
    """Return whether the trail has another entry where the seal speaks of its approval, in one sentence."""
    if entry is None:
        return "The trail is not the one that was sealed: `copydesk store check` says which entry differs."
    decision = entry.decision
    of_the_seal = (decision.story, decision.sha256, decision.who) == (seal.story, seal.sha256, seal.who)
    if decision.done is not Done.APPROVED or not of_the_seal:
        return f"Entry {seal.place} of the trail, which the seal speaks of, is no approval of this text by {seal.who}."
    return ""


def _approved_later(connection: Connection, seal: Seal) -> str:
    """Return whether the trail has a later approval of the story, which therefore lacks its seal."""
    if not seal.payload:
        return ""
    last = last_approval(connection, seal.story)
    return "" if last in ("", seal.chain) else _LATER
