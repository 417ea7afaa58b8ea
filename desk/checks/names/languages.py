"""Which language a text is in, where it is plainly not English: known by small words, or by letters.

Of the libraries that tell languages apart, lingua is 96 MB, py3langid brings numpy along, langdetect guesses anew with
each call and has not been kept since 2021; a passage of four words with names in it is what they are worst at, and what
a newsroom has.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache

from desk.checks.names.lists import is_function_word, is_word
from desk.paths import resources_dir

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
"""A word in any letters."""
_FEWEST = 4
"""Words: of fewer, nobody can say what language they are."""
_SMALL_WORDS = 2
"""Different small words of the language: one may be part of a name (Rue de la Paix)."""
_SHARE = 0.25
"""Of the words: in running text every second word is a small one, in names every fourth at most."""
_NOUNS_IN_CAPITALS = "German"
"""Each noun has a capital there: it proves no name."""


def language_of(text: str) -> str:
    """Return the language of a text by its English name where it is plainly not English; else an empty one."""
    words = WORD.findall(text)
    if len(words) < _FEWEST:
        return ""
    if letters := _letters(words):
        return letters
    small = (word for word in words if not (word[0].isupper() and word != words[0]))
    lowered = [part.casefold() for word in small for part in word.split("-")]  # écoutez-vous
    found = {name: [word for word in lowered if word in small] for name, small in _small_words().items()}
    language = max(found, key=lambda name: len(found[name]))
    theirs = found[language]
    ours = sum(is_function_word(word) for word in lowered if word not in _all_small_words()[language])
    plain = len(set(theirs)) >= _SMALL_WORDS and len(theirs) >= _SHARE * len(words) and len(theirs) > 2 * ours
    return language if plain else ""


def _letters(words: Collection[str]) -> str:
    """Return "words in Cyrillic letters" or the like where most words are in letters that are not ours."""
    scripts = [name for word in words if (name := unicodedata.name(word[0], "").split(" ")[0]) != "LATIN"]
    if 2 * len(scripts) <= len(words):
        return ""
    most = max(scripts, key=scripts.count)
    return f"words in {'Chinese' if most == 'CJK' else most.capitalize()} letters"


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


def language_of_strange(words: Collection[str]) -> str:
    """Return the language of words that are not English, in small letters, by all its small words; else an empty one.

    Here those count that are English as well (Irish “an” and “is”).
    """
    found = {name: [word for word in words if word in small] for name, small in _all_small_words().items()}
    most = max(found, key=lambda name: (len(set(found[name])), len(found[name])))
    alone = sum(len(set(theirs)) == len(set(found[most])) for theirs in found.values()) == 1
    return most if alone and len(set(found[most])) >= _SMALL_WORDS else ""


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
