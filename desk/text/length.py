"""How long a story is to be, in words or in lines of the desk's column; and how wide a headline is in print."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.text.words import plural

_HALF = frozenset("fijlt.,;:!'’‘|()[] ")
_WIDE = frozenset("mw")
_WIDER = frozenset("MW—…")


class Unit(StrEnum):
    """What a length is counted in."""

    WORDS = "words"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Length:
    """So many words or lines."""

    number: int
    unit: Unit = Unit.WORDS

    def __str__(self) -> str:
        """Return it as it is kept and said."""
        return f"{self.number} {self.unit}"

    def against(self, now: int) -> str:
        """Return how a text of so many words or lines stands to it."""
        left = self.number - now
        rest = f"{left} to go" if left > 0 else f"{-left} over" if left else "just right"
        return f"{now} of {self} · {rest}"


def length_of(said: str) -> Length | None:
    """Return a length as it was kept; None where there is none."""
    number, _, unit = said.partition(" ")
    return Length(int(number), Unit(unit)) if number.isdecimal() and unit in tuple(Unit) else None


def lines_of(words: Iterable[str], characters: int) -> int:
    """Return how many lines of so many characters these words fill, a word longer than a line as one by itself."""
    lines = room = 0
    for word in words:
        if len(word) + 1 > room:
            lines, room = lines + 1, characters + 1
        room -= len(word) + 1
    return lines


def units_of(words: str) -> float:
    """Return the width of a headline as copy desks count it: most letters 1, narrow ones ½, capitals and m, w 1½."""
    return sum(_unit(letter) for letter in words)


def _unit(letter: str) -> float:
    if letter in _HALF or letter == "I":
        return 0.5
    if letter in _WIDER:
        return 2.0
    return 1.5 if letter in _WIDE or letter.isupper() else 1.0


def fit_of(headline: str, width: int, lines: int) -> str:
    """Return how a headline stands to lines of so many units: that it fits, or what is too much; empty for no width."""
    if not width:
        return ""
    given = f"{plural(lines, 'line')} of {width}"
    rows = _rows(headline, width)
    if max(rows, default=0) > width:
        return f"a word is wider than {width} units"
    if len(rows) > lines:
        over = units_of(" ".join(headline.split())) - width if lines == 1 else sum(rows[lines:])
        return f"{_said(over)} units too long for {given}"
    broken = [units_of(" ".join(line.split())) for line in headline.split("\n")]
    if len(broken) > 1 and (over := max(broken) - width) > 0:
        line = broken.index(max(broken)) + 1
        return f"fits {given} broken otherwise: line {line} is {_said(over)} units too long"
    return f"fits {given}"


def _rows(headline: str, width: int) -> list[float]:
    """Return how wide each line is where words fill one after the other."""
    rows: list[float] = []
    for word in headline.split():
        wide = units_of(word)
        if rows and rows[-1] + 0.5 + wide <= width:
            rows[-1] += 0.5 + wide
        else:
            rows.append(wide)
    return rows


def headline_words(headline: str, width: int, lines: int) -> str:
    """Return the counts of a headline in one phrase, with its fit where the desk gives a width."""
    plain = " ".join(headline.split())
    fit = fit_of(headline.strip(), width, lines)
    counts = f"{plural(len(plain), 'character')}, {_said(units_of(plain))} units"
    return f"Headline: {counts}{f' · {fit}' if fit else ''}"


def _said(units: float) -> str:
    whole = int(units)
    return f"{whole or ''}½" if units % 1 else str(whole)
