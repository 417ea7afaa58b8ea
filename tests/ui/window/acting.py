"""What the tests of the window do and look at again and again."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
)


def line(window, item):
    return next(one for one in window.hub.board.lines if one.item == item)


def quotes(window, item):
    return [finding.quote for finding in line(window, item).open]


def shown_buttons(parent):
    return [button.text() for button in parent.findChildren(QAbstractButton) if button.isVisible()]


def shown_sentences(parent):
    return [words.text() for words in parent.findChildren(QLabel) if words.isVisible()]


def act(window, name):
    window.actions[name].trigger()


def drop(window, data):
    place = QPoint(300, 300).toPointF()
    window.frame.dropEvent(
        QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )


def shorten(timer, within):
    """Have a timer of ours that waits no longer than so many milliseconds go off at once: now, or whenever it starts.

    For what a test would only wait for; for how long it is in the product is looked at all the same.
    """
    assert 0 < timer.interval() <= within
    timer.setInterval(1)


def choose(window, quote):
    finding = next(f for f in window.hub.board.open_findings if f.quote == quote)
    window.verbs.problems.show(finding)
    return finding
