"""A text as HTML with its findings marked where they stand, numbered as in the lists, and its blocks by kind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from desk.checking.checklist import Judged, Standing
from desk.text.blocks import Block, BlockRole, Kind, Manuscript
from desk.text.hard_wraps import joints
from desk.text.matcher import matcher
from desk.text.spans import Span
from desk.text.tables import is_table
from desk.text.words import plural

_BLANKS = re.compile(r"\s{1000,}")
"""More of them than a page is wide and high: the window's page laid 65,536 of them out without an end."""
_TOLD = {Kind.PAID: "paid text", Kind.AD_LABEL: "label of paid text", Kind.LEFTOVER: "left over, not for print"}


def marked(manuscript: Manuscript, judged: Sequence[Judged], numbers: Mapping[str, int]) -> str:
    """Return the blocks of the text, everything escaped; settled as "not an error" is not marked.

    Lines of hard-wrapped paragraphs run on, and rows with tabs are a table. A kind is named where it begins.
    """
    told = [j for j in judged if j.standing is not Standing.NOT_AN_ERROR]
    page = _Page(manuscript, told, numbers)
    before = (None, *(block.kind for block in manuscript.blocks))
    return "\n".join(page.block(block, kind) for block, kind in zip(manuscript.blocks, before, strict=False))


class _Page:
    """Writes blocks; knows which findings there are, where each is numbered, and where a line end is none."""

    def __init__(self, manuscript: Manuscript, judged: Sequence[Judged], numbers: Mapping[str, int]) -> None:
        self._judged, self._numbers = judged, numbers
        self._letters = list(manuscript.text)
        for span, glue in joints(manuscript.text):
            self._letters[span.start : span.end] = [glue, *[""] * (len(span) - 1)]
        self._ends = {j.finding.fingerprint: _end_within(j.finding.span, manuscript.blocks) for j in judged}

    def block(self, block: Block, before: Kind | None) -> str:
        """Return one block, under the name of its kind where the one before was another."""
        kind = block.role if block.role is not BlockRole.BODY else block.kind
        label = ""
        if block.kind in _TOLD and block.kind is not before:
            label = f'<p class="kind"><span class="kind">{_TOLD[block.kind]}</span></p>'
        classes = f"{escape(kind)} {escape(block.kind)}"
        if is_table(block.text):
            return f'{label}<table class="{classes}" width="100%">{self._rows(block)}</table>'
        return f'{label}<p class="{classes}">{self._words(block.span)}</p>'

    def _rows(self, block: Block) -> str:
        rows, at = [], block.start
        table = [row.split("\t") for row in block.text.split("\n")]
        wide = max(map(len, table))
        numbers = [_are_numbers([row[nth] for row in table[1:] if nth < len(row)]) for nth in range(wide)]
        for nth, row in enumerate(table):
            cells, tag = [], "td" if nth else "th"
            for cell, is_number in zip(row, numbers, strict=False):
                side = f' align="{"right" if is_number else "left"}"'
                cells.append(f"<{tag}{side}>{self._words(Span(at, at + len(cell)))}</{tag}>")
                at += len(cell) + 1
            rows.append(f"<tr>{''.join(cells)}{f'<{tag}></{tag}>' * (wide - len(cells))}</tr>")
        return "".join(rows)

    def _words(self, span: Span) -> str:
        inside = [j for j in self._judged if j.finding.span.start < span.end and j.finding.span.end > span.start]
        inside += [
            j for j in self._judged if not len(j.finding.span) and span.start <= j.finding.span.start <= span.end
        ]
        return "".join(self._pieces(span, inside))

    def _pieces(self, room: Span, judged: Sequence[Judged]) -> Iterator[str]:
        """Yield the text cut at every beginning and end of a mark, each piece in the marks that cover it."""
        spans = [(max(j.finding.span.start, room.start), min(j.finding.span.end, room.end), j) for j in judged]
        cuts = sorted({room.start, room.end, *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
        for at, end in zip(cuts, [*cuts[1:], room.end], strict=True):
            yield from (self._number(j) for s, e, j in spans if s == e == at)
            if at == end:
                continue
            words = escape(_BLANKS.sub(_counted, "".join(self._letters[at:end])), quote=False)
            over = [j for s, e, j in spans if s <= at and end <= e]
            yield f'<span class="mark {_class(over)}">{words}</span>' if over else words
            yield from (self._number(j) for s, e, j in spans if s < e == end == self._ends[j.finding.fingerprint])

    def _number(self, judged: Judged) -> str:
        return f'<sup class="n">{self._numbers[judged.finding.fingerprint]}</sup>'


def _counted(blanks: re.Match[str]) -> str:
    return f" [{plural(len(blanks[0]), 'blank')}] "


def _end_within(span: Span, blocks: Sequence[Block]) -> int:
    """Return where a finding ends within the last block that it reaches into."""
    return max((min(block.end, span.end) for block in blocks if block.start < span.end), default=span.end)


def _are_numbers(cells: Sequence[str]) -> bool:
    """Return whether a column holds numbers, which stand at its right edge: “27”, “+2%”, “£331m”, “9–4”."""
    told = [cell.strip() for cell in cells if cell.strip()]
    return bool(told) and all(_NUMBER.fullmatch(cell) or not any(map(str.isalpha, cell)) for cell in told)


_NUMBER = matcher(
    r"[^\w\s]{0,3}(?:(?:US|C|A|NZ|HK|S|R|Rs\.?|kr)?[^\w\s]?\s?\d[\d.,]*\s?(?:"
    r"k|m|b|mn|bn|tn|p|c|pts?|kg|km|ft|mph|(?:m|b|tr)illion|lakh|crore|per ?cent)"
    r"|(?-i:[A-Z]{3})\s?\d[\d.,]*\s?(?:k|m|b|mn|bn|tn|(?:m|b|tr)illion|lakh|crore)?)",
    re.IGNORECASE,
)
"""Money or a measure: its sign, the figure, its unit; behind three capitals, which are a currency, it needs none."""


def _class(over: Sequence[Judged]) -> str:
    if all(j.standing is Standing.WAIVED for j in over):
        return "waived"
    return min((j.finding.severity for j in over if j.standing is Standing.OPEN), key=_RANK.__getitem__).value


_RANK = {severity: rank for rank, severity in enumerate(("error", "warning", "hint"))}
