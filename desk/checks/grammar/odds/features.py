"""What speaks for a change and against it, as numbers: how likely the words are with it and without."""

import math
from dataclasses import dataclass, field

from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.odds.neighbours import WordChange
from desk.checks.grammar.odds.sentences import WordRun, WordSort

_BEGIN, _END = "<s>", "</s>"
_NO_WORD = -5.0
"""Stands for the frequency of a word that is not there."""
FEATURES = (
    "gain", "own gain", "old frequency", "new frequency", "old to the left", "old to the right", "new to the left",
    "new to the right", "stand-ins", "comma before", "comma behind", "capitals", "at the head", "at the end",
    "old triple", "new triple", "gap", "old left in books", "old right in books", "new left in books",
    "new right in books", "gap in books",
)  # fmt: skip
"""The names of the numbers that `features` returns, in their order; frequencies and pairs in natural logarithms, those
of books in powers of two."""


@dataclass(frozen=True, slots=True)
class Odds:
    """The odds of the words of one run, by a model."""

    model: LanguageModel
    run: WordRun
    texts: tuple[str, ...]
    _as_they_are: dict[tuple[int, int], float] = field(default_factory=dict, compare=False)
    """The chance of the words of a place and behind it, asked for by each of its 40 changes."""

    @classmethod
    def of(cls, run: WordRun, model: LanguageModel) -> "Odds":
        """Return the odds of a run."""
        return cls(model, run, tuple(word.text for word in run.words))

    def pull(self, before: str, word: str) -> float:
        """Return how much likelier a word is behind another one than anywhere; 0 where either is missing."""
        return self.model.chance(word, before) - self.model.chance(word) if before and word else 0.0

    def at(self, place: int) -> str:
        """Return the word at a place of the run; the mark of the beginning before it, nothing behind its end."""
        if place < 0:
            return _BEGIN if place == -1 else ""
        return self.texts[place] if place < len(self.texts) else ""

    def gain(self, change: WordChange, least: float = -math.inf) -> float:
        """Return by how much the change makes the words likelier, as a natural logarithm; `-inf` below `least`."""
        left = self.texts[max(0, change.start - 2) : change.start]
        if change.start < 2:
            left = (_BEGIN, *left)
        right = self.texts[change.end : change.end + 2]
        if change.end + 2 > len(self.texts) and self.run.ends:
            right = (*right, _END)[:2]
        place = (change.start, change.end)
        if place not in self._as_they_are:
            now = (*left, *self.texts[change.start : change.end], *right)
            self._as_they_are[place] = self.model.chance_of(now, len(left))
        old = self._as_they_are[place]
        return self.model.chance_of((*left, *change.new, *right), len(left), old + least) - old


def features(odds: Odds, change: WordChange, gain: float) -> tuple[float, ...]:
    """Return what speaks for the change, in the order of `FEATURES`; `gain` is what `Odds.gain` says of it."""
    chance, pull, words, books = odds.model.chance, odds.pull, odds.run.words, odds.model.commonness
    before, earlier = odds.at(change.start - 1), odds.at(change.start - 2)
    old = odds.texts[change.start] if change.end > change.start else ""
    new = change.new[0] if change.new else ""
    after = odds.at(change.end)
    around = (*words[max(0, change.start - 2) : change.start], *words[change.end : change.end + 2])
    both = bool(old and new)
    return (
        gain,
        chance(new, before, earlier) - chance(old, before, earlier) if both else 0.0,
        chance(old) if old else _NO_WORD,
        chance(new) if new else _NO_WORD,
        pull(before, old),
        pull(old, after),
        pull(before, new),
        pull(new, after),
        float(sum(word.sort is WordSort.STAND_IN for word in around)),
        float(any(word.comma for word in words[max(0, change.start - 1) : change.start])),
        float(any(word.comma for word in words[change.start : change.end])),
        float(sum(word.sort is WordSort.CAPITAL for word in around)),
        float(change.start == 0),
        float(not after),
        chance(after, old, before) - chance(after) if old and after else 0.0,
        chance(after, new, before) - chance(after) if new and after else 0.0,
        0.0 if both else pull(before, after),
        books(before, old),
        books(old, after),
        books(before, new),
        books(new, after),
        0.0 if both else books(before, after),
    )
