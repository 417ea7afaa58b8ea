"""Runs checks block by block, with every reading kept by the block's digest; knows no threads of its own.

A run reads each block with each check (most readings come from the cache), then lets each check judge the story as a
whole. One failing check never takes the others along: its item is `unchecked`, with the reason.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from desk.checks.check import Check, Finding, Item, fingerprinted
from desk.checks.house import Brief
from desk.errors import BugError, Cancelled, KnownError
from desk.text.blocks import Block, Manuscript

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ItemRun:
    """What one check came to: its findings, or the reason why it did not run (then `findings` is empty)."""

    item: Item
    findings: tuple[Finding, ...] = ()
    unchecked: str = ""


class Readings(Protocol):
    """A place where readings outlive the process; the store has one for the checks that are dear."""

    def get(self, item: Item, key: str, digests: Sequence[str]) -> dict[str, Any]:
        """Return the readings known for these block digests."""
        ...

    def put(self, item: Item, key: str, readings: dict[str, Any]) -> None:
        """Keep readings by block digest."""
        ...


class ReadingCache:
    """Readings by (item, key, block digest), the least recently used dropped first."""

    def __init__(self, capacity: int = 20_000, kept: Readings | None = None) -> None:
        self._entries: OrderedDict[tuple[Item, str, str], Any] = OrderedDict()
        self._capacity = capacity
        self._kept = kept

    def load(self, item: Item, key: str, blocks: Iterable[Block]) -> None:
        """Bring in what is kept from earlier days for blocks not known yet."""
        if self._kept is None:
            return
        unknown = [block.digest for block in blocks if (item, key, block.digest) not in self._entries]
        if unknown:
            for digest, reading in self._kept.get(item, key, unknown).items():
                self._remember((item, key, digest), reading)

    def keep(self, item: Item, key: str, readings: dict[str, Any]) -> None:
        """Keep new readings for later days."""
        if self._kept is not None and readings:
            self._kept.put(item, key, readings)

    def known(self, item: Item, key: str, block: Block) -> tuple[Any] | None:
        """Return the reading as a tuple of one, or None if the block was never read so."""
        place = (item, key, block.digest)
        if place not in self._entries:
            return None
        self._entries.move_to_end(place)
        return (self._entries[place],)

    def remember(self, item: Item, key: str, block: Block, reading: Any) -> None:
        """Keep the reading of one block."""
        self._remember((item, key, block.digest), reading)

    def _remember(self, place: tuple[Item, str, str], reading: Any) -> None:
        self._entries[place] = reading
        if len(self._entries) > self._capacity:
            self._entries.popitem(last=False)


def _never() -> bool:
    return False


def _order(blocks: Sequence[Block], first: int) -> list[int]:
    """Return block indices beginning with the one at or behind the code point `first`, then round."""
    start = next((i for i, block in enumerate(blocks) if block.end >= first), 0)
    return [*range(start, len(blocks)), *range(start)]


def run_check(
    check: Check[Any],
    manuscript: Manuscript,
    brief: Brief,
    cache: ReadingCache,
    cancelled: Callable[[], bool] = _never,
    first: int = 0,
) -> ItemRun:
    """Return what one check finds in the story; blocks near the code point `first` are read first.

    Raises `Cancelled` when `cancelled()` turns true between two blocks (readings made until then stay in the cache),
    and `BugError` when the check itself is broken.
    """
    blocks = manuscript.blocks
    key = check.key(brief)
    cache.load(check.item, key, blocks)
    readings: list[Any] = [None] * len(blocks)
    fresh: dict[str, Any] = {}
    try:
        for i in _order(blocks, first):
            known = cache.known(check.item, key, blocks[i])
            if known is None:
                if cancelled():
                    raise Cancelled
                known = (check.read(blocks[i], brief),)
                cache.remember(check.item, key, blocks[i], known[0])
                fresh[blocks[i].digest] = known[0]
            readings[i] = known[0]
        findings = check.judge(manuscript, readings, brief)
    except KnownError as error:
        return ItemRun(check.item, unchecked=str(error))
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, MemoryError) as error:
        # A broken check must not pass for a clean one, nor take the other items along.
        log.exception("the %s check failed", check.item)
        raise BugError(f"the {check.item} check failed: {error!r}") from error
    finally:
        cache.keep(check.item, key, fresh)
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
