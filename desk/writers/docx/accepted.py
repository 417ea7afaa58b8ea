"""All tracked changes of a Word story taken as accepted, in the file itself (ECMA-376 part 1, 17.13.5)."""

from desk.readers.docx.names import W, child
from desk.readers.safe_xml import Element
from desk.writers.xml import remove

_PROPERTIES = {W + name for name in ("rPr", "trPr", "tcPr", "numPr")}
"""Where a revision says something of a mark, a row or a cell instead of words in it."""
_PUT_IN = (W + "ins", W + "moveTo")
_TAKEN_OUT = (W + "del", W + "moveFrom")
_RECORDS = [
    W + name
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "numberingChange", "cellIns", "cellMerge", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd"),
        *(f"customXml{what}Range{edge}" for what in ("Ins", "Del", "MoveFrom", "MoveTo") for edge in ("Start", "End")),
    )
]
"""What only tells how something was before, or where a change begins and ends."""
_ANCHORS = {
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
}
"""Marks that stay where words between them went."""


def accept_all(root: Element) -> None:
    """Take every tracked change of a story as accepted: words, marks of paragraphs, rows, cells and looks."""
    _rows_and_cells(root)
    for element in list(root.iter(*_TAKEN_OUT)):
        if element.getparent() is not None and _tag_above(element) not in _PROPERTIES:
            _drop(element)
    for paragraph in list(root.iter(W + "p")):
        mark = child(paragraph, "pPr", "rPr")
        if mark is not None and any(child(mark, name) is not None for name in ("del", "moveFrom")):
            _run_on(paragraph)
    for element in list(root.iter(*_PUT_IN, *_TAKEN_OUT)):
        if _tag_above(element) in _PROPERTIES:
            remove(element)
        else:
            _unwrap(element)
    for element in list(root.iter(*_RECORDS)):
        remove(element)


def _rows_and_cells(root: Element) -> None:
    gone = [row for row in root.iter(W + "tr") if child(row, "trPr", "del") is not None]
    gone += [cell for cell in root.iter(W + "tc") if child(cell, "tcPr", "cellDel") is not None]
    for element in gone:
        above = element.getparent()
        remove(element)
        if above is not None and next(above.iter(W + "tc"), None) is None:
            remove(above)


def _drop(revision: Element) -> None:
    """Take words away, the marks among them left where they stood."""
    for anchor in [one for one in revision.iter("*") if one.tag in _ANCHORS]:
        revision.addprevious(anchor)
    remove(revision)


def _run_on(paragraph: Element) -> None:
    """Let a paragraph whose mark was taken out run into the next one; one that has nothing left goes where it may."""
    following = next((one for one in paragraph.itersiblings() if one.tag not in _ANCHORS), None)
    content = [one for one in paragraph if one.tag != W + "pPr"]
    if following is None or following.tag != W + "p":
        if not content and following is not None and following.tag != W + "sectPr":
            remove(paragraph)
        return
    at = 0 if child(following, "pPr") is None else 1
    for element in reversed(content):
        following.insert(at, element)
    remove(paragraph)


def _unwrap(element: Element) -> None:
    for inside in list(element):
        element.addprevious(inside)
    remove(element)


def _tag_above(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)
