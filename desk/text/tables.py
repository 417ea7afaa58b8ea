"""Tables in plain text: rows of cells parted by tabs."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from desk.text.blocks import EMPTY_CORNER, Block

LEAST_ROWS = 2


def is_table(text: str) -> bool:
    """Return whether a paragraph is a table: several lines, and a tab in each of them."""
    return text.count("\n") >= LEAST_ROWS - 1 and all(_rows_among(text))


def parted(block: Block) -> Iterator[Block]:
    """Yield the block in parts: the rows of each table, and what stands above and below them without a blank line."""
    lines = block.text.split("\n")
    at = begun = 0
    for is_row, group in groupby(zip(_rows_among(block.text), lines, strict=True), itemgetter(0)):
        rows = tuple(line for _, line in group)
        end = at + sum(map(len, rows)) + len(rows)
        if is_row and len(rows) >= LEAST_ROWS:
            yield from _part(block, begun, at - 1)
            yield from _part(block, at, end - 1)
            begun = end
        at = end
    yield from _part(block, begun, len(block.text))


def _part(block: Block, start: int, end: int) -> Iterator[Block]:
    if start == 0 and end == len(block.text):
        yield block
    elif start < end:
        yield replace(block, start=block.start + start, text=block.text[start:end])


def _rows_among(text: str) -> Iterator[bool]:
    """Yield of each line whether it is a row.

    Tabs before or behind its words alone are an indent and a slip; below a row they are its empty cells, and so is the
    one before the head of a table of two columns.
    """
    is_row = EMPTY_CORNER.match(text) is not None
    for line in text.split("\n"):
        words = line.strip()
        is_row = "\t" in words or (is_row and bool(words) and "\t" in line)
        yield is_row
