"""What one block shows by itself, whatever stands around it: its words counted, its form named.

Everything here depends on the text of the block alone, so it is kept by text and an edit elsewhere costs nothing.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from desk.checks.ads.cues import cues
from desk.checks.ads.forms import FIGURE, forms
from desk.checks.ads.marks import MARKS, BlockMark
from desk.text.kept import kept_by_passage
from desk.text.matcher import matcher
from desk.text.words import holds_one

READ = 1_600
"""Code points of a block that are looked at, from its front (two thirds) and its end: enough to know what it is."""

_WORD = matcher(r"[^\W_][\w'’+.-]*", re.UNICODE)
_QUOTED = matcher(r"“[^”]{12,}(?:”|$)|\"[^\"]{12,}(?:\"|$)|(?<!\w)[‘'][^’'\n]{20,}[’'](?!\w)")
_SENTENCE_END = matcher(r"[.!?]['\"”’)\]]*(?=\s|$)")
_INITIALISM = matcher(
    r"[A-Zv](?<=\b.)(?:(?<!v)\.(?:[A-Z]\.)*|(?:(?<=M)(?:rs?|s)|(?<=D)r|(?<=S)(?:t|en)|(?<=R)(?:ep|s)|(?<=G)(?:ov|en)"
    r"|(?<=N)o|(?<=v)s|(?<=I)nc|(?<=C)(?:o|orp)|(?<=L)td|(?<=J)r)\.)"
)
"""“U.S.”, “Mr.”, “vs.”: begun at a capital or a v, where others are passed by; so are those of `_WE`."""

_SHORT = 12
"""Words: a block of no more is a line rather than a paragraph."""
_YOU = matcher(r"\b(?:you|your|yours|yourself|you['’](?:re|ll|ve|d))\b", re.IGNORECASE)
_WE = matcher(r"[wWoOumMI](?<=\b.)(?:(?<=[wW])e|(?<=[oO])ur|(?<=u)s|(?<=[mM])y|(?<=I))\b")
"""We, our, us, my, I, and what is cut short behind them."""
_QUOTES = ("“", '"', "‘", "'")
_FIRST_WORD = matcher(r"[\W_]*(\w[\w'’-]*)")
_SENTENCE_STARTS = matcher(r"[.!?]\s+[\W_]*(\w[\w'’-]*)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block shows: `marks` name the features that hold, `content` the telling words, `key` the plain form."""

    words: int
    key: str
    content: frozenset[str]
    names: frozenset[str]
    marks: frozenset[BlockMark]
    prose: bool


@kept_by_passage
def shape(text: str) -> Shape:
    """Return what the text of one block shows; at most `READ` code points of it are looked at."""
    if "](" in text or text.startswith("#"):
        return _shape_of_markdown(text)
    if len(text) <= READ:
        return _shape(text.replace("\n", " "), 0)
    ends = f"{text[: READ * 2 // 3]} {text[-READ // 3 :]}"
    return _shape(ends.replace("\n", " "), text.count(" "))


_LINK = matcher(r"!?\[([^\]\n]{0,300})\]\([^()\s]{0,500}\)")
_HEADING = matcher(r"^#{1,6}\s+")
_LINKED = 0.7
"""Where that share of the letters leads elsewhere, the block is a row of links."""


def _shape_of_markdown(text: str) -> Shape:
    front = _HEADING.sub("", text[:READ])
    bare = _LINK.sub(r"\1", front).replace("\n", " ")
    letters = sum(map(str.isalnum, bare))
    linked = sum(sum(map(str.isalnum, words)) for words in _LINK.findall(front))
    seen = _shape(bare, text.count(" ") if len(text) > READ else 0)
    return replace(seen, marks=seen.marks | {BlockMark.LINKED}) if letters and linked >= _LINKED * letters else seen


