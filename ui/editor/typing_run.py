"""Where undo parts what is typed: one step is a run of keys, as long as a few words."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from PySide6.QtGui import QTextDocument

PAUSE = 1.0
"""Seconds without a key, from which on the next one begins a step of its own."""
ENOUGH, MOST = 20, 40
"""Letters of a step: from so many on the next word begins another one, and so many are never passed."""


class TypingRun:
    """Tells the document which letters are one step to undo: it would join all that are typed without moving.

    The toolkit joins a letter to the step before as long as the document is “modified”, a word that nothing else here
    asks for: said not to be, the next edit is a step of its own.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._letters = 0
        self._last = ""
        """What the key before typed; empty where it took out."""
        self._when = 0.0
        self._typing = False

    def end(self) -> None:
        """Have the next edit be a step of its own: the cursor was moved, or words came and went by another way."""
        if not self._typing:
            self._document.setModified(False)
            self._letters = 0

    @contextmanager
    def key(self, typed: str) -> Iterator[None]:
        """Part the step in front of a key, if it is time to, and let moves of the cursor be its own meanwhile.

        `typed` is empty for a key that takes out.
        """
        now = perf_counter()
        if now - self._when >= PAUSE or self._parts_at(typed):
            self.end()
        self._when = now
        self._letters += max(1, len(typed))
        self._last = typed
        with self.staying():
            yield

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Let moves of the cursor be the key's own meanwhile."""
        self._typing = True
        try:
            yield
        finally:
            self._typing = False

    def _parts_at(self, typed: str) -> bool:
        """Return whether a key begins another step: one that takes out behind one that puts in, or enough before it."""
        if bool(typed) != bool(self._last):
            return True
        begins_word = self._last[-1:].isspace() and not typed[:1].isspace()
        return self._letters + len(typed) > MOST or (self._letters >= ENOUGH and begins_word)
