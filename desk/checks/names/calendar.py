"""Months and days: no names, and neither is what a slip makes of them ("Febuary", "Wendesday")."""

import re

from desk.checks.names.letters import one_slip, squashed
from desk.checks.names.lists import lists
from desk.text.kept import kept_by_word
from desk.text.matcher import matcher

_SHORTEST = 6
"""Letters of a month or day that a slip of is told by: one from "March" or "Sunday" in another letter is a name."""


@kept_by_word
def is_calendar_slip(word: str) -> bool:
    """Return whether a word is a month or day with one letter lost, added, doubled or swapped, and no name we know."""
    key = squashed(word)
    if key in lists().known or key in lists().days or not word.isalpha():
        return False
    return any(one_slip(key, day) for day in lists().days if len(day) >= _SHORTEST)


_MONTHS = "January February March April May June July August September October November December"
_SHORTENED = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_DATED = frozenset(f"{_MONTHS} {_SHORTENED} {_DAYS}".split())
_NUMBER_BEFORE = matcher(r"\d(?:st|nd|rd|th)?(?:[ \u00a0]of)?[ \u00a0-]$")
_NUMBER_BEHIND = matcher(r"\.?[ \u00a0-]\d|,[ \u00a0](?:19|20)\d\d\b")  # but "June, 42," is somebody
_WHEN = matcher(
    r"\b(?:in|by|until|till|since|from|before|after|during|through|throughout|last|next|this|every|each|early|late|mid)"
    r"[ \u00a0-]?$",
    re.IGNORECASE,
)
_NAMED_BEHIND = matcher(r"[ \u00a0][A-Z]|['’]s\b")


def is_of_a_date(text: str, start: int, end: int) -> bool:
    """Return whether the word at `[start, end)` is a month or day of a date (11 June, Feb. 30, by April): no name."""
    if text[start:end] not in _DATED:
        return False
    if _WHEN.search(text[max(0, start - 12) : start]) and not _NAMED_BEHIND.match(text, end):
        return True
    return bool(_NUMBER_BEFORE.search(text[max(0, start - 8) : start]) or _NUMBER_BEHIND.match(text, end))
