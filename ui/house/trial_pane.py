"""A value tried on the desk's last stories: how far it is, what it would come to, and places that open their story."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.checking.house_trials import MOST_STORIES, DeskTrial, StoryTrials, TrialExample
from desk.checks.style.choices.choice import StyleChoice
from desk.errors import KnownError
from desk.text.words import grouped, plural
from ui.actions.keys import key_of
from ui.house.standing import value_words
from ui.house.trial_stories import TrialStories
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import button, label, row
from ui.work import house
from ui.work.hub import Hub
from ui.work.lanes import Token

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
        self._hub, self._stories = hub, stories
        self._token: Token | None = None
        self._asked: tuple[StyleChoice, str] | None = None
        self.start = button(f"&Try it on the last {MOST_STORIES} stories", self.asked.emit)
        self.stop = button("Stop", self.cancel)
        self.bar = ProgressBar("Progress of the trial")
        self.bar.setRange(0, MOST_STORIES)
        self.said = label("", wrap=True)
        self.places = QListWidget()
        self.places.setAccessibleName("Places that it would speak of")
        self.places.setWordWrap(True)
        self.places.setMinimumHeight(_ROWS)
        self.places.itemDoubleClicked.connect(self._open)
        self._hint = label(
            f"{key_of('house_on')} opens the story at this place; what you chose here waits.", "muted", wrap=True
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        box.addLayout(row(self.start, self.stop, self.bar))
        for widget in (self.said, self.places, self._hint):
            box.addWidget(widget)
        self.clear()

    @property
    def busy(self) -> bool:
        """Return whether a trial is under way."""
        return self._token is not None

    def fields(self) -> list[QWidget]:
        """Return what takes the keyboard, in its order."""
        return [self.start, self.stop, self.places]

    def clear(self) -> None:
        """Forget the last trial, and break off one that is under way."""
        self.cancel()
        self.said.setText("")
        self._working(False)
        for widget in (self.said, self.places, self._hint):
            widget.hide()

    def cancel(self) -> None:
        """Break off what is under way."""
        if self._token is not None:
            self._token.cancel()
            self._token = None
            self._working(False)
            self._say("Stopped: nothing was counted.")

    def run(self, choice: StyleChoice, value: str) -> None:
        """Try a value; the stories are fetched the first time."""
        self.clear()
        self._token = Token()
        self._working(True)
        self._asked = choice, value
        self._stories.fetch(self._begin, self._failed)

    def _begin(self, trials: StoryTrials) -> None:
        if self._token is not None and self._asked is not None:
            choice, value = self._asked
            house.try_choice(
                self._hub,
                trials,
                choice,
                value,
                told=self._told,
                done=self._done,
                failed=self._failed,
                token=self._token,
            )

    def _told(self, count: int) -> None:
        if self.busy:
            self.bar.setValue(count)

    def _done(self, found: DeskTrial) -> None:
        if self._token is None or self._asked is None:
            return
        self._token = None
        self._working(False)
        self._say(result_words(self._asked[0], found))
        self.places.clear()
        for one in found.examples:
            item = QListWidgetItem(_place_words(one))
            item.setData(_EXAMPLE, one)
            self.places.addItem(item)
        for widget in (self.places, self._hint):
            widget.setVisible(bool(found.examples))
        if found.examples:
            self.places.setCurrentRow(0)

    def _failed(self, error: KnownError) -> None:
        self._token = None
        self._working(False)
        self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()
        self.told.emit()

    def _working(self, on: bool) -> None:
        had = self.start.hasFocus() or self.stop.hasFocus()  # what is hidden loses the keyboard
        self.bar.setValue(0)
        self.start.setVisible(not on)
        for widget in (self.stop, self.bar):
            widget.setVisible(on)
        if had:
            (self.stop if on else self.start).setFocus()

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
