"""The verb that shows the report of a review and writes it where the user wants it."""

from collections.abc import Callable
from pathlib import Path

from desk.errors import KnownError
from desk.story import Changes
from ui.dialogs.report import ReportDialog
from ui.look.printing import write_pdf
from ui.verbs.window_parts import WindowParts
from ui.work import operations


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
            self._p.hub.trouble.emit("Open a story, or move to one in the list, to see the report of its review.")
        elif self._p.hub.story is not None and self._p.hub.story.id == story_id:
            self._p.open_story.save(lambda: self._ask(story_id, slug))
        else:
            self._ask(story_id, slug)

    def _at_hand(self) -> tuple[str, str]:
        page, story, queue = self._p.review.page, self._p.hub.story, self._p.queue
        if not self._p.review.isHidden() and page is not None:
            return page.story.id, page.story.slug
        index = queue.list.currentIndex()
        if index.isValid() and (queue.list.hasFocus() or story is None):
            story_id = queue.model.id_at(index.row())
            line = queue.model.line_of(story_id)
            return story_id, line.slug if line else ""
        return (story.id, story.slug) if story is not None else ("", "")

    def _ask(self, story_id: str, slug: str) -> None:
        self._p.hub.ask(lambda session: session.report_page(story_id), lambda page: self._show(story_id, slug, page))

    def _show(self, story_id: str, slug: str, page: str) -> None:
        dialog = ReportDialog(slug, page, self._p.window)
        dialog.save_wanted.connect(lambda path: self._save(dialog, story_id, page, path))
        dialog.open()

    def _save(self, dialog: ReportDialog, story_id: str, page: str, path: Path) -> None:
        def said(sentence: str) -> None:
            dialog.tell(sentence)

        def failed(error: KnownError) -> None:
            said(str(error))

        if path.suffix.lower() == ".pdf":
            try:
                write_pdf(page, path, dialog.windowTitle())
            except KnownError as error:
                failed(error)
            else:
                said(f"The report is in {path}.")
            return

        def done(changes: Changes) -> None:
            said(changes.said)

        operations.write_report(self._p.hub, story_id, path, done, failed)
