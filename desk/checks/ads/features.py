"""What each block shows in its place: its own shape, and how it stands to its neighbours and to the whole text."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from desk.checks.ads.forms import AUTHOR, REACHED
from desk.checks.ads.labels import Strength, any_country
from desk.checks.ads.marks import BlockMark, marks_of, together
from desk.checks.ads.shape import Shape, shape
from desk.checks.ads.word_places import WordPlaces

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
            more.add(BlockMark.HEADING)
    return [s.marks | more for s, more in zip(shapes, extra, strict=True)]


def _repeats(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    seen = Counter(s.key for s in shapes)
    for i, s in enumerate(shapes):
        if not s.key or seen[s.key] < 2:
            continue
        beside = (i and shapes[i - 1].key == s.key) or (i + 1 < len(shapes) and shapes[i + 1].key == s.key)
        extra[i].add(BlockMark.REPEATED_BESIDE if beside else BlockMark.REPEATED)


def _echoes(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """A short line whose telling words come again in the block below: a title above its blurb."""
    for i, (s, following) in enumerate(pairwise(shapes)):
        if not s.content or s.words > 16 or s.prose or following.words <= s.words:
            continue
        shared = len(s.content & following.content)
        if shared >= 0.6 * len(s.content):
            extra[i].add(BlockMark.ECHOED_BELOW)
            extra[i + 1].add(BlockMark.ECHOES_ABOVE)
            if i and shapes[i - 1].key == s.key:
                extra[i - 1].add(BlockMark.ECHOED_BELOW)


def _neighbours(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    for i in range(len(shapes)):
        before = i > 0 and shapes[i - 1].prose
        after = i + 1 < len(shapes) and shapes[i + 1].prose
        extra[i].add(_BESIDE_PROSE[shapes[i].words <= 12, before, after])


_BESIDE_PROSE = {
    (True, True, True): BlockMark.SHORT_BETWEEN_PROSE,
    (True, True, False): BlockMark.SHORT_BELOW_PROSE,
    (True, False, True): BlockMark.SHORT_ABOVE_PROSE,
    (True, False, False): BlockMark.SHORT_OFF_PROSE,
    (False, True, True): BlockMark.LONG_BETWEEN_PROSE,
    (False, True, False): BlockMark.LONG_BELOW_PROSE,
    (False, False, True): BlockMark.LONG_ABOVE_PROSE,
    (False, False, False): BlockMark.LONG_OFF_PROSE,
}
"""A block of a dozen words at most, prose above it, prose below it."""


def _runs(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """How long the run of blocks that are no prose is, in which a block stands."""
    start = 0
    for i in range(len(shapes) + 1):
        if i < len(shapes) and not shapes[i].prose:
            continue
        length = i - start
        run = _RUNS[_grade(length, (2, 4, 9))]
        for j in range(start, i):
            extra[j].add(run)
        start = i + 1


_RUNS = (BlockMark.RUN_1, BlockMark.RUN_2_3, BlockMark.RUN_4_8, BlockMark.RUN_9_PLUS)


def _kinship(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """How much of its vocabulary and of its names a block shares with prose elsewhere in the text."""
    where = WordPlaces(s.content | s.names if s.prose else () for s in shapes)
    for i, s in enumerate(shapes):
        names = where.elsewhere(s.names, i, _NEAR)
        if s.names:
            extra[i].add(_KIN_NAMES[min(names, 2)])
    shares = [_share(s, where, i) for i, s in enumerate(shapes)]
    own = sorted(share for share, s in zip(shares, shapes, strict=True) if s.prose and share is not None)
    usual = own[len(own) // 2] if len(own) >= _ENOUGH_PROSE else 0.0
    for share, more in zip(shares, extra, strict=True):
        if share is not None:
            more.add(_KIN[_grade(share, (0.2, 0.4))] if share else BlockMark.KIN_0)
            if usual:
                more.add(_OF_USUAL[_grade(share / usual, (0.2, 0.4, 0.6, 0.8, 1.1))])


_ENOUGH_PROSE = 5
_KIN_NAMES = (BlockMark.KIN_NAMES_0, BlockMark.KIN_NAMES_1, BlockMark.KIN_NAMES_2_PLUS)
_KIN = (BlockMark.KIN_LOW, BlockMark.KIN_SOME, BlockMark.KIN_HIGH)
_OF_USUAL = (
    BlockMark.KIN_OF_USUAL_0,
    BlockMark.KIN_OF_USUAL_1,
    BlockMark.KIN_OF_USUAL_2,
    BlockMark.KIN_OF_USUAL_3,
    BlockMark.KIN_OF_USUAL_4,
    BlockMark.KIN_OF_USUAL_5,
)
_BESIDE = (
    BlockMark.KIN_BESIDE_0,
    BlockMark.KIN_BESIDE_1,
    BlockMark.KIN_BESIDE_2,
    BlockMark.KIN_BESIDE_3,
    BlockMark.KIN_BESIDE_4,
)


def _grade(value: float, limits: Sequence[float]) -> int:
    return sum(value >= limit for limit in limits)


def _share(s: Shape, where: WordPlaces, i: int) -> float | None:
    """Return how much of the vocabulary of a block stands elsewhere in the text; None where it has too little."""
    return where.elsewhere(s.content, i, _NEAR) / len(s.content) if len(s.content) >= 2 else None


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
            extra[i].add(_BESIDE[min(shared, 4)])
        last = s if s.prose else last


def _place(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    prose = [i for i, s in enumerate(shapes) if s.prose]
    if not prose:
        for more in extra:
            more.add(BlockMark.NO_PROSE_AT_ALL)
        return
    first, last = prose[0], prose[-1]
    for i in range(len(shapes)):
        if i < first:
            extra[i].add(_BEFORE[min(first - i, 4) - 1])
        else:
            extra[i].add(_AFTER[min(i - last, 4) - 1] if i > last else BlockMark.AMID)


_BEFORE = (BlockMark.BEFORE_1, BlockMark.BEFORE_2, BlockMark.BEFORE_3, BlockMark.BEFORE_4_PLUS)
_AFTER = (BlockMark.AFTER_1, BlockMark.AFTER_2, BlockMark.AFTER_3, BlockMark.AFTER_4_PLUS)
_MARKERS = frozenset(
    {
        BlockMark.COMMENTS_SHORT,
        BlockMark.RELATED_SHORT,
        BlockMark.SHARE_SHORT,
        BlockMark.ACCOUNT_SHORT,
        BlockMark.LEGAL_SHORT,
    }
    | {BlockMark.CONTACT_SHORT, BlockMark.COMMENTS_COUNTER, BlockMark.SAYS_LINE, BlockMark.MENU_ALL, BlockMark.AGO}
)
_REACH = 3


def _strangers(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """Blocks that have nothing to do with the rest of the text: no name, no word, nobody speaks in them."""
    apart = [_apart(s, more) for s, more in zip(shapes, extra, strict=True)]
    for i, (s, more) in enumerate(zip(shapes, extra, strict=True)):
        if i and BlockMark.REPEATED_BESIDE in extra[i - 1] and BlockMark.REPEATED_BESIDE not in more:
            more.add(BlockMark.BELOW_A_REPEATED_LINE)
        if not apart[i]:
            continue
        if s.words >= _SENTENCE:
            more.add(BlockMark.STRANGER)
            more.update(_STRANGE[mark] for mark in s.marks & _SELLING)
        titled = more & _TITLES
        if titled and i + 1 < len(shapes) and (apart[i + 1] or BlockMark.REPEATED_BESIDE in more):
            more.add(BlockMark.TITLE_APART)
        if more & _BLURBS and apart[i - 1]:
            more.add(BlockMark.BLURB_APART)

    seen = [
        _NEIGHBOURS["prose" if s.prose else "line" if s.words < _LINE else "text", strange]
        for s, strange in zip(shapes, apart, strict=True)
    ]
    for i in range(1, len(shapes)):
        extra[i - 1].add(seen[i][0])
        extra[i].add(seen[i - 1][1])


_NEIGHBOURS = {
    ("prose", False): (BlockMark.ABOVE_PROSE_AKIN, BlockMark.BELOW_PROSE_AKIN),
    ("prose", True): (BlockMark.ABOVE_PROSE_APART, BlockMark.BELOW_PROSE_APART),
    ("line", False): (BlockMark.ABOVE_LINE_AKIN, BlockMark.BELOW_LINE_AKIN),
    ("line", True): (BlockMark.ABOVE_LINE_APART, BlockMark.BELOW_LINE_APART),
    ("text", False): (BlockMark.ABOVE_TEXT_AKIN, BlockMark.BELOW_TEXT_AKIN),
    ("text", True): (BlockMark.ABOVE_TEXT_APART, BlockMark.BELOW_TEXT_APART),
}
"""What a neighbour is, and whether it has nothing to do with the story: what that says of the block above and below."""
_SELLING = marks_of("selling:")
_STRANGE = together(BlockMark.STRANGER, _SELLING)
_TITLES = frozenset({BlockMark.ECHOED_BELOW, BlockMark.REPEATED_BESIDE})
_BLURBS = frozenset({BlockMark.ECHOES_ABOVE, BlockMark.BELOW_A_REPEATED_LINE})
_SENTENCE = 6
_LINE = 12


def _apart(s: Shape, more: set[str]) -> bool:
    return not more.isdisjoint(_STRANGE_WORDS) and more.isdisjoint(_NAMES_KIN) and s.marks.isdisjoint(_TOLD)


_STRANGE_WORDS = frozenset({BlockMark.KIN_0, BlockMark.KIN_LOW})
_NAMES_KIN = frozenset({BlockMark.KIN_NAMES_1, BlockMark.KIN_NAMES_2_PLUS})
_TOLD = frozenset({BlockMark.SPEECH, BlockMark.NEWS})
_CROSSED = marks_of("kin of usual:", "kin beside:", "kin:", "selling:", "past:")
_PLACED = frozenset(
    {
        BlockMark.REPEATED_BESIDE,
        BlockMark.BELOW_A_REPEATED_LINE,
        BlockMark.ECHOED_BELOW,
        BlockMark.ECHOES_ABOVE,
        BlockMark.TITLE_APART,
        BlockMark.BLURB_APART,
        BlockMark.STRANGER,
    }
    | {
        BlockMark.ENDS_ELLIPSIS,
        BlockMark.ENDS_OPEN,
        BlockMark.FRAGMENT,
        BlockMark.NO_VERB,
        BlockMark.BULLET,
        BlockMark.NEWS,
        BlockMark.SPEECH,
        BlockMark.THIRD_PERSON,
        BlockMark.PITCH,
        BlockMark.YOU,
    }
    | {BlockMark.YOU_2_PLUS, BlockMark.PRICE, BlockMark.KIN_0, BlockMark.KIN_LOW, BlockMark.KIN_NAMES_0}
    | {above for above, _ in _NEIGHBOURS.values()}
)
_SIZES = (
    (BlockMark.LINE_NO_PROSE, BlockMark.LINE_PROSE),
    (BlockMark.SENTENCE_NO_PROSE, BlockMark.SENTENCE_PROSE),
    (BlockMark.PARAGRAPH_NO_PROSE, BlockMark.PARAGRAPH_PROSE),
)
"""By the number of words, and whether the block is prose."""
_AMID_A_STORY = together(BlockMark.AMID_A_STORY, {*_PLACED, *(size for sizes in _SIZES for size in sizes)})
_SIZED = {size: together(size, _CROSSED) for sizes in _SIZES for size in sizes}
_USUAL = marks_of("kin of usual:")
_QUIETLY = marks_of("selling quietly:")
_USUALLY = {kin: together(kin, _QUIETLY) for kin in _USUAL}
_MOSTLY = 0.6


def _together(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """What means more together than apart: the size of a block, whether it stands amid a story, and what it shows."""
    story = sum(s.prose for s in shapes) >= _MOSTLY * sum(s.words >= 8 for s in shapes)
    for s, more in zip(shapes, extra, strict=True):
        size = _SIZES[_grade(s.words, (12, 35))][s.prose]
        shown = s.marks | more
        crossed = {_SIZED[size][mark] for mark in _CROSSED & shown}
        if story and BlockMark.AMID in more:
            crossed |= {_AMID_A_STORY[mark] for mark in _PLACED & shown}
            crossed.add(_AMID_A_STORY[size])
        crossed |= {_USUALLY[kin][sold] for kin in _USUAL & more for sold in _QUIETLY & s.marks}
        more |= crossed


def _markers(shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """Lines of a website close above, and how many there were since the last prose but one."""
    last = -_REACH - 1
    comments = 0
    told = False
    for i, (s, more) in enumerate(zip(shapes, extra, strict=True)):
        told = told or s.prose
        if i - last <= _REACH:
            more.add(BlockMark.WEBSITE_ABOVE if i - last > 1 else BlockMark.WEBSITE_JUST_ABOVE)
        if told and comments:
            more.add(_COMMENTS[_grade(comments, (2, 5))])
        if s.marks & _MARKERS:
            last = i
        comments += told and not s.marks.isdisjoint(_COMMENT)


_COMMENTS = (BlockMark.COMMENTS_ABOVE_1, BlockMark.COMMENTS_ABOVE_2_4, BlockMark.COMMENTS_ABOVE_5_PLUS)
_COMMENT = frozenset({BlockMark.COMMENTS_SHORT, BlockMark.COMMENTS_COUNTER, BlockMark.SAYS_LINE})


def _labels(texts: Sequence[str], shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    known = any_country()
    for i, text in enumerate(texts):
        strength = known.strength(text) if shapes[i].words <= _LABEL_WORDS else None
        if strength is None:
            continue
        extra[i].add(_LABELS[strength])
        for below in range(i + 1, min(i + 1 + _REACH, len(texts))):
            extra[below].add(BlockMark.BELOW_A_LABEL if below == i + 1 else BlockMark.NEAR_BELOW_A_LABEL)


_LABEL_WORDS = 12
_LABELS = {Strength.STRONG: BlockMark.LABEL_STRONG, Strength.WEAK: BlockMark.LABEL_WEAK}


def _author_boxes(texts: Sequence[str], shapes: Sequence[Shape], extra: list[set[str]]) -> None:
    """Below the story: who wrote it, told by the name of a byline above or by where the author is to be reached."""
    signed: set[str] = set()
    last = max((i for i, s in enumerate(shapes) if s.prose and not s.marks & _BIO), default=-1)
    for i, (text, s) in enumerate(zip(texts, shapes, strict=True)):
        if BlockMark.BYLINE in s.marks:
            signed.update(s.key.split()[1:])
        if i <= last or not s.marks & _BIO:
            continue
        named = AUTHOR.match(text)
        by_name = named is not None and set(named.group(1).lower().split()) <= signed
        if by_name or (named is not None and REACHED.search(text)):
            extra[i].add(BlockMark.AUTHOR_BOX)


_BIO = frozenset({BlockMark.BIO_SHORT, BlockMark.BIO_LONG})


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
            extra[i].add(_TOLD_BELOW[gap <= 3][_grade(share, (0.3, 0.6))])
        if i + 1 < len(shapes) and shapes[i + 1].marks & _BYLINES:
            extra[i].add(BlockMark.ABOVE_A_BYLINE)


_LEAD_REACH = 8
_TOLD_BELOW = (
    (BlockMark.TOLD_BELOW_FAR_LITTLE, BlockMark.TOLD_BELOW_FAR_SOME, BlockMark.TOLD_BELOW_FAR_MOST),
    (BlockMark.TOLD_BELOW_NEAR_LITTLE, BlockMark.TOLD_BELOW_NEAR_SOME, BlockMark.TOLD_BELOW_NEAR_MOST),
)
_BYLINES = frozenset({BlockMark.BYLINE, BlockMark.NOBODY})
