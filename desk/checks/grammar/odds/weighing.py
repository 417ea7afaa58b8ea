"""Slips that are words too: which changes of a text are so likely that an editor should look."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.checks.grammar.odds.features import Odds, features
from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.odds.neighbours import (
    LOSSES,
    SlipWay,
    WordChange,
    exchanges,
    exchanges_at_home,
    losses,
    stands_by_itself,
)
from desk.checks.grammar.odds.sentences import WordRun, runs
from desk.text.kept import kept_by_sentence

LEAST_GAIN = 1.5
"""Natural logarithm: changes that gain less were not fitted on, and none of them is ever told."""
_AT_HOME = 0.0
"""A word that its neighbours pull this hard on either side is in its place; of planted slips 4 in 100 were.
Prepositions and nouns behind a number are weighed there too."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One change of a block's text that was weighed: `[start, end)` are code points of the words it is about."""

    way: SlipWay
    start: int
    end: int
    new: str
    gain: float
    numbers: tuple[float, ...]


def weighed(text: str, model: LanguageModel) -> Iterator[Weighed]:
    """Yield every change of the text that makes its words likelier, with what speaks for it."""
    for run in runs(text, model):
        start, last = run.words[0].start, run.words[-1]
        for one in _weighed_of(text[start : last.end], run.ends, last.comma, model):
            yield Weighed(one.way, one.start + start, one.end + start, one.new, one.gain, one.numbers)


@kept_by_sentence
def _weighed_of(words: str, ends: bool, comma: bool, model: LanguageModel) -> tuple[Weighed, ...]:
    """Return the changes of the words of one run, of which only the marks behind the last word are not among them."""
    return tuple(one for run in runs(words, model) for one in _of_run(_with_marks(run, ends, comma), model))


def _with_marks(run: WordRun, ends: bool, comma: bool) -> WordRun:
    return WordRun((*run.words[:-1], replace(run.words[-1], comma=comma)), ends)


def _of_run(run: WordRun, model: LanguageModel) -> Iterator[Weighed]:
    odds = Odds.of(run, model)
    for at, word in enumerate(run.words):
        for change in _changes(odds, at):
            gain = odds.gain(change, LEAST_GAIN)
            if gain > LEAST_GAIN:
                new = " ".join((*change.new, word.text) if change.way in LOSSES else change.new)
                yield Weighed(change.way, word.start, word.end, new, gain, features(odds, change, gain))


def _changes(odds: Odds, at: int) -> Iterator[WordChange]:
    words, before, word, after = odds.run.words, odds.at(at - 1), odds.texts[at], odds.at(at + 1)
    parted = odds.pull(before, word)
    if any(part.joined for part in words[at : at + 2]):
        return
    if at and parted < _AT_HOME and not stands_by_itself(word):
        yield from losses(at)
    if min(parted, odds.pull(word, after)) < _AT_HOME:
        yield from exchanges(words, at, odds.model)
    else:
        yield from exchanges_at_home(words, at, odds.model)