def _shape(seen: str, at_least: int) -> Shape:
    tokens = _WORD.findall(seen)
    lower = _lowered(tokens)
    seen_lower = seen.lower()
    unquoted = _QUOTED.sub(" ", seen) if holds_one(seen, _QUOTES) else seen
    unquoted_lower = seen_lower if unquoted is seen else unquoted.lower()
    count = max(len(tokens), at_least)
    marks = {
        *_length(count),
        *_ending(seen),
        *_letters(seen, tokens, lower),
        *_cue_words(lower),
        *_cue_phrases(lower, seen_lower, count),
        *_persons(unquoted, unquoted_lower),
        *_telling(lower),
        *forms(seen, seen_lower, short=count <= _SHORT),
    }
    if len(unquoted) < len(seen):
        marks.add(BlockMark.SPEECH)
    if not cues().words["pitch_verb"].isdisjoint(_sentence_starts(unquoted_lower)):
        marks.add(BlockMark.PITCH)
    marks |= _together(marks)
    prose = _is_prose(count, marks)
    return Shape(count, " ".join(lower[:40]), _content(lower), _names(tokens, seen, marks), frozenset(marks), prose)


def _lowered(tokens: list[str]) -> list[str]:
    """Return the words in small letters without marks behind; made of all of them at once."""
    lower = " ".join(tokens).lower().replace("’", "'").split(" ") if tokens else []
    return [word.rstrip(".-+") if word[-1] in ".-+" else word for word in lower]


def _together(marks: set[BlockMark]) -> set[BlockMark]:
    """Return the names of what means more together than apart."""
    kinds = min(sum([not marks.isdisjoint(signs) for signs in _SIGNS_OF_SELLING]), 5)
    out = {_SELLING[kinds]}
    if marks.isdisjoint(_TELLS):
        out.add(_SELLING_QUIETLY[kinds])
    if BlockMark.FINITE not in marks and BlockMark.WORDS_1 not in marks:
        out.add(BlockMark.NO_VERB if marks.isdisjoint(_ENDS) else BlockMark.FRAGMENT)
    return out


_SIGNS_OF_SELLING = (
    frozenset({BlockMark.PRAISE}),
    frozenset({BlockMark.GOODS}),
    frozenset({BlockMark.STUFF}),
    frozenset({BlockMark.SHOP}),
    frozenset({BlockMark.PITCH}),
    frozenset({BlockMark.YOU, BlockMark.YOU_2_PLUS}),
    frozenset({BlockMark.OFFER_SHORT, BlockMark.OFFER_LONG}),
    frozenset(
        {BlockMark.PRICE, BlockMark.RUPEES, BlockMark.DISCOUNT, BlockMark.CODE, BlockMark.MEASURE, BlockMark.TRADEMARK}
    ),
    frozenset({BlockMark.BRAND}),
)
_SELLING = (
    BlockMark.SELLING_0,
    BlockMark.SELLING_1,
    BlockMark.SELLING_2,
    BlockMark.SELLING_3,
    BlockMark.SELLING_4,
    BlockMark.SELLING_5,
)
_SELLING_QUIETLY = (
    BlockMark.SELLING_QUIETLY_0,
    BlockMark.SELLING_QUIETLY_1,
    BlockMark.SELLING_QUIETLY_2,
    BlockMark.SELLING_QUIETLY_3,
    BlockMark.SELLING_QUIETLY_4,
    BlockMark.SELLING_QUIETLY_5,
)
_TELLS = frozenset({BlockMark.NEWS, BlockMark.SPEECH})
_ENDS = frozenset({BlockMark.ENDS_SENTENCE, BlockMark.ENDS_ELLIPSIS})
_ENDS_WHOLE = frozenset({BlockMark.ENDS_SENTENCE, BlockMark.ENDS_QUOTE})


def _is_prose(count: int, marks: set[BlockMark]) -> bool:
    ended = not marks.isdisjoint(_ENDS_WHOLE) and BlockMark.SMALL_FEW not in marks
    return ended and (count >= 25 or (count >= 14 and BlockMark.FINITE in marks))


def _length(count: int) -> set[BlockMark]:
    return {_LENGTHS[bisect_left(_LIMITS, count)]}


