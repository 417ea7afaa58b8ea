"""Which language a text is in, where it is plainly not English: known by small words, or by letters.

Of the libraries that tell languages apart, lingua is 96 MB, py3langid brings numpy along, langdetect guesses anew with
each call and has not been kept since 2021; a passage of four words with names in it is what they are worst at, and what
a newsroom has.
"""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache
from math import fsum

from desk.checks.names.lists import is_function_word, is_word
from desk.paths import resources_dir
from desk.text.matcher import matcher

WORD = matcher(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
"""A word in any letters."""
_FEWEST = 4
"""Words: of fewer, nobody can say what language they are."""
_SMALL_WORDS = 2
"""Different small words of the language: one may be part of a name (Rue de la Paix)."""
_SHARE = 0.25
"""Of the words: in running text every second word is a small one, in names every fourth at most."""
UNNAMED = "another language"
_NOUNS_IN_CAPITALS = "German"
"""Each noun has a capital there: it proves no name."""


def language_of(text: str) -> str:
    """Return the language of a text by its English name where it is plainly not English; else an empty one.

    `UNNAMED` where it is another one and its words are as likely those of a second, or of none that is known here.
    """
    if letters := _letters(text):
        return letters
    words = WORD.findall(text)
    if len(words) < _FEWEST:
        return ""
    small = (word for word in words if not (word[0].isupper() and word != words[0]))
    lowered = [part.casefold() for word in small for part in word.split("-")]  # écoutez-vous
    found = {name: [word for word in lowered if word in small] for name, small in _small_words().items()}
    language = max(found, key=lambda name: (len(found[name]), _is_written(lowered, name)))
    theirs = found[language]
    ours = sum(is_function_word(word) for word in lowered if word not in _all_small_words()[language])
    plain = len(set(theirs)) >= _SMALL_WORDS and len(theirs) >= _SHARE * len(words) and len(theirs) > 2 * ours
    return (likeliest_language(lowered) or UNNAMED) if plain else ""


def _letters(text: str) -> str:
    """Return "words in Cyrillic letters" or the like where most letters are not ours, and more than a name is there."""
    if text.isascii():
        return ""
    letters = list(filter(str.isalpha, text))
    scripts = [name for char in letters if (name := _script(char)) != "LATIN"]
    if 2 * len(scripts) <= len(letters):
        return ""
    most = max(scripts, key=scripts.count)
    words = WORD.findall(text)
    named = all(word[0].isupper() for word in words)
    if len(scripts) < _FEWEST_UNSPACED if most in _UNSPACED else named or len(words) < _SMALL_WORDS:
        return ""
    return f"words in {'Chinese' if most == 'CJK' else most.capitalize()} letters"


@cache
def _script(char: str) -> str:
    return "LATIN" if char.isascii() else unicodedata.name(char, "").split(" ")[0]


_UNSPACED = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"})
"""Scripts without spaces between words."""
_FEWEST_UNSPACED = 6
"""Letters of them: fewer may be a name."""


def code_of(language: str) -> str:
    """Return LanguageTool's code of a language by its English name; empty where it has no pack."""
    return _table()["codes"].get(language, "")


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((resources_dir() / "grammar" / "languages.toml").read_text("utf-8"))


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    """Return the small words of each language, those that are English as well left out."""
    return {
        name: frozenset(word for word in words if not is_function_word(word) and not is_word(word))
        for name, words in _all_small_words().items()
    }


@cache
def _all_small_words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _table()["words"].items()}


def likeliest_language(words: Collection[str], beside: Collection[str] = ()) -> str:
    """Return the one language that most small words among these are of, in small letters; an empty text where none is.

    Here those count that are English as well (Irish “an” and “is”): the words are known not to be English. None has a
    letter that the language lacks. A word counts the less the more languages have it, and the next language must be
    clearly behind, unless this one is spoken `beside`: Esperanto's “la”, “en” and “por” are no Spanish.
    """
    found = {name: small.intersection(words) for name, small in _all_small_words().items() if _is_written(words, name)}
    most = max(map(len, found.values()), default=0)
    likeliest = [name for name, theirs in found.items() if most and len(theirs) == most]
    near = [name for name in likeliest if name in beside] or likeliest
    if len(near) != 1 or near[0] in beside:
        return near[0] if len(near) == 1 else ""
    weights = {name: fsum(1 / _languages_with()[word] for word in theirs) for name, theirs in found.items()}
    own = weights.pop(near[0])
    return near[0] if own >= _OWN and own - max(weights.values(), default=0) >= _AHEAD else ""


_OWN, _AHEAD = 1.0, 0.5
"""Words of its own: one that two languages have is half a word. Of 27 sentences in the languages known here the least
had 1.4 and were 0.6 ahead; of 29 in others eleven were named, and are five now."""


def is_of(words: Collection[str], language: str) -> bool:
    """Return whether small words of the language are as many among these as in running text of it."""
    theirs = [word for word in words if word in _all_small_words()[language]]
    return len(set(theirs)) >= _SMALL_WORDS and len(theirs) >= _SHARE * len(words)


def _is_written(words: Collection[str], language: str) -> bool:
    """Return whether a language has all letters of these words."""
    return all(
        char.isascii() or char in _table()["letters"][language] for word in words for char in word if char.isalpha()
    )


@cache
def _languages_with() -> Counter[str]:
    """Return in how many languages each small word stands."""
    return Counter(word for small in _all_small_words().values() for word in small)


def is_small_elsewhere(word: str) -> bool:
    """Return whether a word in small letters is a small one of some other language, whatever it is in English."""
    return any(word in small for small in _all_small_words().values())


def has_nouns_in_capitals(text: str, small: Collection[str]) -> bool:
    """Return whether a text, with its words in small letters, is in a language that gives every noun a capital."""
    theirs = _small_words()[_NOUNS_IN_CAPITALS].intersection(small)
    return len(theirs) >= _SMALL_WORDS and language_of(text) == _NOUNS_IN_CAPITALS


def is_small_beside_nouns_in_capitals(word: str) -> bool:
    """Return whether a word, as written, is a small one of such a language, at the head of a sentence too."""
    return word.casefold() in _small_words()[_NOUNS_IN_CAPITALS]
