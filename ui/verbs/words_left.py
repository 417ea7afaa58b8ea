"""Shows what has words of emptied texts still, and deletes the files of it that somebody says may go."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from ui.verbs.window_parts import WindowParts
from ui.work.answers import delete_files

_NOTICE = "words left"


class WordsLeft(QObject):
    """One showing; it outlives whatever asked for it."""

    def __init__(self, parts: WindowParts, lines: Sequence[str]) -> None:
        super().__init__(parts.window)
        self._p, self._lines = parts, tuple(lines)

    def offer(self) -> None:
        """Say that there is something, for somebody who is in the middle of something else."""
        sentence = "A text was emptied by law, and what was exchanged says so now. Something has its words still."
        self._p.notices.tell_of_desk(_NOTICE, sentence, [("Show it", self.show)])

    def show(self) -> None:
        """Ask which files may be deleted, then show all of it."""
        self._p.notices.drop(_NOTICE)
        self._p.hub.ask(lambda desk: desk.emptying.files(), self._show)

    def _show(self, files: Sequence[Path]) -> None:
        from ui.dialogs.words_left import WordsLeftDialog

        dialog = WordsLeftDialog(self._lines, files, self._p.window)
        dialog.wanted.connect(self._delete)
        dialog.finished.connect(self.deleteLater)
        dialog.open()

    def _delete(self, files: Sequence[Path]) -> None:
        delete_files(self._p.hub, files)
