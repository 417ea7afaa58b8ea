"""Double names of one first half whose second halves sound alike: Ashworth-Lyle, Ashworth-Lisle."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from desk.checks.names.company import company
from desk.checks.names.group import StoryNames, Word
from desk.checks.names.letters import sounds, squashed
from desk.checks.names.lists import is_word, lists
from desk.checks.names.suspicion import Suspicion, spans
from desk.text.matcher import matcher

_DOUBLE = matcher(r"([^\W\d_]{3,})[-‐‑]([^\W\d_]{3,})")
_SILENT = matcher(r"(?<=[iy])s(?=l)")
"""The letter that nobody hears in isle, island and Carlisle."""


def second_halves_misspelt(story: StoryNames) -> Iterator[Suspicion]:
    """Yield each pair of double names that share the first half, and whose second halves sound alike.

    Words, places and peoples are none (North-East, Anglo-Irish), nor is who has another given name. The form that
    stands once departs from one that stands oftener. What one letter parts is told as any other word of a name is.
    """
    halves: dict[str, list[tuple[str, Word]]] = defaultdict(list)
    for word in story.words.values():
        found = _DOUBLE.fullmatch(word.text)
        if found and found[1][0].isupper() and found[2][0].isupper() and not _is_told(found[2]):
            halves[squashed(found[1])].append((squashed(found[2]), word))
    for alike in halves.values():
        for (one, first), (other, second) in combinations(alike, 2):
            if one != other and _sound_alike(one, other):
                keep, depart = (first, second) if first.count >= second.count else (second, first)
                if keep.firm and keep.count > depart.count == 1 and _given(story, depart) <= _given(story, keep):
                    why = "one first half, and two spellings of the second"
                    yield Suspicion("names.near-variant", keep.text, depart.text, spans(keep), spans(depart), why)


def _is_told(half: str) -> bool:
    return is_word(half.lower()) or squashed(half) in lists().places


def _sound_alike(one: str, other: str) -> bool:
    return sounds(_SILENT.sub("", one)) == sounds(_SILENT.sub("", other))


def _given(story: StoryNames, word: Word) -> frozenset[str]:
    return company(story, word).before
