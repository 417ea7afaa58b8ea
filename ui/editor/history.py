"""One line of undo for text and kinds: Qt's stack knows only the text."""

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from ui.editor.hand_kinds import HandKinds, HandState


@dataclass(frozen=True, slots=True)
class KindStep:
    """A change of kinds between two depths of Qt's undo stack, the same where no text changed with it."""

    start: int
    end: int
    before: HandState
    after: HandState


class History:
    """Undoes and redoes edits and changes of kind in the order they were made."""

    def __init__(self, document: QTextDocument, hand: HandKinds) -> None:
        self._document = document
        self._hand = hand
        self._done: list[KindStep] = []
        self._undone: list[KindStep] = []
        self._walking = False

    def clear(self) -> None:
        """Forget everything: another text was opened."""
        self._done.clear()
        self._undone.clear()

    @property
    def depth(self) -> int:
        """Return how deep Qt's undo stack is, to be given to `note`."""
        return self._document.availableUndoSteps()

    def note(self, start: int, before: HandState) -> None:
        """Take down that kinds changed, and text with them if the stack was at `start` and is deeper now."""
        self._undone.clear()
        self._done.append(KindStep(start, self.depth, before, self._hand.state))
        self._document.setModified(False)  # else the next letter would join the last step, and be undone with it

    def edited(self) -> None:
        """Take down that the text was edited: what was undone cannot be redone."""
        if not self._walking:
            self._undone.clear()

    def undo(self) -> bool:
        """Take back the last step and return whether kinds changed."""
        step = self._done[-1] if self._done and self._done[-1].end == self.depth else None
        if step is None or step.start != step.end:
            self._walk(back=True)
        if step is not None:
            self._done.pop()
            self._undone.append(step)
            self._hand.restore(step.before)
        return step is not None

    def redo(self) -> bool:
        """Make the last step that was taken back again and return whether kinds changed."""
        step = self._undone[-1] if self._undone and self._undone[-1].start == self.depth else None
        if step is None or step.start != step.end:
            self._walk(back=False)
        if step is not None:
            self._undone.pop()
            self._done.append(step)
            self._hand.restore(step.after)
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
