"""What one block shows by itself, whatever stands around it: its words counted, its form named.

Everything here depends on the text of the block alone, so it is kept by text and an edit elsewhere costs nothing.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from desk.checks.ads.cues import cues
from desk.checks.ads.forms import FIGURE, forms
from desk.checks.ads.marks import MARKS, Mark

READ = 1_600
"""Code points of a block that are looked at, from its front (two thirds) and its end: enough to know what it is."""

_WORD = re.compile(r"[^\W_][\w'’+.-]*", re.UNICODE)
_QUOTED = re.compile(r"“[^”]{12,}(?:”|$)|\"[^\"]{12,}(?:\"|$)|(?<!\w)[‘'][^’'\n]{20,}[’'](?!\w)")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*(?=\s|$)")
_INITIALISM = re.compile(r"\b(?:[A-Z]\.)+|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Rs|No|vs|Inc|Co|Corp|Ltd|Jr)\.")

_SHORT = 12
"""Words: a block of no more is a line rather than a paragraph."""
_YOU = re.compile(r"\b(?:you|your|yours|yourself|you['’](?:re|ll|ve|d))\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[wW]e|[oO]ur|us|[wW]e['’](?:re|ll|ve)|[mM]y|I|I['’](?:m|ve))\b")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?]\s+)[\W_]*(\w[\w'’-]*)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block shows: `marks` name the features that hold, `content` the telling words, `key` the plain form."""

    words: int
    key: str
    content: frozenset[str]
    names: frozenset[str]
    marks: frozenset[Mark]
    prose: bool


def shape(text: str) -> Shape:
    """Return what the text of one block shows; at most `READ` code points of it are looked at."""
    if "](" in text or text.startswith("#"):
        return _shape_of_markdown(text)
    if len(text) <= READ:
        return _shape(text.replace("\n", " "), 0)
    ends = f"{text[: READ * 2 // 3]} {text[-READ // 3 :]}"
    return _shape(ends.replace("\n", " "), text.count(" "))


_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^()\s]{0,500}\)")
_HEADING = re.compile(r"^#{1,6}\s+")
_LINKED = 0.7
"""Where that share of the letters leads elsewhere, the block is a row of links."""


def _shape_of_markdown(text: str) -> Shape:
    front = _HEADING.sub("", text[:READ])
    bare = _LINK.sub(r"\1", front).replace("\n", " ")
    letters = sum(map(str.isalnum, bare))
    linked = sum(sum(map(str.isalnum, words)) for words in _LINK.findall(front))
    seen = _shape(bare, text.count(" ") if len(text) > READ else 0)
    return replace(seen, marks=seen.marks | {Mark.LINKED}) if letters and linked >= _LINKED * letters else seen


@lru_cache(maxsize=4096)
def _shape(seen: str, at_least: int) -> Shape:
    tokens = _WORD.findall(seen)
    lower = [token.lower().rstrip(".-+").replace("’", "'") for token in tokens]
    unquoted = _QUOTED.sub(" ", seen)
    count = max(len(tokens), at_least)
    marks = {
        *_length(count),
        *_ending(seen),
        *_letters(seen, tokens, lower),
        *_cue_words(lower),
        *_cue_phrases(lower, seen.lower(), count),
        *_persons(unquoted),
        *_telling(lower),
        *forms(seen, short=count <= _SHORT),
    }
    if len(unquoted) < len(seen):
        marks.add(Mark.SPEECH)
    if any(word in cues().words["pitch_verb"] for word in _SENTENCE_STARTS.findall(unquoted.lower())):
        marks.add(Mark.PITCH)
    marks |= _together(marks)
    prose = _is_prose(count, marks)
    return Shape(count, " ".join(lower[:40]), _content(lower), _names(tokens, seen, marks), frozenset(marks), prose)


def _together(marks: set[Mark]) -> set[Mark]:
    """Return the names of what means more together than apart."""
    kinds = min(sum([not marks.isdisjoint(signs) for signs in _SIGNS_OF_SELLING]), 5)
    out = {_SELLING[kinds]}
    if marks.isdisjoint(_TELLS):
        out.add(_SELLING_QUIETLY[kinds])
    if Mark.FINITE not in marks and Mark.WORDS_1 not in marks:
        out.add(Mark.NO_VERB if marks.isdisjoint(_ENDS) else Mark.FRAGMENT)
    return out


