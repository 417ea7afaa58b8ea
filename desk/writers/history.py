"""What each version of a story changed for good: who reads the document sees no word that came and went again.

Each word that is gone is told by the version that took it out, each that came by the version that brought it, as far as
comparing one version with the next can tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from desk.text.blocks import Block, paragraphs
from desk.text.diff import ChangeKind, Piece, diff
from desk.writers.breaks import rebroken
from desk.writers.edits import Edits, GoneParagraph, MovedParagraph, NewParagraphs, ParagraphPlace, ReturnedEdit
from desk.writers.paragraph_places import SOFT, Kept, hardened, places_in, shared_letters

_NEVER = 1 << 30


def changes_by_version(texts: Sequence[str]) -> list[Edits]:
    """Return for each text but the first what it changed for good of the first, in paragraphs as they are by then."""
    runs = _never_empty(list(_runs(texts)), len(texts) - 1)
    return [_edits(runs, number) for number in range(1, len(texts))]


def softened(texts: Sequence[str], blocks: Iterable[tuple[int, int]]) -> list[str]:
    """Return the texts with the line ends soft that stand within these blocks of the first one, however many.

    Places stay what they are. Two line ends within a paragraph of a document part none, as a blank line of ours does.
    """
    soft = {at for start, end in blocks for at in range(start, end) if texts[0][at] == "\n"}
    told = [_with_soft(texts[0], soft)]
    for old, new in pairwise(texts):
        places = _onward(diff(old, new)) if soft else []
        soft = {places[at] for at in soft if places[at] >= 0}
        told.append(_with_soft(new, soft))
    return told


def _with_soft(text: str, soft: set[int]) -> str:
    return "".join(SOFT if at in soft else sign for at, sign in enumerate(text)) if soft else text


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters that one version brought (0: they stood in the first text) and one took away, `_NEVER` where none."""

    text: str
    born: int
    died: int

    def stands(self, number: int) -> bool:
        """Return whether it stands in a version."""
        return self.born <= number < self.died


def _runs(texts: Sequence[str]) -> Iterator[_Run]:
    """Yield the first text and the last one in one row, each stretch with the versions that brought and took it."""
    last = len(texts) - 1
    steps = [diff(old, new) for old, new in pairwise(texts)]
    died = _fates(len(texts[0]), [_onward(step) for step in steps])
    born = [last + 1 - fate for fate in _fates(len(texts[-1]), [backward(step) for step in reversed(steps)])]
    for piece in diff(texts[0], texts[-1]):
        match piece.change:
            case ChangeKind.SAME:
                yield _Run(piece.text, 0, _NEVER)
            case ChangeKind.REMOVED:
                for text, when in _stretches(piece.text, died[piece.old.start : piece.old.end]):
                    yield _Run(text, 0, min(when, last))
            case ChangeKind.ADDED:
                for text, when in _stretches(piece.text, born[piece.new.start : piece.new.end]):
                    yield _Run(text, when or last, _NEVER)


def _never_empty(runs: list[_Run], last: int) -> list[_Run]:
    """Return the runs with words that go a version later where none would stand: new ones need others to stand by."""
    for number in range(1, last):
        if not any(run.text.strip() for run in runs if run.stands(number)):
            runs = [replace(run, died=number + 1) if run.died == number else run for run in runs]
    return runs


def _onward(step: Sequence[Piece]) -> list[int]:
    """Return for each character of the older text its place in the newer one, -1 where it is gone."""
    places: list[int] = []
    for piece in step:
        if piece.change is ChangeKind.SAME:
            places += range(piece.new.start, piece.new.end)
        elif piece.change is ChangeKind.REMOVED:
            places += [-1] * len(piece.text)
    return places


def backward(step: Sequence[Piece]) -> list[int]:
    """Return for each character of the newer text its place in the older one, -1 where it is new."""
    places: list[int] = []
    for piece in step:
        if piece.change is ChangeKind.SAME:
            places += range(piece.old.start, piece.old.end)
        elif piece.change is ChangeKind.ADDED:
            places += [-1] * len(piece.text)
    return places


