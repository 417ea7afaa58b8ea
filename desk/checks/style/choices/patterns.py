"""Choices that are patterns: each form has one, and a template writes what it caught in the other forms."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk.checks.style.choices.choice import FormPlace, StyleChoice
from desk.checks.style.choices.passage import RunningText
from desk.checks.style.choices.recognisers.numbers import with_letters

NUMBER = r"\d[\d,]*(?:\.\d+)?"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_SMALL = "one two three four five six seven eight nine ten eleven twelve"
_MACROS = {"<number>": NUMBER, "<month>": MONTH, "<small>": f"(?:{_SMALL.replace(' ', '|')})"}
_WORD_OF = {str(n): word for n, word in enumerate(_SMALL.split(), 1)}
_FIGURE_OF = {word: figure for figure, word in _WORD_OF.items()}


def _word(text: str) -> str:
    return _WORD_OF.get(text, text)


def _figure(text: str) -> str:
    return _FIGURE_OF.get(text.lower(), text)


def _ordinal(text: str) -> str:
    return with_letters(int(text))


def _point(text: str) -> str:
    """Return thousands of thousands as millions: “8,2” as 8.2."""
    return text.replace(",", ".")


def _decade(text: str) -> str:
    return f"19{_DECADES.index(text.lower()[:3]) + 2}0s"


def _short(text: str) -> str:
    return {"b": "bn", "tr": "tn"}.get(text, text)


def _stroke(text: str) -> str:
    return f" {_STROKES[text]}"


def _sign(text: str) -> str:
    return next(sign for sign, stroke in _STROKES.items() if stroke == text)


def _digits(text: str) -> str:
    return text.rstrip(" -")


_STROKES = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_DECADES = ("twe", "thi", "for", "fif", "six", "sev", "eig", "nin")
_TURNS: Mapping[str, Callable[[str], str]] = {
    "word": _word,
    "figure": _figure,
    "ordinal": _ordinal,
    "point": _point,
    "decade": _decade,
    "short": _short,
    "stroke": _stroke,
    "sign": _sign,
    "digits": _digits,
    "upper": str.upper,
    "lower": str.lower,
}
_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass(frozen=True, slots=True)
class _Find:
    choice: StyleChoice
    form: str
    subject: str
    pattern: re.Pattern[str]
    cues: frozenset[str]
    quoted: bool
    writes: tuple[tuple[str, str], ...]


_A_FIGURE = "0"
"""The cue of any figure."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The cues of a date with a month in words."""


class PatternFinder:
    """The patterns of all choices; one whose cues are not in the block is not tried."""

    def __init__(self, choices: Sequence[StyleChoice], where: str = "find") -> None:
        """`where` in the file the patterns stand: those of the checks, or those that only learning looks for."""
        self._finds = tuple(find for choice in choices for find in _finds(choice, where))
        self._cues = frozenset(cue for find in self._finds for cue in find.cues if cue != _A_FIGURE)

    def places(self, passage: RunningText) -> Iterator[FormPlace]:
        """Yield every place of a block where a form stands."""
        outside, flat = passage.outside, passage.flat
        lower = flat.lower()
        present = {cue for cue in self._cues if cue in lower}
        if passage.figures:
            present.add(_A_FIGURE)
        for find in self._finds:
            if present.isdisjoint(find.cues):
                continue
            for found in find.pattern.finditer(flat if find.quoted else outside):
                yield _place(find, found)


def _finds(choice: StyleChoice, where: str) -> Iterator[_Find]:
    for table in choice.how.get(where, ()):
        writes = _writes(choice, table)
        yield _Find(
            choice,
            table["form"],
            table.get("subject", ""),
            compiled(table["pattern"]),
            frozenset(table.get("cues", _MONTHS if "<month>" in table["pattern"] else (_A_FIGURE,))),
            bool(table.get("quoted")),
            writes,
        )


def _writes(choice: StyleChoice, table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the templates of the other forms of the same subject."""
    own = dict(table.get("writes", {}))
    for other in choice.how.get("find", ()):
        same = other.get("subject", "") == table.get("subject", "") and other["form"] != table["form"]
        if same and "write" in other:
            own.setdefault(other["form"], other["write"])
    return tuple(own.items())


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the file with its short words (`<number>`, `<month>`) written out."""
    for short, long in _MACROS.items():
        pattern = pattern.replace(short, long)
    return re.compile(pattern)


def _place(find: _Find, found: re.Match[str]) -> FormPlace:
    values = {name: text or "" for name, text in found.groupdict().items()}
    writes = tuple((form, text) for form, one in find.writes if (text := _filled(one, values)) is not None)
    return FormPlace(find.choice.key, find.subject, find.form, found.start(), found.end(), writes)


def _filled(template: str, values: Mapping[str, str]) -> str | None:
    """Return the template with its slots filled; None where it asks for what was not caught."""
    missing = False

    def slot(match: re.Match[str]) -> str:
        nonlocal missing
        missing = missing or match[1] not in values
        turn = _TURNS.get(match[2] or "")
        return turn(values.get(match[1], "")) if turn else values.get(match[1], "")

    text = _SLOT.sub(slot, template)
    return None if missing else text
