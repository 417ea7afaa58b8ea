"""For how long whoever asks the engine has heard nothing of it since it was lost: what a terminal waits by."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class Silence:
    """Questions that are out, and when something was heard last; safe from any thread."""

    def __init__(self) -> None:
        self._mutex = Lock()
        self._out, self._heard, self._lost = 0, 0.0, False
        self._answered = False

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Have one more question out meanwhile."""
        with self._mutex:
            self._heard = self._heard if self._out else time.monotonic()
            self._out += 1
        try:
            yield
        finally:
            with self._mutex:
                self._out -= 1

    def heard(self) -> None:
        """Know that something was answered."""
        self._heard, self._lost, self._answered = time.monotonic(), False, True

    def lost(self) -> None:
        """Know that whoever was asked is gone."""
        self._lost = True

    @property
    def is_asked(self) -> bool:
        """Return whether a question is out."""
        return self._out > 0

    @property
    def begins(self) -> bool:
        """Return whether a question is out and nothing was answered yet at all: the engine comes up."""
        return self._out > 0 and not self._answered

    @property
    def seconds(self) -> float:
        """Return for how long a question has been out unheard since somebody was lost over it; 0 where nobody was."""
        return time.monotonic() - self._heard if self._lost and self._out else 0.0
