"""The words that rules on the shape of a sentence know, from `resources/grammar/clauses.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from desk.errors import BugError
from desk.paths import resources_dir

_FILE = "clauses.toml"

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Closed classes of words, in small letters; the file says of each what it is for."""

    no_plurals: Words
    measures: Words
    groups: Words
    one_of: Words
    single: Words
    prepositions: Words
    counted: Words
    wishes: Words
    openers: Words
    subordinates: Words
    holding: Words
    saying: Words
    saying_on: Words
    infinitives: Words
    participles: Words
    past_nouns: Words
    cut_off: Words
    things_done: Words
    dates: Words
    compares: Words
    auxiliaries: Words
    staying: Words
    asking: Words
    done: Words
    moments: Words
    giving: Words
    roles: Words
    told_as_nouns: Words
    manners: Words
    doing: Words
    held: Mapping[str, str]
    """For a base form whose past is its participle: that form."""
    pasts: Mapping[str, tuple[str, str]]
    """For a past form that is not the participle as well: the base form, and the participle."""


@cache
def clause_words() -> ClauseWords:
    """Return the words; raises `BugError` where the file is missing or broken."""
    try:
        raw = tomllib.loads((resources_dir() / "grammar" / _FILE).read_text("utf-8"))
        lists = {field.name: frozenset(raw[field.name].split()) for field in fields(ClauseWords)[:-2]}
        rows = (line.split() for line in raw["pasts"].strip().splitlines())
        held = dict(line.split() for line in raw["held"].strip().splitlines())
        return ClauseWords(**lists, held=held, pasts={past: (base, participle) for base, past, participle in rows})
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, AttributeError) as error:
        raise BugError(f"{_FILE} is missing or broken: {error!r}") from error
