"""Clocks that stood behind: told when a trail is read, and nothing else; neither order nor state comes from a clock."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from desk.exchange.order import seen_by
from desk.exchange.sights import Strands
from desk.text.moments import date_and_time

SLACK = timedelta(minutes=2)
"""Two machines on one network differ by seconds, and a clock is set right by as much: nobody needs to hear of that."""


def behind(strands: Strands, former: Mapping[str, str] = MappingProxyType({})) -> dict[str, datetime]:
    """Return the entries that are dated before something their author had seen, by id, with the moment of that."""
    latest = {strand: _latest(moments) for strand, moments in _moments(strands).items()}
    found: dict[str, datetime] = {}
    for strand, entries in strands.items():
        known: datetime | None = None
        for place, decision in entries:
            seen = {former.get(name, name): upto for name, upto in seen_by(decision).items()} | {strand: place - 1}
            others = [_before(latest.get(name, []), upto) for name, upto in seen.items()]
            known = max((each for each in (known, *others) if each is not None), default=None)
            if known is not None and decision.when + SLACK < known:
                found[decision.id] = known
    return found


def _moments(strands: Strands) -> dict[str, list[tuple[int, datetime]]]:
    return {strand: [(place, decision.when) for place, decision in entries] for strand, entries in strands.items()}


def _latest(moments: Iterable[tuple[int, datetime]]) -> list[tuple[int, datetime]]:
    """Return for each place the latest moment up to it."""
    out: list[tuple[int, datetime]] = []
    for place, when in moments:
        out.append((place, max(when, out[-1][1]) if out else when))
    return out


def _before(latest: list[tuple[int, datetime]], upto: int) -> datetime | None:
    """Return the latest moment of a strand up to a place; None where nothing of it was seen."""
    low, high = 0, len(latest)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if latest[middle][0] <= upto else (low, middle)
    return latest[low - 1][1] if low else None


def steps_back(moments: Iterable[tuple[int, datetime]]) -> Iterator[str]:
    """Yield a sentence for each place of a trail at which the clock of the machine went back; moments by place."""
    last: datetime | None = None
    for place, when in moments:
        if last is not None and when + SLACK < last:
            yield (
                f"At entry {place} of the trail the clock went back, from {date_and_time(last)} to "
                f"{date_and_time(when)}. The order of the trail is as it was: no clock decides it."
            )
        last = when
