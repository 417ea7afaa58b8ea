"""The verbs of the menu "Edit" and of zoom: they work on the open story, or on the line of input with the keyboard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desk.text.blocks import Kind
from desk.text.spans import Span
from ui.editor.column import ZOOM_STEP
from ui.verbs.window_parts import WindowParts

KINDS: dict[str, Kind | None] = {
    "kind_copy": Kind.COPY,
    "kind_furniture": Kind.FURNITURE,
    "kind_paid": Kind.PAID,
    "kind_ad_label": Kind.AD_LABEL,
    "kind_leftover": Kind.LEFTOVER,
    "kind_decide": None,
}


class TextVerbs:
    """Undo, clipboard, search, kinds of blocks, zoom."""

    def __init__(self, parts: WindowParts) -> None:
        self._p, self._editor = parts, parts.editor

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the ids of their actions."""
        bar = self._editor.find_bar
        return {
            **{name: partial(self.set_kind, kind) for name, kind in KINDS.items()},
            "undo": self.undo,
            "redo": self.redo,
            "cut": self.cut,
            "copy": self.copy,
            "paste_here": self.paste,
            "paste_plain": self.paste_plain,
            "select_all": self.select_all,
            "find": self.find,
            "replace": partial(self.find, replacing=True),
            "find_next": bar.find_next,
            "find_previous": bar.find_previous,
            "ask_kind": self._editor.ask_kind,
            "reflow": self._editor.reflow,
            "zoom_in": partial(self.zoom_by, ZOOM_STEP),
            "zoom_out": partial(self.zoom_by, -ZOOM_STEP),
            "zoom_reset": self.zoom_reset,
        }

    def find(self, *, replacing: bool = False) -> None:
        """Open the find bar; a checklist that is a drawer makes room for it."""
        self._p.folding.close_drawer()
        self._editor.find_bar.open(replacing=replacing)

    def undo(self) -> None:
        """Take the last change back, in the line of input or in the story."""
        focus = QApplication.focusWidget()
        focus.undo() if isinstance(focus, QLineEdit) else self._editor.undo()

    def redo(self) -> None:
        """Make it again."""
        focus = QApplication.focusWidget()
        focus.redo() if isinstance(focus, QLineEdit) else self._editor.redo()

    def cut(self) -> None:
        """Move what is selected to the clipboard."""
        self._typed_into().cut()

    def copy(self) -> None:
        """Copy what is selected."""
        self._typed_into().copy()

    def paste(self) -> None:
        """Put the clipboard's text at the cursor."""
        self._typed_into().paste()

    def paste_plain(self) -> None:
        """Put the clipboard's plain text at the cursor, without what else it says."""
        focus = QApplication.focusWidget()
        focus.paste() if isinstance(focus, QLineEdit) else self._editor.edit.paste_plain()

    def select_all(self) -> None:
        """Select the whole text; in the list of stories, all of them."""
        if QApplication.focusWidget() is self._p.queue.list:
            self._p.queue.list.selectAll()
        else:
            self._typed_into().selectAll()

    def _typed_into(self) -> QLineEdit | QPlainTextEdit:
        focus = QApplication.focusWidget()
        return focus if isinstance(focus, QLineEdit) else self._editor.edit

    def set_kind(self, kind: Kind | None) -> None:
        """Say what the block at the cursor is, or every block selected; None leaves it to Copydesk."""
        if (story := self._p.hub.story) is not None and not story.read_only:
            edit = self._editor.edit
            self._editor.set_kind(edit.selected if len(edit.selected) else Span(edit.point, edit.point), kind)

    def zoom_by(self, percent: int) -> None:
        """Make the text larger, or smaller by a negative number."""
        self._editor.edit.column.zoom_to(self._editor.edit.column.zoom + percent)

    def zoom_reset(self) -> None:
        """Show the text in the size of the settings."""
        self._editor.edit.column.zoom_to(100)