_LIMITS = (1, 3, 6, 11, 19, 34, 59)
_LENGTHS = (
    BlockMark.WORDS_1,
    BlockMark.WORDS_2_3,
    BlockMark.WORDS_4_6,
    BlockMark.WORDS_7_11,
    BlockMark.WORDS_12_19,
    BlockMark.WORDS_20_34,
    BlockMark.WORDS_35_59,
    BlockMark.WORDS_60_PLUS,
)
"""By the limit in words up to which each reaches."""


def _ending(seen: str) -> set[BlockMark]:
    text = seen.rstrip()
    sentences = len(_SENTENCE_END.findall(_INITIALISM.sub("x", text)))
    out = _SENTENCES[min(sentences, 3)]
    if text.endswith(("...", "…", ". . .")):
        return {out, BlockMark.ENDS_ELLIPSIS}
    if text.endswith(("”", '"', "’”", "'\"")):
        return {out, BlockMark.ENDS_QUOTE}
    if text.endswith((".", "!", "?", ".)", ".]", ".'", ".’")):
        return {out, BlockMark.ENDS_SENTENCE}
    return {out, BlockMark.ENDS_COLON if text.endswith(":") else BlockMark.ENDS_OPEN}


_SENTENCES = (BlockMark.SENTENCES_0, BlockMark.SENTENCES_1, BlockMark.SENTENCES_2, BlockMark.SENTENCES_3)


def _letters(seen: str, tokens: list[str], lower: list[str]) -> set[BlockMark]:
    out: set[BlockMark] = set()
    small = cues().words["small"]
    main = [t for t, low in zip(tokens, lower, strict=True) if low not in small and t[0].isalpha()]
    capital = len([True for t in main if t[0].isupper()])
    if len(main) >= 2:
        out.add(
            BlockMark.TITLED_ALL
            if capital == len(main)
            else BlockMark.TITLED_MOST
            if capital >= 0.6 * len(main)
            else BlockMark.TITLED_FEW
        )
    if _CAPITALS.search(seen):
        out |= _shouting(tokens, main)
    if len(tokens) >= 5:
        share = sum(map(small.__contains__, lower)) / len(tokens)
        out.add(BlockMark.SMALL_FEW if share < 0.15 else BlockMark.SMALL_SOME if share < 0.3 else BlockMark.SMALL_MANY)
    if FIGURE.search(seen) and len([True for t in tokens if t[0].isdigit()]) >= max(2, 0.25 * len(tokens)):
        out.add(BlockMark.FIGURES)
    return out


_CAPITALS = matcher(r"[^\W\d_a-zß-ÿ]{2}")


def _shouting(tokens: list[str], main: list[str]) -> set[BlockMark]:
    shouted = [t for t in main if t.isupper() and len(t) > 1]
    if main and len(shouted) == len(main):
        return {BlockMark.SHOUTED}
    out = {BlockMark.SHOUTED_START} if shouted and tokens[0].isupper() and len(tokens[0]) > 2 else set()
    enticing = cues().words["shop"] | cues().words["praise"]
    if any(t.lower() in enticing for t in tokens if t.isupper()):
        out.add(BlockMark.SHOUTS)
    return out


def _cue_words(lower: list[str]) -> set[BlockMark]:
    out: set[BlockMark] = set()
    lists, telling = cues().words, _telling_words().intersection(lower)
    for name, one, two, four, dense in _LISTS:
        hits = len(lists[name] & telling)
        if not hits:
            continue
        out.add(one)
        if hits >= 2 and two:
            out.add(two)
        if hits >= 4 and four:
            out.add(four)
        if dense and hits >= 0.15 * len(lower):
            out.add(dense)
    menu = 0 if lists["menu"].isdisjoint(telling) else sum(word in lists["menu"] for word in lower)
    if menu:
        out.add(
            BlockMark.MENU_ALL
            if menu >= 0.8 * len(lower)
            else BlockMark.MENU_HALF
            if menu >= 0.4 * len(lower)
            else BlockMark.MENU_SOME
        )
    return out


