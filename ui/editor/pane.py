"""The editor of one story as one widget: the text with its findings, the copy map beside it, find and replace."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.checklist import Judged
from desk.checks.check import Finding, Remedy
from desk.story import NO_KINDS, Draft
from desk.text.blocks import Block, Kind
from desk.text.spans import Span
from ui.editor.colours import LIGHT, Colours
from ui.editor.following import Following
from ui.editor.fonts import reading_font
from ui.editor.history import History
from ui.editor.kinds_layer import KindsLayer
from ui.editor.lane import Lane
from ui.editor.live_text import Change
from ui.editor.marks_layer import MarksLayer
from ui.editor.status import Counter, Status
from ui.editor.text_edit import TextEdit

_KEYBOARD_SELECTION = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
_FLASH_MS = 650
_STATUS_MS = 120  # counting 10,000 words anew would cost more than the key that asked for it


@dataclass(frozen=True, slots=True)
class Applied:
    """What a remedy came to: the changes made and the kind set, or the sentence that says why nothing was done."""

    changes: tuple[Change, ...] = ()
    kind: Kind | None = None
    block_start: int | None = None
    refused: str = ""

    def __bool__(self) -> bool:
        return not self.refused


class EditorPane(QWidget):
    """The editor of one story. All places are code points.

    Spans of findings, remedies and evidence are those of the check whose findings were last taken; the pane brings
    them to where the words stand now.
    """

    edited = Signal(int)
    """The text or a kind set by hand changed; the new revision."""
    cursorMoved = Signal(int)
    kindChosen = Signal(int, object)
    """Start of a block, and its Kind or None (let Copydesk decide); `edited` follows."""
    remedyChosen = Signal(object, object)
    """A Finding and one of its remedies, asked for in the text; the window applies it."""
    statusChanged = Signal(object)
    """Status, a moment after a change."""
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = Following()
        self._counter = Counter()
        self._loading = False
        self._words_per_minute = 230
        self.edit = TextEdit(self)
        self.edit.setAccessibleName("Story text")
        self.edit.setPlaceholderText("Paste a draft here, or drop a file anywhere in the window.")
        self.lane = Lane(self.edit, self._state.copy_map)
        self._history = History(self.edit.document(), self._state.hand)
        self._marks_layer = MarksLayer(self.edit, self._state.marks)
        self.edit.layers = (KindsLayer(self.edit, self._state.copy_map), self._marks_layer)
        self._notice = QLabel(self)
        self._notice.setWordWrap(True)
        self._notice.setMargin(8)
        self._notice.hide()
        self._flash_timer = _timer(self, _FLASH_MS, self._end_flash)
        self._status_timer = _timer(self, _STATUS_MS, self._tell_status)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._notice)
        rows.addWidget(self.edit, 1)
        self.edit.changed.connect(self._absorb)
        self.edit.moved.connect(self._cursor_moved)
        self.edit.selectionChanged.connect(self._status_timer.start)
        self.edit.undoAsked.connect(self.undo)
        self.edit.redoAsked.connect(self.redo)
        self.edit.zoomed.connect(self.zoomed)
        self.lane.kindChosen.connect(self._choose_kind)
        self.setFocusProxy(self.edit)
        self.apply_theme(LIGHT)

    # -- The text ------------------------------------------------------------------------------------------------

    def set_text(self, text: str, place: int = 0, by_hand: Mapping[int, Kind] = NO_KINDS) -> None:
        """Show another text with the cursor at `place`; nothing before it can be undone."""
        self._loading = True
        self.edit.load(text)
        self._loading = False
        self._history.clear()
        self._state.start(self.edit.text, by_hand)
        self._marks_layer.current = None
        self.edit.select(Span(place, place))
        self.edit.centerCursor()
        self._refresh()

    def text(self) -> str:
        """Return the text, every U+00A0 kept."""
        return self.edit.text

    def by_hand(self) -> dict[int, Kind]:
        """Return the kinds set by hand by the starts of the blocks as they are now."""
        return self._state.by_hand()

    def draft(self, text_format: str = "text") -> Draft:
        """Return the text with kinds set by hand and place of the cursor, as it is checked and saved."""
        return Draft(self.edit.text, self.by_hand(), self.edit.point, text_format)

    def revision(self) -> int:
        """Return the number of the text's state; results of a check are taken for this one alone."""
        return self._state.revision

    def undo(self) -> None:
        """Take back the last step, of text or of kind."""
        if not self.edit.isReadOnly() and self._history.undo():
            self._kinds_changed()

    def redo(self) -> None:
        """Make the last step that was taken back again."""
        if not self.edit.isReadOnly() and self._history.redo():
            self._kinds_changed()

    def _absorb(self, changes: tuple[Change, ...]) -> None:
        if self._loading:
            return
        self._history.edited()
        self._state.absorb(self.edit.text, changes)
        self._status_timer.start()
        self.edited.emit(self._state.revision)

    # -- Findings and copy map -----------------------------------------------------------------------------------

    def set_findings(self, judged: Sequence[Judged], revision: int) -> bool:
        """Show the findings of a check of this revision; False, and nothing done, if the text has moved on.

        The same revision may be given again later (after a decision): the findings then go where their words stand.
        """
        taken = self._state.take_findings(judged, revision)
        if taken:
            self.edit.viewport().update()
        return taken

    def set_blocks(self, blocks: Sequence[Block], revision: int) -> bool:
        """Show the copy map of a check, on the same terms."""
        taken = self._state.take_blocks(blocks, revision)
        if taken:
            self._refresh()
        return taken

    def set_current(self, finding: Finding | None) -> None:
        """Highlight one finding, or none; the text is not scrolled."""
        self._marks_layer.current = finding
        self.edit.viewport().update()

    def set_show_settled(self, on: bool) -> None:
        """Show findings that were waived or declared no error, faintly, or not at all."""
        self._marks_layer.show_settled = on
        self.edit.viewport().update()

    def finding_at_cursor(self) -> Finding | None:
        """Return the open finding that the cursor is in or touches, the shortest of several."""
        return next((mark.finding for mark in self._state.marks.at(self.edit.point) if mark.open), None)

    def finding_after_cursor(self, backwards: bool = False) -> Finding | None:
        """Return the next open finding in text order, going round at the end; None where there is none."""
        mark = self._state.marks.following(self.edit.point, backwards)
        return mark.finding if mark else None

    def place_of(self, finding: Finding) -> Span | None:
        """Return where the words of a finding are now; None where they were changed since the check."""
        mark = self._state.marks.of(finding)
        return mark.span if mark else None

    def go_to(self, span: Span) -> None:
        """Put the cursor at a span of the checked text, bring it into the middle of the sheet and flash it."""
        self.go_to_now(self._state.now(span) or Span(*(self._state.near(p) for p in (span.start, span.start))))

    def go_to_now(self, span: Span) -> None:
        """Do the same for a span of the text as it is now."""
        self.edit.select(Span(span.start, span.start))
        self.edit.show_in_the_middle()
        self._marks_layer.flash = span
        self._flash_timer.start()
        self.edit.viewport().update()

    def _end_flash(self) -> None:
        self._marks_layer.flash = None
        self.edit.viewport().update()

    # -- Remedies and kinds --------------------------------------------------------------------------------------

    def apply(self, remedy: Remedy, finding: Finding | None = None) -> Applied:
        """Make a remedy's edits and set its kind, all as one undo step, and return what was done.

        `finding` says which block gets the kind; without it, it is the block of the first edit, or at the cursor.
        """
        edits = self._state.edits_now(remedy.edits)
        place = self._place_for(remedy, finding)
        if self.edit.isReadOnly():
            return Applied(refused=self._notice.text() or "This text cannot be changed here.")
        if edits is None or place is None:
            return Applied(refused="These words were changed since they were checked. A new check is on its way.")
        depth, before = self._history.depth, self._state.hand.state
        changes = self.edit.make(edits)
        if changes:
            self._put_cursor_behind(changes, place)
        if remedy.kind is None:
            return Applied(changes)
        for change in changes:
            place = Span(place.start + change.by, place.end + change.by) if change.end <= place.start else place
        block = self._state.set_kind(place, remedy.kind)
        self._history.note(depth, before)
        self._kinds_changed()
        return Applied(changes, remedy.kind, block.start if block else None)

    def _place_for(self, remedy: Remedy, finding: Finding | None) -> Span | None:
        if finding is not None:
            return self.place_of(finding) or self._state.now(finding.span)
        if remedy.edits:
            return self._state.now(remedy.edits[0].span)
        return Span(self.edit.point, self.edit.point)

    def _put_cursor_behind(self, changes: Sequence[Change], place: Span) -> None:
        """Put the cursor behind the new words nearest to the finding."""
        nearest = min(changes, key=lambda change: abs(change.start - place.start))
        before = sum(change.by for change in changes if change.start < nearest.start)
        end = nearest.start + before + len(nearest.new)
        self.edit.select(Span(end, end))
        self.edit.ensureCursorVisible()

    def choose_kind_at_cursor(self) -> None:
        """Ask what the block at the cursor is."""
        index = self._state.copy_map.index_at(self.edit.point)
        if index >= 0:
            self.edit.ensureCursorVisible()
            self.lane.ask(self._state.copy_map[index])

    def _choose_kind(self, span: Span, kind: Kind | None) -> None:
        if self.edit.isReadOnly():
            return
        depth, before = self._history.depth, self._state.hand.state
        block = self._state.set_kind(span, kind)
        self._history.note(depth, before)
        if block is not None:
            self.kindChosen.emit(block.start, kind)
        self._kinds_changed()

    def _kinds_changed(self) -> None:
        self._state.show_hand_kinds()
        self._refresh()
        self.edited.emit(self._state.revision)

    # -- Looks and status ----------------------------------------------------------------------------------------

    def set_read_only(self, reason: str) -> None:
        """Forbid changes and say why above the text; allow them where `reason` is empty."""
        self.edit.setReadOnly(bool(reason))
        if reason:
            self.edit.setTextInteractionFlags(self.edit.textInteractionFlags() | _KEYBOARD_SELECTION)
        self._notice.setText(reason)
        self._notice.setVisible(bool(reason))

    def set_font(self, family: str, points: int) -> None:
        """Set the story in a font family ("" or "serif", "sans" for the best there is)."""
        self.edit.use_font(reading_font(family, points))

    def set_line_width(self, characters: int) -> None:
        """Make lines this many characters long, where the window is wide enough."""
        self.edit.use_line_width(characters)

    def set_words_per_minute(self, number: int) -> None:
        """Take another reading speed."""
        self._words_per_minute = number
        self._tell_status()

    def apply_theme(self, colours: Colours) -> None:
        """Take on another look (`colours.LIGHT` or `colours.DARK`)."""
        self.edit.apply_colours(colours)
        self.lane.update()
        self._notice.setStyleSheet(f"background: {colours.notice}; color: {colours.ink};")

    def status(self) -> Status:
        """Return the counts of the text as it is now."""
        return self._counter.status(
            self.edit.text, self._state.copy_map, self.edit.point, self.edit.selected, self._words_per_minute
        )

    def _cursor_moved(self, point: int) -> None:
        self._status_timer.start()
        if not self._loading:
            self.cursorMoved.emit(point)

    def _tell_status(self) -> None:
        self._status_timer.stop()
        self.statusChanged.emit(self.status())

    def _refresh(self) -> None:
        self.edit.viewport().update()
        self.lane.update()
        self._status_timer.start()


def _timer(parent: QWidget, milliseconds: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
