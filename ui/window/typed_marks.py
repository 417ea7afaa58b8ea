"""Keeps the editor writing marks as the settings say and, where they leave it open, as the house file does."""

from typing import TYPE_CHECKING

from desk.settings.declared import Settings
from desk.text.house_marks import HouseMarks
from ui.editor.text_edit import TextEdit
from ui.work.hub import Hub
from ui.work.lanes import Lane

if TYPE_CHECKING:
    from desk.services.examiner import Examiner


class TypedMarks:
    """Asks the lane of checks for the house file, which the checks of style read as well; told by the refresher."""

    def __init__(self, hub: Hub, edit: TextEdit) -> None:
        self._hub, self._edit = hub, edit

    def follow(self, settings: Settings) -> None:
        """Write as these settings say at once, and as their house file says when it has been read."""
        marks = HouseMarks(settings.typed_quotes, settings.typed_dash, settings.typed_ellipsis)
        if not settings.house_file:
            self._edit.use_marks(marks)
            return

        def of_house(examiner: "Examiner") -> HouseMarks:
            from desk.checks.style.choices.typed_marks import marks_of_house

            return marks_of_house(marks, examiner.house.house_file)

        def unread(_: object) -> None:  # the checks of style say why
            self._edit.use_marks(marks)

        self._hub.check(Lane.CHECKS, of_house, self._edit.use_marks, unread)
