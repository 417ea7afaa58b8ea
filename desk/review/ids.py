"""Identifiers that grow with time, so that two desks' records can be laid together later."""

import os
import time
from threading import Lock

_TAIL = (1 << 62) - 1


class _Clock:
    """Counts moments of 1/4096 ms, each later than the one before, even if the clock of the machine is set back."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last = 0

    def tick(self) -> int:
        with self._lock:
            self._last = max(self._last + 1, time.time_ns() * 4096 // 1_000_000)
            return self._last


_clock = _Clock()


def new_id() -> str:
    """Return a new UUID of version 7 as 32 hexadecimal digits; within one process each is greater than the last.

    Layout of RFC 9562 (method 3 of section 6.2): 48 bits of Unix milliseconds, the version, 12 bits of a fraction of
    the millisecond, the variant, 62 random bits.
    """
    milliseconds, fraction = divmod(_clock.tick(), 4096)
    chance = int.from_bytes(os.urandom(8), "big") & _TAIL
    return f"{milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | chance:032x}"
