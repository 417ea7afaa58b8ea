"""The words that rules on the shape of a sentence know, from `resources/grammar/clauses.toml`."""

import tomllib
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


@cache
def clause_words() -> ClauseWords:
    """Return the words; raises `BugError` where the file is missing or broken."""
    try:
        raw = tomllib.loads((resources_dir() / "grammar" / _FILE).read_text("utf-8"))
        return ClauseWords(*(frozenset(raw[field.name].split()) for field in fields(ClauseWords)))
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise BugError(f"{_FILE} is missing or broken: {error!r}") from error
