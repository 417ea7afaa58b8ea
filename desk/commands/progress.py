"""How far a call with many files is: one line at the foot of the terminal, and nothing where no person looks on."""

import sys
import time

from desk.commands.check_one_file import Checked
from desk.commands.say import redraw, say
from desk.text.words import grouped, plural

_FILES = 4
"""Files from which on there is anything to wait for."""
_EVERY = 0.1
"""Seconds between two looks at one line."""


class Progress:
    """The line of one call: files done and left, words, and how many of them a second."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._live = files >= _FILES and sys.stderr.isatty()
        self._began = self._shown = time.monotonic()
        self._done = self._words = self._with_findings = self._unread = 0
        self._stands = False

    def hide(self) -> None:
        """Take the line away, so that what is printed next stands by itself."""
        if self._stands and sys.stdout.isatty():
            redraw("")
            self._stands = False

    def show(self, one: Checked) -> None:
        """Count one more file, and put the line where it was."""
        self._done, self._words = self._done + 1, self._words + one.words
        self._with_findings += one.status == 1
        self._unread += one.status == 2
        now = time.monotonic()
        if self._live and (not self._stands or now - self._shown >= _EVERY):
            redraw(self._line(now))
            self._stands, self._shown = True, now

    def _line(self, now: float) -> str:
        percent = 100 * self._done // self._files
        speed = round(self._words / max(now - self._began, 0.001))
        done = f"{grouped(self._done)} of {plural(self._files, 'file')}"
        return f"{percent:3d} %  {done}  {grouped(speed)} words a second"

    def end(self) -> None:
        """Put what it all came to in the place of the line."""
        if not self._live:
            return
        redraw("")
        unread = f", {grouped(self._unread)} not read" if self._unread else ""
        files, words = plural(self._done, "file"), plural(self._words, "word")
        say(f"{files}, {words}: {grouped(self._with_findings)} with findings{unread}.", err=True)
