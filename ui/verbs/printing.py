"""The verb that prints the open story."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.verbs.window_parts import WindowParts

if TYPE_CHECKING:
    from ui.dialogs.print_story import PrintStoryDialog


class PrintVerbs:
    """Prints the text as it stands."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the ids of their actions."""
        return {"print": self.ask}

    def ask(self) -> None:
        """Ask how to print, then show the pages or ask for a printer."""
        from ui.dialogs.print_story import PrintStoryDialog

        if (story := self._p.hub.story) is not None:
            dialog = PrintStoryDialog(story.slug or "Story", self._p.window)
            Pages(self._p, dialog)
            dialog.open()


class Pages(QObject):
    """Gives a dialog the pages that it asks for, and lives as long as it."""

    def __init__(self, parts: WindowParts, dialog: "PrintStoryDialog") -> None:
        super().__init__(dialog)
        self._p, self._dialog = parts, dialog
        dialog.page_wanted.connect(self._make)

    def _make(self, for_marks: bool) -> None:
        if (story := self._p.hub.story) is not None:
            story_id, draft = story.id, self._p.live_draft.draft()
            self._p.hub.ask(
                lambda desk: desk.reports.printed(story_id, draft, for_marks=for_marks), self._dialog.show_page
            )
