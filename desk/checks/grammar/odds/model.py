"""The language model: how likely a word is behind two others, and how words sound; no other file knows its package.

It is the trigram model of US English of the CMU Sphinx project (BSD), 72,547 words and 3.7 million pairs and triples,
with its pronouncing dictionary, as the package pocketsphinx ships them. Files other than those that the weights were
fitted with are not used: the odds would mean something else.
"""

import hashlib
import logging
import math
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from desk.careful import careful_bytes, careful_text

_PACKAGE = "pocketsphinx"
_MODEL, _SOUNDS = "en-us.lm.bin", "cmudict-en-us.dict"
_DIGESTS = {
    _MODEL: "db21d0642286677699e6dbc859d2e5395570222361999387ce60f6e1d01995d6",
    _SOUNDS: "20b5c293e1f311fb375fe067e500ec5636f4fc7af5594967263696def9b23bfe",
}
VERSION = f"en-us.lm {_DIGESTS[_MODEL][:8]}"
_NATURAL = math.log(1.0001)
"""The model counts in powers of 1.0001."""
_UNKNOWN = -100_000_000
_MOST = 40_000_000
"""Bytes of one of the files; the model has 27 million."""
_log = logging.getLogger(__name__)


class LanguageModel(Protocol):
    """What weighs words; all words are in lower case, with a straight apostrophe."""

    def knows(self, word: str) -> bool:
        """Return whether the model has ever met the word."""
        ...

    def chance(self, word: str, before: str = "", earlier: str = "") -> float:
        """Return the natural logarithm of the word's probability behind `before`, and `earlier` before that."""
        ...

    def sounds_like(self, word: str) -> frozenset[str]:
        """Return the other words that are pronounced alike."""
        ...

    def __hash__(self) -> int: ...


class Trigrams:
    """The packaged model; about 70 MB with its dictionary, read when the first word is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def knows(self, word: str) -> bool:
        """Return whether the model has ever met the word."""
        return bool(self._model.prob([word]) > _UNKNOWN)

    def chance(self, word: str, before: str = "", earlier: str = "") -> float:
        """Return the natural logarithm of the word's probability behind the words before it."""
        words = [word, before, earlier] if earlier else [word, before] if before else [word]
        return float(self._model.prob(words)) * _NATURAL

    def sounds_like(self, word: str) -> frozenset[str]:
        """Return the other words that are pronounced alike."""
        by_word, by_sound = self._sounds
        return frozenset(other for sound in by_word.get(word, ()) for other in by_sound[sound]) - {word}

    @cached_property
    def _model(self) -> Any:
        from pocketsphinx import Config, LogMath, NGramModel  # type: ignore[import-untyped]  # it has no types

        return NGramModel(Config(), LogMath(), str(self._folder / _MODEL))

    @cached_property
    def _sounds(self) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
        """Return the sounds of each word that the model knows, and the words of each sound; about 0.3 s."""
        by_word, by_sound = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        for line in careful_text(self._folder / _SOUNDS, _MOST).splitlines():
            entry, _, sound = line.partition(" ")
            word = entry.partition("(")[0]  # a second pronunciation: read(2)
            if self.knows(word):
                by_word[word].append(sound)
                by_sound[sound].append(word)
        alike = {sound: tuple(words) for sound, words in by_sound.items() if len(words) > 1}
        known = {word: tuple(s for s in sounds if s in alike) for word, sounds in by_word.items()}
        return {word: sounds for word, sounds in known.items() if sounds}, alike


def model_folder() -> Path | None:
    """Return where the model lies, None where the package is missing; the package is not imported for it."""
    spec = find_spec(_PACKAGE)
    folder = Path(spec.origin).parent / "model" / "en-us" if spec and spec.origin else None
    return folder if folder and all((folder / name).is_file() for name in _DIGESTS) else None


@cache
def language_model() -> LanguageModel | None:
    """Return the model, None where it is missing or another one than the weights are for; read once, about 50 ms."""
    folder = model_folder()
    if folder is None:
        return None
    strange = [name for name, digest in _DIGESTS.items() if _digest(folder / name) != digest]
    if strange:
        _log.warning("the language model is not used: %s is not the file that its weights are for", strange[0])
        return None
    return Trigrams(folder)


def _digest(path: Path) -> str:
    return hashlib.sha256(careful_bytes(path, _MOST)).hexdigest()
