"""Orders of the list of stories that no index of the store has: by story, state, section, person and counts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desk.queue_row import QueueRow
from desk.review.queue import Filter, Order

_FALLS = frozenset({Order.CHANGED, Order.OPEN, Order.WAIVED, Order.UNCHECKED})
"""Orders that begin with the last or the most."""
_KEYS: Mapping[Order, Callable[[QueueRow], Any]] = {
    Order.CHANGED: lambda row: row.changed,
    Order.DEADLINE: lambda row: row.deadline,
    Order.STORY: lambda row: row.slug.casefold() or None,
    Order.SECTION: lambda row: row.section.casefold() or None,
    Order.HANDS: lambda row: row.hands.casefold() or None,
    Order.OPEN: lambda row: row.open_findings,
    Order.WAIVED: lambda row: row.waived,
    Order.UNCHECKED: lambda row: row.unchecked,
}


def is_indexed(wanted: Filter) -> bool:
    """Return whether the store itself gives stories in this order."""
    return wanted.order in (Order.CHANGED, Order.DEADLINE)


def in_order(rows: Sequence[QueueRow], wanted: Filter, states: Sequence[str]) -> list[QueueRow]:
    """Return the rows in the order asked for; `states` are the desk's in the order of the flow."""
    places = {state: nth for nth, state in enumerate(states)}

    def key(row: QueueRow) -> Any:
        if wanted.order is Order.STATE:
            return places.get(row.state, len(places))
        return _KEYS[wanted.order](row)

    known = [row for row in rows if key(row) is not None]
    known.sort(key=key, reverse=(wanted.order in _FALLS) is not wanted.reverse)
    return [*known, *(row for row in rows if key(row) is None)]