_SIGNS_OF_SELLING = (
    frozenset({Mark.PRAISE}),
    frozenset({Mark.GOODS}),
    frozenset({Mark.STUFF}),
    frozenset({Mark.SHOP}),
    frozenset({Mark.PITCH}),
    frozenset({Mark.YOU, Mark.YOU_2_PLUS}),
    frozenset({Mark.OFFER_SHORT, Mark.OFFER_LONG}),
    frozenset({Mark.PRICE, Mark.RUPEES, Mark.DISCOUNT, Mark.CODE, Mark.MEASURE, Mark.TRADEMARK}),
    frozenset({Mark.BRAND}),
)
_SELLING = (Mark.SELLING_0, Mark.SELLING_1, Mark.SELLING_2, Mark.SELLING_3, Mark.SELLING_4, Mark.SELLING_5)
_SELLING_QUIETLY = (
    Mark.SELLING_QUIETLY_0,
    Mark.SELLING_QUIETLY_1,
    Mark.SELLING_QUIETLY_2,
    Mark.SELLING_QUIETLY_3,
    Mark.SELLING_QUIETLY_4,
    Mark.SELLING_QUIETLY_5,
)
_TELLS = frozenset({Mark.NEWS, Mark.SPEECH})
_ENDS = frozenset({Mark.ENDS_SENTENCE, Mark.ENDS_ELLIPSIS})
_ENDS_WHOLE = frozenset({Mark.ENDS_SENTENCE, Mark.ENDS_QUOTE})


def _is_prose(count: int, marks: set[Mark]) -> bool:
    ended = not marks.isdisjoint(_ENDS_WHOLE) and Mark.SMALL_FEW not in marks
    return ended and (count >= 25 or (count >= 14 and Mark.FINITE in marks))


def _length(count: int) -> set[Mark]:
    return {next((mark for limit, mark in _LENGTHS if count <= limit), Mark.WORDS_60_PLUS)}


_LENGTHS = (
    (1, Mark.WORDS_1),
    (3, Mark.WORDS_2_3),
    (6, Mark.WORDS_4_6),
    (11, Mark.WORDS_7_11),
    (19, Mark.WORDS_12_19),
    (34, Mark.WORDS_20_34),
    (59, Mark.WORDS_35_59),
)


def _ending(seen: str) -> set[Mark]:
    text = seen.rstrip()
    sentences = len(_SENTENCE_END.findall(_INITIALISM.sub("x", text)))
    out = {_SENTENCES[min(sentences, 3)]}
    if text.endswith(("...", "…", ". . .")):
        return out | {Mark.ENDS_ELLIPSIS}
    if text.endswith(("”", '"', "’”", "'\"")):
        return out | {Mark.ENDS_QUOTE}
    if text.endswith((".", "!", "?", ".)", ".]", ".'", ".’")):
        return out | {Mark.ENDS_SENTENCE}
    return out | ({Mark.ENDS_COLON} if text.endswith(":") else {Mark.ENDS_OPEN})


_SENTENCES = (Mark.SENTENCES_0, Mark.SENTENCES_1, Mark.SENTENCES_2, Mark.SENTENCES_3)


def _letters(seen: str, tokens: list[str], lower: list[str]) -> set[Mark]:
    out: set[Mark] = set()
    small = cues().words["small"]
    main = [t for t, low in zip(tokens, lower, strict=True) if low not in small and t[0].isalpha()]
    capital = sum([t[0].isupper() for t in main])
    if len(main) >= 2:
        out.add(
            Mark.TITLED_ALL
            if capital == len(main)
            else Mark.TITLED_MOST
            if capital >= 0.6 * len(main)
            else Mark.TITLED_FEW
        )
    if _CAPITALS.search(seen):
        out |= _shouting(tokens, main)
    if len(tokens) >= 5:
        share = sum(map(small.__contains__, lower)) / len(tokens)
        out.add(Mark.SMALL_FEW if share < 0.15 else Mark.SMALL_SOME if share < 0.3 else Mark.SMALL_MANY)
    if FIGURE.search(seen) and sum(t[0].isdigit() for t in tokens) >= max(2, 0.25 * len(tokens)):
        out.add(Mark.FIGURES)
    return out


_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}")


def _shouting(tokens: list[str], main: list[str]) -> set[Mark]:
    shouted = [t for t in main if t.isupper() and len(t) > 1]
    if main and len(shouted) == len(main):
        return {Mark.SHOUTED}
    out = {Mark.SHOUTED_START} if shouted and tokens[0].isupper() and len(tokens[0]) > 2 else set()
    enticing = cues().words["shop"] | cues().words["praise"]
    if any(t.lower() in enticing for t in tokens if t.isupper()):
        out.add(Mark.SHOUTS)
    return out


