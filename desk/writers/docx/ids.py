"""Numbers that no revision, bookmark or comment of a Word file has yet: all of them share one row of numbers."""

from desk.readers.docx.names import W
from desk.readers.safe_xml import Element

_HIGHEST = 1_000_000_000
"""Numbers from here on are not counted on from: Word takes no more than 31 bits."""


class Ids:
    """Hands out numbers that stand nowhere in these parts."""

    def __init__(self, *parts: Element | None) -> None:
        self._taken = {int(one) for part in parts if part is not None for one in _ids(part)}
        self._last = max((one for one in self._taken if one < _HIGHEST), default=0)

    def next(self) -> str:
        """Return a number that was never given."""
        self._last += 1
        while self._last in self._taken:
            self._last += 1
        return str(self._last)


def _ids(part: Element) -> list[str]:
    found = (element.get(W + "id", "") for element in part.iter("*"))
    return [one for one in found if one.lstrip("-").isdecimal() and one.isascii()]
