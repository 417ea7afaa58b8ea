"""The list of stories: rows of one height, of which a hundred thousand cost as much as a dozen.

A table of one column, for `QListView` asks its model about every row whenever the list changes: 130 ms for 100,000
stories, each time one is saved; a table asks about those that are seen.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView

from ui.queue.delegate import QueueDelegate

_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class StoryList(QTableView):
    """One column of stories; several can be chosen."""

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first and the last story with Home and End, and open one with Return."""
        key = Qt.Key(event.key())
        model, held = self.model(), event.modifiers()
        if key in _ENDS and model is not None and model.rowCount() and not held & ~Qt.KeyboardModifier.ControlModifier:
            self.setCurrentIndex(model.index(_ENDS[key] % model.rowCount(), 0))
            return
        super().keyPressEvent(event)
