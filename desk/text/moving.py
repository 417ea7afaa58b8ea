"""Where places go when the text changes: pure arithmetic in code points."""

from collections.abc import Iterable

from desk.text.change import Change
from desk.text.spans import Span

LONG = 160
"""From this many code points a finding is about a passage, not its words, and an edit inside leaves it standing."""


def moved(span: Span, change: Change) -> Span | None:
    """Return where the words of `span` are after the change; None if the change touched them.

    A letter or digit typed against a short span makes another word of it, and so counts as touching.
    """
    if change.end <= span.start:
        return None if _glued(span, change.new[-1:], change.end == span.start) else span.shifted(change.by)
    if change.start >= span.end:
        return None if _glued(span, change.new[:1], change.start == span.end) else span
    if len(span) < LONG:
        return None
    kept = stretched(span, change)
    return kept if len(kept) else None


def _glued(span: Span, letter: str, at_the_edge: bool) -> bool:
    return at_the_edge and letter.isalnum() and 0 < len(span) < LONG


def stretched(span: Span, change: Change) -> Span:
    """Return the span with everything that was put into it; empty where nothing of it is left.

    Words put at its very start or end belong to it unless a line end stands between.
    """
    if change.end <= span.start and not (change.end == span.start and _joins(change.new[-1:])):
        return span.shifted(change.by)
    if change.start >= span.end and not (change.start == span.end and _joins(change.new[:1])):
        return span
    start = min(span.start, change.start)
    if change.start < span.start and change.end > span.start:  # the change ate into it from before
        start = change.start + len(change.new) if change.new.endswith("\n") else change.start
    end = max(start, max(span.end, change.end) + change.by)
    return Span(start, end)


def pared(span: Span, change: Change) -> Span:
    """Return the span with what was put within it, and without what goes beyond it; empty where nothing of it is left.

    Words put at its edges do not belong to it, but for letters that go on with its last word; those that take the place
    of all of its words, or of some, do.
    """
    if change.end <= span.start:
        return span.shifted(change.by)
    if change.start >= span.end:
        goes_on = change.start == span.end and not change.old
        return Span(span.start, span.end + (_letters_first(change.new) if goes_on else 0))
    start, end = span.start, span.end + change.by
    if change.start < span.start:
        start = change.start + len(change.new)
    if change.end > span.end:
        end = change.start
    elif Span(change.start, change.end) == span and "\n" in change.new:
        end = start  # another passage took its place
    return Span(start, max(start, end))


def _letters_first(words: str) -> int:
    return next((at for at, letter in enumerate(words) if not letter.isalnum()), len(words))


def _joins(letter: str) -> bool:
    return letter not in {"", "\n"}


def moved_all(span: Span, changes: Iterable[Change]) -> Span | None:
    """Return where the words of `span` are after all the changes; None if one touched them."""
    place: Span | None = span
    for change in changes:
        if place is None:
            return None
        place = moved(place, change)
    return place


def moved_point(point: int, changes: Iterable[Change]) -> int:
    """Return where a place is after the changes; the start of the new words where its own went."""
    for change in changes:
        if change.end <= point:
            point += change.by
        elif change.start < point:
            point = change.start
    return point
