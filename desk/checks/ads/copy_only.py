"""The story of a mapped manuscript without paid text and leftovers, and the paid text in boxes with labels."""

from collections.abc import Iterable

from desk.checks.ads.copymap import MOST_BLOCKS, TOO_MANY
from desk.checks.ads.labels import Strength, labels
from desk.checks.ads.paid import paid_runs
from desk.errors import Unavailable
from desk.text.blocks import Block, Kind, Manuscript
from desk.text.copy_and_ads import Apart, Box
from desk.text.links import Links, shifted, within


def copy_only(manuscript: Manuscript, country: str, links: Links = ()) -> Apart:
    """Return the story without paid text and leftovers, and the paid text in boxes labelled for `country`.

    Raises `Unavailable` where the text has too many blocks for a copy map: nothing is known to be apart then.
    """
    blocks = manuscript.blocks
    if len(blocks) > MOST_BLOCKS:
        raise Unavailable(TOO_MANY)
    known = labels(country)
    boxes = []
    for paid in paid_runs(blocks):
        own = blocks[paid.label] if paid.label is not None else None
        plain = own is not None and (own.by_hand or known.strength(own.text) is Strength.STRONG)
        label = _bare(own.flat) if own is not None and plain else known.insert
        words, kept = _joined(manuscript, blocks[paid.first : paid.behind], links)
        boxes.append(Box(label, words, not plain, kept))
    story, _ = _joined(manuscript, [block for block in blocks if block.editorial])
    return Apart(story, tuple(boxes), sum(block.kind is Kind.LEFTOVER for block in blocks))


def _bare(line: str) -> str:
    return line.strip(" [](){}*_—–-:|#") or line


def _joined(manuscript: Manuscript, blocks: Iterable[Block], links: Links = ()) -> tuple[str, Links]:
    """Return the words of the blocks and where they lead; those that were lines of one paragraph stay so."""
    out: list[str] = []
    kept: Links = ()
    length = 0
    last: Block | None = None
    for block in blocks:
        if last is not None:
            gap = manuscript.text[last.end : block.start]
            near = not gap.strip() and gap.count("\n") == 1
            out.append("\n" if near else "\n\n")
            length += len(out[-1])
        out.append(block.text)
        kept += shifted(within(links, block.span), length)
        length += len(block.text)
        last = block
    return "".join(out), kept
