"""Quotation marks and brackets that do not close, within a paragraph and from one paragraph to the next.

A quotation over several paragraphs opens again in each of them and closes in the last, so an open one is judged only
when the next paragraph is known. Where marks of two makes are mixed, or a mark may be inches, nothing is said.
"""

import re
from dataclasses import dataclass

from desk.text.matcher import matcher
from desk.text.words import holds_one

_OPENERS = ("“", '"', "‘", "'", "«")
_DOUBLES = ("”", '"')
_INCHES = matcher(r"\d[\"”]")
_SIGNS_OF_INCHES = ("''", "’’", "„", "«", "»", "″")
"""Marks of feet and inches, or of other countries."""
_ALL = ("“", "”", '"', "'", "’", "‘", "(", "„", "«", "»", "″")
"""Without one of these there is nothing to pair."""
_CURLY, _BRACKETS = re.compile("(“)|”"), re.compile(r"(\()|\)")
_NO_PAIRS: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
_STRAIGHT = '"'
_ATTRIBUTION = matcher(
    r"[,.?!…—](?=\s(?:[\w.’'-]+\s){0,3}(?:said|says|added|adds|asked|told|wrote|recalled|explained|replied)\b"
    r"(?!\s(?:that|I|we|you|he|she|it|they|there|no|yes|so)\b))"
)
"""The stop before "said Ines", "she said", "the town's mayor added"; "they said we go" reports within the speech."""
_ENDS = matcher(
    r"\s(?:(?:he|she|[A-Z][\w.’'-]+(?:\s[A-Z][\w’'-]+){0,2}|the\s[a-z]+)\s(?:said|says|added|adds|replied)"
    r"|(?:said|asked|added|replied)\s(?:he|she|[A-Z][\w.’'-]+(?:\s[A-Z][\w’'-]+){0,2}|the\s[a-z]+))\.?$"
)
"""An attribution with which a paragraph ends. "They said" and "I said" are words of whoever goes on to speak."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one block, offsets in the block: unpaired ones, and how it opens and ends."""

    unclosed: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()
    straight: tuple[int, ...] = ()
    """The straight double marks, where their number is odd."""
    brackets: tuple[int, ...] = ()
    """Round brackets that open and do not close."""
    reopens: bool = False
    """Whether the block begins with an opening mark."""
    doubtful: bool = False
    """Whether marks are mixed or may be inches, so that nothing should be said about their number."""
    mixed: int = -1
    """The first straight mark that pairs with a curly one; -1 where none does."""


_NONE = Marks()


def marks(flat: str) -> Marks:
    """Return the quotation marks and brackets of one block that have no partner; linear in its length."""
    if not holds_one(flat, _ALL):
        return _NONE
    unclosed, unopened = _paired(flat, _CURLY, nests=False) if "“" in flat or "”" in flat else _NO_PAIRS
    straight = tuple(i for i, c in enumerate(flat) if c == _STRAIGHT) if flat.count(_STRAIGHT) % 2 else ()
    brackets, _ = _paired(flat, _BRACKETS, nests=True) if "(" in flat else _NO_PAIRS
    inches = holds_one(flat, _SIGNS_OF_INCHES) or bool(holds_one(flat, _DOUBLES) and _INCHES.search(flat))
    mixed = -1 if inches or not (unclosed or unopened) else _paired_with_curly(flat, unclosed, unopened)
    return Marks(
        unclosed,
        unopened,
        straight,
        tuple([i for i in brackets if flat[max(0, i - 1) : i] not in (":", ";", "-")]),
        flat.startswith(_OPENERS),
        inches or mixed >= 0,
        mixed,
    )


def _paired_with_curly(flat: str, unclosed: tuple[int, ...], unopened: tuple[int, ...]) -> int:
    """Return the straight mark that closes the first curly one, or opens for it; -1 where straight ones pair alone."""
    closing = (flat.find(_STRAIGHT, at) for at in unclosed)
    opening = (flat.rfind(_STRAIGHT, 0, at) for at in unopened)
    found = [at for at in closing if at >= 0 and not opens(flat, at)]
    found += [at for at in opening if at >= 0 and opens(flat, at)]
    return min(found, default=-1)


