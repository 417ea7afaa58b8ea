"""Tries the remedies of grammar's findings on their paragraphs, and says in which order an editor should have them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desk.checking.runner import ItemRun, ReadingCache
from desk.checks.check import UNCHECKED_RULES, Edit, Finding, Item, Remedy, fingerprinted
from desk.checks.house import Brief
from desk.errors import Cancelled, Unavailable
from desk.text.blocks import Block, Manuscript

if TYPE_CHECKING:
    from desk.checks.grammar.check_grammar import GrammarCheck
    from desk.checks.grammar.reading import Reading


@dataclass(frozen=True, slots=True)
class RemedyOrder:
    """In which order the remedies of one finding stand once they were tried; those not named are not offered."""

    titles: tuple[str, ...]
    suggestions: tuple[str, ...]
    everywhere: Remedy | None = None
    """What changes all places of a word at once, to the words that each of them was found to need."""

    def of(self, finding: Finding) -> Finding:
        """Return the finding in that order; as it is where it has not these remedies."""
        by_title = {remedy.title: remedy for remedy in finding.remedies if len(remedy.edits) < _PLACES}
        if self.everywhere and len(self.everywhere.edits) == len(finding.evidence):
            places = zip(finding.evidence, self.everywhere.edits, strict=True)
            edits = tuple(Edit(place.span, edit.text) for place, edit in places)
            by_title[self.everywhere.title] = replace(self.everywhere, edits=edits)
        if not by_title.keys() >= set(self.titles) or not set(finding.suggestions) >= set(self.suggestions):
            return finding
        remedies = tuple(by_title[title] for title in self.titles)
        return replace(finding, remedies=remedies, suggestions=self.suggestions)


_PLACES = 2
"""Places that a remedy changes at once, at the least; its words are those of this order, its places the finding's."""


def _order_of(finding: Finding) -> RemedyOrder:
    everywhere = next((remedy for remedy in finding.remedies if len(remedy.edits) >= _PLACES), None)
    return RemedyOrder(tuple(remedy.title for remedy in finding.remedies), finding.suggestions, everywhere)


RemedyOrders = Mapping[str, RemedyOrder | None]
"""By the fingerprints of findings; None where they stand as they were found."""


def in_order(run: ItemRun, orders: RemedyOrders) -> ItemRun:
    """Return grammar's run with the remedies of each finding in the order known of it."""
    if not orders:
        return run
    pairs = ((finding, orders.get(finding.fingerprint)) for finding in run.findings)
    return replace(run, findings=tuple(finding if order is None else order.of(finding) for finding, order in pairs))


@dataclass(frozen=True, slots=True)
class RemediesTried:
    """What trying the remedies of one text came to."""

    orders: RemedyOrders = field(default_factory=dict)
    anew: bool = False
    """Whether any was tried that was not before: there is something to be kept."""


def _never() -> bool:
    return False


def tried_key(check: "GrammarCheck", brief: Brief) -> str:
    """Return under which key it is kept what was tried of a block: what another reading left says nothing."""
    from desk.checks.grammar.reading import TRIED

    return f"{check.key(brief)} {TRIED}"


def remedies_tried(
    check: "GrammarCheck",
    manuscript: Manuscript,
    brief: Brief,
    cache: ReadingCache,
    cancelled: Callable[[], bool],
    enough: Callable[[], bool] = _never,
) -> RemediesTried:
    """Return the order of remedies of grammar's findings on a text that was just checked; each is tried once.

    What was tried is kept in the cache, and so is each paragraph as it was read: who takes a remedy waits for nothing.
    Where the engine is lost meanwhile, or `enough()` turns true, the order stands on what was tried until then. Raises
    `Cancelled` when `cancelled()` turns true before a paragraph is read.
    """
    from desk.checks.grammar.tried_remedies import InTriedOrder, left_behind

    key, kept_by = check.key(brief), tried_key(check, brief)
    readings = cache.known(Item.GRAMMAR, key, manuscript.blocks)
    if any(block.digest not in readings for block in manuscript.blocks):
        return RemediesTried()
    anew, tried = False, cache.known(Item.GRAMMAR, kept_by, manuscript.blocks)

    def read(block: Block) -> "Reading":
        reading: Reading | None = cache.known(Item.GRAMMAR, key, (block,)).get(block.digest)
        if reading is None:
            if cancelled():
                raise Cancelled
            reading = check.read(block, brief)
            cache.keep(Item.GRAMMAR, key, block.digest, reading)
        return reading

    try:
        while True:
            order = InTriedOrder(tried, readings)
            found = check.judge(manuscript, [readings[block.digest] for block in manuscript.blocks], brief, order)
            if not order.untried or enough():
                break
            try:
                for block, put in dict.fromkeys(order.untried):
                    if enough():
                        break
                    left, anew = left_behind(block, readings[block.digest], put, read), True
                    tried[block.digest] = {**tried.get(block.digest, {}), put: left}
                    cache.keep(Item.GRAMMAR, kept_by, block.digest, tried[block.digest])
            except Unavailable:
                break
    finally:
        check.rest()  # also where it is broken off: the next story may be long in coming
    orders = {
        finding.fingerprint: _order_of(finding)
        for finding in fingerprinted(found, manuscript)
        if finding.rule not in UNCHECKED_RULES
    }
    return RemediesTried(orders, anew)
