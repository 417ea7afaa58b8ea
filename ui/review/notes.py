"""What the editor works through: the points a story was returned with, and the comments on it; a tab by the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.checking.checklist import Judged, Standing
from desk.review.comments import Placed
from desk.review.words import STANDINGS
from desk.story import Returned, Verdicts
from desk.text.moments import to_the_minute
from ui.actions.keys import key_of
from ui.actions.table import spec_of
from ui.look.key_tips import give_tip
from ui.look.widgets import button, row
from ui.review.rows import Row, Sort, note_row, quoted
from ui.review.side import Side

NO_VERDICTS = Verdicts()


def note_rows(
    work: Returned | None, judged: Iterable[Judged], threads: Sequence[Placed], verdicts: Verdicts = NO_VERDICTS
) -> tuple[Row, ...]:
    """Return the points of the last return, then the other comments, open ones first.

    What was waived before the story was returned, and picked all the same, is to be looked at again.
    """
    picked = frozenset(work.comments) if work is not None else frozenset()
    others = sorted((t for t in threads if t.thread.id not in picked), key=_by_place)
    by_print = {j.finding.fingerprint: j for j in judged}
    rows = list(_points(work, by_print, threads, verdicts)) if work is not None else []
    rows.append(Row(Sort.SECTION, "Comments", count=sum(not t.thread.resolved for t in others)))
    rows += [note_row(placed) for placed in others]
    if not others:
        none = "No other comments." if picked else "No comments."
        rows.append(Row(Sort.NOTHING, f"{none} {key_of('comment')} writes one on the words you select."))
    return tuple(rows)


def _points(
    work: Returned, judged: Mapping[str, Judged], threads: Sequence[Placed], verdicts: Verdicts
) -> Iterator[Row]:
    by_id = {placed.thread.id: placed for placed in threads}
    points = [note_row(by_id[thread]) for thread in work.comments if thread in by_id]
    points += [_finding(fingerprint, judged.get(fingerprint), work, verdicts) for fingerprint in work.findings]
    yield Row(Sort.SECTION, "To do", count=sum(point.colour != "passed" for point in points))
    to = f" to {work.to_name}" if work.to_name else ""
    yield Row(Sort.NOTHING, f"Returned{to} by {work.by or 'somebody'}, {to_the_minute(work.when)}: “{work.note}”")
    yield from sorted(points, key=lambda point: point.colour == "passed")


def _finding(fingerprint: str, judged: Judged | None, work: Returned, verdicts: Verdicts) -> Row:
    if judged is None:
        return Row(Sort.FINDING, "Mended", "The words in question were changed.", "", "passed", "passed", fingerprint)
    finding = judged.finding
    ruling = verdicts.on(finding)
    said = "" if judged.standing is Standing.OPEN else f"{STANDINGS[judged.standing].capitalize()}: {judged.why}"
    if said and (ruling is None or ruling.when > work.when):
        return Row(Sort.FINDING, quoted(finding), finding.message, said, "passed", "passed", fingerprint, finding.span)
    tint = f"items.{finding.item}"
    return Row(Sort.FINDING, quoted(finding), finding.message, said, finding.item, tint, fingerprint, finding.span)


def _by_place(placed: Placed) -> tuple[bool, int]:
    return placed.thread.resolved, placed.span.start


class NotesPanel(QWidget):
    """The list with one button; it asks, verbs act."""

    comment_wanted = Signal()
    row_wanted = Signal(object)
    """The `Row` moved to: its place is to be shown."""
    acted = Signal(object)
    """The `Row` that a key or click acts on."""

    def __init__(self) -> None:
        super().__init__()
        self.list = Side()
        self.list.setAccessibleName("Points to do and comments")
        self.list.place_wanted.connect(self.row_wanted)
        self.list.acted.connect(self.acted)
        self._new = button("Comment…", self.comment_wanted.emit, icon="comment")
        give_tip(self._new, "comment", spec_of("comment").help.rstrip("."))
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
