"""The editor of one story as one widget: the text with its findings, the copy map beside it, find and replace."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.checking.checklist import Judged
from desk.checks.check import Finding, Remedy
from desk.story import NO_KINDS, Draft
from desk.text.block_roles import BlockRoles
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.change import Change
from desk.text.hard_wraps import widest_lines, wrap_width
from desk.text.links import Links
from desk.text.spans import Span
from ui.editor.beside import Beside
from ui.editor.change_bars import ChangeBars
from ui.editor.comment_marks import CommentMarks
from ui.editor.comment_signs import CommentSigns
from ui.editor.copy_map_gutter import CopyMapGutter
from ui.editor.find_bar import FindBar
from ui.editor.find_layer import FindLayer
from ui.editor.find_scope import FindScope
from ui.editor.following import Following, Taken
from ui.editor.history import History
from ui.editor.kinds_layer import KindsLayer
from ui.editor.linking import Linking
from ui.editor.links_layer import LinksLayer
from ui.editor.lock import Lock
from ui.editor.long_lines import SLOW, parted
from ui.editor.marks_layer import MarksLayer
from ui.editor.menus import TextMenus
from ui.editor.notice import Notice
from ui.editor.pointing import Pointing
from ui.editor.reflow import reflowed
from ui.editor.remedies import Applied, AppliedAll, Remedies
from ui.editor.rewriting import edits_between
from ui.editor.saying import Saying
from ui.editor.scroll_bar import QuietScrollBar
from ui.editor.status import Aims, Counter, Status
from ui.editor.text_edit import TextEdit
from ui.editor.words_out import WordsOut
from ui.look.editor_colours import LIGHT, Colours
from ui.look.fonts import reading_font

_STATUS_MS = 120  # counting 10,000 words anew would cost more than the key that asked for it


class EditorPane(QWidget):
    """The editor of one story. All places are code points.

    Spans of findings, remedies and evidence are those of the check whose findings were last taken; the pane brings
    them to where the words stand now.
    """

    edited = Signal(int)
    """The text, or a kind set by hand, changed; the new revision."""
    cursorMoved = Signal(int)
    kindChosen = Signal(int, object)
    """Start of a block, and the Kind set by hand, or None for "let Copydesk decide"; `edited` has been said before."""
    remedyChosen = Signal(object, object)
    """A Finding and one of its remedies, asked for in the text; the window applies it."""
    statusChanged = Signal(object)
    """Status, a moment after a change."""
    zoomed = Signal(int)

    def __init__(
        self, finding_actions: "Callable[[Finding], Sequence[QAction]] | None" = None, parent: QWidget | None = None
    ) -> None:
        """`finding_actions` gives what the context menu offers for a finding besides its remedies."""
        super().__init__(parent)
        self._state = Following()
        self._counter = Counter()
        self._loading = False
        self._characters = 72
        self._words_per_minute = 230
        self._finding_actions = finding_actions or _no_actions
        self.edit = TextEdit(self)
        self.edit.setAccessibleName("Story text")
        self.edit.setPlaceholderText("Write or paste a draft here, or drop a file anywhere in the window.")
        self.edit.use_copy_map(self._state.copy_map, self._state.links)
        self.gutter = CopyMapGutter(self.edit, self._state.copy_map)
        self.history = History(self.edit.document(), self.edit.live, Beside(self._state.hand, self._state.links))
        self._marks_layer = MarksLayer(self.edit, self._state.marks)
        find_layer = FindLayer(self.edit, FindScope(self._state.copy_map))
        self._kinds_layer = KindsLayer(self.edit, self._state.copy_map)
        self.comments = CommentMarks(self.edit)
        self.signs = CommentSigns(self.edit, self.comments)
        self.bars = ChangeBars(self.edit)
        self.words_out = WordsOut(self.edit, self.bars)
        links_layer = LinksLayer(self.edit, self._state.links)
        self.edit.use_layers(self._kinds_layer, self.bars, self.comments, find_layer, links_layer, self._marks_layer)
        self._bar = QuietScrollBar(self._state.marks)
        self.edit.setVerticalScrollBar(self._bar)
        self.find_bar = FindBar(self.edit, find_layer, self)
        self._notice = Notice(self)
        self._lock = Lock(self.edit, self._notice)
        self._remedies = Remedies(self.edit, self._state, self.history)
        self._saying = Saying(self.edit, self._state)
        self.links = Linking(self.edit, self._state, self.history)
        self._pointing = Pointing(self.edit, self._state, self._marks_layer, self.comments)
        self.menus = TextMenus(self.edit, self._pointing, self.comments, self.links, self._finding_actions)
        self._status_timer = QTimer(self)
        self._status_timer.setSingleShot(True)
        self._status_timer.setInterval(_STATUS_MS)
        self._lay_out()
        self._connect()
        self.apply_theme(LIGHT)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._notice)
        rows.addWidget(self.edit, 1)
        rows.addWidget(self.find_bar)
        self.setFocusProxy(self.edit)

    def _connect(self) -> None:
        self.edit.changed.connect(self._absorb)
        self.edit.pasted.connect(self._state.take_pasted)
        self.links.changed.connect(self._beside_changed)
        self.edit.moved.connect(self._cursor_moved)
        self.edit.selectionChanged.connect(self._status_timer.start)
        self.edit.undoAsked.connect(self.undo)
        self.edit.redoAsked.connect(self.redo)
        self.menus.remedyChosen.connect(self.remedyChosen)
        self.menus.kindAsked.connect(self.ask_kind)
        self.edit.column.zoomed.connect(self.zoomed)
        self.gutter.kindChosen.connect(self.set_kind)
        self._notice.mendAsked.connect(self.part_long_lines)
        self._status_timer.timeout.connect(self._tell_status)

    # -- The text ------------------------------------------------------------------------------------------------

    def set_text(
        self,
        text: str,
        place: int = 0,
        by_hand: Mapping[int, Kind] = NO_KINDS,
        roles: BlockRoles = (),
        links: Links = (),
    ) -> None:
        """Show another text with the cursor at `place`; nothing before it can be undone."""
        self._loading = True
        self.edit.load(text)
        self._loading = False
        self.history.clear()
        self.bars.show(None)
        self._state.start(self.edit.text, by_hand, roles, links)
        self._marks_layer.show_current(None)
        self._bar.refresh(len(text))
        self._fit_line_width()
        self._lock.look()
        self.edit.select(Span(place, place))
        self.edit.centerCursor()
        self._refresh()

    def top(self) -> int:
        """Return the place at which the paragraph at the top of the sheet begins."""
        return self.edit.page().span.start

    def show_from(self, top: int) -> None:
        """Scroll so that the paragraph at a place stands at the top; at the beginning the cursor has the say."""
        if top:
            self.edit.scroll_to(top)

    def text(self) -> str:
        """Return the text, every U+00A0 kept."""
        return self.edit.text

    def by_hand(self) -> dict[int, Kind]:
        """Return the kinds set by hand by the starts of the blocks as they are now."""
        return self._state.by_hand()

    def draft(self, text_format: str = "text") -> Draft:
        """Return the text with kinds set by hand and place of the cursor, as it is checked and saved."""
        return Draft(
            self.edit.text, self.by_hand(), self.edit.point, text_format, self._state.roles, self._state.links.now
        )

    def revision(self) -> int:
        """Return the number of the text's state; results of a check are taken for this one alone."""
        return self._state.revision

    def undo(self) -> None:
        """Take back the last step, of text or of kind."""
        if not self.edit.isReadOnly() and self.history.undo():
            self._beside_changed()

    def redo(self) -> None:
        """Make the last step that was taken back again."""
        if not self.edit.isReadOnly() and self.history.redo():
            self._beside_changed()

    def become(self, text: str, links: Links) -> bool:
        """Make text and links other ones, as one undo step that touches only what differs; return whether any did."""
        if self.edit.isReadOnly():
            return False
        depth, before = self.history.depth, self.history.beside.state
        changed = bool(self.edit.make(edits_between(self.edit.text, text)))
        return self.links.become(links, depth, before) or changed

    def wrapped_at(self) -> int:
        """Return the width in characters that the text is plainly hard-wrapped at, 0 if it is not."""
        return wrap_width(self.edit.text)

    def reflow(self) -> int:
        """Join the lines of hard-wrapped paragraphs as one undo step and return how many line ends went."""
        edits = [] if self.edit.isReadOnly() else reflowed(self.edit.text)
        self.edit.make(edits)
        self._fit_line_width()
        return len(edits)

    def part_long_lines(self) -> None:
        """Part paragraphs too long to type in at the ends of sentences, as one undo step."""
        if not self._lock.reason:
            self.edit.setReadOnly(False)
            self.edit.make(parted(self.edit.text))
            self._lock.look()

    def _absorb(self, changes: tuple[Change, ...]) -> None:
        if self._loading:
            return
        self.history.edited()
        self._state.absorb(self.edit.text, changes)
        for change in changes:
            self.comments.absorb(change)
            self.bars.absorb(change)
        self._status_timer.start()
        if any(len(change.new) > SLOW for change in changes):
            self._lock.look()
        self.edited.emit(self._state.revision)

    # -- Findings and copy map -----------------------------------------------------------------------------------

    def set_findings(self, judged: Sequence[Judged], revision: int) -> bool:
        """Show the findings of a check of this revision; False, and nothing done, if the text has moved on.

        The same revision may be given again later (after a decision): the findings then go where their words stand.
        """
        taken = self._state.take_findings(judged, revision)
        if taken is not Taken.TOO_OLD:
            self._bar.refresh(len(self.edit.text))
        if taken is Taken.NEW:  # most keys change nothing that was found: painting the sheet for it takes 3 ms
            self.edit.viewport().update()
        return taken is not Taken.TOO_OLD

    def set_blocks(self, blocks: Sequence[Block], revision: int) -> bool:
        """Show the copy map of a check, on the same terms."""
        taken = self._state.take_blocks(blocks, revision)
        if taken is Taken.NEW:
            self._refresh()
        return taken is not Taken.TOO_OLD

    def set_current(self, finding: Finding | None) -> None:
        """Highlight one finding, or none; the text is not scrolled."""
        self._marks_layer.show_current(finding)

    def finding_at_cursor(self) -> Finding | None:
        """Return the open finding that the cursor is in or touches, the shortest of several."""
        return self._pointing.at_cursor()

    def stands(self, finding: Finding) -> bool:
        """Return whether the words of a finding are as they were checked."""
        return self._state.marks.of(finding) is not None

    def go_to(self, span: Span) -> None:
        """Put the cursor at a span of the checked text, bring it into the middle of the sheet and flash it."""
        near = self._state.near(span.start)
        self._pointing.go_to(self._state.now(span) or Span(near, near))

    def go_to_now(self, span: Span) -> None:
        """Do the same for a span of the text as it is now."""
        self._pointing.go_to(span)

    # -- Comments ------------------------------------------------------------------------------------------------

    def comment_span(self, place: int | None = None) -> Span:
        """Return what a comment would be on: the words selected, else the paragraph at a place, or at the cursor."""
        if len(self.edit.selected):
            return self.edit.selected
        there = self._state.copy_map.at(self.edit.point if place is None else place)
        return Span(0, 0) if there is None else there.span

    # -- Remedies and kinds --------------------------------------------------------------------------------------

    def apply(self, remedy: Remedy, finding: Finding | None = None) -> Applied:
        """Make a remedy's edits and set its kind, all as one undo step, and return what was done.

        `finding` says which block gets the kind; without it, it is the block of the first edit, or at the cursor.
        """
        applied = self._remedies.apply(remedy, finding)
        if applied.block_start is not None:
            self._kinds_changed()
            self.kindChosen.emit(applied.block_start, applied.kind)
        return applied

    def apply_all(self, wanted: Sequence[tuple[Finding, Remedy]]) -> AppliedAll:
        """Apply a remedy to each of several findings, all as one undo step, and return what was done."""
        applied = self._remedies.apply_all(wanted)
        if applied.kinds:
            self._kinds_changed()
        for start, kind in applied.kinds:
            self.kindChosen.emit(start, kind)
        return applied

    def set_kind(self, span: Span, kind: Kind | None) -> None:
        """Set the kind of the block at a place of the text as it is, None for "let Copydesk decide"."""
        block = self._remedies.set_kind(span, kind)
        if block is not None:
            self._kinds_changed()
            self.kindChosen.emit(block.start, kind)

    def ask_kind(self) -> None:
        """Ask what the block at the cursor is."""
        if (there := self._state.copy_map.at(self.edit.point)) is not None:
            self.edit.ensureCursorVisible()
            self.gutter.ask(there)

    def _beside_changed(self) -> None:
        self._state.count()
        self._kinds_changed()

    def _kinds_changed(self) -> None:
        self._state.show_hand_kinds()
        self._refresh()
        self.edited.emit(self._state.revision)

    # -- Looks and status ----------------------------------------------------------------------------------------

    def set_read_only(self, reason: str) -> None:
        """Forbid changes and say why above the text; allow them where `reason` is empty."""
        self._lock.give(reason)

    def set_font(self, family: str, points: int) -> None:
        """Set the story in a font family ("" or "serif", "sans" for the best there is)."""
        self.edit.column.use_font(reading_font(family, points))

    def set_line_width(self, characters: int) -> None:
        """Make lines this many characters long, where the window is wide enough."""
        self._characters = characters
        self._fit_line_width()

    def _fit_line_width(self) -> None:
        """Give hard-wrapped text the width it was wrapped at: broken twice, every second line would be a stump."""
        self.edit.column.use_line_width(self._characters, widest_lines(self.edit.text))

    def headline(self) -> Span | None:
        """Return where the headline stands; None where there is none."""
        heads = (stand.span for stand in self._state.copy_map if stand.block.role is BlockRole.HEADLINE)
        return next(heads, None)

    def aim(self, aims: Aims) -> None:
        """Count against other lengths."""
        self._counter.aim(aims)
        self._status_timer.start()

    def set_words_per_minute(self, number: int) -> None:
        """Take another reading speed."""
        self._words_per_minute = number
        self._tell_status()

    def apply_theme(self, colours: Colours) -> None:
        """Take on another look (`colours.LIGHT` or `colours.DARK`)."""
        self.edit.apply_colours(colours)
        self._notice.apply_colours(colours)
        self._bar.apply_colours(colours)
        self.gutter.update()

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
        self._saying.place()
        self.statusChanged.emit(self.status())

    def say_at_once(self, sentence: str) -> None:
        """Let a screen reader say what is wrong here; the cursor does not say it again."""
        self._saying.at_once(sentence)

    def _refresh(self) -> None:
        self.edit.viewport().update()
        self.gutter.update()
        self._status_timer.start()


def _no_actions(finding: Finding) -> Sequence[QAction]:
    return ()
