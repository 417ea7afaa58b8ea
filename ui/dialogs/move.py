"""Shows where a story can go and exactly what stands in the way, and asks what the move asks for."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desk.review.move_request import MoveRequest
from desk.review.people import Person
from desk.story import MoveOption, StoryView
from desk.text.moments import now
from ui.actions.keys import is_key
from ui.dialogs.blockers import Blockers
from ui.dialogs.moment import MomentField
from ui.look.dialog_frame import Dialog
from ui.look.drop_down import DropDown
from ui.look.pressed import in_window
from ui.look.tips import plain_tip
from ui.look.widgets import label

_HEIGHT = 240
"""Pixels that what stands in the way gets at least; more of it can be scrolled."""


class MoveDialog(Dialog):
    """At the left where the story can go, at the right what is in the way; open once nothing is left there."""

    wanted = Signal(object)
    """The `MoveRequest`."""
    place_wanted = Signal(str, object)
    """The story, and the `Place` of what is in its way; the dialog closes for it."""
    tick_wanted = Signal(str, str, bool)
    """The story, an item, and whether it is ticked; `show_options` then says what is left in the way."""

    def __init__(
        self,
        story: StoryView,
        options: Sequence[MoveOption],
        parent: QWidget | None,
        *,
        state: str = "",
        standing: str = "",
        people: Sequence[Person] = (),
        first: str = "",
        closed: Sequence[str] = (),
    ) -> None:
        """`state` is the state's name for the screen, `first` the action that is chosen at first.

        `standing` says how much is open, waived and not checked, whether it stands in the way or not. `closed` says why
        the ways forward that are missing here are another person's.
        """
        super().__init__("Move the story on", parent, 760, _HEIGHT + 200)
        self._story, self._options = story.id, options
        self.body.addWidget(label(story.slug or "(no slug)", "heading", wrap=True))
        self._now = label("", "muted", wrap=True)
        self.body.addWidget(self._now)
        for sentence in closed:
            self.body.addWidget(label(in_window(sentence), wrap=True))
        self._state = state or story.state_words
        self.choices = QButtonGroup(self)
        for nth, option in enumerate(options):
            choice = QRadioButton(option.words.replace("&", "&&"))
            choice.setAccessibleName(f"{option.words}: {_counted(option)}")
            self.choices.addButton(choice, nth)
        self._title = label("In the way", "heading")
        self.blockers = Blockers()
        self.blockers.place_wanted.connect(self._leave_for)
        self.blockers.changed.connect(self._look)
        self.blockers.tick_wanted.connect(self._tick)
        self._clear = label("Nothing stands in the way.", "muted", wrap=True)
        self.until = MomentField("Until", None, ticked=True)
        self.until.changed.connect(self._look)
        self.to = DropDown()
        self.to.setAccessibleName("To whom")
        self.to.addItem("To whoever had it last", "")
        for person in people:
            self.to.addItem(f"To {person.name}", person.id)
        self.note = QLineEdit()
        self.note.setAccessibleName("Note")
        self.note.setMaxLength(500)
        self.note.textChanged.connect(self._look)
        self._lay_out()
        self.cancel = self.answer("Cancel", self.reject)
        self.go = self.answer("Move", self._accept, primary=True)
        self.choices.idToggled.connect(self._chosen)
        self._say_standing(standing)
        self._choose(first)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(24)
        left, right = QVBoxLayout(), QVBoxLayout()
        for box in (left, right):
            box.setSpacing(8)
        for choice in self.choices.buttons():
            left.addWidget(choice)
        if not self._options:
            left.addWidget(label("From here the story goes nowhere in your role.", wrap=True))
        left.addStretch(1)
        right.addWidget(self._title)
        right.addWidget(self._clear)
        right.addWidget(self.blockers, 1)
        for field_ in (self.until, self.to, self.note):
            right.addWidget(field_)
        right.addStretch(0)
        both.addLayout(left)
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)
        if not self._options:
            for widget in (self._title, self._clear, self.blockers, self.until, self.to, self.note):
                widget.hide()

    def _say_standing(self, standing: str) -> None:
        self._now.setText(f"Now: {self._state}." + (f" In the text: {standing}." if standing else ""))

    def _choose(self, first: str) -> None:
        """Choose a way; the keyboard starts where it is to be chosen, or in the first thing that it asks for."""
        at = next((nth for nth, option in enumerate(self._options) if option.action == first), 0)
        if self._options:
            self.choices.button(at).setChecked(True)
            start = self.choices.button(at) if not first and len(self._options) > 1 else self._first_need()
            start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the story on; where something is missing yet, put the keyboard there."""
        if is_key(event, "first_need") and not self.go.isEnabled():
            self._first_need().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _first_need(self) -> QWidget:
        option = self._option
        if option is None:
            return self.cancel
        if (need := self.blockers.first_need()) is not None:
            return need
        if not self.blockers.clear_for():
            return self.blockers.stops[0] if self.blockers.stops else self.cancel
        if option.asks_until:
            return self.until.edit
        return self.note if option.needs_reason else self.go

    def show_options(self, options: Sequence[MoveOption], standing: str) -> None:
        """Show what is in the way by now; another way stays chosen, and the keyboard stays at the same item."""
        by_action = {option.action: option for option in options}
        self._options = [by_action.get(option.action, option) for option in self._options]
        self._say_standing(standing)
        item = next((item for item, box in self.blockers.boxes.items() if box.hasFocus()), "")
        key, at = next(
            ((k, line.cursorPosition()) for k, line in self.blockers.reasons.items() if line.hasFocus()), ("", 0)
        )
        self._chosen(self.choices.checkedId(), on=True)
        if item in self.blockers.boxes:
            self.blockers.boxes[item].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in self.blockers.reasons:
            self.blockers.reasons[key].setFocus(Qt.FocusReason.OtherFocusReason)
            self.blockers.reasons[key].setCursorPosition(at)

    def _tick(self, item: str, on: bool) -> None:
        self.tick_wanted.emit(self._story, item, on)

    def _order_stops(self) -> None:
        """Let Tab go as the eye does: the ways, what is in the way, what is asked for, the buttons."""
        asked = (self.until.box, self.until.edit, *self.until.choices, self.to, self.note)
        every = [*self.choices.buttons(), *self.blockers.stops, *asked, self.cancel, self.go]
        for one, other in pairwise(every):
            QWidget.setTabOrder(one, other)

    @property
    def _option(self) -> MoveOption | None:
        nth = self.choices.checkedId()
        return self._options[nth] if 0 <= nth < len(self._options) else None

    def _chosen(self, _nth: int, on: bool) -> None:
        option = self._option
        if not on or option is None:
            return
        self.blockers.show_obstacles(option.obstacles)
        self._title.setText(f"In the way: {len(option.obstacles)}" if option.obstacles else "In the way")
        self.blockers.setVisible(not self.blockers.is_empty)
        self._clear.setVisible(not option.obstacles)
        self.until.setVisible(option.asks_until)
        self.to.setVisible(option.asks_person and self.to.count() > 1)
        self.note.setPlaceholderText("The reason, in a few words" if option.needs_reason else "A note, if you like")
        self._order_stops()
        self._look()

    def _look(self) -> None:
        """Open the way where nothing stands in it, and say what is missing where something does."""
        option = self._option
        missing = self._missing(option) if option else "nothing to do"
        self.go.setEnabled(not missing)
        self.go.setText(option.words.replace("&", "&&") if option else "Move")
        self.go.setToolTip(plain_tip(missing))

    def _missing(self, option: MoveOption) -> str:
        if not self.blockers.clear_for():
            return "Something stands in the way: clear it, or give a reason where it may pass."
        if option.needs_reason and not self.note.text().strip():
            return "A reason is needed."
        until = self.until.moment() if option.asks_until else None
        if until is not None and until < now():
            return "That moment has passed."
        return ""

    def _leave_for(self, place: object) -> None:
        self.reject()
        self.place_wanted.emit(self._story, place)

    def _accept(self) -> None:
        option = self._option
        if option is None or self._missing(option):
            return
        until = self.until.moment() if option.asks_until else None
        to = str(self.to.currentData() or "") if option.asks_person else ""
        wanted = MoveRequest(
            story=self._story,
            action=option.action,
            note=self.note.text().strip(),
            passed=self.blockers.passed(),
            to=to,
            until=until,
        )
        self.wanted.emit(wanted)
        self.accept()


def _counted(option: MoveOption) -> str:
    count = len(option.obstacles)
    return f"{count} in the way" if count else "nothing in the way"
