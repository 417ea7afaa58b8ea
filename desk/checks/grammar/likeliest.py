"""Which of the words that LanguageTool offers for a misspelt one was meant.

It goes by how common it is, how it was mistyped, and how well it fits between its neighbours. The weights of the first
two were looked for on 113 misspelt words of 18 outlets, each tried with those of the 17 others: 111 right first, where
words one slip away in LanguageTool's own order have 98. The neighbours were weighed on 740 words mistyped at random in
stories of 13 outlets: 657 right first without them, 699 with the weight below, 694 to 703 with weights about it;
nine more where a small word that lost its space counts as likelier than two others.
"""

import re
from collections.abc import Sequence
from math import log, log10

from desk.checks.frequencies import frequency
from desk.checks.grammar.clauses.verb_forms import irregular_of
from desk.checks.grammar.noise_file import noise
from desk.checks.grammar.odds.in_context import chances_between
from desk.checks.grammar.typing_slips import slips_between
from desk.checks.names.letters import beside_on_the_keys, squashed
from desk.checks.names.lists import is_function_word, is_word, lists

_EDIT, _FAR, _FIRST, _CASE, _PARTED, _PLACE, _COMMON = 2.0, 1.0, 1.0, 1.0, 2.5, 0.15, 0.5
"""Against a word: each slip, a far key, another first letter, a capital, two words, its place; for it: its use."""
_FITS = 0.5 / log(10)
"""For it: how likely it is among its neighbours, a natural logarithm."""
_RARE = 0.01
"""Times in a million words that are taken for what the list of frequencies lacks."""


def likeliest_first(word: str, suggestions: Sequence[str], before: str = "", after: str = "") -> list[str]:
    """Return the words for a misspelt one that stands between `before` and `after`, the likeliest first.

    A word cut in two (con tols) counts only where both halves are ordinary words; two halves (bec ause) are joined, and
    where an apostrophe alone is missing, nothing else was meant.
    """
    formed = irregular_of(word.casefold())
    suggestions = list(
        dict.fromkeys((*(form.capitalize() if word.istitle() else form for form in formed), *suggestions))
    )
    whole = [s for s in suggestions if " " not in s or all(is_word(part.casefold()) for part in s.split(" "))]
    whole = whole or list(suggestions)
    fits = chances_between(before, whole, after) if len(whole) > 1 else (0.0,)
    counted = word.islower() and _ONE_OF.search(before) is not None
    odds = {
        meant: _odds(word, meant, formed)
        - _PLACE * place
        + _FITS * fit
        - _NAMED * (counted and _is_a_persons_name(meant))
        for place, (meant, fit) in enumerate(zip(whole, fits, strict=False))
    }
    plain = word.replace("’", "'")
    return sorted(odds, key=lambda s: (" " in word and " " in s, s == plain or s.replace("'", "") != plain, -odds[s]))


def _odds(word: str, meant: str, formed: Sequence[str]) -> float:
    written, other = word.casefold(), meant.casefold()
    against = _EDIT * slips_between(written, other) + _FAR * _is_far(written, other)
    if other in formed:
        against = _FORMED if not written.endswith("ed") else _EDIT
    against += _FIRST * (written[:1] != other[:1]) + _CASE * (word.islower() and not meant.islower())
    parts = other.split(" ")
    if len(parts) > 1:
        against += _PARTED * (1 if any(map(is_function_word, parts)) or noise().joined.issuperset(parts) else 2)
    return _COMMON * sum(log10(frequency(part) + _RARE) for part in parts) - against


_FORMED = 1.0
"""Against brought, for brung is known; for what was made with -ed it is a slip like another: taked may be talked."""
_NAMED = 4.0
"""Against a person's name in small letters behind an article: a railway clark is a clerk, not one of the Clarks."""
_ONE_OF = re.compile(r"\b[Aa]n?\s+(?:[a-z-]+\s+)?$")


def _is_a_persons_name(word: str) -> bool:
    """Return whether a word with a capital is a name of people alone, and not of a place or a nation."""
    known, plain = lists(), squashed(word)
    persons = plain in known.surnames or plain in known.given
    return word[:1].isupper() and persons and plain not in known.places and not is_word(plain)


def _is_far(word: str, meant: str) -> bool:
    """Return whether one letter stands in another's place, and not on the key beside it."""
    pairs = [pair for pair in zip(word, meant, strict=False) if pair[0] != pair[1]]
    return len(word) == len(meant) and len(pairs) == 1 and not beside_on_the_keys(*pairs[0])
