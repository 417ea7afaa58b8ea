"""The watched folder: each new file becomes a story of the queue once; what cannot be read stands in a list.

A file counts by the digest of its bytes, so that a copy under another name is the same one, and a second window,
another machine or a new start takes nothing twice. The files stay where they are.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.facts import Unread, WatchState
from desk.readers.draft import file_bytes
from desk.readers.folder_watch import FolderWatch
from desk.review.people import stranger
from desk.services.stories import StoriesService
from desk.story import Changes, Part
from desk.text.words import plural, shortened

if TYPE_CHECKING:
    from desk.services.context import DeskContext

WHO = "the watched folder"
"""Who brings such stories in: none of the desk's people, so that all of them may read and approve them."""
_AT_ONCE = 5
"""Files taken at one look: a document takes a tenth of a second, and the store must answer the window between them."""


class WatchedFolderService:
    """The watched folder of the settings, for the store lane."""

    def __init__(self, context: "DeskContext", stories: StoriesService) -> None:
        self._context, self._store, self._stories = context, context.store, stories
        self._given: Path | None = None
        self._watch: FolderWatch | None = None
        self._unread: dict[Path, str] = {}
        self._trouble = ""

    @property
    def state(self) -> WatchState:
        """Return what the window shows: what could not be read, and whether the folder is out of reach."""
        folder = self._watch.folder if self._watch is not None else None
        return WatchState(folder, tuple(Unread(path, why) for path, why in self._unread.items()), self._trouble)

    def use(self, folder: Path) -> None:
        """Watch this folder, whatever the settings name."""
        self._given = folder

    def look(self) -> Changes:
        """Look at the folder and take in what is whole; a folder that is out of reach is told of in `state`."""
        watch = self._current()
        if watch is None:
            return Changes(frozenset())
        try:
            whole, self._trouble = watch.look(), ""
        except KnownError as error:
            self._trouble = str(error)
            return Changes(frozenset())
        self._unread = {path: why for path, why in self._unread.items() if path in watch}
        slugs = [slug for path in whole[:_AT_ONCE] if (slug := self._take(watch, path))]
        if not slugs:
            return Changes(frozenset())
        said = (
            f"“{shortened(slugs[0], 60)}” came" if len(slugs) == 1 else f"{plural(len(slugs), 'story', 'stories')} came"
        )
        return Changes(frozenset({Part.QUEUE}), said=f"{said} from the watched folder.")

    def try_again(self) -> Changes:
        """Read again what could not be read."""
        watch = self._current()
        for path in tuple(self._unread):
            if watch is not None:
                watch.again(path)
        self._unread.clear()
        return self.look()

    def _current(self) -> FolderWatch | None:
        """Return the watch of the folder that the settings name by now, None for none."""
        named = self._context.settings.incoming_folder
        folder = self._given or (Path(named).expanduser() if named else None)
        if folder != (self._watch.folder if self._watch is not None else None):
            self._watch = FolderWatch(folder) if folder is not None else None
            self._unread, self._trouble = {}, ""
        return self._watch

    def _take(self, watch: FolderWatch, path: Path) -> str:
        """Take a file in and return the slug of its story; empty where there is none, or was one already."""
        watch.take(path)  # first of all: a file that breaks a reader breaks it once
        self._unread.pop(path, None)
        try:
            raw, _ = file_bytes(path)
            is_known = self._store.stories.has_arrived(hashlib.sha256(raw).hexdigest())
            new = None if is_known else self._stories.read_in(path)
        except KnownError as error:
            self._unread[path] = str(error)
            return ""
        try:
            story = None if new is None else self._store.stories.create_once(new, stranger(WHO))
        except KnownError:  # of the store: the file is none the worse
            watch.again(path)
            raise
        return "" if story is None else story.slug
