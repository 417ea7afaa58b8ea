"""The edits that take one change of a comparison back."""

from collections.abc import Sequence

from desk.checks.check import Edit
from desk.text.diff import Comparison, Fate, Step
from desk.text.spans import Span

_APART = "\n\n"


def edits_back(comparison: Comparison, step: Step, text: str) -> list[Edit]:
    """Return the edits of `text`, the newer one of the comparison, that take a change back.

    A passage that moved goes where it came from with the words that it has now: those that came with it are changes of
    their own. Where all it passed reads as it does, that changes nothing, and it goes with the words that it had.
    """
    if step.fate is Fate.MOVED:
        passage = comparison.passages[step.passage]
        left = next(each for each in comparison.passages if each.fate is Fate.LEFT and each.move == passage.move)
        without = _without(text, passage.new)
        back = [without, _put(text, passage.new.of(text), left.new.start)]
        return back if edited(text, back) != text else [without, _put(text, left.pieces[0].text, left.new.start)]
    if step.fate is Fate.REMOVED:
        return [_put(text, step.removed, step.new.start)]
    if step.fate is Fate.ADDED:
        return [_without(text, step.new)]
    return [Edit(step.new, step.removed)]


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with edits of it made."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _without(text: str, passage: Span) -> Edit:
    """Return the edit that takes a passage out; the last one leaves the end of the text as it is."""
    if passage.end < len(text):
        return Edit(passage, "")
    before = len(text[: passage.start].rstrip("\n"))
    return Edit(Span(before, passage.end), _room_behind(text) if before else "")


def _put(text: str, passage: str, at: int) -> Edit:
    """Return the edit that puts a passage at a place, so that it stands apart on both sides."""
    words = passage.strip("\n")
    if at < len(text):
        room = _room_behind(passage) or _APART
        before = "" if at == 0 or text[:at].endswith("\n") else _APART
        return Edit(Span(at, at), f"{before}{words}{room}")
    end = len(text.rstrip("\n"))
    return Edit(Span(end, at), f"{_APART if end else ''}{words}{_room_behind(text)}")


def _room_behind(text: str) -> str:
    return text[len(text.rstrip("\n")) :]
