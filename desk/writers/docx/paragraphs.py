"""Whole paragraphs put into a Word file and taken out, their marks as tracked changes (ECMA-376 17.13.5.15, .20).

A paragraph whose mark is rejected, or gone, runs into the one that follows and looks like that one. So a new paragraph
stands before another; behind the last one of a page or a cell it takes the mark of that one, which gets a new one.
"""

from collections.abc import Sequence
from copy import deepcopy

from desk.readers.docx.names import W, child, value
from desk.readers.safe_xml import Element
from desk.text.spans import Span
from desk.text.wording import ChangeKind, Piece
from desk.writers.docx.moves import can_move, moved
from desk.writers.docx.passages import WordPassage
from desk.writers.docx.runs import LINKS, REVISED, behind_links, run_like, split_above
from desk.writers.docx.tracked import Tracker, within_field
from desk.writers.xml import made, remove

_NOT_ALIKE = ("rPr", "sectPr", "pPrChange", "framePr")
"""What a paragraph does not take from the one that it looks like: revisions, sections, the place of a drop cap."""
_STORIES = tuple(W + name for name in ("body", "footnote", "endnote", "txbxContent"))
_MARKS = tuple(
    W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
)
_HOLDS_MORE = {W + "drawing", W + "pict", W + "object"}


class WordParagraphs:
    """Puts paragraphs of one person into a document, and takes others out."""

    def __init__(self, tracker: Tracker, main: Element) -> None:
        self._tracker, self._main = tracker, main

    def add(self, after: WordPassage | None, before: WordPassage | None, texts: Sequence[str]) -> None:
        """Put paragraphs between two passages; never into the cell of a table that the first of them ends."""
        first = None if after is None else _paragraph_of(after, last=True)
        second = None if before is None else _paragraph_of(before, last=False)
        if first is not None and second is not None and _story_of(first) is not _story_of(second):
            second = None
        if first is None or (second is not None and _in_cell(first) and not _in_cell(second)):
            for text in texts:
                if second is not None:
                    second.addprevious(self._new(_properties(second), before, text, mark=True))
            return
        for text in reversed(texts):
            self._add_behind(first, second, after, before, text)

    def _add_behind(
        self, first: Element, second: Element | None, after: WordPassage | None, before: WordPassage | None, text: str
    ) -> None:
        following = first.getnext()
        if following is not None and following.tag == W + "p" and child(child(first, "pPr"), "sectPr") is None:
            model, looks = after, first
            if second is not None and _count_alike(second) > _count_alike(first):
                model, looks = before, second
            first.addnext(self._new(_properties(looks), model, text, mark=True))
        else:
            self._behind_the_last(first, after, text)

    def _behind_the_last(self, first: Element, after: WordPassage | None, text: str) -> None:
        """Let a new paragraph have the mark of the last one, and give that a new mark."""
        alike, old = _properties(first), child(first, "pPr")
        new = self._new(None, after, text, mark=False)
        first.addnext(new)
        if old is not None:
            new.insert(0, old)
        if alike is None:
            alike = made(W + "pPr")
        first.insert(0, alike)
        self._mark(alike, "ins")

    def take(self, passage: WordPassage) -> None:
        """Take the words of a passage out, its mark where another paragraph follows, the sign of an empty note."""
        last = _paragraph_of(passage, last=True)
        self._tracker.change(passage, [_all_of(passage.text)])
        if last is not None and passage.in_note:
            self._take_sign(_story_of(last))
        following = None if last is None else last.getnext()
        if last is None or following is None or following.tag != W + "p":
            return
        if next(last.iter(*_HOLDS_MORE), None) is not None:
            return
        properties = _own_properties(last)
        if child(properties, "sectPr") is None:
            self._mark(properties, "del")

    def part(self, passage: WordPassage, room: Span) -> bool:
        """Make two paragraphs of a passage, the room between them taken out; return False where that cannot be.

        The first is the new one, so that where its mark is rejected it runs into the old one and looks like that.
        """
        passage.cut(room.start, self._tracker.ids)
        spot = passage.before(room.start)
        run = None if spot is None else spot.element.getparent()
        paragraph = None if run is None else next(run.iterancestors(W + "p"), None)
        if run is None or paragraph is None or not _can_part(run, paragraph):
            return False
        gap = passage.alone(room.start, room.end, self._tracker.ids)
        if any(next(one.element.iterancestors(W + "p")) is not paragraph for one in gap):
            return False
        last = self._tracker.take_out(passage, room.of(passage.text), gap)
        anchor = behind_links(split_above(run if last is None else last, self._tracker.ids, behind=True))
        properties = _properties(paragraph)
        first = made(W + "p")
        first.append(made(W + "pPr") if properties is None else properties)
        self._mark(first[0], "ins")
        own = child(paragraph, "pPr")
        content = [one for one in paragraph if one is not own]
        first.extend(content[: content.index(anchor) + 1])
        paragraph.addprevious(first)
        return True

    def can_join(self, passage: WordPassage, following: WordPassage) -> bool:
        """Return whether a passage can run into another: the two follow each other and no section ends there."""
        first, second = _paragraph_of(passage, last=True), _paragraph_of(following, last=False)
        properties = child(first, "pPr")
        if child(properties, "sectPr") is not None or child(properties, "framePr") is not None:
            return False
        return first is not None and _next_paragraph(first) is second

    def join(self, passage: WordPassage, following: WordPassage, between: str) -> None:
        """Let a passage run into another that it can run into, with words between."""
        first = _paragraph_of(passage, last=True)
        if first is None:
            return
        if between:
            end = Span(len(passage.text), len(passage.text))
            self._tracker.change(passage, [Piece(ChangeKind.ADDED, between, end, Span(0, len(between)))])
        self._mark(_own_properties(first), "del")

    def move(self, passage: WordPassage, after: WordPassage | None, before: WordPassage | None) -> bool:
        """Move a paragraph as it is, behind one passage and before another; return False where that cannot be."""
        source = _paragraph_of(passage, last=True)
        first = None if after is None else _paragraph_of(after, last=True)
        second = None if before is None else _paragraph_of(before, last=False)
        if source is None or source is not _paragraph_of(passage, last=False) or not can_move(source):
            return False
        if _next_paragraph(source) is None or not all(_beside(source, one) for one in (first, second)):
            return False
        if second is None and (first is None or _next_paragraph(first) is None):
            return False
        alike = _properties(source)
        there = moved(source, made(W + "pPr") if alike is None else alike, self._tracker)
        self._mark(there[0], "moveTo")
        self._mark(_own_properties(source), "moveFrom")
        if second is not None:
            second.addprevious(there)
        elif first is not None:
            first.addnext(there)
        return True

    def _take_sign(self, note: Element) -> None:
        """Take the sign of a note out in which no word is left, and so the note."""
        if any((words.text or "").strip() for words in note.iter(W + "t")):
            return
        name = note.get(W + "id")
        for sign in [one for one in self._main.iter(f"{note.tag}Reference") if one.get(W + "id") == name]:
            self._tracker.take_sign(sign)

    def _new(self, properties: Element | None, model: WordPassage | None, text: str, *, mark: bool) -> Element:
        """Return a new paragraph with these properties, its words like those of a passage."""
        new = made(W + "p")
        if properties is None and mark:
            properties = made(W + "pPr")
        if properties is not None:
            new.append(properties)
            if mark:
                self._mark(properties, "ins")
        inserted = self._tracker.revision("ins")
        inserted.append(run_like(_run_of(model), text))
        new.append(inserted)
        return new

    def _mark(self, properties: Element, name: str) -> None:
        """Let the mark of a paragraph be put in or taken out; what is told of it stands first in its looks."""
        looks = child(properties, "rPr")
        if looks is None:
            looks = made(W + "rPr")
            behind = next((one for one in properties if one.tag in (W + "sectPr", W + "pPrChange")), None)
            if behind is None:
                properties.append(looks)
            else:
                behind.addprevious(looks)
        told = [one for one in looks if one.tag == W + "ins"]
        revision = self._tracker.revision(name)
        if told and name == "del":
            told[-1].addnext(revision)
        else:
            looks.insert(0, revision)


