"""Whole paragraphs put into an OpenDocument text and taken out, as tracked changes (ODF 1.3 part 3, 5.5).

What is put in begins behind the last word of one paragraph and ends behind that of another, so that the end of one goes
with it where it is rejected. What is taken out stands in the list with an empty paragraph behind it, for its end.
"""

from collections.abc import Sequence
from copy import deepcopy

from desk.readers.odt.names import TABLE, TEXT, WORDS
from desk.readers.safe_xml import Element
from desk.text.spans import Span
from desk.text.wording import ChangeKind, Piece
from desk.writers.odt.changes import CHANGE, OpenChangeList, bare_copy
from desk.writers.odt.passages import PARAGRAPHS, PLAIN, OpenPassage, paragraph_of
from desk.writers.odt.tracked import OpenTracker
from desk.writers.odt.words import MIXED
from desk.writers.odt.words import said as spelt
from desk.writers.places import comparable
from desk.writers.xml import remove

_ITEM = TEXT + "list-item"
_NOTE = TEXT + "note"


class OpenParagraphs:
    """Puts paragraphs of one person into a document, and takes others out."""

    def __init__(self, changes: OpenChangeList, tracker: OpenTracker) -> None:
        self._changes, self._tracker = changes, tracker

    def add(self, after: OpenPassage | None, before: OpenPassage | None, texts: Sequence[str]) -> None:
        """Put paragraphs between two passages; never into the cell of a table that the first of them ends."""
        first = None if after is None else paragraph_of(after.spots[-1].element)
        second = None if before is None else paragraph_of(before.spots[0].element)
        if first is not None and second is not None and _note_of(first) is not _note_of(second):
            second = None
        model = first if first is not None else second
        if model is None:
            return
        if second is not None and (_goes_before(first, second) or _count_alike(second) > _count_alike(model)):
            model = second
        self._put(first, second, [_written(model, text) for text in texts])

    def _put(self, first: Element | None, second: Element | None, new: Sequence[Element]) -> None:
        """Put paragraphs between two, of which there is at least one."""
        start, end = self._changes.inserted()
        if second is not None and (first is None or _goes_before(first, second)):
            for paragraph in new:
                _block(second).addprevious(_in_item(second, paragraph))
            new[0].insert(0, start)
            second.insert(0, end)
        elif first is not None:
            for paragraph in reversed(new):
                _block(first).addnext(_in_item(first, paragraph))
            first.append(start)
            new[-1].append(end)

    def part(self, passage: OpenPassage, room: Span) -> bool:
        """Make two paragraphs of a passage, the room between them taken out; return False where that cannot be."""
        passage.cut(room.start)
        spot = passage.before(room.start)
        if spot is None or spot.element.tag not in PLAIN or not _stands_in_words(spot.element):
            return False
        gap = passage.within(room)
        paragraph = paragraph_of(spot.element)
        if any(one.element.tag not in PLAIN or paragraph_of(one.element) is not paragraph for one in gap):
            return False
        if "".join(one.text for one in gap) != room.of(passage.text):
            return False
        mark = self._tracker.take_out(gap)
        anchor = _parted(spot.element if mark is None else mark, paragraph)
        first = bare_copy(paragraph)
        content = list(paragraph)
        first.extend(content[: content.index(anchor) + 1])
        _block(paragraph).addprevious(_in_item(paragraph, first))
        start, end = self._changes.inserted()
        first.append(start)
        paragraph.insert(0, end)
        passage.keep_blank(room.end)
        return True

    def can_join(self, passage: OpenPassage, following: OpenPassage) -> bool:
        """Return whether a passage can run into another: the two follow each other in one story."""
        return _following(paragraph_of(passage.spots[-1].element)) is paragraph_of(following.spots[0].element)

    def join(self, passage: OpenPassage, following: OpenPassage, between: str) -> None:
        """Let a passage run into another that it can run into, with words between."""
        first, second = paragraph_of(passage.spots[-1].element), paragraph_of(following.spots[0].element)
        if between:
            end = Span(len(passage.text), len(passage.text))
            self._tracker.change(passage, [Piece(ChangeKind.ADDED, between, end, Span(0, len(between)))])
        mark, deletion = self._changes.deleted(None)
        deletion.append(bare_copy(first))
        deletion.append(bare_copy(second))
        first.append(mark)
        for one in reversed(list(first)):
            second.insert(0, one)
        remove(_block(first))

    def move(self, passage: OpenPassage, after: OpenPassage | None, before: OpenPassage | None) -> bool:
        """Take a paragraph out and put it in elsewhere with its looks and links; return False where it holds more."""
        source = paragraph_of(passage.spots[0].element)
        if any(one.tag not in (*MIXED, *PLAIN) for one in source.iter("*")) or passage.in_note:
            return False
        first = None if after is None else paragraph_of(after.spots[-1].element)
        second = None if before is None else paragraph_of(before.spots[0].element)
        if any(_note_of(one) is not None for one in (first, second) if one is not None):
            return False
        there = bare_copy(source)
        there.extend(deepcopy(list(source)))
        self._put(first, second, [there])
        self.take(passage)
        return True

    def take(self, passage: OpenPassage) -> None:
        """Take the words of a passage out, its end where another paragraph follows, and a note as a whole."""
        paragraph = paragraph_of(passage.spots[0].element)
        if passage.in_note and self._take_note(paragraph, passage.key):
            return
        whole = Span(0, len(passage.text))
        self._tracker.change(passage, [Piece(ChangeKind.REMOVED, passage.text, whole, Span(0, 0))])
        _drop_empty_looks(paragraph)
        following = _following(paragraph)
        marks = list(paragraph.iter(CHANGE))
        if following is None or not marks or any(one.tag not in _GO_ALONG for one in paragraph):
            return
        deletion = self._end_of(paragraph, marks[-1])
        deletion.append(bare_copy(following))
        for one in reversed(list(paragraph)):
            following.insert(0, one)
        remove(_block(paragraph))

    def _take_note(self, paragraph: Element, said: str) -> bool:
        """Take a note out that says no more than this; return whether it did not."""
        note = next(paragraph.iterancestors(_NOTE))
        if comparable("".join(words.text or "" for words in note.iterfind(f"{TEXT}note-body//{WORDS}"))) != said:
            return False
        mark, deletion = self._changes.deleted(None)
        note.addprevious(mark)
        holder = bare_copy(paragraph_of(note))
        deletion.append(holder)
        holder.append(note)
        return True

    def _end_of(self, paragraph: Element, mark: Element) -> Element:
        """Return the deletion that takes the end of a paragraph: one of this person alone.

        With words that another hand had put in the end would go where those are rejected, though it stood before them.
        """
        deletion = self._changes.own_deletion_at(mark)
        if deletion is None:
            end, deletion = self._changes.deleted(None)
            deletion.append(bare_copy(paragraph))
            paragraph.append(end)
        return deletion


