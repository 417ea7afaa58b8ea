"""Comments on the words of a story: opened, answered, resolved; each remark is kept, and its place follows the text.

A comment is anchored to words of one version. In a later text it stands where those words are found with the words
around them; where they were edited, where comparing the two texts says they went.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from itertools import takewhile
from typing import Any

from desk.errors import KnownError
from desk.review.ids import new_id
from desk.review.people import Actor
from desk.text.diff import compare
from desk.text.moments import now
from desk.text.spans import Span
from desk.text.words import grouped, plural

AROUND = 48
"""Code points kept on either side of the words: enough to tell two places of one name apart."""
MOST_WORDS = 4000
"""Code points of one remark."""
_SEVERAL = 2
"""Words that are hardly the same by chance."""


class Sort(StrEnum):
    """What a remark does to its thread."""

    OPENED = "opened"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of one version: their place in it, themselves, and what stood before and after."""

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""

    @property
    def span(self) -> Span:
        """Return the place in the version the comment was made on."""
        return Span(self.start, self.end)

    def plain(self) -> dict[str, Any]:
        """Return the anchor as plain values."""
        return {"start": self.start, "end": self.end, "quote": self.quote, "before": self.before, "after": self.after}


def anchor_from(plain: Mapping[str, Any] | None) -> Anchor | None:
    """Return the anchor that `Anchor.plain` was made from; None for a remark without one."""
    return Anchor(**plain) if plain else None


def anchored(text: str, span: Span) -> Anchor:
    """Return the anchor of some words of a text; raises `KnownError` where there are none."""
    quote = span.of(text)
    if not quote.strip():
        raise KnownError("A comment needs words that it is about: select some, or put the cursor into a paragraph.")
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return Anchor(span.start, span.end, quote, before, after)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was said; `anchor` and `version` belong to the remark that opened the thread."""

    story: str
    sort: Sort
    who: Actor
    words: str = ""
    thread: str = ""
    """The id of the remark that opened it; its own for that one."""
    anchor: Anchor | None = None
    version: int = 0
    when: datetime = field(default_factory=now)
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class CommentThread:
    """One comment with everything said on it, in order."""

    anchor: Anchor
    remarks: tuple[Remark, ...]

    @property
    def id(self) -> str:
        """Return the id of the remark that opened it."""
        return self.remarks[0].id

    @property
    def who(self) -> Actor:
        """Return who opened it."""
        return self.remarks[0].who

    @property
    def words(self) -> str:
        """Return what it was opened with."""
        return self.remarks[0].words

    @property
    def version(self) -> int:
        """Return the version that the anchor is of."""
        return self.remarks[0].version

    @property
    def resolved(self) -> bool:
        """Return whether it is settled."""
        return self._last is not None and self._last.sort is Sort.RESOLVED

    @property
    def answers(self) -> tuple[Remark, ...]:
        """Return what was said after the first remark, resolving and reopening included."""
        return self.remarks[1:]

    @property
    def _last(self) -> Remark | None:
        return next((r for r in reversed(self.remarks) if r.sort in {Sort.RESOLVED, Sort.REOPENED}), None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A thread and where its words are in a text: an empty span where they are gone."""

    thread: CommentThread
    span: Span

    @property
    def gone(self) -> bool:
        """Return whether the words it was about are no longer there."""
        return not len(self.span)


def opened(story: str, who: Actor, words: str, anchor: Anchor, version: int, when: datetime | None = None) -> Remark:
    """Return the remark that opens a thread on some words; said now, if nothing else is given."""
    first = Remark(story, Sort.OPENED, who, _said(words), anchor=anchor, version=version, when=when or now())
    return replace(first, thread=first.id)


def answered(thread: CommentThread, who: Actor, words: str, when: datetime | None = None) -> Remark:
    """Return an answer; raises `KnownError` for an empty one, or on a thread that is resolved."""
    if thread.resolved:
        raise KnownError("This comment is resolved: reopen it to say more.")
    return _next(thread, Sort.ANSWERED, who, _said(words), when)


