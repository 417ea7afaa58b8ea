"""What the odds tell an editor: one slip a place, the likeliest change first, in words."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from desk.checks.check import Finding
from desk.checks.frequencies import frequency
from desk.checks.grammar.meanwhile import not_looked_for
from desk.checks.grammar.odds import counted_nouns, governed_prepositions, spaces, strange_words
from desk.checks.grammar.odds import weights as fitted
from desk.checks.grammar.odds.model import VERSION, LanguageModel, language_model, model_problem
from desk.checks.grammar.odds.neighbours import LOSSES, SlipWay
from desk.checks.grammar.odds.weighing import Weighed, weighed
from desk.checks.grammar.reading import Reading, Slip
from desk.checks.names.lists import is_function_word
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
    weighty = (one for one in weighed(text, model) if not any(is_right(one, text) for is_right in _RIGHT))
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


def _opens_a_clause(one: Weighed, text: str) -> bool:
    """Return whether “of” would part one thing from what is said of it: a plan is one the board has backed."""
    behind_one = one.new.startswith("of ") and text[: one.start].endswith(("one ", "One "))
    return behind_one and _BEST.match(text, one.end) is None


_BEST = re.compile(r" (?:most|\w+est)\b")
"""Of one the oldest boats an “of” was lost."""


def _is_rare_alone(one: Weighed, text: str) -> bool:
    """Return whether a word is less likely than one that sounds like it for little more than being rarer: quay, key."""
    word = text[one.start : one.end]
    if one.way is not SlipWay.SOUND or not (word + one.new).isalpha() or is_function_word(one.new):
        return False
    written, meant = frequency(word), frequency(one.new)
    return written > 0 and meant > 0 and one.gain - math.log(meant / written) < _BEYOND_RARITY


_BEYOND_RARITY = 5.0
"""Natural logarithm: what the words around must add. Of ten planted slips of sound each had 5.1, “the quay” 4.7."""


def _rarity(one: Weighed, text: str) -> float:
    """Return what speaks for a word that was mistyped, because books have the one meant far more often."""
    word = text[one.start : one.end].casefold()
    if one.way not in _MISTYPED or one.new.removesuffix("s") == word.removesuffix("s"):
        return 0.0
    written = max(frequency(word), _RAREST)
    return _FAR_COMMONER if frequency(one.new) >= _TIMES * written else 0.0


def _has_an_object(one: Weighed, text: str) -> bool:
    """Return whether a verb did something to somebody, so that no “was” is lost before it: jailed them."""
    return one.new.startswith(_PASSIVE) and _OBJECT.match(text, one.end) is not None


_PASSIVE = ("was ", "were ", "is ", "are ", "been ", "be ", "being ")
_OBJECT = re.compile(r" (?:him|them|me|us|himself|herself|itself|themselves)\b")


def _tells_who(one: Weighed, text: str) -> bool:
    """Return whether “who” has its verb behind a phrase: a horse who for nine years pulled a cart."""
    return one.way is SlipWay.EXTRA and text[one.start : one.end] in _WHO and _PHRASE.match(text, one.end) is not None


_WHO = frozenset({"who", "which"})
_PHRASE = re.compile(r",? (?:for|in|on|at|by|after|before|during|from|with|until|since|through|over|under|within) \w")


def _tells_how_far(one: Weighed, text: str) -> bool:
    """Return whether a small word measures a lead: in front by ten points, a point off Hearts."""
    word = text[one.start : one.end]
    if word == "by":
        return one.way is SlipWay.PREPOSITION and _HOW_FAR.match(text, one.end) is not None
    return word == "off" and _LEAD.search(text, max(0, one.start - _REACH), one.start) is not None


_NUMBER = r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
_HOW_FAR = re.compile(rf" {_NUMBER} [a-z]")
_LEAD = re.compile(
    rf"\b{_NUMBER} (?:points?|goals?|wins?|games?|seconds?|minutes?|strokes?|shots?|lengths?|metres?|miles?) $"
)
_REACH = 40
"""Code points before “off” in which its measure stands."""


def _is_measured(one: Weighed, text: str) -> bool:
    """Return whether a measure says how far ahead or back, which no preposition introduces: looking a decade ahead."""
    return one.way in LOSSES and _MEASURE.match(text, one.start) is not None


_MEASURE = re.compile(
    rf"{_NUMBER} (?:full |long |whole )?[a-z]+ (?:ahead|later|earlier|before|ago|back|away|behind|beyond|apart)\b"
)


def _was_then(one: Weighed, text: str) -> bool:
    """Return whether “then” tells what somebody was at the time: then prime minister and a name."""
    return text[one.start : one.end] == "then" and one.way in _MISTYPED and _TITLE.match(text, one.end) is not None


_TITLE = re.compile(r"(?: [a-z][a-z-]+){1,4} [A-Z][a-z]")


def _is_asked_of(one: Weighed, text: str) -> bool:
    """Return whether “what” or “whom” is what something is done to: what it deemed to be, no idea whom to listen to."""
    if text[one.start : one.end] == "whom":
        return one.new == "who" and text.startswith(" to ", one.end)
    return one.new.startswith(_PASSIVE) and _WHAT.search(text, max(0, one.start - _REACH), one.start) is not None


_WHAT = re.compile(r"\bwhat (?:[\w’'-]+ ){1,3}$")


def _is_helped(one: Weighed, text: str) -> bool:
    """Return whether somebody is helped do something, for which nobody needs a “to”: helping them rethink."""
    return one.new.startswith("to ") and _HELP.search(text, max(0, one.start - _REACH), one.start) is not None


_HELP = re.compile(r"\b(?:help(?:s|ed|ing)?) (?:[\w’'-]+ ){1,2}$")


def _follows_its_object(one: Weighed, text: str) -> bool:
    """Return whether what seems lost stands behind what is done something to: coupled a narrative with documents."""
    word = one.new.partition(" ")[0]
    return (
        one.way in LOSSES
        and word in _PAIRING
        and re.match(rf"[\w’'-]+ (?:[\w’'-]+ ){{1,4}}{word} ", text[one.start :]) is not None
    )


_PAIRING = frozenset({"with", "from", "into"})


def _asks(one: Weighed, text: str) -> bool:
    """Return whether a question begins with its auxiliary, behind which no “have” is lost: “Should some be kept?”."""
    return one.way in LOSSES and _QUESTION.search(text, max(0, one.start - _REACH), one.start) is not None


_QUESTION = re.compile(r"(?:^|[.!?:] [\"“]?)(?:Should|Would|Could|Can|Will|May|Might|Must|Do|Does|Did) $")


def _leads_to_a_verb(one: Weighed, text: str) -> bool:
    """Return whether “where” has a clause of its own behind it: a war where sailors had united."""
    return one.new == "were" and text[one.start : one.end] == "where" and _CLAUSE.match(text, one.end) is not None


_CLAUSE = re.compile(r" (?:[\w’'-]+ ){1,2}(?:had|has|have|was|were|is|are|would|could|will|can|did|does|do|may|might) ")


def _is_money(one: Weighed, text: str) -> bool:
    """Return whether a word is what a sum is told in: by a rand or two, 40 baht."""
    word = text[one.start : one.end].casefold()
    return one.way in _MISTYPED and word.rstrip("s") in _MONEY and _A_SUM.search(text, 0, one.start) is not None


_MONEY = frozenset(
    {"rand", "baht", "birr", "dram", "franc", "kip", "kwacha", "lari", "lev", "naira", "peso", "rial", "won", "yuan"}
)
_A_SUM = re.compile(rf"\b{_NUMBER} $")
_RIGHT = (
    _is_rare_alone, _opens_a_clause, _has_an_object, _tells_who, _tells_how_far, _is_measured, _was_then, _is_asked_of,
    _is_helped, _follows_its_object, _asks, _leads_to_a_verb, _is_money,
)  # fmt: skip
"""What the odds have against words that are right."""
_MISTYPED = frozenset((SlipWay.KEY, SlipWay.COMMON))
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
