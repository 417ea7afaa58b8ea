"""Spaces too many or too few where all that is left are words: “further de tail”, “fora year”, “anew bridge”.

Of 236 words of 13 outlets that were cut in two such halves 217 are told, of 676 pairs run together to another word 440;
of 122,000 words of theirs one place (“frame work”), and of 455,000 words of pages five, all of them slips.
"""

import re
from collections.abc import Iterator

from desk.checks.frequencies import frequency
from desk.checks.grammar.odds.in_context import chances_between
from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.reading import Slip
from desk.checks.names.lists import is_function_word
from desk.text.kept import kept_by_word

RULE = "ODDS_SPACE"
_BEFORE, _BEHIND = r"(?<![^\s(“\"—–])", r"(?=[\s,;:!?)”\"—–]|\.(?!\w)|$)"
_PAIR = re.compile(rf"{_BEFORE}(?=(?P<pair>[a-z]+ [a-z]+){_BEHIND})")
_WORD = re.compile(rf"{_BEFORE}[a-z]{{4,}}{_BEHIND}")
_CUT, _CUT_APART = 5.0, 10.0
"""Natural logarithms: so much likelier must one word be than two that books never have side by side, or have."""
_JOINED = 8.5
"""So much likelier must two words be that books have, than the one that they make: atypical came to 7.2."""
_LEAST = 0.5
"""Times in a million words that the whole word is used at least."""
_ENDS = frozenset(
    {"up", "down", "out", "off", "on", "over", "away", "back", "by", "through", "about", "all", "like", "one"}
)
_BEGINS = frozenset(
    {"under", "over", "out", "after", "off", "by", "through", "up", "down", "in", "on", "above", "no", "not"}
)
"""Small words that others are made of: onboard, roundup, notable."""


def slips(text: str, model: LanguageModel) -> Iterator[Slip]:
    """Yield a slip on each word that a space cuts in two, and on each two that ran together to another word."""
    for found in _PAIR.finditer(text):
        pair = found["pair"]
        if model.knows(pair.replace(" ", "")) and frequency(pair.replace(" ", "")) >= _LEAST:
            yield from _told(text, found.start(), pair, pair.replace(" ", ""), _least_to_join(pair, model))
    for found in _WORD.finditer(text):
        for pair in _pairs(found[0], model):
            yield from _told(text, found.start(), found[0], pair, _JOINED)


def _told(text: str, start: int, written: str, meant: str, least: float) -> Iterator[Slip]:
    end = start + len(written)
    now, then = chances_between(text[:start], (written, meant), text[end:])
    if then - now > least:
        message = f"Is “{meant}” meant? Among these words it is far likelier than “{written}”."
        yield Slip(RULE, start, end, message, (meant,), "ODDS", "grammar")


def _least_to_join(pair: str, model: LanguageModel) -> float:
    first, second = pair.split(" ")
    apart = is_function_word(first) or model.commonness(first, second) > 0  # in word and in deed
    return _CUT_APART if apart else _CUT


@kept_by_word
def _pairs(word: str, model: LanguageModel) -> tuple[str, ...]:
    """Return the two words that may have run together to this one: books have them, and one is a small word."""
    if not model.knows(word):
        return ()
    parted = ((word[:at], word[at:]) for at in range(1, len(word)))
    return tuple(f"{one} {two}" for one, two in parted if _holds(one, two) and model.commonness(one, two) > 0)


def _holds(one: str, two: str) -> bool:
    begins = is_function_word(one) and one not in _BEGINS
    return begins or (is_function_word(two) and two not in _ENDS)
