"""Checks the text of a page that has no check of its own, so that a chief never has to open the editor for it."""

from PySide6.QtCore import QObject

from desk.checking.checklist import ItemState
from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.errors import KnownError
from desk.review_page import ReviewPage
from desk.story import Examination
from ui.open_story.checker import GRAMMAR, OWN
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token


def needs_check(page: ReviewPage) -> bool:
    """Return whether an item of the page was not checked on exactly this text."""
    return any(line.state is ItemState.CHECKING and not line.manual for line in page.lines)


class PageChecker(QObject):
    """One page at a time, each text once: own items in their lane, grammar in its own, then both are kept."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._hub = hub
        self._token = Token()
        self._of = ("", "")
        self._runs: dict[Item, ItemRun] = {}

    def look(self, page: ReviewPage) -> None:
        """Check the text of the page if that is needed and was not begun yet."""
        of = (page.story.id, page.sha256)
        if of == self._of or not needs_check(page):
            return
        self.stop()
        self._of, self._token, self._runs = of, Token(), {}
        story, token = page.story, self._token
        draft, brief = (
            story.draft,
            self._hub.facts.brief(story),
        )

        def examine(lane: Lane, items: tuple[Item, ...]) -> None:
            self._hub.check(
                lane,
                lambda examiner: examiner.examine(draft, brief, items, token.cancelled),
                lambda examination: self._take(page, examination),
                self._failed,
                token,
            )

        examine(Lane.CHECKS, OWN)
        examine(Lane.ENGINE, GRAMMAR)

    def stop(self) -> None:
        """Let go of what is under way."""
        self._token.cancel()
        self._of = ("", "")

    def _take(self, page: ReviewPage, examination: Examination) -> None:
        self._runs |= examination.runs
        if set(self._runs) == set(Item) and self._of == (page.story.id, page.sha256):
            runs = dict(self._runs)
            self._hub.store(lambda desk: desk.review.keep_run(page, runs))

    def _failed(self, error: KnownError) -> None:
        self._of = ("", "")
        self._hub.fail(error)
