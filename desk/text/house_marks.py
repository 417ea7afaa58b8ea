"""Quotation marks, dashes and ellipses as the house writes them, while they are typed; pure, in code points."""

import re
from dataclasses import dataclass

_OPENS_BEHIND = frozenset(" \t\n\u00a0([{\u2014\u2013-/\u201c\u2018")
"""A mark behind one of these opens."""
_ELIDED = re.compile(
    r"(?<![^\s([{\u201c\u2014\u2013-])\u2018(?=(?:em|til|tis|twas|cause|n|round|bout)$)", re.IGNORECASE
)
_YEARS = re.compile(r"(?<!\w)\u2018$")
_WORD_ENDS = frozenset(" ,.;:!?\u201d)\u2014\n")
_MARKS = frozenset("\"'-.")
_DASHES = {"em": "\u2014", "en": "\u2013"}


@dataclass(frozen=True, slots=True)
class HouseMarks:
    """What becomes of what is typed; each is the value of the setting of its name."""

    quotes: str = "story"
    dash: str = "typed"
    ellipsis: str = "typed"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What takes the place of the last characters before the cursor."""

    taken: int
    """Code points before the cursor that go."""
    put: str


def rewritten(text: str, point: int, marks: HouseMarks) -> Rewritten | None:
    """Return what the house makes of the character that was just typed before `point`; None where it stays."""
    typed = text[point - 1 : point]
    if typed in _MARKS:
        before = text[text.rfind("\n", 0, point - 1) + 1 : point - 1]
        if typed == "-":
            return _dash(before, marks.dash)
        if typed == ".":
            return Rewritten(3, "\u2026") if marks.ellipsis == "sign" and _has_two_dots(before) else None
        return _quote(text, before, typed) if _curls(text, point, marks.quotes) else None
    if typed and marks.quotes != "straight" and (typed.isdigit() or typed in _WORD_ENDS):
        return _apostrophe(text[max(0, point - 12) : point - 1], typed)
    return None


def _dash(before: str, style: str) -> Rewritten | None:
    """Return the dash for two hyphens; a line of hyphens alone is a rule, and longer rows stay as they are."""
    if style not in _DASHES or not before.endswith("-") or before.endswith("--") or not before.strip("- "):
        return None
    return Rewritten(2, _DASHES[style])


def _has_two_dots(before: str) -> bool:
    return before.endswith("..") and not before.endswith("...")


def _curls(text: str, point: int, style: str) -> bool:
    """Return whether marks are to be curly: as the house says, or as the story has them besides the one just typed."""
    if style != "story":
        return style == "curly"
    typed = text[point - 1]
    return any(mark in text for mark in "\u201c\u201d\u2018\u2019") and typed not in text[: point - 1] + text[point:]


def _quote(text: str, before: str, typed: str) -> Rewritten | None:
    opens = not before or before[-1] in _OPENS_BEHIND
    if typed == "'" and before.endswith(" \u2018n"):
        return Rewritten(3, "\u2019n\u2019")  # rock ’n’ roll
    if typed == "'":
        return Rewritten(1, "\u2018" if opens else "\u2019")
    if before[-1:].isdigit() and before.count("\u201c") <= before.count("\u201d"):
        return None  # inches and seconds
    return Rewritten(1, "\u201c" if opens else "\u201d")


def _apostrophe(before: str, typed: str) -> Rewritten | None:
    """Return an apostrophe in the place of an opening mark that turns out to stand for letters left out."""
    if typed.isdigit():
        return Rewritten(2, f"\u2019{typed}") if _YEARS.search(before) else None
    found = _ELIDED.search(before)
    return Rewritten(len(before) - found.start() + 1, f"\u2019{before[found.end() :]}{typed}") if found else None
