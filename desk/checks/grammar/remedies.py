"""Makes of what an engine suggests what an editor would type there: tense, capitals, article and apostrophe kept.

A suggestion that would leave a slip of its own behind is not offered first.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desk.checks.frequencies import frequency
from desk.checks.grammar.odds.in_context import chances_between
from desk.checks.names.lists import is_word

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s|$)")  # “didn't”, “the workers' union”
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
_ARTICLES = frozenset({"a", "an"})
_ANOTHER = re.compile(r" another\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[”’\"')]*(?:\s*$|\s+[“‘\"'(]*[A-Z])")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*)\s*$")
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+(?:['’][^\W\d_]+)*)")
_HAVE = frozenset({"have", "has", "had", "having"})
_BE = frozenset({"am", "is", "are", "was", "were"})
_SHORT = 3
_ENDING = (".", "!", "?")
_TIMES = 100
_FAR_COMMONER = 4
"""Times: a president stands nine times as often as presidents, a boat twice as often as boats."""
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
    """Return the suggestions as they fit the place, those that leave a slip behind last; nothing twice.

    Where each of them leaves one, the words in question with one taken out come first: “had was been”, “had been”.
    An article before “another” is taken out.
    """
    if spot.quote.casefold() in _ARTICLES and _ANOTHER.match(spot.after):
        return ("",)
    fitting = dict.fromkeys(text for suggestion in suggestions if (text := _fitted(suggestion, spot)) != spot.quote)
    if fitting and all(leaves_a_slip(text, spot) for text in fitting):
        fewer = (text for text in _with_one_word_less(spot.quote) if not leaves_a_slip(text, spot))
        fitting = dict.fromkeys((*fewer, *fitting))
    owners = _owners(spot.quote)
    usual = max(map(frequency, fitting), default=0.0)
    kept = _chances_of_one_kept(tuple(fitting), spot)
    return tuple(
        sorted(
            fitting,
            key=lambda text: (
                leaves_a_slip(text, spot) or _ends_in_a_comma(text, spot),
                -kept.get(text, 0.0),
                _is_left_over(text, spot.quote),
                _disagrees(text, spot.after),
                _is_farther_number(text, spot.quote),
                _is_odd(text, usual),
                text.replace("’", "'") in owners and owners.index(text.replace("’", "'")),
            ),
        )
    )


def _with_one_word_less(quote: str) -> Iterator[str]:
    words = quote.split()
    if len(words) > 1:
        yield from (" ".join((*words[:nth], *words[nth + 1 :])) for nth in range(len(words)))


def _is_left_over(suggestion: str, quote: str) -> bool:
    """Return whether, of an article and an owner (the her), the suggestion keeps the one that says less."""
    first, *others = quote.casefold().split() or [""]
    return bool(others) and first in {"a", "an", "the"} and suggestion.casefold() == first


def _chances_of_one_kept(fitting: tuple[str, ...], spot: WordsInPlace) -> Mapping[str, float]:
    """Return how well each fits its place where one of two small words goes: “shown a of yellow card”; else nothing."""
    words = spot.quote.split()
    if len(words) != len(_BOTH) or sorted(words) != sorted(fitting) or words[1] in _OWNERS:
        return {}
    return dict(zip(fitting, chances_between(spot.before, fitting, spot.after), strict=True))


_BOTH = ("one", "the other")
_OWNERS = frozenset({"his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those"})
"""Behind an article they say more than it: with the her."""


def _is_farther_number(suggestion: str, quote: str) -> bool:
    """Return whether, of “these boat”, the suggestion changes the word that says which rather than its noun."""
    written, meant = quote.casefold().split(), suggestion.casefold().split()
    two = len(written) == len(meant) == len(_BOTH)
    return two and written[0] in _MANY and meant[0] in _ONE and meant[1] == written[1]


_MANY, _ONE = frozenset({"these", "those"}), frozenset({"this", "that"})
"""The s of a noun is lost in a slip of one key; “these” for “this” takes two."""


def _disagrees(suggestion: str, after: str) -> bool:
    """Return whether a suggestion for “these boat” does not go with the verb behind it."""
    first, verb = suggestion.casefold().split(" ")[0], _FIRST_WORD.match(after)
    is_plural = verb is not None and verb[1].casefold() in {"are", "were", "have"}
    is_singular = verb is not None and verb[1].casefold() in {"is", "was", "has"}
    return (is_plural and first in {"this", "that"}) or (is_singular and first in {"these", "those"})


def _is_odd(suggestion: str, usual: float) -> bool:
    """Return whether one word is hardly ever used beside another of the suggestions (spoked and spoken)."""
    return suggestion.isalpha() and frequency(suggestion) * _TIMES < usual


def _owners(quote: str) -> tuple[str, ...]:
    """Return who may own what stands behind a plural without its apostrophe: one of them if that is far commoner."""
    one, many = f"{quote[:-1]}'s", f"{quote}'"
    return (one, many) if frequency(quote[:-1]) >= _FAR_COMMONER * frequency(quote) else (many, one)


def _fitted(suggestion: str, spot: WordsInPlace) -> str:
    text = _in_its_tense(suggestion, spot.quote)
    text = _in_its_case(text, spot)
    if not _ARTICLE.search(spot.quote):
        text = _ARTICLE.sub(r"\1n ", text)
    return _APOSTROPHE.sub(spot.apostrophe, text) if spot.apostrophe else text


def _in_its_tense(suggestion: str, quote: str) -> str:
    kept = _TENSES.get((quote.casefold().replace("’", "'"), suggestion.casefold().replace("’", "'")))
    if not kept:
        return suggestion
    return kept.capitalize() if quote[:1].isupper() else kept


def _in_its_case(suggestion: str, spot: WordsInPlace) -> str:
    """Return the suggestion without a capital that nothing in the middle of a sentence asks for."""
    first = suggestion.split(" ")[0]
    plain = first.replace("’", "'").split("'")[0]
    if suggestion.casefold() == spot.quote.casefold():  # west coast, West Coast: the capitals are what is wrong
        return suggestion
    if spot.begins or not spot.quote[:1].islower() or not plain.istitle():
        return suggestion
    if first in spot.quote:
        return suggestion
    return suggestion[0].lower() + suggestion[1:] if is_word(plain.casefold()) and plain != "I" else suggestion


def _ends_in_a_comma(suggestion: str, spot: WordsInPlace) -> bool:
    """Return whether a sentence would end with a comma that was a full stop as well: ",."."""
    return suggestion.endswith(",") and "." in spot.quote and bool(_SENTENCE_ENDS.match(spot.after))


def leaves_a_slip(suggestion: str, spot: WordsInPlace) -> bool:
    """Return whether the suggestion brings a slip along: a word that stands twice then, “a” before a vowel, no word."""
    words = suggestion.split()
    if not words:
        return _meet(spot.before, spot.after)
    if _meet(spot.before, suggestion) or _meet(suggestion, spot.after):
        return True
    return any(_unknown(words, spot)) or any(_raised(words, spot))


def _meet(left: str, right: str) -> bool:
    """Return whether the words where two texts meet do not go together."""
    last, first = _LAST_WORD.search(left), _FIRST_WORD.match(right)
    if last is None or first is None:
        return False
    one, two = last[1].casefold(), first[1].casefold()
    twice = one == two and one not in _MAY_STAND_TWICE
    forms = one in _HAVE and two in _BE | (_HAVE - {"had"})
    return twice or forms or bool(_ARTICLE.match(f"{one} {two}"))


def _unknown(words: Sequence[str], spot: WordsInPlace) -> Iterator[bool]:
    """Yield for each new word in small letters whether neither list knows it."""
    for word in words:
        plain = word.strip(".,;:!?")
        if plain.isalpha() and plain.islower() and plain not in spot.quote:
            yield not frequency(plain) and not is_word(plain)


def _raised(words: Sequence[str], spot: WordsInPlace) -> Iterator[bool]:
    """Yield for each word whether it is a short one in capitals that stands in no relation to the place (BS, HIA)."""
    for before, word in pairwise(("", *words)):
        yield (
            not before.endswith(_ENDING)
            and len(word) <= _SHORT
            and word != "I"
            and word[:1].isupper()
            and word not in spot.quote
            and not spot.begins
        )
