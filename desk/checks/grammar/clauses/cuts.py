"""Sentences that break off at a small word: “which the mayor would.”, “with large numbers of”."""

from collections.abc import Iterator, Sequence

from desk.checks.grammar.clauses.subjects import FINITE, UNITS
from desk.checks.grammar.clauses.tagger import EDGE, Tagged
from desk.checks.grammar.clauses.weights import MappedWeights
from desk.checks.grammar.clauses.word_lists import clause_words
from desk.checks.grammar.cut_sentences import RULE
from desk.checks.grammar.reading import Slip

SURE = 6.0
"""Natural logarithm of the odds before a full stop: in 199,000 words of news of 120 outlets and in 455,000 of other
copy no right end is told. Of 2,217 cuts that were planted there 35 of 100 are; 42 at 5."""
_SURE_WITHOUT_STOP = 3.0
_REACH, _NEAR = 12, 5
_SAID_AGAIN = frozenset({"than", "as", "not", "n't", "neither", "nor", "so"})
"""Behind them a sentence may end with what was said before: “than you have”, “parts of it are”."""
_SHORT = 9
"""Words of an answer."""
_QUESTIONS = frozenset({"WDT", "WP", "WRB", "WP$"})
_BE = frozenset({"be", "is", "are", "was", "were", "been"})
_WHOLE = frozenset({"everything", "anything", "something", "nothing"})
_REACH_OF_ALL = 4
_MAY_END_BEHIND = frozenset({"VB", "RB", "JJ", "RP"})
"""Behind these “to” may end a sentence: “as they want to”."""


def slips(sentence: Tagged, weights: MappedWeights, *, last: bool) -> Iterator[Slip]:
    """Yield a slip on the small word at which a sentence breaks off; `last` says that its block ends with it."""
    low, end = sentence.low, len(sentence.low) - 1
    stops = low[end] == "."
    end -= stops
    if end < 1 or low[end] not in clause_words().cut_off or not (stops or last):
        return
    if _may_end(low, sentence.tags, end):
        return
    sure = SURE if stops else _SURE_WITHOUT_STOP
    if weights.total(features(low, sentence.tags, end)) >= sure * UNITS:
        word = sentence.words[end]
        message = f"The sentence breaks off at “{word.text}”: were words cut behind it?"
        yield Slip(RULE, word.start, word.end, message, (), "COPYDESK_CUTS", "grammar")


def _may_end(low: Sequence[str], tags: Sequence[str], end: int) -> bool:
    """Return whether what was said before is meant again: “what it is”, “as they want to”, “This one will.”."""
    if low[end - 1] == "that" and tags[end] in FINITE:  # on a crowded train, that is
        return True
    if low[end] == "his" and low[end - 1] in _BE:  # the office would be his
        return True
    if tags[end] in FINITE and (tags[end - 1] == "EX" or _WHOLE.intersection(low[max(0, end - _REACH_OF_ALL) : end])):
        return True  # concedes that there are, everything the town is
    if tags[end - 1] == "PRP" and low[max(0, end - 2)] in ("and", "but") and tags[end] in FINITE:  # we must, and I will
        return True
    if low[end] == "might" and is_strength(low, tags, end):
        return True
    if any(tags[at] in _QUESTIONS and not (tags[at] == "WDT" and tags[at - 1] == "IN") for at in range(end)):
        return True
    if _SAID_AGAIN.intersection(low[:end]) or tags[end] == "RP":
        return True
    if low[end] == "to":
        return tags[end - 1] in _MAY_END_BEHIND
    if tags[end] not in FINITE:
        return False
    return tags[end - 1] == "RB" or (end < _SHORT and not any(tag in FINITE for tag in tags[:end]))


def is_strength(low: Sequence[str], tags: Sequence[str], might: int) -> bool:
    """Return whether “might” is a noun: somebody has it, what stands before it tells of it, or it is of one thing."""
    before = might - 1
    if tags[before] in _OWNED or tags[before] == "JJ":  # the army's might, American might
        return True
    told_of = tags[before] in _TELLING and low[before].endswith(_ENDINGS)
    if told_of and (before == 0 or tags[before - 1] in _OWNED):  # the navy's military might, its growing might
        return True
    at = before
    while at >= 0 and tags[at] in ("NN", "JJ"):
        at -= 1
    return tags[before] == "NN" and at >= 0 and tags[at] not in ("DT", "PRP$", "POS", "CD")


_OWNED = frozenset({"POS", "PRP$"})
_TELLING = frozenset({"NN", "NNP", "VBG", "VBN", "VBD"})
_ENDINGS = ("al", "ary", "ic", "ive", "ous", "ing", "ed")
"""Of words that tell of a thing, for those that were read as nouns: military, combined."""


def features(low: Sequence[str], tags: Sequence[str], end: int) -> Iterator[str]:
    """Yield what speaks for a cut behind the word at `end`, and against it."""
    word, tag = low[end], tags[end]
    one, two, three = (tags[end - back] if end >= back else EDGE for back in (1, 2, 3))
    before = low[end - 1] if end else EDGE
    near = range(max(0, end - _REACH), end)
    question = _question(max((at for at in near if tags[at] in _QUESTIONS or low[at] == "that"), default=-1), end)
    to = max((at for at in range(max(0, end - _NEAR - 1), end) if tags[at] == "TO"), default=-1)
    compares = any(low[at] in ("than", "as") for at in near)
    done = any(tags[at] == "VBN" for at in range(max(0, end - 3), end))
    verbs = min(sum(tags[at] in FINITE for at in range(end)), 3)
    yield "b"
    yield f"w {word}"
    yield f"w1 {word} {one}"
    yield f"w12 {word} {one} {two}"
    yield f"t123 {tag} {one} {two} {three}"
    yield f"t12 {tag} {one} {two}"
    yield f"t1 {tag} {one}"
    yield f"l {before}"
    yield f"wl {word} {before}"
    yield f"q {word} {question}"
    yield f"qt {tag} {question} {one}"
    yield f"qf {question} {verbs} {tag}"
    yield f"to {tag} {min(end - to, 4) if to >= 0 else 0} {one}"
    yield f"c {tag} {compares}"
    yield f"cw {word} {compares}"
    yield f"n {tag} {done} {one}"
    yield f"f {tag} {verbs}"
    yield f"h {tags[0]} {tag}"


def _question(at: int, end: int) -> str:
    """Return how far before the end a word is that may leave a small one behind: “the town that they come from”."""
    if at < 0:
        return "none"
    return "beside" if at == end - 1 else "near" if end - at < _NEAR else "far"
