"""Says where a rule misreads the words around a slip, as `resources/grammar/misread.toml` has them."""

import re
import tomllib
from collections import defaultdict
from functools import lru_cache

from desk.checks.grammar.reading import Slip
from desk.errors import BugError
from desk.paths import resources_dir

_BEFORE, _BEHIND = 140, 90
"""Code points of the text around a slip that a pattern sees: a long clause on each side."""


def is_misread(slip: Slip, text: str) -> bool:
    """Return whether the rule is known to misread such words as stand around the slip."""
    patterns = misreadings().get(slip.rule)
    if not patterns:
        return False
    seen = around(text, slip.start, slip.end)
    return any(pattern.search(seen) for pattern in patterns)


def around(text: str, start: int, end: int) -> str:
    """Return the words around a place, with the place between ⟦ and ⟧."""
    return f"{text[max(0, start - _BEFORE) : start]}⟦{text[start:end]}⟧{text[end : end + _BEHIND]}"


@lru_cache(maxsize=1)
def misreadings() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Return the patterns of each rule; raises `BugError` where the file is missing or broken."""
    name = "grammar/misread.toml"
    found: defaultdict[str, list[re.Pattern[str]]] = defaultdict(list)
    try:
        for entry in tomllib.loads((resources_dir() / name).read_text("utf-8"))["misread"]:
            for rule in entry["rules"]:
                found[rule].append(re.compile(entry["pattern"]))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, re.error) as error:
        raise BugError(f"{name} of the resources is missing or broken: {error!r}") from error
    return {rule: tuple(patterns) for rule, patterns in found.items()}
