"""Tables of a page in the rows and columns that are seen; those that only lay a page out are none."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from desk.readers.element_names import HEADINGS, NOWHERE
from desk.readers.gathered import Paragraph, RevisedText
from desk.readers.safe_xml import Element
from desk.readers.web.elements import name_of, said_by, whole_number
from desk.readers.web.style import WebStyle, hidden
from desk.text.tables import LEAST_ROWS

CELLS = ("td", "th")
_CELLS = ("{*}td", "{*}th")
Grid = list[list[Element | None]]
"""Rows of cells, None where a cell goes on that began above or to the left."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ROW_GROUPS = ("thead", "tbody", "tfoot")
_MOST_IN_CELL = 5
"""Paragraphs in one cell beyond which the table is no table of data."""
_LONGEST = 200
"""Characters of a cell beyond which a table without a heading of its own lays out prose: some 35 words."""
_MOST_SPANNED = 50
"""Columns or rows that one cell may go over: a page may claim any number."""
_HEADINGS = tuple(f"{{*}}{name}" for name in HEADINGS)
_NO_LINE = (*(f"{{*}}{name}" for name in ("ul", "ol", "dl", "dir", "menu", "pre", "blockquote")), *_HEADINGS)
"""What stands on lines of its own."""


def is_layout(cell: Element) -> bool:
    """Return whether a cell is one of a table that only places things on a page."""
    table = next(cell.iterancestors("{*}table"), None)
    if table is None or _places_things(table):
        return True
    return sum(1 for _ in cell.iter("{*}p", *_HEADINGS)) > _MOST_IN_CELL


def grid_of(table: Element) -> Grid:
    """Return a table of data in rows and columns, empty ones left out; nothing where it is no such table.

    It has two rows and two columns at least, and each of its cells can stand in one line: no lists, headings, or prose.
    """
    cells = list(table.iter(*_CELLS))
    if _places_things(table) or _says_beside(table) or any(map(_needs_lines, cells)):
        return []
    if not _has_heading(table) and any(len(said_by(cell)) > _LONGEST for cell in cells):
        return []
    rows = [row for row in _laid_out(table) if any(map(_says, row))]
    width = max(map(len, rows), default=0)
    filled = [at for at in range(width) if any(at < len(row) and _says(row[at]) for row in rows)]
    if len(rows) < LEAST_ROWS or len(filled) < LEAST_ROWS:
        return []
    return [_filled([row[at] if at < len(row) else None for at in filled]) for row in rows]


def captions_of(table: Element) -> Iterator[Element]:
    """Yield what stands above the rows."""
    return (one for one in table if name_of(one) == "caption")


def hidden_parts(table: Element) -> Iterator[Element]:
    """Yield the rows and cells that nobody sees."""
    return (one for one in table.iter("{*}tr", *_CELLS) if hidden(one, WebStyle.of(one)))


def in_line(paragraphs: Iterable[Paragraph]) -> list[RevisedText]:
    """Return the words of a cell in one line, whatever ended a line within it."""
    pieces: list[RevisedText] = []
    for paragraph in paragraphs:
        said = [piece for piece in paragraph.pieces if isinstance(piece, RevisedText)]
        for piece in said if not pieces else (RevisedText(" "), *said):
            text = _BLANKS.sub(" ", piece.text)
            if not pieces or pieces[-1].text.endswith(" "):
                text = text.lstrip()
            if text:
                pieces.append(replace(piece, text=text))
    if pieces:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
    return pieces


def _places_things(table: Element) -> bool:
    says_so = table.get("role") in ("presentation", "none")
    return says_so or next(table.iterdescendants("{*}table"), None) is not None


def _has_heading(table: Element) -> bool:
    return next(table.iter("{*}th", "{*}thead", "{*}caption"), None) is not None


def _says_beside(element: Element) -> bool:
    """Return whether words stand in a table and in none of its cells: a broken page, of which nothing is to be lost."""
    if (element.text or "").strip() or any((one.tail or "").strip() for one in element):
        return True
    for one in element:
        name = name_of(one)
        inner = name == "tr" or name in _ROW_GROUPS
        known = name in CELLS or name == "caption" or name in NOWHERE
        if _says_beside(one) if inner else not known and _says(one):
            return True
    return False


def _needs_lines(cell: Element) -> bool:
    """Return whether a cell holds what stands on lines of its own: a list, a heading, several paragraphs of prose."""
    paragraphs = list(cell.iterdescendants("{*}p"))
    return (
        next(cell.iterdescendants(*_NO_LINE), None) is not None
        or len(paragraphs) > _MOST_IN_CELL
        or any(WebStyle.of(paragraph).list_level for paragraph in paragraphs)
    )


def _says(element: Element | None) -> bool:
    return bool(said_by(element))


def _filled(row: list[Element | None]) -> list[Element | None]:
    """Return a row without the empty cells at its end, but for one that tells it from a line of words."""
    return row[: max(2, *(at + 1 for at, cell in enumerate(row) if _says(cell)))]


def _laid_out(table: Element) -> Iterator[list[Element | None]]:
    """Yield the rows with each cell in its column, as HTML places them (WHATWG, 4.9.12)."""
    going_on: dict[int, int] = {}
    for row in _rows(table):
        laid: list[Element | None] = []
        below: dict[int, int] = {}
        for cell in row:
            if name_of(cell) not in CELLS or hidden(cell, WebStyle.of(cell)):
                continue
            while going_on.get(len(laid)):
                laid.append(None)
            down = _spanned(cell, "rowspan") - 1
            wide = _spanned(cell, "colspan")
            if down:
                below |= dict.fromkeys(range(len(laid), len(laid) + wide), down)
            laid.extend([cell, *[None] * (wide - 1)])
        going_on = {at: left - 1 for at, left in going_on.items() if left > 1} | below
        yield laid


def _rows(element: Element) -> Iterator[Element]:
    for one in element:
        if hidden(one, WebStyle.of(one)):
            continue
        if name_of(one) == "tr":
            yield one
        elif name_of(one) in _ROW_GROUPS:
            yield from _rows(one)


def _spanned(cell: Element, name: str) -> int:
    return min(max(whole_number(cell.get(name), 1), 1), _MOST_SPANNED)
