"""How a trial of house style goes: started, stopped, how far it is, and what it came to in a sentence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desk.checking.house_trials import MOST_STORIES, StoryTrials
from desk.errors import KnownError
from ui.house.trial_stories import TrialStories
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import button, label, row
from ui.work.lanes import Token


class TrialRun(QWidget):
    """One trial at a time: button, stop and bar in a row; `said` stands where its owner puts it."""

    asked = Signal()
    """Somebody wants the trial."""
    fetched = Signal(object)
    """The stories are there (`StoryTrials`), and the trial was not stopped."""
    told = Signal()
    """There is something new to read."""

    def __init__(self, start: str, named: str, stories: TrialStories) -> None:
        """`start` is what the button says, `named` what a screen reader calls the bar."""
        super().__init__()
        self._stories = stories
        self.token: Token | None = None
        self.start: QPushButton = button(start, self.asked.emit)
        self.stop: QPushButton = button("Stop", self.cancel)
        self.bar = ProgressBar(named)
        self.bar.setRange(0, MOST_STORIES)
        self.said: QLabel = label("", wrap=True)
        self.setLayout(row(self.start, self.stop, self.bar, None))
        self._working(False)

    @property
    def busy(self) -> bool:
        """Return whether a trial is under way."""
        return self.token is not None

    def begin(self) -> None:
        """Fetch the stories, the first time, for a trial that begins; `fetched` tells of them."""
        self.token = Token()
        self._working(True)
        self._stories.fetch(self._fetched, self.failed)

    def _fetched(self, trials: StoryTrials) -> None:
        if self.busy:
            self.fetched.emit(trials)

    def went(self, count: int) -> None:
        """Show how many stories are done."""
        if self.busy:
            self.bar.setValue(count)

    def ends(self) -> bool:
        """End the trial under way; returns False where it was stopped before."""
        was, self.token = self.busy, None
        if was:
            self._working(False)
        return was

    def cancel(self) -> None:
        """Break off what is under way."""
        if self.token is not None:
            self.token.cancel()
            self.ends()
            self.say("Stopped: nothing was counted.")

    def failed(self, error: KnownError) -> None:
        """Say why there is no trial."""
        self.token = None
        self._working(False)
        self.say(str(error))

    def say(self, sentence: str) -> None:
        """Say what it came to."""
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
