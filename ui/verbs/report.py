"""The verb that shows the report of a review and writes it where the user wants it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.errors import KnownError
from desk.story import Changes
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.hub import Hub

if TYPE_CHECKING:
    from ui.dialogs.report import ReportDialog


class ReportVerbs:
    """The report of the story at hand: the one under review, the one that is open, or the one in the list."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"report": self.show}

    def show(self) -> None:
        """Show the report; what is being typed is saved first."""
        story_id, slug = self._at_hand()
        if not story_id:
            self._p.hub.refuse("Open a story, or move to one in the list, to see the report of its review.")
        elif self._p.hub.story is not None and self._p.hub.story.id == story_id:
            self._p.open_story.save(lambda: self._ask(story_id, slug))
        else:
            self._ask(story_id, slug)

    def _at_hand(self) -> tuple[str, str]:
        story, queue = self._p.hub.story, self._p.queue
        review = None if self._p.review.isHidden() else self._p.review.made
        if review is not None and (page := review.page) is not None:
            return page.story.id, page.story.slug
        index = queue.list.currentIndex()
        if index.isValid() and (queue.list.hasFocus() or story is None):
            story_id = queue.model.id_at(index.row())
            line = queue.model.line_of(story_id)
            return story_id, line.slug if line else ""
        return (story.id, story.slug) if story is not None else ("", "")

    def _ask(self, story_id: str, slug: str) -> None:
        self._p.hub.ask(lambda desk: desk.reports.page(story_id), lambda page: self._show(story_id, slug, page))

    def _show(self, story_id: str, slug: str, page: str) -> None:
        from ui.dialogs.report import ReportDialog

        dialog = ReportDialog(slug, page, self._p.window)
        ReportFiles(self._p.hub, story_id, page, dialog)
        dialog.open()


class ReportFiles(QObject):
    """Writes the report that a dialog shows where it says, and lives as long as the dialog."""

    def __init__(self, hub: Hub, story_id: str, page: str, dialog: "ReportDialog") -> None:
        super().__init__(dialog)
        self._hub, self._story, self._page, self._dialog = hub, story_id, page, dialog
        dialog.save_wanted.connect(self._save)

    def _save(self, path: Path) -> None:
        if path.suffix.lower() == ".pdf":
            self._save_pdf(path)
        else:
            operations.write_report(self._hub, self._story, path, self._done, self._failed)

    def _save_pdf(self, path: Path) -> None:
        from ui.look.printing import write_pdf

        try:
            write_pdf(self._page, path, self._dialog.title)
        except KnownError as error:
            self._failed(error)
        else:
            self._dialog.tell(f"The report is in {path}.")

    def _done(self, changes: Changes) -> None:
        self._dialog.tell(changes.said)

    def _failed(self, error: KnownError) -> None:
        self._dialog.tell(str(error))
