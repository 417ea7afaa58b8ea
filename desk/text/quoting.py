"""Whether some words quote a text: its names, its figures and its turns of phrase that no other text has."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from desk.text.matcher import matcher

_WORD = matcher(r"\w+")
_RUN = 3
"""Words in a row that quote a text; of fewer, names, figures and rarer words alone do."""
_RARE = 4
"""Letters from which on a word by itself quotes a text, where no text that stays has it."""
_BEGINS = matcher(r"[.!?…:“”\"‘«»(\[—–•]")
"""What may stand before a word that is written large because it comes first."""


def _never(_word: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What some texts have and those that stay have not: words, and runs of three words."""

    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]

    def quoted_by(self, said: str) -> bool:
        """Return whether these words quote one of the texts."""
        each = _folded(said)
        return not self.words.isdisjoint(each) or not self.runs.isdisjoint(_runs(each))


def own_words(going: Iterable[str], staying: Iterable[str], is_common: Callable[[str], bool] = _never) -> OwnWords:
    """Return what the first texts have alone; `is_common` says of a small word whether anybody may write it.

    Where none stays, words that are written small somewhere say nothing by themselves, and neither do common ones that
    are written large at the start of a sentence or in a headline alone: they may be of anybody's.
    """
    gone, left = list(going), [text for text in staying if _WORD.search(text)]
    known = [_folded(text) for text in left]
    stay = frozenset(word for each in known for word in each)
    as_written = [word for text in gone for word in _WORD.findall(text)]
    small = frozenset(word for word in as_written if word == word.casefold() and not word[0].isdigit())
    rare = frozenset(word.casefold() for word in as_written) if left else frozenset()
    large = frozenset(word.casefold() for word in as_written) - small
    within = frozenset(word.casefold() for text in gone for word in _within(text))
    names = frozenset(word for word in large if word in within or not is_common(word))
    words = frozenset(w for w in names if len(w) > 1) | frozenset(w for w in rare if len(w) >= _RARE)
    runs = frozenset(run for text in gone for run in _runs(_folded(text)))
    return OwnWords(words - stay, runs - frozenset(run for each in known for run in _runs(each)))


def _within(text: str) -> Iterator[str]:
    """Yield the words that begin no sentence, of lines of which more than half is written small."""
    for line in text.splitlines():
        found = list(_WORD.finditer(line))
        if 2 * sum(word[0] == word[0].casefold() for word in found) <= len(found):
            continue
        for before, word in pairwise(found):
            if not _BEGINS.search(line, before.end(), word.start()):
                yield word[0]


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
