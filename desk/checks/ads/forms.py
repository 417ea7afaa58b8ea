"""Forms that a block can have, as patterns with names: prices, product codes, bylines, counters, rows of links."""

import re

from desk.checks.ads.marks import BlockMark

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
    return {name: re.compile(pattern, flags) for name, pattern in forms.items()}


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
            BlockMark.MEASURE: rf"\b\d[\d.,]*[ -]?(?:{_UNIT})\b|\d[\d.]*(?:'|\"|”|″)(?=[\s-]|$)",
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
AUTHOR = re.compile(
    r"^[\W_]*([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}),? (?:is|was|has been|covers|writes|reports)\b",
)
"""How a box on the author begins; the group is the name."""
REACHED = re.compile(r"\w@\w|@\w{3,}|\b(?:follow|reach(?:ed)?|email|contact) (?:her|him|them|at|on)\b", re.IGNORECASE)
"""Where somebody is to be reached."""
FIGURE = re.compile(r"\d")


_LISTED = ", , "
"""Stands for two commas with a space behind them."""
_NEEDS = {
    BlockMark.TRADEMARK: frozenset("®™℠("),
    BlockMark.HASHTAG: frozenset("#@"),
    BlockMark.ADDRESS: frozenset("./@"),
    BlockMark.SEPARATORS: frozenset("|•·»›▪●/>~*-:"),
    BlockMark.DATELINE: frozenset("—–-"),
    BlockMark.LIST: frozenset(","),
    BlockMark.TAIL_LIST: frozenset({_LISTED}),
    BlockMark.EXCLAIMS: frozenset("!"),
    BlockMark.ASKS: frozenset("?"),
}
"""Signs of which a form needs one: where none is in the text, the pattern need not be tried."""
_SEARCHES = tuple((name, form, _NEEDS.get(name, frozenset())) for name, form in ANYWHERE.items())
_WORDS_NEEDED = {
    BlockMark.ADDRESS: ("://", "www.", "@", ".com", ".co.uk", ".org", ".net"),
    BlockMark.PRICE: ("$", "£", "€", "₹", "Rs", "USD", "EUR", "GBP", "INR"),
    BlockMark.RUPEES: ("Rs",),
    BlockMark.YEARS: ("19", "20"),
}
"""Words of which a form needs one, as written: to look for all of them takes a tenth of trying the pattern."""


def forms(text: str, *, short: bool) -> set[BlockMark]:
    """Return the names of the forms that a text has."""
    signs = set(text)
    if text.count(", ") > 1:
        signs.add(_LISTED)
    found = {
        name
        for name, form, needed in _SEARCHES
        if (not needed or not signs.isdisjoint(needed)) and _may_be(name, text) and form.search(text)
    }
    if FIGURE.search(text):
        found |= {name for name, form in WITH_FIGURES.items() if _may_be(name, text) and form.search(text)}
    if short:
        found |= {name for name, form in SHORT.items() if form.search(text)}
    return found


def _may_be(name: BlockMark, text: str) -> bool:
    needed = _WORDS_NEEDED.get(name)
    return needed is None or any(word in text for word in needed)