def resolved(thread: CommentThread, who: Actor, words: str = "", when: datetime | None = None) -> Remark:
    """Return the remark that settles a thread, with a last word if there is one."""
    if thread.resolved:
        raise KnownError("This comment is resolved already.")
    return _next(thread, Sort.RESOLVED, who, words.strip()[:MOST_WORDS], when)


def reopened(thread: CommentThread, who: Actor, words: str = "") -> Remark:
    """Return the remark that opens a settled thread again."""
    if not thread.resolved:
        raise KnownError("This comment is open already.")
    return _next(thread, Sort.REOPENED, who, words.strip()[:MOST_WORDS])


def _next(thread: CommentThread, sort: Sort, who: Actor, words: str, when: datetime | None = None) -> Remark:
    return Remark(thread.remarks[0].story, sort, who, words, thread.id, when=when or now())


def _said(words: str) -> str:
    said = words.strip()
    if not said:
        raise KnownError("A comment needs words: say in a sentence what should be looked at.")
    if len(said) > MOST_WORDS:
        raise KnownError(
            f"A comment may have {plural(MOST_WORDS, 'character')}; this one has {grouped(len(said))}. Make it shorter."
        )
    return said


def fold(remarks: Iterable[Remark]) -> tuple[CommentThread, ...]:
    """Return the threads that the remarks, oldest first, come to; a remark on no thread is left out."""
    threads: dict[str, list[Remark]] = {}
    for remark in remarks:
        if remark.sort is Sort.OPENED:
            threads[remark.id] = [remark]
        elif remark.thread in threads:
            threads[remark.thread].append(remark)
    return tuple(CommentThread(said[0].anchor, tuple(said)) for said in threads.values() if said[0].anchor is not None)


def placed(threads: Iterable[CommentThread], text: str, version_text: Callable[[int], str]) -> tuple[Placed, ...]:
    """Return the threads where they stand in a text, in its order; `version_text` gives the text of a version.

    An old version is asked for, and compared, only where its words are not found as they were.
    """
    comparisons: dict[int, Any] = {}
    out = []
    for thread in threads:
        span = found(thread.anchor, text)
        if span is None:
            if thread.version not in comparisons:
                comparisons[thread.version] = compare(version_text(thread.version), text)
            carried = comparisons[thread.version].carried(thread.anchor.span)
            span = standing(thread.anchor, text, carried) or carried
        out.append(Placed(thread, span))
    return tuple(sorted(out, key=lambda each: (each.span.start, each.thread.id)))


def found(anchor: Anchor, text: str) -> Span | None:
    """Return the place of the words with the words around them; None where they stand nowhere, or more than once."""
    whole = anchor.before + anchor.quote + anchor.after
    at = text.find(whole)
    if at < 0 or text.find(whole, at + 1) >= 0:
        return None
    return Span(at + len(anchor.before), at + len(anchor.before) + len(anchor.quote))


def standing(anchor: Anchor, text: str, carried: Span) -> Span | None:
    """Return where the very words stand that comparing has not carried there; None where they stand nowhere for sure.

    Sure is the one place with the most words around it as they were; of several words, also the only place there is.
    """
    words = anchor.quote.split()
    if not words or carried.of(text).split() == words:
        return None
    places = [Span(*match.span()) for match in _as_words(words).finditer(text)]
    ranked = sorted(((_known_around(anchor, text, place), place) for place in places), reverse=True)
    best = ranked[0] if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) else None
    if best is None:
        return None
    only = len(ranked) == 1 and len(words) >= _SEVERAL and not len(carried)
    return best[1] if best[0] or only else None


def _as_words(words: list[str]) -> re.Pattern[str]:
    """Return a pattern for the words with any room between them, not within longer words."""
    pattern = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){pattern}" if words[0][0].isalnum() else pattern)


def _known_around(anchor: Anchor, text: str, place: Span) -> int:
    """Return how many words before and behind a place are those of the anchor, next to it."""
    before = _alike(reversed(anchor.before.split()), reversed(text[max(0, place.start - AROUND) : place.start].split()))
    return before + _alike(anchor.after.split(), text[place.end : place.end + AROUND].split())


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
