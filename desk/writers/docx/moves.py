"""A paragraph moved within a Word file as it is, both its ends named by one move (ECMA-376 17.13.5.21 to .28)."""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from desk.readers.docx.names import W, child
from desk.readers.safe_xml import Element
from desk.writers.docx.tracked import Tracker
from desk.writers.xml import attributes_of, made

_WORDS = {
    W + name
    for name in ("rPr", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak")
}
_SILENT = {W + name for name in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr")}
_STAYING = ("sectPr", "framePr", "pPrChange")


def can_move(paragraph: Element) -> bool:
    """Return whether a paragraph holds words and links alone, and no change that is tracked already."""
    properties = child(paragraph, "pPr")
    mark = child(properties, "rPr")
    if any(child(properties, name) is not None for name in _STAYING):
        return False
    if any(child(mark, name) is not None for name in ("ins", "del", "moveFrom", "moveTo")):
        return False
    return all(one.tag in _SILENT or _is_plain(one) for one in paragraph)


def moved(paragraph: Element, properties: Element, tracker: Tracker) -> Element:
    """Return a paragraph with these properties that the words of another are moved to; there they are told as gone."""
    name = f"move{tracker.ids.next()}"
    there = made(W + "p")
    there.append(properties)
    there.extend(_ranged(_wrapped((deepcopy(one) for one in paragraph), "moveTo", tracker), "moveTo", name, tracker))
    content = [one for one in paragraph if one.tag != W + "pPr"]
    paragraph.extend(_ranged(_wrapped(content, "moveFrom", tracker), "moveFrom", name, tracker))
    return there


def _is_plain(element: Element) -> bool:
    """Return whether an element is a run of words, or a link around such."""
    if element.tag == W + "hyperlink":
        return all(one.tag == W + "r" and _is_plain(one) for one in element)
    return element.tag == W + "r" and all(one.tag in _WORDS for one in element)


def _wrapped(content: Iterable[Element], kind: str, tracker: Tracker) -> Iterator[Element]:
    """Yield runs as moved; bookmarks and the like stay where they were."""
    for element in content:
        if element.tag == W + "hyperlink":
            link = made(str(element.tag), attributes_of(element))
            link.extend(_wrapped(list(element), kind, tracker))
            yield link
            if (above := element.getparent()) is not None:
                above.remove(element)
        elif element.tag == W + "r":
            revision = tracker.revision(kind)
            revision.append(element)
            yield revision
        elif kind == "moveFrom":
            yield element


def _ranged(content: Iterable[Element], kind: str, name: str, tracker: Tracker) -> Iterator[Element]:
    """Yield what is moved between the marks that name the move."""
    start = tracker.revision(f"{kind}RangeStart")
    start.set(W + "name", name)
    yield start
    yield from list(content)
    yield made(f"{W}{kind}RangeEnd", {W + "id": start.get(W + "id", "")})
