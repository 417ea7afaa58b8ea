"""What changed between two texts: passage by passage, word by word within them, and passages that moved.

Passages that stayed are found first, so that one rewritten paragraph never drags its neighbours along; then those that
stand word for word elsewhere; the rest are paired by the words they share, each side in its order, and what is left
over may have moved and been edited at once. A passage that was parted in two, or made of two, is one change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from desk.text.spans import Span
from desk.text.wording import ChangeKind, Piece, reworded, words_of

if TYPE_CHECKING:
    from desk.text.align import Row

__all__ = ["ChangeKind", "Comparison", "Fate", "Passage", "Piece", "Step", "compare", "diff"]


class Fate(StrEnum):
    """What became of a passage."""

    SAME = "same"
    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved here"
    """At its new place; `pieces` compare it with its wording at the old one."""
    LEFT = "moved away"
    """At its old place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the room behind it (or two that were one): its place in the old text and in the new.

    `move` numbers the two ends of one move, from 1; 0 where nothing moved. `up` says that it moved towards the start.
    """

    fate: Fate
    old: Span
    new: Span
    pieces: tuple[Piece, ...]
    move: int = 0
    up: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One change as a reader counts them: pieces `first` to `last` (exclusive) of a passage, all of it for a move."""

    passage: int
    first: int
    last: int
    fate: Fate
    removed: str
    added: str
    old: Span
    new: Span


@dataclass(frozen=True)
class Comparison:
    """Two texts compared; the passages in order, those that went before those that came."""

    passages: tuple[Passage, ...]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Return every change in order: what F8 walks."""
        return tuple(step for nth, passage in enumerate(self.passages) for step in _steps(nth, passage))

    @cached_property
    def words(self) -> tuple[int, int]:
        """Return how many words came and how many went; a move is neither."""
        edits = [step for step in self.steps if step.fate is not Fate.MOVED or step.added or step.removed]
        return sum(len(words_of(s.added)) for s in edits), sum(len(words_of(s.removed)) for s in edits)

    @cached_property
    def moves(self) -> int:
        """Return how many passages moved."""
        return sum(passage.fate is Fate.MOVED for passage in self.passages)

    @cached_property
    def spacing(self) -> int:
        """Return in how many places only the room between words differs, which counts as no step."""
        return sum(
            piece.change is ChangeKind.ADDED for passage in self.passages for piece in passage.pieces if _quiet(piece)
        )

    @property
    def same_words(self) -> bool:
        """Return whether a reader would see no difference."""
        return not self.steps

    def carried(self, span: Span) -> Span:
        """Return where the words at a place of the old text are in the new one; empty where they are gone."""
        touched = [p for p in self.passages if p.fate is not Fate.LEFT and _touches(p.old, span)]
        if not touched:
            return _empty_after(self.passages, span.start)
        ends = [kept for passage in (touched[0], touched[-1]) if (kept := _kept(passage, span)) is not None]
        if not ends:
            gone = [piece.new.start for piece in touched[0].pieces if piece.old.end > span.start]
            at = gone[0] if gone else touched[0].new.start
            return Span(at, at)
        first, last = ends[0], ends[-1]
        in_order = first.start <= last.end and Fate.MOVED not in (touched[0].fate, touched[-1].fate)
        return Span(first.start, last.end) if in_order else first


def compare(old: str, new: str) -> Comparison:
    """Return what changed between two texts; two versions of 3,000 words take some 10 ms."""
    from desk.text.align import aligned  # with rapidfuzz, 10 ms: the window knows our values before it is painted

    return Comparison(tuple(_passages(old, new, aligned(old, new))))


def diff(old: str, new: str) -> list[Piece]:
    """Return the pieces that make up both texts in order; a moved passage is removed here and added there.

    The pieces not `ADDED`, joined, are `old`; those not `REMOVED`, joined, are `new`.
    """
    return list(_run_together(_flat(compare(old, new), new)))


# -- Passages --------------------------------------------------------------------------------------------------------


def _passages(old: str, new: str, rows: "Sequence[Row]") -> Iterator[Passage]:
    upwards = _upwards(rows)
    at_old = at_new = 0
    for row in rows:
        up = upwards.get(row.move, False)
        if row.new is None and row.old is not None:
            fate = Fate.LEFT if row.move else Fate.REMOVED
            place = Span(at_new, at_new)
            yield Passage(
                fate, row.old, place, (Piece(ChangeKind.REMOVED, row.old.of(old), row.old, place),), row.move, up
            )
            at_old = row.old.end
        elif row.old is None and row.new is not None:
            place = Span(at_old, at_old)
            yield Passage(Fate.ADDED, place, row.new, (Piece(ChangeKind.ADDED, row.new.of(new), place, row.new),))
            at_new = row.new.end
        elif row.old is not None and row.new is not None:
            yield _there_and_here(old, new, row, up=up)
            at_new = row.new.end
            at_old = at_old if row.move else row.old.end


def _upwards(rows: "Sequence[Row]") -> dict[int, bool]:
    """Return for each move whether its new place stands before its old one."""
    here = {row.move: nth for nth, row in enumerate(rows) if row.move and row.new is not None}
    return {row.move: here[row.move] < nth for nth, row in enumerate(rows) if row.move and row.new is None}


def _there_and_here(old: str, new: str, row: "Row", *, up: bool) -> Passage:
    before, after = row.old or Span(0, 0), row.new or Span(0, 0)
    one, other = before.of(old), after.of(new)
    words = other.rstrip()
    if one.rstrip() == words:
        pieces = tuple(_same_words(words, one, other, before, after))
    else:
        pieces = reworded(one, other, before.start, after.start)
    edited = any(True for _ in _groups(pieces))
    fate = Fate.MOVED if row.move else Fate.EDITED if edited else Fate.SAME
    return Passage(fate, before, after, pieces, row.move, up)


def _same_words(words: str, one: str, other: str, before: Span, after: Span) -> Iterator[Piece]:
    """Yield the pieces of a passage that stayed; only the room behind it may differ."""
    if one == other:
        yield Piece(ChangeKind.SAME, other, before, after)
        return
    old, new = before.start + len(words), after.start + len(words)
    if words:
        yield Piece(ChangeKind.SAME, words, Span(before.start, old), Span(after.start, new))
    if len(one) > len(words):
        yield Piece(ChangeKind.REMOVED, one[len(words) :], Span(old, before.end), Span(new, new))
    if len(other) > len(words):
        yield Piece(ChangeKind.ADDED, other[len(words) :], Span(before.end, before.end), Span(new, after.end))


# -- Steps -----------------------------------------------------------------------------------------------------------


def _steps(nth: int, passage: Passage) -> Iterator[Step]:
    pieces = passage.pieces
    if passage.fate is Fate.MOVED:
        yield Step(nth, 0, len(pieces), Fate.MOVED, "", "", passage.old, passage.new)
    if passage.fate is Fate.LEFT:
        return
    for first, last in _groups(pieces):
        group = pieces[first:last]
        removed = "".join(piece.text for piece in group if piece.change is ChangeKind.REMOVED)
        added = "".join(piece.text for piece in group if piece.change is ChangeKind.ADDED)
        fate = Fate.EDITED if passage.fate is Fate.MOVED else passage.fate
        old, new = (Span(side[0].start, side[-1].end) for side in ([p.old for p in group], [p.new for p in group]))
        yield Step(nth, first, last, fate, removed, added, old, new)


def _groups(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Yield first and last (exclusive) piece of each change that a reader sees."""
    first = 0
    for change, group in groupby(pieces, key=lambda piece: piece.change is not ChangeKind.SAME and not piece.spacing):
        count = sum(1 for _ in group)
        if change and not _unseen(pieces, first, first + count):
            yield first, first + count
        first += count