def _all_of(text: str) -> Piece:
    return Piece(ChangeKind.REMOVED, text, Span(0, len(text)), Span(0, 0))


def _paragraph_of(passage: WordPassage, *, last: bool) -> Element | None:
    """Return the first or last paragraph that a passage stands in."""
    above: Element | None = passage.spots[-1 if last else 0].element
    while above is not None and above.tag != W + "p":
        above = above.getparent()
    return above


def _story_of(paragraph: Element) -> Element:
    """Return what holds the story that a paragraph stands in: the body, a note, a text box."""
    return next(paragraph.iterancestors(*_STORIES))


def _own_properties(paragraph: Element) -> Element:
    """Return what a paragraph says of itself, empty where it said nothing."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = made(W + "pPr")
        paragraph.insert(0, properties)
    return properties


def _next_paragraph(paragraph: Element) -> Element | None:
    """Return the paragraph that follows one, marks between them aside; None where something else does."""
    following = next((one for one in paragraph.itersiblings() if one.tag not in _MARKS), None)
    return following if following is not None and following.tag == W + "p" else None


def _beside(source: Element, other: Element | None) -> bool:
    """Return whether a paragraph may be moved beside another: both stand in one story, in no cell."""
    return other is None or (other.getparent() is source.getparent() and not _in_cell(other))


def _can_part(run: Element, paragraph: Element) -> bool:
    """Return whether a paragraph may end behind a run: within revisions and links alone, and in no field."""
    if child(paragraph, "pPr", "framePr") is not None or run.tag != W + "r" or within_field(run):
        return False
    for above in run.iterancestors():
        if above is paragraph:
            return True
        if above.tag not in (*REVISED, *LINKS):
            return False
    return False


def _in_cell(paragraph: Element) -> bool:
    return next(paragraph.iterancestors(W + "tc"), None) is not None


def _count_alike(paragraph: Element) -> int:
    """Return how many paragraphs beside this one have its style: behind a heading stands a text of the common one."""
    above = paragraph.getparent()
    styles = [_style(one) for one in ([] if above is None else above.iterchildren(W + "p"))]
    return styles.count(_style(paragraph))


def _style(paragraph: Element) -> str:
    return value(child(paragraph, "pPr"), "pStyle")


def _properties(paragraph: Element | None) -> Element | None:
    """Return what a paragraph that looks like this one says of itself."""
    properties = None if paragraph is None else child(paragraph, "pPr")
    if properties is None:
        return None
    alike = deepcopy(properties)
    for name in _NOT_ALIKE:
        if (part := child(alike, name)) is not None:
            remove(part)
    return alike


def _run_of(passage: WordPassage | None) -> Element | None:
    """Return the first run of words of a passage that stands in no link."""
    spots = () if passage is None else passage.spots
    for spot in spots:
        run = spot.element.getparent()
        if run is not None and run.tag == W + "r" and spot.link is None:
            return run
    return None
