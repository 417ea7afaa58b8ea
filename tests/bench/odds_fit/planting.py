"""Plants slips in stories that have none: for each way of slipping, what a writer meant and what stands there then."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from desk.checks.grammar.odds.features import Odds, features
from desk.checks.grammar.odds.model import LanguageModel
from desk.checks.grammar.odds.neighbours import LOSSES, SlipWay, WordChange, exchanges, losses, slipping_prepositions
from desk.checks.grammar.odds.sentences import RunWord, WordRun, WordSort, runs
from desk.checks.grammar.odds.weighing import LEAST_GAIN

FEWEST = 5
"""Words of a run that slips are planted in."""
TRIES = {
    SlipWay.SOUND: 1,
    SlipWay.KEY: 1,
    SlipWay.COMMON: 2,
    SlipWay.FORM: 2,
    SlipWay.PLURAL: 1,
    SlipWay.SINGULAR: 3,
    SlipWay.PREPOSITION: 2,
    SlipWay.EXTRA: 2,
    SlipWay.LOST: 1,
    SlipWay.LINK: 2,
    SlipWay.ARTICLE: 1,
}
"""Slips of each way in one run."""
TRIES_CONFUSED = {SlipWay.CONFUSED: 3}
"""Planted apart: their chance moves nothing of what the other ways are fitted to."""
USED = -14.0
"""Natural logarithm of a frequency: a rarer word is not what slips into a text."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What speaks for mending one planted slip."""

    way: SlipWay
    words: tuple[str, ...]
    """What stands there, and what was meant."""
    numbers: tuple[float, ...]


def planted(text: str, model: LanguageModel, random: Random, ways: Mapping[SlipWay, int] = TRIES) -> Iterator[Planted]:
    """Yield the slips planted in a text that the weights may see, each alone in its run."""
    for run in runs(text, model):
        if len(run.words) < FEWEST:
            continue
        for way, tries in ways.items():
            for _ in range(tries):
                found = _one(run, way, model, random)
                if found is not None:
                    yield found


def _one(run: WordRun, way: SlipWay, model: LanguageModel, random: Random) -> Planted | None:
    slipped = _slipped(run, way, model, random)
    if slipped is None:
        return None
    words, change = slipped
    odds = Odds.of(replace(run, words=words), model)
    gain = odds.gain(change)
    stands = (*odds.texts[change.start : change.end], *change.new)
    return Planted(change.way, stands, features(odds, change, gain)) if gain > LEAST_GAIN else None


def _slipped(
    run: WordRun, way: SlipWay, model: LanguageModel, random: Random
) -> tuple[tuple[RunWord, ...], WordChange] | None:
    words = run.words
    small = [change.new[0] for change in losses(1) if way is SlipWay.EXTRA or change.way is way]
    if way is SlipWay.EXTRA:
        at = random.randrange(1, len(words))
        more = replace(words[at], text=random.choice(small), sort=WordSort.WORD, comma=False)
        return (*words[:at], more, *words[at:]), WordChange(way, at, at + 1, ())
    if way in LOSSES:
        places = [at for at in range(1, len(words) - 1) if words[at].text in small]
        if not places:
            return None
        at = random.choice(places)
        return (*words[:at], *words[at + 1 :]), WordChange(way, at, at, (words[at].text,))
    return _exchanged(words, way, model, random)


def _exchanged(
    words: Sequence[RunWord], way: SlipWay, model: LanguageModel, random: Random
) -> tuple[tuple[RunWord, ...], WordChange] | None:
    for at in random.sample(range(len(words)), len(words)):
        others = _others(words, at, way, model) if _is_free(words, at) else []
        if others:
            slipped = (*words[:at], replace(words[at], text=random.choice(others)), *words[at + 1 :])
            back = [change for change in exchanges(slipped, at, model) if change.new == (words[at].text,)]
            return (slipped, _likest(back, way)) if back else None
    return None


def _is_free(words: Sequence[RunWord], at: int) -> bool:
    """Return whether a word is weighed: it is no name, no figure and no part of a compound."""
    return words[at].sort is WordSort.WORD and not any(word.joined for word in words[at : at + 2])


def _likest(back: Sequence[WordChange], way: SlipWay) -> WordChange:
    """Return the change that mends the slip, of its own way where there is one."""
    return next((change for change in back if change.way is way), back[0])


def _others(words: Sequence[RunWord], at: int, way: SlipWay, model: LanguageModel) -> list[str]:
    found = (change.new[0] for change in exchanges(words, at, model) if change.way is way)
    slipping = way is SlipWay.PREPOSITION
    return [word for word in found if model.chance(word) > USED and (not slipping or word in slipping_prepositions())]
