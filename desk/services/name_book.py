"""What a keeper does with the name book: agree, change, withdraw, accept what stories propose, carry it about."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk.checks.house import BookEntry, NameKind
from desk.checks.names.entries import Ledger
from desk.errors import KnownError
from desk.readers.draft import read_text
from desk.store.names.book_files import read_book, to_csv, to_json
from desk.store.records.values import Agreed, Proposal
from desk.story import Changes, Part
from desk.text.words import plural
from desk.writers.text import write_text

if TYPE_CHECKING:
    from desk.services.context import DeskContext

_BOOK = frozenset({Part.BOOK, Part.BRIEF})


class NameBookService:
    """The name book of a desk, for the store lane; every change is signed, and looked at by the checks at once."""

    def __init__(self, context: "DeskContext") -> None:
        self._context, self._store = context, context.store

    def lines(self, sought: str = "") -> Sequence[Agreed]:
        """Return the agreed spellings that hold these letters, by spelling."""
        return self._store.book.lines(sought)

    def proposals(self) -> Sequence[Proposal]:
        """Return what approved stories propose, names of most stories first."""
        return self._store.proposals.open()

    def agree(self, entry: BookEntry, instead_of: str = "") -> Changes:
        """Enter an agreed spelling; `instead_of` is the id of the line that it replaces."""
        if instead_of:
            self._store.book.change(instead_of, entry, self._keeper())
        else:
            self._store.book.agree(entry, self._keeper())
        return self._done(f"“{entry.spelling}” is agreed.")

    def withdraw(self, line: str) -> Changes:
        """Take a line out of force; it stays on record."""
        self._store.book.withdraw(line, self._keeper())
        return self._done("Taken out of the name book.")

    def accept(self, proposal: str) -> Changes:
        """Enter a proposed name."""
        agreed = self._store.proposals.accept(proposal, self._keeper())
        return self._done(f"“{agreed.entry.spelling}” is agreed.")

    def decline(self, proposal: str) -> Changes:
        """Leave a proposed name out for good."""
        self._store.proposals.decline(proposal, self._keeper())
        return Changes(frozenset({Part.BOOK}), said="It will not be proposed again.")

    def take_in(self, path: Path) -> Changes:
        """Take the entries of a .csv or .json file in: all of them, or none if one is wrong."""
        came = self._store.book.take_in(read_book(read_text(path).text), self._keeper())
        return self._done(f"{came.added} new, {came.changed} changed, {came.same} there already.")

    def hand_out(self, path: Path) -> Changes:
        """Write the whole book to a .csv or .json file."""
        writers = {".csv": to_csv, ".json": to_json}
        if path.suffix.lower() not in writers:
            raise KnownError(f"{path} must end in .csv or .json, so that it is clear what to write.")
        lines = self._store.book.lines()
        write_text(path, writers[path.suffix.lower()](lines))
        return Changes(frozenset(), said=f"{plural(len(lines), 'entry is', 'entries are')} in {path}.")

    def propose(self, story: str, ledger: Ledger) -> None:
        """Propose the full names of an approved story that are in no doubt."""
        sure = [e for e in ledger.entries if not e.doubts and (" " in e.name or e.kind is not NameKind.PERSON)]
        self._store.proposals.make(story, [BookEntry(entry.name, entry.kind) for entry in sure])

    def _keeper(self) -> str:
        return self._context.keeper("it").name

    def _done(self, said: str) -> Changes:
        self._context.read_words()
        return Changes(_BOOK, said=said)
