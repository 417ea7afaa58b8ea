"""The review view: head, seal, changes bar, text, and the list of what must not be missed. It asks; verbs act."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from desk.review.obstacles import Place
from desk.review_page import ReviewPage
from desk.text.spans import Span
from ui.actions.keys import key_of, shortcuts, with_key
from ui.actions.spec import Where
from ui.look import editor_colours
from ui.look.edges import Split
from ui.look.notices import NoticeBar, Notices
from ui.look.theme import Theme
from ui.review.changes import ChangesSheet
from ui.review.changes_bar import ChangesBar
from ui.review.head import Head, SealBanner
from ui.review.reading import ReadingSheet
from ui.review.rows import Row, Sort, rows_of
from ui.review.side import Side

_CLEAN, _CHANGES = range(2)
_REST = 800
"""Milliseconds without a letter after which letters are commands again: about four keys of somebody who types."""


class ReviewView(QFrame):
    """Shows one page; the keys of the review decide while the keyboard is in it."""

    approve_wanted = Signal()
    return_wanted = Signal()
    hold_wanted = Signal()
    back_wanted = Signal()
    blockers_wanted = Signal()
    move_wanted = Signal()
    edit_wanted = Signal()
    tick_wanted = Signal(str, bool)
    waive_wanted = Signal(object)
    """An open `Finding` that is to be waived."""
    story_wanted = Signal(int)
    """1 for the next story of the queue, -1 for the one before."""
    since_wanted = Signal(int)
    comment_wanted = Signal(object)
    """The span to comment on."""
    thread_wanted = Signal(str)

    def __init__(self, notices: Notices) -> None:
        """Of the notices of the window, those that are not about the story in the editor are shown here."""
        super().__init__()
        self.setObjectName("centre")
        self.setAccessibleName("Review")
        self.page: ReviewPage | None = None
        self.letters_rest = QTimer(self, singleShot=True, interval=_REST)
        """Runs while letters are no commands."""
        self.shows_changes = self.beside = self.whole = False
        self.notices = NoticeBar(notices, with_key("Put this notice aside", "notice_aside"), of_desk_only=True)
        self.head, self.banner, self.bar = Head(), SealBanner(), ChangesBar()
        self.reading, self.changes, self.side = ReadingSheet(), ChangesSheet(), Side()
        self._sheets = QStackedWidget()
        self._lay_out()
        self._connect()
        self._keys()

    def _lay_out(self) -> None:
        self._sheets.addWidget(self.reading)
        self._sheets.addWidget(self.changes)
        self._sheets.setMinimumWidth(320)
        self.side.setMinimumWidth(260)
        both = Split(Qt.Orientation.Horizontal, "Edge between the text and what counts")
        both.addWidget(self._sheets)
        both.addWidget(self.side)
        both.setStretchFactor(0, 1)
        both.setSizes([680, 360])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (self.notices, self.head, self.banner, self.bar):
            box.addWidget(widget)
        box.addWidget(both, 1)

    def _connect(self) -> None:
        self.head.approve_wanted.connect(self.approve_wanted)
        self.head.return_wanted.connect(self.return_wanted)
        self.head.hold_wanted.connect(self.hold_wanted)
        self.head.back_wanted.connect(self.back_wanted)
        self.head.blockers_wanted.connect(self.blockers_wanted)
        self.bar.shown_wanted.connect(self.show_changes)
        self.bar.beside_wanted.connect(self.show_beside)
        self.bar.whole_wanted.connect(self.show_whole)
        self.bar.since_wanted.connect(self.since_wanted)
        self.bar.step_wanted.connect(self._step_clicked)
        self.changes.step_chosen.connect(self._go_to_step)
        self.side.place_wanted.connect(self._show_place)
        self.side.acted.connect(self._act)

    def _keys(self) -> None:
        verbs: dict[str, Callable[[], object]] = {
            "approve": self.approve_wanted.emit,
            "give_back": self.return_wanted.emit,
            "hold": self.hold_wanted.emit,
            "changes": self.toggle_changes,
            "beside": self.toggle_beside,
            "whole": self.toggle_whole,
            "comment": self.ask_comment,
            "edit": self.edit_wanted.emit,
            "move": self.move_wanted.emit,
            "waive": self.waive,
            "in_the_way": self.blockers_wanted.emit,
            "leave_review": self._aside_or_back,
            "next_story": self._next_story,
            "previous_story": self._previous_story,
        }
        for name in verbs:
            if len(key_of(name, Where.REVIEW)) == 1:
                verbs[name] = _Letter(self, verbs[name])
        shortcuts(self, Where.REVIEW, verbs)

    def rest_letters(self) -> None:
        """Take no letter for a command until there is a rest: a dialog was just dismissed, perhaps by one who types."""
        self.letters_rest.start()

    def _aside_or_back(self) -> None:
        if not self.notices.put_top_aside():
            self.back_wanted.emit()

    def _next_story(self) -> None:
        self.story_wanted.emit(1)

    def _previous_story(self) -> None:
        self.story_wanted.emit(-1)

    def let_go(self) -> None:
        """Show no page any longer."""
        self.page = None

    def expect_changes(self) -> None:
        """Show what changed with the next page."""
        self.shows_changes = True

    # -- What is shown -----------------------------------------------------------------------------------------------

    def show_page(self, page: ReviewPage) -> None:
        """Show a page; of the story that is shown already, look and place stay."""
        fresh = self.page is None or self.page.story.id != page.story.id
        self.page = page
        self.head.show_page(page)
        self.banner.show_seal(page.story.seal)
        self.bar.show_page(page)
        self.reading.show_story(page.manuscript, page.threads, page.story.links)
        if fresh:
            self.reading.go_to(Span(0, 0))
            self.shows_changes = False
        self.side.show_rows(rows_of(page))
        self._show_sheet()

    def _show_sheet(self) -> None:
        page = self.page
        if page is None:
            return
        on = self.shows_changes and page.comparison is not None
        if on:
            self.changes.show_comparison(page.comparison, beside=self.beside, folded=not self.whole)
        had = self.reading.hasFocus() or self.changes.hasFocus()
        self._sheets.setCurrentIndex(_CHANGES if on else _CLEAN)
        if had:
            self.take_focus()
        self.bar.show_way(page, shown=on, beside=self.beside, whole=self.whole, current=self.changes.current)

    def show_changes(self, on: bool) -> None:
        """Show what changed, or the clean text."""
        self.shows_changes = on
        self._show_sheet()

    def show_beside(self, on: bool) -> None:
        """Show changes side by side, or in line."""
        self.beside = on
        self._show_sheet()

    def show_whole(self, on: bool) -> None:
        """Show unchanged paragraphs among the changes, or leave them out."""
        self.whole = on
        self._show_sheet()

    def toggle_changes(self) -> None:
        """Show the other of the two."""
        self.show_changes(not self.shows_changes)

    def toggle_beside(self) -> None:
        """Show changes the other way."""
        self.shows_changes = True
        self.show_beside(not self.beside)

    def toggle_whole(self) -> None:
        """Show unchanged paragraphs, or not."""
        self.show_whole(not self.whole)

    # -- Walking -----------------------------------------------------------------------------------------------------

    def step(self, *, back: bool) -> bool:
        """Go to the next change, or, in the clean text, to the next place of the list; False where there is none."""
        if self.shows_changes and self.page is not None and self.page.comparison is not None:
            number = self.changes.step(back=back)
            self._show_sheet()
            return number >= 0
        return self._step_place(back=back)

    def _step_place(self, *, back: bool) -> bool:
        rows = sorted((row for row in self.side.model_.rows if row.span is not None), key=_place)
        if not rows:
            return False
        current = self.side.current_row()
        at = next((nth for nth, row in enumerate(rows) if current is not None and row.key == current.key), None)
        start = at if at is not None else (0 if back else -1)
        row = rows[(start + (-1 if back else 1)) % len(rows)]
        self.side.choose(row.key)
        self._show_place(row)
        return True

    def _step_clicked(self, back: bool) -> None:
        self.step(back=back)

    def _go_to_step(self, number: int) -> None:
        self.changes.go_to(number)
        self._show_sheet()

    def _show_place(self, row: Row) -> None:
        if row.span is not None:
            self.show_changes(False)
            self.reading.go_to(row.span)

    def show_blocker(self, place: Place) -> bool:
        """Show what stands in the way, in the list and in the text; False if it is nowhere on the page."""
        keys = [key for key in (place.fingerprint, place.item) if key]
        row = next((row for key in keys for row in self.side.model_.rows if row.can_be_chosen and row.key == key), None)
        if row is None:
            return False
        self.side.choose(row.key)
        self._show_place(row)
        self.side.setFocus()
        return True

    def _act(self, row: Row) -> None:
        if row.sort is Sort.NOTE:
            self.thread_wanted.emit(row.key)
        elif row.span is not None:
            self._show_place(row)
            self.reading.setFocus()
        elif row.sort is Sort.MANUAL:
            self.tick_wanted.emit(row.key, row.colour != "passed")
        elif row.sort is Sort.UNCHECKED:
            self.blockers_wanted.emit()

    def waive(self) -> None:
        """Ask to waive the open finding that the list is at."""
        row = self.side.current_row()
        lines = self.page.lines if self.page is not None else ()
        found = (judged.finding for line in lines for judged in line.findings)
        if row is not None and row.sort is Sort.FINDING:
            finding = next((each for each in found if each.fingerprint == row.key), None)
            self.waive_wanted.emit(finding) if finding is not None else None

    def ask_comment(self) -> None:
        """Ask for a comment on the words selected, on the paragraph at the cursor, or on the change in hand."""
        page = self.page
        if page is None:
            return
        span = self.reading.about()
        if self.shows_changes and page.comparison is not None and self.changes.current >= 0:
            step = page.comparison.steps[self.changes.current]
            span = step.new if len(step.new) else page.comparison.passages[step.passage].new
        self.comment_wanted.emit(span)

    # -- Looks -------------------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Move the keyboard into the text."""
        (self.changes if self._sheets.currentIndex() == _CHANGES else self.reading).setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """Return the parts that the keyboard goes round."""
        return (self.changes if self._sheets.currentIndex() == _CHANGES else self.reading), self.side

    def use_looks(self, font: QFont, characters: int) -> None:
        """Set the story in this font, in lines of so many characters."""
        self.reading.use_looks(font, characters)
        self.changes.use_font(font, characters)

    def tint(self, now: Theme) -> None:
        """Take on the colours of the theme."""
        self.reading.apply_colours(editor_colours.DARK if now.dark else editor_colours.LIGHT)
        self.changes.tint()
        self.banner.tint()
        self.side.viewport().update()


class _Letter:
    """Does what a letter commands when called, unless letters are at rest."""

    def __init__(self, view: ReviewView, verb: Callable[[], object]) -> None:
        self._view, self._verb = view, verb

    def __call__(self) -> None:
        if self._view.letters_rest.isActive():
            self._view.rest_letters()
        else:
            self._verb()


def _place(row: Row) -> tuple[int, int, str]:
    span = row.span or Span(0, 0)
    return span.start, span.end, row.key
