"""Tells a screen reader what the views are that we paint ourselves: without it each is but “a part of a window”."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Spoken = QAccessible.Role
"""What a screen reader calls things; the roles of people are the desk's."""


@cache
def tell_roles() -> None:
    """Have a widget whose class says `accessible_role` called by that, in every window of this process."""
    QAccessible.installFactory(_interface)


def _interface(name: str, told: QObject) -> QAccessibleInterface | None:
    """Return what speaks for a widget; None leaves it to the toolkit, which asks for each class of it in turn."""
    role = getattr(type(told), "accessible_role", None)
    if role is None or name != type(told).__name__ or not isinstance(told, QWidget):
        return None
    return QAccessibleWidget(told, role)
