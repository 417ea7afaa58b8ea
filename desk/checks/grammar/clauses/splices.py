"""Two sentences that a bare comma holds together: “The bridge has been shut since May, it is falling down”.

Where somebody writes as “I” only what is surer is told.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.checks.grammar.clauses.splice_features import FENCES, features, is_subordinate, places, verb_after
from desk.checks.grammar.clauses.subjects import FINITE, UNITS, left_edge, subject_of
from desk.checks.grammar.clauses.tagger import Tagged
from desk.checks.grammar.clauses.weights import MappedWeights
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.reading import Slip
from desk.text.quotations import is_inside

RULE = "COPYDESK_COMMA_SPLICE"
_MESSAGE = "A comma alone holds two sentences together: part them with a full stop, a semicolon or a conjunction."
SURE = 0.0
"""Natural logarithm of the odds, as the weights know them. In 199,000 words of news of 120 outlets four commas are
told, all of which hold two sentences together; of 329 pairs of sentences that were joined by a comma 32 in 100."""
_SURE_OF_SUBJECT = 0.8
_SHORTEST = 5
"""Words on both sides: “I came, I saw”."""
_BETWEEN = 3
"""Words from a verb to what hangs on its clause: “said when …” has fewer."""
_OPENING = frozenset({"that", "and", "or", "but", "because", "so", ","})
"""What a clause may begin with that leads to the next one: “said that if …, it …”."""
_LONG = 8
"""Words of a clause that is hardly one of a row."""
_DENIED = frozenset({"not", "n't"})
"""“It did not fall, it jumped” is written on purpose."""
_SURE_OF_VOICE = 3.0
"""Who writes as “I” writes as they talk, and commas are part of it: only what is surer than this is told of them."""
_VOICE = frozenset({"i", "i'm", "my"})
_ALSO = frozenset({"and", "or", "but"})
_LEARNED = frozenset({"learned", "learnt", "confirmed", "announced", "reported", "revealed", "alleged", "understood"})
"""“…, it was learned” and “…, it has been confirmed” say where it comes from."""
_AGAINST = frozenset({"rather", "instead", "unlike"})
_CALLS = frozenset({"no", "yes", "well", "oh", "indeed", "sir", "madam", "sure"})
_FRONTING = frozenset(
    {
        (each, time)
        for each in ("every", "each")
        for time in ("time", "day", "night", "morning", "week", "month", "year")
    }
    | {("the", "moment"), ("the", "minute"), ("the", "extent"), ("the", "time")}
)
"""They begin a clause that cannot stand alone, as “when” does."""
_STOPS = frozenset({",", ".", "?", "!", '"'}) | FENCES


def slips(
    sentence: Tagged, weights: MappedWeights, heads: MappedWeights, quotations: tuple[tuple[int, int], ...]
) -> Iterator[Slip]:
    """Yield a slip on each comma that holds two sentences together, and the word behind it; none in quotations."""
    for comma in places(sentence.low, sentence.tags):
        mark, word = sentence.words[comma : comma + 2]
        odds = weights.total(features(sentence.low, sentence.tags, comma))
        if odds < (_SURE_OF_VOICE if _VOICE.intersection(sentence.low) else SURE) * UNITS:
            continue
        if not is_inside(quotations, mark.start, mark.end) and _parts_two(sentence, comma, heads):
            meant = (f". {word.text[0].upper()}{word.text[1:]}", f"; {word.text}")
            yield Slip(RULE, mark.start, word.end, _MESSAGE, meant, "COPYDESK_CLAUSES", "grammar")


def _parts_two(sentence: Tagged, comma: int, heads: MappedWeights) -> bool:
    """Return whether what stands on either side of a comma can stand alone, and is not written so on purpose."""
    low = sentence.low
    begin = max((at + 1 for at in range(comma) if low[at] in FENCES), default=0)
    end = next((at for at in range(comma + 1, len(low)) if low[at] in _STOPS), len(low))
    if min(comma - begin, end - comma) < _SHORTEST or _DENIED.intersection(low[begin:comma]):
        return False
    if low[comma + 1] == "that" or _is_fronted(sentence, begin, comma):
        return False
    if _is_aside(low, comma, verb_after(sentence.tags, comma + 2), end) or _is_one_of_a_row(low, begin, comma, end):
        return False
    return _stands_alone(sentence, begin, comma, heads)


def _is_fronted(sentence: Tagged, begin: int, comma: int) -> bool:
    """Return whether what stands before a comma opens the sentence behind it: “However tempted you are, it …”."""
    low, tags = sentence.low, sentence.tags
    if low[comma - 1] in _CALLS or (low[begin] == "however" and low[begin + 1] != ","):
        return True
    first = begin + (tags[begin] == "CC")
    if tags[first] == "TO" or low[first] in _AGAINST or (tags[begin] == "IN" and "," not in low[begin:comma]):
        return True
    if any(low[at] == "why" and tags[at + 1] == "IN" for at in range(begin, comma)):
        return True
    if any(
        pair in _FRONTING or (pair[0] == "so" and tags[at + 1] in ("JJ", "RB"))
        for at, pair in _pairs(low, begin, comma)
    ):
        return True
    joins = [at for at in range(begin, comma - 1) if low[at] in _ALSO or low[at] in clause_words().subordinates]
    behind = joins[-1] + 1 if joins else 0
    behind += bool(joins) and low[behind] == ","
    return (
        bool(joins)
        and tags[behind] in ("IN", "TO", "VBG")
        and (low[joins[-1]] not in _ALSO or "," in (low[joins[-1] - 1], low[joins[-1] + 1]))
    )


def _pairs(low: Sequence[str], begin: int, end: int) -> Iterator[tuple[int, tuple[str, str]]]:
    return ((at, (low[at], low[at + 1])) for at in range(begin, end - 1))


def _is_aside(low: Sequence[str], comma: int, verb: int, end: int) -> bool:
    """Return whether what follows is an attribution or an aside: “…, they said”, “…, I think, …”."""
    says = low[verb] in clause_words().saying
    if low[comma + 1] == "it" and _LEARNED.intersection(low[comma + 2 : comma + _SHORTEST]):
        return True
    return says and (low[end : end + 1] == (",",) or low[verb + 1] != "that" or low[comma + 1] in ("i", "we"))


def _is_one_of_a_row(low: Sequence[str], begin: int, comma: int, end: int) -> bool:
    """Return whether it is one of a row of clauses: “it leaked, it sank, and …”."""
    if low[end : end + 1] != (",",) or (low[begin] != low[comma + 1] and end - comma > _LONG):
        return False
    return any(one == "," and other in _ALSO for one, other in pairwise(low[end:]))


def _stands_alone(sentence: Tagged, begin: int, comma: int, heads: MappedWeights) -> bool:
    """Return whether `[begin, comma)` is a sentence: with a verb and its subject, and nothing that holds on to more."""
    low, tags = sentence.low, sentence.tags
    verbs = [at for at in range(begin, comma) if tags[at] in FINITE]
    last = _last_clause(low, begin, comma)
    if not verbs or tags[begin] in ("VB", "VBG", "VBN") or _leads_on(sentence, begin, comma, verbs[-1]):
        return False
    for at in range(last + 1, comma):
        if (
            low[at] in clause_words().subordinates
            and verbs[-1] > at
            and not _hangs_behind(sentence, last + 1, at, begin, heads)
        ):
            return False
        if (
            low[at] == "that" and tags[at] != "DT" and "IN" in tags[at + 1 : at + 3]
        ):  # that even among those who voted, there was
            return False
    near = [verb for verb in verbs if verb > last]
    if len(near) == 1 and low[near[0]] in clause_words().saying:
        return False
    return any(_has_subject(sentence, verb, begin, heads) for verb in verbs)


def _hangs_behind(sentence: Tagged, start: int, at: int, begin: int, heads: MappedWeights) -> bool:
    """Return whether a clause that cannot stand alone hangs on the one before it: “it stays long after they left”."""
    low, tags = sentence.low, sentence.tags
    main = [verb for verb in range(start, at) if tags[verb] in FINITE]
    if not main or low[at] == "if" or clause_words().saying.intersection(low[begin:at]):
        return False
    if at - main[-1] < _BETWEEN or low[at - 1] in _OPENING:
        return False
    return _has_subject(sentence, main[-1], begin, heads)


def _leads_on(sentence: Tagged, begin: int, comma: int, verb: int) -> bool:
    """Return whether the words before a comma lead to what follows it: “…, but to their surprise, it was”."""
    low, tags = sentence.low, sentence.tags
    if "," in low[verb:comma] or verb == comma - 1:
        return True
    joins = max((at for at in range(max(begin, verb), comma - 1) if low[at] in _ALSO), default=-1)
    return joins >= 0 and tags[joins + 1] in ("IN", "VBG", "RB", "TO", "WRB")


def _last_clause(low: Sequence[str], begin: int, comma: int) -> int:
    """Return the comma before the clause that ends at a comma; “, and …” goes on with the one before it."""
    commas = [at for at in range(begin, comma) if low[at] == ","]
    while commas and low[commas[-1] + 1] in _ALSO:
        commas.pop()
    return commas[-1] if commas else begin - 1


def _has_subject(sentence: Tagged, verb: int, begin: int, heads: MappedWeights) -> bool:
    subject = subject_of(sentence.low, sentence.tags, verb, heads)
    if subject.head < begin or subject.chance < _SURE_OF_SUBJECT or sentence.tags[subject.head] in ("WDT", "WP"):
        return False
    edge = left_edge(sentence.tags, subject.head)
    if edge <= begin:
        return True
    return sentence.tags[edge - 1] != "IN" and not is_subordinate(sentence.low, sentence.tags, verb, begin)
