"""What a furniture block is on the page, as far as its words show: headline, byline, dateline, caption and the rest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desk.checks.ads.forms import SHORT
from desk.checks.ads.marks import BlockMark
from desk.checks.ads.shape import READ, Shape, shape
from desk.checks.frequencies import frequency
from desk.text.blocks import BlockRole
from desk.text.bylines import NAME, byline
from desk.text.kept import kept_by_passage
from desk.text.matcher import matcher
from desk.text.words import folded, holds_one

_LONGEST_HEADLINE = 24
_LONGEST_ABOVE_A_HEAD = 60
"""Words of a headline right above a byline, a date or a paragraph that begins with its town in capitals; without one of
these a long line may be a paragraph without its stop."""
_LONGEST_CROSSHEAD = 8
_LONGEST_STANDFIRST = 60
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?)"
_CLOCK = r"(?:[\s,|•·–—/-]+(?:at )?\d{1,2}[:.]\d\d[^.!?]{0,20}(?:[ap]\.m\.[^.!?]{0,8})?)"
_DATE = matcher(
    rf"^(?:(?i:updated|published|posted|last (?:updated|modified)|first published)(?:\s*[:|–—-]\s*|\s+)(?i:on |at )?"
    rf"(?=(?i:{_WEEKDAY}|{_MONTH}\b|\d|an? |today|yesterday))(?!.*(?<![ap]\.m)[.!?]$).{{0,60}}"
    rf"|(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}}, )?(?i:{_WEEKDAY}?{_DAY},? \d{{4}}{_CLOCK}?)\s*[|•·–—-]?)$"
)
"""A date by itself, perhaps with a place before and the time behind; a sentence that ends in a date is none."""
_CREDIT = matcher(
    r"\((?:photos?|image|picture|pic|credit|ap photo|illustration|courtesy)[^)]*\)\.?$"
    r"|(?:photo(?:graph)?s?|image|picture|pic|illustration)(?: credit)?(?: by|:| ©)|getty images|/reuters\b"
    r"|^(?:photo|image|picture|caption|pictured)\b[: ]|\b(?:ap photo|file photo|handout)\b",
    re.IGNORECASE,
)
_CREDIT_WORDS = (
    *("photo", "image", "pic", "credit", "illustration", "courtesy"),
    *("getty images", "/reuters", "caption", "handout"),
)
"""One of them stands in every credit: where there is none the pattern, which is begun at each letter, is not tried."""
_CREDIT_REACH = 400
_END = matcher(r"[.:;,]$")
_OFFICE = matcher(
    r"^(?:[A-Z][\w&’'-]*,? (?:(?:and|of|the|for|in|&) ){0,2}){1,6}"
    r"(?:Correspondent|correspondent|Reporter|reporter|Editor|Columnist|Bureau [Cc]hief)$"
)
"""What somebody is at the paper, on a line of its own below their name."""
_BARE_NAME = matcher(r"(?:[^\W\d_a-z][\w.'’-]* ){1,3}[^\W\d_a-z][\w'’-]*[^\W\d_]$")
_PICTURES = matcher(
    rf"^(?i:(?:words and )?(?:photographs?|photography|pictures?|photos|pics|illustrations?|graphics?|video)"
    rf"(?: by|:)) {NAME}$"
)


_LONGEST_STAND_IN = 60
"""Code points of a byline that names nobody."""


def placeholder_byline(text: str) -> bool:
    """Return whether the line stands where a byline belongs but names nobody ("Staff Writer")."""
    flat = " ".join(text[:_LONGEST_STAND_IN].split())
    return len(text) < _LONGEST_STAND_IN and bool(SHORT[BlockMark.NOBODY].match(flat) or _FOR_THE_PAPER.match(flat))


def signs_for_the_paper(text: str) -> bool:
    """Return whether a byline that names nobody is one that many papers print, Indian ones for most of their news."""
    return bool(_FOR_THE_PAPER.match(" ".join(text.split())))


_FOR_THE_PAPER = matcher(
    r"(?:by[: ]+)?(?:(?:our|a) )?(?:staff|special|web|news|political|sports|business|local|our)? ?"
    r"(?:staff )?(?:reporters?|correspondents?|news ?desk)$",
    re.IGNORECASE,
)
"""The office of a whole paper; “Staff Writer” and “Author” are what a system of pages puts where nobody signed."""


def plainly_furniture(text: str) -> bool:
    """Return whether a line close to the story is a byline, a dateline or the caption of a picture, whatever else."""
    if len(text) > _CREDIT_REACH:
        return False
    flat = " ".join(text.split())
    if (
        placeholder_byline(text)
        or byline(text)
        or _with_office(flat)
        or (len(flat) <= 90 and (_DATE.match(flat) or signs(flat)))
    ):
        return True
    return shape(text).words >= _SHORTEST_CAPTION and _credited(flat)


def signs(flat: str) -> bool:
    """Return whether a line says what somebody is at the paper, or whose pictures these are."""
    return bool(_OFFICE.match(flat) or _PICTURES.match(flat))


def _with_office(flat: str) -> bool:
    """Return whether a name stands on one line with what its owner is at the paper: “Ana Kovac / Health Reporter”."""
    name, stroke, office = _BESIDE.sub("\n", flat, count=1).partition("\n")
    return bool(stroke and _OFFICE.match(office)) and is_a_name(name)


_BESIDE = matcher(r" ?[/|•] ?")


def is_a_name(text: str) -> bool:
    """Return whether a line may be a name by itself, as bylines without their “by” are."""
    return bool(_BARE_NAME.match(text)) and not shape(text).marks & {BlockMark.MENU_ALL, BlockMark.MENU_HALF}


def _credited(flat: str) -> bool:
    """Return whether a line names whose picture it is; in capitals of any alphabet, as the pattern takes them."""
    return holds_one(folded(flat), _CREDIT_WORDS) and bool(_CREDIT.search(flat))


_SHORTEST_CAPTION = 7
"""Words: a shorter one names a photographer alone, and stands in any list of pictures."""


def roles(texts: Sequence[str], editorial: Sequence[bool]) -> list[BlockRole]:
    """Return the role of each block; `BODY` for copy and for everything that does not belong to the story."""
    out = [BlockRole.BODY] * len(texts)
    own = [i for i, belongs in enumerate(editorial) if belongs]
    first_prose = next((i for i in own if shape(texts[i]).prose), None)
    headline = signed = False
    below = dict(pairwise(own))
    for i in own:
        text, seen = texts[i], shape(texts[i])
        heads = i in below and _begins_story(texts[below[i]])
        above = heads if first_prose is None else i < first_prose
        role = _telling(text)
        longest = _LONGEST_ABOVE_A_HEAD if heads else _LONGEST_HEADLINE
        alone = i == 0 and _is_one_word(text) and not _has_a_headline(texts[j] for j in own[1:])
        first = i == 0 and (alone or (i in below and _asks_above(text, seen, texts[below[i]])))
        if role is BlockRole.BODY and above and not headline and (first or _headline(text, seen, longest)):
            role = BlockRole.HEADLINE
        elif (
            role is BlockRole.BODY
            and above
            and headline
            and i in below
            and (_AGENCY.match(text) if signed else _signs_alone(text, texts[below[i]]))
        ):
            role = BlockRole.BYLINE
        elif role is BlockRole.BODY and above and headline and not signed and _standfirst(seen):
            role = BlockRole.STANDFIRST
        elif role is BlockRole.BODY and not above and first_prose is not None and _crosshead(text, seen, i, texts):
            role = BlockRole.CROSSHEAD
        headline = headline or role is BlockRole.HEADLINE
        signed = signed or role is BlockRole.BYLINE  # what stands below a byline is the story
        out[i] = role
    for i in _pull_quotes(texts, [i for i in own if out[i] in (BlockRole.BODY, BlockRole.CROSSHEAD)]):
        out[i] = BlockRole.HEADLINE if i == own[0] and not headline else BlockRole.PULL_QUOTE
    return out


def _signs_alone(text: str, below: str) -> bool:
    """Return whether a name by itself, right above the story or what its owner is at the paper, is a byline.

    A section or a place is made of words (Local News, Port Ellery); a name has none that is in common use.
    """
    if _AGENCY.match(text):
        return True
    if not is_a_name(text) or not (shape(below).prose or signs(" ".join(below[:_CREDIT_REACH].split()))):
        return False
    return not any(frequency(word) >= _IN_USE for word in text.split())


_AGENCY = matcher(r"(?:The (?:[A-Z][a-z]+ )|(?:[A-Z][a-z]+ )?Associated )Press$")
"""The Canadian Press and its like; Reuters and others of one word sign in brackets of the dateline."""
_IN_USE = 20.0
"""Times in a million words: Ryan 12, Port 100, News 330."""


def _pull_quotes(texts: Sequence[str], own: Sequence[int]) -> Iterator[int]:
    """Yield the short blocks whose words stand once more, in the same order, in a longer paragraph of the story."""
    asked: dict[str, list[int]] = {}
    for i in own:
        seen = shape(texts[i])
        if _SHORTEST_PULL_QUOTE <= seen.words <= _LONGEST_PULL_QUOTE and seen.content:
            asked.setdefault(max(seen.content, key=lambda word: (len(word), word)), []).append(i)
    known = asked.keys()
    words: dict[int, str] = {}
    found = set()
    for j in own:
        for word in known & shape(texts[j]).content:
            for i in asked[word][:_MOST_ASKED]:
                if i not in found and len(texts[i]) < len(texts[j]):
                    for one in (i, j):
                        if one not in words:
                            words[one] = _words_of(texts[one])
                    if words[i] in words[j]:
                        found.add(i)
    yield from sorted(found)


def _words_of(text: str) -> str:
    return f" {' '.join(_WORD.findall(text[:READ].lower()))} "


_MOST_ASKED = 8
"""Short blocks that are compared for one word, so that a text of one word over and over stays cheap."""
_SHORTEST_PULL_QUOTE, _LONGEST_PULL_QUOTE = 6, 45
_WORD = matcher(r"[^\W_]+(?:['’][^\W_]+)*")


@kept_by_passage
def _telling(text: str) -> BlockRole:
    """Return the role that the words of a block tell by themselves; kept, for this is asked after each edit."""
    flat = " ".join(text[:_CREDIT_REACH].split())
    if placeholder_byline(text) or byline(text) or _with_office(flat):
        return BlockRole.BYLINE
    if len(flat) <= 90 and _DATE.match(flat):
        return BlockRole.DATELINE
    if len(text) <= _CREDIT_REACH and _credited(flat):
        return BlockRole.CAPTION
    return BlockRole.BODY


def _begins_story(text: str) -> bool:
    """Return whether a block is what stands right below a headline: a byline, a date, or a lead with its town."""
    role = _telling(text)
    return role in (BlockRole.BYLINE, BlockRole.DATELINE) or bool(
        role is BlockRole.BODY and _CAPITALS.match(text) and BlockMark.DATELINE in shape(text).marks
    )


_CAPITALS = matcher(r"[A-Z][A-Z.'’-]")


def is_headline(text: str) -> bool:
    """Return whether a line has the form of a headline, wherever it stands."""
    return _headline(text, shape(text))


def _headline(text: str, seen: Shape, longest: int = _LONGEST_HEADLINE) -> bool:
    return 2 <= seen.words <= longest and not _END.search(text) and BlockMark.SENTENCES_2 not in seen.marks


def _asks_above(text: str, seen: Shape, below: str) -> bool:
    """Return whether the first line of a text asks something right above its byline: “Ask the vet: …?”."""
    return seen.words <= _LONGEST_HEADLINE and text.endswith("?") and _telling(below) is BlockRole.BYLINE


def _is_one_word(text: str) -> bool:
    """Return whether a line is a word with a capital, as a headline at the very top of a text may be: “Reprieve”."""
    return text.isalpha() and text[0].isupper()


def _has_a_headline(below: Iterable[str]) -> bool:
    """Return whether a line with the form of a headline stands before the story begins: the first one is a section."""
    for text in below:
        if _begins_story(text) or shape(text).prose:
            return False
        if _headline(text, shape(text)):
            return True
    return False


def _standfirst(seen: Shape) -> bool:
    return 5 <= seen.words <= _LONGEST_STANDFIRST and not seen.prose


def _crosshead(text: str, seen: Shape, i: int, texts: Sequence[str]) -> bool:
    below = i + 1 < len(texts) and shape(texts[i + 1]).words > seen.words
    plain = not _END.search(text) and text[0] not in "“\"'‘•-–—*·" and BlockMark.SPEECH not in seen.marks
    return seen.words <= _LONGEST_CROSSHEAD and below and plain