def _fates(length: int, steps: Sequence[Sequence[int]]) -> list[int]:
    """Return for each character in which step it is lost, from 1; one past the last where in none."""
    fates, alive = [len(steps) + 1] * length, list(enumerate(range(length)))
    for number, step in enumerate(steps, 1):
        following = []
        for origin, at in alive:
            if step[at] < 0:
                fates[origin] = number
            else:
                following.append((origin, step[at]))
        alive = following
    return fates


def _stretches(text: str, when: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Yield the parts of a text that one version each is told for."""
    at = 0
    for version, group in groupby(when):
        length = sum(1 for _ in group)
        yield text[at : at + length], version
        at += length


# -- From characters to paragraphs -----------------------------------------------------------------------------------


def _edits(runs: Sequence[_Run], number: int) -> Edits:
    """Return what one version changed for good."""
    old, new, kept = "", "", []
    for run in runs:
        before, after = run.stands(number - 1), run.stands(number)
        if before and after:
            kept.append((len(old), len(new), len(run.text)))
        old += run.text if before else ""
        new += run.text if after else ""
    if old == new:
        return Edits()
    first = rebroken(old, new, kept)
    return replace(_of_paragraphs(places_in(first.text), list(paragraphs(new)), first.kept), breaks=first.breaks)


def _of_paragraphs(old: Sequence[tuple[Block, ParagraphPlace]], new: Sequence[Block], kept: Sequence[Kept]) -> Edits:
    """Return what turns paragraphs into others; `kept` are stretches by their places in both texts, and lengths."""
    became = _pairs([block for block, _ in old], new, kept)
    came_from = {there: here for here, there in became.items()}
    edits = [
        ReturnedEdit(old[here][1], hardened(old[here][0].text), hardened(new[there].text))
        for here, there in sorted(became.items())
        if hardened(old[here][0].text) != hardened(new[there].text)
    ]
    added, fresh = [], list[str]()
    above = None if became else old[-1][1]
    for there, block in enumerate([*new, None]):
        below = old[came_from[there]][1] if there in came_from else None
        if block is not None and below is None:
            fresh.append(hardened(block.text))
            continue
        if fresh:
            added.append(NewParagraphs(above, below, tuple(fresh)))
        above, fresh = below, []
    moved = list(_moved([one for here, one in enumerate(old) if here not in became], added))
    went = {one.place for one in moved}
    gone = [GoneParagraph(place) for here, (_, place) in enumerate(old) if here not in became and place not in went]
    put = {(one.after, one.before) for one in moved}
    added = [one for one in added if (one.after, one.before) not in put]
    return Edits(tuple(edits), added=tuple(added), gone=tuple(gone), moved=tuple(moved))


def _moved(gone: Sequence[tuple[Block, ParagraphPlace]], added: Iterable[NewParagraphs]) -> Iterator[MovedParagraph]:
    """Yield the paragraphs that are taken out in one place and put in, as they are, in another by themselves."""
    left = {hardened(block.text): place for block, place in reversed(gone)}
    for one in added:
        place = left.pop(one.new[0], None) if len(one.new) == 1 else None
        if place is not None:
            yield MovedParagraph(place, one.after, one.before)


def _pairs(old: Sequence[Block], new: Sequence[Block], kept: Sequence[Kept]) -> dict[int, int]:
    """Return which old paragraph became which new one: by the words that stayed; what is left, by its neighbours."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for (here, there), _ in shared_letters(old, new, kept).most_common():
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    before = (-1, -1)
    for here, there in [*sorted(pairs.items()), (len(old), len(new))]:
        if here - before[0] == there - before[1]:
            pairs |= dict(zip(range(before[0] + 1, here), range(before[1] + 1, there), strict=True))
        before = here, there
    return pairs
