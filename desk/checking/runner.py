"""Runs checks block by block, with every reading kept by the block's digest; knows no threads of its own.

A run reads each block with each check (most readings come from the cache), then lets each check judge the story as a
whole. One failing check never takes the others along: its item is `unchecked`, with the reason.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from desk.checks.check import Check, Finding, Item, fingerprinted
from desk.checks.house import Brief
from desk.errors import BugError, Cancelled, KnownError
from desk.text.blocks import Block, Manuscript

log = logging.getLogger(__name__)
NO_WORDS = "Nothing to check yet: the story has no words."
"""Why no item of a text without a letter or a figure is checked: what was not read has not passed."""


@dataclass(frozen=True, slots=True)
class ItemRun:
    """What one check came to: its findings, or the reason why it did not run (then `findings` is empty)."""

    item: Item
    findings: tuple[Finding, ...] = ()
    unchecked: str = ""


class ReadingCache:
    """Readings by (item, key, block digest), the least recently used dropped first; shared by all lanes.

    It lives in memory alone. What is dear to read (grammar) outlives the process because the session copies it into the
    store with each save (`known`) and back on opening a story (`fill`).
    """

    def __init__(self, capacity: int = 20_000) -> None:
        self._entries: OrderedDict[tuple[Item, str, str], Any] = OrderedDict()
        self._capacity = capacity
        self._lock = Lock()

    def fill(self, item: Item, key: str, readings: Mapping[str, Any]) -> None:
        """Bring in readings by block digest."""
        with self._lock:
            for digest, reading in readings.items():
                place = (item, key, digest)
                self._entries[place] = reading
                self._entries.move_to_end(place)
            self._drop_all_but(self._capacity)

    def keep(self, item: Item, key: str, digest: str, reading: Any) -> None:
        """Bring in one reading that was just made."""
        with self._lock:
            self._entries[item, key, digest] = reading
            if len(self._entries) > self._capacity:
                self._drop_all_but(self._capacity)

    def rest(self, most: int = 600) -> None:
        """Drop all but the readings used last: another story was opened. By default those of some ten stories stay.

        One story may need all there is room for while it is edited; kept through a day, readings were most of what the
        application grew by: 6.5 kB each.
        """
        with self._lock:
            self._drop_all_but(most)

    def _drop_all_but(self, most: int) -> None:
        while len(self._entries) > most:
            self._entries.popitem(last=False)

    def known(self, item: Item, key: str, blocks: Iterable[Block]) -> dict[str, Any]:
        """Return the readings there are for these blocks, by block digest."""
        out = {}
        with self._lock:
            for block in blocks:
                place = (item, key, block.digest)
                if place in self._entries:
                    self._entries.move_to_end(place)
                    out[place[2]] = self._entries[place]
        return out


def _never() -> bool:
    return False


def _from(blocks: Sequence[Block], first: int) -> Iterator[Block]:
    """Yield every block once, beginning with the one at or behind the code point `first`, then round."""
    start = next((i for i, block in enumerate(blocks) if block.end >= first), 0) if first else 0
    yield from blocks[start:]
    yield from blocks[:start]


def run_check(
    check: Check[Any],
    manuscript: Manuscript,
    brief: Brief,
    cache: ReadingCache,
    cancelled: Callable[[], bool] = _never,
    first: int = 0,
) -> ItemRun:
    """Return what one check finds in the story; blocks near the code point `first` are read first.

    Raises `Cancelled` when `cancelled()` turns true before a block is read (readings made until then stay in the cache)
    or before the story is judged,
    and `BugError` when the check itself is broken.
    """
    if not any(map(str.isalnum, manuscript.text)):
        return ItemRun(check.item, unchecked=NO_WORDS)
    try:
        key = check.key(brief)
        readings = cache.known(check.item, key, manuscript.blocks)
        fresh: dict[str, Any] = {}
        try:
            for block in _from(manuscript.blocks, first):
                digest = block.digest
                if digest not in readings:
                    if cancelled():
                        raise Cancelled
                    readings[digest] = fresh[digest] = check.read(block, brief)
        finally:
            cache.fill(check.item, key, fresh)
        if check.key(brief) != key:  # its rules were refused meanwhile: some blocks were read with others than told
            return run_check(check, manuscript, brief, cache, cancelled, first)
        if cancelled():  # judging 10,000 words takes some ms an item, and somebody is typing
            raise Cancelled
        findings = check.judge(manuscript, [readings[block.digest] for block in manuscript.blocks], brief)
    except KnownError as error:
        return ItemRun(check.item, unchecked=str(error))
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, MemoryError) as error:
        # A broken check must not pass for a clean one, nor take the other items along.
        log.exception("the %s check failed", check.item)
        raise BugError(f"the {check.item} check failed: {error!r}") from error
    return ItemRun(check.item, tuple(fingerprinted(findings, manuscript)))


def run(
    checks: Iterable[Check[Any]],
    manuscript: Manuscript,
    brief: Brief,
    cache: ReadingCache,
    cancelled: Callable[[], bool] = _never,
    first: int = 0,
) -> list[ItemRun]:
    """Return one `ItemRun` a check, in the order given; a check that fails by our fault is `unchecked` and says so."""
    runs = []
    for check in checks:
        try:
            runs.append(run_check(check, manuscript, brief, cache, cancelled, first))
        except BugError as error:
            runs.append(ItemRun(check.item, unchecked=f"{error}. Please report it; the other items are not affected."))
    return runs
