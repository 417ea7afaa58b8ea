"""What a style makes of a paragraph or a piece of it: its role, and whether its words are hidden (ODF 1.3, 16)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.readers.document import DocumentRole
from desk.readers.odt.names import STYLE, TEXT, number
from desk.readers.safe_xml import Element

_NAMES = {
    "title": DocumentRole.TITLE,
    "subtitle": DocumentRole.SUBTITLE,
    "caption": DocumentRole.CAPTION,
    "quotations": DocumentRole.QUOTE,
    "preformatted text": DocumentRole.CODE,
}
_SPELLED = re.compile(r"_([0-9a-f]{2})_")
_HEADING = re.compile(r"heading (\d{1,2})$")


@dataclass(frozen=True, slots=True)
class OpenStyle:
    """What a style says, its parents included; `outline` is 0 where it makes no heading."""

    role: DocumentRole = DocumentRole.PARAGRAPH
    outline: int = 0
    hidden: bool = False


class OpenStyles:
    """The styles of one document by family and name, each worked out once."""

    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._known: dict[tuple[str, str], OpenStyle] = {}
        for root in roots:
            for style in root.iter(STYLE + "style") if root is not None else ():
                key = style.get(STYLE + "family", ""), style.get(STYLE + "name", "")
                self._elements.setdefault(key, style)

    def style(self, family: str, name: str) -> OpenStyle:
        """Return what a style says; one that does not exist says nothing, but for what its name promises."""
        key = family, name
        if key not in self._known:
            self._known[key] = _worked_out(list(self._chain(family, name)), name)
        return self._known[key]

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while (family, name) in self._elements and name not in seen:
            seen.add(name)
            style = self._elements[family, name]
            yield style
            name = style.get(STYLE + "parent-style-name", "")


def _worked_out(chain: list[Element], name: str) -> OpenStyle:
    parent = chain[-1].get(STYLE + "parent-style-name", "") if chain else ""
    names = [_spoken(one) for one in (name, *(s.get(STYLE + "name", "") for s in chain), parent)]
    shown = (s.find(STYLE + "text-properties") for s in chain)
    display = next((one for s in shown if s is not None and (one := s.get(TEXT + "display"))), "")
    return OpenStyle(
        next((_NAMES[one] for one in names if one in _NAMES), DocumentRole.PARAGRAPH),
        _outline(chain, names),
        display == "none",
    )


def _outline(chain: list[Element], names: list[str]) -> int:
    for style in chain:
        level = style.get(STYLE + "default-outline-level")
        if level is not None:
            return number(level)
    return next((int(found[1]) for name in names if (found := _HEADING.match(name))), 0)


def _spoken(name: str) -> str:
    """Return the name of a style in small letters, what stands in it as "_20_" as the sign that it means."""
    return _SPELLED.sub(lambda found: chr(int(found[1], 16)), name).lower()
