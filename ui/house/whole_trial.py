"""All that is chosen on the page, a preset above all, tried on the desk's last stories: what it would add or take."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from desk.checking.house_trials import MOST_STORIES, ChoiceShift, HouseTrial, StoryTrials
from desk.checks.style.choices.choice import StyleChoice
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit
from desk.text.words import plural
from ui.actions.keys import key_of
from ui.house.trial_run import TrialRun
from ui.house.trial_stories import TrialStories
from ui.look.widgets import wrapped_list
from ui.work import house
from ui.work.hub import Hub

_KEY = Qt.ItemDataRole.UserRole
_ROWS = 132
"""Pixels of the list: some five choices."""


class WholeTrial(QWidget):
    """Offers the trial while something is chosen that is not kept; one trial at a time."""

    choice_wanted = Signal(str)
    """The key of a choice that is to be taken in hand."""

    def __init__(self, hub: Hub, stories: TrialStories) -> None:
        super().__init__()
        self._hub = hub
        self._page: HousePage | None = None
        self._edit = HouseEdit()
        start, named = f"Try &all that is chosen on the last {MOST_STORIES} stories", "Progress of the trial of all"
        self.trial = TrialRun(start, named, stories)
        self.trial.asked.connect(self._start)
        self.trial.fetched.connect(self._begin)
        self.shifts = wrapped_list("What it would add and take, by choice")
        self.shifts.setMaximumHeight(_ROWS)
        self.shifts.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.shifts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.shifts.itemActivated.connect(self._wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for widget in (self.trial, self.trial.said, self.shifts):
            box.addWidget(widget)
        self.offer(None, HouseEdit())

    def offer(self, page: HousePage | None, edit: HouseEdit) -> None:
        """Offer to try an edit; what was tried of another one is forgotten."""
        if page is not self._page or edit != self._edit:
            self.trial.cancel()
            self.trial.said.hide()
            self.shifts.hide()
        self._page, self._edit = page, edit
        chosen = bool(edit.values or edit.words or edit.based_on)
        self.setVisible(page is not None and not page.refused and chosen)

    def _start(self) -> None:
        self.shifts.hide()
        self.trial.said.hide()
        self.trial.begin()

    def _begin(self, trials: StoryTrials) -> None:
        if self._page is not None and self.trial.token is not None:
            run, token = self.trial, self.trial.token
            house.try_house(
                self._hub,
                trials,
                self._page,
                self._edit,
                told=run.went,
                done=self._done,
                failed=run.failed,
                token=token,
            )

    def _done(self, found: HouseTrial) -> None:
        if not self.trial.ends() or self._page is None:
            return
        self.trial.say(trial_words(found))
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
    seen = f"Of {differ} that would be another, {plural(len(found.shifts), 'shows', 'show')} in them"
    return f"{told} {seen}; {key_of('house_on')} leads to the one in hand."


def shift_words(choice: StyleChoice, one: ChoiceShift) -> str:
    """Return what a trial came to for one choice: “Percent: adds 2 places in 1 story (“5 percent”, would be “5%”)”."""
    parts = [
        f"{verb} {plural(count.places, 'place')} in {plural(count.texts, 'story', 'stories')}"
        for verb, count in (("adds", one.added), ("takes", one.taken))
        if count.places
    ]
    instead = f", would be “{one.instead}”" if one.instead else ""
    return f"{choice.name}: {', '.join(parts)}{f' (“{one.words}”{instead})' if one.words else ''}"
