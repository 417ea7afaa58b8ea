"""Shows what the dictionary says of a word, and puts the one that is chosen into the text; installs it on wish."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QProgressBar, QTreeWidget, QTreeWidgetItem, QWidget

from desk.errors import KnownError
from desk.thesaurus.entry import Entry, Meaning, Nearness, Related
from ui.actions.keys import key_of, pressed
from ui.actions.spec import Where
from ui.look import theme
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

_WORD = Qt.ItemDataRole.UserRole
_STEPS = 1000
_EXAMPLES = 2
_NOTES = {Nearness.SAME: "", Nearness.LIKE: "nearly", Nearness.WIDER: "wider", Nearness.OPPOSITE: "opposite"}
_WANTED = "The dictionary is not installed yet: 11 MB, fetched once; after that no network is needed."


class LookUpDialog(Dialog):
    """A line with a word, and below it the meanings, each with the words that could stand in its place."""

    chosen = Signal(str)
    """The word that is to stand in the text; the dialog has gone by then."""

    def __init__(self, words: str, hub: Hub, parent: QWidget | None, *, may_put: bool) -> None:
        super().__init__("Meanings and synonyms", parent, 560)
        self._hub, self._may_put = hub, may_put
        self._asked = ""
        self._token: Token | None = None
        self._alive = True
        self.line = QLineEdit(words)
        self.line.setPlaceholderText("A word")
        self.line.setAccessibleName("Word to look up")
        self.line.installEventFilter(self)
        self.list = _list()
        self.list.currentItemChanged.connect(self._look)
        self.list.itemActivated.connect(self._put)
        self.said = label(" ", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress of the installation")
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.hide()
        for widget in (self.line, self.list, self.said, self.bar):
            self.body.addWidget(widget, 1 if widget is self.list else 0)
        self.install = self.answer("Install the dictionary", self._install)
        self.install.hide()
        self.stop = self.answer("Close", self.reject)
        self.put = self.answer("Put it in", self._put, primary=True)
        self._look()
        self.ask()

    # -- Looking up --------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Look up what stands in the line."""
        self._asked = words = self.line.text().strip()
        self.list.clear()
        self._look()
        if not words:
            self.said.setText(f"Write a word; {key_of('look_up_line')} looks it up.")
            self.line.setFocus()
            return
        self.said.setText("Looking…")
        self._hub.ask(lambda desk: desk.examiner.thesaurus.found(words), self._show, self._failed)

    def _show(self, entry: Entry | None) -> None:
        if not self._alive or (entry is not None and entry.asked != self._asked):
            return
        self.install.setVisible(entry is None)
        self.put.setVisible(entry is not None and self._may_put)
        if entry is None:
            self.said.setText(_WANTED)
            self.install.setFocus()
        elif not entry.meanings:
            self.said.setText(f"The dictionary does not have “{entry.asked}”.")
            self.line.setFocus()
            self.line.selectAll()
        else:
            self._fill(entry.meanings)

    def _fill(self, meanings: tuple[Meaning, ...]) -> None:
        for meaning in meanings:
            top = _meaning_item(meaning)
            self.list.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            top.addChildren([*map(self._example_item, meaning.examples[:_EXAMPLES]), *map(_word_item, meaning.related)])
        self.list.expandAll()
        self.list.setFocus()
        self.list.setCurrentItem(next((item for item in self._lines() if item.data(0, _WORD)), self._lines()[0]))
        self.list.scrollToTop()
        self.said.setText(" ")

    def _example_item(self, example: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"“{example}”"])
        item.setForeground(0, QColor(theme.current().muted))
        item.setData(1, Qt.ItemDataRole.AccessibleTextRole, example)
        return item

    def _lines(self) -> list[QTreeWidgetItem]:
        """Return every line in its order."""
        return [item for top in _below(self.list.invisibleRootItem()) for item in (top, *_below(top))]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Return in the line look up what stands there, and Down go to what was found."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match pressed(event, Where.LOOK_UP):
                case "look_up_line":
                    self.ask()
                    return True
                case "look_up_list":
                    self.list.setFocus()
                    return True
        return super().eventFilter(watched, event)

    # -- Putting a word in -------------------------------------------------------------------------------------------

    def _look(self) -> None:
        item = self.list.currentItem()
        self.put.setEnabled(self._may_put and item is not None and bool(item.data(0, _WORD)))

    def _put(self) -> None:
        item = self.list.currentItem()
        if item is not None and self.put.isEnabled():
            self.accept()
            self.chosen.emit(str(item.data(0, _WORD)))

    # -- Installing --------------------------------------------------------------------------------------------------

    def _install(self) -> None:
        token, progress = Token(), self._hub.lanes.relay(self._show_progress)
        self._token = token
        self._working(True)
        self._hub.check(
            Lane.ENGINE,
            lambda examiner: examiner.thesaurus.install(None, progress, token.cancelled),
            self._installed,
            self._failed,
            token,
            self._stopped,
        )

    def _working(self, on: bool) -> None:
        self.install.setEnabled(not on)
        self.bar.setVisible(on)
        self.stop.setText("Stop" if on else "Close")
        self.stop.setAccessibleName("Stop the installation" if on else "Close")

    def _show_progress(self, done: int, whole: int, _what: str) -> None:
        if self._alive and self._token:
            self.bar.setValue(round(_STEPS * done / whole) if whole else 0)
            self.said.setText(f"{done / 1e6:.0f} of {whole / 1e6:.0f} MB")

    def _installed(self, _: object) -> None:
        self._token = None
        if self._alive:
            self._working(False)
            self.ask()

    def _failed(self, error: KnownError) -> None:
        self._token = None
        if self._alive:
            self._working(False)
            self.said.setText(str(error))
        else:
            self._hub.fail(error)

    def _stopped(self) -> None:
        self._token = None
        if self._alive:
            self._working(False)
            self.said.setText("Stopped. What has arrived is kept for the next time.")

    def done(self, result: int) -> None:
        """Stop the installation under way; close where none is."""
        if self._token:
            self._token.cancel()
            self.said.setText("Stopping…")
            return
        self._alive = False
        super().done(result)


def _below(parent: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item for nth in range(parent.childCount()) if (item := parent.child(nth)) is not None]


def _list() -> QTreeWidget:
    out = QTreeWidget()
    out.setAccessibleName("Meanings, and words in its place")
    out.setColumnCount(2)
    out.setHeaderHidden(True)
    out.setRootIsDecorated(False)
    out.setItemsExpandable(False)
    out.setIndentation(16)
    out.setWordWrap(True)
    out.setMinimumHeight(320)
    out.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    out.header().setStretchLastSection(False)
    out.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    out.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return out


def _meaning_item(meaning: Meaning) -> QTreeWidgetItem:
    """Return a meaning as a line above its words; it is read, and not put in."""
    told = f"{meaning.word}, {meaning.part}: {meaning.definition}"
    item = QTreeWidgetItem([told])
    font = item.font(0)
    font.setBold(True)
    item.setFont(0, font)
    item.setData(1, Qt.ItemDataRole.AccessibleTextRole, told)  # covered by the first column
    return item


def _word_item(related: Related) -> QTreeWidgetItem:
    note = _NOTES[related.nearness]
    item = QTreeWidgetItem([related.word, note])
    item.setForeground(1, QColor(theme.current().muted))
    item.setData(0, _WORD, related.word)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{related.word}, {note}" if note else related.word)
    item.setData(1, Qt.ItemDataRole.AccessibleTextRole, note or related.word)
    return item
