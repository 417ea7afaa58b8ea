"""Offers text that was typed but not saved when the application ended, with what differs from the saved version."""

from PySide6.QtWidgets import QWidget

from ui.dialogs.frame import Dialog
from ui.hub import Hub


class RecoveryDialog(Dialog):
    """One choice a recovered text: open it, throw it away, or later."""

    def __init__(self, hub: Hub, recoveries: object, parent: QWidget | None) -> None:
        super().__init__("Recovered text", parent, 640)
