"""What other copies did to people and keys, as proposals to the desk: kept as they were written, decided once.

Nothing is kept beside the trails: a proposal is an entry of another strand that changes something here, and what
was decided of it is an entry of the desk's own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.errors import KnownError
from desk.review.decisions import Decision, Done
from desk.review.desk_then import PAPERS, DeskThen
from desk.review.people import Actor
from desk.store.approval.desk_trail import Signer, desk_at, enter
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.records.strand_rows import names_of_strands, others

_PROPOSING = frozenset(
    {Done.PERSON_ADDED, Done.PERSON_CHANGED, Done.PERSON_LEFT, Done.KEY_ENTERED, Done.TEXT_EMPTIED, Done.PAPER_GIVEN}
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """One change that another copy made, with what people call that copy, and the name of whom it is about."""

    decision: Decision
    copy: str
    about: str = ""
    changes: Mapping[str, Any] | None = None
    """For a person who is changed: what would be another name, other initials or roles than here."""


class ProposedRows:
    """The room of proposals; who may decide is the caller's to ask (`services`)."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def waiting(self) -> list[Proposed]:
        """Return what nobody decided yet, by copy; nothing on a laptop, whose people and keys are its desk's."""
        with self._access.reading() as connection:
            names = names_of_strands(connection)
            if names.home:
                return []
            desk = desk_at(connection)
            called = {row.id: row.name for row in connection.execute(select(tables.strands))}
            found = others(connection, "").items()
            return [
                proposed
                for strand, entries in sorted(found)
                for decision in _last_ones(bagged.entry.decision for bagged in entries)
                if decision.id not in desk.decided
                and (proposed := _proposed(desk, decision, called.get(strand, ""))) is not None
            ]

    def decided(self, entry: str, taken: bool, by: Actor, signer: Signer | None) -> None:
        """Enter that a proposal was taken over or refused: it is not asked again. Raises where it does not count."""
        with self._access.writing() as connection:
            enter(connection, Done.PROPOSAL_DECIDED, entry, by, note={"taken": taken}, signer=signer)
            if entry not in desk_at(connection).decided:
                raise KnownError("Only an administrator whose key counts decides what other copies propose.")


def _last_ones(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the last change of each sort of each person or key; a key that was revoked there proposes nothing."""
    last: dict[tuple[str, str], Decision] = {}
    gone: set[str] = set()
    for decision in decisions:
        if decision.done in _PROPOSING:
            last[str(decision.done), decision.subject] = decision
        elif decision.done is Done.KEY_REVOKED:
            gone.add(decision.subject)
    return [decision for (_, subject), decision in last.items() if subject not in gone]


def _proposed(desk: DeskThen, decision: Decision, copy: str) -> Proposed | None:
    """Return what an entry would change here; None where it is so already, or about nobody of this desk."""
    about, note = desk.people.get(decision.subject), decision.note
    here = about is not None and about.here
    if decision.done is Done.PERSON_ADDED:
        return None if about is not None else Proposed(decision, copy, str(note.get("name", "")))
    if decision.done is Done.KEY_ENTERED:
        owner = desk.people.get(decision.who.id)
        known = decision.subject in desk.keys or (desk.is_set_up and (owner is None or not owner.here))
        return None if known else Proposed(decision, copy, decision.who.name)
    if decision.done is Done.TEXT_EMPTIED:
        return None if decision.subject in desk.emptied else Proposed(decision, copy, str(note.get("slug", "")))
    if decision.done is Done.PAPER_GIVEN:
        is_so = desk.papers.get(decision.subject) == note.get("words") or decision.subject not in PAPERS
        return None if is_so else Proposed(decision, copy, PAPERS[decision.subject])
    if about is None or not here:
        return None
    if decision.done is Done.PERSON_LEFT:
        return Proposed(decision, copy, about.name)
    is_ = {
        "name": about.name,
        "initials": about.initials,
        "roles": {section: sorted(words) for section, words in about.roles.items()},
    }
    changes = {name: note[name] for name in is_ if name in note and _plain(note[name]) != _plain(is_[name])}
    return Proposed(decision, copy, about.name, changes) if changes else None


def _plain(value: Any) -> Any:
    return {section: sorted(words) for section, words in value.items()} if isinstance(value, dict) else value
