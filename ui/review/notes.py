"""What the editor works through: the points a story was returned with, and the comments on it; a tab by the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.checklist import Judged, Standing
from desk.review.comments import Placed
from ui.queue.model import when
from ui.review.rows import Row, Sort, note_row, quoted
from ui.review.side import Side
from ui.widgets import button, row


class WorkList(Protocol):
    """What came back with a story: who returned it, when, with which note, findings (fingerprints) and comments."""

    @property
    def by(self) -> str:
        """Return who returned it."""
        ...

    @property
    def when(self) -> datetime:
        """Return the moment."""
        ...

    @property
    def note(self) -> str:
        """Return what was said."""
        ...

    @property
    def findings(self) -> tuple[str, ...]:
        """Return the fingerprints that were picked."""
        ...

    @property
    def comments(self) -> tuple[str, ...]:
        """Return the threads that were picked."""
        ...


def note_rows(work: WorkList | None, judged: Iterable[Judged], threads: Sequence[Placed]) -> tuple[Row, ...]:
    """Return the points of the last return, then the other comments, open ones first."""
    picked = frozenset(work.comments) if work is not None else frozenset()
    others = sorted((t for t in threads if t.thread.id not in picked), key=_by_place)
    rows = list(_points(work, {j.finding.fingerprint: j for j in judged}, threads)) if work is not None else []
    rows.append(Row(Sort.SECTION, "Comments", count=sum(not t.thread.resolved for t in others)))
    rows += [note_row(placed) for placed in others]
    if not others:
        rows.append(Row(Sort.NOTHING, "No comments. Ctrl+Alt+M writes one on the words you select."))
    return tuple(rows)


def _points(work: WorkList, judged: Mapping[str, Judged], threads: Sequence[Placed]) -> Iterator[Row]:
    by_id = {placed.thread.id: placed for placed in threads}
    points = [note_row(by_id[thread]) for thread in work.comments if thread in by_id]
    points += [_finding(fingerprint, judged.get(fingerprint)) for fingerprint in work.findings]
    yield Row(Sort.SECTION, "To do", count=sum(point.colour != "passed" for point in points))
    yield Row(Sort.NOTHING, f"Returned by {work.by or 'somebody'}, {when(work.when)}: “{work.note}”")
    yield from sorted(points, key=lambda point: point.colour == "passed")


def _finding(fingerprint: str, judged: Judged | None) -> Row:
    if judged is None:
        return Row(Sort.FINDING, "Mended", "The words in question were changed.", "", "passed", "passed", fingerprint)
    finding = judged.finding
    if judged.standing is not Standing.OPEN:
        said = f"{judged.standing.capitalize()}: {judged.why}"
        return Row(Sort.FINDING, quoted(finding), finding.message, said, "passed", "passed", fingerprint, finding.span)
    tint = f"items.{finding.item}"
    return Row(Sort.FINDING, quoted(finding), finding.message, "", finding.item, tint, fingerprint, finding.span)


def _by_place(placed: Placed) -> tuple[bool, int]:
    return placed.thread.resolved, placed.span.start


class NotesPanel(QWidget):
    """The list with one button; it asks, verbs act."""

    comment_wanted = Signal()
    row_wanted = Signal(object)
    """The `Row` moved to: its place is to be shown."""
    acted = Signal(object)
    """The `Row` that Return was pressed on."""

    def __init__(self) -> None:
        super().__init__()
        self.list = Side()
        self.list.setAccessibleName("Points to do and comments")
        self.list.place_wanted.connect(self.row_wanted)
        self.list.acted.connect(self.acted)
        self._new = button("Comment…", self.comment_wanted.emit, icon="comment")
        self._new.setToolTip("Comment on the words selected (Ctrl+Alt+M)")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.list, 1)
        box.addLayout(row(self._new, None, margins=(16, 8, 16, 12)))
        self.show_rows(note_rows(None, (), ()))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.list.show_rows(rows)

    def step(self, *, back: bool) -> Row | None:
        """Move to the next point that is not done, or the one before; None where all are."""
        rows = self.list.model_.rows
        undone = [nth for nth, row in enumerate(rows) if row.can_be_chosen and row.colour != "passed"]
        if not undone:
            return None
        at = self.list.currentIndex().row() if self.list.current_row() is not None else (len(rows) if back else -1)
        later = [nth for nth in undone if (nth < at if back else nth > at)]
        chosen = (later[-1] if back else later[0]) if later else undone[-1 if back else 0]
        self.list.choose(rows[chosen].key)
        return rows[chosen]

    def take_focus(self) -> None:
        """Move the keyboard to the list."""
        self.list.setFocus()
