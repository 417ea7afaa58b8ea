"""How it stands with the desk in a few words, for the line at the bottom of the window."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.errors import KnownError, OutOfReach
from desk.text.moments import now, to_the_minute
from desk.text.words import grouped, plural

_SOON, _TODAY = timedelta(minutes=1), timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class LineState:
    """With which desk stories are exchanged, when they last were, what waits, and what is in the way of it."""

    where: str = ""
    """The address, empty for no desk."""
    last: datetime | None = None
    to_go: int = 0
    """Stories that have something which the desk has not."""
    trouble: KnownError | None = None
    since: datetime | None = None
    """Since when it has not worked."""
    far: tuple[int, int] = (0, 0)
    """How many stories of how many are done."""
    busy: bool = False

    def said(self, at: datetime | None = None) -> str:
        """Return it in a few words; empty where there is no desk."""
        if self.busy:
            done, of = self.far
            return f"Exchanging with the desk: {grouped(done)} of {grouped(of)}" if of else "Exchanging with the desk…"
        if not self.where:
            return ""
        if self.trouble is not None and self.since is not None:
            what = "No line" if isinstance(self.trouble, OutOfReach) else "Nothing goes to the desk"
            return f"{what} since {to_the_minute(self.since, at)}: {self._waits}"
        if self.last is None:
            return f"Not exchanged with the desk yet: {self._waits}"
        when = ago(self.last, at or now())
        return f"{self._waits}; on the desk {when}" if self.to_go else f"On the desk, {when}"

    @property
    def at_length(self) -> str:
        """Return what is in the way, in a sentence; empty where nothing is."""
        return str(self.trouble) if self.trouble is not None else ""

    @property
    def _waits(self) -> str:
        return f"{plural(self.to_go, 'story waits', 'stories wait')} to go" if self.to_go else "nothing waits to go"


def ago(moment: datetime, at: datetime) -> str:
    """Return how long ago a moment was: "just now", "12 min ago", "3 h ago", "yesterday 18:30"."""
    passed = at - moment
    if passed < _SOON:
        return "just now"
    if passed >= _TODAY:
        return to_the_minute(moment, at)
    minutes = int(passed.total_seconds() // 60)
    return f"{minutes} min ago" if minutes < 60 else f"{minutes // 60} h ago"
