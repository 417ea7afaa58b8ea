"""Months and days: no names, and neither is what a slip makes of them ("Febuary", "Wendesday")."""

from functools import cache

from desk.checks.names.letters import one_slip, squashed
from desk.checks.names.lists import lists

_SHORTEST = 6
"""Letters of a month or day that a slip of is told by: one from "March" or "Sunday" in another letter is a name."""


@cache
def is_calendar_slip(word: str) -> bool:
    """Return whether a word is a month or day with one letter lost, added, doubled or swapped, and no name we know."""
    key = squashed(word)
    if key in lists().known or key in lists().days or not word.isalpha():
        return False
    return any(one_slip(key, day) for day in lists().days if len(day) >= _SHORTEST)
