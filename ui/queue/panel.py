"""The left pane: stories with search and a filter by state. Asks the store lane, never waits for it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QListView, QVBoxLayout

from desk.review.states import State
from desk.story import Changes, Part, QueueRow
from ui.hub import Hub
from ui.queue.delegate import QueueDelegate
from ui.queue.model import QueueModel
from ui.widgets import header, label, row, tool

_PAUSE = 120
"""Milliseconds of rest before a search is sent: about the time between two keys."""


class QueuePanel(QFrame):
    """The queue; `story_wanted` carries the id of a story to be opened."""

    story_wanted = Signal(str)
    open_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, hub: Hub) -> None:
        super().__init__()
        self.setObjectName("pane")
        self._hub = hub
        self._asked = 0
        self.model = QueueModel(self)
        self.model.page_wanted.connect(self._fetch, Qt.ConnectionType.QueuedConnection)
        self.search = QLineEdit()
        self.states = QComboBox()
        self.list = QListView()
        self._delegate = QueueDelegate(self.list)
        self._empty = label("", "muted", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.reload)
        self._set_up()
        self._lay_out()
        hub.changed.connect(self._changed)

    def _set_up(self) -> None:
        self.search.setPlaceholderText("Search all stories")
        self.search.setAccessibleName("Search all stories")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.search.returnPressed.connect(self._to_list)
        self.states.setAccessibleName("Show stories in this state")
        self.states.addItem("All states", "")
        for state in State:
            self.states.addItem(str(state), state)
        self.states.currentIndexChanged.connect(lambda _: self.reload())
        self.list.setAccessibleName("Stories")
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 16, 16, 16)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        title = label("Stories", "paneTitle")
        box.addWidget(
            header(
                title,
                None,
                tool("paste", "Paste as a new story", self.paste_wanted.emit, "Paste as a new story (Ctrl+Shift+V)"),
                tool("open", "Open a draft", self.open_wanted.emit, "Open a draft (Ctrl+O)"),
            )
        )
        box.addLayout(row(self.search, margins=(12, 8, 12, 0)))
        box.addLayout(row(self.states, margins=(12, 8, 12, 8)))
        box.addWidget(self._empty)
        box.addWidget(self.list, 1)
        box.addStretch(0)
        self._say_empty(0)

    def take_focus(self) -> None:
        """Move the keyboard to the list, or to the search while there is nothing in the list."""
        (self.list if self.model.rowCount() else self.search).setFocus()

    def reload(self) -> None:
        """Ask the store for the stories that are looked for, in their order."""
        if not self._hub.is_ready:
            return
        self._timer.stop()
        words, state = self.search.text().strip(), self.states.currentData()
        self._asked += 1
        mine = self._asked
        states = (state,) if state else ()
        self._hub.ask(lambda session: session.queue_ids(words, states), lambda ids: self._show(ids, mine))

    def _show(self, ids: Sequence[str], mine: int) -> None:
        if mine != self._asked:
            return  # a newer search is on its way
        self.model.set_ids(ids)
        self._say_empty(len(ids))
        self._mark()

    def _say_empty(self, count: int) -> None:
        looked_for = self.search.text().strip() or self.states.currentData()
        said = "No story matches." if looked_for else "No stories yet. Open a draft, drop a file here, or paste a text."
        self._empty.setText(said)
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))

    def _fetch(self, page: int, ids: Sequence[str]) -> None:
        def taken(rows: Sequence[QueueRow]) -> None:
            self.model.take(page, ids, rows)

        self._hub.ask(lambda session: session.queue_rows(ids), taken)

    def _changed(self, changes: Changes) -> None:
        if Part.QUEUE in changes.parts:
            self.reload()
        if Part.SETTINGS in changes.parts:
            self.list.viewport().update()
        self._mark()

    def _mark(self) -> None:
        """Mark the story that is open, without opening it once more."""
        story = self._hub.story
        self._delegate.open_id = story.id if story else ""
        at = self.model.row_of(story.id) if story else -1
        if at >= 0 and not self.list.hasFocus():
            self.list.setCurrentIndex(self.model.index(at))
        self.list.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        story_id = self.model.id_at(index.row())
        if self._hub.story is None or self._hub.story.id != story_id:
            self.story_wanted.emit(story_id)

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))
