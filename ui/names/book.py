"""The desk's name book: search, agree, change, withdraw; what approved stories propose; in and out as CSV or JSON."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk.checks.house import BookEntry, NameKind
from desk.errors import KnownError
from desk.store.records.values import Agreed, Proposal
from desk.story import Changes
from desk.text.moments import to_the_day
from desk.text.words import plural
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.drop_down import DropDown
from ui.look.pressed import in_window
from ui.look.widgets import button, label, row, wrapped_list
from ui.work import operations
from ui.work.hub import Hub

_VALUE = Qt.ItemDataRole.UserRole
_SEARCH_PAUSE = 120
"""Milliseconds after the last key until the book is searched."""
_FILES = "Name book (*.csv *.json)"


class NameBookDialog(Dialog):
    """Two pages: the book, and the proposals that wait for a keeper."""

    def __init__(self, hub: Hub, parent: QWidget | None) -> None:
        super().__init__("Name book", parent, 640, 460)
        self._hub = hub
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search spellings, variants and notes")
        self.search.setAccessibleName("Search the name book")
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_PAUSE)
        self._timer.timeout.connect(self.reload)
        self.search.textChanged.connect(self._timer.start)
        self.lines, self.proposals = wrapped_list("Agreed spellings"), wrapped_list("Proposed names")
        self.lines.itemActivated.connect(self.change)
        self._none = label("", "muted", wrap=True)
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Pages of the name book")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._book_page(), "Agreed")
        self.tabs.addTab(self._proposals_page(), "Proposed")
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.tabs, 1)
        self.answer("Import…", self.take_in)
        self.answer("Export…", self.hand_out)
        self.answer("Close", self.accept, primary=True)
        self.reload()

    def _book_page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(self.search)
        box.addWidget(self._none)
        box.addWidget(self.lines, 1)
        box.addStretch(0)
        new = button("New spelling…", self.new)
        change = button("Change…", self.change)
        box.addLayout(row(new, change, button("Take out", self.withdraw), None))
        return page

    def _proposals_page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(label("Names of approved stories that the book does not know.", "muted", wrap=True))
        box.addWidget(self.proposals, 1)
        box.addLayout(row(button("Agree", self.agree), button("Never propose this", self.decline), None))
        return page

    # -- What is shown -----------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask the store for both pages."""
        sought = self.search.text()
        self._hub.ask(lambda desk: (desk.name_book.lines(sought), desk.name_book.proposals()), self._show, self._failed)

    def _show(self, found: tuple[Sequence[Agreed], Sequence[Proposal]]) -> None:
        lines, proposals = found
        _fill(self.lines, [(_line_words(line), line) for line in lines])
        _fill(self.proposals, [(_proposal_words(proposal), proposal) for proposal in proposals])
        self._none.setText("No spelling matches." if self.search.text() else "No spelling has been agreed yet.")
        self._none.setVisible(not lines)
        self.lines.setVisible(bool(lines))
        self.tabs.setTabText(1, f"Proposed ({len(proposals)})" if proposals else "Proposed")

    def _failed(self, error: KnownError) -> None:
        self._trouble.setText(in_window(str(error)))
        self._trouble.show()

    def _done(self, _changes: Changes) -> None:
        self._trouble.hide()
        self.reload()

    # -- What is done ------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for a new entry."""
        self._ask(None)

    def change(self) -> None:
        """Ask for another wording of the chosen entry."""
        if line := self._line():
            self._ask(line)

    def _ask(self, line: Agreed | None) -> None:
        dialog = EntryDialog(line, self)
        dialog.wanted.connect(self._agree_to)
        dialog.open()

    def _agree_to(self, line: str, entry: BookEntry) -> None:
        operations.keep_names(self._hub, lambda keeping: keeping.agree(entry, line), self._done, self._failed)

    def withdraw(self) -> None:
        """Take the chosen entry out of force."""
        if line := self._line():
            operations.keep_names(self._hub, lambda keeping: keeping.withdraw(line.id), self._done, self._failed)

    def agree(self) -> None:
        """Enter the chosen proposal."""
        if proposal := self._proposal():
            operations.keep_names(self._hub, lambda keeping: keeping.accept(proposal.id), self._done, self._failed)

    def decline(self) -> None:
        """Leave the chosen proposal out for good."""
        if proposal := self._proposal():
            operations.keep_names(self._hub, lambda keeping: keeping.decline(proposal.id), self._done, self._failed)

    def take_in(self) -> None:
        """Ask for a file and take its entries in."""
        name, _ = QFileDialog.getOpenFileName(self, "Import into the name book", "", _FILES)
        if name:
            operations.keep_names(self._hub, lambda keeping: keeping.take_in(Path(name)), self._done, self._failed)

    def hand_out(self) -> None:
        """Ask for a file name and write the book there."""
        name, _ = QFileDialog.getSaveFileName(self, "Export the name book", "names.csv", _FILES)
        if name:
            operations.keep_names(self._hub, lambda keeping: keeping.hand_out(Path(name)), self._done, self._failed)

    def _line(self) -> Agreed | None:
        item = self.lines.currentItem()
        value = item.data(_VALUE) if item else None
        return value if isinstance(value, Agreed) else None

    def _proposal(self) -> Proposal | None:
        item = self.proposals.currentItem()
        value = item.data(_VALUE) if item else None
        return value if isinstance(value, Proposal) else None


