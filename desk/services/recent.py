"""Which stories each person opened on this machine last, and what stood on the screen; a file beside the database."""

import hashlib
import json
import logging
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.careful import careful_text
from desk.facts import RecentStories, RecentStory
from desk.keychain import write_private
from desk.paths import data_dir
from desk.story import Changes, StoryView
from desk.text.plain import OF_ANOTHER_FORM

if TYPE_CHECKING:
    from desk.services.context import DeskContext

_log = logging.getLogger(__name__)
MOST = 12
"""Stories kept a person: what a menu shows at one look."""
_MOST_BYTES = 1_000_000


class RecentService:
    """The stories that whoever is working opened last; losing the file loses a convenience and no work."""

    def __init__(self, context: "DeskContext") -> None:
        self._context = context
        self._known: dict[str, RecentStories] | None = None
        self._windows: list[str] = []
        """What each window of this process has on the screen, in their order; empty for no story."""
        self._asking = 0

    @property
    def path(self) -> Path:
        """Return the file that it is kept in, one for each database."""
        name = hashlib.sha256(self._context.store.name.encode()).hexdigest()[:16]
        return data_dir() / "recent" / f"{name}.json"

    def all(self) -> RecentStories:
        """Return what the person who is working opened last."""
        if self._known is None:
            self._known = self._read()
        return self._known.get(self._context.person.id, RecentStories())

    def asked_by(self, window: int) -> None:
        """Take note which window asks, by its place among those of this process."""
        self._asking = window

    def opened(self, story: StoryView) -> StoryView:
        """Take note that a story was opened, and return it with the place that its sheet was scrolled to last."""
        self._shows(story.id)
        before = self.all()
        known = next((one for one in before.stories if one.id == story.id), RecentStory(story.id, story.slug))
        others = tuple(one for one in before.stories if one.id != story.id)
        mine = replace(known, slug=story.slug)
        self._keep(RecentStories((mine, *others)[:MOST], self._on_screen()))
        return replace(story, top=known.top)

    def scrolled(self, story_id: str, top: int) -> None:
        """Keep which code point stood at the top of the sheet when a story was let go of, and its slug by now."""
        mine = self.all()
        slug = self._context.store.stories.get(story_id).slug
        stories = tuple(replace(one, slug=slug, top=top) if one.id == story_id else one for one in mine.stories)
        self._keep(replace(mine, stories=stories))

    def left(self) -> Changes:
        """Take note that the window shows no story any more."""
        self._shows("")
        self._keep(replace(self.all(), on_screen=self._on_screen()))
        return Changes(frozenset())

    def closed(self) -> Changes:
        """Take note that the window is gone, and others are still there."""
        return self._let_go(self._asking, self._asking + 1)

    def closed_behind(self) -> Changes:
        """Take note that the windows behind this one are gone."""
        return self._let_go(self._asking + 1, len(self._windows))

    def _let_go(self, first: int, end: int) -> Changes:
        del self._windows[first:end]
        self._keep(replace(self.all(), on_screen=self._on_screen()))
        return Changes(frozenset())

    def _shows(self, story_id: str) -> None:
        missing = self._asking + 1 - len(self._windows)
        self._windows += [""] * missing
        self._windows[self._asking] = story_id

    def _on_screen(self) -> tuple[str, ...]:
        return tuple(story for story in self._windows if story)

    def sure(self, story_id: str) -> Changes:
        """Take a story off the list that the database has no longer; `left` then says so."""
        if self._context.store.stories.is_there(story_id):
            return Changes(frozenset())
        mine = self.all()
        gone = next((one.slug for one in mine.stories if one.id == story_id), "")
        stories = tuple(one for one in mine.stories if one.id != story_id)
        self._keep(RecentStories(stories, tuple(shown for shown in mine.on_screen if shown != story_id)))
        return Changes(
            frozenset(),
            left=f"“{gone or 'The story'}” is no longer in this database: it is off the list of recent ones.",
        )

    def to_open_again(self) -> tuple[str, ...]:
        """Return the stories that were on the screen when the last windows were closed; none after a crash.

        What a window that died left unsaved is offered by itself, with what is saved beside it. Behind the first one
        those that the database has no longer are left out: no window is opened to say so.
        """
        store, shown = self._context.store, self.all().on_screen
        if not self._context.settings.open_last or store.recovery.pending():
            return ()
        return shown[:1] + tuple(story for story in shown[1:] if store.stories.is_there(story))

    # -- The file ----------------------------------------------------------------------------------------------------

    def _keep(self, mine: RecentStories) -> None:
        """Write it down, beside what another window wrote meanwhile of other people."""
        if mine == self.all():
            return
        self._known = self._read() | {self._context.person.id: mine}
        plain = {person: asdict(theirs) for person, theirs in self._known.items()}
        try:
            write_private(self.path, json.dumps(plain))
        except OSError as error:
            _log.warning("recent stories were not kept: %s", error)

    def _read(self) -> dict[str, RecentStories]:
        """Return what is kept, by the ids of people; nothing where the file makes no sense."""
        try:
            if self.path.stat().st_size > _MOST_BYTES:
                return {}
            plain = json.loads(careful_text(self.path))
            return {str(person): _recent(theirs) for person, theirs in plain.items()}
        except (OSError, *OF_ANOTHER_FORM):
            return {}


def _recent(plain: dict[str, Any]) -> RecentStories:
    stories = tuple(RecentStory(str(one["id"]), str(one["slug"]), int(one["top"])) for one in plain["stories"])
    shown = plain["on_screen"]
    each = [shown] if isinstance(shown, str) else list(shown)  # one before there were several windows
    return RecentStories(stories[:MOST], tuple(str(story) for story in each if story))
