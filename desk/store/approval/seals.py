"""The room of seals: read, weighed against what is in the database at this moment, and told of."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import desc, select

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.review.decisions import Decision, Done
from desk.review.rules import RULES_BY, moved_by_other_rules
from desk.review.seal import Seal, SealStatus
from desk.store.approval.desk_trail import DeskRead
from desk.store.approval.seal_rows import SEAL_COLUMNS, last_seal, seal_of
from desk.store.approval.standing import proof_of, status_of, without_story
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.records.codec import runs_from_plain
from desk.store.records.story_rows import row_of
from desk.store.records.trail_entries import decisions_on, in_force

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
        """Return every seal on the text with this digest, by what was signed, the newest first."""
        wanted = select(*SEAL_COLUMNS).where(_seals.c.sha256 == sha256).order_by(desc(_seals.c.number))
        with self._access.reading() as connection:
            found = [seal_of(row) for row in connection.execute(wanted)]
        return [seal for seal in found if seal.sha256 == sha256]

    def run(self, seal: Seal) -> dict[Item, ItemRun]:
        """Return what the checks said when the seal was made, for the report."""
        with self._access.reading() as connection:
            plain = connection.execute(select(_seals.c.run).where(_seals.c.id == seal.id)).scalar()
        return runs_from_plain(plain or [])

    def status(self, story: str) -> SealStatus | None:
        """Return whether the last approval stands, by what is in the database at this moment; None without one."""
        with self._access.reading() as connection:
            status = status_of(DeskRead(connection), row_of(connection, story), in_force(connection, story))
            return None if status is None else _with_rules(status, decisions_on(connection, story))

    def proof(self, seal: Seal) -> tuple[str, str]:
        """Return why the seal proves nothing here, and what else should be known of its key; both mostly empty.

        Of a story that is not here nobody can say what came first: key and role must count now.
        """
        with self._access.reading() as connection:
            here = select(tables.stories.c.id).where(tables.stories.c.id == seal.story)
            if connection.execute(here).first() is None:
                return without_story(connection, seal), ""
            return proof_of(DeskRead(connection), seal)


def _with_rules(status: SealStatus, decisions: Sequence[Decision]) -> SealStatus:
    """Return the status with what should be known of the rules that the story came to its approval by."""
    approved = [nth for nth, decision in enumerate(decisions) if decision.done is Done.APPROVED]
    if not approved:
        return status
    by = str(decisions[approved[-1]].note.get(RULES_BY, ""))
    remark = moved_by_other_rules(decisions[: approved[-1]], by) if by else ""
    return replace(status, remark=" ".join(filter(None, [status.remark, remark])))
