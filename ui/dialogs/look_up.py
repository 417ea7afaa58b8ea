"""Shows what the dictionary says of a word, and puts the one that is chosen into the text; installs it on wish."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from desk.errors import KnownError
from desk.thesaurus.entry import Entry, Meaning, Nearness
from ui.actions.keys import key_of, pressed
from ui.actions.spec import Where
from ui.look import theme
from ui.look.dialog_frame import Dialog
from ui.look.pressed import in_window
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import label, wrapped_list
from ui.work.engine_jobs import run_engine_job
from ui.work.hub import Hub
from ui.work.lanes import Token

_WORD = Qt.ItemDataRole.UserRole
_EXAMPLES = 2
_INDENT = "\u2003\u2003"
"""Two spaces of a letter's width before a word, so that it stands below its meaning."""
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
        self.list = wrapped_list("Meanings, and words in its place")
        self.list.setMinimumHeight(320)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemActivated.connect(self._put)
        self.said = label(" ", "muted", wrap=True)
        self.bar = ProgressBar("Progress of the installation")
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
            self._add(f"{meaning.word}, {meaning.part}: {meaning.definition}", bold=True)
            for example in meaning.examples[:_EXAMPLES]:
                self._add(f"“{example}”", muted=True)
            for related in meaning.related:
                note = _NOTES[related.nearness]
                self._add(f"{_INDENT}{related.word}{note and f'   ({note})'}", related.word)
        first = (nth for nth in range(self.list.count()) if self._word(nth))
        self.list.setFocus()
        self.list.setCurrentRow(next(first, 0))
        self.list.scrollToTop()
        self.said.setText(" ")

    def _add(self, words: str, word: str = "", *, bold: bool = False, muted: bool = False) -> None:
        """Add a line: what can be put in has its `word`, the others are read."""
        item = QListWidgetItem(words)
        item.setData(_WORD, word)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words.strip())
        font = self.list.font()
        font.setBold(bold)
        item.setFont(font)
        if muted:
            item.setForeground(QColor(theme.current().muted))
        self.list.addItem(item)

    def _word(self, row: int) -> str:
        """Return the word of a line that can be put in; empty for what is only read, and where there is no line."""
        item = self.list.item(row)
        return str(item.data(_WORD)) if item is not None else ""

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
        self.put.setEnabled(self._may_put and bool(self._word(self.list.currentRow())))

    def _put(self) -> None:
        word = self._word(self.list.currentRow())
        if word and self.put.isEnabled():
            self.accept()
            self.chosen.emit(word)

    # -- Installing --------------------------------------------------------------------------------------------------

    def _install(self) -> None:
        self._token = Token()
        self._working(True)
        run_engine_job(
            self._hub,
            self._token,
            lambda examiner, progress, cancelled: examiner.thesaurus.install(None, progress, cancelled),
            self._show_progress,
            self._installed,
            self._failed,
            self._stopped,
        )

    def _working(self, on: bool) -> None:
        self.install.setEnabled(not on)
        self.bar.setVisible(on)
        self.stop.setText("Stop" if on else "Close")
        self.stop.setAccessibleName("Stop the installation" if on else "Close")

    def _show_progress(self, done: int, whole: int, _what: str) -> None:
        if self._alive and self._token:
            self.bar.show_share(done, whole)
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
            self.install.show()  # it mends a damaged one as well
            self.said.setText(in_window(str(error)))
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
