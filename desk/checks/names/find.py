"""Finds the names of one block: runs of capitalised words, their places, and whether the capital proves anything."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from desk.checks.names.calendar import is_of_a_date
from desk.checks.names.country_titles import shortened_titles
from desk.checks.names.languages import has_nouns_in_capitals, is_small_beside_nouns_in_capitals
from desk.text.blocks import Block, BlockRole
from desk.text.matcher import matcher


class Run(NamedTuple):
    """A run of capitalised words: offset in its block, the words, and whether a sentence begins with it."""

    start: int
    text: str
    opens: bool


@dataclass(frozen=True, slots=True)
class BlockNames:
    """What one block shows: its runs, its words in small letters, and whether capitals prove nothing in it."""

    runs: tuple[Run, ...]
    small: frozenset[str]
    display: bool


def _capitals() -> str:
    """Return every letter of the basic plane that is upper or title case, as a class for `re`."""
    return "".join(c for c in map(chr, range(0x41, 0x2C00)) if unicodedata.category(c) in ("Lu", "Lt"))


_CAPITAL = f"[{_capitals()}]"
_LETTER = "[\\w\u0300-\u036f]"  # combining marks belong to the letter before them
_ABBREVIATED = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Sen|Rep|Gov|Rev|Hon|Fr|Sr|Jr|St|Ste|Mt|Ft|Pres"
    "|Supt|Insp|Det|Atty|Md|Mohd|Messrs|Mme|Mlle|No|Bros|Co|Corp|Inc|Ltd"
)
_DOTTED = r"(?:[A-Z]\.)+(?:[A-Z](?!\w))?"
_JOINT = "['’ʼ\\-‐‑]"
_ARTICLE = "(?:[aAeE][lsrztdnhSRZTDNH]{1,2}|[uU][lrnd]|[dlDL]|[bB]in)"
_WORD = f"(?:{_ARTICLE}{_JOINT})?{_CAPITAL}{_LETTER}*+(?:{_JOINT}{_LETTER}++)*+(?!\\.[a-z][a-z])"  # no "Example.com"
_PARTICLE = (
    "(?:of|de|del|della|di|da|dos|das|do|du|des|la|le|las|los|der|den|van|von|zu|zur|ten|ter|te|bin|bint|ibn|al|el|ul"
    "|y|e|i|the|for|och|und|san|abu|ben|af|av)"
)
_SMALL = matcher(r"\b[a-z]{3,}\b")
_ENDS_SENTENCE = frozenset(".!?:;…—–•*|>»([/")
_QUOTES = frozenset("\"“”‘’'«»„")
_DISPLAY_SHARE = 0.6  # of the words; in running text one in five has a capital
_DISPLAY_MIN_WORDS = 4


def _opens(text: str, start: int) -> bool:
    """Return whether a sentence, quotation or line begins at `start`, so that its capital proves no name."""
    at = start - 1
    while at >= 0 and text[at] == " ":
        at -= 1
    if at >= 0 and text[at] in _QUOTES:
        if at == start - 1:  # an opening quotation mark
            return True
        at -= 1
    return at < 0 or text[at] in _ENDS_SENTENCE


@cache
def _run() -> re.Pattern[str]:
    """Return what a run of capitalised words looks like; made when first needed, for its titles stand in a file."""
    shortened = "|".join(sorted(shortened_titles()))
    token = f"(?:(?:{_ABBREVIATED}|{shortened})\\.|{_DOTTED}|{_WORD})"
    nickname = f'[ \u00a0]["“‘(]{token}["”’)](?=[ \u00a0]{_CAPITAL})'  # William “Bill” Cody
    begins = f"(?={_CAPITAL}|{_ARTICLE}{_JOINT})"  # looked at first: most words are in small letters
    return re.compile(
        f"(?<![\\w.@/#\u0300-\u036f]){begins}{token}"
        f"(?:[ \u00a0](?:{_PARTICLE} ){{0,2}}(?:& )?{token}|{nickname}){{0,24}}"
    )


def read_block(block: Block) -> BlockNames:
    """Return the names of one block, offsets in code points of the block; linear in its length.

    A tag (#FerryFriday) is no name: its words are run together on purpose. The lines of a byline are people of their
    own, or what they are: no name runs from one into the next.
    """
    text = block.text if block.role is BlockRole.BYLINE else block.flat
    found = [(m.start(), m[0]) for m in _run().finditer(text) if not is_of_a_date(text, *m.span())]
    runs = tuple([Run(start, words, _opens(text, start)) for start, words in found])
    small = _SMALL.findall(text)
    if has_nouns_in_capitals(text, small):
        named = (run for run in runs if not is_small_beside_nouns_in_capitals(run.text.split(" ")[0]))
        return BlockNames(tuple(named), frozenset(small), display=True)
    return BlockNames(runs, frozenset(small), _is_display(text, runs, len(small)))


def _is_display(text: str, runs: tuple[Run, ...], small: int) -> bool:
    """Return whether a text is a headline or a menu, where capitals prove nothing: most words have one, no stop."""
    if text.isupper():
        return True
    capitalised = sum([run.text.count(" ") + 1 for run in runs])
    words = small + capitalised
    return (
        words >= _DISPLAY_MIN_WORDS and capitalised >= _DISPLAY_SHARE * words and not text.rstrip('”"’)').endswith(".")
    )
