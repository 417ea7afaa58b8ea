"""The ads check: paid text that no label keeps apart from the story, weak labels, and leftovers of a web page."""

from collections.abc import Iterator, Sequence

from desk.checks.ads import examples, moves
from desk.checks.ads.copymap import MOST_BLOCKS, TOO_MANY
from desk.checks.ads.labels import Labels, Strength, homes, labels
from desk.checks.ads.offers import is_plainly_offered
from desk.checks.ads.paid import LabelPlace, Paid, paid_runs
from desk.checks.check import Edit, Evidence, Example, Finding, Item, Remedy, Rule, Severity
from desk.checks.house import Brief, House
from desk.errors import Unavailable
from desk.text.blocks import Block, Kind, Manuscript
from desk.text.spans import Span

OFF = "off"
"""What a desk sets where it does not want to hear of something."""

UNLABELLED = Rule(
    "ads.unlabelled",
    "Text that somebody seems to have paid for stands among the story, and no label above it says so.",
    "Advertising must be recognisable as such whatever its form (the codes and guidance named in "
    "`resources/ads/labels.toml`, the ICC's and the FTC's among them), and readers who find out later no longer trust "
    "the story.",
    (Example(examples.UNLABELLED, True), Example(examples.LABELLED, False), Example(examples.CLEAN, False)),
)
WRONG_LABEL = Rule(
    "ads.wrong-label",
    "The line above paid text is no label: it says who gives money, not that this is advertising.",
    "Readers may take “supported by”, like “sponsored by”, to mean that somebody gave money and had no hand in the "
    "words (FTC, Native Advertising: A Guide for Businesses), and so take an advertisement for reporting.",
    (Example(examples.WRONGLY_LABELLED, True), Example(examples.LABELLED, False)),
)
WEAK_LABEL = Rule(
    "ads.weak-label",
    "The label above paid text does not say plainly that it is advertising.",
    "Words such as “promoted” or “presented by” are held to be ambiguous (guidance of the FTC, of CAP and the ASA, "
    "and others, by country in `resources/ads/labels.toml`).",
    (Example(examples.WEAKLY_LABELLED, True), Example(examples.LABELLED, False)),
)
FOREIGN_LABEL = Rule(
    "ads.foreign-label",
    "The label above paid text is one that other countries use, and readers of this one may not know.",
    "Which words count as plain differs by country, so a label that one code asks for may not do under another "
    "(compare the sources in `resources/ads/labels.toml`).",
    (Example(examples.LABELLED_ABROAD, True), Example(examples.LABELLED, False)),
)
LABEL_PLACE = Rule(
    "ads.label-place",
    "The label of paid text stands below it or far above it, where readers do not see it before they read.",
    "A disclosure must stand where readers look before they begin, in front of or above the headline (FTC, Native "
    "Advertising: A Guide for Businesses).",
    (Example(examples.LABELLED_AFTER, True), Example(examples.LABELLED, False)),
)
AMID_STORY = Rule(
    "ads.amid-story",
    "Paid text is labelled, but the story goes on below it: readers may take it, or what follows, for the other.",
    "A label says where advertising begins and not where it ends, and advertising must be distinguishable from "
    "editorial content (ICC Advertising and Marketing Communications Code, articles on identification).",
    (Example(examples.LABELLED, True), Example(examples.BOXED, False), Example(examples.CLEAN, False)),
)
LEFTOVER = Rule(
    "ads.leftover",
    "Remains of a web page (menus, share bars, comment counters, teasers of other stories) were pasted with the story.",
    "They are no part of what the reporter wrote, and in print they read as nonsense or put another site's words into "
    "the story.",
    (Example(examples.WITH_REMAINS, True), Example(examples.SUPPORTED, False)),
)
_MOST_REASONS = 3


class AdsCheck:
    """Judges the copy map; the map itself is made before any check runs (`desk.checks.ads.copymap.mapped`)."""

    item = Item.ADS
    rules = (UNLABELLED, WRONG_LABEL, WEAK_LABEL, FOREIGN_LABEL, LABEL_PLACE, AMID_STORY, LEFTOVER)

    def key(self, brief: Brief) -> str:
        """Return nothing: the kinds of the blocks hold all that this check reads."""
        return ""

    def read(self, block: Block, brief: Brief) -> None:
        """Return nothing: the kinds of the blocks hold all that this check reads."""
        return

    def judge(self, manuscript: Manuscript, readings: Sequence[None], brief: Brief) -> list[Finding]:
        """Return one finding for each run of blocks that are paid and not well labelled and placed, or left over.

        Raises `Unavailable` where the copy map was not made because the text has too many blocks.
        """
        if len(manuscript.blocks) > MOST_BLOCKS:
            raise Unavailable(TOO_MANY)
        known = labels(brief.house.country)
        found = [f for paid in paid_runs(manuscript.blocks) for f in _of_paid(manuscript, paid, known, brief.house)]
        return [*found, *_leftovers(manuscript, brief.house.ads_leftover)]


