"""What reading one OpenDocument text needs at hand everywhere, and what it noticed on the way."""

from collections import Counter
from itertools import count

from desk.readers.gathered import Comment, Hand, Paragraph
from desk.readers.odt.changes import OpenChange, changes_of
from desk.readers.odt.lists import OpenLists
from desk.readers.odt.styles import OpenStyles
from desk.readers.safe_xml import Element


class OpenContext:
    """Styles, lists and changes of one document; notes and comments as they are met; insertions that are open."""

    def __init__(self, body: Element, *roots: Element | None) -> None:
        self.styles = OpenStyles(*roots)
        self.lists = OpenLists(*roots)
        self.changes: dict[str, OpenChange] = changes_of(body)
        self.notes: dict[tuple[str, str], list[Paragraph]] = {}
        self.comments: list[Comment] = []
        self.noticed: Counter[str] = Counter()
        self._open: dict[str, Hand] = {}
        self._numbers = count()

    def next_number(self) -> int:
        """Return a number that nothing else in the document has."""
        return next(self._numbers)

    def begin(self, change: str) -> None:
        """Take the beginning of a change; only insertions matter."""
        region = self.changes.get(change)
        if region and region.hands.inserted:
            self._open[change] = region.hands.inserted

    def end(self, change: str) -> None:
        """Take the end of a change."""
        self._open.pop(change, None)

    @property
    def inserted(self) -> Hand | None:
        """Return who put in what stands at this place, the last who began."""
        return next(reversed(self._open.values()), None)


SENTENCES = {
    "hidden": "The document holds hidden text, which is left out.",
    "outside": "The document points to parts outside of it (pictures, linked sections); none was fetched.",
    "object": "The document holds embedded objects (sheets, drawings); their content is not read.",
    "macros": "The document holds macros; none is run.",
}
"""What the user is told of, by what was noticed."""
