"""Keeps the editor writing marks as the settings say and, where they leave it open, as the house file does."""

from typing import TYPE_CHECKING

from desk.text.house_marks import HouseMarks
from ui.editor.text_edit import TextEdit
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

if TYPE_CHECKING:
    from desk.services.examiner import Examiner
    from desk.settings.declared import Settings


class TypedMarks:
    """Asks the lane of checks for the house file, which the checks of style read as well; told by the refresher."""

    def __init__(self, hub: Hub, edit: TextEdit) -> None:
        self._hub, self._edit = hub, edit
        self._token = Token()
        self._followed: tuple[HouseMarks, str] | None = None

    def follow(self, settings: "Settings") -> None:
        """Write as these settings say, where they name a house file once it has been read."""
        wanted = settings.typed_marks(), settings.house_file
        if wanted != self._followed:
            self._followed = wanted
            self.read_anew(settings)

    def read_anew(self, settings: "Settings") -> None:
        """Write as the house file says by now; until it has been read the marks stay, and older answers count no more.

        Where it cannot be read, the settings hold alone: the checks of style say why.
        """
        self._token.cancel()
        marks = settings.typed_marks()
        if not settings.house_file:
            self._edit.use_marks(marks)
            return
        self._token, use = Token(), self._edit.use_marks
        self._hub.check(Lane.CHECKS, _typed_marks, use, lambda _: use(marks), self._token)


def _typed_marks(examiner: "Examiner") -> HouseMarks:
    return examiner.typed_marks()
