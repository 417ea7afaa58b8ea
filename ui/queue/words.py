"""A line of the queue in words: when it is due, what is open, waived and unchecked, and all of it as one sentence."""

from datetime import datetime, timedelta

from desk.queue_row import QueueRow
from desk.text.moments import now, to_the_day, to_the_minute
from desk.text.words import grouped, plural

VOID = "Approval void"
"""What stands in the place of the state where the approval was given for another text."""
APART = "changed in two places"
WAITS = "waits to go"
"""What stands beside the state while the desk has not all of a story."""
OPPOSITES = "decided in two ways"


def state_words(row: QueueRow) -> str:
    """Return the state, or that the approval does not stand; an embargo or a hold says until when."""
    if row.void:
        return VOID
    held = row.hold_until is not None and row.is_on_hold
    state = f"{row.state_words} until {to_the_minute(row.hold_until)}" if held and row.hold_until else row.state_words
    both = (APART if row.apart else "", OPPOSITES if row.opposites else "")
    return " · ".join(part for part in (state, *both, row.lent, _waits(row), embargo_words(row)) if part)


def _waits(row: QueueRow) -> str:
    return WAITS if row.at_desk is False else ""


def embargo_words(row: QueueRow) -> str:
    """Return until when it must not be published, in few words; empty once it may be."""
    if not row.embargo_words():
        return ""
    return f"embargo {to_the_minute(row.embargo)}" if row.embargo else "embargo"


def due_words(row: QueueRow, at: datetime | None = None, *, named: bool = False) -> str:
    """Return the deadline, or by how much it has passed: "4 h 25 late"; empty where there is none.

    `named` says that it is one, where no heading does: "due 18:30".
    """
    if row.deadline is None:
        return ""
    if row.is_late(at):
        return f"{_length((at or now()) - row.deadline)} late"
    return f"{'due ' if named else ''}{to_the_minute(row.deadline, at)}"


def _length(passed: timedelta) -> str:
    """Return a length of time as one says it of a deadline: "25 min", "4 h 25", "3 days"."""
    minutes = max(1, int(passed.total_seconds() // 60))
    hours, days = minutes // 60, minutes // (24 * 60)
    if days >= 2:
        return f"{days} days"
    return f"{hours} h {minutes % 60:02}" if hours else f"{minutes} min"


def changed_words(row: QueueRow, at: datetime | None = None) -> str:
    """Return when the story was changed last, never to be taken for a deadline: "changed 12:40"."""
    return f"changed {to_the_day(row.changed, at)}"


def open_words(row: QueueRow) -> str:
    """Return how many findings are open, in words; a story that was never checked, or just is, says so."""
    if row.open_findings is None:
        return "checking…" if row.checking else "not checked"
    return f"{row.open_findings} open" if row.open_findings else "clear" if not (row.waived or row.unchecked) else ""


def count_words(row: QueueRow) -> tuple[str, ...]:
    """Return what is open, waived and unchecked, in words; nothing is called clear that was not checked."""
    waived = f"{row.waived} waived" if row.waived else ""
    unchecked = f"{row.unchecked} not checked" if row.unchecked and row.open_findings is not None else ""
    return tuple(words for words in (open_words(row), waived, unchecked) if words)


def spoken(row: QueueRow, *, elsewhere: bool = False) -> str:
    """Return the whole row as one sentence; `elsewhere` says that it is open in another window of ours."""
    due = due_words(row, named=True)
    hands = f"in the hands of {row.hands}" if row.hands else ""
    where = "on the desk as well" if row.at_desk else ""
    window = "open in another window" if elsewhere else ""
    parts = (row.slug or "no slug", state_words(row), where, row.section, *count_words(row), due, hands)
    return ", ".join(part for part in (*parts, f"changed {to_the_day(row.changed)}", window) if part)


def summary(rows: int, late: int = 0, *, more: bool = False) -> str:
    """Return how many stories are shown and late: "12 stories · 2 late"; `more` says that they are not counted yet."""
    stories = f"{grouped(rows)}+ stories" if more else plural(rows, "story", "stories")
    return f"{stories} · {late} late" if late else stories
