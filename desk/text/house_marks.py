"""Quotation marks, dashes and ellipses as the house writes them, while they are typed; pure, in code points."""

import re
from dataclasses import dataclass

_OPENS_BEHIND = frozenset(" \t\n\u00a0\u202f([{")
"""A mark behind one of these opens."""
_OPENS_OR_CLOSES_BEHIND = frozenset("\u2014\u2013-/\u201c\u2018")
"""Behind one of these a mark closes what is open, and opens where nothing is: words that break off end in a dash."""
_ELIDED = re.compile(
    r"(?<![^\s([{\u201c\u2014\u2013-])\u2018(?=(?:em|til|tis|twas|twere|twill|cause|n|nuff|round|bout|neath|gainst)$)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<!\w)\u2018$")
_NO_YEAR = re.compile(r"(?<!\w)\u2019(?=(?:\d\d|\d{1,3},)$)")
"""An apostrophe before figures, of which two are the most: with another one behind them it was an opening mark."""
_FEET = re.compile(r"\d'$")
_INCHES = re.compile(r"\d(?:'|\u2032)\s?\d{1,2}(?:\.\d+|½|¼|¾)?$")
_STRAIGHT_QUOTE = re.compile(r"\"(?<!\d.)")
"""A straight mark that stands for no inches; looked for by the mark: 8 ms sooner in 10,000 words."""
_INNER_APOSTROPHE = re.compile(r"\u2019(?=\w)")
_WORD_ENDS = frozenset(" ,.;:!?\u201d)\u2014\n")
_MARKS = frozenset("\"'-.")
_DASHES = {"em": "\u2014", "en": "\u2013"}
_DASH_OF_STORY = re.compile(r"(?<=[^\W\d])\u2014| [\u2014\u2013] |--|^[\u2014\u2013](?=\s?\S)", re.MULTILINE)
_TWO_AT_HEAD = re.compile(r"\n[ \t]{0,4}--([ \u00a0]?[\"'\u201c\u2018]?)\Z")
_LONGEST_BEFORE = 12
"""Code points before the cursor that an apostrophe at the head of a word is looked for in."""


