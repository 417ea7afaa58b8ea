"""Opens the menu of the right mouse button at a place of the text, and hands on what is asked for in it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction

from desk.checks.check import Finding
from ui.editor.comment_marks import CommentMarks
from ui.editor.linking import Linking
from ui.editor.menu import TextMenu
from ui.editor.pointing import Pointing
from ui.editor.text_edit import TextEdit


class TextMenus(QObject):
    """Knows what stands at a place: findings, the first of them in the menu, links and comments."""

    remedyChosen = Signal(object, object)
    kindAsked = Signal()
    commentAsked = Signal(str)
    resolveAsked = Signal(str)
    """The id of a comment that is to be opened, or settled."""
    commentWanted = Signal(int)
    """The place that a new comment is to be on."""

    def __init__(
        self,
        edit: TextEdit,
        pointing: Pointing,
        comments: CommentMarks,
        links: Linking,
        finding_actions: Callable[[Finding], Sequence[QAction]],
    ) -> None:
        super().__init__(edit)
        self._edit, self._pointing, self._comments, self._actions = edit, pointing, comments, finding_actions
        self._links = links
        self._place = 0
        edit.menuAsked.connect(self.open)

    def open(self, point: QPoint, on_screen: QPoint) -> TextMenu:
        """Open the menu for a place of the text's viewport and return it."""
        marks = [mark for mark in self._pointing.marks_under(point) if mark.open]
        finding = marks[0].finding if marks else None
        self._place = self._edit.place_at(point)
        self._links.point_at(self._pointing.link_under(point))
        extra = self._actions(finding) if finding is not None else ()
        menu = TextMenu(self._edit, finding, extra, self._links, self._comments.at(self._place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.remedyChosen.connect(self.remedyChosen)
        menu.kindAsked.connect(self.kindAsked)
        menu.commentAsked.connect(self.commentAsked)
        menu.resolveAsked.connect(self.resolveAsked)
        menu.commentWanted.connect(self._want_comment)
        menu.popup(on_screen)
        return menu

    def _want_comment(self) -> None:
        self.commentWanted.emit(self._place)
