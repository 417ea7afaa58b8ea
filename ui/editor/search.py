"""Finding words in a text: as an editor means them, or as a regular expression."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from desk.errors import KnownError
from desk.text.matcher import matcher
from desk.text.spans import Span
from desk.text.words import plural
from ui.editor.utf16 import UnitMap

MOST = 5_000
"""More places than these are not counted: nobody walks through them, and the count must stay instant. All are replaced.
"""

_Option = QRegularExpression.PatternOption
_ESCAPE = matcher(r"\\(?:(\d)|([nt\\]))|\$(\d)")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


class BadPattern(KnownError):  # noqa: N818 - reads as the state it is
    """The regular expression does not hold, or would take too long; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for, and how."""

    words: str
    case: bool = False
    whole_words: bool = False
    regular: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A place found, in code points, and the groups of the expression (the whole first)."""

    span: Span
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The first places, and whether there are more; `empty` where the pattern found places without words alone."""

    places: tuple[Match, ...] = ()
    more: bool = False
    empty: bool = False


def expression(wanted: Wanted) -> QRegularExpression:
    """Return the compiled pattern; raises `BadPattern`.

    PCRE and not Python's `re`: it gives up on a pattern that would run for ever, instead of freezing the window.
    """
    pattern = wanted.words if wanted.regular else _plain(wanted.words)
    if wanted.whole_words:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    options = _Option.UseUnicodePropertiesOption | _Option.MultilineOption
    if not wanted.case:
        options |= _Option.CaseInsensitiveOption
    compiled = QRegularExpression(pattern, options)
    if not compiled.isValid():
        raise BadPattern(f"This pattern does not hold: {compiled.errorString()}.")
    return compiled


def _plain(words: str) -> str:
    """Return a pattern for words as typed: a space finds a line end or U+00A0, a straight quote a curly one."""
    parts = []
    for piece in re.split(r"([^\S\n]+|['\"])", words.translate(_QUOTES)):
        if piece == "'":
            parts.append("['‘’]")
        elif piece == '"':
            parts.append('["“”]')
        elif piece.isspace():
            parts.append(r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)")
        else:
            parts.append(QRegularExpression.escape(piece))
    return "".join(parts)


def _any(_: Span) -> bool:
    return True


def find_all(
    text: str,
    wanted: Wanted,
    units: UnitMap,
    within: Span | None = None,
    holds: Callable[[Span], bool] = _any,
    most: int | None = None,
) -> Found:
    """Return the first `most` places (all where it is None) within a span that hold, in text order, none of them empty.

    Raises `BadPattern`.
    """
    if not wanted.words:
        return Found()
    room = Span(0, len(text)) if within is None else within
    found = _found(text, expression(wanted), units, room)
    words = (place for place in found if len(place.span) and holds(place.span))
    places = tuple(islice(words, None if most is None else most + 1))
    if not places:
        return Found(empty=any(not len(place.span) for place in _found(text, expression(wanted), units, room)))
    return Found(places[:most], more=most is not None and len(places) > most)


def _found(text: str, compiled: QRegularExpression, units: UnitMap, room: Span) -> Iterator[Match]:
    """Yield every place within a span, those without words too; raises `BadPattern`."""
    end = units.to_units(room.start)
    places = compiled.globalMatch(text, end)
    while places.hasNext():
        place = places.next()
        end = place.capturedEnd()
        span = Span(units.to_points(place.capturedStart()), units.to_points(end))
        if span.start >= room.end:
            return
        if span.end <= room.end:
            yield Match(span, _groups(place))
    if not compiled.match(text, end).isValid():  # the iterator ends as well where PCRE gave up
        raise BadPattern("This pattern takes too long on this text. Make it simpler.")


def _groups(place: QRegularExpressionMatch) -> tuple[str, ...]:
    return tuple(place.captured(number) for number in range(place.lastCapturedIndex() + 1))


def check_replacement(template: str, wanted: Wanted) -> None:
    r"""Raise `BadPattern` where a replacement names a group that the expression has not: it would put in nothing."""
    if not wanted.regular or not wanted.words:
        return
    groups = expression(wanted).captureCount()
    for named in (int(found[1] or found[3]) for found in _ESCAPE.finditer(template) if not found[2]):
        if named > groups:
            has = plural(groups, "group") if groups else "none"
            raise BadPattern(
                f"The replacement names group {named}, and the pattern has {has}: put round brackets about the part "
                "that is to be kept, or name another group."
            )


def replacement(template: str, match: Match, regular: bool) -> str:
    r"""Return what takes the place of a match: the words as typed, with \1 or $1, \n and \t read in an expression."""
    if not regular:
        return template

    def read(found: re.Match[str]) -> str:
        if found[2]:
            return {"n": "\n", "t": "\t", "\\": "\\"}[found[2]]
        number = int(found[1] or found[3])
        return match.groups[number] if number < len(match.groups) else ""

    return _ESCAPE.sub(read, template)
