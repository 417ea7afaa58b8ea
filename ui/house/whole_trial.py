"""All that is chosen on the page, a preset above all, tried on the desk's last stories: what it would add or take."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.checking.house_trials import MOST_STORIES, ChoiceShift, HouseTrial, StoryTrials
from desk.checks.style.choices.choice import StyleChoice
from desk.errors import KnownError
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit
from desk.text.words import plural
from ui.house.trial_stories import TrialStories
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import button, label, row
from ui.work import house
from ui.work.hub import Hub
from ui.work.lanes import Token

_KEY = Qt.ItemDataRole.UserRole
_ROWS = 132
"""Pixels of the list: some five choices."""


class WholeTrial(QWidget):
    """Offers the trial while something is chosen that is not kept; one trial at a time."""

    choice_wanted = Signal(str)
    """The key of a choice that is to be taken in hand."""

    def __init__(self, hub: Hub, stories: TrialStories) -> None:
        super().__init__()
        self._hub, self._stories = hub, stories
        self._token: Token | None = None
        self._page: HousePage | None = None
        self._edit = HouseEdit()
        self.start = button(f"Try &all that is chosen on the last {MOST_STORIES} stories", self._start)
        self.stop = button("Stop", self.cancel)
        self.bar = ProgressBar("Progress of the trial of all that is chosen")
        self.bar.setRange(0, MOST_STORIES)
        self.said = label("", wrap=True)
        self.shifts = QListWidget()
        self.shifts.setAccessibleName("What it would add and take, by choice")
        self.shifts.setWordWrap(True)
        self.shifts.setMaximumHeight(_ROWS)
        self.shifts.itemActivated.connect(self._wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(row(self.start, self.stop, self.bar, None))
        for widget in (self.said, self.shifts):
            box.addWidget(widget)
        self.offer(None, HouseEdit())

    @property
    def busy(self) -> bool:
        """Return whether a trial is under way."""
        return self._token is not None

    def offer(self, page: HousePage | None, edit: HouseEdit) -> None:
        """Offer to try an edit; what was tried of another one is forgotten."""
        if page is not self._page or edit != self._edit:
            self.cancel()
            self.said.hide()
            self.shifts.hide()
        self._page, self._edit = page, edit
        chosen = bool(edit.values or edit.words or edit.based_on)
        self.setVisible(page is not None and not page.refused and chosen)
        self._working(self.busy)

    def cancel(self) -> None:
        """Break off what is under way."""
        if self._token is not None:
            self._token.cancel()
            self._token = None
            self._working(False)
            self._say("Stopped: nothing was counted.")

    def _start(self) -> None:
        self.shifts.hide()
        self.said.hide()
        self._token = Token()
        self._working(True)
        self._stories.fetch(self._begin, self._failed)

    def _begin(self, trials: StoryTrials) -> None:
        if self._token is not None and self._page is not None:
            house.try_house(
                self._hub,
                trials,
                self._page,
                self._edit,
                told=self._told,
                done=self._done,
                failed=self._failed,
                token=self._token,
            )

    def _told(self, count: int) -> None:
        if self.busy:
            self.bar.setValue(count)

    def _done(self, found: HouseTrial) -> None:
        if self._token is None or self._page is None:
            return
        self._token = None
        self._working(False)
        self._say(trial_words(found))
        self.shifts.clear()
        known = {choice.key: choice for choice in self._page.choices}
        for one in found.shifts:
            item = QListWidgetItem(shift_words(known[one.key], one))
            item.setData(_KEY, one.key)
            self.shifts.addItem(item)
        self.shifts.setVisible(bool(found.shifts))
        if found.shifts:
            self.shifts.setCurrentRow(0)
            self.shifts.setFocus()

    def _failed(self, error: KnownError) -> None:
        self._token = None
        self._working(False)
        self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()

    def _working(self, on: bool) -> None:
        had = self.start.hasFocus() or self.stop.hasFocus()  # what is hidden loses the keyboard
        if not on:
            self.bar.setValue(0)
        self.start.setVisible(not on)
        for widget in (self.stop, self.bar):
            widget.setVisible(on)
        if had:
            (self.stop if on else self.start).setFocus()

    def go_on(self) -> None:
        """Ask for the choice in hand."""
        if (item := self.shifts.currentItem()) is not None:
            self._wanted(item)

    def _wanted(self, item: QListWidgetItem) -> None:
        self.choice_wanted.emit(str(item.data(_KEY)))


def trial_words(found: HouseTrial) -> str:
    """Return what a trial came to in all, in one or two sentences."""
    if not found.read:
        return "There are no stories on this desk yet: nothing to try it on."
    if not found.choices:
        return "It is what the house has already: nothing would change."
    read, differ = plural(found.read, "story", "stories"), plural(found.choices, "choice")
    if not found.shifts:
        return f"In none of {read} would anything change; {differ} would be another."
    added = sum(one.added.places for one in found.shifts)
    taken = sum(one.taken.places for one in found.shifts)
    told = f"Of {read} it would speak of {plural(added, 'more place')}, and of {plural(taken, 'place')} no longer."
    return (
        f"{told} Of {differ} that would be another, {len(found.shifts)} are seen in them; the key to go on leads there."
    )


def shift_words(choice: StyleChoice, one: ChoiceShift) -> str:
    """Return what a trial came to for one choice: “Percent: adds 2 places in 1 story (“5 percent”, would be “5%”)”."""
    parts = [
        f"{verb} {plural(count.places, 'place')} in {plural(count.texts, 'story', 'stories')}"
        for verb, count in (("adds", one.added), ("takes", one.taken))
        if count.places
    ]
    instead = f", would be “{one.instead}”" if one.instead else ""
    return f"{choice.name}: {', '.join(parts)}{f' (“{one.words}”{instead})' if one.words else ''}"
