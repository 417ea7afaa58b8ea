"""What stands in a paragraph of an OpenDocument text: spans, links, fields, changes, notes, comments and frames."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from desk.readers.document import DocumentPart
from desk.readers.gathered import (
    UNREVISED,
    Comment,
    CommentMark,
    Edge,
    Hands,
    NoteMark,
    Paragraph,
    RevisedText,
    Target,
)
from desk.readers.odt.context import OpenContext
from desk.readers.odt.names import DC, DRAW, OFFICE, TEXT, WORDS, XLINK, number, said
from desk.readers.safe_xml import Element

ReadStory = Callable[[Element, DocumentPart, Hands], list[Paragraph]]

_SILENT = {
    TEXT + name
    for name in ("note-citation", "hidden-text", "script", "ruby-text", "tracked-changes", "index-source", "desc")
}
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 1000
"""Blanks that one `text:s` may stand for; a file may claim two thousand million."""


@dataclass(frozen=True, slots=True)
class OpenAround:
    """What holds at a place in a paragraph: the revisions around it, the link, whether a style hides it.

    `field` is the outermost field around it, whose words only the field as a whole can say.
    """

    hands: Hands = UNREVISED
    link: Target | None = None
    hidden: bool = False
    field: Element | None = None


class OpenInlineReader:
    """Reads the inside of paragraphs into the last of `paragraphs`, which a deletion may split into several."""

    def __init__(self, context: OpenContext, part: DocumentPart, paragraphs: list[Paragraph], read: ReadStory) -> None:
        self._context = context
        self._part = part
        self._paragraphs = paragraphs
        self._read_story = read
        self._after_blank = True

    def begin(self) -> None:
        """Begin a paragraph: white space at its start does not count."""
        self._after_blank = True

    def read(self, element: Element, around: OpenAround) -> None:
        """Add what stands in an element, in order."""
        self._say_text(element.text, around)
        for piece in element:
            self._piece(piece, around)
            self._say_text(piece.tail, around)

    def _piece(self, piece: Element, around: OpenAround) -> None:
        tag = str(piece.tag)
        match tag.removeprefix(TEXT) if tag.startswith(TEXT) else tag:
            case "span":
                style = self._context.styles.style("text", piece.get(TEXT + "style-name", ""))
                self.read(piece, replace(around, hidden=around.hidden or style.hidden))
            case "a":
                self.read(piece, replace(around, link=_target(piece)))
            case "s":
                self._say(" " * min(number(piece.get(TEXT + "c"), 1), _MOST_BLANKS), around, piece)
            case "tab":
                self._say("\t", around, piece)
            case "line-break":
                self._say("\n", around, piece)
            case "change-start":
                self._context.begin(piece.get(TEXT + "change-id", ""))
            case "change-end":
                self._context.end(piece.get(TEXT + "change-id", ""))
            case "change":
                self._deletion(piece.get(TEXT + "change-id", ""), around)
            case "note":
                self._note(piece, around)
            case _:
                self._rarer(piece, tag, around)

    def _rarer(self, piece: Element, tag: str, around: OpenAround) -> None:
        if tag == WORDS:
            self._say_text(piece.text, around, piece)
        elif tag == OFFICE + "annotation":
            self.comment(piece)
        elif tag == OFFICE + "annotation-end":
            self._mark(piece.get(OFFICE + "name", ""), Edge.END)
        elif tag.startswith(DRAW):
            self._frame(piece, around)
        elif tag in _SILENT:
            self._context.noticed["hidden"] += tag == TEXT + "hidden-text"
        elif tag.startswith(TEXT):
            self.read(piece, around if around.field is not None else replace(around, field=piece))

    def _say_text(self, text: str | None, around: OpenAround, source: Element | None = None) -> None:
        """Say text as it is shown: white space of the file is one blank, and none behind another."""
        if not text:
            return
        shown = _BLANKS.sub(" ", text)
        self._say(shown.removeprefix(" ") if self._after_blank else shown, around, source)
        self._after_blank = shown.endswith(" ")

    def _say(self, text: str, around: OpenAround, source: Element | None) -> None:
        self._after_blank = False
        if around.hidden:
            self._context.noticed["hidden"] += bool(text.strip())
        elif text:
            said_by = around.field if around.field is not None else source
            self._paragraphs[-1].pieces.append(RevisedText(text, self._hands(around), around.link, said_by))

    def _hands(self, around: OpenAround) -> Hands:
        inserted = around.hands.inserted or self._context.inserted
        return Hands(inserted, around.hands.deleted) if inserted else around.hands

    def _deletion(self, change: str, around: OpenAround) -> None:
        """Put what was taken out back in its place: between its paragraphs stood marks that went with it."""
        region = self._context.changes.get(change)
        if region is None or region.content is None or region.hands.deleted is None:
            return
        hands = Hands(region.hands.inserted or self._hands(around).inserted, region.hands.deleted)
        first, *others = self._read_story(region.content, self._part, hands) or [Paragraph(0)]
        current = self._paragraphs[-1]
        after = replace(current, pieces=[], boxes=[])
        current.pieces += first.pieces
        if not others:
            return
        current.role, current.level, current.mark = first.role, first.level, hands
        for middle in others[:-1]:
            self._paragraphs.append(replace(middle, flow=current.flow, mark=hands))
        after.pieces = others[-1].pieces
        self._paragraphs.append(after)

    def _note(self, note: Element, around: OpenAround) -> None:
        kind = "endnote" if note.get(TEXT + "note-class") == "endnote" else "footnote"
        name = str(self._context.next_number())
        body = note.find(TEXT + "note-body")
        self._paragraphs[-1].pieces.append(NoteMark(kind, name, self._hands(around)))
        if body is not None and not around.hidden:
            self._context.notes[kind, name] = self._read_story(body, DocumentPart(kind), UNREVISED)
        self._after_blank = False

    def comment(self, annotation: Element) -> None:
        """Take a comment: it has a range where an end of the same name follows, else a place alone."""
        name = annotation.get(OFFICE + "name") or f"comment {self._context.next_number()}"
        attributes = {str(key).rsplit("}", 1)[-1]: value for key, value in annotation.attrib.items()}
        paragraphs = self._read_story(annotation, self._part, UNREVISED)
        text = "\n".join("".join(p.text for p in one.pieces if isinstance(p, RevisedText)) for one in paragraphs)
        self._context.comments.append(
            Comment(
                name,
                said(annotation, DC + "creator"),
                said(annotation, DC + "date"),
                text.strip(),
                str(attributes.get("parent-name", "")),
                attributes.get("resolved") == "true",
                annotation,
            )
        )
        self._mark(name, Edge.START)

    def _mark(self, comment: str, edge: Edge) -> None:
        self._paragraphs[-1].pieces.append(CommentMark(comment, edge))

    def _frame(self, drawing: Element, around: OpenAround) -> None:
        """Read the words of a frame or shape, whose paragraphs stand beside the text."""
        if drawing.tag == DRAW + "a":
            around = replace(around, link=_target(drawing))
        self._context.noticed["object"] += drawing.find(DRAW + "object") is not None
        if not around.hidden:
            self._paragraphs[-1].boxes += self._read_story(drawing, _beside(self._part), self._hands(around))


def _beside(part: DocumentPart) -> DocumentPart:
    return DocumentPart.TEXTBOX if part in (DocumentPart.BODY, DocumentPart.TOC) else part


def _target(element: Element) -> Target | None:
    href = element.get(XLINK + "href", "")
    return Target(href) if href else None
