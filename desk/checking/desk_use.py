"""What several approved texts of a desk speak for: words and names.

A slip that went through must not teach itself. So a word or name counts once three texts have it that were approved on
three days, and that two people approved or two people wrote last; what was let pass in one story alone never does.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk.checks.house import DeskUse
from desk.text.plain import named, words

MOST_TEXTS = 500
"""Approved texts that are learned from: those of the stories that were changed last."""
_STORIES = _DAYS = 3
_PEOPLE = 2
_PART = re.compile(r"\w+")

TextUse = Mapping[str, Collection[str]]
"""What one text writes, as JSON can hold it: its `words` that no list of ours has, and its `names`."""


def text_use_of(plain: Any) -> TextUse:
    """Return what a text writes from plain values; raises `TypeError` or `LookupError` where they are none."""
    return {kind: words(named(plain)[kind]) for kind in ("words", "names")}


@dataclass(frozen=True, slots=True)
class Approved:
    """One approved text: what it is known by, when it was approved, and through whose hands it went."""

    story: str
    sha256: str
    day: date
    approver: str
    """The id of who approved it; empty where nobody knows."""
    writers: frozenset[str] = frozenset()
    """The ids of those who saved the text that was approved."""


def spoken_for(approved: Sequence[Approved], known: Mapping[str, TextUse]) -> DeskUse:
    """Return the words and names that enough approved texts speak for; `known` has what they write, by digest.

    20 ms for 500 texts of 600 words.
    """
    read = [one for one in approved if one.sha256 in known]
    return DeskUse(*(_counted(_texts_with(read, known, kind)) for kind in ("words", "names")))


def standing_in(texts: Iterable[tuple[str, str]], known: Mapping[str, TextUse], told: DeskUse) -> dict[str, TextUse]:
    """Return, by digest, what of `told` the texts have indeed, whoever wrote the readings that say so.

    `texts` are by their digests. 15 ms for 500 texts of 600 words.
    """
    return {digest: _standing(text, known[digest], told) for digest, text in texts}


def _standing(text: str, use: TextUse, told: DeskUse) -> TextUse:
    small = text.casefold()
    return {
        kind: [
            word for word in use[kind] if word in of and all(part in small for part in _PART.findall(word.casefold()))
        ]
        for kind, of in (("words", told.words), ("names", told.names))
    }


def _texts_with(read: Iterable[Approved], known: Mapping[str, TextUse], kind: str) -> dict[str, list[Approved]]:
    found: dict[str, list[Approved]] = {}
    for one in read:
        for word in known[one.sha256][kind]:
            if word in found:
                found[word].append(one)
            else:
                found[word] = [one]
    return found


def _counted(found: Mapping[str, Sequence[Approved]]) -> dict[str, int]:
    enough = ((word, texts) for word, texts in found.items() if len(texts) >= _STORIES and _speak(texts))
    return {word: len({one.sha256 for one in texts}) for word, texts in enough}


def _speak(texts: Sequence[Approved]) -> bool:
    """Return whether texts that have a word are different ones, of different days and people."""
    if len({one.day for one in texts}) < _DAYS or len({one.sha256 for one in texts}) < _STORIES:
        return False
    approvers = {one.approver for one in texts} - {""}
    return len(approvers) >= _PEOPLE or len({who for one in texts for who in one.writers} - {""}) >= _PEOPLE
