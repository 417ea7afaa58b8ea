"""The marker in front of a list item, which stands nowhere in the text (ECMA-376 part 1, 17.9)."""

import re
from dataclasses import dataclass, field

from desk.readers.docx.names import W, child, number, switch, value
from desk.readers.docx.styles import ParagraphStyle, Styles
from desk.readers.numerals import letters, roman
from desk.readers.safe_xml import Element

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 8
"""Lists have nine levels, from 0."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(slots=True)
class _Definition:
    """One abstract numbering; all lists made from it count on together."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _List:
    definition: _Definition
    own: dict[int, _Level]
    starts: dict[int, int]
    """Levels that begin anew with this list, until they have."""


class Numbering:
    """The lists of one document, counting as its paragraphs go by."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {one.get(W + "abstractNumId", ""): one for one in root.iterfind(W + "abstractNum")}
        uses = {one.get(W + "numId", ""): value(one, "abstractNumId") for one in root.iterfind(W + "num")}
        definitions: dict[str, _Definition] = {}
        for one in root.iterfind(W + "num"):
            name = uses[one.get(W + "numId", "")]
            linked = styles.list_of(value(abstract.get(name), "numStyleLink"))
            name = uses.get(linked, name)
            if name in abstract:
                definition = definitions.setdefault(name, _Definition(_levels(abstract[name])))
                self._lists[one.get(W + "numId", "")] = _list(one, definition)

    def list_at(self, properties: Element | None, style: ParagraphStyle) -> tuple[str, int] | None:
        """Return the list and level (from 0) of a paragraph, None where it is in none (list 0 takes it out of any)."""
        direct = child(properties, "numPr")
        list_id = value(direct, "numId") or style.list_id
        if list_id not in self._lists:
            return None
        level = value(direct, "ilvl")
        if level:
            return list_id, min(number(level), _DEEPEST)
        return list_id, self._level_by_style(self._lists[list_id], style)

    def marker(self, list_id: str, level: int) -> str:
        """Return the marker of the next item of a list: "3.", "b)", "•"."""
        one = self._lists[list_id]
        counts = one.definition.counts
        if level in one.starts:
            counts[level] = one.starts.pop(level) - 1
        at = self._level(one, level)
        counts[level] = counts.get(level, at.start - 1) + 1
        for deeper in [k for k in counts if k > level]:
            restart = self._level(one, deeper).restart
            if restart is None or (restart > 0 and level < restart):
                del counts[deeper]
        if at.form == "bullet":
            return _bullet(at.text)
        return _PLACE.sub(lambda found: self._part(one, int(found[1]) - 1, legal=at.legal), at.text)

    def _part(self, one: _List, level: int, *, legal: bool) -> str:
        at = self._level(one, level)
        count = one.definition.counts.get(level, at.start)
        return str(count) if legal else _written(count, at.form)

    def _level(self, one: _List, level: int) -> _Level:
        return one.own.get(level) or one.definition.levels.get(level) or _Level()

    def _level_by_style(self, one: _List, style: ParagraphStyle) -> int:
        for level, at in one.definition.levels.items():
            if at.style and at.style in style.ids:
                return level
        return min(style.list_level or 0, _DEEPEST)


def _levels(abstract: Element) -> dict[int, _Level]:
    return {number(level.get(W + "ilvl", "")): _one_level(level) for level in abstract.iterfind(W + "lvl")}


def _one_level(level: Element) -> _Level:
    restart = value(level, "lvlRestart")
    return _Level(
        value(level, "numFmt") or "decimal",
        value(level, "lvlText"),
        number(value(level, "start"), 1),
        bool(switch(level, "isLgl")),
        number(restart) if restart else None,
        value(level, "pStyle"),
    )


def _list(num: Element, definition: _Definition) -> _List:
    own, starts = {}, {}
    for override in num.iterfind(W + "lvlOverride"):
        level = number(override.get(W + "ilvl", ""))
        if (changed := child(override, "lvl")) is not None:
            own[level] = _one_level(changed)
        if start := value(override, "startOverride"):
            starts[level] = number(start, 1)
    return _List(definition, own, starts)


def _bullet(text: str) -> str:
    """Return the bullet as a person reads it: signs of symbol fonts stand in the private area and mean a bullet."""
    return "•" if not text or "\ue000" <= text[0] <= "\uf8ff" else text


def _written(count: int, form: str) -> str:
    match form:
        case "none":
            return ""
        case "upperRoman" | "lowerRoman":
            return roman(count) if form == "upperRoman" else roman(count).lower()
        case "upperLetter" | "lowerLetter":
            return letters(count) if form == "upperLetter" else letters(count).lower()
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)
