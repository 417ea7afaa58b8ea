"""The tree of the checklist: a key acts on the row that the keyboard is at."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTreeView

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.checklist.delegate import ChecklistDelegate


class ChecklistTree(QTreeView):
    """A flat-looking tree without header and branches."""

    acted = Signal(object)
    """The index of the row to act on."""
    left = Signal()
    """The keyboard is to go back to the text."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._is_drawer = False
        self.setAccessibleName("Checklist")
        self.setModel(model)
        self.setItemDelegate(ChecklistDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)

    def let_go_by_key(self, *, on: bool) -> None:
        """Let a key lead back to the text, where the checklist is a drawer; or not."""
        self._is_drawer = on

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask the rows for their heights anew where they are wider or narrower now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the row, or move as trees do."""
        act = pressed(event, Where.CHECKLIST)
        if act == "line_act" and self.currentIndex().isValid():
            self.acted.emit(self.currentIndex())
        elif act == "checklist_leave" and self._is_drawer:
            self.left.emit()
        else:
            super().keyPressEvent(event)
