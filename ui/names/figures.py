"""The ledger of figures beside the text: what each counts, where it stands, and what is in doubt, answered once."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desk.checks.figures.entries import FigureEntry
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look import icons, theme
from ui.look.tips import plain_tip
from ui.look.widgets import label, row
from ui.names.figure_answers import ANSWERS, FigureCard
from ui.names.next_place import next_place

_ENTRY = Qt.ItemDataRole.UserRole


class FiguresPanel(QWidget):
    """Shows the figures of a story as a table; what it is asked for leaves by a signal."""

    place_wanted = Signal(object)
    """A span of the text that the ledger was made for."""
    answer_wanted = Signal(object)
    """A `NameAnswer` on two figures."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[FigureEntry, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search figures")
        self.search.setAccessibleName("Search figures")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.table = _Table(self)
        self.table.itemClicked.connect(self._go)
        self.table.itemActivated.connect(self._go)
        self.table.currentItemChanged.connect(self._chosen)
        self.table.answered.connect(self._answer)
        self.card = FigureCard()
        self.card.answer_wanted.connect(self.answer_wanted)
        self._none = label("No figures found in this text yet.", "muted", wrap=True)
        self._none.setContentsMargins(16, 8, 16, 8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row(self.search, margins=(12, 8, 12, 8)))
        box.addWidget(self._none)
        box.addWidget(self.table, 1)
        box.addWidget(self.card)

    def take_focus(self) -> None:
        """Move the keyboard to the table."""
        self.table.setFocus()
        first = self.table.topLevelItem(0)
        if self.table.currentItem() is None and first is not None:
            self.table.setCurrentItem(first)

    @property
    def entries(self) -> tuple[FigureEntry, ...]:
        """Return the figures that are shown, those that no search leaves out as well."""
        return self._entries

    def show_figures(self, entries: tuple[FigureEntry, ...]) -> None:
        """Show the figures of a story in the order of the text; what was chosen stays so."""
        if entries != self._entries:
            self._entries = entries
            self._fill()

    def _fill(self) -> None:
        chosen = _entry(self.table.currentItem())
        sought = self.search.text().strip().casefold()
        wanted = [e for e in self._entries if sought in f"{e.shown} {e.noun}".casefold()]
        self.table.clear()
        self.table.addTopLevelItems([_item(entry) for entry in wanted])
        for item in map(self.table.topLevelItem, range(len(wanted))):
            if chosen is not None and item is not None and _is_same(item, chosen):
                self.table.setCurrentItem(item)
        self.table.share_width()
        self._chosen(self.table.currentItem())
        self._none.setText("No figure matches." if self._entries else "No figures found in this text yet.")
        self._none.setVisible(not wanted)

    def _chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None = None) -> None:
        self.card.show_entry(_entry(item))
        QTimer.singleShot(0, self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Scroll to what was chosen once the card has taken its room."""
        if (item := self.table.currentItem()) is not None:
            self.table.scrollToItem(item)

    def _answer(self, name: str) -> None:
        self.card.answer(name)

    def _go(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        """Go to the next place of what was clicked, then round."""
        self.place_wanted.emit(next_place(item, item.data(0, _ENTRY).places))


class _Table(QTreeWidget):
    """The table; Return goes to the next place of a figure, a number answers what is asked about it."""

    answered = Signal(str)
    """The action of an answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Figures in this story")
        self.setColumnCount(3)
        self.setHeaderLabels(["Figure", "Of what", "Places"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give the figures what they need, and at most half: a date must not push aside what the others count."""
        self.header().resizeSection(0, min(self.sizeHintForColumn(0), self.viewport().width() // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a key do what a click does, on every system alike."""
        item = self.currentItem()
        name = pressed(event, Where.FIGURES) if item is not None else ""
        if item is not None and name == "figure_next":
            self.itemClicked.emit(item, 0)
        if name in ANSWERS:
            self.answered.emit(name)
        if name:
            return
        super().keyPressEvent(event)


def _entry(item: QTreeWidgetItem | None) -> FigureEntry | None:
    found = item.data(0, _ENTRY) if item is not None else None
    return found if isinstance(found, FigureEntry) else None


def _is_same(item: QTreeWidgetItem, chosen: FigureEntry) -> bool:
    entry = _entry(item)
    return entry is not None and (entry.form, entry.noun) == (chosen.form, chosen.noun)


def _item(entry: FigureEntry) -> QTreeWidgetItem:
    item = QTreeWidgetItem([entry.shown, entry.noun, str(len(entry.places))])
    item.setData(0, _ENTRY, entry)
    for column, words in enumerate((entry.shown, entry.noun)):
        item.setToolTip(column, plain_tip(words))
    item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setIcon(0, icons.icon("attention", theme.current().attention if entry.doubtful else "transparent"))
    if not entry.noun:
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, "Of what: not said")
    if entry.doubtful:
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{entry.shown}, in doubt")
    return item
