"""Keeps the editor writing marks as the settings say and, where they leave it open, as the house file does."""

from typing import TYPE_CHECKING

from desk.text.house_marks import HouseMarks
from ui.editor.text_edit import TextEdit
from ui.work.hub import Hub
from ui.work.lanes import Lane, nothing

if TYPE_CHECKING:
    from desk.services.examiner import Examiner
    from desk.settings.declared import Settings


class TypedMarks:
    """Asks the lane of checks for the house file, which the checks of style read as well; told by the refresher."""

    def __init__(self, hub: Hub, edit: TextEdit) -> None:
        self._hub, self._edit = hub, edit

    def follow(self, settings: "Settings") -> None:
        """Write as these settings say at once, and as their house file says when it has been read."""
        self._edit.use_marks(settings.typed_marks())
        if settings.house_file:  # the checks of style say why where it cannot be read
            self._hub.check(Lane.CHECKS, _typed_marks, self._edit.use_marks, nothing)


def _typed_marks(examiner: "Examiner") -> HouseMarks:
    return examiner.typed_marks()
