"""Lists of HTML: how deep, and which marker stands at an item."""

from desk.readers.numerals import letters, roman
from desk.readers.safe_xml import Element
from desk.readers.web.elements import whole_number
from desk.readers.web.style import WebStyle

_BY_TYPE = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}


class WebList:
    """One list while it is read."""

    def __init__(self, element: Element, level: int, *, ordered: bool) -> None:
        self.level = level
        self._ordered = ordered
        self._kind = _kind(element, "decimal" if ordered else "disc")
        self._count = whole_number(element.get("start"), 1) - 1

    def marker(self, item: Element) -> str:
        """Return the marker of the next item, empty where the list shows none."""
        kind = _kind(item, self._kind)
        self._count = whole_number(item.get("value"), self._count + 1)
        if kind == "none":
            return ""
        return f"{_number(self._count, kind)}." if self._ordered else _BULLETS.get(kind, "•")


def level_of(item: Element, level: int) -> int:
    """Return the level of an item: what it says itself, or how deep it stands."""
    return whole_number(item.get("aria-level") or item.get("data-aria-level"), max(level, 1))


def _kind(element: Element, otherwise: str) -> str:
    style = WebStyle.of(element)
    said = style.says("list-style-type") or style.says("list-style").split(" ")[0]
    return said or _BY_TYPE.get(element.get("type") or "", otherwise)


def _number(count: int, kind: str) -> str:
    match kind:
        case "lower-alpha" | "lower-latin":
            return letters(count).lower()
        case "upper-alpha" | "upper-latin":
            return letters(count)
        case "lower-roman":
            return roman(count).lower()
        case "upper-roman":
            return roman(count)
        case "decimal-leading-zero":
            return f"{count:02}"
    return str(count)
