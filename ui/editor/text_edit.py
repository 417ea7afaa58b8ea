"""The text under the editor's hands; every place that goes in or comes out is counted in code points."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMetaMethod, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desk.checks.check import Edit
from desk.text.blocks import BlockRole
from desk.text.change import Change
from desk.text.house_marks import HouseMarks, rewritten_run
from desk.text.links import shifted, within
from desk.text.spans import Span
from desk.text.tables import is_table
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.actions.text_keys import TextKey, text_key, typed_by
from ui.editor.copy_map import CopyMap
from ui.editor.dragging import Dragging, dropped
from ui.editor.heavy_paste import HeavyPaste, PastePlace
from ui.editor.pasted import Pasted
from ui.editor.sheet import Sheet
from ui.editor.text_links import TextLinks
from ui.editor.typing_run import TypingRun
from ui.editor.utf16 import fit_for_qt
from ui.look.clip_data import offered, own_data, own_links
from ui.look.tips import as_tip

if TYPE_CHECKING:
    from desk.readers.clipboard import Clip


class TextEdit(Sheet):
    """A story's words on their sheet; Qt's own counting stays inside."""

    loaded = Signal()
    """Another text is about to be shown."""
    changed = Signal(object)
    """tuple[Change, ...]: what an edit came to, before anything is laid out or painted."""
    moved = Signal(int)
    """The cursor is at this code point."""
    menuAsked = Signal(QPoint, QPoint)
    """A context menu is wanted for a place of the viewport, to be shown at a place of the screen."""
    tipAsked = Signal(QPoint, QPoint)
    """The mouse rests at a place of the viewport, which is there on the screen: `show_tip` says something of it."""
    pasted = Signal(object)
    """Pasted: roles and links of what was just put in."""
    dropped_links = Signal(int)
    """So many links of what was just put in were left out."""
    heavily_pasted = Signal(object)
    """HeavyPaste: so much HTML that it is read elsewhere; `put_in_heavy` is called with what it comes to."""
    undoAsked = Signal()
    redoAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy_map, self._links = CopyMap(), TextLinks()
        self._marks = HouseMarks()
        self._dragging = Dragging(self)
        self._loaded = 0
        self.setTabChangesFocus(True)  # no keyboard trap; news copy has no use for tabs
        self.document().contentsChange.connect(self._absorb)
        self._run = TypingRun(self.document())
        self.cursorPositionChanged.connect(self._tell_place)

    def use_copy_map(self, copy_map: CopyMap, links: TextLinks) -> None:
        """Copy headings as what this map says of them, and words with their links."""
        self._copy_map, self._links = copy_map, links

    @property
    def text(self) -> str:
        """Return the text in code points, paragraphs ended by newlines, every U+00A0 kept."""
        return self.live.text

    def load(self, text: str) -> None:
        """Show another text; nothing before it can be undone."""
        self._loaded += 1
        self.loaded.emit()
        self.setPlainText(fit_for_qt(text))

    @property
    def point(self) -> int:
        """Return the place of the cursor."""
        return self.live.units.to_points(self.textCursor().position())

    @property
    def selected(self) -> Span:
        """Return what is selected, empty at the cursor where nothing is."""
        cursor = self.textCursor()
        if cursor.isNull():  # Qt tells of another selection while it puts another text in, and has none by then
            return Span(0, 0)
        points = self.live.units.to_points
        return Span(points(cursor.selectionStart()), points(cursor.selectionEnd()))

    def cursor_at(self, span: Span) -> QTextCursor:
        """Return a cursor that has the span selected; what passes the end of the text counts as its end."""
        length = len(self.text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.live.units.to_units(min(span.start, length)))
        cursor.setPosition(self.live.units.to_units(min(span.end, length)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def line_of_cursor(self) -> Span:
        """Return the line of the screen that the cursor stands in."""
        cursor, points = self.textCursor(), self.live.units.to_points
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        start = points(cursor.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
        return Span(start, points(cursor.position()))

    def select(self, span: Span) -> None:
        """Select a span; an empty one puts the cursor there."""
        self.setTextCursor(self.cursor_at(span))

    def make(self, edits: Sequence[Edit]) -> tuple[Change, ...]:
        """Make all the edits (of the text as it stands, none overlapping) as one undo step and return the changes."""
        ordered = sorted(edits, key=lambda edit: edit.span, reverse=True)
        changes = tuple(
            change
            for change in (Change(e.span.start, e.span.of(self.text), fit_for_qt(e.text)) for e in ordered)
            if change.old != change.new
        )
        units = self.live.units.to_units
        places = [(units(change.start), units(change.end), change.new) for change in changes]
        self.live.expect(changes)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, words in places:  # from the last to the first, so that none moves one that is still to come
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        cursor.endEditBlock()
        self._run.end()
        return changes

    def _absorb(self, position: int, removed: int, added: int) -> None:
        if changes := self.live.absorb(self.document(), position, removed, added):
            self.changed.emit(changes)

    def _tell_place(self) -> None:
        self._run.end()
        self.moved.emit(self.point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; undo and redo are asked for, because kinds of blocks are undone along with text."""
        key = text_key(event)
        if key is TextKey.UNDO:
            self.undoAsked.emit()
        elif key is TextKey.REDO:
            self.redoAsked.emit()
        elif key is TextKey.NATIVE or self.isReadOnly():
            self._type(event)
            if not self.isReadOnly():
                self._write_as_the_house(event.text())
        elif key is TextKey.NOTHING:
            event.ignore()
        elif key is TextKey.LINE_END:
            self._edit_with(QTextCursor.insertBlock)
        else:
            acts = {"delete_word_before": self._delete_back, "delete_word_after": self._delete_on}
            self._edit_with(acts[pressed(event, Where.TEXT)])

    def _type(self, event: QKeyEvent) -> None:
        """Let the toolkit do what a key does; letters typed in one run are one step to undo."""
        typed = typed_by(event)
        if typed is None:  # moves, selects, cuts, puts in
            super().keyPressEvent(event)
            return
        with self._run.key(typed):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Type what an input method made: on keyboards with dead keys each quotation mark comes this way."""
        typed = event.commitString()
        if self.isReadOnly():  # the toolkit would put it in
            event.ignore()
            return
        if not typed or event.replacementLength():
            self._compose(event)
            return
        # The toolkit makes an edit block of what is committed, and joins none to the keys before it: put in as a key's.
        self._compose(QInputMethodEvent())
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, typed)
        self._type(key)
        if not key.isAccepted():  # as what begins with a line end: no key types that
            with self._run.key(typed):
                super().inputMethodEvent(event)
            return
        if event.preeditString():
            self._compose(QInputMethodEvent(event.preeditString(), event.attributes()))
        else:
            self._write_as_the_house(typed)

    def _compose(self, event: QInputMethodEvent) -> None:
        """Let the toolkit show what an input method has not made yet; the cursor beside it has not been moved."""
        if self.textCursor().hasSelection() or event.replacementLength():  # words are taken out by it
            super().inputMethodEvent(event)
            return
        with self._run.staying():
            super().inputMethodEvent(event)

    def _write_as_the_house(self, typed: str) -> None:
        """Put the house's marks in the place of what was just typed, as a step of its own: undo gives it back."""
        point = self.point
        start = point - len(typed)
        if typed and self.text[start:point] == typed:
            made = rewritten_run(self.text, start, point, self._marks)
            if made is not None:
                self.make([Edit(Span(point - made.taken, point), made.put)])

    def use_marks(self, marks: HouseMarks) -> None:
        """Write these marks while typing."""
        self._marks = marks

    def _edit_with(self, edit: Callable[[QTextCursor], object]) -> None:
        cursor = self.textCursor()
        self._run.end()
        edit(cursor)
        self._run.end()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _delete_back(self, cursor: QTextCursor) -> None:
        self._delete_to(cursor, QTextCursor.MoveOperation.PreviousWord)

    def _delete_on(self, cursor: QTextCursor) -> None:
        self._delete_to(cursor, QTextCursor.MoveOperation.NextWord)

    def _delete_to(self, cursor: QTextCursor, way: QTextCursor.MoveOperation) -> None:
        if not cursor.hasSelection():
            cursor.movePosition(way, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    # -- Mouse -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor there, or hold the selected words."""
        self._dragging.pressed(event, self.selected)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on, or drag the words that are held."""
        if self._dragging.begins(event):
            self._dragging.drag()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; the middle button puts in what was last selected anywhere, where the system keeps that."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)
        elif (source := self.selected_anywhere()) is not None and not self.isReadOnly():
            self.put_at(event.position().toPoint(), source)

    def selected_anywhere(self) -> QMimeData | None:
        """Return what was last selected in any program; None where the system does not keep that."""
        clipboard = QGuiApplication.clipboard()
        return clipboard.mimeData(QClipboard.Mode.Selection) if clipboard.supportsSelection() else None

    def put_at(self, point: QPoint, source: QMimeData) -> None:
        """Put in words at a place of the viewport, as one step to undo, and show them."""
        if self.canInsertFromMimeData(source):
            at = self.place_at(point)
            self.select(Span(at, at))
            self.insertFromMimeData(source)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in words that are dropped; this text's own are moved, or copied with Ctrl, as one step to undo."""
        if not self._dragging.is_own(event):
            super().dropEvent(event)
            return
        super().dragLeaveEvent(QDragLeaveEvent())  # takes the toolkit's mark of the place away
        moved = event.dropAction() is Qt.DropAction.MoveAction
        words, to = self.selected, self.place_at(event.position().toPoint())
        edits = () if self.isReadOnly() else dropped(self.text, words, to, moved=moved)
        if edits:
            links = within(self._links.now, words)
            self.make(edits)
            start = to - len(words) if moved and to > words.end else to
            self.pasted.emit(Pasted(links=shifted(links, start)))
            self.select(Span(start, start + len(words)))
            self.ensureCursorVisible()
        event.setAccepted(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, by mouse or by key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.cursorRect().bottomLeft() if by_key else self.viewport().mapFromGlobal(event.globalPos())
        at, chosen = self.place_at(place), self.selected
        if not by_key and not (len(chosen) and chosen.start <= at <= chosen.end):
            self.select(Span(at, at))  # what is asked for is meant of what is under the mouse
        self.menuAsked.emit(place, self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        """Ask what the words under a resting mouse deserve to be said."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.tipAsked.emit(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def show_tip(self, words: str, on_screen: QPoint) -> None:
        """Say something of the place that the mouse rests at; nothing where there are no words."""
        QToolTip.showText(on_screen, as_tip(words), self.viewport())

    def canInsertFromMimeData(self, source: QMimeData | None) -> bool:
        """Return whether there are words to put in, an empty clipboard has none; files are the window's to open."""
        return source is not None and not source.hasUrls() and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in words and structure without the looks they came with, as one step to undo."""
        from desk.readers.clipboard import clip_of, is_heavy

        if self.canInsertFromMimeData(source) and not self.isReadOnly():
            html, plain = offered(source)
            text, at = self.text, self.selected
            around = text[: at.start], text[at.end :]
            paste = HeavyPaste(html, plain, own_links(source), PastePlace(self.textCursor()), around, self._loaded)
            if is_heavy(html) and self.isSignalConnected(QMetaMethod.fromSignal(self.heavily_pasted)):
                self.heavily_pasted.emit(paste)
            else:
                self.put_in_heavy(paste, clip_of(html, plain))

    def put_in_heavy(self, paste: HeavyPaste, clip: "Clip") -> None:
        """Put in what a paste came to, as one step to undo; nothing where another text stands here by now."""
        if paste.loaded == self._loaded and not self.isReadOnly():
            whole = replace(clip, links=paste.links) if not clip.links else clip
            self._put_in(whole, paste.place.cursor(), whole.between(*paste.around))

    def paste_plain(self) -> None:
        """Put in the plain text of the clipboard as it is."""
        from desk.readers.clipboard import Clip

        source = QGuiApplication.clipboard().mimeData()
        if self.canInsertFromMimeData(source) and not self.isReadOnly():
            self._put_in(Clip(source.text()), self.textCursor(), source.text())

    def _put_in(self, clip: "Clip", place: QTextCursor, words: str) -> None:
        start = self.live.units.to_points(place.selectionStart())
        self._run.end()
        place.insertText(fit_for_qt(words))
        self._run.end()
        self.ensureCursorVisible()
        if clip.roles or clip.links:
            self.pasted.emit(Pasted(clip.roles, shifted(clip.links, start + words.find(clip.text))))
        if clip.dropped:
            self.dropped_links.emit(clip.dropped)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words with every U+00A0 kept, which Qt's own copy would turn into spaces, and as HTML."""
        from desk.writers.clipboard import CopiedBlock, clipboard_html, copied_blocks

        span = self.selected
        words = span.of(self.text)
        links = within(self._links.now, span)
        passages = [
            CopiedBlock(block.text, self._role_at(span.start + block.start), within(links, block.span))
            for block in copied_blocks(words)
        ]
        if len(passages) == 1 and not is_table(words.strip("\n")):
            passages = [CopiedBlock(words, passages[0].role, links)]  # with the blanks around them
        return own_data(words, clipboard_html(passages), links)

    def _role_at(self, point: int) -> BlockRole:
        at = self._copy_map.index_at(point)
        return self._copy_map[at].block.role if at >= 0 and point < self._copy_map[at].end else BlockRole.BODY
