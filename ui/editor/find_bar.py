"""Find and replace, in a bar under the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.checks.check import Edit
from desk.text.change import Change
from desk.text.letter_case import keeping_capitals
from desk.text.spans import Span
from desk.text.words import grouped
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.editor.find_fields import FindFields
from ui.editor.find_layer import FindLayer
from ui.editor.search import MOST, BadPattern, Found, Match, check_replacement, find_all, replacement
from ui.editor.text_edit import TextEdit
from ui.look.tips import plain_tip

_SETTLE_MS = 150
_NO_WORDS = (
    "This pattern finds places without words, such as the beginning of each line, and nothing can be selected there: "
    "add words that stand there, as in “^By”."
)
_LONGEST = 120  # a selection longer than this is text to work on, not words to look for


class FindBar(FindFields):
    """Looks for words in one text; keys go on and back, and close it."""

    closed = Signal()

    def __init__(self, edit: TextEdit, layer: FindLayer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope = layer.scope
        self._edit = edit
        self._layer = layer
        self._found = Found()
        self._said = ""
        self._connect()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.look)
        edit.loaded.connect(self._look_everywhere)
        edit.changed.connect(self._text_changed)
        edit.selectionChanged.connect(self._count)
        self.hide()

    def _connect(self) -> None:
        self.find_field.textChanged.connect(self._wanted_changed)
        for switch in (self.case, self.whole, self.regular):
            switch.toggled.connect(self._wanted_changed)
        self.regular.toggled.connect(self.keep.setDisabled)
        self.replace_field.textChanged.connect(self._replacement_changed)
        self.in_selection.toggled.connect(self._scope_chosen)
        self.in_copy.toggled.connect(self._copy_chosen)
        self.next.clicked.connect(self.find_next)
        self.previous.clicked.connect(self.find_previous)
        self.replace_button.clicked.connect(self.replace)
        self.all_button.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.shut)
        for field in (self.find_field, self.replace_field):
            field.installEventFilter(self)

    # -- Looking -------------------------------------------------------------------------------------------------

    def open(self, replacing: bool = False) -> None:
        """Show the bar with the selected words in it; what was typed into it stays while the keyboard is there."""
        selected = "" if self._has_keyboard() else self._edit.selected.of(self._edit.text)
        if selected and "\n" not in selected and len(selected) <= _LONGEST:
            self.find_field.setText(selected)
        self.show()
        field = self.replace_field if replacing and self.find_field.text() else self.find_field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()
        self.look()

    def _has_keyboard(self) -> bool:
        return self.isVisible() and (self.find_field.hasFocus() or self.replace_field.hasFocus())

    def shut(self) -> None:
        """Hide the bar and go back to the text."""
        self._look_everywhere()
        self.hide()
        self._timer.stop()
        self._layer.show(())
        self._edit.setFocus()
        self.closed.emit()

    def look(self) -> None:
        """Find every place in the text as it is now."""
        self._timer.stop()
        self._said = ""
        try:
            self._found = self._places(MOST)
        except BadPattern as error:
            self._found, self._said = Found(), str(error)
        if self._found.empty:
            self._said = _NO_WORDS
        self.say(self._said)
        self._layer.show(self._matches if self.isVisible() else ())
        self._count()

    def _places(self, most: int | None) -> Found:
        scope = self._scope
        return find_all(self._edit.text, self.wanted, self._edit.live.units, scope.chosen, scope.holds, most)

    def find_next(self) -> None:
        """Select the next place behind the cursor, going round at the end."""
        self._step(bisect_left(self._fresh(), self._edit.selected.end, key=_start))

    def find_previous(self) -> None:
        """Select the place before the selection, going round at the start."""
        self._step(bisect_right(self._fresh(), self._edit.selected.start, key=_end) - 1)

    @property
    def _matches(self) -> Sequence[Match]:
        return self._found.places

    def _fresh(self) -> Sequence[Match]:
        if self._timer.isActive() or not self.isVisible():
            self.look()
        return self._matches

    def _step(self, index: int) -> None:
        if self._matches:
            self._edit.select(self._matches[index % len(self._matches)].span)
            self._edit.show_in_the_middle()

    def _wanted_changed(self) -> None:
        """Find anew and show the first place at or behind the cursor."""
        self.look()
        self._step(bisect_left(self._matches, self._edit.selected.start, key=_start))

    def _look_everywhere(self) -> None:
        self.in_selection.setChecked(False)

    def _scope_chosen(self, on: bool) -> None:
        """Look in what is selected now; without a selection say what is missing."""
        if on and not len(self._edit.selected):
            self.in_selection.setChecked(False)
            self.say("Select the words to look in first, then choose “In the selection”.")
            return
        self._scope.choose(self._edit.selected if on else None)
        self._layer.show_scope()
        self.look()

    def _copy_chosen(self, on: bool) -> None:
        self._scope.keep_to_copy(on)
        self.look()

    def _text_changed(self, changes: tuple[Change, ...]) -> None:
        if self._scope.chosen is not None:
            self._scope.absorb(changes)
            self._layer.show_scope()
        if self.isVisible():
            self._layer.show(())  # the old places would stand on the wrong words
            self._timer.start()

    def _count(self) -> None:
        if not self.isVisible():
            return
        index = self._at_selection()
        many = f"{grouped(len(self._matches))}{'+' if self._found.more else ''}"
        if not self._matches:
            words = self._said or ("Not found" if self.find_field.text() else "")
        else:
            words = f"{grouped(index + 1)} of {many}" if index is not None else f"{many} found"
        self.count.setText("No words" if self._found.empty else "Bad pattern" if self._said else words)
        self.count.setToolTip(plain_tip(self._said))
        self.find_field.setToolTip(plain_tip(self._said))
        self.find_field.setAccessibleDescription(words)
        for button in (self.next, self.previous, self.all_button, self.replace_button):
            button.setEnabled(bool(self._matches))

    def _at_selection(self) -> int | None:
        selected = self._edit.selected
        index = bisect_left(self._matches, selected.start, key=_start)
        return index if index < len(self._matches) and self._matches[index].span == selected else None

    # -- Replacing -----------------------------------------------------------------------------------------------

    def _replacement_changed(self) -> None:
        self.say(self._said)

    def _refused(self) -> bool:
        """Return whether the replacement cannot be made, after saying why."""
        try:
            check_replacement(self.replace_field.text(), self.wanted)
        except BadPattern as error:
            self.say(str(error))
            return True
        return self._edit.isReadOnly()

    def replace(self) -> None:
        """Replace the selected place, or select the next one where none is selected."""
        self._fresh()
        index = self._at_selection()
        if index is not None:
            if self._refused():
                return
            match = self._matches[index]
            words = self._words_for(match)
            self._edit.make([Edit(match.span, words)])
            end = match.span.start + len(words)
            self._edit.select(Span(end, end))
        self.find_next()

    def replace_all(self) -> int:
        """Replace every place as one undo step, those that were not counted too, and return how many they were."""
        fresh = self._fresh()
        if fresh and self._refused():
            return 0
        try:
            matches = self._places(None).places if self._found.more else fresh
        except BadPattern as error:  # in text that nobody looked at so far
            self.say(str(error))
            return 0
        self._edit.make([Edit(match.span, self._words_for(match)) for match in matches])
        self.look()
        self.count.setText(f"{grouped(len(matches))} replaced")
        return len(matches)

    def _words_for(self, match: Match) -> str:
        words, wanted = replacement(self.replace_field.text(), match, self.regular.isChecked()), self.find_field.text()
        keeps = self.keep.isChecked() and not self.regular.isChecked()
        return keeping_capitals(words, self._edit.text, match.span, wanted) if keeps else words

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the keys of the bar in its two fields."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        on = self.replace if watched is self.replace_field else self.find_next
        acts = {"find_close": self.shut, "match_previous": self.find_previous, "match_next": on}
        act = acts.get(pressed(event, Where.FIND))
        if act is None:
            return super().eventFilter(watched, event)
        act()
        return True


def _start(match: Match) -> int:
    return match.span.start


def _end(match: Match) -> int:
    return match.span.end
