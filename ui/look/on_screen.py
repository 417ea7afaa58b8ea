"""Keeps windows within the screen they are on, frame included, and never larger than it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

_EDGE = 8
"""Pixels of a frame at left, right and bottom before the system has said how many there are."""


def room_for(widget: QWidget) -> QRect:
    """Return the part of a widget's screen that no bar of the system covers."""
    screen = widget.screen() or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def frame_of(window: QWidget) -> QSize:
    """Return what the frame adds to a window: as it is, or as it must be expected before the window is shown."""
    added, handle = window.frameGeometry().size() - window.geometry().size(), window.windowHandle()
    if added.height() > 0 or (handle is not None and handle.isExposed()):
        return added  # while it is only being shown, nobody has put a frame around it yet
    return QSize(2 * _EDGE, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight) + _EDGE)


def fitted(window: QWidget, wanted: QSize) -> QSize:
    """Return the size nearest to the wanted one with which a window and its frame fit the screen."""
    return wanted.boundedTo(room_for(window).size() - frame_of(window))


def keep_on_screen(window: QWidget) -> None:
    """Shrink and move a window, frame included, until all of it is on its screen."""
    if window.isMaximized() or window.isFullScreen():
        return
    room, size = room_for(window), fitted(window, window.size())
    if size != window.size():
        window.resize(size)
    frame = window.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() + 1 - frame.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - frame.height()))
    if (left, top) != (frame.left(), frame.top()):
        window.move(QPoint(left, top))


_FOLDS = 6
"""Rounds until a window has folded what there is no room for, and asks for none of it: four are needed at most."""


def side_by_side(left: QWidget, right: QWidget) -> None:
    """Let two windows share the screen of the first, frames included; a system that places windows keeps the sizes."""
    room = room_for(left)
    half = room.width() // 2
    for nth, window in enumerate((left, right)):
        if window.isMaximized() or window.isFullScreen() or window.isMinimized():
            window.showNormal()
        size = QSize(half, room.height()) - frame_of(window)
        for _ in range(_FOLDS):
            window.resize(size)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            if window.width() <= size.width():
                break
        window.move(QPoint(room.left() + nth * half, room.top()))


def bring_to_front(window: QWidget) -> None:
    """Show a window before all others, whatever its size was, and give it the keyboard."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
