"""Names that approved stories used and the book does not know: a keeper accepts or declines each, once."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.review.ids import new_id
from desk.review.states import State
from desk.store.database import tables
from desk.store.database.access import Access
from desk.store.database.columns import AnyRow, hold
from desk.store.names.book import folded, in_book, put, tidy
from desk.store.records.story_rows import row_of
from desk.store.records.values import Agreed, Outcome, Proposal
from desk.text.moments import now

_table = tables.name_proposals


class Proposals:
    """The room of proposals for the name book."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def make(self, story: str, entries: Iterable[BookEntry]) -> list[Proposal]:
        """Propose names of an approved story and return what is new or was seen in one more story.

        Left out are names that the book agrees on already and those that a keeper has decided about. Raises
        `KnownError` if the story is not approved.
        """
        with self._access.writing() as connection:
            hold(connection, _table)
            row = row_of(connection, story)
            if row.state != State.APPROVED:
                raise KnownError(f"“{row.slug}” is not approved: names are learned from approved stories only.")
            made = [_propose(connection, story, tidy(entry)) for entry in entries]
        return [proposal for proposal in made if proposal is not None]

    def open(self) -> list[Proposal]:
        """Return what waits for a keeper: names seen in most stories first, then by spelling."""
        with self._access.reading() as connection:
            rows = connection.execute(select(_table).where(_table.c.outcome == "").order_by(_table.c.key)).all()
        return sorted(map(_proposal_of, rows), key=lambda proposal: -len(proposal.stories))

    def accept(self, proposal: str, keeper: str, entry: BookEntry | None = None) -> Agreed:
        """Enter the name into the book, as proposed or as the keeper writes it, and return the line."""
        with self._access.writing() as connection:
            hold(connection, _table)  # first the proposals, then the book: nobody waits in a ring
            hold(connection, tables.name_book)
            row = _decided(connection, proposal, keeper, Outcome.ACCEPTED)
            return put(connection, entry or _proposal_of(row).entry, keeper)

    def decline(self, proposal: str, keeper: str) -> None:
        """Leave the name out of the book; it is not proposed again."""
        with self._access.writing() as connection:
            hold(connection, _table)
            _decided(connection, proposal, keeper, Outcome.DECLINED)


def _propose(connection: Connection, story: str, entry: BookEntry) -> Proposal | None:
    mine = _table.c.key == folded(entry.spelling), _table.c.kind == entry.kind.value
    row = connection.execute(select(_table).where(*mine)).first()
    if in_book(connection, entry.spelling, entry.kind) or (row is not None and (row.outcome or story in row.stories)):
        return None
    if row is None:
        return _added(connection, story, entry)
    variants = sorted({*row.variants, *entry.variants} - {row.spelling})
    values = {"stories": [*row.stories, story], "variants": variants}
    connection.execute(update(_table).where(_table.c.id == row.id).values(values))
    return _proposal_of(connection.execute(select(_table).where(*mine)).one())


def _added(connection: Connection, story: str, entry: BookEntry) -> Proposal:
    when, line = now(), new_id()
    connection.execute(
        insert(_table).values(
            id=line,
            key=folded(entry.spelling),
            kind=entry.kind.value,
            spelling=entry.spelling,
            variants=list(entry.variants),
            note=entry.note,
            stories=[story],
            made=when,
            outcome="",
            keeper="",
        )
    )
    return Proposal(line, entry, (story,), when)


def _decided(connection: Connection, proposal: str, keeper: str, outcome: Outcome) -> AnyRow:
    row = connection.execute(select(_table).where(_table.c.id == proposal)).first()
    if row is None or row.outcome:
        raise KnownError("This proposal has been decided already: look at the list again.")
    values = {"outcome": outcome.value, "keeper": keeper, "decided": now()}
    connection.execute(update(_table).where(_table.c.id == proposal).values(values))
    return row


def _proposal_of(row: AnyRow) -> Proposal:
    entry = BookEntry(row.spelling, NameKind(row.kind), tuple(row.variants), row.note)
    return Proposal(row.id, entry, tuple(row.stories), row.made)
