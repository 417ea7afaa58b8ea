"""What the odds tell an editor: one slip a place, the likeliest change first, in words."""

import math
from collections.abc import Iterable, Iterator, Sequence

from desk.checks.check import Finding
from desk.checks.frequencies import frequency
from desk.checks.grammar.meanwhile import not_looked_for
from desk.checks.grammar.odds import counted_nouns, governed_prepositions, spaces, strange_words
from desk.checks.grammar.odds import weights as fitted
from desk.checks.grammar.odds.model import VERSION, LanguageModel, language_model, model_problem
from desk.checks.grammar.odds.neighbours import LOSSES, SlipWay
from desk.checks.grammar.odds.right_words import MISTYPED, is_right
from desk.checks.grammar.odds.weighing import Weighed, weighed
from desk.checks.grammar.reading import Reading, Slip
from desk.text.blocks import Block
from desk.text.spans import Span

_UNCHECKED = (
    "Unchecked: words that stand for others (“there” for “their”), and small words lost or too many. The language "
    "model is {problem}: install the application again, with pocketsphinx 5.1.1."
)
_KINDS = {
    SlipWay.COMMON: SlipWay.KEY,
    SlipWay.PLURAL: SlipWay.FORM,
    SlipWay.SINGULAR: SlipWay.FORM,
    SlipWay.LINK: SlipWay.LOST,
    SlipWay.ARTICLE: SlipWay.LOST,
}
"""Ways that are weighed by themselves, and what they are to an editor."""
RULES = {way: f"ODDS_{_KINDS.get(way, way).name}" for way in SlipWay}
_MOST = 3
"""Changes that are suggested at one place."""
_MOST_TOLD = 1000
"""Odds: beyond a thousand to one, figures say nothing more to a reader."""


def odds_key() -> str:
    """Return what the readings of the odds depend on; says so where there is no model."""
    return "no odds" if model_problem() else f"{VERSION} {fitted.VERSION}"


def slips(text: str) -> Iterator[Slip]:
    """Yield the slips of the text of a block of prose; nothing where the model is missing."""
    model = language_model()
    if model is not None:
        told = (*counted_nouns.slips(text, model), *governed_prepositions.slips(text, model))
        told = (*told, *beside(told, spaces.slips(text, model)))
        told = (*told, *beside(told, slips_of(text, model)))
        yield from (*told, *beside(told, strange_words.slips(text, model)))


def not_weighed(blocks: Iterable[Block]) -> Iterator[Finding]:
    """Yield the one finding that says so where a story has words to weigh and nothing to weigh them with."""
    problem = model_problem()
    return not_looked_for(blocks, _UNCHECKED.format(problem=problem) if problem else "", "language model")


def rest() -> None:
    """Give back what the model took for the reading of a story."""
    model = language_model() if language_model.cache_info().currsize else None
    if model is not None:
        model.rest()


def slips_of(text: str, model: LanguageModel) -> Iterator[Slip]:
    """Yield the slips of a text, no two on one word or on two that touch."""
    weighty = (one for one in weighed(text, model) if not is_right(one, text))
    told = ((_sum(one) + _rarity(one, text), one) for one in weighty)
    likely = sorted(((total, one) for total, one in told if total > 0), key=lambda pair: (-pair[0], pair[1].start))
    taken: list[Span] = []
    for _, one in likely:
        span = Span(one.start, one.end)
        if not any(span.start <= other.end + 1 and other.start <= span.end + 1 for other in taken):
            taken.append(span)
            yield _slip([other for _, other in likely if (other.start, other.end) == (one.start, one.end)], text)


def beside(heard: Sequence[Slip], found: Iterable[Slip]) -> Reading:
    """Return the slips that touch none of those heard already: two opinions on one word are one too many."""
    return tuple(slip for slip in found if not any(slip.start < h.end and h.start < slip.end for h in heard))


def _rarity(one: Weighed, text: str) -> float:
    """Return what speaks for a word that was mistyped, because books have the one meant far more often."""
    word = text[one.start : one.end].casefold()
    if one.way not in MISTYPED or one.new.removesuffix("s") == word.removesuffix("s"):
        return 0.0
    written = max(frequency(word), _RAREST)
    return _FAR_COMMONER if frequency(one.new) >= _TIMES * written else 0.0


_TIMES, _FAR_COMMONER = 10, 1.5
"""So many times as common, a sum that falls short by so much is told: of 1,275 words mistyped for others 431 instead of
325, of right ones in 75,000 words of 13 outlets none; in outlets that were not looked at before 520 of 1,388 instead of
382 and none but plurals, which are left out; in 148,000 words of pages one, a slip (“drag an drop”)."""
_RAREST = 0.02
"""Times in a million words that are taken for what the list of frequencies lacks."""


def _sum(one: Weighed) -> float:
    return fitted.weights()[one.way].sum(one.numbers)


def _slip(changes: Sequence[Weighed], text: str) -> Slip:
    first = changes[0]
    quote = text[first.start : first.end]
    suggestions = tuple(dict.fromkeys(_as_written(change, quote) for change in changes))[:_MOST]
    message = _message(first, quote, suggestions[0])
    return Slip(RULES[first.way], first.start, first.end, message, suggestions, "ODDS", "grammar")


def _as_written(change: Weighed, quote: str) -> str:
    """Return the words with the capital of those in their place; what a lost word stood before is kept as it is."""
    if change.way in LOSSES:
        return f"{change.new.partition(' ')[0]} {quote}"  # the model reads a figure as “twenty”, a name as another
    return change.new[:1].upper() + change.new[1:] if quote[:1].isupper() else change.new


def _message(change: Weighed, quote: str, meant: str) -> str:
    likely = f"{_times(change.gain)} as likely"
    if change.way is SlipWay.EXTRA:
        return f"“{quote}” seems to be a word too many: the sentence is {likely} without it."
    if change.way in LOSSES:
        return f"A word seems to be lost before “{quote}”: “{meant}” is {likely}."
    return f"Is “{meant}” meant? Among these words it is {likely} as “{quote}”."


def _times(gain: float) -> str:
    odds = math.exp(min(gain, math.log(_MOST_TOLD)))
    return "more than a thousand times" if odds >= _MOST_TOLD else f"about {float(f'{odds:.1g}'):.0f} times"
