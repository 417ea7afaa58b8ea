"""Forms that a block can have, as patterns with names: prices, product codes, bylines, counters, rows of links."""

import re
from collections.abc import Callable, Mapping

from desk.checks.ads.marks import BlockMark
from desk.text.matcher import matcher
from desk.text.words import holds_one

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_COUNTED = (
    "comments?|shares?|likes?|views?|replies|votes?|points?|reviews?|ratings?|followers|tweets|min read|minute read"
)
_UNIT = (
    r"[MGT]B|[kMG]?Hz|[MG]bps|mm|cm|oz|ml|lbs?|kg|mAh|dpi|fps|MP|W|V|p|x|X|hp|fl|inch(?:es)?|in|ft|cu|lumens?|watts?"
    r"|megapixels?|pixels?|pack|piece|pc|ct"
)
_LINK = r"(?:[|•·»›▪●]|\s[/>~*-]\s|>>|::)"
_AGO = r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?) ago"
_FOLLOWING_PLACE = r"(?:, [A-Z][\w.]{1,14})?(?: \([A-Za-z/ ]{2,20}\))?"


def _compiled(forms: dict[BlockMark, str], flags: re.RegexFlag = re.NOFLAG) -> dict[BlockMark, re.Pattern[str]]:
    return {name: matcher(pattern, flags) for name, pattern in forms.items()}


ANYWHERE = {
    **_compiled(
        {
            BlockMark.TRADEMARK: r"[®™℠]|\((?:R|TM)\)",
            BlockMark.HASHTAG: r"(?<!\w)[#@][A-Za-z]\w{2,}",
            BlockMark.ADDRESS: r"https?://|www\.|\w@\w[\w-]*\.\w|\w\.(?:com|co\.uk|org|net)\b",
            BlockMark.SEPARATORS: f"{_LINK}.{{1,80}}?{_LINK}",
            BlockMark.SMALL_START: r"^[\W_]*[a-z]",
            BlockMark.COMMA_START: r"^[,;:.)]",
            BlockMark.BULLET: r"^[•·*▪●◦–—>»›+]\s*\S|^-\s+\S",
            BlockMark.DATELINE: rf"^[A-Z][A-Za-z.' ]{{2,30}}{_FOLLOWING_PLACE} ?(?:—|–|--| - )",
            BlockMark.LIST: r"^[^,]*,[^,]+,[^,]+,",
            BlockMark.TAIL_LIST: r"(?:[A-Z][\w-]*(?: [A-Z\d][\w-]*)*, ){2}",
            BlockMark.EXCLAIMS: r"!(?!\])",
            BlockMark.ASKS: r"\?['\"”’)]*$",
            BlockMark.BRACKETED: r"^[\[(].*[\])]$",
        }
    ),
}
"""Looked for in every block."""

WITH_FIGURES = {
    **_compiled(
        {
            BlockMark.PRICE: (
                r"(?:[$£€₹]|\b(?:Rs|USD|EUR|GBP|INR)\.? ?)\d{1,3}(?:,\d{3})?"
                r"(?:\.\d\d\b|(?![\d,.]*\d| ?(?:m|b|tr)illion| ?[mb]n\b| ?(?:crore|lakh)))"
            ),
            BlockMark.RUPEES: r"\bRs\.? ?\d",
            BlockMark.CODE: r"\b(?=[A-Z0-9/-]*[A-Z])(?=[A-Z0-9/-]*\d)[A-Z0-9][A-Z0-9/-]{3,}\b|\b\d{7,}\b",
            BlockMark.MEASURE: rf"\d(?:(?<!\w\d)[\d.,]*[ -]?(?:{_UNIT})\b|[\d.]*(?:'|\"|”|″)(?=[\s-]|$))",
            BlockMark.YEARS: r"\b(?:19|20)\d\d\b",
        }
    ),
    **_compiled(
        {BlockMark.DISCOUNT: r"\d ?(?:%|percent|per cent) (?:off|discount)|\b(?:save|off) (?:up to )?[$£€]?\d"},
        re.IGNORECASE,
    ),
}
"""Looked for in blocks with a figure in them."""

SHORT = {
    **_compiled(
        {
            BlockMark.ARROW: r"(?:[»›→▸▶>]|\.\.\.>|more\.\.\.)\s*$|^\s*[«‹←◀<»›→]",
            BlockMark.NUMBER_ONLY: r"^[\W\d]+$",
            BlockMark.NUMBERED: r"^\(?\d{1,3}[.):]?\s+\S",
            BlockMark.FIELD: r"^[A-Z][\w /&-]{1,28} ?: \S",
        }
    ),
    **_compiled(
        {
            BlockMark.COUNTER: rf"(?:^|\s)\(?\d[\d,.]*k?\)?\s*(?:{_COUNTED})?\s*\)?$",
            BlockMark.COMMENTS_COUNTER: (
                r"^\W*(?:no|\d[\d,]*)\W{1,3}comments?\b|^comments?\W{1,3}\d*\W*$|\bcomments? \(\d+\)"
                r"|^(?:one|\d+) (?:response|thought|reply|replies|responses|thoughts)\b"
            ),
            BlockMark.SAYS_LINE: r"^.{2,40}\b(?:says?|said|wrote|commented|replied)\s?:$|^(?:posted|submitted) by\b",
            BlockMark.AGO: rf"\b(?:\d+|an?|one|two|three) ?{_AGO}\b",
            BlockMark.CLOCK: r"\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|ET|EST|EDT|GMT|BST|PT|UTC|IST)?\b",
            BlockMark.DATE: (
                rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b"
                r"|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b"
            ),
            BlockMark.BYLINE: (
                r"^(?:by|words by|reported by|written by|from) +[A-Z][\w.'’-]+(?: [\w.'’-]+){0,6}(?:,| and |$)"
            ),
            BlockMark.NOBODY: (
                r"^(?:by[: ]+)?(?:staff|our|special|guest|wire|web|news|senior|political|sports|business|foreign)? ?"
                r"(?:staff |news )?"
                r"(?:writers?|reporters?|correspondents?|reports?|author(?: name)?|byline|news ?desk|desk)$"
            ),
        },
        re.IGNORECASE,
    ),
}
"""Looked for in blocks of a dozen words at most, where alone they mean something; "nobody" is a byline of no name."""
AUTHOR = matcher(
    r"^[\W_]*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:is|was|has been|covers|writes|reports)\b",
)
"""How a box on the author begins; the group is the name."""
REACHED = matcher(r"\w@\w|@\w{3,}|\b(?:follow|reach(?:ed)?|email|contact) (?:her|him|them|at|on)\b", re.IGNORECASE)
"""Where somebody is to be reached."""
FIGURE = matcher(r"\d")