def _unseen(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Return whether a change is nothing but room at the end of a passage, or between two words that stayed."""
    group = pieces[first:last]
    if any(piece.text.strip() for piece in group):
        return False
    parts_or_joins = any("\n" in piece.text for piece in group)
    return not parts_or_joins or last == len(pieces) or first == 0


# -- Places and pieces -----------------------------------------------------------------------------------------------


def _quiet(piece: Piece) -> bool:
    return piece.spacing or (piece.change is not ChangeKind.SAME and not piece.text.strip())


def _touches(place: Span, span: Span) -> bool:
    """Return whether the span lies in the place, at least with its first word; an empty one by its point."""
    return place.start <= span.start < place.end or (span.start < place.end and place.start < span.end)


def _kept(passage: Passage, span: Span) -> Span | None:
    """Return where what is left of a span's words in one passage stands now; None where nothing is."""
    same = (piece for piece in passage.pieces if piece.change is ChangeKind.SAME and _touches(piece.old, span))
    kept = [_shifted(piece, span) for piece in same]
    return Span(kept[0].start, kept[-1].end) if kept else None


def _shifted(piece: Piece, span: Span) -> Span:
    start = max(span.start, piece.old.start) - piece.old.start + piece.new.start
    end = max(span.start, min(span.end, piece.old.end)) - piece.old.start + piece.new.start
    return Span(start, max(start, end))


def _flat(comparison: Comparison, new: str) -> Iterator[Piece]:
    for passage in comparison.passages:
        if passage.fate is Fate.MOVED:
            at = passage.old.start
            yield Piece(ChangeKind.ADDED, passage.new.of(new), Span(at, at), passage.new)
        else:
            yield from passage.pieces


def _run_together(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join neighbours of one kind, and place them anew: a moved passage has its old place elsewhere."""
    at_old = at_new = 0
    for change, group in groupby(pieces, key=lambda piece: piece.change):
        text = "".join(piece.text for piece in group)
        old_end = at_old + (len(text) if change is not ChangeKind.ADDED else 0)
        new_end = at_new + (len(text) if change is not ChangeKind.REMOVED else 0)
        yield Piece(change, text, Span(at_old, old_end), Span(at_new, new_end))
        at_old, at_new = old_end, new_end


def _empty_after(passages: Sequence[Passage], point: int) -> Span:
    at = max((p.new.end for p in passages if p.old.end <= point and p.fate is not Fate.MOVED), default=0)
    return Span(at, at)
