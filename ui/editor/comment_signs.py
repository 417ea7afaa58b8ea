"""The signs of comments in the margin under the mouse: a hand, the words in a tool tip, and a click that opens one."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent

from ui.editor.comment_marks import CommentMark, CommentMarks
from ui.editor.text_edit import TextEdit


class CommentSigns(QObject):
    """Listens to the mouse before the text does; what is beside the signs is the text's."""

    asked = Signal(str)
    """The id of the comment whose sign was clicked."""

    def __init__(self, edit: TextEdit, marks: CommentMarks) -> None:
        super().__init__(edit)
        self._edit, self._marks = edit, marks
        edit.viewport().setMouseTracking(True)
        edit.viewport().installEventFilter(self)

    def at(self, point: QPoint) -> CommentMark | None:
        """Return the comment whose sign is at a place of the viewport."""
        return self._marks.sign_at(QPointF(point), self._edit.page())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open, point or tell where a sign is; leave everything else alone."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._pressed(event)
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and not event.buttons():
            self._point(event.position().toPoint())
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and (mark := self.at(event.pos())) is not None:
            self._edit.show_tip(mark.tip, event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QMouseEvent) -> bool:
        mark = self.at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else None
        if mark is not None:
            self.asked.emit(mark.thread)
        return mark is not None

    def _point(self, point: QPoint) -> None:
        in_margin = point.x() > self._edit.viewport().width() - self._marks.margin
        over = in_margin and self.at(point) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self._edit.viewport().cursor().shape() is not shape:
            self._edit.viewport().setCursor(shape)
