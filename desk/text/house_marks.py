"""Quotation marks, dashes and ellipses as the house writes them, while they are typed; pure, in code points."""

import re
from dataclasses import dataclass
from functools import cached_property

from desk.text.matcher import matcher

_OPENS_BEHIND = frozenset(" \t\n\u00a0\u202f([{")
"""A mark behind one of these opens."""
_OPENS_OR_CLOSES_BEHIND = frozenset("\u2014\u2013-/\u201c\u2018")
"""Behind one of these a mark closes what is open, and opens where nothing is: words that break off end in a dash."""
_ELIDED = matcher(
    r"(?<![^\s([{\u201c\u2014\u2013-])\u2018(?=(?:em|til|tis|twas|twere|twill|cause|n|nuff|round|bout|neath|gainst)$)",
    re.IGNORECASE,
)
_YEARS = matcher(r"(?<!\w)\u2018$")
_NO_DECADE = matcher(r"(?<!\w)\u2019(?=\d+(?![\ds])(?:[^\u2018\u2019.!?\u2026]|[.](?=\d))*$)")
"""An apostrophe before figures that nothing closed in its sentence."""
_NO_YEAR = matcher(r"(?<!\w)\u2019(?=(?:\d\d|\d{1,3},)$)")
"""An apostrophe before figures, of which two are the most: with another one behind them it was an opening mark."""
_FEET = matcher(r"\d'$")
_BY_FEET = matcher(r"\d\u2019$")
_INCHES = matcher(r"\d(?:'|\u2032)\s?\d{1,2}(?:\.\d+|½|¼|¾)?$")
_FEET_BY_FEET = matcher(r"\d'\s?[x×]\s?\d+$")
_STRAIGHT_QUOTE = matcher(r"\"(?<!\d.)")
"""A straight mark that stands for no inches; looked for by the mark: 8 ms sooner in 10,000 words."""
_STRAIGHT = {'"': _STRAIGHT_QUOTE, "'": matcher(r"'(?<!\d.)")}
_INNER_APOSTROPHE = matcher(r"\u2019(?=\w)")
_WORD_ENDS = frozenset(" ,.;:!?\u201d)\u2014\n")
_MARKS = frozenset("\"'-.")
_BLANKS = frozenset(" \t\n\u00a0\u202f")
_DASHES = {"em": "\u2014", "en": "\u2013"}
_DASH_OF_STORY = matcher(r"(?<=[^\W\d])\u2014| [\u2014\u2013] |--|^[\u2014\u2013](?=\s?\S)", re.MULTILINE)
_TWO_AT_HEAD = matcher(r"\n[ \t]{0,4}--([ \u00a0]?[\"'\u201c\u2018]?)\Z")
_OF_ADDRESSES = "://", "www.", "@"
_LONGEST_BEFORE = 12
"""Code points before the cursor that an apostrophe at the head of a word is looked for in."""
_LONGEST_TYPED = 3 * _LONGEST_BEFORE
"""As many before they were rewritten: three stops become one sign."""


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


