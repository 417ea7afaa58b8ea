"""Text boxes that a Word file holds twice, for new and for old readers: what is changed in one is copied to the other.

Word shows `mc:Choice`; Word 2007 and some converters read `mc:Fallback`, where the old words would go on to stand.
"""

from copy import deepcopy

from desk.readers.docx.boxes import chosen
from desk.readers.docx.names import MC, W14, W
from desk.readers.safe_xml import Element
from desk.writers.docx.ids import Ids
from desk.writers.xml import remove, serialized

_BOX = W + "txbxContent"
_ONCE = [
    W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference")
]
"""Marks that may stand in a file once."""
_KEYS = (W14 + "paraId", W14 + "textId")


class BoxCopies:
    """The boxes of one story that stand in it twice, as they were before anything was changed."""

    def __init__(self, root: Element) -> None:
        self._pairs = [
            (box, copy, serialized(box))
            for alternate in root.iter(MC + "AlternateContent")
            for box, copy in _twice(alternate)
            if _words(box) == _words(copy)
        ]

    def follow(self, ids: Ids) -> None:
        """Let each copy say what became of its box; revisions in it get numbers of their own."""
        for box, copy, before in self._pairs:
            if serialized(box) == before:
                continue
            for old in list(copy):
                remove(old)
            copy.extend(deepcopy(list(box)))
            for mark in list(copy.iter(*_ONCE)):
                remove(mark)
            for element in copy.iter("*"):
                if element.get(W + "id") is not None:
                    element.set(W + "id", ids.next())
                for key in _KEYS:
                    if element.get(key) is not None:
                        del element.attrib[key]


def _twice(alternate: Element) -> list[tuple[Element, Element]]:
    """Return the boxes of the branch that is read, each with the one that old readers read."""
    read, other = chosen(alternate), alternate.find(MC + "Fallback")
    if read is None or other is None or read is other:
        return []
    boxes, copies = list(read.iter(_BOX)), list(other.iter(_BOX))
    return list(zip(boxes, copies, strict=True)) if len(boxes) == len(copies) else []


def _words(box: Element) -> str:
    return "".join(str(words) for words in box.itertext(W + "t", W + "delText"))
