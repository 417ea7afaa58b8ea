"""What one block shows of all choices: the places of every form, and what the story is needed to judge."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from desk.checks.style.choices.choice import FormPlace, StyleChoice
from desk.checks.style.choices.declared import choices
from desk.checks.style.choices.passage import RunningText, passage_of
from desk.checks.style.choices.patterns import PatternFinder
from desk.checks.style.choices.recognisers import RECOGNISERS
from desk.checks.style.choices.recognisers.compounds import NO_COMPOUNDS, Compounds, compounds_of
from desk.checks.style.choices.recognisers.persons import NOBODY, Persons, persons_of
from desk.checks.style.choices.tables import TableFinder
from desk.text.blocks import Block

Rows = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
"""A house's own rows of words, by choice."""


@dataclass(frozen=True, slots=True)
class BlockForms:
    """What one block shows; offsets are code points of the block."""

    places: tuple[FormPlace, ...] = ()
    compounds: Compounds = NO_COMPOUNDS
    persons: Persons = NOBODY


NO_FORMS = BlockForms()


@dataclass(frozen=True, slots=True)
class Finders:
    """All that finds forms, made once for a house's rows of words."""

    tables: TableFinder
    patterns: PatternFinder
    codes: tuple[Callable[[RunningText], Iterator[FormPlace]], ...]
    compounds: bool
    persons: bool


@lru_cache(maxsize=8)
def finders(rows: Rows = (), only: tuple[str, ...] = ()) -> Finders:
    """Return what finds the forms of every choice, or of `only` some (a trial of one choice on many stories)."""
    wanted = [choice for choice in choices() if not only or choice.key in only]
    names = {code for choice in wanted for code in _codes(choice)}
    codes: Mapping[str, Callable[[RunningText], Iterator[FormPlace]]] = RECOGNISERS
    return Finders(
        TableFinder(wanted, dict(rows)),
        PatternFinder(wanted),
        codes=tuple(code for name, code in codes.items() if name in names),
        compounds="compounds" in names,
        persons=not {"courtesy", "second", "which_title"}.isdisjoint(names),
    )


def _codes(choice: StyleChoice) -> tuple[str, ...]:
    """Return the recognisers that a choice needs; what initials mean is told from all places of initials."""
    code = str(choice.how.get("code", ""))
    return (code, "points", "brackets") if code in ("unexplained", "unused") else (code,)


def read_forms(block: Block, found: Finders) -> BlockForms:
    """Return what one block shows."""
    passage = passage_of(block)
    if passage is None:
        return NO_FORMS
    places = [*found.tables.places(passage), *found.patterns.places(passage)]
    for code in found.codes:
        places.extend(code(passage))
    return BlockForms(
        tuple(places),
        compounds_of(passage) if found.compounds else NO_COMPOUNDS,
        persons_of(passage) if found.persons else NOBODY,
    )
