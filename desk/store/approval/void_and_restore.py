"""An approval falls with any edit and comes back with the very text: looked at after each write to a story."""

from sqlalchemy import Connection, update

from desk.review.decisions import Decision, Done
from desk.review.people import NO_ONE, Actor
from desk.review.states import State, edited
from desk.review.words import STATES, words_for
from desk.store.approval.desk_trail import DeskRead
from desk.store.approval.seal_rows import last_seal
from desk.store.approval.sealed_entries import is_from_elsewhere
from desk.store.approval.standing import broken, proof_of, status_of
from desk.store.database import tables
from desk.store.database.columns import AnyRow
from desk.store.records.story_rows import row_of
from desk.store.records.trail_entries import append, in_force
from desk.text.moments import now

_table = tables.stories
OUTSIDE = "another program changed the database"


def settle(connection: Connection, story: str, who: Actor) -> Done | None:
    """Void the approval if the story is not what was sealed, bring it back if it is again; returns what was done.

    Waivers that were sealed are part of it: one that is taken back takes the approval along.
    """
    row = row_of(connection, story)
    seal = last_seal(connection, story) if row.state == State.APPROVED or row.sha256 else None
    if seal is None:
        return None
    if row.state == State.APPROVED:
        return _void(connection, row, who) if broken(connection, row, in_force(connection, story), seal) else None
    if row.sha256 != seal.sha256 or not in_force(connection, story).stand.voided:
        return None
    if seal.payload and row.headline != seal.headline:  # the headline is read from the text: the old one with the old
        connection.execute(update(_table).where(_table.c.id == story).values(headline=seal.headline))
        row = row_of(connection, story)
    if proof_of(DeskRead(connection), seal)[0] or broken(connection, row, in_force(connection, story), seal):
        return None
    _write(connection, row, State.APPROVED, seal.id)
    append(connection, Decision(Done.RESTORED, story, who, state=State.APPROVED, sha256=row.sha256))
    return Done.RESTORED


def put_right(connection: Connection, story: str) -> str:
    """Make the story's state what the trail says, void what was edited by another program; returns what was wrong.

    One sentence, or nothing where all was in order. Nothing that another program wrote counts as a move.
    """
    row = row_of(connection, story, to_change=True)  # else a move that ends in between looks like another program
    stand = in_force(connection, story).stand
    said = ""
    if row.state != stand.state:
        wrote, is_ = words_for(STATES, row.state), words_for(STATES, stand.state)
        said = f"Another program wrote “{wrote}” into the database; by the trail the story is “{is_}”."
        seal = last_seal(connection, story) if stand.state == State.APPROVED else None
        _write(connection, row, stand.state, "" if seal is None else seal.id)
        row = row_of(connection, story)
    if row.state == State.APPROVED:
        status = status_of(DeskRead(connection), row, in_force(connection, story))
        if status is not None and not status.stands and not _only_unknown_here(connection, row):
            _void(connection, row, NO_ONE, OUTSIDE)
            said = f"{status.why_void} The approval no longer stands."
    return said


def _only_unknown_here(connection: Connection, row: AnyRow) -> bool:
    """Return whether an approval from elsewhere is whole, and only its key counts nothing here: it may count there."""
    seal = last_seal(connection, row.id)
    if seal is None or not is_from_elsewhere(connection, seal):
        return False
    return not broken(connection, row, in_force(connection, row.id), seal)


def _void(connection: Connection, row: AnyRow, who: Actor, reason: str = "") -> Done:
    stand = edited(in_force(connection, row.id).stand)
    _write(connection, row, stand.state, "")
    decision = Decision(Done.VOIDED, row.id, who, reason=reason, sha256=row.sha256)
    append(connection, decision)
    return Done.VOIDED


def _write(connection: Connection, row: AnyRow, state: str, seal: str) -> None:
    values = {"state": str(state), "seal": seal, "changed": now()}
    connection.execute(update(_table).where(_table.c.id == row.id).values(values))
