"""The structure check: what a story needs (headline, byline, a lead of readable length) and what it must not hold."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from desk.checks.ads.roles import placeholder_byline, signs_for_the_paper
from desk.checks.ceiling import Made, under_ceiling
from desk.checks.check import Edit, Evidence, Finding, Item, Remedy, Severity, replacements
from desk.checks.house import Brief
from desk.checks.placeholders import Placeholder, placeholders, settings
from desk.checks.structure.deletable import deletable
from desk.checks.structure.headline import all_capitals, title_case
from desk.checks.structure.hidden import hidden
from desk.checks.structure.list_numbers import wrong_numbers
from desk.checks.structure.page_code import PageCode, page_code
from desk.checks.structure.rules import RULES
from desk.checks.structure.speakers import LoneQuotation, lone_quotations, unspoken
from desk.text.blocks import Block, BlockRole, Kind, Manuscript
from desk.text.spans import Span
from desk.text.words import grouped, plural

_SHORTEST_REPEAT = 8
"""Words: a shorter paragraph may well stand twice ("Yes.")."""
_SHOWN = 60
"""Code points of a paragraph that a finding on all of it underlines."""


Reading = tuple[Placeholder | PageCode | LoneQuotation, ...]


class StructureCheck:
    """Reads each block for what was left for later, then looks at the story as a whole."""

    item = Item.STRUCTURE
    rules = RULES

    def key(self, brief: Brief) -> str:
        """Return nothing: a reading depends on the block alone."""
        return ""

    def read(self, block: Block, brief: Brief) -> Reading:
        """Return the places of one block that were left for later, are code, or name no speaker; only of the story."""
        if not block.editorial:
            return ()
        return (*placeholders(block.flat), *page_code(block.flat), *lone_quotations(block))

    def judge(self, manuscript: Manuscript, readings: Sequence[Reading], brief: Brief) -> list[Finding]:
        """Return the findings of the whole story, less those of rules that the desk switched off."""
        own = [block for block in manuscript.blocks if block.editorial]
        pairs = tuple(zip(manuscript.blocks, readings, strict=True))
        found = [
            *under_ceiling(_left_for_later(pairs)),
            *under_ceiling(_code_of_a_page(pairs)),
            *hidden(manuscript.text),
            *_furniture(manuscript, own),
            *_lengths(manuscript, own),
            *under_ceiling(_repeats(manuscript)),
            *wrong_numbers(own),
            *under_ceiling(_without_speaker(pairs)),
        ]
        return [finding for finding in found if finding.rule not in brief.house.style_off]


def _left_for_later(pairs: Iterable[tuple[Block, Reading]]) -> Iterator[Made]:
    for block, places in pairs:
        left = (place for place in places if isinstance(place, Placeholder))
        yield from (("structure.placeholder", partial(_left, block, place)) for place in left)


def _code_of_a_page(pairs: Iterable[tuple[Block, Reading]]) -> Iterator[Made]:
    for block, places in pairs:
        code = (place for place in places if isinstance(place, PageCode))
        yield from (("structure.page-code", partial(_code, block, place)) for place in code)


def _without_speaker(pairs: Sequence[tuple[Block, Reading]]) -> Iterator[Made]:
    own = [pair for pair in pairs if pair[0].editorial]
    lone = [(n, place) for n, (_, places) in enumerate(own) for place in places if isinstance(place, LoneQuotation)]
    for block, place in unspoken([block for block, _ in own], lone):
        yield "structure.unnamed-speaker", partial(_speaker, block, place)


def _speaker(block: Block, place: LoneQuotation) -> Finding:
    span = Span(block.start + place.start, block.start + place.end)
    return Finding(
        Item.STRUCTURE,
        "structure.unnamed-speaker",
        span,
        block.text[place.start : place.end],
        "Who says this? Neither its paragraph nor the ones around it name a speaker.",
        severity=Severity.HINT,
    )


def _code(block: Block, place: PageCode) -> Finding:
    span = Span(block.start + place.start, block.start + place.end)
    quote = block.text[place.start : place.end]
    title = f"Change to “{place.better}”" if place.better.strip() else "Take it out"
    edits = [Edit(span, place.better)]
    if place.closed is not None:
        edits.append(Edit(Span(block.start + place.closed[0], block.start + place.closed[1]), ""))
    return Finding(
        Item.STRUCTURE,
        "structure.page-code",
        span,
        quote,
        f"“{quote}” is {place.what}, which readers must not see.",
        suggestions=(place.better,),
        remedies=(Remedy(title, tuple(edits)),),
    )


def _left(block: Block, place: Placeholder) -> Finding:
    span = Span(block.start + place.start, block.start + place.end)
    quote = block.text[place.start : place.end]
    gone = deletable(block, place.start, place.end)
    return Finding(
        Item.STRUCTURE,
        "structure.placeholder",
        span,
        quote,
        f"“{' '.join(quote.split())}” was left for later ({place.what}).",
        severity=Severity.ERROR,
        remedies=() if gone is None else (Remedy("Delete it", (Edit(gone, ""),)),),
    )


def _furniture(manuscript: Manuscript, own: Sequence[Block]) -> Iterator[Finding]:
    headline = next((block for block in own if block.role is BlockRole.HEADLINE), None)
    bylines = [block for block in own if block.role is BlockRole.BYLINE]
    if headline is not None and all_capitals(headline.text):
        yield _capitals(headline, own)
    yield from map(_nobody, _naming_nobody(own))
    if not _whole_story(manuscript, own):
        return
    if headline is None:
        yield _missing(own[0], "headline", "No headline stands above this text.")
    elif not bylines:
        yield _missing(headline, "byline", "No line says who wrote this.")


def _naming_nobody(own: Sequence[Block]) -> Iterator[Block]:
    """Yield the bylines that name nobody; below a name such a line says what that person is ("Staff Writer")."""
    named = False
    for block in own:
        nobody = placeholder_byline(block.text)
        is_byline = block.role is BlockRole.BYLINE
        if is_byline and nobody and not named:
            yield block
        named = is_byline and not nobody


def _whole_story(manuscript: Manuscript, own: Sequence[Block]) -> bool:
    """Return whether this is a story rather than a note or a paragraph on its own, of which less is asked."""
    limits = settings().limits
    return len(own) >= limits.story_blocks and manuscript.words >= limits.story_words


def _capitals(headline: Block, own: Sequence[Block]) -> Finding:
    better = title_case(headline.text, (block.text for block in own if block is not headline))
    return Finding(
        Item.STRUCTURE,
        "structure.headline-capitals",
        headline.span,
        headline.text,
        "The headline stands in capitals altogether.",
        suggestions=(better,),
        severity=Severity.HINT,
        remedies=replacements(headline.span, (better,)),
    )


def _nobody(block: Block) -> Finding:
    return Finding(
        Item.STRUCTURE,
        "structure.byline-placeholder",
        block.span,
        block.text,
        f"“{block.flat}” stands where a byline belongs but names nobody.",
        severity=Severity.HINT if signs_for_the_paper(block.text) else Severity.WARNING,
    )


def _missing(where: Block, what: str, message: str) -> Finding:
    span = _front(where)
    return Finding(
        Item.STRUCTURE,
        f"structure.missing-{what}",
        span,
        where.text[: len(span)],
        message,
        severity=Severity.HINT,
        subject=what,
    )


def _front(block: Block) -> Span:
    """Return the first words of a block: enough to show the place without underlining all of it."""
    if len(block.text) <= _SHOWN:
        return block.span
    return Span(block.start, block.start + max(block.flat.rfind(" ", 0, _SHOWN), 1))


def _lengths(manuscript: Manuscript, own: Sequence[Block]) -> Iterator[Finding]:
    """Yield what is long: a lead only where the story keeps to short paragraphs, for a feature is in long ones."""
    limits = settings().limits
    body = [block for block in own if block.kind is Kind.COPY]
    counts = [len(block.text.split()) for block in body]
    has_lead = _whole_story(manuscript, own) and max(counts[1:], default=0) <= limits.lead_words
    for i, (block, words) in enumerate(zip(body, counts, strict=True)):
        if i == 0 and has_lead and limits.lead_words < words <= limits.paragraph_words:
            yield _long(
                block,
                "lead",
                f"The first paragraph has {plural(words, 'word')}; {grouped(limits.lead_words)} are plenty.",
            )
        elif words > limits.paragraph_words:
            yield _long(
                block,
                "paragraph",
                f"This paragraph has {plural(words, 'word')}; {grouped(limits.paragraph_words)} are plenty.",
            )


def _long(block: Block, what: str, message: str) -> Finding:
    span = _front(block)
    return Finding(
        Item.STRUCTURE, f"structure.long-{what}", span, block.text[: len(span)], message, severity=Severity.HINT
    )


def _repeats(manuscript: Manuscript) -> Iterator[Made]:
    """Yield a finding, to be made, for each later copy of a paragraph; the remedy takes it out with its blank line."""
    first: dict[str, Block] = {}
    before: Block | None = None
    for block in manuscript.blocks:
        words = block.text.split()
        if block.kind is Kind.COPY and len(words) >= _SHORTEST_REPEAT:
            known = first.setdefault(" ".join(words).lower(), block)
            if known is not block:
                gone = Span(before.end if before else 0, block.end)
                yield "structure.repeated-paragraph", partial(_twice, block, known, gone)
        before = block


def _twice(block: Block, known: Block, gone: Span) -> Finding:
    return Finding(
        Item.STRUCTURE,
        "structure.repeated-paragraph",
        block.span,
        block.text,
        "This paragraph stands in the story twice.",
        evidence=(Evidence(known.span, "the same words"),),
        remedies=(Remedy("Delete this one", (Edit(gone, ""),)),),
    )