_GO_ALONG = {TEXT + "change", TEXT + "change-start", TEXT + "change-end"}
"""What may stand in a paragraph that goes: it stands at the beginning of the next one then."""


def _drop_empty_looks(paragraph: Element) -> None:
    """Take looks and links away around what may go along alone."""
    for holder in reversed(list(paragraph.iter(TEXT + "span", TEXT + "a"))):
        if all(one.tag in _GO_ALONG for one in holder):
            for one in list(holder):
                holder.addprevious(one)
            remove(holder)


def _written(model: Element, text: str) -> Element:
    """Return a paragraph that looks like another one and says a text."""
    paragraph = bare_copy(model)
    paragraph.extend(spelt(text))
    return paragraph


def _block(paragraph: Element) -> Element:
    """Return the item of a list where the paragraph is the only one of it, else the paragraph."""
    parent = paragraph.getparent()
    return parent if parent is not None and parent.tag == _ITEM and len(parent) == 1 else paragraph


def _in_item(beside: Element, paragraph: Element) -> Element:
    """Return a paragraph as what it is beside another: an item of a list beside one."""
    block = _block(beside)
    if block is beside:
        return paragraph
    item = bare_copy(block)
    item.append(paragraph)
    return item


def _following(paragraph: Element) -> Element | None:
    """Return the paragraph that one runs into when its end is taken out."""
    following = _block(paragraph).getnext()
    if following is not None and following.tag == _ITEM and _block(paragraph).tag == _ITEM and len(following):
        following = following[0]
    return following if following is not None and following.tag in PARAGRAPHS else None


def _goes_before(first: Element | None, second: Element) -> bool:
    """Return whether what is put in stands before the second: behind the first the cell of a table would end."""
    return first is None or (_in_cell(first) and not _in_cell(second))


def _stands_in_words(element: Element) -> bool:
    """Return whether an element stands in its paragraph within looks and links alone, which can be parted."""
    for above in element.iterancestors():
        if above.tag in PARAGRAPHS:
            return True
        if above.tag not in MIXED:
            return False
    return False


def _parted(anchor: Element, paragraph: Element) -> Element:
    """Return what stands in a paragraph and ends behind an element, the looks and links around it parted there."""
    above = anchor.getparent()
    while above is not None and anchor.getparent() is not paragraph:
        rest = list(anchor.itersiblings())
        if rest:
            second = bare_copy(above)
            second.extend(rest)
            above.addnext(second)
        anchor, above = above, above.getparent()
    return anchor


def _note_of(paragraph: Element) -> Element | None:
    return next(paragraph.iterancestors(_NOTE), None)


def _in_cell(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(TABLE + "table-cell"), None) is not None


def _count_alike(paragraph: Element) -> int:
    """Return how many paragraphs beside this one have its style: behind a heading stands a text of the common one."""
    above = paragraph.getparent()
    styles = [_style(one) for one in ([] if above is None else above.iterchildren(*PARAGRAPHS))]
    return styles.count(_style(paragraph))


def _style(paragraph: Element) -> tuple[str, str]:
    return str(paragraph.tag), paragraph.get(TEXT + "style-name", "")