def _cue_words(lower: list[str]) -> set[Mark]:
    out: set[Mark] = set()
    lists = cues().words
    for name, one, two, four, dense in _LISTS:
        hits = len(lists[name].intersection(lower))
        if not hits:
            continue
        out.add(one)
        if hits >= 2 and two:
            out.add(two)
        if hits >= 4 and four:
            out.add(four)
        if dense and hits >= 0.15 * len(lower):
            out.add(dense)
    menu = sum(word in lists["menu"] for word in lower)
    if menu:
        out.add(
            Mark.MENU_ALL
            if menu >= 0.8 * len(lower)
            else Mark.MENU_HALF
            if menu >= 0.4 * len(lower)
            else Mark.MENU_SOME
        )
    return out


_LISTS = (
    ("praise", Mark.PRAISE, Mark.PRAISE_2_PLUS, Mark.PRAISE_4_PLUS, Mark.PRAISE_DENSE),
    ("goods", Mark.GOODS, Mark.GOODS_2_PLUS, None, Mark.GOODS_DENSE),
    ("stuff", Mark.STUFF, Mark.STUFF_2_PLUS, Mark.STUFF_4_PLUS, Mark.STUFF_DENSE),
    ("shop", Mark.SHOP, Mark.SHOP_2_PLUS, None, Mark.SHOP_DENSE),
    ("news", Mark.NEWS, Mark.NEWS_2_PLUS, Mark.NEWS_4_PLUS, None),
    ("finite", Mark.FINITE, None, None, None),
    ("brand", Mark.BRAND, Mark.BRAND_2_PLUS, None, None),
    ("colour", Mark.COLOUR, Mark.COLOUR_2_PLUS, None, None),
    ("appeal", Mark.APPEAL, Mark.APPEAL_2_PLUS, None, None),
)
"""A list of words, and what one of them shows, two, four, and many for the length of the block."""


def _cue_phrases(lower: list[str], text: str, count: int) -> set[Mark]:
    size = "short" if count <= _SHORT else "long"
    return {MARKS[f"{name}:{size}"] for name in cues().spoken(lower, text)}


def _persons(unquoted: str) -> set[Mark]:
    you, we = len(_YOU.findall(unquoted)), bool(_WE.search(unquoted))
    return {
        name
        for name, holds in (
            (Mark.YOU, you == 1),
            (Mark.YOU_2_PLUS, you > 1),
            (Mark.WE, we),
            (Mark.YOU_AND_WE, you and we),
        )
        if holds
    }


def _telling(lower: list[str]) -> set[Mark]:
    """Return what shows that a block tells of what people did, as news does and advertisements hardly do."""
    third = cues().words["third"].intersection(lower)
    out = {Mark.THIRD_PERSON} if third else set()
    if len(lower) >= _LONG_ENOUGH:
        past = cues().words["past"]
        told = sum(word in past or (len(word) > 4 and word.endswith("ed")) for word in lower)
        out.add(_PAST[min(told, 3)])
        the = lower.count("the")
        out.add(_THE[min(the, 3)])
    return out


_LONG_ENOUGH = 8
_PAST = (Mark.PAST_0, Mark.PAST_1, Mark.PAST_2, Mark.PAST_3)
_THE = (Mark.THE_0, Mark.THE_1, Mark.THE_2, Mark.THE_3)
_ALL_CAPITALS = frozenset({Mark.SHOUTED, Mark.TITLED_ALL})


def _content(lower: list[str]) -> frozenset[str]:
    """Return the words that tell what a block is about, cut to six letters so that endings do not part them."""
    plain = cues().words
    return frozenset(w[:6] for w in lower if len(w) > 3 and w not in plain["small"] and w not in plain["finite"])


def _names(tokens: list[str], seen: str, marks: set[Mark]) -> frozenset[str]:
    """Return the capitalised words that do not merely open a sentence, in small letters."""
    if not marks.isdisjoint(_ALL_CAPITALS):
        return frozenset()  # everything has a capital here, so a capital names nothing
    opens = {m.group(1) for m in _SENTENCE_STARTS.finditer(seen)}
    named = (t for t in tokens if t[0].isupper() and len(t) > 2 and t not in opens)
    return frozenset(t.rstrip(".").removesuffix("’s").removesuffix("'s").lower() for t in named)
