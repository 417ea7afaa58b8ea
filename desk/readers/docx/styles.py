"""What a style makes of a paragraph: its role, its list, and whether its words are hidden (ECMA-376 part 1, 17.7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.readers.document import DocumentRole
from desk.readers.docx.names import W, child, number, switch, value
from desk.readers.safe_xml import Element

_NAMES = {
    "title": DocumentRole.TITLE,
    "subtitle": DocumentRole.SUBTITLE,
    "caption": DocumentRole.CAPTION,
    "quote": DocumentRole.QUOTE,
    "intense quote": DocumentRole.QUOTE,
    "block text": DocumentRole.QUOTE,
    "html preformatted": DocumentRole.CODE,
    "source code": DocumentRole.CODE,
}
"""Built-in styles by their name, which Word writes in English whatever its own language is."""
_HEADING = re.compile(r"heading ([1-9])$")
_CONTENTS = re.compile(r"toc [1-9]$")
BODY_TEXT = 9
"""The outline level that says "no heading"."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says: `list_id` and `list_level` of its numbering, `outline` None where it is silent."""

    role: DocumentRole = DocumentRole.PARAGRAPH
    outline: int | None = None
    list_id: str = ""
    list_level: int | None = None
    hidden: bool = False
    contents: bool = False
    ids: tuple[str, ...] = ()


class Styles:
    """The styles of one document, each worked out once."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._paragraph: dict[str, ParagraphStyle] = {}
        self._hidden: dict[str, bool] = {}
        for style in root.iterfind(W + "style") if root is not None else ():
            name = style.get(W + "styleId", "")
            self._elements[name] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = self._default or name
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._all_hidden = bool(switch(defaults, "vanish"))

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """Return what a paragraph style says, the default style for one that does not exist."""
        name = style_id if style_id in self._elements else self._default
        if name not in self._paragraph:
            self._paragraph[name] = self._worked_out(name)
        return self._paragraph[name]

    def hidden(self, style_id: str) -> bool:
        """Return whether a character style hides its words."""
        if style_id not in self._hidden:
            said = (switch(child(style, "rPr"), "vanish") for style in self._chain(style_id))
            self._hidden[style_id] = next((one for one in said if one is not None), False)
        return self._hidden[style_id]

    def list_of(self, style_id: str) -> str:
        """Return the id of the list that a numbering style stands for."""
        return value(self._elements.get(style_id), "pPr", "numPr", "numId")

    def _chain(self, style_id: str) -> Iterator[Element]:
        """Yield a style and those that it is based on; a circle ends where it would begin again."""
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            style = self._elements[style_id]
            yield style
            style_id = value(style, "basedOn")

    def _worked_out(self, style_id: str) -> ParagraphStyle:
        chain = list(self._chain(style_id))
        names = [value(style, "name").lower().split(",")[0].strip() for style in chain]
        said = (switch(child(style, "rPr"), "vanish") for style in chain)
        return ParagraphStyle(
            role=next((_NAMES[name] for name in names if name in _NAMES), DocumentRole.PARAGRAPH),
            outline=_outline(chain, names),
            list_id=next((one for style in chain if (one := value(style, "pPr", "numPr", "numId"))), ""),
            list_level=next((number(one) for s in chain if (one := value(s, "pPr", "numPr", "ilvl"))), None),
            hidden=next((one for one in said if one is not None), self._all_hidden),
            contents=any(_CONTENTS.match(name) for name in names),
            ids=tuple(style.get(W + "styleId", "") for style in chain),
        )


def _outline(chain: list[Element], names: list[str]) -> int | None:
    """Return the outline level from 0; a built-in heading has its own even where the file does not repeat it."""
    for style, name in zip(chain, names, strict=True):
        if level := value(style, "pPr", "outlineLvl"):
            return number(level, BODY_TEXT)
        if heading := _HEADING.match(name):
            return int(heading[1]) - 1
    return None
