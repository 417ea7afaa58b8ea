"""What each block shows in its place: its own shape, and how it stands to its neighbours and to the whole text."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from desk.checks.ads.forms import AUTHOR, REACHED
from desk.checks.ads.labels import any_country
from desk.checks.ads.shape import Shape, shape

_NEAR = 2
"""Blocks on either side whose words do not count as "elsewhere in the story": an advertisement repeats itself."""


def features(texts: Sequence[str], headings: Sequence[bool] = ()) -> list[frozenset[str]]:
    """Return for each block the names of the features that hold; linear in the length of the texts.

    `headings` says which blocks the reader of the file knows for headings.
    """
    shapes = [shape(text) for text in texts]
    extra: list[set[str]] = [set() for _ in shapes]
    _repeats(shapes, extra)
    _echoes(shapes, extra)
    _neighbours(shapes, extra)
    _runs(shapes, extra)
    _kinship(shapes, extra)
    _beside(shapes, extra)
    _place(shapes, extra)
    _strangers(shapes, extra)
    _markers(shapes, extra)
    _labels(texts, shapes, extra)
    _author_boxes(texts, shapes, extra)
    _leads(shapes, extra)
    _together(shapes, extra)
    for heading, more in zip(headings, extra, strict=False):
        if heading:
            more.add("heading")
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
    shares = [_share(s, where, i) for i, s in enumerate(shapes)]
    own = sorted(share for share, s in zip(shares, shapes, strict=True) if s.prose and share is not None)
    usual = own[len(own) // 2] if len(own) >= _ENOUGH_PROSE else 0.0
    for share, more in zip(shares, extra, strict=True):
        if share is not None:
            more.add(f"kin:{'0' if share == 0 else 'low' if share < 0.2 else 'some' if share < 0.4 else 'high'}")
            if usual:
                more.add(f"kin of usual:{_grade(share / usual, (0.2, 0.4, 0.6, 0.8, 1.1))}")


_ENOUGH_PROSE = 5


def _grade(value: float, limits: Sequence[float]) -> int:
    return sum(value >= limit for limit in limits)


def _share(s: Shape, where: dict[str, list[int]], i: int) -> float | None:
    """Return how much of the vocabulary of a block stands elsewhere in the text; None where it has too little."""
    words = s.content
    return sum(_elsewhere(where.get(word), i) for word in words) / len(words) if len(words) >= 2 else None


def _beside(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """How many words a block shares with the nearest prose above and below."""
    above: list[Shape | None] = []
    last: Shape | None = None
    for s in shapes:
        above.append(last)
        last = s if s.prose else last
    last = None
    for i in range(len(shapes) - 1, -1, -1):
        s = shapes[i]
        near = [p for p in (above[i], last) if p is not None]
        if near and len(s.content) >= 2:
            shared = len(s.content & frozenset().union(*(p.content for p in near)))
            extra[i].add(f"kin beside:{min(shared, 4)}")
        last = s if s.prose else last


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
    apart = [_apart(s, more) for s, more in zip(shapes, extra, strict=True)]
    for i, (s, more) in enumerate(zip(shapes, extra, strict=True)):
        if i and "repeated beside" in extra[i - 1] and "repeated beside" not in more:
            more.add("below a repeated line")
        if not apart[i]:
            continue
        if s.words >= _SENTENCE:
            more.add("stranger")
            more.update(f"stranger & {mark}" for mark in s.marks if mark.startswith("selling:"))
        titled = more & {"echoed below", "repeated beside"}
        if titled and i + 1 < len(shapes) and (apart[i + 1] or "repeated beside" in more):
            more.add("title apart")
        if more & {"echoes above", "below a repeated line"} and apart[i - 1]:
            more.add("blurb apart")

    seen = [
        f"{'prose' if s.prose else 'line' if s.words < _LINE else 'text'}, {'apart' if strange else 'akin'}"
        for s, strange in zip(shapes, apart, strict=True)
    ]
    for i in range(1, len(shapes)):
        extra[i - 1].add(f"above {seen[i]}")
        extra[i].add(f"below {seen[i - 1]}")


_SENTENCE = 6
_LINE = 12


def _apart(s: Shape, more: set[str]) -> bool:
    stranger = more & {"kin:0", "kin:low"} and not more & {"kin names:1", "kin names:2+"}
    return bool(stranger) and not s.marks & {"speech", "news"}


_CROSSED = ("kin of usual:", "kin beside:", "kin:", "selling:", "past:")
_PLACED = frozenset(
    {
        "repeated beside",
        "below a repeated line",
        "echoed below",
        "echoes above",
        "title apart",
        "blurb apart",
        "stranger",
    }
    | {"ends ellipsis", "ends open", "fragment", "no verb", "bullet", "news", "speech", "third person", "pitch", "you"}
    | {"you:2+", "price", "kin:0", "kin:low", "kin names:0"}
    | {f"above {size}, {how}" for size in ("prose", "line", "text") for how in ("akin", "apart")}
)
_MOSTLY = 0.6


def _together(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """What means more together than apart: the size of a block, whether it stands amid a story, and what it shows."""
    story = sum(s.prose for s in shapes) >= _MOSTLY * sum(s.words >= 8 for s in shapes)
    for s, more in zip(shapes, extra, strict=True):
        size = "line" if s.words < 12 else "sentence" if s.words < 35 else "paragraph"
        size = f"{size} {'prose' if s.prose else 'no prose'}"
        shown = s.marks | more
        amid = story and "amid" in more
        crossed = {f"{size} & {name}" for name in shown if name.startswith(_CROSSED)}
        crossed |= {f"amid a story & {name}" for name in _PLACED if amid and name in shown}
        if amid:
            crossed.add(f"amid a story & {size}")
        kin = [n for n in more if n.startswith("kin of usual:")]
        sold = [n for n in s.marks if n.startswith("selling quietly:")]
        crossed |= {f"{k} & {n}" for k in kin for n in sold}
        more |= crossed


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


def _author_boxes(texts: Sequence[str], shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """Below the story: who wrote it, told by the name of a byline above or by where the author is to be reached."""
    signed: set[str] = set()
    last = max((i for i, s in enumerate(shapes) if s.prose and not s.marks & _BIO), default=-1)
    for i, (text, s) in enumerate(zip(texts, shapes, strict=True)):
        if "byline" in s.marks:
            signed.update(s.key.split()[1:])
        if i <= last or not s.marks & _BIO:
            continue
        named = AUTHOR.match(text)
        by_name = named is not None and set(named.group(1).lower().split()) <= signed
        if by_name or (named is not None and REACHED.search(text)):
            extra[i].add("author box")


_BIO = frozenset({"bio:short", "bio:long"})


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
