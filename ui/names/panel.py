"""The name ledger beside the text: every name with its forms; a click goes to each place, a doubt is answered once."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desk.checks.house import NameKind
from desk.checks.names.entries import Form, Ledger, LedgerEntry
from desk.text.spans import Span
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look import icons, theme
from ui.look.tips import plain_tip
from ui.look.widgets import label, row
from ui.names.answers import AnswerCard
from ui.names.next_place import next_place

_ENTRY = Qt.ItemDataRole.UserRole
_FORM = Qt.ItemDataRole.UserRole + 1
_ICONS = {NameKind.PERSON: "names", NameKind.PLACE: "place", NameKind.ORGANISATION: "organisation"}


class NamesPanel(QWidget):
    """Shows a ledger; everything it is asked for leaves by a signal."""

    place_wanted = Signal(object)
    """A span of the text that the ledger was made for."""
    answer_wanted = Signal(object, object)
    """A `NameAnswer`, and the `Entry` it is about."""
    choice_wanted = Signal(str, str, object)
    """The form likely to be kept, the other one, and the `Entry`: which places are to change?"""

    def __init__(self) -> None:
        super().__init__()
        self._ledger = Ledger()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search names")
        self.search.setAccessibleName("Search names")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.doubtful = QCheckBox("Only doubtful")
        self.doubtful.toggled.connect(self._fill)
        self.tree = _Tree(self)
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        self.card = AnswerCard()
        self.card.answer_wanted.connect(self.answer_wanted)
        self.card.choice_wanted.connect(self.choice_wanted)
        self._none = label("", "muted", wrap=True)
        self._none.setContentsMargins(16, 8, 16, 8)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row(self.search, self.doubtful, margins=(12, 8, 12, 8)))
        box.addWidget(self._none)
        box.addWidget(self.tree, 1)
        box.addWidget(self.card)

    def take_focus(self) -> None:
        """Move the keyboard to the list."""
        self.tree.setFocus()
        first = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and first is not None:
            self.tree.setCurrentItem(first)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show the names of a story; what was chosen and open stays so."""
        if ledger == self._ledger:
            return
        self._ledger = ledger
        self._fill()

    def show_entry(self, name: str) -> None:
        """Choose the entry of this name, if it is there."""
        for item in self._items():
            if item.data(0, _ENTRY).name == name:
                self.tree.setCurrentItem(item)

    def entry_with(self, form: str) -> LedgerEntry | None:
        """Return the entry that has this form, None where no name is written so."""
        return next((e for e in self._ledger.entries if any(one.text == form for one in e.forms)), None)

    # -- The list ----------------------------------------------------------------------------------------------------

    def _wanted(self) -> Sequence[LedgerEntry]:
        sought = self.search.text().strip().casefold()
        entries = self._ledger.doubtful if self.doubtful.isChecked() else self._ledger.entries
        return [e for e in entries if any(sought in form.text.casefold() for form in e.forms)]

    def _fill(self) -> None:
        chosen = self._name(self.tree.currentItem())
        unfolded = {self._name(item) for item in self._items() if item.isExpanded()}
        self.tree.clear()
        entries = self._wanted()
        self.tree.addTopLevelItems([_entry_item(entry) for entry in entries])
        for item in self._items():
            name = self._name(item)
            item.setExpanded(name in unfolded or bool(item.data(0, _ENTRY).doubts))
            if name == chosen:
                self.tree.setCurrentItem(item)
        doubts = len(self._ledger.doubtful)
        self.doubtful.setText(f"Only doubtful ({doubts})" if doubts else "Only doubtful")
        self._none.setText("No name matches." if self._ledger.entries else "No names found in this text yet.")
        self._none.setVisible(not entries)
        self._chosen(self.tree.currentItem())

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(at)
            if item is not None:
                yield item

    def _name(self, item: QTreeWidgetItem | None) -> str:
        entry = self._entry(item)
        return entry.name if entry else ""

    def _entry(self, item: QTreeWidgetItem | None) -> LedgerEntry | None:
        if item is None:
            return None
        found = (item.parent() or item).data(0, _ENTRY)
        return found if isinstance(found, LedgerEntry) else None

    def _chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None = None) -> None:
        self.card.show_entry(self._entry(item))
        QTimer.singleShot(0, self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Scroll to what was chosen once the card has taken its room."""
        if (item := self.tree.currentItem()) is not None:
            self.tree.scrollToItem(item)

    def _go(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        """Go to the next place of what was clicked, then round."""
        places = _places(item)
        if places:
            self.place_wanted.emit(next_place(item, places))


class _Tree(QTreeWidget):
    """The list; Right and Left open and close a name, Return goes to its next place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Names in this story")
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setIndentation(20)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a key do what a click does, on every system alike."""
        item = self.currentItem()
        if item is not None and pressed(event, Where.NAMES) == "name_next":
            self.itemClicked.emit(item, 0)
            return
        super().keyPressEvent(event)


def _entry_item(entry: LedgerEntry) -> QTreeWidgetItem:
    doubt = f" · {len(entry.doubts)} in doubt" if entry.doubts else ""
    item = QTreeWidgetItem([f"{entry.name}   {entry.count} × · {entry.kind.value}{doubt}"])
    item.setData(0, _ENTRY, entry)
    item.setToolTip(0, plain_tip("\n".join(f"{form.text}: {len(form.places)}" for form in entry.forms)))
    icon, colour = (
        ("attention", theme.current().attention) if entry.doubts else (_ICONS[entry.kind], theme.current().muted)
    )
    item.setIcon(0, icons.icon(icon, colour))
    if len(entry.forms) > 1:
        item.addChildren([_form_item(form, is_full=form.text == entry.name) for form in entry.forms])
    return item


def _form_item(form: Form, *, is_full: bool) -> QTreeWidgetItem:
    """Return the line of one form; the fullest one says so, and a click on it begins where the name is given first."""
    item = QTreeWidgetItem([f"{form.text}   {len(form.places)} ×{' · in full' if is_full else ''}"])
    item.setData(0, _FORM, form)
    return item


def _places(item: QTreeWidgetItem) -> tuple[Span, ...]:
    form, entry = item.data(0, _FORM), item.data(0, _ENTRY)
    if isinstance(form, Form):
        return form.places
    if isinstance(entry, LedgerEntry):
        return tuple(sorted(place for one in entry.forms for place in one.places))
    return ()
