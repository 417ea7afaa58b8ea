"""Links as acts on the text: set and removed, each one step that one key takes back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desk.text.links import Links, TextLink, links_of
from desk.text.spans import Span
from ui.editor.beside import BesideState
from ui.editor.following import Following
from ui.editor.history import History
from ui.editor.text_edit import TextEdit


class Linking(QObject):
    """Which words a link is meant for, and what leads where."""

    changed = Signal()
    """Words lead elsewhere than before."""
    asked = Signal()
    """Somebody wants to say where words lead."""

    def __init__(self, edit: TextEdit, state: Following, history: History) -> None:
        super().__init__(edit)
        self._edit, self._state, self._history = edit, state, history

    def words_meant(self) -> Span:
        """Return the words that a link would be on: those selected, else those of the link at the cursor."""
        there, selected = self._state.links.at(self._edit.point), self._edit.selected
        return selected if len(selected) or there is None else there.span

    def meant(self) -> TextLink | None:
        """Return the first link that the selection touches, or the one at the cursor; None where there is none."""
        return next(iter(self._state.links.touched(self._edit.selected)), None)

    def set(self, address: str) -> None:
        """Let the words that are meant lead to an address, as one step to undo; nothing where there are none."""
        span = self.words_meant()
        new, _ = links_of(self._edit.text, [(span.start, span.end, address)])
        if new and not self._edit.isReadOnly():
            depth, before = self._history.depth, self._history.beside.state
            self._state.links.put(self._edit.text, new)
            self._history.note(depth, before)
            self.changed.emit()

    def become(self, links: Links, depth: int, before: BesideState) -> bool:
        """Make the links other ones, as the step of undo that began at `depth`, and return whether any differed."""
        if links == self._state.links.now:
            return False
        self._state.links.restore(links)
        self._history.note(depth, before)
        self.changed.emit()
        return True

    def remove(self) -> None:
        """Take off the links that the selection touches, or the one at the cursor, as one step to undo."""
        if self.meant() is not None and not self._edit.isReadOnly():
            depth, before = self._history.depth, self._history.beside.state
            self._state.links.remove(self._edit.text, self._edit.selected)
            self._history.note(depth, before)
            self.changed.emit()

    def copy_address(self) -> bool:
        """Put the address that is meant on the clipboard as plain text, and return whether there is one."""
        there = self.meant()
        if there is not None:
            QGuiApplication.clipboard().setText(there.address)
        return there is not None

    def point_at(self, link: TextLink | None) -> None:
        """Put the cursor into a link that was pointed at, so that it is the one meant; a selection stays."""
        if link is not None and not len(self._edit.selected):
            self._edit.select(Span(link.span.start + 1, link.span.start + 1))