_LISTS = (
    ("praise", BlockMark.PRAISE, BlockMark.PRAISE_2_PLUS, BlockMark.PRAISE_4_PLUS, BlockMark.PRAISE_DENSE),
    ("goods", BlockMark.GOODS, BlockMark.GOODS_2_PLUS, None, BlockMark.GOODS_DENSE),
    ("stuff", BlockMark.STUFF, BlockMark.STUFF_2_PLUS, BlockMark.STUFF_4_PLUS, BlockMark.STUFF_DENSE),
    ("shop", BlockMark.SHOP, BlockMark.SHOP_2_PLUS, None, BlockMark.SHOP_DENSE),
    ("news", BlockMark.NEWS, BlockMark.NEWS_2_PLUS, BlockMark.NEWS_4_PLUS, None),
    ("finite", BlockMark.FINITE, None, None, None),
    ("brand", BlockMark.BRAND, BlockMark.BRAND_2_PLUS, None, None),
    ("colour", BlockMark.COLOUR, BlockMark.COLOUR_2_PLUS, None, None),
    ("appeal", BlockMark.APPEAL, BlockMark.APPEAL_2_PLUS, None, None),
)
"""A list of words, and what one of them shows, two, four, and many for the length of the block."""


@cache
def _telling_words() -> frozenset[str]:
    """Return the words of all lists, of which a block has few: it is held against each list by these alone."""
    lists = cues().words
    return lists["menu"].union(*(lists[name] for name, *_ in _LISTS))


def _cue_phrases(lower: list[str], text: str, count: int) -> set[BlockMark]:
    size = "short" if count <= _SHORT else "long"
    return {MARKS[f"{name}:{size}"] for name in cues().spoken(lower, text)}


def _persons(unquoted: str, lower: str) -> set[BlockMark]:
    you = len(_YOU.findall(unquoted)) if "you" in lower else 0
    we = bool(_WE.search(unquoted))
    out = {BlockMark.YOU if you == 1 else BlockMark.YOU_2_PLUS} if you else set()
    if we:
        out |= {BlockMark.WE, BlockMark.YOU_AND_WE} if you else {BlockMark.WE}
    return out


def _telling(lower: list[str]) -> set[BlockMark]:
    """Return what shows that a block tells of what people did, as news does and advertisements hardly do."""
    third = cues().words["third"].intersection(lower)
    out = {BlockMark.THIRD_PERSON} if third else set()
    if len(lower) >= _LONG_ENOUGH:
        past = cues().words["past"]
        told = len([True for word in lower if word in past or (len(word) > 4 and word.endswith("ed"))])
        out.add(_PAST[min(told, 3)])
        the = lower.count("the")
        out.add(_THE[min(the, 3)])
    return out


_LONG_ENOUGH = 8
_PAST = (BlockMark.PAST_0, BlockMark.PAST_1, BlockMark.PAST_2, BlockMark.PAST_3)
_THE = (BlockMark.THE_0, BlockMark.THE_1, BlockMark.THE_2, BlockMark.THE_3)
_ALL_CAPITALS = frozenset({BlockMark.SHOUTED, BlockMark.TITLED_ALL})


def _content(lower: list[str]) -> frozenset[str]:
    """Return the words that tell what a block is about, cut to six letters so that endings do not part them."""
    plain = cues().words
    return frozenset([w[:6] for w in {*lower} - plain["small"] - plain["finite"] if len(w) > 3])


def _names(tokens: list[str], seen: str, marks: set[BlockMark]) -> frozenset[str]:
    """Return the capitalised words that do not merely open a sentence, in small letters."""
    if not marks.isdisjoint(_ALL_CAPITALS):
        return frozenset()  # everything has a capital here, so a capital names nothing
    named = {t for t in tokens if t[0].isupper() and len(t) > 2}.difference(_sentence_starts(seen))
    return frozenset([t.rstrip(".").removesuffix("’s").removesuffix("'s").lower() for t in named])


def _sentence_starts(text: str) -> list[str]:
    """Return the first word of each sentence."""
    first = _FIRST_WORD.match(text)
    return [first[1], *_SENTENCE_STARTS.findall(text, first.end())] if first else []