_AT_ITS_HEAD = frozenset(
    {
        BlockMark.SMALL_START,
        BlockMark.COMMA_START,
        BlockMark.BULLET,
        BlockMark.DATELINE,
        BlockMark.LIST,
        BlockMark.BRACKETED,
        BlockMark.NUMBER_ONLY,
        BlockMark.NUMBERED,
        BlockMark.FIELD,
        BlockMark.SAYS_LINE,
        BlockMark.BYLINE,
        BlockMark.NOBODY,
    }
)
"""Forms that the head of a text shows: their patterns are not tried at every letter behind it."""
_NEEDS = {
    BlockMark.TRADEMARK: ("®", "™", "℠", "R)", "TM)"),
    BlockMark.HASHTAG: ("#", "@"),
    BlockMark.ADDRESS: ("://", "www.", "@", ".com", ".co.uk", ".org", ".net"),
    BlockMark.DATELINE: ("—", "–", "-"),
    BlockMark.LIST: (",",),
    BlockMark.EXCLAIMS: ("!",),
    BlockMark.ASKS: ("?",),
    BlockMark.PRICE: ("$", "£", "€", "₹", "Rs", "USD", "EUR", "GBP", "INR"),
    BlockMark.RUPEES: ("Rs",),
    BlockMark.YEARS: ("19", "20"),
}
"""Signs and words of which a form needs one, as written: to look for all of them takes a tenth of a search."""
_LINKS = ("|", "•", "·", "»", "›", "▪", "●", ">>", "::")
_LINKS_BETWEEN_SPACES = frozenset("/>~*-")
_IN_DISCOUNTS = ("off", "count", "ave ")
"""One of them is in every discount in small letters; none has a letter that two capitals stand for."""
_IN_CODES = matcher(r"\d(?:(?<=[A-Z/-].)|[A-Z/-]|\d{6})")
"""A figure beside a capital or a stroke, or many figures: without them nothing is a code."""


_SECOND_ITEM = matcher(r", [A-Z]")
"""What stands in every list of names: looked for first."""


_ASKED_APART = frozenset({BlockMark.SEPARATORS, BlockMark.TAIL_LIST, BlockMark.CODE, BlockMark.DISCOUNT})
"""Forms whose need is more than a sign."""
_Look = tuple[BlockMark, Callable[[str], re.Match[str] | None], tuple[str, ...]]


def _looks(patterns: Mapping[BlockMark, re.Pattern[str]]) -> tuple[_Look, ...]:
    return tuple(
        (name, form.match if name in _AT_ITS_HEAD else form.search, _NEEDS.get(name, ()))
        for name, form in patterns.items()
        if name not in _ASKED_APART
    )


_SEARCHES, _FIGURES, _SHORT_ONES = _looks(ANYWHERE), _looks(WITH_FIGURES), _looks(SHORT)


def forms(text: str, lower: str, *, short: bool) -> set[BlockMark]:
    """Return the names of the forms that a text has; `lower` is the text in small letters."""
    found = _seen(_SEARCHES, text)
    if _may_be_linked(text) and ANYWHERE[BlockMark.SEPARATORS].search(text):
        found.add(BlockMark.SEPARATORS)
    if text.count(", ") > 1 and _SECOND_ITEM.search(text) and ANYWHERE[BlockMark.TAIL_LIST].search(text):
        found.add(BlockMark.TAIL_LIST)
    if FIGURE.search(text):
        found |= _seen(_FIGURES, text)
        if _IN_CODES.search(text) and WITH_FIGURES[BlockMark.CODE].search(text):
            found.add(BlockMark.CODE)
        if holds_one(lower, _IN_DISCOUNTS) and WITH_FIGURES[BlockMark.DISCOUNT].search(text):
            found.add(BlockMark.DISCOUNT)
    if short:
        found |= _seen(_SHORT_ONES, text)
    return found


def _seen(looks: tuple[_Look, ...], text: str) -> set[BlockMark]:
    """Return the names of those forms that a text has of which it has a sign."""
    found = set()
    for name, look, needs in looks:
        if (not needs or holds_one(text, needs)) and look(text):
            found.add(name)
    return found


def _may_be_linked(text: str) -> bool:
    if holds_one(text, _LINKS):
        return True
    return holds_one(text, _LINKS_BETWEEN_SPACES) and not _LINKS_BETWEEN_SPACES.isdisjoint(text.split())
