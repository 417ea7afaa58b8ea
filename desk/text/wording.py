"""What changed within one passage, word by word: the pieces that make up its old and its new wording.

The distance is rapidfuzz's (C++, bit-parallel), which is quickest on strings: each distinct word becomes one character,
so that two paragraphs of sixty words compare in 2 us. Ours is the cutting into words and the reading: a short word that
two rewritten stretches happen to share is taken into them, for a phrase is read as a phrase.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from desk.text.matcher import matcher
from desk.text.spans import Span
from desk.text.whole_sentences import Step, settled


class ChangeKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: `old` is its place in the old text (empty if added), `new` in the new (empty if removed).

    `spacing` says that the words on both sides stayed and only the room between them differs: a soft wrap or a double
    space, which no reader sees.
    """

    change: ChangeKind
    text: str
    old: Span
    new: Span
    spacing: bool = False


_WORD = matcher(r"\s+|\d+(?:[.,:]\d+)+|\w+(?:['’-]\w+)*|[^\w\s]")
_WORD_ALONE = matcher(r"\d+(?:[.,:]\d+)+|\w+(?:['’-]\w+)*")
"""The same without the room and the marks between them, which are half of all tokens."""
_BLANK_LINE = matcher(r"\n[^\S\n]*\n")
_SURROGATES = range(0xD800, 0xE000)
MOST_PAIRS = 40_000**2 // 4
"""Pairs of words that are compared at most: the table of the comparison takes a bit a pair, so 50 MB."""
_MOST_WORDS = 1_000_000
"""Distinct words of one comparison: there are 1.1 million characters to stand for them."""
_SHORT = 5
"""Letters of a shared word that is taken into the changes on both sides of it, where each is longer than the word."""


class Vocabulary:
    """One character for each distinct word of a comparison."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def written(self, tokens: Sequence[str]) -> str:
        """Return the tokens as a string of one character each; equal characters are equal words."""
        known = self._known
        return "".join([known[token] if token in known else self._new(token) for token in tokens])

    def _new(self, token: str) -> str:
        number = len(self._known) + 1
        if number > _MOST_WORDS:  # whatever comes now counts as one word; `_told` never goes so far
            return chr(_MOST_WORDS + len(_SURROGATES))
        symbol = chr(number if number < _SURROGATES.start else number + len(_SURROGATES))
        self._known[token] = symbol
        return symbol


def tokens_of(text: str) -> list[str]:
    """Return words, numbers, marks and the room between them, in order; joined they are the text."""
    return _WORD.findall(text)


def words_of(text: str) -> list[str]:
    """Return the words and numbers alone."""
    return [token for token in _WORD_ALONE.findall(text) if token[0] != "_"]


def _seen(token: str) -> str:
    """Return what a reader takes the token for: all room within a paragraph is one space, a blank line parts two."""
    if not token[0].isspace():
        return token
    return "\n\n" if _BLANK_LINE.search(token) else " "


Raw = tuple[ChangeKind, str, bool]
"""Change, text, and whether only spacing differs."""


def reworded(old: str, new: str, at_old: int = 0, at_new: int = 0) -> tuple[Piece, ...]:
    """Return the pieces that turn `old` into `new`; the two stand at these places of their texts (code points).

    The pieces not `ADDED`, joined, are `old`; those not `REMOVED`, joined, are `new`. Where words were replaced, the
    removed ones come first. Beyond some 20,000 words a side they are replaced altogether.
    """
    return tuple(_placed(_joined(_told(old, new)), at_old, at_new))


def _told(old: str, new: str) -> Iterator[Raw]:
    before, after = tokens_of(old), tokens_of(new)
    if len(before) * len(after) > MOST_PAIRS or len(before) + len(after) > _MOST_WORDS:
        yield from _replaced(old, new)
        return
    for removed, added, same in _phrases(list(settled(_steps(before, after), _seen))):
        if same:
            yield from _shared(removed, added)
        else:
            yield from _replaced("".join(removed), "".join(added))


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[Step]:
    from rapidfuzz.distance import Indel  # 10 ms, and the window knows our values before it is painted

    words = Vocabulary()
    one, other = words.written([_seen(t) for t in before]), words.written([_seen(t) for t in after])
    removed: list[str] = []
    added: list[str] = []
    for step in Indel.opcodes(one, other):
        gone, came = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag != "equal":
            removed += gone
            added += came
            continue
        if removed or added:
            yield removed, added, False
        removed, added = [], []
        yield gone, came, True
    if removed or added:
        yield removed, added, False


def _phrases(steps: list[Step]) -> Iterator[Step]:
    """Join changes that only a space, a mark or a short word parts; what was shared there is told on both sides."""
    held: Step | None = None
    for nth, step in enumerate(steps):
        following = steps[nth + 1] if nth + 1 < len(steps) else None
        if not step[2]:
            held = step if held is None else (*_both(held, step), False)
        elif held is not None and following is not None and _slight(step, held, following):
            held = (*_both(held, step), False)
        else:
            if held is not None:
                yield held
            held = None
            yield step
    if held is not None:
        yield held


def _both(one: Step, other: Step) -> tuple[Sequence[str], Sequence[str]]:
    return [*one[0], *other[0]], [*one[1], *other[1]]


def _slight(shared: Step, before: Step, after: Step) -> bool:
    """Return whether the shared tokens are too slight to part two changes."""
    words = [token for token in shared[1] if token[0].isalnum()]
    if any(_BLANK_LINE.search(token) for token in shared[1]):
        return False
    if not words:
        return len(shared[1]) == 1 and shared[1][0].isspace()
    letters = sum(map(len, words))
    return len(words) == 1 and letters <= _SHORT and all(_weight(step) > letters for step in (before, after))


def _weight(step: Step) -> int:
    return min(sum(len(token) for token in side if token[0].isalnum()) for side in step[:2])


def _replaced(removed: str, added: str) -> Iterator[Raw]:
    yield ChangeKind.REMOVED, removed, False
    yield ChangeKind.ADDED, added, False


def _shared(before: Sequence[str], after: Sequence[str]) -> Iterator[Raw]:
    """Tell tokens that read the same; where only their spacing differs, each side has its own."""
    if before == after:
        yield ChangeKind.SAME, "".join(after), False
        return
    for one, other in zip(before, after, strict=True):
        if one == other:
            yield ChangeKind.SAME, other, False
        else:
            yield ChangeKind.REMOVED, one, True
            yield ChangeKind.ADDED, other, True


def _joined(pieces: Iterator[Raw]) -> Iterator[Raw]:
    told = (piece for piece in pieces if piece[1])
    for (change, spacing), group in groupby(told, key=lambda piece: (piece[0], piece[2])):
        yield change, "".join(piece[1] for piece in group), spacing


def _placed(pieces: Iterator[Raw], at_old: int, at_new: int) -> Iterator[Piece]:
    for change, text, spacing in pieces:
        old_end = at_old + (len(text) if change is not ChangeKind.ADDED else 0)
        new_end = at_new + (len(text) if change is not ChangeKind.REMOVED else 0)
        yield Piece(change, text, Span(at_old, old_end), Span(at_new, new_end), spacing)
        at_old, at_new = old_end, new_end
