"""What one block shows by itself, whatever stands around it: its words counted, its form named.

Everything here depends on the text of the block alone, so it is kept by text and an edit elsewhere costs nothing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from desk.checks.ads.cues import cues

READ = 1_600
"""Code points of a block that are looked at, from its front (two thirds) and its end: enough to know what it is."""

_WORD = re.compile(r"[^\W_][\w'’+.-]*", re.UNICODE)
_QUOTED = re.compile(r"“[^”]{12,}(?:”|$)|\"[^\"]{12,}(?:\"|$)|(?<!\w)[‘'][^’'\n]{20,}[’'](?!\w)")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*(?=\s|$)")
_INITIALISM = re.compile(r"\b(?:[A-Z]\.)+|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Rs|No|vs|Inc|Co|Corp|Ltd|Jr)\.")

_TESTS = {
    name: re.compile(pattern, flags)
    for name, pattern, flags in (
        ("price", r"(?:[$£€₹]|\b(?:Rs|USD|EUR|GBP|INR)\.? ?)\d{1,3}(?:,\d{3})?(?:\.\d\d\b|(?![\d,.]*\d| ?(?:m|b|tr)illion| ?[mb]n\b| ?(?:crore|lakh)))", 0),
        ("rupees", r"\bRs\.? ?\d", 0),
        ("discount", r"\d+ ?(?:%|percent|per cent) (?:off|discount)|\b(?:save|off) (?:up to )?[$£€]?\d", re.IGNORECASE),
        ("code", r"\b(?=[A-Z0-9/-]*[A-Z])(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,}\b|\b\d{7,}\b", 0),
        ("measure", r"\b\d[\d.,]*[ -]?(?:[MGT]B|[kMG]?Hz|[MG]bps|mm|cm|oz|ml|lbs?|kg|mAh|dpi|fps|MP|W|V|p|x|X|hp|fl|inch(?:es)?|in|ft|cu|lumens?|watts?|megapixels?|pixels?|pack|piece|pc|ct)\b|\d[\d.]*(?:'|\"|”|″)(?=[\s-]|$)", 0),
        ("trademark", r"[®™℠]|\((?:R|TM)\)", 0),
        ("hashtag", r"(?<!\w)[#@][A-Za-z]\w{2,}", 0),
        ("address", r"https?://|www\.|\b[\w.-]+@[\w-]+\.\w|\b[\w-]+\.(?:com|co\.uk|org|net)\b", 0),
        ("separators", r"(?:[|•·»›▪●]|\s[/>~*-]\s|>>|::).*(?:[|•·»›▪●]|\s[/>~*-]\s|>>|::)", 0),
        ("arrow", r"(?:[»›→▸▶>]|\.\.\.>|more\.\.\.)\s*$|^\s*[«‹←◀<»›→]", 0),
        ("counter", r"(?:^|\s)\(?\d[\d,.]*k?\)?\s*(?:comments?|shares?|likes?|views?|replies|votes?|points?|reviews?|ratings?|followers|tweets|min read|minute read)?\s*\)?$", re.IGNORECASE),
        ("comments counter", r"^\W*(?:no|\d[\d,]*)\W{1,3}comments?\b|^comments?\W{1,3}\d*\W*$|\bcomments? \(\d+\)", re.IGNORECASE),
        ("ago", r"\b(?:\d+|an?|one|two|three) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?) ago\b", re.IGNORECASE),
        ("clock", r"\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|ET|EST|EDT|GMT|BST|PT|UTC|IST)?\b", re.IGNORECASE),
        ("date", r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b", re.IGNORECASE),
        ("number only", r"^[\W\d]+$", 0),
        ("numbered", r"^\(?\d{1,3}[.):]?\s+\S", 0),
        ("bullet", r"^[•·*▪●–—>»›+]\s*\S|^-\s+\S", 0),
        ("small start", r"^[\W_]*[a-z]", 0),
        ("comma start", r"^[,;:.)]", 0),
        ("dateline", r"^[A-Z][A-Za-z.' ]{2,30}(?:, [A-Z][\w.]{1,14})?(?: \([A-Za-z/ ]{2,20}\))? ?(?:—|–|--| - )", 0),
        ("byline", r"^(?:by|words by|reported by|written by|from) +[A-Z][\w.'’-]+(?: [\w.'’-]+){0,6}(?:,| and |$)", re.IGNORECASE),
        ("field", r"^[A-Z][\w /&-]{1,28} ?: \S", 0),
        ("list", r"[^,]+,[^,]+,[^,]+,[^,]+", 0),
        ("tail list", r"(?:[A-Z][\w-]*(?: [A-Z\d][\w-]*)*, ){2}", 0),
        ("exclaims", r"!(?!\])", 0),
        ("asks", r"\?['\"”’)]*$", 0),
        ("bracketed", r"^[\[(].*[\])]$", 0),
        ("years", r"\b(?:19|20)\d\d\b", 0),
    )
}  # fmt: skip
_SHORT = 12
_ONLY_SHORT = {"counter", "comments counter", "number only", "arrow", "byline", "field", "numbered", "clock", "date"}
"""Marks that mean something on a line of a few words only."""
_YOU = re.compile(r"\b(?:you|your|yours|yourself|you['’](?:re|ll|ve|d))\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[wW]e|[oO]ur|us|[wW]e['’](?:re|ll|ve)|[mM]y|I|I['’](?:m|ve))\b")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?]\s+)[\W_]*(\w[\w'’-]*)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a block shows: `marks` are names of features that hold, `content` its telling words, `key` its plain form."""

    words: int
    key: str
    content: frozenset[str]
    names: frozenset[str]
    marks: frozenset[str]
    prose: bool


