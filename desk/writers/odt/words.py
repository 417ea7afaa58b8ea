"""Words of an OpenDocument text as elements, so that they can be parted and moved, and as plain text again.

A blank at an edge or behind another counts only as an element (ODF 1.3 part 3, 6.1.2), so that is how it is written.
"""

import re

from desk.readers.odt.names import TEXT, WORDS
from desk.readers.safe_xml import Element
from desk.writers.xml import made, unwrap_all

MIXED = (TEXT + "p", TEXT + "h", TEXT + "span", TEXT + "a")
"""Where words stand that can be edited; what else holds words is a field, and stays or goes as a whole."""
_PARTS = re.compile(r"\n|\t| +|(?:[^ \n\t]|(?<=[^ \n\t]) (?=[^ \n\t]))+")
_SIGNS = {"\n": "line-break", "\t": "tab"}


def wrap_words(body: Element) -> None:
    """Put every stretch of words that stands in a paragraph into an element of its own."""
    for parent in list(body.iter(*MIXED)):
        if parent.text:
            parent.insert(0, worded(parent.text))
            parent.text = None
        for piece in list(parent):
            if piece.tail:
                words, piece.tail = worded(piece.tail), None
                piece.addnext(words)


def unwrap_words(root: Element) -> None:
    """Let the words stand in their paragraphs again."""
    unwrap_all(root, WORDS)


def worded(text: str) -> Element:
    """Return words as an element, their white space as it is."""
    element = made(WORDS)
    element.text = text
    return element


def said(text: str) -> list[Element]:
    """Return what says a text so that all its white space counts."""
    return [_said(part) for part in _PARTS.findall(text)]


def _said(part: str) -> Element:
    if part in _SIGNS:
        return made(TEXT + _SIGNS[part])
    return blanks(len(part)) if part[0] == " " else worded(part)


def blanks(count: int) -> Element:
    """Return so many blanks."""
    return made(TEXT + "s", {TEXT + "c": str(count)} if count > 1 else {})
