"""Shows where a story can go, what stands in the way of each move, and asks for a note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.story import StoryView
from ui.dialogs.frame import Dialog


class MoveDialog(Dialog):
    """One choice of several, each with its obstacles; the way is open only where nothing stands in it."""

    wanted = Signal(str, str)
    """Where to, and the note."""

    def __init__(self, story: StoryView, moves: Sequence[object], parent: QWidget | None) -> None:
        super().__init__("Move the story on", parent, 520)
