"""Paragraphs of an OpenDocument text as a person reads them, parted where an edit or a comment begins or ends."""

from collections.abc import Iterator
from dataclasses import replace

from desk.readers.gathered import Paragraph
from desk.readers.odt.names import TEXT, WORDS
from desk.readers.safe_xml import Element
from desk.text.spans import Span
from desk.writers.odt.words import MIXED, blanks
from desk.writers.passages import DocumentPassage, Spot
from desk.writers.places import comparable
from desk.writers.xml import remove

PARAGRAPHS = (TEXT + "p", TEXT + "h")
BLANKS = TEXT + "s"
PLAIN = (WORDS, BLANKS, TEXT + "tab", TEXT + "line-break")


class OpenPassage(DocumentPassage):
    """A passage of an OpenDocument text."""

    def __init__(self, group: list[Paragraph]) -> None:
        super().__init__(group)
        self._settled = False

    @property
    def words_alone(self) -> str:
        """Return the key without fields."""
        return comparable("".join(spot.text for spot in self.spots if spot.element.tag in PLAIN))

    def within(self, span: Span) -> list[Spot]:
        """Return the spots between two places, each by itself; a field that lies in both sides is in neither."""
        self.cut(span.start)
        self.cut(span.end)
        return [spot for spot in self.spots if span.start <= spot.start and spot.end <= span.end]

    def touching(self, span: Span) -> list[Spot]:
        """Return the spots that say anything between two places, a field as a whole."""
        self.within(span)
        return [spot for spot in self.spots if spot.start < span.end and span.start < spot.end]

    def cut(self, at: int) -> None:
        """Let words end and others begin at a place of the text."""
        self._settle()
        for nth, spot in enumerate(self.spots):
            if spot.start < at < spot.end and spot.element.tag in (WORDS, BLANKS):
                self._part(nth, at - spot.start)
                return

    def keep_blank(self, at: int) -> None:
        """Let a blank that stands at a place go on to count, whatever was taken out or put in before it."""
        self.cut(at)
        spot = self.after(at)
        if spot is not None and spot.element.tag == WORDS and spot.text.startswith(" "):
            if len(spot.text) > 1:
                self._part(self.spots.index(spot), 1)
            counted = blanks(1)
            spot.element.addprevious(counted)
            remove(spot.element)
            spot.element = counted

    def _part(self, nth: int, behind: int) -> None:
        spot = self.spots[nth]
        first, second = spot.text[:behind], spot.text[behind:]
        if spot.element.tag == BLANKS:
            other = blanks(len(second))
            spot.element.addnext(other)
            one = blanks(len(first))
            spot.element.addprevious(one)
            remove(spot.element)
            spot.element = one
        else:
            other = spot.element.makeelement(WORDS)
            spot.element.text, other.text = first, second
            spot.element.addnext(other)
        spot.text = first
        self.spots.insert(nth + 1, replace(spot, start=spot.end, text=second, element=other))

    def _settle(self) -> None:
        """Write white space as it is shown, so that words can be parted by their places: only once."""
        if self._settled:
            return
        self._settled = True
        shown = {id(spot.element) for spot in self.spots}
        for paragraph in {id(one): one for one in map(paragraph_of, self._plain())}.values():
            for words in list(_inline_words(paragraph)):
                if id(words) not in shown and not (words.text or "").strip():
                    remove(words)
        for spot in self.spots:
            if spot.element.tag == WORDS:
                spot.element.text = spot.text

    def _plain(self) -> Iterator[Element]:
        return (spot.element for spot in self.spots if spot.element.tag == WORDS)


def paragraph_of(element: Element) -> Element:
    """Return the paragraph that an element stands in."""
    return next(one for one in element.iterancestors(*PARAGRAPHS))


def _inline_words(parent: Element) -> Iterator[Element]:
    for piece in parent:
        if piece.tag == WORDS:
            yield piece
        elif piece.tag in MIXED:
            yield from _inline_words(piece)
