"""Letters of readers: several small texts of different matters, each signed below by its writer."""

import re
from collections.abc import Collection, Sequence

from desk.checks.ads.marks import BlockMark
from desk.checks.ads.model import ChainState
from desk.checks.ads.offers import is_plainly_offered
from desk.checks.ads.roles import is_a_name
from desk.checks.ads.shape import shape
from desk.text.blocks import Block
from desk.text.matcher import matcher

_FEWEST = 3
"""Letters, where not each is closed: two names below two paragraphs may be those of pictures, or of two comments."""
_SHORTEST = 8
"""Words of a paragraph of a letter."""
_LONGEST_LINE = 12
"""Words of a heading, of a line that closes, of a place."""
_OF_THE_EDITOR = 1
"""Paragraphs beside the letters: how to write one."""
_CLOSES = matcher(r"(?:yours|sincerely|regards|respectfully|kind regards|is mise)\b.{0,20}", re.IGNORECASE)
_RANK = r"(?:Dr|Rev|Revd|Canon|Prof|Cllr|Mrs?|Ms|Sir|Dame|Lord|Lady|Capt|Cdr|Col|Lt Col|Maj|Brig|Gen)\.? "
_NAME = (
    rf"(?:{_RANK})?"
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4}(?: \(ret(?:d|ired)\.?\))?"
)
_WITH_RANK = matcher(rf"(?={_RANK}){_NAME}")
_WITH_PLACE = matcher(
    rf"{_NAME}, [A-Z][\w.'’ -]{{2,40}}(?:, [A-Z][\w.'’ -]{{1,30}})?|[Nn]ame (?:and address )?withheld.{{0,20}}"
)
_PLACE_AND_COUNTY = matcher(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}, (?:Co )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_PAGE = matcher(r"[hn]{0,2}p{1,8}(?:c?[sn]|cl)(?:[hnsl]{0,3}p{1,8}(?:c?[sn]|cl))+[hsl]?")
"""A place by itself (l) signs behind a name or a close; right behind a paragraph it tells where a house is for sale."""
_SIGNED = matcher(r"c?[ns]l?|cl")
_TO_SOMEBODY = frozenset({BlockMark.WE, BlockMark.YOU, BlockMark.YOU_2_PLUS, BlockMark.YOU_AND_WE})
_BUTTON = 1
"""Lines below what people say of goods that may tell where to buy them."""
_TO_THE_EDITOR = matcher(r"(?:sir|madam|dear (?:sir|madam|editor)|re|to the editor)\b ?[,:–—-]", re.IGNORECASE)
_PLACE = 4
"""Words of a place below the last name."""


def set_letters(blocks: Sequence[Block], states: list[ChainState], settled: Collection[int]) -> None:
    """Set the letters of a page, with headings of two words or more and signatures, to be of the story; linear.

    Half of them have a name with its place, or a line that closes, and half speak to somebody; none offers anything,
    and there is no story beside them: what people say of goods in an advertisement is signed so too.
    """
    kinds = "".join("x" if i in settled else _kind(block.text) for i, block in enumerate(blocks))
    for page in _PAGE.finditer(kinds):
        run = blocks[page.start() : page.end()]
        letters, closed = len(re.findall("p+", page[0])), page[0].count("c")
        signed = sum(sign != "n" for sign in _SIGNED.findall(page[0]))
        spoken = sum(bool(shape(b.text).marks & _TO_SOMEBODY or _TO_THE_EDITOR.match(b.text)) for b in run)
        if letters < _FEWEST and closed < letters:
            continue
        if 2 * min(signed, spoken) < letters or is_plainly_offered(blocks[page.start() : page.end() + _BUTTON]):
            continue
        first = page.start() + (" " not in run[0].text.strip())
        end = page.end() - (page[0].endswith("sh") or (page[0].endswith("h") and not _is_a_place(run[-1].text)))
        others = (i for i in range(len(blocks)) if not first <= i < end)
        if sum(states[i] is ChainState.COPY and shape(blocks[i].text).prose for i in others) <= _OF_THE_EDITOR:
            states[first:end] = [ChainState.COPY] * (end - first)


def _is_a_place(text: str) -> bool:
    words = text.split()
    return len(words) <= _PLACE and all(word[:1].isupper() for word in words)


def _kind(text: str) -> str:
    """Return what a block of such a page may be: p(aragraph), c(lose), s(igned), n(ame), l (place), h(ead) or x."""
    seen = shape(text)
    if seen.words >= _SHORTEST and BlockMark.ENDS_SENTENCE in seen.marks:
        return "p"
    if seen.words > _LONGEST_LINE or seen.marks & {BlockMark.MENU_ALL, BlockMark.COUNTER, BlockMark.ARROW}:
        return "x"
    line = ", ".join(part.strip(" ,.—–-") for part in text.strip().split("\n"))
    if _CLOSES.fullmatch(line):
        return "c"
    if _WITH_PLACE.fullmatch(line):
        return "s"
    if _PLACE_AND_COUNTY.fullmatch(line):
        return "l"
    return "n" if is_a_name(line) or _WITH_RANK.fullmatch(line) else "h"
