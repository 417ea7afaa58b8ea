"""Finishes the check of stories that were left while it was under way, so that the list says what is true of them.

It goes behind everything else: one story at a time, and only while no window has work for the lane of grammar.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk.story import Examination
from ui.open_story.checker import BEHIND_ANOTHER
from ui.open_story.page_checker import needs_check
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token, nothing

if TYPE_CHECKING:
    from desk.review_page import ReviewPage


class LeftStories(QObject):
    """The stories that this window left too early, in the order in which they were."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._hub = hub
        self._waiting: dict[str, None] = {}
        self._token: Token | None = None
        self._timer = QTimer(self, singleShot=True, interval=BEHIND_ANOTHER)
        self._timer.timeout.connect(self._look)
        hub.shared.first.connect(self._give_way)

    def add(self, story_id: str) -> None:
        """Finish the check of this story once nothing else is checked."""
        self._waiting[story_id] = None
        self._timer.start()

    def _look(self) -> None:
        for story_id in self._hub.shared.open_stories():
            self._waiting.pop(story_id, None)  # the window that has it checks it
        if not self._waiting or self._token is not None:
            return
        if self._hub.lanes.busy(Lane.ENGINE):
            self._timer.start()
            return
        story_id = next(iter(self._waiting))
        self._token = Token()
        self._hub.ask(lambda desk: desk.review.page(story_id), self._check, partial(self._over, story_id))

    def _check(self, page: "ReviewPage") -> None:
        story, token = page.story, self._token
        if token is None or not needs_check(page):
            self._over(story.id)
            return
        draft, brief = story.draft, self._hub.facts.brief(story)
        self._hub.check(
            Lane.ENGINE,
            lambda examiner: examiner.examine(draft, brief, cancelled=token.cancelled),
            partial(self._keep, page),
            partial(self._over, story.id),
            token,
            self._stopped,
        )

    def _keep(self, page: "ReviewPage", examination: Examination) -> None:
        self._over(page.story.id)
        self._hub.store(lambda desk: desk.review.keep_run(page, examination.runs), failed=nothing)

    def _over(self, story_id: str, _: object = None) -> None:
        self._waiting.pop(story_id, None)
        self._stopped()

    def _stopped(self) -> None:
        self._token = None
        if self._waiting:
            self._timer.start()

    def _give_way(self, _: Hub, lane: Lane) -> None:
        """Stop for a story that is open, and begin again later; what was read until then is kept."""
        if lane is Lane.ENGINE and self._token is not None:
            self._token.cancel()
