"""What changed as strips to be drawn: each passage as runs of words in one look, in line or side by side; no widget."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.text.diff import ChangeKind, Comparison, Fate, Passage, Piece
from desk.text.words import grouped, plural, shortened

_START_SHOWN = 60
"""Code points of the beginning of a passage, which stand for the whole."""


class Look(StrEnum):
    """How a run of words is drawn."""

    PLAIN = "plain"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SAID = "said"
    """Not of the text: a word of ours on what happened here."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one look; `step` is the number of the change they belong to, -1 for none."""

    text: str
    look: Look
    step: int = -1


@dataclass(frozen=True, slots=True)
class Strip:
    """One passage: one column in line, two side by side (the old text left); `folded` counts passages left out."""

    columns: tuple[tuple[Run, ...], ...]
    steps: tuple[int, ...] = ()
    folded: int = 0


CONTEXT = 1
"""Unchanged paragraphs shown on either side of a change where the rest is folded."""
_LEAST_FOLDED = 3
_THIN = "\N{THIN SPACE}"
"""Stands between what went and what came in its place, in line alone."""
_BREAK = re.compile(r"(?:(?<![^\S\n])[^\S\n]+)?\n[^\S\n]*\n\s*")
"""Blanks before it from their first on: from each of 200,000 without a line end the search took a minute."""
_LINE_END = "\u2028"
"""What Qt takes for the end of a line within one paragraph."""
_LINE = re.compile(r"(?:(?<![^\S\n])[^\S\n]+)?\n[^\S\n]*")


def strips_of(comparison: Comparison, *, beside: bool, folded: bool) -> list[Strip]:
    """Return the strips of a comparison: `beside` for two columns, `folded` to leave out what stayed."""
    numbers = _numbers(comparison)
    strips = [_strip(passage, numbers.get(nth, ()), beside=beside) for nth, passage in enumerate(comparison.passages)]
    return list(_fold(strips, beside=beside)) if folded else strips


def _numbers(comparison: Comparison) -> dict[int, tuple[int, ...]]:
    out: dict[int, tuple[int, ...]] = {}
    for number, step in enumerate(comparison.steps):
        out[step.passage] = (*out.get(step.passage, ()), number)
    firsts = {p.move: nth for nth, p in enumerate(comparison.passages) if p.fate is Fate.MOVED}
    for nth, passage in enumerate(comparison.passages):
        if passage.fate is Fate.LEFT and passage.move in firsts:
            out[nth] = out.get(firsts[passage.move], ())[:1]  # the other end of a move belongs to the same change
    return out


def _strip(passage: Passage, steps: tuple[int, ...], *, beside: bool) -> Strip:
    own = steps[1:] if passage.fate is Fate.MOVED else steps
    runs = list(_runs(passage, own, steps))
    if not beside:
        return Strip((tuple(_in_line(passage, runs, steps)),), steps)
    return Strip(tuple(tuple(side) for side in _beside(passage, runs, steps)), steps)


def _runs(passage: Passage, own: Sequence[int], steps: Sequence[int]) -> Iterator[tuple[ChangeKind, Run]]:
    """Yield every piece as a run, with the number of its change."""
    left = iter(own)
    number, before = -1, False
    moved, last = passage.fate in (Fate.MOVED, Fate.LEFT), ChangeKind.SAME
    pieces = _trimmed(passage.pieces)
    for nth, piece in enumerate(pieces):
        changed = piece.change is not ChangeKind.SAME and not piece.spacing and not _end_room(pieces, nth)
        if changed and not before:
            number = next(left, -1)
        before = changed
        text = shown(piece)
        if changed:
            look = Look.MOVED if passage.fate is Fate.LEFT else Look(piece.change.value)
            if last is ChangeKind.REMOVED and piece.change is ChangeKind.ADDED:
                yield ChangeKind.SAME, Run(_THIN, Look.PLAIN)
            last = piece.change
            yield piece.change, Run(text, look, number if passage.fate is not Fate.LEFT else _first(steps))
        else:  # room that only one of the texts has is no change to a reader, and stands where that text is shown
            last = ChangeKind.SAME
            yield piece.change, Run(text, Look.MOVED if moved else Look.PLAIN, _first(steps) if moved else -1)


def _first(steps: Sequence[int]) -> int:
    return steps[0] if steps else -1


def _end_room(pieces: Sequence[Piece], nth: int) -> bool:
    """Return whether a piece is nothing but the room behind a passage, which is no change to a reader."""
    return not pieces[nth].text.strip() and all(not piece.text.strip() for piece in pieces[nth:])


def _trimmed(pieces: Sequence[Piece]) -> Sequence[Piece]:
    return [piece for piece in pieces if piece.text]


