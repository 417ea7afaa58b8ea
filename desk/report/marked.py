"""A text as HTML with its findings marked where they stand, numbered as in the lists, and its blocks by kind."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from desk.checking.checklist import Judged, Standing
from desk.text.blocks import Block, BlockRole, Kind, Manuscript

_TOLD = {Kind.PAID: "paid text", Kind.AD_LABEL: "label of paid text", Kind.LEFTOVER: "left over, not for print"}


def marked(manuscript: Manuscript, judged: Sequence[Judged], numbers: Mapping[str, int]) -> str:
    """Return the blocks of the text as paragraphs, everything escaped; settled as "not an error" is not marked."""
    told = [j for j in judged if j.standing is not Standing.NOT_AN_ERROR]
    return "\n".join(_block(block, told, numbers) for block in manuscript.blocks)


def _block(block: Block, judged: Sequence[Judged], numbers: Mapping[str, int]) -> str:
    inside = [j for j in judged if j.finding.span.start < block.end and j.finding.span.end > block.start]
    inside += [j for j in judged if not len(j.finding.span) and block.start <= j.finding.span.start <= block.end]
    kind = block.role if block.role is not BlockRole.BODY else block.kind
    label = f'<span class="kind">{_TOLD[block.kind]}</span><br>' if block.kind in _TOLD else ""
    return f'<p class="{escape(kind)} {escape(block.kind)}">{label}{"".join(_pieces(block, inside, numbers))}</p>'


def _pieces(block: Block, judged: Sequence[Judged], numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield the text cut at every beginning and end of a mark, each piece in the marks that cover it."""
    spans = [(max(j.finding.span.start, block.start), min(j.finding.span.end, block.end), j) for j in judged]
    cuts = sorted({block.start, block.end, *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    for at, end in zip(cuts, [*cuts[1:], block.end], strict=True):
        yield from (_number(j, numbers) for s, e, j in spans if s == e == at)
        if at == end:
            continue
        words = escape(block.text[at - block.start : end - block.start], quote=False)
        over = [j for s, e, j in spans if s <= at and end <= e]
        yield f'<span class="mark {_class(over)}">{words}</span>' if over else words
        yield from (_number(j, numbers) for s, e, j in spans if s < e == end)


def _class(over: Sequence[Judged]) -> str:
    if all(j.standing is Standing.WAIVED for j in over):
        return "waived"
    return min((j.finding.severity for j in over if j.standing is Standing.OPEN), key=_RANK.__getitem__).value


def _number(judged: Judged, numbers: Mapping[str, int]) -> str:
    return f'<sup class="n">{numbers[judged.finding.fingerprint]}</sup>'


_RANK = {severity: rank for rank, severity in enumerate(("error", "warning", "hint"))}
