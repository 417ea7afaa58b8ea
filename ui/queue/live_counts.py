"""What is open, waived and not checked in the story in hand, as its checklist has it at this moment."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.checking.checklist import ItemState, Line, Standing
from desk.queue_row import QueueRow


@dataclass(frozen=True, slots=True)
class LiveCounts:
    """The counts of a line of the list; `open` is None where nothing was checked."""

    open: int | None
    waived: int
    unchecked: int

    def on(self, row: QueueRow) -> QueueRow:
        """Return the line of the list with these counts."""
        return replace(row, open_findings=self.open, waived=self.waived, unchecked=self.unchecked)


def live_counts(lines: Sequence[Line]) -> LiveCounts | None:
    """Return the counts of a checklist; None while an item is being checked, for they are of an older text then."""
    automatic = [line for line in lines if not line.manual]
    if not automatic or any(line.state is ItemState.CHECKING for line in automatic):
        return None
    unchecked = sum(line.state is ItemState.UNCHECKED for line in automatic)
    waived = {j.finding.fingerprint for line in automatic for j in line.findings if j.standing is Standing.WAIVED}
    count = None if unchecked == len(automatic) else sum(len(line.open) for line in automatic)
    return LiveCounts(count, len(waived), unchecked)