def shown(piece: Piece) -> str:
    """Return a piece as it is drawn: its lines as they are sealed, a break between paragraphs as a sign to be seen."""
    sign = "\N{PILCROW SIGN}\u2028" if piece.change is ChangeKind.ADDED else "\N{PILCROW SIGN} "
    text = _BREAK.sub("\u2028" if piece.change is ChangeKind.SAME else sign, piece.text)
    return _LINE.sub(_LINE_END, text)


def _end_trimmed(runs: Iterable[Run]) -> list[Run]:
    """Return the runs without the room at the end of the passage."""
    out = list(runs)
    while out and not out[-1].text.strip(" \u2028\N{PILCROW SIGN}"):
        out.pop()
    if out:
        last = out[-1]
        out[-1] = Run(last.text.rstrip(" \u2028\N{PILCROW SIGN}"), last.look, last.step)
    return out


def _in_line(passage: Passage, runs: list[tuple[ChangeKind, Run]], steps: Sequence[int]) -> list[Run]:
    if passage.fate is Fate.LEFT:
        return [Run(f"{_moved_words(passage)}: “{_start_of(passage)}”", Look.SAID, _first(steps))]
    words = _end_trimmed(run for change, run in runs if change is not ChangeKind.REMOVED or run.look is Look.REMOVED)
    if passage.fate is Fate.MOVED:
        return [Run(f"{_moved_words(passage)}\u2028", Look.SAID, _first(steps)), *words]
    return words


def _beside(passage: Passage, runs: list[tuple[ChangeKind, Run]], steps: Sequence[int]) -> tuple[list[Run], list[Run]]:
    old = _end_trimmed(run for change, run in runs if change is not ChangeKind.ADDED and run.text != _THIN)
    new = _end_trimmed(run for change, run in runs if change is not ChangeKind.REMOVED and run.text != _THIN)
    said = [Run(_moved_words(passage), Look.SAID, _first(steps))]
    if passage.fate is Fate.LEFT:
        return old, said
    if passage.fate is Fate.MOVED:
        return said, new
    return old, new


def _moved_words(passage: Passage) -> str:
    if passage.fate is Fate.LEFT:
        return "A paragraph moved up from here" if passage.up else "A paragraph moved down from here"
    return "Moved up to here" if passage.up else "Moved down to here"


def _start_of(passage: Passage) -> str:
    return shortened("".join(piece.text for piece in passage.pieces), _START_SHOWN)


def _fold(strips: Sequence[Strip], *, beside: bool) -> Iterator[Strip]:
    """Yield the strips, long runs of unchanged ones as one line that says how many there are."""
    near = {at + by for at, strip in enumerate(strips) if strip.steps for by in range(-CONTEXT, CONTEXT + 1)}
    waiting: list[Strip] = []
    for nth, strip in enumerate(strips):
        if nth not in near:
            waiting.append(strip)
            continue
        yield from _folded(waiting, beside=beside)
        waiting = []
        yield strip
    yield from _folded(waiting, beside=beside)


def _folded(strips: Sequence[Strip], *, beside: bool) -> Iterator[Strip]:
    if len(strips) < _LEAST_FOLDED:
        yield from strips
        return
    said = (Run(f"{plural(len(strips), 'paragraph')} unchanged", Look.SAID),)
    yield Strip((said, said) if beside else (said,), folded=len(strips))


def words_of_step(comparison: Comparison, number: int) -> str:
    """Return one change in words, for the line above the text and for readers of screens."""
    step = comparison.steps[number]
    if step.fate is Fate.MOVED:
        return "Moved up" if comparison.passages[step.passage].up else "Moved down"
    removed, added = (" ".join(words.split()) for words in (step.removed, step.added))
    if not removed and not added:
        return "Paragraph parted" if "\n" in step.added else "Paragraphs joined"
    if removed and added:
        return f"“{removed}” became “{added}”"
    return f"Added “{added}”" if added else f"Removed “{removed}”"


def summary(comparison: Comparison, links: int = 0) -> str:
    """Return what changed in one line: "12 changes: 34 words in, 20 out, 1 paragraph moved"; links last."""
    changed = f"{plural(links, 'link')} changed" if links else ""
    if comparison.same_words:
        spacing = "Only spacing differs" if comparison.spacing else ""
        return " · ".join(part for part in (spacing, changed) if part) or "Nothing changed"
    return " · ".join(part for part in (_of_words(comparison), changed) if part)


def _of_words(comparison: Comparison) -> str:
    count, (came, went) = len(comparison.steps), comparison.words
    parts = [f"{plural(came, 'word')} in" if came else "", f"{grouped(went)} out" if went else ""]
    if comparison.moves:
        parts.append(f"{plural(comparison.moves, 'paragraph')} moved")
    said = ", ".join(part for part in parts if part)
    return plural(count, "change") + (f": {said}" if said else "")
