"""The ads check: paid text that no label keeps apart from the story, weak labels, and leftovers of a web page."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from desk.checks.ads import examples
from desk.checks.ads.copymap import MOST_BLOCKS
from desk.checks.ads.labels import Labels, Strength, labels
from desk.checks.check import Edit, Evidence, Example, Finding, Item, Remedy, Rule, Severity
from desk.checks.house import Brief
from desk.errors import Unavailable
from desk.text.blocks import Block, Kind, Manuscript
from desk.text.spans import Span

UNLABELLED = Rule(
    "ads.unlabelled",
    "Text that somebody seems to have paid for stands among the story, and no label above it says so.",
    (Example(examples.UNLABELLED, True), Example(examples.LABELLED, False), Example(examples.CLEAN, False)),
)
WEAK_LABEL = Rule(
    "ads.weak-label",
    "The label above paid text does not say plainly that it is advertising.",
    (Example(examples.WEAKLY_LABELLED, True), Example(examples.LABELLED, False)),
)
LEFTOVER = Rule(
    "ads.leftover",
    "Remains of a web page (menus, share bars, comment counters, teasers of other stories) were pasted with the story.",
    (Example(examples.WITH_REMAINS, True), Example(examples.SUPPORTED, False)),
)
_MOST_REASONS = 3
_TOO_MANY = (
    f"The text has more than {MOST_BLOCKS:,} paragraphs, so ads were not looked for. Cut it into stories and open them "
    "one by one."
)


class AdsCheck:
    """Judges the copy map; the map itself is made before any check runs (`desk.checks.ads.copymap.mapped`)."""

    item = Item.ADS
    rules = (UNLABELLED, WEAK_LABEL, LEFTOVER)

    def key(self, brief: Brief) -> str:
        """Return nothing: the kinds of the blocks hold all that this check reads."""
        return ""

    def read(self, block: Block, brief: Brief) -> None:
        """Return nothing: the kinds of the blocks hold all that this check reads."""
        return

    def judge(self, manuscript: Manuscript, readings: Sequence[None], brief: Brief) -> list[Finding]:
        """Return one finding for each run of blocks that are paid and not well labelled, or left over.

        Raises `Unavailable` where the copy map was not made because the text has too many blocks.
        """
        if len(manuscript.blocks) > MOST_BLOCKS:
            raise Unavailable(_TOO_MANY)
        known = labels(brief.house.country)
        out: list[Finding] = []
        label: Block | None = None
        for kind, run in _runs(manuscript.blocks):
            if kind is Kind.PAID:
                paid = _unlabelled(manuscript, run, known) if label is None else _weak(manuscript, label, known)
                out.extend(paid)
            elif kind is Kind.LEFTOVER:
                out.append(_leftover(manuscript, run))
            label = run[-1] if kind is Kind.AD_LABEL else None
        return out


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[Kind, list[Block]]]:
    """Yield neighbouring blocks of one kind together."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        yield kind, list(run)


def _unlabelled(manuscript: Manuscript, run: list[Block], known: Labels) -> Iterator[Finding]:
    span = _span(run)
    label = Remedy(f"Label it “{known.insert}”", (Edit(Span(span.start, span.start), f"{known.insert}\n\n"),))
    yield Finding(
        Item.ADS,
        UNLABELLED.id,
        span,
        span.of(manuscript.text),
        f"This reads as advertising, and no label says so: {_because(run)}.",
        severity=Severity.ERROR,
        evidence=_evidence(run),
        remedies=(label, _lift(manuscript, run), _COPY),
    )


def _weak(manuscript: Manuscript, label: Block, known: Labels) -> Iterator[Finding]:
    if known.strength(label.text) is Strength.STRONG or label.by_hand:
        return
    yield Finding(
        Item.ADS,
        WEAK_LABEL.id,
        label.span,
        label.text,
        f"“{label.flat}” does not say plainly that this is advertising; “{known.insert}” does.",
        suggestions=(known.insert,),
        remedies=(Remedy(f"Change to “{known.insert}”", (Edit(label.span, known.insert),)),),
    )


def _leftover(manuscript: Manuscript, run: list[Block]) -> Finding:
    span = _span(run)
    what = "This line looks" if len(run) == 1 else f"These {len(run)} lines look"
    return Finding(
        Item.ADS,
        LEFTOVER.id,
        span,
        span.of(manuscript.text),
        f"{what} left over from a web page: {_because(run)}.",
        evidence=_evidence(run),
        remedies=(_lift(manuscript, run), _COPY),
    )


_COPY = Remedy("Mark as copy", kind=Kind.COPY)


def _span(run: Sequence[Block]) -> Span:
    return Span(run[0].start, run[-1].end)


def _because(run: Sequence[Block]) -> str:
    """Return the reasons of a run, the commonest first, as one phrase."""
    counted: dict[str, int] = {}
    for block in run:
        for rank, reason in enumerate(block.reasons[:-1] or block.reasons):  # the last says where the block stands
            counted[reason] = counted.get(reason, 0) + 10 - rank
    best = sorted(counted, key=lambda reason: (-counted[reason], reason))[:_MOST_REASONS]
    return "; ".join(best)


def _evidence(run: Sequence[Block]) -> tuple[Evidence, ...]:
    return tuple(Evidence(block.span, "; ".join(block.reasons)) for block in run)


def _lift(manuscript: Manuscript, run: Sequence[Block]) -> Remedy:
    """Return the remedy that takes the run out of the text together with the blank lines around it."""
    starts = [block.start for block in manuscript.blocks]
    first, behind = bisect_left(starts, run[0].start), bisect_left(starts, run[-1].end)
    if behind < len(starts):
        gone = Span(run[0].start, starts[behind])
    else:
        gone = Span(manuscript.blocks[first - 1].end if first else 0, run[-1].end)
    return Remedy("Lift it out of the copy", (Edit(gone, ""),))
