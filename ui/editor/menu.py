"""The context menu of the text: first what is wrong here and how to mend it, then the acts of any editor."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desk.checks.check import Finding, Remedy
from desk.text.words import shortened
from ui.editor.text_edit import TextEdit

_LONGEST = 72


class TextMenu(QMenu):
    """Built for one place of the text; `remedyChosen` tells which remedy was asked for."""

    remedyChosen = Signal(object, object)

    def __init__(self, edit: TextEdit, finding: Finding | None, extra: Sequence[QAction], kind: QAction) -> None:
        super().__init__("Text", edit)
        self._edit = edit
        self._finding = finding
        if finding is not None:
            self._add_finding(finding, extra)
        self._add("&Undo", QKeySequence.StandardKey.Undo).triggered.connect(edit.undoAsked)
        self._add("&Redo", QKeySequence.StandardKey.Redo).triggered.connect(edit.redoAsked)
        self.addSeparator()
        self._add_clipboard()
        self.addSeparator()
        self.addAction(kind)
        self.triggered.connect(self._tell)

    def _add_finding(self, finding: Finding, extra: Sequence[QAction]) -> None:
        heading = self.addAction(shortened(finding.message, _LONGEST))
        heading.setEnabled(False)
        for remedy in finding.remedies:
            self.addAction(shortened(remedy.title, _LONGEST).replace("&", "&&")).setData(remedy)
        for action in extra:
            self.addAction(action)
        self.addSeparator()

    def _add_clipboard(self) -> None:
        edit, selected = self._edit, bool(len(self._edit.selected))
        writable = not edit.isReadOnly()
        cut = self._add("Cu&t", QKeySequence.StandardKey.Cut)
        copy = self._add("&Copy", QKeySequence.StandardKey.Copy)
        paste = self._add("&Paste", QKeySequence.StandardKey.Paste)
        everything = self._add("Select &all", QKeySequence.StandardKey.SelectAll)
        cut.triggered.connect(edit.cut)
        copy.triggered.connect(edit.copy)
        paste.triggered.connect(edit.paste)
        everything.triggered.connect(edit.selectAll)
        cut.setEnabled(selected and writable)
        copy.setEnabled(selected)
        paste.setEnabled(writable and edit.canPaste())

    def _add(self, words: str, key: QKeySequence.StandardKey) -> QAction:
        action = self.addAction(words)
        action.setShortcut(QKeySequence(key))
        return action

    def _tell(self, action: QAction) -> None:
        remedy = action.data()
        if isinstance(remedy, Remedy):
            self.remedyChosen.emit(self._finding, remedy)
