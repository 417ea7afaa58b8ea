"""The tree of the checklist: a key acts on the row that the keyboard is at."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeView

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.checklist.delegate import ChecklistDelegate


class ChecklistTree(QTreeView):
    """A flat-looking tree without header and branches."""

    acted = Signal(object)
    """The index of the row to act on."""

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the row, or move as trees do."""
        if pressed(event, Where.CHECKLIST) == "line_act" and self.currentIndex().isValid():
            self.acted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
