"""Tables in rows of cells, and what stands over and under them: they belong to what they stand below.

A table has no sentences, so none of the features that tell copy from the rest of a page speak of it; among the others
it would part what goes together.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from desk.checks.ads.labels import any_country
from desk.checks.ads.page_lines import page_line
from desk.checks.ads.shape import shape
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.tables import is_table

_ROWS = "is rows of cells, parted by tabs"
_BESIDE = "stands beside the rows of a table"
_GOES_ON = "goes with what stands above it"
_CAPTION = re.compile(r"(?:(?:table|chart|figure|graphic) ?\d*|sources?|notes?|key|figures)\s*[:.–—-]", re.IGNORECASE)
_LONGEST = 14
"""Words of a line that stands over or under a table."""


def tables_among(blocks: Sequence[Block], fixed: Sequence[Kind | None]) -> Mapping[int, str]:
    """Return why blocks are of a table, by their places; what a person or a reader settled is left out."""
    rows = {i for i, block in enumerate(blocks) if fixed[i] is None and is_table(block.text)}
    told = next((i for i, block in enumerate(blocks) if shape(block.text).prose), len(blocks)) if rows else 0
    beside = {
        i
        for i in {at + step for at in rows for step in (-1, 1)}
        if 0 <= i < len(blocks) and i not in rows and fixed[i] is None and _is_beside(blocks, i, rows, told)
    }
    return {i: _ROWS if i in rows else _BESIDE for i in sorted(rows | beside)}


def put_among(blocks: Sequence[Block], judged: Mapping[int, Block], tables: Mapping[int, str]) -> Iterator[Block]:
    """Yield all blocks: those that were judged, and tables with what they belong to."""
    for i, block in enumerate(blocks):
        if i not in tables:
            yield judged[i]
            continue
        kind = _kind(blocks, judged, i)
        if kind is Kind.COPY:
            role = BlockRole.TABLE if tables[i] == _ROWS else BlockRole.CAPTION
            yield block.marked(Kind.FURNITURE, tables[i], role=role)
        else:
            yield block.marked(kind, tables[i], _GOES_ON)


def _is_beside(blocks: Sequence[Block], i: int, rows: set[int], told: int) -> bool:
    """Return whether a line is said of a table: it begins so, or stands right at its rows or over them in a story."""
    text = blocks[i].text
    if any_country().strength(text) is not None or page_line(text) is not None or shape(text).words > _LONGEST:
        return False
    touches = any(at in rows and _touch(blocks[min(at, i)], blocks[max(at, i)]) for at in (i - 1, i + 1))
    over = i + 1 in rows and i > told and not shape(text).prose and "\n" not in text
    return touches or over or bool(_CAPTION.match(text))


def _touch(upper: Block, lower: Block) -> bool:
    """Return whether one line end is all that stands between two blocks."""
    return lower.start - upper.end == 1


def _kind(blocks: Sequence[Block], judged: Mapping[int, Block], i: int) -> Kind:
    """Return the kind of what a table stands below, `COPY` for all that is the story's."""
    above = next((judged[at] for at in range(i - 1, -1, -1) if at in judged), None)
    below = next((judged[at] for at in range(i + 1, len(blocks)) if at in judged), None)
    if above is not None and above.kind is Kind.AD_LABEL:
        above = below if any_country().closes(above.text) else above.marked(Kind.PAID)
    first, second = (above or below), below
    if first is None or first.editorial:
        return Kind.COPY
    if first.kind is Kind.LEFTOVER and second is not None and second.editorial:
        return Kind.COPY
    return Kind.PAID if first.kind in (Kind.PAID, Kind.AD_LABEL) else Kind.LEFTOVER