class EntryDialog(Dialog):
    """Asks for one agreed spelling with its kind, variants and note."""

    wanted = Signal(str, object)
    """The id of the line that is changed ("" for a new one), and its `BookEntry`."""

    def __init__(self, line: Agreed | None, parent: QWidget | None) -> None:
        super().__init__("Agreed spelling", parent)
        self._line = line.id if line else ""
        entry = line.entry if line else None
        self.spelling = QLineEdit(entry.spelling if entry else "")
        self.kind = DropDown()
        for kind in NameKind:
            self.kind.addItem(kind.value.capitalize(), kind)
        self.kind.setCurrentIndex(list(NameKind).index(entry.kind) if entry else 0)
        self.variants = QLineEdit(", ".join(entry.variants) if entry else "")
        self.note = QLineEdit(entry.note if entry else "")
        fields = form()
        add_row(fields, "Spelling", self.spelling)
        add_row(fields, "Kind", self.kind)
        add_row(fields, "Not", self.variants, "Forms that this spelling replaces, with commas between them.")
        add_row(fields, "Note", self.note, "Shown with a finding, such as “family name first”.")
        self.body.addLayout(fields)
        self.answer("Cancel", self.reject)
        self._yes = self.answer("Agree", self._accept, primary=True)
        self.spelling.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._yes.setEnabled(bool(self.spelling.text().strip()))

    def _accept(self) -> None:
        variants = tuple(word.strip() for word in self.variants.text().split(",") if word.strip())
        kind = NameKind(self.kind.currentData())
        self.wanted.emit(self._line, BookEntry(self.spelling.text().strip(), kind, variants, self.note.text().strip()))
        self.accept()


def _fill(list_: QListWidget, lines: Sequence[tuple[str, object]]) -> None:
    at = list_.currentRow()
    list_.clear()
    for words, value in lines:
        item = QListWidgetItem(words)
        item.setData(_VALUE, value)
        list_.addItem(item)
    if lines:
        list_.setCurrentRow(min(max(at, 0), len(lines) - 1))


def _line_words(line: Agreed) -> str:
    entry = line.entry
    variants = f"not {', '.join(entry.variants)}" if entry.variants else ""
    about = " · ".join(filter(None, (entry.kind.value, variants, entry.note)))
    return f"{entry.spelling}\n{about} · {line.keeper}, {to_the_day(line.agreed)}"


def _proposal_words(proposal: Proposal) -> str:
    stories = plural(len(proposal.stories), "approved story", "approved stories")
    return f"{proposal.entry.spelling}\n{proposal.entry.kind.value} · in {stories}"
