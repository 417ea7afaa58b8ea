"""The links of the text under the editor's hands: they move with their words, and come back when those do."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from desk.text.change import Change
from desk.text.links import Links, TextLink, followed, link_at, put
from desk.text.spans import Span

_REMEMBERED = 200


class TextLinks:
    """Where words lead, as the text is now.

    The links before an edit that took words from one, or beside one, are remembered, so that undo, which knows the
    words alone, brings back where they led.
    """

    def __init__(self) -> None:
        self.now: Links = ()
        self._lost: OrderedDict[int, Links] = OrderedDict()

    def load(self, links: Links) -> None:
        """Take over the links of a text that was opened."""
        self.now = links
        self._lost.clear()

    def restore(self, links: Links) -> None:
        """Go back to links of this text."""
        self.now = links

    def absorb(self, before: str, changes: Sequence[Change]) -> None:
        """Follow the changes of one edit of the text `before`."""
        links = self.now
        loses = False
        for change in changes:
            loses = loses or (bool(change.old) and any(_adjoin(link.span, change) for link in links))
            links = followed(links, change)
        if loses:
            self._remember(hash(before))
        self.now = links

    def _remember(self, text: int) -> None:
        self._lost[text] = self.now
        self._lost.move_to_end(text)
        if len(self._lost) > _REMEMBERED:
            self._lost.popitem(last=False)

    def recall(self, text: str) -> None:
        """Bring back the links of a text that undo or redo came back to, where the edit that left it took some away."""
        if self._lost:
            self.now = self._lost.get(hash(text), self.now)

    def put(self, text: str, links: Iterable[TextLink]) -> None:
        """Let words of the text lead elsewhere than before."""
        self._lost.pop(hash(text), None)
        self.now = put(self.now, links)

    def remove(self, text: str, span: Span) -> None:
        """Take off the links that a span touches or stands at."""
        self._lost.pop(hash(text), None)
        gone = self.touched(span)
        self.now = tuple(link for link in self.now if link not in gone)

    def at(self, point: int) -> TextLink | None:
        """Return the link at a place, its edges among it; None where there is none."""
        return link_at(self.now, point)

    def touched(self, span: Span) -> Links:
        """Return the links that a span touches or, where nothing is selected, stands at."""
        if len(span):
            return tuple(link for link in self.now if link.span.touches(span))
        there = self.at(span.start)
        return () if there is None else (there,)


def _adjoin(link: Span, change: Change) -> bool:
    """Return whether words were taken from a link or beside it: what undo puts in at its end would belong to it."""
    return change.start <= link.end and link.start <= change.end
