"""How long and how large an answer may be: one deadline a request, whatever the other side does meanwhile."""

import time
from dataclasses import dataclass, replace

MOST_BYTES = 32_000_000  # the worst honest answer, 6,000 code points of misspelt words in one sentence, has 9 MB
TURN_SECONDS = 30.0  # that our server lets one text of many wait at most (LONGEST_WAIT in Turns.java)
MOST_CHARACTERS = 300_000  # of one paragraph: 50,000 words, half a minute; the longest seen in print has 2,000


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    """Seconds."""

    base: float
    """For an answer, whatever the length of the text."""
    rate: float
    """Code points a second that come on top of that."""
    first: float = 0.0
    """For the first answer of a server that still loads its dictionaries; 0 where that has no time of its own."""
    silence: float = 5.0
    """Without a sign of life."""
    look: float = 1.0
    """Before a silent server is looked at."""

    def with_a_turn(self) -> "AnswerLimits":
        """Return the limits of one text of many, which only waits for its turn at first: that is no slow server."""
        return replace(self, base=self.base + TURN_SECONDS, first=self.first and self.first + TURN_SECONDS)

    def seconds(self, length: int) -> float:
        """Return how long a text of so many code points may take."""
        return self.base + length / self.rate


OWN = AnswerLimits(
    base=15.0, rate=600.0, first=90.0
)  # 10,000 a second is usual; the first answer took 28 at a load of 8
DESK = AnswerLimits(base=8.0, rate=1500.0)  # a server that the desk runs is warm, and nobody here can start it anew


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment by which all must be over."""

    at: float
    """On the clock that never goes back."""
    seconds: float
    """That were given."""

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """Return the deadline that is so many seconds away."""
        return cls(time.monotonic() + seconds, seconds)

    def left(self) -> float:
        """Return the seconds until then; raises `TimeoutError` where it is over."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left
