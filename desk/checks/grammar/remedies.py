"""Makes of what an engine suggests what an editor would type there: tense, capitals, article and apostrophe kept.

A suggestion that would leave a slip of its own behind is not offered first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.grammar.frequencies import frequency
from desk.checks.names.lists import is_word

_TENSES = {
    ("were", "is"): "was",
    ("was", "are"): "were",
    ("is", "were"): "are",
    ("are", "was"): "is",
    ("weren't", "isn't"): "wasn't",
    ("wasn't", "aren't"): "weren't",
    ("isn't", "weren't"): "aren't",
    ("aren't", "wasn't"): "isn't",
    ("had", "has"): "had",
    ("had", "have"): "had",
    ("did", "does"): "did",
    ("did", "do"): "did",
}
"""By the words in question and the suggestion, the form that keeps the tense."""
_ARTICLE = re.compile(r"\b([Aa]) (?=[aeio](?!u|ne\b|nce\b))")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*)\s*$")
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+(?:['’][^\W\d_]+)*)")
_MAY_STAND_TWICE = frozenset({"had", "that"})


@dataclass(frozen=True, slots=True)
class WordsInPlace:
    """The words in question with the text of their block around them, and how the story writes."""

    quote: str
    before: str
    after: str
    begins: bool
    """Whether a sentence begins here."""
    apostrophe: str
    """The story's own; empty where it has none."""


def as_typed_here(suggestions: Sequence[str], spot: WordsInPlace) -> tuple[str, ...]:
    """Return the suggestions as they fit the place, those that leave a slip behind last; nothing twice."""
    fitting = dict.fromkeys(text for suggestion in suggestions if (text := _fitted(suggestion, spot)) != spot.quote)
    return tuple(sorted(fitting, key=lambda text: leaves_a_slip(text, spot)))


def _fitted(suggestion: str, spot: WordsInPlace) -> str:
    text = _in_its_tense(suggestion, spot.quote)
    text = _in_its_case(text, spot)
    if not _ARTICLE.search(spot.quote):
        text = _ARTICLE.sub(r"\1n ", text)
    return re.sub(r"(?<=\w)['’](?=\w)", spot.apostrophe, text) if spot.apostrophe else text


def _in_its_tense(suggestion: str, quote: str) -> str:
    kept = _TENSES.get((quote.casefold().replace("’", "'"), suggestion.casefold().replace("’", "'")))
    if not kept:
        return suggestion
    return kept.capitalize() if quote[:1].isupper() else kept


def _in_its_case(suggestion: str, spot: WordsInPlace) -> str:
    """Return the suggestion without a capital that nothing in the middle of a sentence asks for."""
    first = suggestion.split(" ")[0]
    if spot.begins or not spot.quote[:1].islower() or not first.istitle():
        return suggestion
    if first.casefold() == spot.quote.casefold() or first in spot.quote:
        return suggestion
    return suggestion[0].lower() + suggestion[1:] if is_word(first.casefold()) and first != "I" else suggestion


def leaves_a_slip(suggestion: str, spot: WordsInPlace) -> bool:
    """Return whether the suggestion brings a slip along: a word that stands twice then, “a” before a vowel, no word."""
    words = suggestion.split()
    if not words:
        return _meet(spot.before, spot.after)
    return _meet(spot.before, suggestion) or _meet(suggestion, spot.after) or any(_unknown(words, spot))


def _meet(left: str, right: str) -> bool:
    """Return whether the words where two texts meet do not go together."""
    last, first = _LAST_WORD.search(left), _FIRST_WORD.match(right)
    if last is None or first is None:
        return False
    one, two = last[1].casefold(), first[1].casefold()
    return (one == two and one not in _MAY_STAND_TWICE) or bool(_ARTICLE.match(f"{one} {two}"))


def _unknown(words: Sequence[str], spot: WordsInPlace) -> Iterator[bool]:
    """Yield for each new word in small letters whether neither list knows it."""
    for word in words:
        plain = word.strip(".,;:!?")
        if plain.isalpha() and plain.islower() and plain not in spot.quote:
            yield not frequency(plain) and not is_word(plain)
