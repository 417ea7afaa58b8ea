"""What one block shows by itself, whatever stands around it: its words counted, its form named.

Everything here depends on the text of the block alone, so it is kept by text and an edit elsewhere costs nothing.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from desk.checks.ads.cues import cues
from desk.checks.ads.forms import FIGURE, forms

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
    marks: frozenset[str]
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
    return replace(seen, marks=seen.marks | {"linked"}) if letters and linked >= _LINKED * letters else seen


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
        marks.add("speech")
    if any(word in cues().words["pitch_verb"] for word in _SENTENCE_STARTS.findall(unquoted.lower())):
        marks.add("pitch")
    marks |= _together(marks)
    prose = _is_prose(count, marks)
    return Shape(count, " ".join(lower[:40]), _content(lower), _names(tokens, seen, marks), frozenset(marks), prose)


def _together(marks: set[str]) -> set[str]:
    """Return the names of what means more together than apart."""
    kinds = sum(bool(marks & {name, f"{name}:2+"}) for name in ("praise", "goods", "stuff", "shop", "pitch"))
    kinds += bool(marks & {"you", "you:2+"}) + bool(marks & {"offer:short", "offer:long"})
    kinds += bool(marks & {"price", "rupees", "discount", "code", "measure", "trademark"}) + bool(marks & {"brand"})
    quiet = not marks & {"news", "speech"}
    out = {f"selling:{min(kinds, 5)}"}
    if quiet:
        out.add(f"selling quietly:{min(kinds, 5)}")
    if "finite" not in marks and "words:1" not in marks:
        out.add("fragment" if marks & {"ends sentence", "ends ellipsis"} else "no verb")
    return out


def _is_prose(count: int, marks: set[str]) -> bool:
    ended = bool(marks & {"ends sentence", "ends quote"}) and "small:few" not in marks
    return ended and (count >= 25 or (count >= 14 and "finite" in marks))


def _length(count: int) -> set[str]:
    for limit, name in ((1, "1"), (3, "2-3"), (6, "4-6"), (11, "7-11"), (19, "12-19"), (34, "20-34"), (59, "35-59")):
        if count <= limit:
            return {f"words:{name}"}
    return {"words:60+"}


def _ending(seen: str) -> set[str]:
    text = seen.rstrip()
    sentences = len(_SENTENCE_END.findall(_INITIALISM.sub("x", text)))
    out = {f"sentences:{min(sentences, 3)}"}
    if text.endswith(("...", "…", ". . .")):
        return out | {"ends ellipsis"}
    if text.endswith(("”", '"', "’”", "'\"")):
        return out | {"ends quote"}
    if text.endswith((".", "!", "?", ".)", ".]", ".'", ".’")):
        return out | {"ends sentence"}
    return out | ({"ends colon"} if text.endswith(":") else {"ends open"})


def _letters(seen: str, tokens: list[str], lower: list[str]) -> set[str]:
    out = set()
    small = cues().words["small"]
    main = [t for t, low in zip(tokens, lower, strict=True) if low not in small and t[0].isalpha()]
    capital = sum([t[0].isupper() for t in main])
    if len(main) >= 2:
        out.add("titled:all" if capital == len(main) else "titled:most" if capital >= 0.6 * len(main) else "titled:few")
    if _CAPITALS.search(seen):
        out |= _shouting(tokens, main)
    if len(tokens) >= 5:
        share = sum(map(small.__contains__, lower)) / len(tokens)
        out.add("small:few" if share < 0.15 else "small:some" if share < 0.3 else "small:many")
    if FIGURE.search(seen) and sum(t[0].isdigit() for t in tokens) >= max(2, 0.25 * len(tokens)):
        out.add("figures")
    return out


_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2}")


def _shouting(tokens: list[str], main: list[str]) -> set[str]:
    shouted = [t for t in main if t.isupper() and len(t) > 1]
    if main and len(shouted) == len(main):
        return {"shouted"}
    out = {"shouted start"} if shouted and tokens[0].isupper() and len(tokens[0]) > 2 else set()
    enticing = cues().words["shop"] | cues().words["praise"]
    if any(t.lower() in enticing for t in tokens if t.isupper()):
        out.add("shouts")
    return out


def _cue_words(lower: list[str]) -> set[str]:
    out = set()
    lists = cues().words
    for name in ("praise", "goods", "stuff", "shop", "news", "finite", "brand", "colour", "appeal"):
        hits = len(lists[name].intersection(lower))
        if hits:
            out.add(name)
        if hits >= 2 and name != "finite":
            out.add(f"{name}:2+")
        if hits >= 4 and name in ("praise", "stuff", "news"):
            out.add(f"{name}:4+")
        if hits and name in ("praise", "goods", "stuff", "shop") and hits >= 0.15 * len(lower):
            out.add(f"{name}:dense")
    menu = sum(word in lists["menu"] for word in lower)
    if menu:
        out.add("menu:all" if menu >= 0.8 * len(lower) else "menu:half" if menu >= 0.4 * len(lower) else "menu:some")
    return out


def _cue_phrases(lower: list[str], text: str, count: int) -> set[str]:
    size = "short" if count <= _SHORT else "long"
    return {f"{name}:{size}" for name in cues().spoken(lower, text)}


def _persons(unquoted: str) -> set[str]:
    you, we = len(_YOU.findall(unquoted)), bool(_WE.search(unquoted))
    return {
        name
        for name, holds in (("you", you == 1), ("you:2+", you > 1), ("we", we), ("you and we", you and we))
        if holds
    }


def _telling(lower: list[str]) -> set[str]:
    """Return what shows that a block tells of what people did, as news does and advertisements hardly do."""
    third = cues().words["third"].intersection(lower)
    out = {"third person"} if third else set()
    if len(lower) >= _LONG_ENOUGH:
        past = cues().words["past"]
        told = sum(word in past or (len(word) > 4 and word.endswith("ed")) for word in lower)
        out.add(f"past:{min(told, 3)}")
        the = lower.count("the")
        out.add(f"the:{min(the, 3)}")
    return out


_LONG_ENOUGH = 8


def _content(lower: list[str]) -> frozenset[str]:
    """Return the words that tell what a block is about, cut to six letters so that endings do not part them."""
    plain = cues().words
    return frozenset(w[:6] for w in lower if len(w) > 3 and w not in plain["small"] and w not in plain["finite"])


def _names(tokens: list[str], seen: str, marks: set[str]) -> frozenset[str]:
    """Return the capitalised words that do not merely open a sentence, in small letters."""
    if marks & {"shouted", "titled:all"}:
        return frozenset()  # everything has a capital here, so a capital names nothing
    opens = {m.group(1) for m in _SENTENCE_STARTS.finditer(seen)}
    named = (t for t in tokens if t[0].isupper() and len(t) > 2 and t not in opens)
    return frozenset(t.rstrip(".").removesuffix("’s").removesuffix("'s").lower() for t in named)
