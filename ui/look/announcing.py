"""Says something to whoever listens to the window instead of looking at it."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def is_heard() -> bool:
    """Return whether anybody listens."""
    return QAccessible.isActive()


def announce(widget: QWidget, sentence: str, *, at_once: bool = False) -> None:
    """Let a screen reader say a sentence, `at_once` before what it is saying; nothing where none is running."""
    if sentence and is_heard():
        event = QAccessibleAnnouncementEvent(widget, sentence)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
        QAccessible.updateAccessibility(event)
