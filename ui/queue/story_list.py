"""The list of stories: rows of one height, of which a hundred thousand cost as much as a dozen.

A table of one column, for `QListView` asks its model about every row whenever the list changes: 130 ms for 100,000
stories, each time one is saved; a table asks about those that are seen.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QStyleOptionViewItem, QTableView

from ui.actions.keys import bindings, pressed
from ui.actions.spec import Where
from ui.actions.table import spec_of
from ui.queue.delegate import QueueDelegate

_OTHERS = ("story_beside", "story_window")
_ENDS = {"story_first": 0, "story_last": -1}


class StoryList(QTableView):
    """One column of stories; several can be chosen."""

    openAsked = Signal(QModelIndex)
    """A story is to be opened, by key or by two clicks: with one click some systems' styles would "activate" it."""
    asked = Signal(str, QModelIndex)
    """The id of another action, and the story that it is wanted for."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Stories")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self.openAsked)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def fit_rows(self, delegate: QueueDelegate) -> None:
        """Give the rows the height that they have now, narrow or wide, in the font of now."""
        option = QStyleOptionViewItem()
        option.font = self.font()
        height = delegate.sizeHint(option, self.rootIndex()).height()
        if self.verticalHeader().defaultSectionSize() != height:
            self.verticalHeader().setDefaultSectionSize(height)

    def choose(self, row: int) -> None:
        """Choose one story alone, whatever is held down: Qt's own way adds to what is chosen while Ctrl is."""
        chosen, model = self.selectionModel(), self.model()
        if chosen is not None and model is not None:
            chosen.setCurrentIndex(model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or the last story, and open one, on every system alike."""
        act, model = pressed(event, Where.STORIES), self.model()
        if act in _ENDS and model is not None and model.rowCount():
            self.choose(_ENDS[act] % model.rowCount())
        elif act == "story_open" and self.currentIndex().isValid():
            self.openAsked.emit(self.currentIndex())
        elif act in _OTHERS and self.currentIndex().isValid():
            self.asked.emit(act, self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the story under the mouse, or with the one in hand."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("story_open", *_OTHERS):
            action = menu.addAction(spec_of(name).text)
            action.setData((name, QPersistentModelIndex(index)))
            action.setShortcuts(bindings(spec_of(name))[:1])
        menu.triggered.connect(self._chosen)
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).center()))

    def _chosen(self, action: QAction) -> None:
        name, index = action.data()
        if not index.isValid():
            return  # it left the list meanwhile
        at = self.model().index(index.row(), 0)
        self.openAsked.emit(at) if name == "story_open" else self.asked.emit(name, at)