def _looked_at(text: str) -> str:
    if len(text) <= READ:
        return text.replace("\n", " ")
    return f"{text[: READ * 2 // 3]} {text[-READ // 3 :]}".replace("\n", " ")


@lru_cache(maxsize=8192)
def shape(text: str) -> Shape:
    """Return what the text of one block shows; at most `READ` code points of it are looked at."""
    seen = _looked_at(text)
    tokens = _WORD.findall(seen)
    lower = [token.lower().rstrip(".") for token in tokens]
    unquoted = _QUOTED.sub(" ", seen)
    count = len(tokens) if len(text) <= READ else max(len(tokens), text.count(" "))
    marks = {
        *_length(count),
        *_ending(seen),
        *_letters(tokens, lower),
        *_cue_words(lower),
        *_cue_phrases(seen.lower().replace("’", "'"), count),
        *_persons(unquoted),
        *(name for name, test in _TESTS.items() if test.search(seen)),
    }
    if len(unquoted) < len(seen):
        marks.add("speech")
    if any(word in cues().words["pitch_verb"] for word in _SENTENCE_STARTS.findall(unquoted.lower())):
        marks.add("pitch")
    if count > _SHORT:
        marks -= _ONLY_SHORT
    prose = _is_prose(count, marks)
    return Shape(count, " ".join(lower[:40]), _content(lower), _names(tokens, seen), frozenset(marks), prose)


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


def _letters(tokens: list[str], lower: list[str]) -> set[str]:
    out = set()
    small = cues().words["small"]
    main = [t for t, low in zip(tokens, lower, strict=True) if t[0].isalpha() and low not in small]
    capital = sum(t[0].isupper() for t in main)
    shouted = sum(t.isupper() and len(t) > 1 for t in main)
    if len(main) >= 2:
        out.add("titled:all" if capital == len(main) else "titled:most" if capital >= 0.6 * len(main) else "titled:few")
    if main and shouted == len(main):
        out.add("shouted")
    elif shouted and tokens and tokens[0].isupper() and len(tokens[0]) > 2:
        out.add("shouted start")
    if len(tokens) >= 5:
        share = sum(low in small for low in lower) / len(tokens)
        out.add("small:few" if share < 0.15 else "small:some" if share < 0.3 else "small:many")
    if sum(t[0].isdigit() for t in tokens) >= max(2, 0.25 * len(tokens)):
        out.add("figures")
    return out


def _cue_words(lower: list[str]) -> set[str]:
    out = set()
    lists = cues().words
    for name in ("praise", "goods", "stuff", "shop", "news", "finite"):
        hits = len(lists[name].intersection(lower))
        if hits:
            out.add(name)
        if hits >= 2 and name != "finite":
            out.add(f"{name}:2+")
        if hits and name in ("praise", "goods", "stuff", "shop") and hits >= 0.15 * len(lower):
            out.add(f"{name}:dense")
    menu = sum(word in lists["menu"] for word in lower)
    if menu:
        out.add("menu:all" if menu >= 0.8 * len(lower) else "menu:half" if menu >= 0.4 * len(lower) else "menu:some")
    return out


def _cue_phrases(text: str, count: int) -> set[str]:
    out = set()
    for name, pattern in cues().phrases.items():
        if pattern.search(text):
            out.add(f"{name}:{'short' if count <= 12 else 'long'}")
    return out


def _persons(unquoted: str) -> set[str]:
    you, we = len(_YOU.findall(unquoted)), bool(_WE.search(unquoted))
    return {
        name
        for name, holds in (("you", you == 1), ("you:2+", you > 1), ("we", we), ("you and we", you and we))
        if holds
    }


def _content(lower: list[str]) -> frozenset[str]:
    """Return the words that tell what a block is about, cut to six letters so that endings do not part them."""
    plain = cues().words
    return frozenset(w[:6] for w in lower if len(w) > 3 and w not in plain["small"] and w not in plain["finite"])


def _names(tokens: list[str], seen: str) -> frozenset[str]:
    """Return the capitalised words that do not merely open a sentence."""
    opens = {m.group(1) for m in _SENTENCE_STARTS.finditer(seen)}
    return frozenset(
        t.rstrip(".").removesuffix("’s").removesuffix("'s")
        for t in tokens
        if t[0].isupper() and len(t) > 2 and t not in opens
    )
