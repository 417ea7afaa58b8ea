"""How far the bringing up to date of an older database is, for whoever opened it from the terminal; Ctrl+C stops it."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from desk.commands.say import redraw, say_aside
from desk.errors import Cancelled
from desk.store.records.values import ToldOfUpgrade, Upgrading
from desk.text.words import grouped


@contextmanager
def telling_of_upgrade() -> Iterator[ToldOfUpgrade]:
    """Give what `open_store` tells: a sentence first, then one line at the foot of a terminal.

    Raises `KeyboardInterrupt` where Ctrl+C came too late for the upgrade, which is done: it ends the command.
    """
    live = _Live()
    try:
        yield live.hear
    finally:
        live.end()
    if live.stop:
        raise KeyboardInterrupt


class _Live:
    """The sentence and the line; from the first word on Ctrl+C asks for an end, and leaves the database as it was.

    The second one does what it does elsewhere, for whoever does not want to wait for that end.
    """

    def __init__(self) -> None:
        self._before: Any = None
        self.stop = self._stands = False

    def hear(self, progress: Upgrading) -> None:
        """Say how far it is; raises `Cancelled` once somebody wants an end."""
        if self.stop:
            raise Cancelled
        if self._before is None:
            say_aside(progress.words)
            self._before = signal.getsignal(signal.SIGINT)
            if self._before is not signal.SIG_IGN:  # it runs behind a shell: what it does not hear now it never heard
                signal.signal(signal.SIGINT, self._asked_to_stop)
        elif sys.stderr.isatty():
            redraw(_line(progress))
            self._stands = True

    def _asked_to_stop(self, *_: object) -> None:
        self.stop = True
        signal.signal(signal.SIGINT, self._before)

    def end(self) -> None:
        """Take the line away and let Ctrl+C do what it did."""
        if self._stands:
            redraw("")
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)


def _line(progress: Upgrading) -> str:
    if not progress.whole:
        return progress.words
    percent = 100 * progress.done // progress.whole
    return f"{percent:3d} %  {grouped(progress.done)} of {grouped(progress.whole)} {progress.what}  {progress.words}"
