"""The part of a scroll area that is scrolled, found without what the toolkit makes to tell what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"


def scrolled(area: QAbstractScrollArea) -> QWidget:
    """Return the viewport of an area, and let the area know it from then on.

    The first time that the toolkit itself is asked for a widget which it made, it makes every class of widgets to see
    which one that is, 20 ms of each start; whoever asks by name says what it is.
    """
    found = area.findChild(QWidget, _NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    return area.viewport() if found is None else found
