"""The list of stories: rows of one height, of which a hundred thousand cost as much as a dozen.

A table of one column, for `QListView` asks its model about every row whenever the list changes: 130 ms for 100,000
stories, each time one is saved; a table asks about those that are seen.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.queue.delegate import QueueDelegate

_ENDS = {"story_first": 0, "story_last": -1}


class StoryList(QTableView):
    """One column of stories; several can be chosen."""

    openAsked = Signal(QModelIndex)
    """A story is to be opened, by key or by two clicks: with one click some systems' styles would "activate" it."""

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
        else:
            super().keyPressEvent(event)
