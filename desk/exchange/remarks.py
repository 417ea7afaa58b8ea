"""One order of the remarks of each comment that every copy comes to, without asking a clock."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from desk.review.comments import Remark, Sort

Said = tuple[Remark, str]
"""A remark, and the id of the last one of its thread that its author had seen."""


def in_thread_order(said: Sequence[Said]) -> list[Remark]:
    """Return the remarks thread by thread, each behind the one its author had seen.

    Of what was said apart, what settles the comment comes first: whoever asked on without knowing of it keeps it open.
    """
    threads: dict[str, list[Said]] = {}
    for remark, after in said:
        threads.setdefault(remark.thread, []).append((remark, after))
    return [remark for thread in threads.values() for remark in _in_order(thread)]


def _in_order(thread: Sequence[Said]) -> Iterable[Remark]:
    there = {remark.id: remark for remark, _ in thread}
    behind: dict[str, list[Remark]] = {}
    for remark, after in thread:
        behind.setdefault(after if after in there and after != remark.id else "", []).append(remark)
    ready = [_ranked(remark) for remark in behind.get("", ())]
    heapify(ready)
    left = dict(there)
    while ready:
        *_, id_ = heappop(ready)
        if id_ not in left:
            continue  # an id that another program wrote, an empty one say, which would lead back to the beginning
        yield left.pop(id_)
        for following in behind.get(id_, ()):
            heappush(ready, _ranked(following))
    yield from sorted(left.values(), key=_ranked)  # a ring, which no honest copy writes: nothing of it is lost


def _ranked(remark: Remark) -> tuple[bool, bool, str]:
    return remark.sort is not Sort.OPENED, remark.sort is not Sort.RESOLVED, remark.id
