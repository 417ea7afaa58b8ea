"""Choices that are patterns: each form has one, and a template writes what it caught in the other forms."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desk.checks.style.choices.choice import FormPlace, StyleChoice
from desk.checks.style.choices.passage import A_FIGURE, RunningText
from desk.checks.style.choices.recognisers.numbers import with_letters
from desk.text.matcher import matcher
from desk.text.words import holds_one

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
_SLOT = matcher(r"\{(\w+)(?::(\w+))?\}")
_CAUGHT = matcher(r"\(\?P<(\w+)>")
"""The names of what a pattern catches, without compiling it."""


@dataclass(frozen=True, slots=True)
class _TemplatePart:
    """A piece of a template: words that stand as they are, then a slot (empty for none) and how it is turned."""

    words: str
    slot: str = ""
    turn: Callable[[str], str] | None = None

    def of(self, values: Mapping[str, str]) -> str:
        """Return the piece with its slot filled."""
        if not self.slot:
            return self.words
        value = values[self.slot]
        return self.words + (self.turn(value) if self.turn else value)


@dataclass(frozen=True, slots=True)
class _Find:
    choice: StyleChoice
    form: str
    subject: str
    pattern: re.Pattern[str]
    words: frozenset[str]
    cues: frozenset[str]
    needs: frozenset[str]
    shapes: tuple[str, ...]
    first: re.Pattern[str] | None
    quoted: bool
    writes: tuple[tuple[str, tuple[_TemplatePart, ...]], ...]


_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb aug sept sep oct nov dec"
)
"""The words of a date with a month in words."""


class PatternFinder:
    """The patterns of all choices; one is tried only in a block that has what it looks for."""

    def __init__(self, choices: Sequence[StyleChoice], where: str = "find") -> None:
        """`where` in the file the patterns stand: those of the checks, or those that only learning looks for."""
        self._finds = tuple(find for choice in choices for find in _finds(choice, where))
        self._by_word = _index(find.words for find in self._finds)
        by_cue = _index(find.cues for find in self._finds)
        self._by_sign = {cue: numbers for cue, numbers in by_cue.items() if len(cue) == 1}
        self._by_part = tuple((cue, numbers) for cue, numbers in by_cue.items() if len(cue) > 1)
        self._words = frozenset(self._by_word)
        self._needed = frozenset(need for find in self._finds for need in find.needs if need != A_FIGURE)

    def places(self, passage: RunningText) -> Iterator[FormPlace]:
        """Yield every place of a block where a form stands."""
        for find in self._to_try(passage):
            text = passage.flat if find.quoted else passage.outside
            if find.first is None or find.first.search(text):
                for found in find.pattern.finditer(text):
                    yield _place(find, found)

    def _to_try(self, passage: RunningText) -> Sequence[_Find]:
        """Return the patterns that can find something in a block, in the order of the file."""
        lower = passage.small
        signs = frozenset(lower)
        tried: set[int] = set()
        for word in self._words & passage.lower:
            tried.update(self._by_word[word])
        for sign in self._by_sign.keys() & signs:
            tried.update(self._by_sign[sign])
        for part, numbers in self._by_part:
            if part in lower:
                tried.update(numbers)
        if not tried:
            return ()
        present = self._needed & signs
        if A_FIGURE in passage.shape:
            present |= {A_FIGURE}
        some = [self._finds[number] for number in sorted(tried)]
        return [
            one for one in some if one.needs <= present and (not one.shapes or holds_one(passage.shape, one.shapes))
        ]


def _index(some: Iterable[Iterable[str]]) -> Mapping[str, tuple[int, ...]]:
    """Return by each word the numbers of those that have it."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(some):
        for word in words:
            found[word].append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def _finds(choice: StyleChoice, where: str) -> Iterator[_Find]:
    for table in choice.how.get(where, ()):
        dated = "<month>" in table["pattern"]
        pattern = compiled(table["pattern"])
        yield _Find(
            choice=choice,
            form=table["form"],
            subject=table.get("subject", ""),
            pattern=pattern,
            words=frozenset(table.get("words", _MONTHS if dated else "").split()),
            cues=frozenset(table.get("cues", ())),
            needs=frozenset(table.get("needs", A_FIGURE if dated else "")),
            shapes=tuple(table.get("shapes", ())),
            first=compiled(table["first"]) if "first" in table else None,
            quoted=bool(table.get("quoted")),
            writes=tuple(_writes(choice, table, pattern)),
        )


def _writes(
    choice: StyleChoice, table: Mapping[str, Any], pattern: re.Pattern[str]
) -> Iterator[tuple[str, tuple[_TemplatePart, ...]]]:
    """Yield the templates of the other forms of the same subject, less those that ask for what is not caught."""
    own = dict(table.get("writes", {}))
    for other in choice.how.get("find", ()):
        same = other.get("subject", "") == table.get("subject", "") and other["form"] != table["form"]
        if same and "write" in other:
            own.setdefault(other["form"], other["write"])
    caught = {"", *_CAUGHT.findall(pattern.pattern)}
    for form, template in own.items():
        parts = tuple(_parts(template))
        if all(part.slot in caught for part in parts):
            yield form, parts


def _parts(template: str) -> Iterator[_TemplatePart]:
    done = 0
    for slot in _SLOT.finditer(template):
        yield _TemplatePart(template[done : slot.start()], slot[1], _TURNS.get(slot[2] or ""))
        done = slot.end()
    yield _TemplatePart(template[done:])


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the file with its short words (`<number>`, `<month>`) written out."""
    for short, long in _MACROS.items():
        pattern = pattern.replace(short, long)
    return matcher(pattern)


def _place(find: _Find, found: re.Match[str]) -> FormPlace:
    return FormPlace(
        find.choice.key, find.subject, find.form, found.start(), found.end(), partial(_written, find, found)
    )


def _written(find: _Find, found: re.Match[str]) -> tuple[tuple[str, str], ...]:
    """Return how the words of a place stand in other forms: asked for where a story departs from one alone."""
    values = found.groupdict("")
    return tuple((form, "".join([part.of(values) for part in parts])) for form, parts in find.writes)
