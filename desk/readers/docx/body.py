"""Paragraphs and tables of one story of a Word file: its body, a note, a text box, a comment."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.readers.document import DocumentPart, DocumentRole
from desk.readers.docx.boxes import chosen
from desk.readers.docx.context import Context, hand_of, revision
from desk.readers.docx.fields import Fields
from desk.readers.docx.inline import Around, InlineReader
from desk.readers.docx.names import MC, W, child, number, switch, value
from desk.readers.docx.styles import BODY_TEXT, ParagraphStyle
from desk.readers.gathered import UNREVISED, CommentMark, Edge, Hands, Paragraph
from desk.readers.safe_xml import Element

_PUT_IN = (("ins", False), ("moveTo", True))
_TAKEN_OUT = (("del", False), ("moveFrom", True))
_ROW_PUT_IN, _ROW_TAKEN_OUT = (("ins", False), ("cellIns", False)), (("del", False), ("cellDel", False))
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo", "moveFrom")}
_REVISED_BLOCKS = {W + "ins": Hands.put_in, W + "del": Hands.taken_out}
"""Revisions around whole paragraphs, which other programs than Word write."""
_EDGES = {W + "commentRangeStart": Edge.START, W + "commentRangeEnd": Edge.END}
_NOTE_ROLES = {DocumentPart.FOOTNOTE: DocumentRole.FOOTNOTE, DocumentPart.ENDNOTE: DocumentRole.ENDNOTE}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where paragraphs stand: which part, whether in a table, and the revisions of the row or box around them."""

    part: DocumentPart = DocumentPart.BODY
    cell: bool = False
    hands: Hands = UNREVISED


class StoryReader:
    """Reads one story into paragraphs, text boxes in it as stories of their own."""

    def __init__(
        self, context: Context, story: Element, part: DocumentPart = DocumentPart.BODY, hands: Hands = UNREVISED
    ) -> None:
        self._context = context
        self._story = story
        self._place = Surroundings(part, hands=hands)
        self._inline = InlineReader(context, Fields(story), self._box)
        self._flow = context.next_flow()
        self._pending: list[CommentMark] = []
        self._read: list[Paragraph] = []

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs of the story in reading order."""
        self._blocks(self._story, self._place)
        return self._read

    def _box(self, content: Element, hands: Hands) -> list[Paragraph]:
        part = self._place.part if self._place.part in _NOTE_ROLES else DocumentPart.TEXTBOX
        return StoryReader(self._context, content, part, hands).paragraphs()

    def _blocks(self, parent: Element, place: Surroundings) -> None:
        for element in parent:
            tag = element.tag
            if tag == W + "p":
                self._paragraph(element, place)
            elif tag == W + "tbl":
                self._table(element, place)
            elif tag in _REVISED_BLOCKS:
                self._blocks(element, replace(place, hands=_REVISED_BLOCKS[tag](place.hands, hand_of(element))))
            elif tag in _WRAPPERS:
                self._blocks(element, place)
            elif tag in _EDGES:
                self._comment_between(CommentMark(element.get(W + "id", ""), _EDGES[tag]))
            elif tag == MC + "AlternateContent":
                if (content := chosen(element)) is not None:
                    self._blocks(content, place)
            elif tag == W + "altChunk":
                self._context.noticed["chunk"] += 1

    def _comment_between(self, mark: CommentMark) -> None:
        """Put a mark that stands between paragraphs: an end behind the last, a beginning before the next."""
        if mark.edge is Edge.END and self._read:
            self._read[-1].pieces.append(mark)
        else:
            self._pending.append(mark)

    def _paragraph(self, element: Element, place: Surroundings) -> None:
        properties = child(element, "pPr")
        style = self._context.styles.paragraph(value(properties, "pStyle"))
        paragraph = Paragraph(self._flow, part=place.part, pieces=[*self._pending])
        self._pending = []
        self._mark(paragraph, properties)
        self._roles(paragraph, properties, style, place)
        self._inline.read(element, paragraph, Around(place.hands, hidden=style.hidden))
        self._read.append(paragraph)

    def _mark(self, paragraph: Paragraph, properties: Element | None) -> None:
        mark = child(properties, "rPr")
        paragraph.mark = Hands(revision(mark, _PUT_IN), revision(mark, _TAKEN_OUT))
        frame = child(properties, "framePr")
        paragraph.runs_on = frame is not None and frame.get(W + "dropCap", "none") != "none"

    def _roles(
        self, paragraph: Paragraph, properties: Element | None, style: ParagraphStyle, place: Surroundings
    ) -> None:
        direct = value(properties, "outlineLvl")
        outline = number(direct, BODY_TEXT) if direct else style.outline
        heading = outline is not None and 0 <= outline < BODY_TEXT
        in_list = self._context.numbering.list_at(properties, style)
        paragraph.role = style.role
        if heading:
            paragraph.level = (outline or 0) + 1
            paragraph.role = DocumentRole.HEADING if style.role is not DocumentRole.TITLE else DocumentRole.TITLE
        if in_list and not paragraph.mark.deleted and not place.hands.deleted:
            paragraph.marker = self._context.numbering.marker(*in_list)
        if in_list and paragraph.role is DocumentRole.PARAGRAPH:
            paragraph.role, paragraph.level = DocumentRole.LIST_ITEM, in_list[1] + 1
        if style.contents:
            paragraph.part = DocumentPart.TOC if place.part is DocumentPart.BODY else place.part
        paragraph.role = DocumentRole.TABLE_CELL if place.cell else _NOTE_ROLES.get(place.part, paragraph.role)

    def _table(self, table: Element, place: Surroundings) -> None:
        for row in _inside(table, W + "tr"):
            properties = child(row, "trPr")
            if switch(properties, "hidden"):
                self._context.noticed["hidden"] += 1
                continue
            revised = _revised(place, properties)
            for cell in _inside(row, W + "tc"):
                self._flow = self._context.next_flow()
                self._blocks(cell, replace(_revised(revised, child(cell, "tcPr")), cell=True))
        self._flow = self._context.next_flow()


def _revised(place: Surroundings, properties: Element | None) -> Surroundings:
    inserted, deleted = revision(properties, _ROW_PUT_IN), revision(properties, _ROW_TAKEN_OUT)
    hands = Hands(inserted or place.hands.inserted, deleted or place.hands.deleted)
    return replace(place, hands=hands) if hands != place.hands else place


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in content controls too."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, tag)
