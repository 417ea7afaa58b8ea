"""Tables in plain text: rows of cells parted by tabs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from desk.text.blocks import Block

LEAST_ROWS = 2


def is_table(text: str) -> bool:
    """Return whether a paragraph is a table: several lines, and a tab in each of them."""
    rows = text.split("\n")
    return len(rows) >= LEAST_ROWS and all(_rows_among(rows))


def parted(block: Block) -> Iterator[Block]:
    """Yield the block in parts: the rows of each table, and what stands above and below them without a blank line."""
    lines = block.text.split("\n")
    at = begun = 0
    for is_row, group in groupby(zip(_rows_among(lines), lines, strict=True), itemgetter(0)):
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


def _rows_among(lines: Sequence[str]) -> Iterator[bool]:
    """Yield of each line whether it is a row.

    Tabs before or behind its words alone are an indent and a slip; below a row they are its empty cells, and so is the
    one that the first line of all begins with (`blocks.paragraphs` leaves it there above a row alone).
    """
    is_row = lines[0].startswith("\t")
    for line in lines:
        words = line.strip()
        is_row = "\t" in words or (is_row and bool(words) and "\t" in line)
        yield is_row
