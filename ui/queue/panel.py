"""The stories: filtered, under views, several chosen at once; beside the text, or over the whole window."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.errors import KnownError
from desk.queue_row import QueueRow
from desk.review.queue import ALL, MINE, Filter, Pulse, View
from desk.story import Changes, Part
from desk.text.moments import now
from ui.look.key_tips import give_tip
from ui.look.scrolled import scrolled
from ui.look.tips import plain_tip
from ui.look.widgets import ShortLabel, button, header, label, row, tool
from ui.queue.columns import WIDE, Titles, scale
from ui.queue.delegate import QueueDelegate
from ui.queue.filters import Filters
from ui.queue.live_counts import live_counts
from ui.queue.model import QueueModel
from ui.queue.story_list import StoryList
from ui.queue.words import summary
from ui.work import operations
from ui.work.hub import Hub
from ui.work.lanes import Lane

if TYPE_CHECKING:
    from desk.services.queue import Choices, First

_PAUSE = 120
"""Milliseconds of rest before a search is sent: about the time between two keys."""
_REST = 400
"""Milliseconds after the first stories of a long list until the rest of it is asked for."""
_MINUTE = 30_000
_LOOK_AGAIN = 5000
"""Milliseconds between two looks at what others have done to the stories."""
_BESIDE = 8
"""Pixels between two parts of the head, and at its ends together beside one."""
_NEW = "No stories yet. Open a draft, drop a file here, or paste a text."
_READING = "Reading the stories…"
_NOT_READ = "The stories could not be read."
_HELD = QItemSelectionModel.SelectionFlag.Select


class QueuePanel(QFrame):
    """The queue; `story_wanted` carries the id of a story to be opened."""

    story_wanted = Signal(str)
    story_beside_wanted = Signal(str)
    """The same, in another window beside this one."""
    story_window_wanted = Signal(str)
    """The same, in another window."""
    open_wanted = Signal()
    paste_wanted = Signal()
    wide_wanted = Signal()
    approve_wanted = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._hub = hub
        self._asked = 0
        self._shown = Filter()
        self.model = QueueModel(self)
        self.model.page_wanted.connect(self._fetch, Qt.ConnectionType.QueuedConnection)
        self.filters = Filters()
        self.search = self.filters.search
        self.titles = Titles()
        self.list = StoryList()
        self.count = ShortLabel("muted")
        self._delegate = QueueDelegate(self.list)
        self._empty = label("", "muted", wrap=True)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._offers = QTimer(self, singleShot=True, interval=_PAUSE)
        """Desk and story come with three changes or more: what the filters offer is asked for once behind them."""
        self._clock = QTimer(self, interval=_MINUTE)
        self._others = QTimer(self, interval=_LOOK_AGAIN)
        self._pulse: Pulse | None = None
        self._unknown = _READING
        """What is said while it is not known which stories there are; empty once it is."""
        self._set_up()
        self._lay_out()
        hub.changed.connect(self._changed)
        hub.ready.connect(self._ready)
        hub.unusable.connect(self._not_read)
        hub.shared.checklists_changed.connect(self._follow)

    def _set_up(self) -> None:
        self._timer.timeout.connect(self.reload)
        self._rest.timeout.connect(self._ask_for_all)
        self._offers.timeout.connect(self._offer)
        self._clock.timeout.connect(self._tick)
        self._others.timeout.connect(self.look_again)
        self.filters.typed.connect(self._timer.start)
        self.filters.changed.connect(self.reload)
        self.titles.stand_above(scrolled(self.list))
        self.titles.sort_wanted.connect(self.filters.sort_by)
        self.filters.keep_wanted.connect(self._keep_view)
        self.filters.remove_wanted.connect(self._remove_view)
        self.search.returnPressed.connect(self._to_list)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.fit_rows(self._delegate)
        self.list.openAsked.connect(self._open)
        self.list.asked.connect(self._open_apart)
        self.list.selectionModel().selectionChanged.connect(self._selection_changed)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.widen = tool(
            "queue",
            "Stories over the whole window",
            self.wide_wanted.emit,
        )
        paste = tool("paste", "Paste as a new story", self.paste_wanted.emit)
        draft = tool("open", "Open a draft", self.open_wanted.emit)
        for one, name in ((self.widen, "queue"), (paste, "paste"), (draft, "open")):
            give_tip(one, name)
        self._head = (label("Stories", "paneTitle"), self.count, self.widen, paste, draft)
        head = header(*self._head)
        self.approve = button("Approve…", self.approve_wanted.emit, primary=True)
        give_tip(self.approve, "approve", "Approve the chosen stories that nothing stands in the way of")
        self._chosen = label("", "muted")
        self._bar = QFrame()
        self._bar.setObjectName("finding")
        self._bar.setLayout(row(self._chosen, None, self.approve, margins=(16, 8, 12, 8)))
        for widget in (head, self.filters, self.titles, self._empty):
            box.addWidget(widget)
        box.addWidget(self.list, 1)
        box.addStretch(0)
        box.addWidget(self._bar)
        self._bar.hide()
        self.titles.hide()
        self._say_empty(0)

    # -- Narrow and wide ---------------------------------------------------------------------------------------------

    @property
    def wide(self) -> bool:
        """Return whether the stories stand in columns."""
        return self._delegate.wide

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows the height of another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.list.fit_rows(self._delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in columns where there is room."""
        super().resizeEvent(event)
        self._fit_head()
        wide = event.size().width() >= WIDE * scale(self.fontMetrics())
        if wide != self._delegate.wide:
            self._delegate.show_wide(wide)
            self.filters.set_wide(on=wide)
            self.titles.setVisible(wide and bool(self.model.rowCount()))
            self.list.fit_rows(self._delegate)
            self._tell(more=self._rest.isActive())

    def _fit_head(self) -> None:
        """Leave the two buttons out that the menu has as well, where the name of the pane needs their room."""
        name, count, *buttons = (one.minimumSizeHint().width() + _BESIDE for one in self._head)
        needed = name + count + sum(buttons) + _BESIDE
        for each in self._head[-2:]:
            each.setVisible(needed <= self.width())

    # -- What is shown -----------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Move the keyboard to the list, or to the search while there is nothing in the list."""
        if not self.model.rowCount():
            self.search.setFocus()
            return
        self.list.setFocus()
        if not self.list.currentIndex().isValid():
            self.list.choose(0)

    def search_all(self) -> None:
        """Move the keyboard to the search, among all stories."""
        if self.filters.current != ALL and not self.search.text():
            self.filters.choose(ALL)
        self.search.setFocus()
        self.search.selectAll()

    def reload(self) -> None:
        """Ask the store for the stories that are wanted: the first ones of a new filter at once, then all."""
        if not self._hub.is_ready:
            return
        self._timer.stop()
        wanted = self.filters.wanted()
        if wanted == self._shown:
            self._ask_for_all()
            return
        self._rest.stop()
        self._asked += 1
        mine = self._asked
        self._hub.ask(
            lambda desk: desk.queue.first(wanted), lambda first: self._show_first(first, wanted, mine), self._not_known
        )

    def _show_first(self, first: "First", wanted: Filter, mine: int) -> None:
        if mine != self._asked:
            return  # a newer question is on its way
        self._shown = wanted
        self.titles.show_order(wanted.order, reverse=wanted.reverse)
        ids = [line.id for line in first.rows]
        self._show_ids(ids)
        self.model.take(0, ids, first.rows)
        self.list.scrollToTop()
        if first.more:
            self._rest.start()
        self._tell(more=first.more)

    def _ask_for_all(self) -> None:
        self._asked += 1
        mine, wanted = self._asked, self._shown
        self._hub.ask(lambda desk: desk.queue.ids(wanted), lambda ids: self._show_all(ids, mine), self._not_known)

    def _show_all(self, ids: Sequence[str], mine: int) -> None:
        if mine == self._asked:
            self._show_ids(ids)
            self._tell()

    def _show_ids(self, ids: Sequence[str]) -> None:
        """Show these stories; what was chosen stays chosen, and the one in hand stays in hand."""
        chosen, index = self.chosen(), self.list.currentIndex()
        here = self.model.id_at(index.row()) if index.isValid() else ""
        self.model.set_ids(ids)
        at = self.model.row_of(here)
        if at >= 0:
            self.list.choose(at)
        elif index.isValid() and ids and self.list.hasFocus():
            self.list.choose(min(index.row(), len(ids) - 1))
        if len(chosen) > 1:
            for story in chosen:
                if (place := self.model.row_of(story)) >= 0:
                    self.list.selectionModel().select(self.model.index(place), _HELD)
        self._unknown = ""
        self._say_empty(len(ids))
        self._mark()

    def _tell(self, *, more: bool = False) -> None:
        count = self.model.rowCount()
        at = now()
        late = sum(line.is_late(at) for line in self.model.held())
        whole = summary(count, late, more=more) if count else ""
        self.count.say(whole if self.wide else whole.split(" ")[0])
        self.count.setToolTip(plain_tip(whole))
        self.count.setAccessibleName(whole)

    def _tick(self) -> None:
        """Let a minute pass: what was due then is late now."""
        self._tell()
        self.list.viewport().update()

    @property
    def said(self) -> str:
        """Return what stands in the place of a list without lines."""
        return self._empty.text()

    def _say_empty(self, count: int) -> None:
        said = _NEW if self._shown == ALL.filter else "No story matches."
        if self._shown == MINE.filter:
            said = "Nothing waits for you. All stories are under the view “All stories”."
        self._empty.setText(self._unknown or said)
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
        self.titles.setVisible(self.wide and bool(count))

    def _not_known(self, error: KnownError) -> None:
        self._hub.fail(error)
        self._not_read()

    def _not_read(self, *_: object) -> None:
        """Say that it is not known which stories there are, where none are shown."""
        self._unknown = self._unknown and _NOT_READ
        self._say_empty(self.model.rowCount())

    def _fetch(self, page: int, ids: Sequence[str]) -> None:
        def taken(rows: Sequence[QueueRow]) -> None:
            self.model.take(page, ids, rows)
            self._tell()

        self._hub.ask(lambda desk: desk.queue.rows(ids), taken)

    # -- What changes ------------------------------------------------------------------------------------------------

    def _ready(self) -> None:
        self._unknown = self._unknown and _READING
        self._say_empty(self.model.rowCount())
        self._clock.start()
        self._others.start()
        self._offers.start()

    def look_again(self) -> None:
        """Ask whether others have changed the stories, and show what they did."""
        if self.isVisible() and not self._hub.lanes.busy(Lane.STORE):
            self._hub.ask(lambda desk: desk.queue.pulse(), self._felt)

    def _felt(self, pulse: Pulse) -> None:
        before, self._pulse = self._pulse, pulse
        if before is None or before == pulse:
            return
        if before.order != pulse.order:
            self._offers.start()
            self._ask_for_all()
        else:
            self.model.refresh()

    def _offer(self) -> None:
        self._hub.ask(lambda desk: desk.queue.choices(), self._offered)

    def _offered(self, choices: "Choices") -> None:
        self.filters.offer_states(choices.states)
        self.filters.offer(choices.views, choices.sections, choices.people)

    def _changed(self, changes: Changes) -> None:
        if changes.parts & {Part.QUEUE, Part.SETTINGS}:
            self._offers.start()
        if Part.QUEUE in changes.parts:
            self.reload()
        if Part.SETTINGS in changes.parts:
            self.list.fit_rows(self._delegate)
            self.list.viewport().update()
            self.titles.update()
        self._mark()

    def _follow(self) -> None:
        """Let the lines of the open stories, in whichever window, say what their checklists say."""
        shared, own = self._hub.shared, self._hub.story
        counts = {hub.story.id: live_counts(hub.board.lines) for hub in shared.hubs if hub.story is not None}
        self.model.follow(counts, counts.keys() - ({own.id} if own is not None else set()))

    def _mark(self) -> None:
        """Mark the story that is open, without opening it once more."""
        story = self._hub.story
        self._delegate.show_open(story.id if story else "")
        at = self.model.row_of(story.id) if story else -1
        if at >= 0 and not self.list.hasFocus() and len(self.chosen()) < 2:
            self.list.choose(at)
        self.list.viewport().update()

    # -- What the user does ------------------------------------------------------------------------------------------

    def chosen(self) -> list[str]:
        """Return the ids of the stories that are chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.id_at(at) for at in rows]

    def listed(self) -> Sequence[str]:
        """Return the ids of all stories of the list, in its order."""
        return self.model.ids

    def _selection_changed(self, _on: QItemSelection, _off: QItemSelection) -> None:
        count = len(self.list.selectionModel().selectedIndexes())
        self._bar.setVisible(count > 1)
        self._chosen.setText(f"{count} chosen")
        self.approve.setText(f"Approve {count}…")

    def _open(self, index: QModelIndex) -> None:
        self.story_wanted.emit(self.model.id_at(index.row()))

    def _open_apart(self, name: str, index: QModelIndex) -> None:
        wanted = {"story_beside": self.story_beside_wanted, "story_window": self.story_window_wanted}[name]
        wanted.emit(self.model.id_at(index.row()))

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()
            self.list.choose(0)

    def _keep_view(self) -> None:
        from ui.queue.keep_view import KeepViewDialog

        current = self.filters.current
        dialog = KeepViewDialog(current.name if current and current.id else "", self.window())
        dialog.wanted.connect(self._view_named)
        dialog.open()

    def _view_named(self, name: str) -> None:
        operations.keep_view(self._hub, name, self.filters.wanted())

    def _remove_view(self, view: View) -> None:
        operations.remove_view(self._hub, view)
