"""Words of an OpenDocument text that are made to lead elsewhere, or nowhere, as tracked changes (ODF 1.3, 6.1.8).

The format tracks no address. So the words are taken out where they led and put in where they lead; rejecting that
brings the old link back. What the same person put in at the same time is led without: it goes as a whole where it is
rejected.
"""

from collections.abc import Iterable

from desk.readers.odt.names import TEXT, XLINK
from desk.readers.safe_xml import Element
from desk.text.spans import Span
from desk.writers.odt.changes import CHANGE_END, OpenChangeList, bare_copy
from desk.writers.odt.passages import PARAGRAPHS, OpenPassage
from desk.writers.odt.tracked import OpenTracker
from desk.writers.odt.words import said
from desk.writers.passages import Spot, stretches
from desk.writers.xml import made, remove

_LINK, _LOOKS = TEXT + "a", TEXT + "span"
_DRESSED = "Internet_20_link"
"""How the looks of links are called in LibreOffice, whatever its language; `Visited_20_` may stand before it."""


class OpenLinks:
    """Lets words of a document lead elsewhere."""

    def __init__(self, changes: OpenChangeList, tracker: OpenTracker) -> None:
        self._changes, self._tracker = changes, tracker

    def lead(self, passage: OpenPassage, span: Span, address: str) -> None:
        """Let words lead to an address, to none of web or mail where it is empty; what leads there stays as it is."""
        for group in stretches([spot for spot in passage.within(span) if not spot.leads_to(address)]):
            if all(self._changes.is_own(spot.hands) for spot in group):
                _lead_own([spot.element for spot in group], address)
            else:
                self._replace(passage, group, address)

    def _replace(self, passage: OpenPassage, spots: list[Spot], address: str) -> None:
        text, end = "".join(spot.text for spot in spots), spots[-1].end
        mark = self._tracker.take_out(spots)
        if mark is None:
            return
        anchor, looks = _behind_link(mark)
        while (following := anchor.getnext()) is not None and following.tag == CHANGE_END:
            anchor = following
        first, last = self._changes.inserted()
        for element in reversed([first, *_dressed(said(text), looks, address), last]):
            anchor.addnext(element)
        passage.keep_blank(end)


def _lead_own(elements: Iterable[Element], address: str) -> None:
    """Let elements stand outside of the link around them, and in another."""
    last: Element | None = None
    for element in elements:
        anchor, looks = _behind_link(element)
        (own,) = _dressed([element], looks, "") if anchor is not element else [element]
        if anchor is not element:
            anchor.addnext(own)
            _remove_empty(anchor)
        if address and (last is None or own.getprevious() is not last):
            last = _link(address)
            own.addprevious(last)
        if last is not None:
            last.append(own)


def _dressed(words: list[Element], looks: Iterable[Element], address: str) -> list[Element]:
    """Return words within these looks, the innermost first, where they lead to an address."""
    for one in looks:
        if address or not one.get(TEXT + "style-name", "").endswith(_DRESSED):
            holder = bare_copy(one)
            holder.extend(words)
            words = [holder]
    if not address:
        return words
    link = _link(address)
    link.extend(words)
    return [link]


def _link(address: str) -> Element:
    return made(_LINK, {XLINK + "type": "simple", XLINK + "href": address})


def _behind_link(anchor: Element) -> tuple[Element, list[Element]]:
    """Return the link around an element, parted behind it, and the looks within; without one the element itself."""
    around: list[Element] = []
    for one in anchor.iterancestors():
        if one.tag in PARAGRAPHS:
            return anchor, []
        around.append(one)
        if one.tag == _LINK:
            break
    inside = anchor
    for one in around:
        rest = list(inside.itersiblings())
        if rest:
            second = bare_copy(one)
            second.extend(rest)
            one.addnext(second)
        inside = one
    return inside, [one for one in around if one.tag == _LOOKS]


def _remove_empty(link: Element) -> None:
    """Take a link away in which nothing is left but looks."""
    if all(one.tag in (_LINK, _LOOKS) for one in link.iter()):
        remove(link)
