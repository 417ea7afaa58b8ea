"""Whether some words quote a text: its names, its figures and its turns of phrase that no other text has."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_RUN = 3
"""Words in a row that quote a text; of fewer, names, figures and rarer words alone do."""
_RARE = 4
"""Letters from which on a word by itself quotes a text, where no text that stays has it."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What some texts have and those that stay have not: words, and runs of three words."""

    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]

    def quoted_by(self, said: str) -> bool:
        """Return whether these words quote one of the texts."""
        each = _folded(said)
        return not self.words.isdisjoint(each) or not self.runs.isdisjoint(_runs(each))


def own_words(going: Iterable[str], staying: Iterable[str]) -> OwnWords:
    """Return what the first texts have alone.

    Where none stays, words that are written small somewhere say nothing by themselves: they may be of anybody's.
    """
    gone, left = list(going), list(staying)
    known = [_folded(text) for text in left]
    stay = frozenset(word for each in known for word in each)
    as_written = [word for text in gone for word in _WORD.findall(text)]
    small = frozenset(word for word in as_written if word == word.casefold() and not word[0].isdigit())
    rare = frozenset(word.casefold() for word in as_written) if left else frozenset()
    names = frozenset(word.casefold() for word in as_written) - small
    words = frozenset(w for w in names if len(w) > 1) | frozenset(w for w in rare if len(w) >= _RARE)
    runs = frozenset(run for text in gone for run in _runs(_folded(text)))
    return OwnWords(words - stay, runs - frozenset(run for each in known for run in _runs(each)))


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
