"""Which paragraph of ours, and of theirs, was which one of the base, by the comparison that also shows changes.

A token names one paragraph throughout the three texts: `u3` the fourth of the base, `+0` one that was put in. What one
side parted or joined is one paragraph here, so that nothing is ever laid together within one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desk.merging.values import MergeText, Sides, Spots, Wording
from desk.text.align import Row, aligned
from desk.text.links import within
from desk.text.spans import Span


@dataclass(frozen=True, slots=True)
class Strip:
    """One text as paragraphs in order, by their tokens; `lead` is the room before the first, `rooms` behind each."""

    tokens: tuple[str, ...]
    wordings: Mapping[str, Wording]
    rooms: tuple[str, ...]
    lead: str


@dataclass(frozen=True, slots=True)
class Strips:
    """Base, ours and theirs, cut alike."""

    base: Strip
    ours: Strip
    theirs: Strip

    def of(self, hand: Sides) -> Strip:
        """Return the strip of one side."""
        return self.ours if hand is Sides.OURS else self.theirs


def cut_alike(base: MergeText, ours: MergeText, theirs: MergeText) -> Strips:
    """Return the three texts as paragraphs that know one another."""
    here, there = aligned(base.text, ours.text), aligned(base.text, theirs.text)
    units = _units(here, there)
    put_in: dict[Wording, str] = {}
    middle = _strip(base, [(f"u{nth}", unit) for nth, unit in enumerate(units)])
    sides = [
        _strip(side, _Named(rows, units, side, put_in).passages()) for rows, side in ((here, ours), (there, theirs))
    ]
    return Strips(*_spotted(middle, *sides))


def _spotted(*strips: Strip) -> Iterator[Strip]:
    places = [{token: nth for nth, token in enumerate(strip.tokens)} for strip in strips]
    for strip in strips:
        wordings = {
            token: replace(wording, spots=Spots(*(place.get(token) for place in places)))
            for token, wording in strip.wordings.items()
        }
        yield replace(strip, wordings=wordings)


def _units(here: Sequence[Row], there: Sequence[Row]) -> list[Span]:
    """Return the passages of the base that neither side parted, joined or left half of."""
    ends = {row.old.end for row in here if row.old} & {row.old.end for row in there if row.old}
    start = min((row.old.start for row in here if row.old), default=0)
    units = []
    for end in sorted(ends):
        units.append(Span(start, end))
        start = end
    return units


class _Named:
    """Gives the passages of one side their tokens."""

    def __init__(self, rows: Sequence[Row], units: list[Span], side: MergeText, put_in: dict[Wording, str]) -> None:
        self._rows, self._side, self._put_in = rows, side, put_in
        self._unit_of = _unit_of(rows, units)
        self._last = {unit: nth for nth, unit in self._unit_of.items()}
        self._whole = {unit: nth for nth, unit in enumerate(units)}
        self._times = Counter[str]()

    def passages(self) -> list[tuple[str, Span]]:
        """Return tokens and places in order; what stands within a unit that was parted belongs to it."""
        named: list[tuple[str, Span]] = []
        until, open_unit = -1, 0
        for nth, row in enumerate(self._rows):
            if row.new is None:
                continue
            if nth <= until:
                token, span = named[open_unit]
                named[open_unit] = (token, Span(span.start, row.new.end))
                continue
            if nth in self._unit_of:
                until, open_unit = self._last[self._unit_of[nth]], len(named)
            named.append((self._token(nth, row, row.new), row.new))
        return named

    def _token(self, nth: int, row: Row, new: Span) -> str:
        if nth in self._unit_of:
            return f"u{self._unit_of[nth]}"
        if row.move and row.old in self._whole:
            return f"u{self._whole[row.old]}"
        token = self._put_in.setdefault(_wording(self._side, new), f"+{len(self._put_in)}")
        self._times[token] += 1
        return token if self._times[token] == 1 else f"{token}.{self._times[token]}"


def _unit_of(rows: Sequence[Row], units: list[Span]) -> dict[int, int]:
    """Return for each row that kept its order the number of its unit."""
    found, nth = {}, 0
    for number, row in enumerate(rows):
        if row.move or row.old is None or row.new is None:
            continue
        while units[nth].end <= row.old.start:
            nth += 1
        found[number] = nth
    return found


def _strip(side: MergeText, named: Sequence[tuple[str, Span]]) -> Strip:
    wordings = {token: _wording(side, span) for token, span in named}
    rooms = tuple(side.text[span.start + len(wordings[token].words) : span.end] for token, span in named)
    lead = side.text[: named[0][1].start] if named else side.text
    return Strip(tuple(token for token, _ in named), wordings, rooms, lead)


def _wording(side: MergeText, span: Span) -> Wording:
    words = span.of(side.text).rstrip()
    place = Span(span.start, span.start + len(words))
    kinds = tuple(
        (start - place.start, kind) for start, kind in sorted(side.kinds.items()) if place.start <= start < place.end
    )
    return Wording(words, kinds, within(side.links, place))
