"""The context menu of the text: first what is wrong here and how to mend it, then the acts of any editor."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desk.checks.check import Finding, Remedy
from desk.text.words import shortened
from ui.actions.keys import bindings
from ui.actions.table import spec_of
from ui.editor.comment_marks import CommentMark
from ui.editor.linking import Linking
from ui.editor.text_edit import TextEdit

_LONGEST = 72


class TextMenu(QMenu):
    """Built for one place of the text; `remedyChosen` tells which remedy was asked for."""

    remedyChosen = Signal(object, object)
    kindAsked = Signal()
    commentAsked = Signal(str)
    resolveAsked = Signal(str)
    """The id of the comment under the mouse, to be opened or settled."""
    commentWanted = Signal()

    def __init__(
        self,
        edit: TextEdit,
        finding: Finding | None,
        extra: Sequence[QAction],
        links: Linking,
        comment: CommentMark | None = None,
    ) -> None:
        super().__init__("Text", edit)
        self._edit = edit
        self._finding, self._comment = finding, comment
        if finding is not None:
            self._add_finding(finding, extra)
        if comment is not None:
            self._add_comment(comment)
        self._add("undo").triggered.connect(edit.undoAsked)
        self._add("redo").triggered.connect(edit.redoAsked)
        self.addSeparator()
        self._add_clipboard()
        self.addSeparator()
        self._add_links(links)
        self.addSeparator()
        self._add("comment").triggered.connect(self.commentWanted)
        self._add("ask_kind").triggered.connect(self.kindAsked)
        self.triggered.connect(self._tell)

    def _add_finding(self, finding: Finding, extra: Sequence[QAction]) -> None:
        heading = self.addAction(shortened(finding.message, _LONGEST))
        heading.setEnabled(False)
        for remedy in finding.remedies:
            self.addAction(shortened(remedy.title, _LONGEST).replace("&", "&&")).setData(remedy)
        for action in extra:
            self.addAction(action)
        self.addSeparator()

    def _add_comment(self, comment: CommentMark) -> None:
        self.addAction(shortened(comment.tip, _LONGEST).replace("&", "&&")).setEnabled(False)
        self._add("open_comment").triggered.connect(self._open_comment)
        self._add("resolve_comment").triggered.connect(self._resolve)
        self.addSeparator()

    def _open_comment(self) -> None:
        if self._comment is not None:
            self.commentAsked.emit(self._comment.thread)

    def _resolve(self) -> None:
        if self._comment is not None:
            self.resolveAsked.emit(self._comment.thread)

    def _add_clipboard(self) -> None:
        edit, selected = self._edit, bool(len(self._edit.selected))
        writable = not edit.isReadOnly()
        names = ("cut", "copy", "paste_here", "paste_plain", "select_all")
        cut, copy, paste, plain, everything = map(self._add, names)
        cut.triggered.connect(edit.cut)
        copy.triggered.connect(edit.copy)
        paste.triggered.connect(edit.paste)
        plain.triggered.connect(edit.paste_plain)
        everything.triggered.connect(edit.selectAll)
        cut.setEnabled(selected and writable)
        copy.setEnabled(selected)
        paste.setEnabled(writable and edit.canPaste())
        plain.setEnabled(writable and edit.canPaste())

    def _add_links(self, links: Linking) -> None:
        """Add what can be done with the link that is meant, or with the words that could be one."""
        writable, there = not self._edit.isReadOnly(), links.meant() is not None
        link, copy, remove = map(self._add, ("link", "copy_link", "remove_link"))
        link.triggered.connect(links.asked)
        copy.triggered.connect(links.copy_address)
        remove.triggered.connect(links.remove)
        link.setEnabled(writable and len(links.words_meant()) > 0)
        copy.setEnabled(there)
        remove.setEnabled(writable and there)

    def _add(self, name: str) -> QAction:
        spec = spec_of(name)
        action = self.addAction(spec.text)
        if keys := bindings(spec):
            action.setShortcut(keys[0])
        return action

    def _tell(self, action: QAction) -> None:
        remedy = action.data()
        if isinstance(remedy, Remedy):
            self.remedyChosen.emit(self._finding, remedy)
