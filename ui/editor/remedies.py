"""Remedies and kinds as acts on the text: each one step that one key takes back."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from desk.checks.check import Edit, Finding, Remedy
from desk.text.blocks import Block, Kind
from desk.text.change import Change
from desk.text.moving import moved_point
from desk.text.spans import Span
from ui.editor.following import Following
from ui.editor.history import History
from ui.editor.text_edit import TextEdit

STALE = "These words were changed since they were checked. A new check is on its way."
LOCKED = "This text cannot be changed here."


@dataclass(frozen=True, slots=True)
class Applied:
    """What a remedy came to: the changes made and the kind set, or the sentence that says why nothing was done.

    `block_start` is where the block begins whose kind was set, in code points of the text as it is then.
    """

    changes: tuple[Change, ...] = ()
    kind: Kind | None = None
    block_start: int | None = None
    refused: str = ""

    def __bool__(self) -> bool:
        return not self.refused


@dataclass(frozen=True, slots=True)
class AppliedAll:
    """What the remedies of several findings came to: those that were mended, and by which, and where kinds were set."""

    done: tuple[tuple[Finding, Remedy], ...] = ()
    kinds: tuple[tuple[int, Kind], ...] = ()
    """Where each block begins whose kind was set, in code points of the text as it is then, and the kind."""


class Remedies:
    """Applies remedies to the text and sets kinds of blocks."""

    def __init__(self, edit: TextEdit, state: Following, history: History) -> None:
        self._edit = edit
        self._state = state
        self._history = history

    def apply(self, remedy: Remedy, finding: Finding | None) -> Applied:
        """Make the edits and set the kind, and return what was done."""
        if self._edit.isReadOnly():
            return Applied(refused=LOCKED)
        edits = self._state.edits_now(remedy.edits)
        place = self._place(remedy, finding)
        if edits is None or place is None:
            return Applied(refused=STALE)
        depth, before = self._history.depth, self._history.beside.state
        changes = self._edit.make(edits)
        if changes:
            self._put_cursor_behind(changes, place)
        if remedy.kind is None:
            return Applied(changes)
        start = self._set_moved(place, remedy.kind, changes)
        self._history.note(depth, before)
        return Applied(changes, remedy.kind, start)

    def apply_all(self, wanted: Sequence[tuple[Finding, Remedy]]) -> AppliedAll:
        """Apply a remedy to each of several findings as one step; what was changed or is in the way is left out."""
        if self._edit.isReadOnly():
            return AppliedAll()
        depth, before = self._history.depth, self._history.beside.state
        edits, done, kinds = self._together(wanted)
        changes = self._edit.make(edits)
        if changes:
            self._put_cursor_behind(changes, edits[0].span)
        starts = [(self._set_moved(place, kind, changes), kind) for place, kind in kinds]
        if starts:
            self._history.note(depth, before)
        return AppliedAll(tuple(done), tuple((start, kind) for start, kind in starts if start is not None))

    def _together(
        self, wanted: Sequence[tuple[Finding, Remedy]]
    ) -> tuple[list[Edit], list[tuple[Finding, Remedy]], list[tuple[Span, Kind]]]:
        """Return the edits that can be made in one step, the findings they mend, and the places that get a kind."""
        taken = _Taken()
        done, kinds = [], []
        for finding, remedy in wanted:
            own, place = self._state.edits_now(remedy.edits), self._place(remedy, finding)
            if own is None or place is None or any(map(taken.is_in_the_way_of, own)):
                continue
            for edit in own:
                taken.take(edit)
            done.append((finding, remedy))
            if remedy.kind is not None:
                kinds.append((place, remedy.kind))
        return taken.edits, done, kinds

    def _set_moved(self, place: Span, kind: Kind, changes: Sequence[Change]) -> int | None:
        start, end = moved_point(place.start, changes), moved_point(place.end, changes)
        block = self._state.set_kind(Span(start, max(start, end)), kind)
        return block.start if block else None

    def set_kind(self, span: Span, kind: Kind | None) -> Block | None:
        """Set the kind of the block at a place, None for "let Copydesk decide"; return the block, None if none."""
        if self._edit.isReadOnly():
            return None
        depth, before = self._history.depth, self._history.beside.state
        block = self._state.set_kind(span, kind)
        if block is not None:
            self._history.note(depth, before)
        return block

    def _place(self, remedy: Remedy, finding: Finding | None) -> Span | None:
        """Return where the remedy belongs now: at the finding, at its own first edit, or at the cursor."""
        if finding is not None:
            there = self._state.now(finding.span)
            mark = self._state.marks.shown(finding, there) if there is not None else None
            mark = mark or self._state.marks.of(finding)  # looks at every mark: only where it is not where it should be
            return mark.span if mark else there
        if remedy.edits:
            return self._state.now(remedy.edits[0].span)
        return Span(self._edit.point, self._edit.point)

    def _put_cursor_behind(self, changes: Sequence[Change], place: Span) -> None:
        """Put the cursor behind the new words nearest to the finding; `changes` run from the last to the first."""
        nearest = min(changes, key=lambda change: abs(change.start - place.start))
        shift = sum(change.by for change in changes if change.start < nearest.start)
        end = nearest.start + shift + len(nearest.new)
        self._edit.select(Span(end, end))
        self._edit.ensureCursorVisible()


class _Taken:
    """The edits of one step in the order of their places, none in another's way: one more asks its neighbours alone."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []

    def is_in_the_way_of(self, edit: Edit) -> bool:
        """Return whether one of them wants the place of this edit to be something else."""
        at = self._at(edit)
        return any(_clash(edit, other) for other in self.edits[max(0, at - 1) : at + 1])

    def take(self, edit: Edit) -> None:
        """Take one more in, unless it is there already."""
        at = self._at(edit)
        if self.edits[at : at + 1] != [edit]:
            self.edits.insert(at, edit)

    def _at(self, edit: Edit) -> int:
        return bisect_left(self.edits, edit.span.start, key=_start)


def _start(edit: Edit) -> int:
    return edit.span.start


def _clash(edit: Edit, other: Edit) -> bool:
    """Return whether two edits want the same place to be different things."""
    if edit == other:
        return False
    if edit.span.start == other.span.start and not (len(edit.span) and len(other.span)):
        return True
    return edit.span.start < other.span.end and other.span.start < edit.span.end
