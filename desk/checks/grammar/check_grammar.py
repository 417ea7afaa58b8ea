"""The grammar check: LanguageTool's findings, without the noise."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from desk.checks.ads.offers import only_taken_for_paid
from desk.checks.check import Finding, Item, Rule
from desk.checks.grammar import (
    appositions,
    cut_sentences,
    fixed_forms,
    mixed_up,
    phrases_twice,
    time_owners,
    time_prepositions,
    unended,
)
from desk.checks.grammar.clauses.slips import clauses_key, not_read
from desk.checks.grammar.clauses.slips import slips as clause_slips
from desk.checks.grammar.cut_words import whole
from desk.checks.grammar.datelines import after_dateline
from desk.checks.grammar.findings import Made, Maker, best_of, finding_of, told_once_a_word
from desk.checks.grammar.foreign_passages import abroad, passages_worth_a_look, unchecked, wholly_unchecked
from desk.checks.grammar.meanwhile import Meanwhile
from desk.checks.grammar.noise import is_noise, is_the_speakers
from desk.checks.grammar.noise_file import noise
from desk.checks.grammar.odds.slips import beside, not_weighed, odds_key
from desk.checks.grammar.odds.slips import rest as odds_rest
from desk.checks.grammar.odds.slips import slips as odds_slips
from desk.checks.grammar.reading import Reading, Slip, asked_as
from desk.checks.grammar.story_words import StoryWords
from desk.checks.house import Brief
from desk.checks.names.known import KnownNames
from desk.checks.names.languages import code_of
from desk.checks.structure.page_code import page_code
from desk.text.blocks import Block, Kind, Manuscript
from desk.text.quotations import is_inside, quoted

Names = Callable[[Manuscript, Brief], KnownNames]


class Engine(Protocol):
    """What the check needs of the grammar engine."""

    @property
    def key(self) -> str:
        """Return the version of the engine and its rules, as a stable string."""
        ...

    @property
    def languages(self) -> Collection[str]:
        """Return the codes of the languages besides English that it can be asked about."""
        ...

    def ask(self, text: str, variant: str, meanwhile: Callable[[], object] | None = None) -> Reading:
        """Return what LanguageTool finds in the text; raises `Unavailable`. It may call `meanwhile` as it waits."""
        ...


def _no_names(manuscript: Manuscript, brief: Brief) -> KnownNames:
    return KnownNames()


_VERSION = "own rules 22"  # readings are kept with the story: raise it when the same block may be read otherwise


class GrammarCheck:
    """The item `grammar`: it asks an engine block by block, and judges with the whole story in view."""

    item = Item.GRAMMAR
    rules = (
        Rule(
            "grammar.*",
            "Spelling and grammar, as LanguageTool knows them and with rules of our own; `grammar.` and the rule's id.",
            "A slip that readers see makes them doubt the facts beside it; the reason of each rule stands in "
            "LanguageTool's own explanation or in `resources/grammar/explanations.toml`.",
        ),
    )

    def __init__(self, engine: Engine, names: Names = _no_names) -> None:
        """`names` returns what the names check knows of the names in a story."""
        self._engine = engine
        self._names = names

    def key(self, brief: Brief) -> str:
        """Return the versions of engine, own reading, language model and weights, and the variant asked for."""
        return f"{self._engine.key} {_engine_variant(brief)} {_VERSION} {clauses_key()} {odds_key()}"

    def read(self, block: Block, brief: Brief) -> Reading:
        """Return what LanguageTool says about the block; raises `Unavailable` where it cannot be asked."""
        if not block.editorial and (block.kind is not Kind.PAID or block.by_hand):
            return ()
        start = after_dateline(block.flat)
        weighing, clauses = Meanwhile(block, odds_slips), Meanwhile(block, clause_slips)

        def meanwhile() -> None:
            weighing.begin()
            clauses.begin()

        heard = self._engine.ask(block.flat[start:], _engine_variant(brief), meanwhile)
        moved = (replace(slip, start=slip.start + start, end=slip.end + start) for slip in heard)
        heard = (*moved, *_own(block), *clauses.found)
        found = self._each_in_its_language(block.flat, (*heard, *beside(heard, weighing.found)))
        return tuple(sorted(found, key=lambda slip: (slip.start, slip.end, slip.rule)))

    def _each_in_its_language(self, text: str, heard: Reading) -> Iterator[Slip]:
        """Yield what was heard in English, and in its place for each passage of another language what that one says."""
        apart = passages_worth_a_look(text, heard)
        yield from (slip for slip in heard if not any(passage.holds(slip) for passage in apart))
        for passage in filter(lambda one: one.what, apart):
            code = code_of(passage.language)
            if code in self._engine.languages:
                spoken = passage.spoken(text)
                yield from abroad(spoken, self._engine.ask(text[spoken.start : spoken.end], code))
            else:
                yield unchecked(passage, with_packs=bool(self._engine.languages))

    def rest(self) -> None:
        """Give back what the language model took for reading."""
        odds_rest()

    def judge(
        self, manuscript: Manuscript, readings: Sequence[Reading], brief: Brief, make: Maker = finding_of
    ) -> list[Finding]:
        """Return what is worth an editor's look; raises `Unavailable` where most of the story is not in English.

        `make` returns the finding on one slip.
        """
        self.rest()
        unweighed = [*not_weighed(manuscript.blocks), *not_read(manuscript.blocks)]
        unended_ones = unended.slips(manuscript.blocks)
        if not (unended_ones or any(readings)):
            return unweighed
        wholly_unchecked(manuscript, readings)
        story = StoryWords(manuscript, brief, noise(), self._names(manuscript, brief))
        unsure = only_taken_for_paid(manuscript.blocks)
        made = [
            place
            for i, (block, reading) in enumerate(zip(manuscript.blocks, readings, strict=True))
            if block.editorial or i in unsure
            for place in heard_of(block, (*reading, *((unended_ones[i],) if i in unended_ones else ())), story)
        ]
        told = [make(slip, block, story, inside) for block, slip, inside in made if not slip.is_spelling]
        return unweighed + told + told_once_a_word([place for place in made if place[1].is_spelling], story, make)


def _own(block: Block) -> Iterator[Slip]:
    """Yield what is found without the engine."""
    for slips in (
        time_owners.slips,
        time_prepositions.slips,
        appositions.slips,
        mixed_up.slips,
        fixed_forms.slips,
        phrases_twice.slips,
    ):
        yield from slips(block.flat)
    yield from cut_sentences.slips(block)


def _engine_variant(brief: Brief) -> str:
    return asked_as(brief.english)


def heard_of(block: Block, reading: Reading, story: StoryWords) -> list[Made]:
    """Return the slips of one block that an editor hears of, without overlaps."""
    code = [(found.start, found.end) for found in page_code(block.flat)] if reading else []
    in_code = [slip for slip in reading if any(start <= slip.start and slip.end <= end for start, end in code)]
    read = (whole(slip, block.flat, story.brief.english) for slip in reading if slip not in in_code)
    heard = [slip for slip in read if not is_noise(slip, block, story)]
    if not heard:
        return []
    inside = partial(is_inside, quoted(block.flat))
    kept = best_of((s for s in heard if not (is_the_speakers(s, story) and inside(s.start, s.end))), story)
    return [(block, slip, inside(slip.start, slip.end)) for slip in kept]
