"""Checks the text of a page that has no check of its own, so that a chief never has to open the editor for it.

Where nothing comes of grammar for ten seconds the page says that it is unchecked, and why, until something does.
"""

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk.checking.checklist import ItemState
from desk.checking.runner import ItemRun
from desk.checking.unheard import is_unheard
from desk.checks.check import Item
from desk.errors import KnownError
from desk.story import Examination
from ui.open_story.checker import GRAMMAR, OWN, SHOW_CHECKING_AFTER, SILENT_AFTER, UNHEARD
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

if TYPE_CHECKING:
    from desk.review_page import ReviewPage


def needs_check(page: "ReviewPage") -> bool:
    """Return whether an item of the page was not checked on exactly this text, or is to be looked at anew.

    That is where grammar was given up for the time, and where what was found is not what the last move knew.
    """
    lines = [line for line in page.lines if not line.manual]
    return page.found_anew or any(line.state is ItemState.CHECKING or is_unheard(line.reason) for line in lines)


class PageChecker(QObject):
    """One page at a time, each text once: own items in their lane, grammar in its own, then both are kept."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._hub = hub
        self._token = Token()
        self._of = ("", "")
        self._runs: dict[Item, ItemRun] = {}
        self._heard = 0.0
        self._page: ReviewPage | None = None
        self._late = QTimer(self, interval=SHOW_CHECKING_AFTER)
        self._late.timeout.connect(self._look_for_silence)

    def look(self, page: "ReviewPage") -> None:
        """Check the text of the page if that is needed and was not begun yet."""
        of = (page.story.id, page.sha256)
        if of == self._of or not needs_check(page):
            return
        self.stop()
        self._of, self._page, self._token, self._runs = of, page, Token(), {}
        self._heard = perf_counter()
        story, token = page.story, self._token
        draft, brief = story.draft, self._hub.facts.brief(story)

        def cancelled() -> bool:  # asked in the lane before each paragraph: the one before it was read
            self._heard = perf_counter()
            return token.cancelled()

        def examine(lane: Lane, items: tuple[Item, ...]) -> None:
            self._hub.check(
                lane,
                lambda examiner: examiner.examine(draft, brief, items, cancelled),
                lambda examination: self._take(page, examination),
                self._failed,
                token,
            )

        def grammar(_: object) -> None:
            if not token.cancelled():
                examine(Lane.ENGINE, GRAMMAR)

        examine(Lane.CHECKS, OWN)
        self._hub.ask(lambda desk: desk.stories.recall_readings(story.id), grammar, grammar)
        self._late.start()

    def stop(self) -> None:
        """Let go of what is under way."""
        self._late.stop()
        self._token.cancel()
        self._of = ("", "")

    def _take(self, page: "ReviewPage", examination: Examination) -> None:
        self._runs |= examination.runs
        if self._of == (page.story.id, page.sha256):
            self._keep(page, dict(self._runs))

    def _keep(self, page: "ReviewPage", runs: dict[Item, ItemRun]) -> None:
        """Keep what the checks came to, once each of them said something."""
        if set(runs) == set(Item):
            self._late.stop()
            self._hub.store(lambda desk: desk.review.keep_run(page, runs))

    def _look_for_silence(self) -> None:
        if self._page is not None and perf_counter() - self._heard > SILENT_AFTER:
            self._keep(self._page, {**self._runs, Item.GRAMMAR: UNHEARD})

    def _failed(self, error: KnownError) -> None:
        self._late.stop()
        self._of = ("", "")
        self._hub.fail(error)
