"""What each block shows in its place: its own shape, and how it stands to its neighbours and to the whole text."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from desk.checks.ads.labels import any_country
from desk.checks.ads.shape import Shape, shape

_NEAR = 2
"""Blocks on either side whose words do not count as "elsewhere in the story": an advertisement repeats itself."""


def features(texts: Sequence[str]) -> list[frozenset[str]]:
    """Return for each block the names of the features that hold; linear in the length of the texts."""
    shapes = [shape(text) for text in texts]
    extra: list[set[str]] = [set() for _ in shapes]
    _repeats(shapes, extra)
    _echoes(shapes, extra)
    _neighbours(shapes, extra)
    _runs(shapes, extra)
    _kinship(shapes, extra)
    _place(shapes, extra)
    _strangers(shapes, extra)
    _markers(shapes, extra)
    _labels(texts, shapes, extra)
    _leads(shapes, extra)
    return [s.marks | more for s, more in zip(shapes, extra, strict=True)]


def _repeats(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    seen = Counter(s.key for s in shapes)
    for i, s in enumerate(shapes):
        if not s.key or seen[s.key] < 2:
            continue
        beside = (i and shapes[i - 1].key == s.key) or (i + 1 < len(shapes) and shapes[i + 1].key == s.key)
        extra[i].add("repeated beside" if beside else "repeated")


def _echoes(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """A short line whose telling words come again in the block below: a title above its blurb."""
    for i, (s, following) in enumerate(pairwise(shapes)):
        if not s.content or s.words > 16 or s.prose or following.words <= s.words:
            continue
        shared = len(s.content & following.content)
        if shared >= 0.6 * len(s.content):
            extra[i].add("echoed below")
            extra[i + 1].add("echoes above")
            if i and shapes[i - 1].key == s.key:
                extra[i - 1].add("echoed below")


def _neighbours(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    for i in range(len(shapes)):
        before = i > 0 and shapes[i - 1].prose
        after = i + 1 < len(shapes) and shapes[i + 1].prose
        size = "short" if shapes[i].words <= 12 else "long"
        if before or after:
            side = "between" if before and after else "below" if before else "above"
            extra[i].add(f"{size} {side} prose")
        else:
            extra[i].add(f"{size} off prose")


def _runs(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """How long the run of blocks that are no prose is, in which a block stands."""
    start = 0
    for i in range(len(shapes) + 1):
        if i < len(shapes) and not shapes[i].prose:
            continue
        length = i - start
        name = "1" if length == 1 else "2-3" if length < 4 else "4-8" if length < 9 else "9+"
        for j in range(start, i):
            extra[j].add(f"run:{name}")
        start = i + 1


def _kinship(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """How much of its vocabulary and of its names a block shares with prose elsewhere in the text."""
    where: dict[str, list[int]] = {}
    for i, s in enumerate(shapes):
        if s.prose:
            for word in (*s.content, *s.names):
                where.setdefault(word, []).append(i)
    for i, s in enumerate(shapes):
        names = sum(_elsewhere(where.get(name), i) for name in s.names)
        if s.names:
            extra[i].add("kin names:0" if not names else "kin names:1" if names == 1 else "kin names:2+")
        if len(s.content) >= 2:
            share = sum(_elsewhere(where.get(word), i) for word in s.content) / len(s.content)
            extra[i].add(f"kin:{'0' if share == 0 else 'low' if share < 0.2 else 'some' if share < 0.4 else 'high'}")


def _elsewhere(places: list[int] | None, i: int) -> bool:
    """Return whether one of the places (in order) is not near `i`; looks at the first and the last only."""
    return places is not None and (places[0] < i - _NEAR or places[-1] > i + _NEAR)


def _place(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    prose = [i for i, s in enumerate(shapes) if s.prose]
    if not prose:
        for more in extra:
            more.add("no prose at all")
        return
    first, last = prose[0], prose[-1]
    for i in range(len(shapes)):
        gap = first - i if i < first else i - last if i > last else 0
        side = "before" if i < first else "after" if i > last else "amid"
        extra[i].add(side if not gap else f"{side}:{gap if gap < 4 else '4+'}")


_WEB = ("comments", "related", "share", "account", "legal", "contact")
_MARKERS = frozenset({f"{name}:short" for name in _WEB} | {"comments counter", "says line", "menu:all", "ago"})
_REACH = 3


def _strangers(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """Blocks that have nothing to do with the rest of the text: no name, no word, nobody speaks in them."""
    for s, more in zip(shapes, extra, strict=True):
        apart = more & {"kin:0", "kin:low"} and not more & {"kin names:1", "kin names:2+"}
        if s.words >= 6 and apart and not s.marks & {"speech", "news"}:
            more.add("stranger")
            more.update(f"stranger, {mark}" for mark in s.marks if mark.startswith("selling:"))


def _markers(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """Lines of a website close above, and how many there were since the last prose but one."""
    last = -_REACH - 1
    comments = 0
    told = False
    for i, (s, more) in enumerate(zip(shapes, extra, strict=True)):
        told = told or s.prose
        if i - last <= _REACH:
            more.add("website above" if i - last > 1 else "website just above")
        if told and comments:
            more.add(f"comments above:{'1' if comments == 1 else '2-4' if comments < 5 else '5+'}")
        if s.marks & _MARKERS:
            last = i
        comments += told and bool(s.marks & {"comments:short", "comments counter", "says line"})


def _labels(texts: Sequence[str], shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    known = any_country()
    for i, text in enumerate(texts):
        strength = known.strength(text) if shapes[i].words <= _LABEL_WORDS else None
        if strength is None:
            continue
        extra[i].add(f"label:{strength}")
        for below in range(i + 1, min(i + 1 + _REACH, len(texts))):
            extra[below].add("below a label" if below == i + 1 else "near below a label")


_LABEL_WORDS = 12


def _leads(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """Short lines close above prose that take their words from it, as a headline does; bylines below them."""
    after: list[Shape] = []
    gap = 0
    for i in range(len(shapes) - 1, -1, -1):
        s = shapes[i]
        if s.prose:
            after, gap = [s, *after][:3], 0
            continue
        gap += 1
        if after and s.content and 3 <= s.words <= 24 and gap <= _LEAD_REACH:
            words = frozenset().union(*(p.content for p in after))
            share = len(s.content & words) / len(s.content)
            near = "near" if gap <= 3 else "far"
            extra[i].add(f"told below, {near}:{'most' if share >= 0.6 else 'some' if share >= 0.3 else 'little'}")
        if i + 1 < len(shapes) and shapes[i + 1].marks & {"byline", "nobody"}:
            extra[i].add("above a byline")


_LEAD_REACH = 8
