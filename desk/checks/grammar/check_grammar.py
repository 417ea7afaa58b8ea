"""The grammar check: LanguageTool's findings, without the noise."""

from collections.abc import Callable, Sequence
from typing import Protocol

from desk.checks.check import Finding, Item, Rule, Severity, replacements
from desk.checks.grammar.noise import is_noise, stable_rule
from desk.checks.grammar.reading import Reading, Slip
from desk.checks.grammar.rules import noise
from desk.checks.grammar.spelling import other_english
from desk.checks.grammar.story import Story
from desk.checks.house import Brief
from desk.text.blocks import Block, Manuscript

MOST_SHOWN = 5
_ENGINE_VARIANTS = {"en": "en-US"}  # plain "en" has no dictionary: ask for US, and let every other spelling pass
_ENGLISH = {
    "en-US": "US English",
    "en-GB": "UK English",
    "en-CA": "Canadian English",
    "en-AU": "Australian English",
    "en-NZ": "New Zealand English",
    "en-ZA": "South African English",
}
_ERRORS = frozenset({"duplication"})
_WARNINGS = frozenset({"grammar", "misspelling", "uncategorized", "inconsistency"})

Names = Callable[[Manuscript, Brief], frozenset[str]]


class Engine(Protocol):
    """What the check needs of the grammar engine."""

    @property
    def key(self) -> str:
        """Return the version of the engine and its rules, as a stable string."""
        ...

    def ask(self, text: str, variant: str) -> Reading:
        """Return what LanguageTool finds in the text; raises `Unavailable`."""
        ...


def _no_names(manuscript: Manuscript, brief: Brief) -> frozenset[str]:
    return frozenset()


class GrammarCheck:
    """The item `grammar`: it asks an engine block by block, and judges with the whole story in view."""

    item = Item.GRAMMAR
    rules = (
        Rule(
            "grammar.*",
            "Spelling and grammar, as LanguageTool knows them and with rules of our own; `grammar.` and the rule's id.",
        ),
    )

    def __init__(self, engine: Engine, names: Names = _no_names) -> None:
        """`names` returns the words that the names check knows as names in a story; they are never misspelt."""
        self._engine = engine
        self._names = names

    def key(self, brief: Brief) -> str:
        """Return the engine's version and the variant it is asked for."""
        return f"{self._engine.key} {_engine_variant(brief)}"

    def read(self, block: Block, brief: Brief) -> Reading:
        """Return what LanguageTool says about the block; raises `Unavailable` where it cannot be asked."""
        if not block.editorial:
            return ()
        return self._engine.ask(block.flat, _engine_variant(brief))

    def judge(self, manuscript: Manuscript, readings: Sequence[Reading], brief: Brief) -> list[Finding]:
        """Return what is worth an editor's look."""
        if not any(readings):
            return []
        story = Story(manuscript, brief, noise(), self._names(manuscript, brief))
        return [
            finding
            for block, reading in zip(manuscript.blocks, readings, strict=True)
            for finding in _of_block(block, reading, story)
        ]


def _engine_variant(brief: Brief) -> str:
    return _ENGINE_VARIANTS.get(brief.english, brief.english)


def _of_block(block: Block, reading: Reading, story: Story) -> list[Finding]:
    kept: list[Slip] = []
    for slip in reading:
        if is_noise(slip, block, story):
            continue
        if kept and slip.start < kept[-1].end:  # two rules on the same words: one problem, the graver rule's
            if _rank(slip) < _rank(kept[-1]):
                kept[-1] = slip
            continue
        kept.append(slip)
    return [_finding(slip, block, story) for slip in kept]


def _rank(slip: Slip) -> tuple[int, bool]:
    return list(Severity).index(_severity(slip)), not slip.suggestions


def _severity(slip: Slip) -> Severity:
    if slip.is_spelling:
        return Severity.ERROR if slip.suggestions and not other_english(slip) else Severity.WARNING
    if slip.kind in _ERRORS:
        return Severity.ERROR
    return Severity.WARNING if slip.kind in _WARNINGS else Severity.HINT


def _finding(slip: Slip, block: Block, story: Story) -> Finding:
    span = slip.span.shifted(block.start)
    quote = slip.span.of(block.text)
    suggestions = tuple(s for s in slip.suggestions if s != quote)[:MOST_SHOWN]
    return Finding(
        item=Item.GRAMMAR,
        rule=f"grammar.{stable_rule(slip)}",
        span=span,
        quote=quote,
        message=_message(slip, quote, story.brief),
        suggestions=suggestions,
        severity=_severity(slip),
        remedies=replacements(span, suggestions),
    )


def _message(slip: Slip, quote: str, brief: Brief) -> str:
    if other := other_english(slip):
        return f"“{quote}” is the {other} spelling; this story is in {_ENGLISH.get(brief.english, brief.english)}."
    if slip.is_spelling:
        return f"“{quote}” is not in the dictionary."
    return slip.message