def _of_paid(manuscript: Manuscript, paid: Paid, known: Labels, house: House) -> Iterator[Finding]:
    label = None if paid.label is None else manuscript.blocks[paid.label]
    if label is None:
        yield from _unlabelled(manuscript, paid, known, house.ads_unlabelled)
        return
    if paid.place is not LabelPlace.ABOVE:
        yield _out_of_place(manuscript, paid, label, known)
        return
    yield from _doubtful(label, known, house.country)
    if any(block.kind is Kind.COPY for block in manuscript.blocks[paid.to_end :]):
        yield _amid(manuscript, paid, known)


def _unlabelled(manuscript: Manuscript, paid: Paid, known: Labels, severity: str) -> Iterator[Finding]:
    if severity == OFF:
        return
    run = manuscript.blocks[paid.first : paid.behind]
    wrong = next((b for b in _nearest(manuscript, paid) if known.wrong(b.text)), None)
    because = f"This reads as advertising, and no label says so: {_because(run)}."
    if wrong is not None:
        because = (
            f"“{wrong.flat}” is no label of advertising: it says who gives money, not that this text was paid for. "
            f"“{known.insert}” says it."
        )
    span = _span(run)
    yield Finding(
        Item.ADS,
        (UNLABELLED if wrong is None else WRONG_LABEL).id,
        span,
        span.of(manuscript.text),
        because,
        severity=_grave(Severity(severity), sure=wrong is not None or is_plainly_offered(run)),
        evidence=_evidence(run),
        remedies=(
            moves.labelled(manuscript, paid, known.insert),
            moves.boxed(manuscript, paid, known.insert),
            moves.MARK_COPY,
            moves.MARK_FURNITURE,
        ),
    )


def _grave(said: Severity, *, sure: bool) -> Severity:
    """Return how much unlabelled paid text matters: what only reads like it, with no offer in it, stops no story."""
    return Severity.WARNING if said is Severity.ERROR and not sure else said


def _nearest(manuscript: Manuscript, paid: Paid) -> Sequence[Block]:
    return manuscript.blocks[max(0, paid.first - 1) : paid.first + 1]


def _out_of_place(manuscript: Manuscript, paid: Paid, label: Block, known: Labels) -> Finding:
    run = manuscript.blocks[paid.first : paid.behind]
    span = _span(run)
    where = "below this advertisement" if paid.place is LabelPlace.AFTER else "above it, but with other text between"
    return Finding(
        Item.ADS,
        LABEL_PLACE.id,
        span,
        span.of(manuscript.text),
        f"The label “{label.flat}” stands {where}: readers see it too late or not at all. It belongs right above.",
        evidence=(*_evidence(run), Evidence(label.span, "the label")),
        remedies=(
            moves.labelled(manuscript, paid, known.insert),
            moves.boxed(manuscript, paid, known.insert),
            moves.MARK_COPY,
        ),
    )


def _doubtful(label: Block, known: Labels, country: str) -> Iterator[Finding]:
    strength = known.strength(label.text)
    if strength is Strength.STRONG or label.by_hand:
        return
    rule, message = WEAK_LABEL, f"“{label.flat}” does not say plainly that this is advertising; “{known.insert}” does."
    if strength is None:
        where = ", ".join(homes(label.text)) or "another country"
        rule = FOREIGN_LABEL
        message = f"“{label.flat}” labels advertising in {where}; readers in {country} know “{known.insert}”."
    change = Remedy(f"Change to “{known.insert}”", (Edit(label.span, known.insert),))
    yield Finding(Item.ADS, rule.id, label.span, label.text, message, suggestions=(known.insert,), remedies=(change,))


def _amid(manuscript: Manuscript, paid: Paid, known: Labels) -> Finding:
    run = manuscript.blocks[paid.first : paid.behind]
    span = _span(run)
    return Finding(
        Item.ADS,
        AMID_STORY.id,
        span,
        span.of(manuscript.text),
        "This advertisement is labelled, but it stands in the middle of the story; nothing shows where that goes on.",
        severity=Severity.HINT,
        remedies=(moves.boxed(manuscript, paid, known.insert), moves.MARK_COPY),
    )


def _leftovers(manuscript: Manuscript, severity: str) -> Iterator[Finding]:
    if severity == OFF:
        return
    runs = _runs_of(manuscript.blocks, Kind.LEFTOVER)
    for first, behind in runs:
        run = manuscript.blocks[first:behind]
        span = _span(run)
        what = "This line looks" if len(run) == 1 else f"These {len(run)} lines look"
        one = moves.taken_out(manuscript, [(first, behind)], "Take it out" if len(run) == 1 else "Take them out")
        every = (moves.taken_out(manuscript, runs, f"Take all {len(runs)} leftovers out"),) if len(runs) > 1 else ()
        yield Finding(
            Item.ADS,
            LEFTOVER.id,
            span,
            span.of(manuscript.text),
            f"{what} left over, and no part of the story: {_because(run)}.",
            severity=Severity(severity),
            evidence=_evidence(run),
            remedies=(one, *every, moves.MARK_COPY, moves.MARK_FURNITURE, moves.MARK_PAID),
        )


def _runs_of(blocks: Sequence[Block], kind: Kind) -> list[tuple[int, int]]:
    """Return first block and block behind of each run of blocks of a kind."""
    out: list[tuple[int, int]] = []
    for i, block in enumerate(blocks):
        if block.kind is not kind:
            continue
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out


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
