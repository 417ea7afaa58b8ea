"""Exchanges with the desk in a lane of its own: looked at, done, stopped, and by itself where the settings say so."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk.errors import KnownError
from desk.story import Changes, Part
from desk.text.moments import now
from ui.work.lanes import Lane, Token
from ui.work.shared_desk import SharedDesk

if TYPE_CHECKING:
    from desk.packs.exchange_plan import ExchangePlan, Wish
    from desk.packs.line_words import LineState
    from desk.services.exchange_task import ExchangeTask
    from desk.services.two_databases import Synced
    from desk.session import Desk
    from ui.work.hub import Hub

_FIRST, _AGAIN, _AFTER_CHANGE = 5, 300, 60
"""Seconds until the first exchange by itself, until the next one, and until what was done here goes."""
_PAUSES = (30, 60, 120, 240, 480, 900)
"""Seconds between two tries while there is no line: short at first, for most lines come back soon."""
_TICK = 20_000
"""Milliseconds between two looks at the clock, for "12 min ago"."""


@dataclass(frozen=True, slots=True)
class Trip:
    """What somebody wants to be exchanged: with which desk, which stories, by whom."""

    where: str
    wish: "Wish"
    only: frozenset[str] | None = None
    accepted: tuple[str, ...] = ()
    by_itself: bool = False


class Travelling(QObject):
    """One exchange at a time for all windows; everything here happens on the main thread but the exchange itself."""

    changed = Signal()
    """How it stands with the desk, or how far an exchange is."""
    done = Signal(object)
    """The `Synced` of an exchange that came to its end, or was broken off."""
    failed = Signal(object)
    """The `KnownError` of one that did not."""

    def __init__(self, shared: SharedDesk) -> None:
        super().__init__()
        self._shared = shared
        self._watching = 0
        self._trip: Trip | None = None
        self._token, self._stop = Token(), Token()
        self._far = (0, 0)
        self._since: datetime | None = None
        self._trouble: KnownError | None = None
        self._tries = 0
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._by_itself)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self.changed)

    def join(self, hub: "Hub") -> None:
        """Listen to one window more."""
        hub.ready.connect(self._ready)
        hub.changed.connect(self._changed)

    def rest(self) -> None:
        """Begin nothing any more: the last window is closed."""
        self._due.stop()
        self._clock.stop()

    def watch(self, on: bool) -> None:
        """Take note that a dialog shows what comes of an exchange, or does so no more."""
        self._watching += 1 if on else -1

    @property
    def is_watched(self) -> bool:
        """Return whether a dialog shows what comes of an exchange."""
        return self._watching > 0

    # -- How it stands -----------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Return whether an exchange is under way."""
        return self._trip is not None

    @property
    def state(self) -> "LineState":
        """Return how it stands with the desk."""
        from desk.packs.line_words import LineState

        if not self._shared.is_open:
            return LineState()
        known = self._shared.facts.exchanged
        return LineState(known.where, known.last, known.to_go, self._trouble, self._since, self._far, busy=self.busy)

    # -- By hand -----------------------------------------------------------------------------------------------------

    def look(
        self, where: str, wish: "Wish", told: "Callable[[ExchangePlan], None]", failed: Callable[[KnownError], None]
    ) -> None:
        """Say what an exchange would come to; nothing is written."""

        def then(task: "ExchangeTask") -> None:
            self._shared.lanes.submit(Lane.LINE, task.look, told, failed)

        self._ask(where, wish, (), then, failed)

    def go(self, trip: Trip) -> None:
        """Exchange, unless an exchange is under way; `done` or `failed` tells what came of it."""
        if not self.busy:
            self._trip, self._far, self._stop, self._token = trip, (0, 0), Token(), Token()
            self.changed.emit()
            self._ask(trip.where, trip.wish, trip.accepted, self._sent, self._fell)

    def _ask(
        self,
        where: str,
        wish: "Wish",
        accepted: tuple[str, ...],
        told: "Callable[[ExchangeTask], None]",
        failed: Callable[[KnownError], None],
    ) -> None:
        """Have the task made in the store lane, whichever window is closed meanwhile."""
        box = self._shared.box
        self._shared.lanes.submit(Lane.STORE, lambda: box.get().syncing.task(where, wish, accepted), told, failed)

    def stop(self) -> None:
        """Break the exchange off behind the stories that are on their way; what is left comes the next time."""
        self._stop.cancel()

    def _sent(self, task: "ExchangeTask") -> None:
        token, stop, tell = self._token, self._stop, self._shared.lanes.relay(self._progressed)
        only: Collection[str] | None = self._trip.only if self._trip is not None else None

        def progress(done: int, of: int) -> bool:
            tell(done, of)
            return not (token.cancelled() or stop.cancelled())

        self._shared.lanes.submit(
            Lane.LINE, lambda: task.go(only, progress), self._came, self._fell, token, self._dropped
        )

    def _progressed(self, done: int, of: int) -> None:
        if self.busy:
            self._far = done, of
            self.changed.emit()

    def _came(self, synced: "Synced") -> None:
        trip, self._trip = self._trip, None
        if trip is None or not self._shared.hubs:
            return
        if trip.where == self._shared.facts.settings.desk_at:
            self._trouble, self._since, self._tries = None, None, 0
        quiet = trip.by_itself and not (synced.came or synced.apart or synced.refused or synced.proposals)

        def arrived(_: Changes) -> None:
            self.changed.emit()
            self.done.emit(synced)
            self._wait(_AGAIN)

        whole = trip.only is None and not synced.broken_off

        def job(desk: "Desk") -> Changes:
            came = desk.syncing.arrived(synced, trip.where if whole else "")
            return replace(came, said="") if quiet else came

        self._shared.hubs[0].store(job, arrived)

    def _fell(self, error: KnownError) -> None:
        trip, self._trip = self._trip, None
        if trip is not None and trip.where == self._shared.facts.settings.desk_at:
            self._trouble, self._since = error, self._since or now()
            self._wait(_PAUSES[min(self._tries, len(_PAUSES) - 1)])
            self._tries += 1
        self.changed.emit()
        if trip is not None and not trip.by_itself:
            self.failed.emit(error)

    def _dropped(self) -> None:
        self._trip = None
        self.changed.emit()

    # -- By itself ---------------------------------------------------------------------------------------------------

    def _ready(self) -> None:
        if self._clock.isActive():
            return
        self._clock.start()
        self._wait(_FIRST)
        self.changed.emit()

    def _changed(self, changes: Changes) -> None:
        if not self._shared.is_open:
            return
        if Part.SETTINGS in changes.parts:
            self._trouble, self._since, self._tries = None, None, 0
            self._wait(_FIRST)
        elif self._trouble is None and self._is_to_go() and self._due.remainingTime() > _AFTER_CHANGE * 1000:
            self._wait(_AFTER_CHANGE)
        self.changed.emit()

    def _is_to_go(self) -> bool:
        return self._shared.facts.exchanged.to_go > 0

    def _wait(self, seconds: int) -> None:
        settings = self._shared.facts.settings
        if settings.desk_by_itself and settings.desk_at:
            self._due.start(seconds * 1000)
        else:
            self._due.stop()

    def _by_itself(self) -> None:
        from desk.packs.exchange_plan import wish_of

        settings = self._shared.facts.settings
        if not self.busy and settings.desk_by_itself and settings.desk_at:
            self.go(Trip(settings.desk_at, wish_of(settings.desk_stories, settings.desk_section), by_itself=True))