def _paired(flat: str, pair: re.Pattern[str], *, nests: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the opening marks that nothing closes, and the closing ones that nothing opened.

    The group of the pattern are the opening ones.
    """
    open_at: list[int] = []
    unclosed: list[int] = []
    unopened: list[int] = []
    for found in pair.finditer(flat):
        if found.lastindex:
            if open_at and not nests:
                unclosed.append(open_at.pop())
            open_at.append(found.start())
        elif open_at:
            open_at.pop()
        else:
            unopened.append(found.start())
    return tuple(unclosed + open_at), tuple(unopened)


def goes_on(here: Marks, flat: str, following: Marks | None) -> bool:
    """Return whether the last open quotation of a block is taken up again by the block after it."""
    if following is None or not following.reopens:
        return False
    if here.straight:
        return opens(flat, here.straight[-1])
    return bool(here.unclosed) and "”" not in flat[here.unclosed[-1] :]  # what closed later is open no more


def closing_place(flat: str, at: int, closing: str) -> tuple[int, str]:
    """Return where in its block the mark at `at` is closed best, and that place in an editor's words.

    Before an attribution, as quotations are printed (the comma stays inside, by American style); else before the next
    opening mark, for a mark behind it would close that one; else at the end of the paragraph.
    """
    following = flat.find(flat[at], at + 1)
    end = len(flat) if following < 0 else following
    said = _ATTRIBUTION.search(flat, at + 1, end) if closing != ")" else None
    if said:
        return said.end(), "before the attribution"
    if following < 0:
        return end, "at the end of the paragraph"
    return len(flat[:end].rstrip()), f"before the next {flat[at]}"


def goes_on_without(flat: str, at: int) -> bool:
    """Return whether the sentence around quoted words goes on in the paper's own: “called it "reckless and said …”.

    Where the words end, nobody can tell; whoever is closed at the end of the sentence says what the paper said.
    """
    if not _PART_OF_A_SENTENCE.search(flat[:at]) or not flat[at + 1 : at + 2].islower():
        return False
    stop = _SENTENCE.search(flat, at)
    return bool(_SAYS_ON.search(flat, at, stop.start() if stop else len(flat)))


_PART_OF_A_SENTENCE = matcher(r"[a-z] $")
_SAYS_ON = matcher(r"\b(?:said|told|added|asked|warned|argued|insisted)\b")


def left_open(flat: str, straight: tuple[int, ...]) -> int:
    """Return the straight mark that opens and that nothing closes before the next one opens; else the last mark."""
    opening = [opens(flat, at) for at in straight]
    pairs = zip(straight, opening, (*opening[1:], True), strict=True)
    return next((at for at, here, following in pairs if here and following), straight[-1])


def said_from(flat: str, at: int) -> int | None:
    """Return where the words end that the mark at `at` opens; None where nobody is named who says them."""
    if not opens(flat, at):
        return None
    following = flat.find(flat[at], at + 1)
    said = _ATTRIBUTION.search(flat, at + 1, len(flat) if following < 0 else following)
    return said.end() if said and said[0] in ",?!" else None


def said_last(flat: str, at: int) -> bool:
    """Return whether who says the words that the mark at `at` opens ends their first sentence and the paragraph.

    Only that shows that they are not closed where the next paragraph opens again: speech that goes on reports speech.
    """
    place = said_from(flat, at)
    return place is not None and bool(_ENDS.match(flat, place)) and not _SENTENCE.search(flat, at, place)


def opening_place(flat: str, at: int) -> tuple[int, str] | None:
    """Return where the words begin that the mark at `at` closes, and that place in an editor's words.

    None where the mark does not look as if it closed speech. What stands before the quotation before it is not its own.
    """
    if flat[at - 1 : at] not in (",", ".", "?", "!") and not _SAID_BEHIND.match(flat, at + 1):
        return None
    before = max(flat.rfind(mark, 0, at) for mark in '“”"')
    if before < 0:
        return 0, "at the head of the paragraph"
    starts = [stop.end() for stop in _SENTENCE.finditer(flat, before + 1, at)]
    return (starts[0], "at the head of the sentence") if starts else None


def said_from_capital(flat: str, at: int) -> int | None:
    """Return where the words begin that the mark at `at` closes, if a colon or a capital in mid-sentence shows it.

    None where neither does, or several do.
    """
    if flat[at - 1 : at] not in (",", ".", "?", "!"):
        return None
    before = max(flat.rfind(mark, 0, at) for mark in '“”"')
    heads = {head.end() for head in _HEAD.finditer(flat, before + 1, at)}
    return heads.pop() if len(heads) == 1 else None


_HEAD = matcher(
    r"(?<=\w):\s+(?=[A-Z‘])"
    r"|(?<=[a-z])\s+(?=(?:The|This|That|These|Those|It|We|They|He|She|You|There|If|What|When|Our|My|No) [a-z])"
)
_SAID_BEHIND = matcher(r"\s(?:[A-Z][\w.’'-]+|he|she|they)\s(?:said|says|added|told|asked)\b")
_SENTENCE = matcher(r"[.?!]\s+(?=[A-Z‘(])")


def opens(flat: str, at: int) -> bool:
    """Return whether a mark stands where an opening one would."""
    before, after = flat[at - 1 : at] if at else " ", flat[at + 1 : at + 2]
    return (before.isspace() or before in "(—–-[") and not after.isspace()
