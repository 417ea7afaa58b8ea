"""One line of undo for text, kinds and links: Qt's stack knows only the text."""

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from ui.editor.beside import Beside, BesideState
from ui.editor.live_text import LiveText


@dataclass(frozen=True, slots=True)
class BesideStep:
    """A change of kinds or links between two depths of Qt's undo stack, the same where no text changed with it."""

    start: int
    end: int
    before: BesideState
    after: BesideState


class History:
    """Undoes and redoes edits, and changes of kinds and links, in the order they were made."""

    def __init__(self, document: QTextDocument, live: LiveText, beside: Beside) -> None:
        self._document, self._live = document, live
        self.beside = beside
        self._done: list[BesideStep] = []
        self._undone: list[BesideStep] = []
        self._walking = False

    def clear(self) -> None:
        """Forget everything: another text was opened."""
        self._done.clear()
        self._undone.clear()

    def forget(self) -> None:
        """Let nothing be undone or done again, and the text stand as it is: its former words are to be nowhere."""
        self._document.clearUndoRedoStacks()
        self.clear()

    @property
    def depth(self) -> int:
        """Return how deep Qt's undo stack is, to be given to `note`."""
        return self._document.availableUndoSteps()

    def note(self, start: int, before: BesideState) -> None:
        """Take down that kinds or links changed, and text with them if the stack was at `start` and is deeper now."""
        self._undone.clear()
        self._done.append(BesideStep(start, self.depth, before, self.beside.state))
        self._document.setModified(False)  # else the next letter would join the last step, and be undone with it

    def edited(self) -> None:
        """Take down that the text was edited: what was undone cannot be redone."""
        if not self._walking:
            self._undone.clear()

    def undo(self) -> bool:
        """Take back the last step and return whether anything beside the text changed."""
        step = self._done[-1] if self._done and self._done[-1].end == self.depth else None
        if step is None or step.start != step.end:
            self._walk(back=True)
        if step is not None:
            self._done.pop()
            self._undone.append(step)
            self.beside.restore(step.before)
        return step is not None

    def redo(self) -> bool:
        """Make the last step that was taken back again and return whether anything beside the text changed."""
        step = self._undone[-1] if self._undone and self._undone[-1].start == self.depth else None
        if step is None or step.start != step.end:
            self._walk(back=False)
        if step is not None:
            self._undone.pop()
            self._done.append(step)
            self.beside.restore(step.after)
        return step is not None

    def _walk(self, back: bool) -> None:
        self._walking = True
        try:
            if back:
                self._document.undo()
            else:
                self._document.redo()
        finally:
            self._walking = False
        self._document.setModified(False)  # else what is typed next would join the step that is the last one now
        self.beside.recall(self._live.text)
