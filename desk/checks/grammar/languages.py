"""Passages in another language: what is not English is not bad English, and is said to be unchecked."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from desk.checks.grammar.reading import Slip
from desk.checks.grammar.speech import quoted
from desk.checks.grammar.story_words import WORD
from desk.checks.names.lists import is_function_word, is_word
from desk.paths import resources_dir

RULE = "OTHER_LANGUAGE"
_FEWEST = 4
"""Words: of fewer, nobody can say what language they are."""
_SMALL_WORDS = 2
"""Different small words of the language: one may be part of a name (Rue de la Paix)."""
_SHARE = 0.25
"""Of the words: in running text every second word is a small one, in names every fourth at most."""


def unchecked_passages(text: str) -> tuple[Slip, ...]:
    """Return a note on each passage of a block that is in another language: the whole block, else its quotations."""
    whole = _note(text, 0, len(text), "paragraph")
    return (whole,) if whole else tuple(_of_quotations(text))


def _of_quotations(text: str) -> Iterator[Slip]:
    for start, end in quoted(text):
        if note := _note(text, start, end, "quotation"):
            yield note


def _note(text: str, start: int, end: int, what: str) -> Slip | None:
    language = language_of(text[start:end])
    if not language:
        return None
    message = f"Unchecked: {language}. This {what} is not in English; let somebody read it who knows the language."
    return Slip(RULE, start, end, message, (), "", "other")


def language_of(text: str) -> str:
    """Return the language of a text by its English name where it is plainly not English; else an empty one."""
    words = WORD.findall(text)
    if len(words) < _FEWEST:
        return ""
    lowered = [word.casefold() for word in words if not (word[0].isupper() and word != words[0])]
    found = {name: [word for word in lowered if word in small] for name, small in _small_words().items()}
    language = max(found, key=lambda name: len(found[name]))
    theirs = found[language]
    ours = sum(is_function_word(word) for word in lowered if word not in theirs)
    plain = len(set(theirs)) >= _SMALL_WORDS and len(theirs) >= _SHARE * len(words) and len(theirs) > 2 * ours
    return language if plain else ""


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    """Return the small words of each language, those that are English as well left out."""
    table = tomllib.loads((resources_dir() / "grammar" / "languages.toml").read_text("utf-8"))["words"]
    return {
        name: frozenset(word for word in words.split() if not is_function_word(word) and not is_word(word))
        for name, words in table.items()
    }