class _Around:
    """What the text has besides the paragraph that is written in: looked for once a run, and only where it is asked."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end

    @cached_property
    def _sides(self) -> tuple[str, str]:
        return self._text[: self._start], self._text[self._end :]

    @cached_property
    def is_curly(self) -> bool:
        return any(_is_curly(side) for side in self._sides)

    @cached_property
    def straight(self) -> frozenset[str]:
        """The straight marks that stand there for no feet and no inches."""
        return frozenset(mark for mark, form in _STRAIGHT.items() if any(form.search(side) for side in self._sides))

    @cached_property
    def dash(self) -> str:
        """The dash that stands nearest before, else the first behind; empty for none."""
        return _last_dash(self._sides[0]) or _first_dash(self._text, self._end)

    @cached_property
    def has_sign(self) -> bool:
        return any("\u2026" in side for side in self._sides)

    @cached_property
    def has_stops(self) -> bool:
        return any("..." in side for side in self._sides)


def rewritten_run(text: str, start: int, end: int, marks: HouseMarks) -> Rewritten | None:
    """Return what the house makes of what was just typed, by one key or in one piece; None where it stays."""
    begins = text.rfind("\n", 0, start) + 1
    around = _Around(text, begins, end)
    now, at, taken, last = text[begins:start], start - begins, start, start
    for nth in range(start, end):
        if text[nth] in _MARKS:
            last = nth
        elif nth - last > _LONGEST_TYPED:
            continue  # no mark is near enough to be another one for it
        now += text[taken : nth + 1]
        taken = nth + 1
        made = _rewritten(now, text[taken : taken + 1], around, marks)
        if made is not None:
            at = min(at, len(now) - made.taken)
            now = now[: len(now) - made.taken] + made.put
    now += text[taken:end]
    return None if now == text[begins:end] else Rewritten(end - begins - at, now[at:])


def _rewritten(now: str, follows: str, around: _Around, marks: HouseMarks) -> Rewritten | None:
    """Return what the house makes of the last character of a paragraph as it stands; None where it stays."""
    typed = now[-1]
    if typed in _MARKS:
        before = now[now.rfind("\n", 0, -1) + 1 : -1]
        if typed == "-":
            return _dash(now, before, follows, around, marks.dash)
        if typed == ".":
            return _ellipsis(now, before, around, marks.ellipsis)
        return _quote_behind(before, typed) if _curls(now, len(now) - 1, around, marks.quotes) else None
    if typed in _BLANKS and now.endswith("--", 0, -1):
        return _spaced_dash(now, typed, around, marks.dash)
    if typed.isalnum() and (begun := _dash_at_head(now, typed, around, marks.dash)) is not None:
        return begun
    if marks.quotes != "straight" and (typed.isalnum() or typed in _WORD_ENDS):
        return _apostrophe(now, typed, around, marks.quotes)
    return None


def _dash(now: str, before: str, follows: str, around: _Around, style: str) -> Rewritten | None:
    """Return the dash for two hyphens, and for a third one the hyphens.

    Longer rows stay, and at the head of a line a word has to follow first. Behind a blank it is not known yet whether
    it is an option (--all) or ends a comment of a page; within addresses and such comments hyphens are hyphens.
    """
    if before[-1:] in _DASHES.values() and before[-1:] == _dash_in(now[:-1], around, style, besides=1):
        return Rewritten(2, "---")
    if not _is_for_dash(before) or (before[-2:-1] in _BLANKS and follows not in _BLANKS):
        return None
    dash = _dash_in(now, around, style, besides=2)
    return Rewritten(2, dash) if dash else None


def _spaced_dash(now: str, typed: str, around: _Around, style: str) -> Rewritten | None:
    """Return the dash for two hyphens that have a blank behind them as they have before."""
    before = now[now.rfind("\n", 0, -1) + 1 : -2]
    if before[-2:-1] not in _BLANKS or not _is_for_dash(before):
        return None
    dash = _dash_in(now[:-1], around, style, besides=2)
    return Rewritten(3, dash + typed) if dash else None


def _dash_at_head(now: str, typed: str, around: _Around, style: str) -> Rewritten | None:
    """Return the dash for two hyphens at the head of a line, once a word follows: an item of a list, or who speaks.

    Only then it is known that they are no rule of hyphens and no line before a signature ("-- ").
    """
    before = now[-_LONGEST_BEFORE:-1] if len(now) > _LONGEST_BEFORE else f"\n{now[:-1]}"
    found = _TWO_AT_HEAD.search(before)
    if found is None:
        return None
    rest = f"{found[1]}{typed}"
    dash = _dash_in(now, around, style, besides=2 + len(rest))
    return Rewritten(2 + len(rest), f"{dash}{rest}") if dash else None


def _is_for_dash(before: str) -> bool:
    """Return whether a hyphen behind what stands before it in its line is the second of two that make a dash."""
    if not before.endswith("-") or before.endswith("--") or not before.strip("- \t\u00a0\u202f"):
        return False
    opened = before.rfind("<!-")
    if opened >= 0 and "-->" not in before[opened + 3 :]:
        return False
    run = before.split()[-1]
    return not any(sign in run for sign in _OF_ADDRESSES)


def _dash_in(now: str, around: _Around, style: str, *, besides: int) -> str:
    """Return the dash of the house, or the one of the story besides the last characters; empty for hyphens and none."""
    if style != "story":
        return _DASHES.get(style, "")
    dash = (_last_dash(now[:-besides]) or around.dash).strip()
    return dash if dash in _DASHES.values() else ""


def _first_dash(text: str, start: int) -> str:
    found = _DASH_OF_STORY.search(text, start)
    return found.group() if found else ""


def _last_dash(text: str) -> str:
    last = ""
    for found in _DASH_OF_STORY.finditer(text):
        last = found.group()
    return last


def _ellipsis(now: str, before: str, around: _Around, style: str) -> Rewritten | None:
    if not before.endswith("..") or before.endswith("..."):
        return None
    if style == "story":
        others = now[:-3]
        has_sign = "\u2026" in others or around.has_sign
        return Rewritten(3, "\u2026") if has_sign and "..." not in others and not around.has_stops else None
    return Rewritten(3, "\u2026") if style == "sign" else None


def _curls(now: str, at: int, around: _Around, style: str) -> bool:
    """Return whether marks are to be curly: as the house says, or as the story has them besides the one at a place."""
    if style != "story":
        return style == "curly"
    others = now[:at] + now[at + 1 :]
    if not (_is_curly(others) or around.is_curly):
        return False
    return now[at] not in around.straight and _STRAIGHT[now[at]].search(others) is None


def _is_curly(text: str) -> bool:
    return any(mark in text for mark in "\u201c\u201d\u2018\u2019")


def _quote_behind(before: str, typed: str) -> Rewritten | None:
    """Return the mark; a double one ends a word too, and makes the mark at its head an apostrophe (“Get ’em”)."""
    made = _quote(before, typed)
    elided = _ELIDED.search(before) if typed == '"' else None
    return _instead(before, elided.start(), "\u2019", made.put if made else typed) if elided else made


def _quote(before: str, typed: str) -> Rewritten | None:
    last = before[-1:]
    if typed == "'":
        if before.endswith(" \u2018n"):
            return Rewritten(3, "\u2019n\u2019")  # rock ’n’ roll
        if _FEET_BY_FEET.search(before):
            return None
        opened = before.count("\u2018") > before.count("\u2019") - len(_INNER_APOSTROPHE.findall(before))
        if last.isdigit() and not opened:
            found = _NO_DECADE.search(before)
            return _instead(before, found.start(), "\u2018", "\u2019") if found else None  # feet and minutes
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


def _apostrophe(now: str, typed: str, around: _Around, style: str) -> Rewritten | None:
    """Return an apostrophe in the place of a mark that turns out to stand for letters left out, or the other way."""
    before = now[-_LONGEST_BEFORE - 1 : -1].rpartition("\n")[2]
    if typed.isdigit():
        if _YEARS.search(before):
            return Rewritten(2, f"\u2019{typed}")
        found = _NO_YEAR.search(before)
        return _instead(before, found.start(), "\u2018", typed) if found else None
    if typed.isalpha():
        if typed == "x":
            return Rewritten(2, "'x") if _BY_FEET.search(before) else None
        curls = _FEET.search(before) is not None and _curls(now, len(now) - 2, around, style)
        return Rewritten(2, f"\u2019{typed}") if curls else None  # the 1990’s
    found = _ELIDED.search(before)
    return _instead(before, found.start(), "\u2019", typed) if found else None


def _instead(before: str, at: int, mark: str, typed: str) -> Rewritten:
    return Rewritten(len(before) - at + 1, f"{mark}{before[at + 1 :]}{typed}")
