"""The marker in front of a list item, which stands nowhere in the text (ODF 1.3, 16.31)."""

from dataclasses import dataclass, field

from desk.readers.numerals import letters, roman
from desk.readers.odt.names import STYLE, TEXT, XML, number
from desk.readers.safe_xml import Element

_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class _OpenLevel:
    form: str = ""
    bullet: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


@dataclass(slots=True)
class OpenList:
    """One list on its way: its style, and how far each level has counted."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class OpenLists:
    """The lists of one document, counting as its items go by."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, dict[int, _OpenLevel]] = {}
        self._by_id: dict[str | None, OpenList] = {}
        self._last: dict[str, OpenList] = {}
        for root in roots:
            for style in root.iter(TEXT + "list-style") if root is not None else ():
                self._styles.setdefault(style.get(STYLE + "name", ""), _levels(style))

    def begun(self, element: Element) -> OpenList:
        """Return the list that an outermost `text:list` begins, or goes on with."""
        style = element.get(TEXT + "style-name", "")
        before = self._by_id.get(element.get(TEXT + "continue-list"))
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._last.get(style)
        one = before or OpenList(style)
        if name := element.get(XML + "id"):
            self._by_id[name] = one
        self._last[style] = one
        return one

    def marker(self, one: OpenList, level: int, start: str | None = None) -> str:
        """Return the marker of the next item of a list at a level from 1; `start` is where the item begins anew."""
        at = self._level(one, level)
        one.counts[level] = number(start) if start else one.counts.get(level, at.start - 1) + 1
        for deeper in [k for k in one.counts if k > level]:
            del one.counts[deeper]
        if at.bullet:
            return "•" if "\ue000" <= at.bullet[0] <= "\uf8ff" else at.bullet
        if not at.form:
            return ""
        shown = range(max(level - at.shown + 1, 1), level + 1)
        return at.prefix + ".".join(self._count(one, k) for k in shown if self._level(one, k).form) + at.suffix

    def _count(self, one: OpenList, level: int) -> str:
        at = self._level(one, level)
        return _written(one.counts.get(level, at.start), at.form)

    def _level(self, one: OpenList, level: int) -> _OpenLevel:
        return self._styles.get(one.style, {}).get(min(level, _DEEPEST), _OpenLevel())


def _levels(style: Element) -> dict[int, _OpenLevel]:
    return {
        number(level.get(TEXT + "level"), 1): _OpenLevel(
            level.get(STYLE + "num-format", ""),
            level.get(TEXT + "bullet-char", ""),
            level.get(STYLE + "num-prefix", ""),
            level.get(STYLE + "num-suffix", ""),
            number(level.get(TEXT + "start-value"), 1),
            number(level.get(TEXT + "display-levels"), 1),
        )
        for level in style
        if str(level.tag).startswith(TEXT + "list-level-style")
    }


def _written(count: int, form: str) -> str:
    match form:
        case "I" | "i":
            return roman(count) if form == "I" else roman(count).lower()
        case "A" | "a":
            return letters(count) if form == "A" else letters(count).lower()
        case _:
            return str(count)
