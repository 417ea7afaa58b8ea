"""Moves of a story from state to state, and the seals of approvals: each a decision and a new state in one step."""

from collections.abc import Collection

from sqlalchemy import Connection, desc, insert, select, update

from desk.checks.check import Item
from desk.engine import ItemRun
from desk.errors import KnownError
from desk.review.decisions import DONE_BY, Decision, Done, InForce
from desk.review.ids import now
from desk.review.people import Person
from desk.review.seal import Seal
from desk.review.states import Action, Stand, moved
from desk.store import tables
from desk.store.access import Access
from desk.store.codec import runs_from_plain, runs_to_plain
from desk.store.columns import AnyRow
from desk.store.decisions import append, in_force
from desk.store.rows import CheckRun, Story
from desk.store.runs import last_run
from desk.store.stories import row_of, story_of


class Reviews:
    """The room of review; the rules are in `desk.review.states`, the gate is the caller's to ask first."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def move(
        self, story: str, action: Action, person: Person, reason: str = "", acknowledged: Collection[str] = ()
    ) -> Story:
        """Make a move other than an approval, with the items it acknowledges; raises `KnownError` if not allowed."""
        if action is Action.APPROVE:
            raise ValueError("an approval needs a seal: use `approve`")
        with self._access.writing() as connection:
            row = row_of(connection, story, to_change=True)
            stand = moved(in_force(connection, story).stand, action, person, reason)
            _acknowledge(connection, row, person, acknowledged)
            return _moved(connection, row, action, stand, person, reason)

    def approve(self, person: Person, seal: Seal, reason: str = "") -> Story:
        """Approve the exact text that the seal names; raises `KnownError` if the story has another one by now."""
        with self._access.writing() as connection:
            row = row_of(connection, seal.story, to_change=True)
            force, run = in_force(connection, seal.story), last_run(connection, seal.story)
            stand = moved(force.stand, Action.APPROVE, person, reason)
            _agrees(row, run, force, seal)
            _acknowledge(connection, row, person, seal.acknowledged)
            _write_seal(connection, seal, run)
            return _moved(connection, row, Action.APPROVE, stand, person, reason)

    def seal(self, story: str) -> Seal | None:
        """Return the last seal, whether it still stands or not; None if the story was never approved."""
        wanted = (
            select(tables.seals).where(tables.seals.c.story == story).order_by(desc(tables.seals.c.number)).limit(1)
        )
        with self._access.reading() as connection:
            row = connection.execute(wanted).first()
        return None if row is None else _seal_of(row)

    def sealed_run(self, seal: Seal) -> dict[Item, ItemRun]:
        """Return what the checks said when the seal was made, for the report."""
        wanted = select(tables.seals.c.run).where(tables.seals.c.id == seal.id)
        with self._access.reading() as connection:
            return runs_from_plain(connection.execute(wanted).scalar() or [])


def _moved(connection: Connection, row: AnyRow, action: Action, stand: Stand, person: Person, reason: str) -> Story:
    when = now()
    decision = Decision(
        DONE_BY[action], row.id, person.name, reason=reason.strip(), state=stand.state, sha256=row.sha256, when=when
    )
    append(connection, decision)
    values = {"state": stand.state.value, "changed": when}
    connection.execute(update(tables.stories).where(tables.stories.c.id == row.id).values(values))
    return story_of(row_of(connection, row.id))


def _acknowledge(connection: Connection, row: AnyRow, person: Person, items: Collection[str]) -> None:
    for item in items:
        append(connection, Decision(Done.ACKNOWLEDGED, row.id, person.name, item=item, sha256=row.sha256))


def _agrees(row: AnyRow, run: CheckRun | None, force: InForce, seal: Seal) -> None:
    """Raise `KnownError` unless the seal speaks of what is in the database at this moment."""
    if row.sha256 != seal.sha256:
        raise KnownError(f"“{row.slug}” was changed meanwhile: read the new text, then approve that.")
    if run is None or run.sha256 != seal.sha256 or run.digest != seal.run_digest:
        raise KnownError(f"The checks of “{row.slug}” say something else by now: look at the checklist, then approve.")
    findings = [finding for item in run.runs.values() for finding in item.findings]
    if seal.waivers != tuple(waiver.id for waiver in force.waivers(findings)):
        raise KnownError(f"The waivers of “{row.slug}” were changed meanwhile: look at them, then approve.")


def _write_seal(connection: Connection, seal: Seal, run: CheckRun | None) -> None:
    connection.execute(
        insert(tables.seals).values(
            id=seal.id,
            story=seal.story,
            sha256=seal.sha256,
            run_digest=seal.run_digest,
            run=[] if run is None else runs_to_plain(run.runs.values()),
            waivers=list(seal.waivers),
            acknowledged=list(seal.acknowledged),
            who=seal.who,
            made=seal.when,
            headline="",
            rules="",
            engine="",
            map_digest="",
            furniture_digest="",
            kinds=[],
            person="",
            key="",
            signature="",
            payload="",
            place=0,
        )
    )


def _seal_of(row: AnyRow) -> Seal:
    return Seal(
        row.story, row.sha256, row.run_digest, row.who, tuple(row.waivers), tuple(row.acknowledged), row.made, row.id
    )
