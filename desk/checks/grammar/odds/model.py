"""The language model: how likely a word is behind two others, and how words sound; no other file knows its package.

It is the trigram model of US English of the CMU Sphinx project (BSD), 72,547 words and 3.7 million pairs and triples,
with its pronouncing dictionary, as the package pocketsphinx ships them; beside it stand the pairs of words of the
package symspellpy. Files other than those that the weights were fitted with are not used: the odds would mean
something else.
"""

import hashlib
import logging
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from desk.careful import careful_file
from desk.checks.grammar.odds.sounds import AlikeSounds
from desk.checks.grammar.odds.trie import WordTriples
from desk.checks.grammar.odds.word_pairs import PairCounts

_PACKAGE, _PAIRS_PACKAGE = "pocketsphinx", "symspellpy"
_MODEL, _SOUNDS = "en-us.lm.bin", "cmudict-en-us.dict"
_PAIRS = "frequency_bigramdictionary_en_243_342.txt"
_DIGESTS = {
    _MODEL: "db21d0642286677699e6dbc859d2e5395570222361999387ce60f6e1d01995d6",
    _SOUNDS: "20b5c293e1f311fb375fe067e500ec5636f4fc7af5594967263696def9b23bfe",
    _PAIRS: "fd892a160184101dd7ae807ac5a302d01fcea1c47304181a8ed7ed9c94545bcd",
}
_SIZES = {_MODEL: 27_114_385, _SOUNDS: 3_275_645, _PAIRS: 5_137_213}
"""Bytes: what another program cut short is seen without reading it."""
MISSING, DAMAGED = "missing", "damaged"
VERSION = f"en-us.lm {_DIGESTS[_MODEL][:8]} pairs {_DIGESTS[_PAIRS][:8]}"
_NATURAL = math.log(1.0001)
"""The model counts in powers of 1.0001."""
_MOST = 40_000_000
"""Bytes of one of the files; the model has 27 million."""
_ROUNDING = 1.0
"""More than a sum of so few numbers is ever off."""
_log = logging.getLogger(__name__)


class LanguageModel(Protocol):
    """What weighs words; all words are in lower case, with a straight apostrophe."""

    def knows(self, word: str) -> bool:
        """Return whether the model has ever met the word."""
        ...

    def chance(self, word: str, before: str = "", earlier: str = "") -> float:
        """Return the natural logarithm of the word's probability behind `before`, and `earlier` before that."""
        ...

    def known(self, words: Iterable[str]) -> Iterable[str]:
        """Return those of the words that the model has met."""
        ...

    def chance_of(self, row: Sequence[str], start: int, least: float = -math.inf) -> float:
        """Return the natural logarithm of the probability of `row[start:]`, all known, behind the words before them.

        It may be `-inf` where it is below `least`, which is found sooner.
        """
        ...

    def sounds_like(self, word: str) -> frozenset[str]:
        """Return the other words that are pronounced alike."""
        ...

    def commonness(self, first: str, second: str) -> float:
        """Return by what power of two the two words stand together more often than rare pairs; 0 for such pairs."""
        ...

    def rest(self) -> None:
        """Give back what can be read again."""
        ...

    def __hash__(self) -> int: ...


class Trigrams:
    """The packaged model, read where it lies; 7 to 12 MB of this process, taken when the first word is asked for."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files

    def knows(self, word: str) -> bool:
        """Return whether the model has ever met the word."""
        return self._triples.words.place(word) >= 0

    def known(self, words: Iterable[str]) -> Iterable[str]:
        """Return those of the words that the model has met."""
        return self._triples.words.known(words)

    def chance(self, word: str, before: str = "", earlier: str = "") -> float:
        """Return the natural logarithm of the word's probability behind the words before it."""
        return self._triples.score(word, before, earlier) * _NATURAL

    def chance_of(self, row: Sequence[str], start: int, least: float = -math.inf) -> float:
        """Return the natural logarithm of the probability of `row[start:]`, all known, behind the words before them."""
        scores = self._triples.scores(row, start, least / _NATURAL - _ROUNDING)
        return -math.inf if scores is None else sum(score * _NATURAL for score in scores)

    def sounds_like(self, word: str) -> frozenset[str]:
        """Return the other words that are pronounced alike."""
        return self._sounds.others(word)

    def commonness(self, first: str, second: str) -> float:
        """Return by what power of two the two words stand together more often than rare pairs; 0 for such pairs."""
        return self._pairs.commonness(first, second)

    def rest(self) -> None:
        """Give back the pages of the file, up to 20 MB, which the system keeps anyway while it has room."""
        if "_triples" in self.__dict__:
            self._triples.let_go()

    @cached_property
    def _triples(self) -> WordTriples:
        """Return the mapped file; about 30 ms."""
        return WordTriples(self._files[_MODEL], _MOST)

    @cached_property
    def _sounds(self) -> AlikeSounds:
        """Return the sounds of the words that the model knows; about 0.2 s."""
        with careful_file(self._files[_SOUNDS], _MOST) as lines:
            return AlikeSounds(lines, self._triples.words)

    @cached_property
    def _pairs(self) -> PairCounts:
        """Return the pairs of books whose words the model knows; about 0.4 s."""
        with careful_file(self._files[_PAIRS], _MOST) as lines:
            return PairCounts(lines, self._triples.words)


def model_folder() -> Path | None:
    """Return where the model lies, None where the package is missing; the package is not imported for it."""
    package = _package(_PACKAGE)
    folder = package / "model" / "en-us" if package else None
    return folder if folder and all((folder / name).is_file() for name in (_MODEL, _SOUNDS)) else None


def _package(name: str) -> Path | None:
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _files() -> Mapping[str, Path] | None:
    """Return where the files lie, None where a package is missing."""
    folder, pairs = model_folder(), _package(_PAIRS_PACKAGE)
    if folder is None or pairs is None or not (pairs / _PAIRS).is_file():
        return None
    return {_MODEL: folder / _MODEL, _SOUNDS: folder / _SOUNDS, _PAIRS: pairs / _PAIRS}


@cache
def language_model() -> LanguageModel | None:
    """Return the model, None where it is missing or another one than the weights are for; read once, about 50 ms."""
    files = _files()
    if files is None:
        return None
    for name, digest in _DIGESTS.items():
        try:
            strange = _digest(files[name]) != digest
        except OSError as error:
            _log.warning("the language model is not used: %s cannot be read: %s", name, error)
            return None
        if strange:
            _log.warning("the language model is not used: %s is not the file that its weights are for", name)
            return None
    return Trigrams(files)


def model_problem() -> str:
    """Return `MISSING` or `DAMAGED` where there is no model to weigh with, as far as is known; else an empty text.

    What was changed within a file is known once `language_model` has read it.
    """
    files = _files()
    if files is None:
        return MISSING
    refused = language_model.cache_info().currsize and language_model() is None
    return DAMAGED if refused or any(_size(files[name]) != size for name, size in _SIZES.items()) else ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _digest(path: Path) -> str:
    with careful_file(path, _MOST) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
