"""One edit of a text: which words gave way to which, in code points."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """At `start`, in code points, the words `old` gave way to `new`."""

    start: int
    old: str
    new: str

    @property
    def end(self) -> int:
        """Return the place behind the words that went."""
        return self.start + len(self.old)

    @property
    def by(self) -> int:
        """Return how far everything behind moved, in code points."""
        return len(self.new) - len(self.old)

    @property
    def undone(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.start, self.new, self.old)


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return the text after the changes, each one counted in the text that the one before left."""
    for change in changes:
        text = text[: change.start] + change.new + text[change.end :]
    return text


def common_start(one: str, other: str) -> int:
    """Return how many code points the two begin with alike, found by halving: slices compare at C speed."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def trimmed(change: Change) -> Change:
    """Return the same change without the words at its ends that stayed as they were."""
    if not change.old or not change.new:
        return change
    front = common_start(change.old, change.new)
    old, new = change.old[front:], change.new[front:]
    back = common_start(old[::-1], new[::-1])
    return Change(change.start + front, old[: len(old) - back], new[: len(new) - back])
