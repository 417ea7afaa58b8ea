"""The acts of the editor as actions with words and keys, for the window's menus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.editor.column import ZOOM_STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.editor.pane import EditorPane

Keys = QKeySequence.StandardKey | str | tuple[str, ...]


class Acts(QObject):
    """One action an act; their keys work wherever the focus is inside the pane."""

    def __init__(self, pane: "EditorPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self.find = self._act("&Find…", QKeySequence.StandardKey.Find, self._find)
        self.replace = self._act("Find and &replace…", ("Ctrl+H", "Ctrl+Alt+F"), self._replace)
        self.find_next = self._act("Find &next", "F3", pane.find_bar.find_next)
        self.find_previous = self._act("Find &previous", "Shift+F3", pane.find_bar.find_previous)
        self.zoom_in = self._act("Zoom &in", ("Ctrl++", "Ctrl+="), self._zoom_in)
        self.zoom_out = self._act("Zoom &out", "Ctrl+-", self._zoom_out)
        self.zoom_reset = self._act("&Actual size", "Ctrl+0", self._zoom_reset)
        self.ask_kind = self._act("Change what this &block is…", "Ctrl+B", pane.ask_kind)
        self.reflow = self._act("Re&flow hard-wrapped paragraphs", "", pane.reflow)

    def _act(self, words: str, keys: Keys, then: "Callable[[], object]") -> QAction:
        action = QAction(words, self)
        if isinstance(keys, QKeySequence.StandardKey):
            action.setShortcuts(QKeySequence.keyBindings(keys))
        else:
            action.setShortcuts([QKeySequence(key) for key in ((keys,) if isinstance(keys, str) else keys) if key])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(then)
        self._pane.addAction(action)
        return action

    def all(self) -> tuple[QAction, ...]:
        """Return every action, in the order of a menu."""
        return tuple(action for action in self._pane.actions() if action.parent() is self)

    def _find(self) -> None:
        self._pane.find_bar.open()

    def _replace(self) -> None:
        self._pane.find_bar.open(replacing=True)

    def _zoom_in(self) -> None:
        self._pane.edit.zoom_to(self._pane.edit.zoom + ZOOM_STEP)

    def _zoom_out(self) -> None:
        self._pane.edit.zoom_to(self._pane.edit.zoom - ZOOM_STEP)

    def _zoom_reset(self) -> None:
        self._pane.edit.zoom_to(100)