@dataclass(frozen=True, slots=True)
class HouseMarks:
    """What becomes of what is typed: each is the value of the setting of its name, “story” what the story has."""

    quotes: str = "story"
    dash: str = "story"
    ellipsis: str = "story"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What takes the place of the last characters before the cursor."""

    taken: int
    """Code points before the cursor that go."""
    put: str


def rewritten_run(text: str, start: int, end: int, marks: HouseMarks) -> Rewritten | None:
    """Return what the house makes of what was just typed, by one key or in one piece; None where it stays."""
    behind, now, at = text[end:], text[:start], start
    for typed in text[start:end]:
        now += typed
        made = rewritten(now + behind, len(now), marks)
        if made is not None:
            at = min(at, len(now) - made.taken)
            now = now[: len(now) - made.taken] + made.put
    return None if now == text[:end] else Rewritten(end - at, now[at:])


def rewritten(text: str, point: int, marks: HouseMarks) -> Rewritten | None:
    """Return what the house makes of the character that was just typed before `point`; None where it stays."""
    typed = text[point - 1 : point]
    if typed in _MARKS:
        before = text[text.rfind("\n", 0, point - 1) + 1 : point - 1]
        if typed == "-":
            return _dash(text, before, point, marks.dash)
        if typed == ".":
            return _ellipsis(text, before, point, marks.ellipsis)
        return _quote(before, typed) if _curls(text, point, marks.quotes) else None
    if typed.isalnum() and (begun := _dash_at_head(text, point, typed, marks.dash)) is not None:
        return begun
    if typed and marks.quotes != "straight" and (typed.isalnum() or typed in _WORD_ENDS):
        return _apostrophe(text, point, typed, marks.quotes)
    return None


def _dash(text: str, before: str, point: int, style: str) -> Rewritten | None:
    """Return the dash for two hyphens; longer rows stay, and at the head of a line a word has to follow first."""
    if not before.endswith("-") or before.endswith("--") or not before.strip("- "):
        return None
    dash = _DASHES.get(style) or (_dash_of(text, point) if style == "story" else "")
    return Rewritten(2, dash) if dash else None


def _dash_at_head(text: str, point: int, typed: str, style: str) -> Rewritten | None:
    """Return the dash for two hyphens at the head of a line, once a word follows: an item of a list, or who speaks.

    Only then it is known that they are no rule of hyphens and no line before a signature ("-- ").
    """
    start = max(0, point - _LONGEST_BEFORE)
    found = _TWO_AT_HEAD.search(text[start : point - 1] if start else f"\n{text[: point - 1]}")
    if found is None:
        return None
    rest = f"{found[1]}{typed}"
    taken = 2 + len(rest)
    dash = _DASHES.get(style) or (_dash_of(text, point - len(rest)) if style == "story" else "")
    return Rewritten(taken, f"{dash}{rest}") if dash else None


def _dash_of(text: str, point: int) -> str:
    """Return the dash that stands nearest before the cursor, else the first behind it; empty for hyphens and none."""
    last = ""
    for found in _DASH_OF_STORY.finditer(text, 0, point - 2):
        last = found.group()
    following = _DASH_OF_STORY.search(text, point) if not last else None
    dash = (following.group() if following else last).strip()
    return dash if dash in _DASHES.values() else ""


def _ellipsis(text: str, before: str, point: int, style: str) -> Rewritten | None:
    if not before.endswith("..") or before.endswith("..."):
        return None
    if style == "story":
        others = text[: point - 3] + text[point:]
        return Rewritten(3, "\u2026") if "\u2026" in others and "..." not in others else None
    return Rewritten(3, "\u2026") if style == "sign" else None


def _curls(text: str, point: int, style: str) -> bool:
    """Return whether marks are to be curly: as the house says, or as the story has them besides the one just typed."""
    if style != "story":
        return style == "curly"
    others = text[: point - 1] + text[point:]
    if not any(mark in others for mark in "\u201c\u201d\u2018\u2019"):
        return False
    return "'" not in others if text[point - 1] == "'" else _STRAIGHT_QUOTE.search(others) is None


def _quote(before: str, typed: str) -> Rewritten | None:
    last = before[-1:]
    if typed == "'":
        if before.endswith(" \u2018n"):
            return Rewritten(3, "\u2019n\u2019")  # rock ’n’ roll
        opened = before.count("\u2018") > before.count("\u2019") - len(_INNER_APOSTROPHE.findall(before))
        if last.isdigit() and not opened:
            return None  # feet and minutes
        return Rewritten(1, "\u2018" if _opens(last, opened, "\u2018") else "\u2019")
    if len(_STRAIGHT_QUOTE.findall(before)) % 2 or _INCHES.search(before):
        return None  # it closes what was taken back to a straight mark; inches
    low = before.count("\u201e") > before.count("\u201c")
    opened = low or before.count("\u201c") > before.count("\u201d")
    if last.isdigit() and not opened:
        return None  # inches and seconds
    if _opens(last, opened, "\u201c"):
        return Rewritten(1, "\u201c")
    return Rewritten(1, "\u201c" if low else "\u201d")  # „Ja“


def _opens(last: str, opened: bool, mark: str) -> bool:
    if last in _OPENS_OR_CLOSES_BEHIND:
        return last != mark and (last in "\u201c\u2018" or not opened)
    return not last or last in _OPENS_BEHIND


def _apostrophe(text: str, point: int, typed: str, style: str) -> Rewritten | None:
    """Return an apostrophe in the place of a mark that turns out to stand for letters left out, or the other way."""
    before = text[max(0, point - _LONGEST_BEFORE) : point - 1]
    if typed.isdigit():
        if _YEARS.search(before):
            return Rewritten(2, f"\u2019{typed}")
        found = _NO_YEAR.search(before)
        return _instead(before, found.start(), "\u2018", typed) if found else None
    if typed.isalpha():
        curls = _FEET.search(before) is not None and _curls(text, point - 1, style)
        return Rewritten(2, f"\u2019{typed}") if curls else None  # the 1990’s
    found = _ELIDED.search(before)
    return _instead(before, found.start(), "\u2019", typed) if found else None


def _instead(before: str, at: int, mark: str, typed: str) -> Rewritten:
    return Rewritten(len(before) - at + 1, f"{mark}{before[at + 1 :]}{typed}")
