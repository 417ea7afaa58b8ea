"""Reads WordNet's own files (wndb(5WN)) out of the jar they come in; nothing is kept in memory between two look-ups.

A look-up unpacks up to 28 MB, which takes 0.1 to 0.2 s, and lets go of them; kept, they would be a sixth of what the
whole application may have.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from typing import IO

from desk.thesaurus.base_forms import base_forms, key_of
from desk.thesaurus.entry import Entry, Meaning, Nearness, PartOfSpeech, Related

_FILES = {
    PartOfSpeech.NOUN: "noun",
    PartOfSpeech.VERB: "verb",
    PartOfSpeech.ADJECTIVE: "adj",
    PartOfSpeech.ADVERB: "adv",
}
_NEAR = {"&": Nearness.LIKE, "@": Nearness.WIDER, "@i": Nearness.WIDER, "!": Nearness.OPPOSITE}
"""Pointers of WordNet whose words can stand in a word's place, or are its opposite."""
_SIDES = {"n": PartOfSpeech.NOUN, "v": PartOfSpeech.VERB, "a": PartOfSpeech.ADJECTIVE, "r": PartOfSpeech.ADVERB}
_MOST_OF_A_KIND = 24
"""Words that stand to a meaning in one way: WordNet has sixty that are like “big”."""
_MARKER = re.compile(r"\((?:a|p|ip)\)$")
_EXAMPLE = re.compile(r'"([^"]+)"')
_DEFINITION = re.compile(r'^(.*?)(?:;\s*(?="|$)|$)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Pointer:
    nearness: Nearness
    offset: int
    part: PartOfSpeech
    own: int
    """Which word of the set has it, from 1; 0 for all of them."""
    other: int
    """Which word of the other set is meant, from 1; 0 for all of them."""


@dataclass(frozen=True, slots=True)
class _Set:
    """Words of one meaning."""

    words: tuple[str, ...]
    pointers: tuple[_Pointer, ...]
    gloss: str


class WordNet:
    """The dictionary in one open jar."""

    def __init__(self, jar: IO[bytes]) -> None:
        """Raises `zipfile.BadZipFile`; a file that is missing there raises `KeyError` later."""
        self._archive = zipfile.ZipFile(jar)
        self._data: dict[PartOfSpeech, bytes] = {}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {PurePosixPath(name).name: name for name in self._archive.namelist()}

    def _read(self, name: str) -> bytes:
        return self._archive.read(self._names[name])

    def look_up(self, words: str) -> Entry:
        """Return the meanings of a word or a set phrase, in any of its forms; those used most come first."""
        key = key_of(words)
        found = [meaning for part in PartOfSpeech for meaning in self._of_part(key, part)] if key else []
        return Entry(words, tuple(found))

    def _of_part(self, key: str, part: PartOfSpeech) -> Iterator[Meaning]:
        index, seen = self._read(f"index.{_FILES[part]}"), set[int]()
        for form in dict.fromkeys(base_forms(key, part, self._exceptions(part))):
            for offset in _offsets(index, form):
                if offset not in seen:
                    seen.add(offset)
                    yield self._meaning(form, part, offset)

    def _exceptions(self, part: PartOfSpeech) -> dict[str, tuple[str, ...]]:
        lines = self._read(f"{_FILES[part]}.exc").decode("ascii", "replace").splitlines()
        return {form: tuple(bases) for form, *bases in map(str.split, filter(None, lines))}

    def _meaning(self, form: str, part: PartOfSpeech, offset: int) -> Meaning:
        one = self._set(part, offset)
        definition, examples = _told(one.gloss)
        own = next((nth for nth, word in enumerate(one.words, 1) if word.casefold() == form.replace("_", " ")), 0)
        word = one.words[own - 1] if own else form.replace("_", " ")
        related = _once(self._related(one, own), word)
        return Meaning(word, part, definition, examples, tuple(related))

    def _related(self, one: _Set, own: int) -> Iterator[Related]:
        yield from (Related(word, Nearness.SAME) for word in one.words)
        for nearness in (Nearness.LIKE, Nearness.WIDER, Nearness.OPPOSITE):
            words = self._pointed_at(one, own, nearness)
            yield from (Related(word, nearness) for word in islice(words, _MOST_OF_A_KIND))

    def _pointed_at(self, one: _Set, own: int, nearness: Nearness) -> Iterator[str]:
        for pointer in one.pointers:
            if pointer.nearness is nearness and pointer.own in (0, own):
                other = self._set(pointer.part, pointer.offset).words
                yield from other[pointer.other - 1 : pointer.other] if pointer.other else other

    def _set(self, part: PartOfSpeech, offset: int) -> _Set:
        if part not in self._data:
            self._data[part] = self._read(f"data.{_FILES[part]}")
        data = self._data[part]
        return _parsed(data[offset : data.index(b"\n", offset)].decode("utf-8", "replace"))


def _offsets(index: bytes, form: str) -> list[int]:
    """Return where the meanings of a form stand, the most usual first; none where it is not listed."""
    at = index.find(f"\n{form} ".encode())
    if at < 0:
        return []
    fields = index[at + 1 : index.index(b"\n", at + 1)].split()
    return [int(field) for field in fields[-int(fields[2]) :]]


def _parsed(line: str) -> _Set:
    head, _, gloss = line.partition(" | ")
    fields = head.split()
    count = int(fields[3], 16)
    words = tuple(_MARKER.sub("", word).replace("_", " ") for word in fields[4 : 4 + 2 * count : 2])
    at = 5 + 2 * count
    pointers = (fields[at + 4 * nth : at + 4 * nth + 4] for nth in range(int(fields[at - 1])))
    near = tuple(_pointer(*pointer) for pointer in pointers if pointer[0] in _NEAR)
    return _Set(words, near, gloss.strip())


def _pointer(symbol: str, offset: str, side: str, ends: str) -> _Pointer:
    return _Pointer(_NEAR[symbol], int(offset), _SIDES[side], int(ends[:2], 16), int(ends[2:], 16))


def _told(gloss: str) -> tuple[str, tuple[str, ...]]:
    """Return the definition and the examples of a gloss."""
    found = _DEFINITION.match(gloss)
    definition = found[1].strip() if found else gloss
    rest = gloss[len(definition) :]
    return definition, tuple(example.strip() for example in _EXAMPLE.findall(rest))


def _once(related: Iterable[Related], own: str) -> Iterator[Related]:
    """Yield each word the first time it comes, without the word itself."""
    seen = {own.casefold()}
    for one in related:
        if one.word.casefold() not in seen:
            seen.add(one.word.casefold())
            yield one
