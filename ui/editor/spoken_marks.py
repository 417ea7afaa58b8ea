"""Problem marks as things that a screen reader finds in the text: the words with their message, where they stand."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.editor.marks import Mark, Marks
from ui.editor.page import Page
from ui.editor.sheet import Sheet
from ui.look.announcing import is_heard
from ui.look.roles import Spoken


class _SpokenMark(QWidget):
    """One mark: nothing to be seen, nothing that the mouse or the keyboard meets."""

    accessible_role = Spoken.StaticText

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)


class SpokenMarks:
    """Keeps one for each open mark that is on the screen, as long as somebody listens.

    The toolkit gives attributes of a text for what it is formatted with alone, and marks are painted: so they are
    children of the text instead. Made after a paint, never during one.
    """

    def __init__(self, sheet: Sheet, marks: Marks) -> None:
        self._sheet, self._marks = sheet, marks
        self._shown: dict[str, _SpokenMark] = {}
        self._later = QTimer(sheet)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._place)

    def painted(self) -> None:
        """Look again at what is on the screen, once it is painted."""
        if is_heard() or self._shown:
            self._later.start(0)

    def _place(self) -> None:
        wanted = dict(self._wanted()) if is_heard() else {}
        for gone in self._shown.keys() - wanted.keys():
            self._shown.pop(gone).deleteLater()
        for which, (where, words) in wanted.items():
            spoken = self._shown.get(which)
            if spoken is None:
                spoken = self._shown[which] = _SpokenMark(self._sheet.viewport())
                spoken.setAccessibleName(words)
                spoken.show()
            if spoken.geometry() != where:
                spoken.setGeometry(where)

    def _wanted(self) -> list[tuple[str, tuple[QRect, str]]]:
        page = self._sheet.page()
        return [
            (mark.finding.fingerprint, (where, mark.finding.message))
            for mark in self._marks.within(page.span)
            if mark.open and (where := _where(page, mark)) is not None
        ]


def _where(page: Page, mark: Mark) -> QRect | None:
    """Return the box of the first line of a mark that is on the screen, at least a pixel wide."""
    first = next(iter(page.stretches(mark.span)), None)
    if first is None:
        return None
    size = QSize(max(1, round(first.right - first.left)), round(first.row.bottom - first.row.top))
    return QRect(QPoint(round(first.left), round(first.row.top)), size)
