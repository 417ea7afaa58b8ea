"""The stories that house style is tried on, fetched once for all trials of a page."""

from collections.abc import Callable

from desk.checking.house_trials import StoryTrials
from desk.errors import KnownError
from ui.work import house
from ui.work.hub import Hub

Got = Callable[[StoryTrials], None]
Failed = Callable[[KnownError], None]


class TrialStories:
    """Hands the stories to whoever tries something; what was read of them for one trial serves the next."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._trials: StoryTrials | None = None
        self._waiting: list[Got] = []

    def fetch(self, done: Got, failed: Failed) -> None:
        """Call `done` with the stories; they are fetched the first time."""
        if self._trials is not None:
            done(self._trials)
            return
        self._waiting.append(done)
        house.trials(self._hub, self._fetched, failed)

    def _fetched(self, trials: StoryTrials) -> None:
        self._trials = trials
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(trials)
