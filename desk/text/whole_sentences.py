"""Where what came or went begins: of the places that make the same text, the one that takes whole sentences.

Between “It rained” and “. Ferries ran.” the words “. It snowed” can be put in as well as “It snowed. ” a stop further
on; nobody who reads either means the first.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

Step = tuple[Sequence[str], Sequence[str], bool]
"""Tokens of the old text, tokens of the new, and whether they read the same."""

_NONE: Step = ((), (), True)
_MOST = 200
"""Tokens that a change is pushed at most, either way: longer sentences are nobody's."""
_STOPPED = re.compile(r"[.!?…][”’\"')\]]*\s*$")
_NEAR = 6
"""Tokens that are looked back on for the end of a sentence: its stop, quotation marks, a bracket, the room behind."""


def settled(steps: Iterable[Step], seen: Callable[[str], str]) -> Iterator[Step]:
    """Yield the steps with everything that only came, or only went, where it is whole sentences, if it can be.

    `seen` tells what a reader takes a token for. Joined, both sides are the texts that they were.
    """
    left = list(steps)
    held = _NONE
    for nth, step in enumerate(left):
        if step[2]:
            yield from (each for each in (held,) if each[0] or each[1])
            held = step
        elif step[0] and step[1]:
            yield from (each for each in (held, step) if each[0] or each[1])
            held = _NONE
        else:
            last = nth + 1 == len(left)
            after = _NONE if last else left[nth + 1]
            held, step, after = _settle(held, step, after, seen, first=nth <= 1, last=nth + 2 >= len(left))
            yield from (each for each in (held, step) if each[0] or each[1])
            held = _NONE
            if last:
                held = after
            else:
                left[nth + 1] = after
    if held[0] or held[1]:
        yield held


def _settle(
    before: Step, step: Step, after: Step, seen: Callable[[str], str], *, first: bool, last: bool
) -> tuple[Step, Step, Step]:
    """Return a change and its neighbours as they are where it is best; `first` and `last`: nothing is beyond."""
    went = bool(step[0])
    changed = step[0] if went else step[1]
    head, tail = (before[0], after[0]) if went else (before[1], after[1])
    back = _shared(head[::-1], changed[::-1], seen, may_end=first)
    on = _shared(tail, changed, seen, may_end=last)
    if not back and not on:
        return before, step, after
    now, size = len(head), len(changed)
    row = [*head, *changed, *tail]
    rank = {at: _rank(row[max(0, at - _NEAR) : at], row[at : at + size]) for at in range(now - back, now + on + 1)}
    best = max(rank, key=lambda at: (rank[at], -abs(at - now)))
    other = [*before[1], *after[1]] if went else [*before[0], *after[0]]
    heads, tails, moved = (row[:best], other[:best]), (row[best + size :], other[best:]), row[best : best + size]
    if went:
        return (*heads, True), (moved, (), False), (*tails, True)
    return (*heads[::-1], True), ((), moved, False), (*tails[::-1], True)


def _shared(beside: Sequence[str], changed: Sequence[str], seen: Callable[[str], str], *, may_end: bool) -> int:
    """Return by how many tokens a change can be pushed over those beside it: as long as one begins as the other does.

    A token is left beside it, unless that is the end of all: two changes stay two.
    """
    most = min(len(beside) if may_end else len(beside) - 1, _MOST)
    count = 0
    while count < most and seen(beside[count]) == seen([*changed, *beside][count]) and "\n" not in beside[count]:
        count += 1
    return count


def _rank(before: Sequence[str], changed: Sequence[str]) -> int:
    """Return 3 for whole sentences with the room behind them, 2 with that before them, 1 from a word on, else 0."""
    first = next((token for token in changed if not token.isspace()), "")
    head, body = "".join(before[-_NEAR:]), "".join(changed[-_NEAR:])
    parted = changed[0].isspace() or not head or head[-1].isspace()
    begins = parted and (not head.strip() or bool(_STOPPED.search(head)))
    if begins and _STOPPED.search(body) and (changed[0].isspace() or body[-1].isspace() or not head.strip()):
        return 2 if changed[0].isspace() else 3
    return int(first[:1].isalnum())
