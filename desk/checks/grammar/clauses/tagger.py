"""The class of each word of a sentence, in the letters of the Penn treebank: NN a noun, NNS its plural, VBZ “runs”."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.checks.grammar.clauses.weights import MappedWeights
from desk.checks.grammar.clauses.words import ClauseWord

SOLE = "sole "
"""Before a word that treebanks know in one class only."""
EDGE = "|"
"""Stands for a word, and for its class, where a sentence has none any more."""
_NUMBERLESS = {"has": "have", "is": "are", "was": "are", "were": "are", "does": "do"}
"""How neighbours see a verb: its number may be the slip."""
_ALIKE = {"VBP": "VBZ"}


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a sentence, how weights know them, and their classes."""

    words: Sequence[ClauseWord]
    low: Sequence[str]
    tags: Sequence[str]


def tagged(sentence: Sequence[ClauseWord], weights: MappedWeights) -> Tagged:
    """Return the sentence with the classes of its words."""
    low = tuple(word.low for word in sentence)
    return Tagged(sentence, low, tuple(classes_of([shape(word.text) for word in sentence], low, weights)))


def classes_of(shapes: Sequence[str], low: Sequence[str], weights: MappedWeights) -> list[str]:
    """Return the class of each word, from how it is written and how weights know it."""
    found: list[str] = []
    for at in range(len(low)):
        sole = weights.row(SOLE + low[at])[0] if shapes[at][0] == "a" else b""
        if sole:
            found.append(weights.classes[sole[0]])
            continue
        totals = weights.totals(features(shapes, low, found, at))
        found.append(weights.classes[totals.index(max(totals))])
    return found


def features(shapes: Sequence[str], low: Sequence[str], before: Sequence[str], at: int) -> Iterator[str]:
    """Yield what speaks for the class of the word at a place; `before` are the classes of the words before it."""
    yield from features_of_words(low, at)
    yield from features_of_classes(shapes, low, before, at)


def features_of_words(low: Sequence[str], at: int) -> Iterator[str]:
    """Yield what the words alone say."""
    word, left, right = low[at], _seen(low, at - 1), _seen(low, at + 1)
    yield "b"
    yield f"w {word}"
    yield f"s3 {word[-3:]}"
    yield f"s2 {word[-2:]}"
    yield f"s4 {word[-4:]}"
    yield f"p {word[:2]}"
    yield f"l {left}"
    yield f"r {right}"
    yield f"rs {right[-3:]}"
    yield f"rr {_seen(low, at + 2)}"
    yield f"ll {_seen(low, at - 2)}"
    yield f"lw {left} {word}"
    yield f"wr {word} {right}"


def features_of_classes(shapes: Sequence[str], low: Sequence[str], before: Sequence[str], at: int) -> Iterator[str]:
    """Yield what the classes of the words before it say, and how it is written."""
    word, one, two = low[at], _class(before, at - 1), _class(before, at - 2)
    yield f"h {shapes[at]} {at == 0 or not before[at - 1][0].isalpha()}"
    yield f"1 {one}"
    yield f"2 {two}"
    yield f"12 {one} {two}"
    yield f"1w {one} {word}"
    yield f"1s {one} {word[-3:]}"
    yield f"1r {one} {_seen(low, at + 1)}"


def shape(word: str) -> str:
    """Return how a word is written: “Aa” with a capital, “AA” all capitals, “0” with figures, “-” with a hyphen."""
    letters = "AA" if word.isupper() and len(word) > 1 else "Aa" if word[:1].isupper() else "a"
    if any(char.isdigit() for char in word):
        letters += "0"
    return letters + "-" if "-" in word[1:] else letters


def is_known(word: str, weights: MappedWeights) -> bool:
    """Return whether treebanks have the word, in small letters."""
    return bool(weights.row(f"w {word}")[0])


def _seen(low: Sequence[str], at: int) -> str:
    return _NUMBERLESS.get(low[at], low[at]) if 0 <= at < len(low) else EDGE


def _class(before: Sequence[str], at: int) -> str:
    return _ALIKE.get(before[at], before[at]) if at >= 0 else EDGE
