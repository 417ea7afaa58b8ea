"""What a look-up gives back: the meanings of a word, each with the words that could stand in its place."""

from dataclasses import dataclass
from enum import StrEnum


class PartOfSpeech(StrEnum):
    """Parts of speech, as they are shown, in the order of the dictionary."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"


class Nearness(StrEnum):
    """How a word stands to the one that was looked up."""

    SAME = "same"
    LIKE = "like"
    """An adjective that means nearly this."""
    WIDER = "wider"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class Related:
    """A word in the place of another one."""

    word: str
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of `word`, which is the base form of what was looked up."""

    word: str
    part: PartOfSpeech
    definition: str
    examples: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    """The nearest first, each word once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """All meanings of what was looked up; none where the dictionary does not have it."""

    asked: str
    meanings: tuple[Meaning, ...] = ()
