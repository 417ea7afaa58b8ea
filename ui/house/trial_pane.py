"""A value tried on the desk's last stories: how far it is, what it would come to, and places that open their story."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from desk.checking.house_trials import MOST_STORIES, DeskTrial, StoryTrials, TrialExample
from desk.checks.style.choices.choice import StyleChoice
from desk.text.words import grouped, plural
from ui.actions.keys import key_of
from ui.house.standing import value_words
from ui.house.trial_run import TrialRun
from ui.house.trial_stories import TrialStories
from ui.look.widgets import label, wrapped_list
from ui.work import house
from ui.work.hub import Hub

_EXAMPLE = Qt.ItemDataRole.UserRole
_ROWS = 200
"""Pixels of the list of places: some four of them."""


class TrialPane(QWidget):
    """Tries the value in hand when asked to; one trial at a time."""

    asked = Signal()
    """Somebody wants the value in hand to be tried."""
    story_wanted = Signal(str, object)
    """A story, and the span of its text to go to."""

    told = Signal()
    """There is something new to read here."""

    def __init__(self, hub: Hub, stories: TrialStories) -> None:
        super().__init__()
        self._hub = hub
        self._asked: tuple[StyleChoice, str] | None = None
        self.trial = TrialRun(f"&Try it on the last {MOST_STORIES} stories", "Progress of the trial", stories)
        self.trial.asked.connect(self.asked)
        self.trial.fetched.connect(self._begin)
        self.trial.told.connect(self.told)
        self.places = wrapped_list("Places that it would speak of")
        self.places.setMinimumHeight(_ROWS)
        self.places.itemDoubleClicked.connect(self._open)
        self._hint = label(
            f"{key_of('house_on')} opens the story at this place; what you chose here waits.", "muted", wrap=True
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        for widget in (self.trial, self.trial.said, self.places, self._hint):
            box.addWidget(widget)
        self.clear()

    def fields(self) -> list[QWidget]:
        """Return what takes the keyboard, in its order."""
        return [self.trial.start, self.trial.stop, self.places]

    def clear(self) -> None:
        """Forget the last trial, and break off one that is under way."""
        self.trial.cancel()
        for widget in (self.trial.said, self.places, self._hint):
            widget.hide()

    def run(self, choice: StyleChoice, value: str) -> None:
        """Try a value; the stories are fetched the first time."""
        self.clear()
        self._asked = choice, value
        self.trial.begin()

    def _begin(self, trials: StoryTrials) -> None:
        if self._asked is not None and self.trial.token is not None:
            run = self.trial
            went, token = run.went, self.trial.token
            house.try_choice(
                self._hub, trials, *self._asked, told=went, done=self._done, failed=run.failed, token=token
            )

    def _done(self, found: DeskTrial) -> None:
        if not self.trial.ends() or self._asked is None:
            return
        self.trial.say(result_words(self._asked[0], found))
        self.places.clear()
        for one in found.examples:
            item = QListWidgetItem(_place_words(one))
            item.setData(_EXAMPLE, one)
            self.places.addItem(item)
        for widget in (self.places, self._hint):
            widget.setVisible(bool(found.examples))
        if found.examples:
            self.places.setCurrentRow(0)

    def open(self) -> None:
        """Ask for the story of the place in hand."""
        if (item := self.places.currentItem()) is not None:
            self._open(item)

    def _open(self, item: QListWidgetItem) -> None:
        one = item.data(_EXAMPLE)
        if isinstance(one, TrialExample):
            self.story_wanted.emit(one.story, one.place.span)


def result_words(choice: StyleChoice, found: DeskTrial) -> str:
    """Return what a trial came to, in two sentences."""
    if not found.read:
        return "There are no stories on this desk yet: nothing to try it on."
    read = plural(found.read, "story", "stories")
    if found.found.texts:
        told = f"In {grouped(found.found.texts)} of {read} it would speak, of {plural(found.found.places, 'place')}."
    else:
        told = f"In none of {read} would it say anything."
    forms = [
        f"“{value_words(choice, form)}” in {grouped(one.texts)}"
        for form, one in sorted(found.found.forms.items(), key=_most)
    ]
    return f"{told} Now there: {', '.join(forms)}." if forms else f"{told} None of them shows {choice.name.lower()}."


def _most(form: tuple[str, object]) -> int:
    return -getattr(form[1], "texts", 0)


def _place_words(one: TrialExample) -> str:
    instead = f" would be “{one.place.instead}”" if one.place.instead else ""
    return f"{one.slug}: “{one.place.words}”{instead}\n{one.place.line}"
