"""Which word before a verb is the head of its subject, and how sure that is."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.grammar.clauses.weights import MappedWeights

UNITS = 16
"""Of a weight in one natural logarithm."""
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_HEADS = NOUNS | {"PRP", "WDT", "WP", "EX"}
_WITHOUT_NOUN = frozenset({"DT", "CD", "JJ", "JJS", "VBG", "JJR", "RB", "PRP$"})
_OF_PHRASE = frozenset(
    {"DT", "JJ", "JJR", "JJS", "CD", "PRP$", "NN", "NNS", "NNP", "NNPS", "POS", "PDT", "RBS", "RBR", "$", "VBN", "VBG"}
)
_SIGNS = {
    "WDT": "W", "WP": "W", "WP$": "W", "WRB": "Q", "CC": "C", "VBN": "n", "VBG": "g", "VB": "b", "TO": "t", "RP": "r",
    "PRP": "p", "EX": "p", "IN": "P", ",": ",", ":": ":", "``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")",
    "VBZ": "V", "VBP": "V", "VBD": "V", "MD": "V",
}  # fmt: skip
_TOLD_PREPOSITIONS = frozenset(
    {"of", "in", "for", "to", "that", "than", "as", "with", "from", "on", "at", "by", "if", "because"}
)
_FARTHEST = 40
_MOST = 12
"""Candidates, the nearest ones."""
_VERBS = {
    "is": "be", "are": "be", "was": "be", "were": "be", "'s": "be", "'re": "be", "has": "have", "have": "have",
    "had": "have", "'ve": "have", "does": "do", "do": "do", "did": "do",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """The likeliest head of a verb's subject: its place in the sentence, and its probability; -1 for none before it."""

    head: int
    chance: float
    path: str = ""


def subject_of(low: Sequence[str], tags: Sequence[str], verb: int, weights: MappedWeights) -> Subject:
    """Return the likeliest subject of the verb at a place of a sentence."""
    places = candidates(tags, verb)
    sums = [weights.total(features(low, tags, verb, place, places)) / UNITS for place in places]
    sums.append(weights.total(features_of_none(low, tags, verb)) / UNITS)
    best = max(sums)
    chance = 1 / sum(math.exp(max(one - best, -30.0)) for one in sums)
    nth = sums.index(best)
    return (
        Subject(places[nth], chance, path(low, tags, places[nth], verb)) if nth < len(places) else Subject(-1, chance)
    )


def candidates(tags: Sequence[str], verb: int) -> list[int]:
    """Return the places before a verb where the head of a subject may stand, the nearest first."""
    found = []
    for at in range(verb - 1, max(-1, verb - _FARTHEST), -1):
        after = tags[at + 1]
        if (tags[at] in _HEADS and after not in NOUNS and after != "POS") or (
            tags[at] in _WITHOUT_NOUN and after not in _OF_PHRASE
        ):
            found.append(at)
    return found[:_MOST]


def path(low: Sequence[str], tags: Sequence[str], start: int, end: int) -> str:
    """Return what stands between two places, a letter a phrase."""
    signs: list[str] = []
    for at in range(start + 1, end):
        tag = tags[at]
        if tag == "IN" or tag == "TO":
            sign = low[at] if low[at] in _TOLD_PREPOSITIONS else "P"
            signs.append(f"<{sign}>")
        elif tag in _SIGNS:
            signs.append(_SIGNS[tag])
        elif tag in NOUNS and (at + 1 >= end or (tags[at + 1] not in NOUNS and tags[at + 1] != "POS")):
            signs.append("N")
    return "".join(signs)


def left_edge(tags: Sequence[str], head: int) -> int:
    """Return where the phrase of a head begins."""
    at = head
    while at and tags[at - 1] in _OF_PHRASE and tags[head] not in ("PRP", "WDT", "WP", "EX"):
        at -= 1
    return at


def features(low: Sequence[str], tags: Sequence[str], verb: int, head: int, places: Sequence[int]) -> Iterator[str]:
    """Yield what speaks for one candidate."""
    way, tag = path(low, tags, head, verb), tags[head]
    edge = left_edge(tags, head)
    left = low[edge - 1] if edge else "|"
    left_tag = tags[edge - 1] if edge else "|"
    if left_tag in NOUNS or left_tag in ("VBN", "JJ", "CD"):
        left = ""
    kind = verb_kind(low[verb], tags[verb])
    after = tags[verb + 1] if verb + 1 < len(tags) else "|"
    near = places.index(head)
    short = way if len(way) <= 14 else way[:5] + "~" + way[-5:]
    yield f"P {short}"
    yield f"Pt {short} {tag}"
    yield f"Pl {short} {left_tag}"
    yield f"Pv {short} {kind}"
    yield f"n {min(near, 6)}"
    yield f"nl {min(near, 6)} {left_tag}"
    yield f"nf {min(near, 6)} {near == len(places) - 1} {edge == 0}"
    yield f"t {tag}"
    yield f"w {low[head]}"
    yield f"tv {tag} {kind} {after}"
    yield f"l {left}"
    yield f"lt {left_tag} {tag}"
    yield f"l1 {left} {min(near, 2)}"
    yield f"e {tags[edge]} {left_tag}"
    for sign, many in ((s, way.count(s)) for s in "VW,C:ng"):
        yield f"c {sign} {min(many, 3)}"
        yield f"cl {sign} {min(many, 2)} {left_tag}"
    yield f"last {way[-1:]} {way[-2:-1]} {kind}"
    yield f"first {way[:1]} {tag} {left_tag}"
    yield f"d {min(verb - head, 12)}"


def features_of_none(low: Sequence[str], tags: Sequence[str], verb: int) -> Iterator[str]:
    """Yield what speaks for a verb that has no subject before it."""
    before = tags[verb - 1] if verb else "|"
    kind = verb_kind(low[verb], tags[verb])
    after = tags[verb + 1] if verb + 1 < len(tags) else "|"
    yield "0"
    yield f"0b {before}"
    yield f"0w {low[verb - 1] if verb else '|'}"
    yield f"0k {kind} {before}"
    yield f"0a {after} {before}"
    yield f"0h {tags[0]} {low[0]}"
    yield f"0q {low[0]} {verb < 3}"
    yield f"0v {low[verb]}"
    yield f"0f {any(tag in FINITE for tag in tags[:verb])} {verb == 0}"


def verb_kind(low: str, tag: str) -> str:
    """Return what kind of verb it is, without its number."""
    return _VERBS.get(low, "MD" if tag == "MD" else "V")
