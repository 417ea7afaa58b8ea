"""Paragraphs, lists and tables of one story of an OpenDocument text: its body, a note, a frame, a deletion."""

from dataclasses import dataclass, replace

from desk.readers.document import DocumentPart, DocumentRole
from desk.readers.gathered import UNREVISED, Hands, Paragraph
from desk.readers.odt.context import OpenContext
from desk.readers.odt.inline import OpenAround, OpenInlineReader
from desk.readers.odt.lists import OpenList
from desk.readers.odt.names import DRAW, OFFICE, TABLE, TEXT, XLINK, number
from desk.readers.safe_xml import Element

_NOTE_ROLES = {DocumentPart.FOOTNOTE: DocumentRole.FOOTNOTE, DocumentPart.ENDNOTE: DocumentRole.ENDNOTE}
_INDEXES = {
    TEXT + name
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
}
_ROWS = {TABLE + name for name in ("table-row", "table-rows", "table-header-rows", "table-row-group")}
_WRAPPERS = {TEXT + "index-body", TEXT + "index-title", TEXT + "list-header", OFFICE + "text"}
_ITEMS = {TEXT + "list-item", TEXT + "list-header"}
_MARKS = {TEXT + "change-start", TEXT + "change-end", TEXT + "change", OFFICE + "annotation-end"}


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """Where paragraphs stand: which part, whether in a table, in which list and how deep."""

    part: DocumentPart
    cell: bool = False
    one_list: OpenList | None = None
    level: int = 0
    marker: str = ""


class OpenStoryReader:
    """Reads one story into paragraphs."""

    def __init__(self, context: OpenContext, part: DocumentPart = DocumentPart.BODY, hands: Hands = UNREVISED) -> None:
        self._context = context
        self._hands = hands
        self._part = part
        self._flow = context.next_number()
        self._read: list[Paragraph] = []
        self._inline = OpenInlineReader(context, part, self._read, self._other_story)

    def paragraphs(self, story: Element) -> list[Paragraph]:
        """Return the paragraphs of a story in reading order."""
        self._blocks(story, OpenPlace(self._part))
        return self._read

    def _other_story(self, story: Element, part: DocumentPart, hands: Hands) -> list[Paragraph]:
        return OpenStoryReader(self._context, part, hands).paragraphs(story)

    def _blocks(self, parent: Element, place: OpenPlace) -> None:
        for element in parent:
            tag = element.tag
            if tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(element, place)
                place = replace(place, marker="")
            elif tag == TEXT + "list":
                self._list(element, place)
            elif tag == TABLE + "table":
                self._table(element, place)
            elif tag in _MARKS:
                self._between(element, place)
            else:
                self._rarer(element, place)

    def _rarer(self, element: Element, place: OpenPlace) -> None:
        tag = str(element.tag)
        if tag in _WRAPPERS:
            self._blocks(element, place)
        elif tag == TEXT + "section":
            self._section(element, place)
        elif tag in _INDEXES:
            contents = DocumentPart.TOC if place.part is DocumentPart.BODY else place.part
            self._blocks(element, replace(place, part=contents))
        elif tag == TEXT + "numbered-paragraph":
            one = self._context.lists.begun(element)
            level = number(element.get(TEXT + "level"), 1)
            marker = self._context.lists.marker(one, level, element.get(TEXT + "start-value"))
            self._blocks(element, replace(place, one_list=one, level=level, marker=marker))
        elif tag.startswith(DRAW):
            beside = DocumentPart.TEXTBOX if place.part is DocumentPart.BODY else place.part
            self._blocks(element, replace(place, part=beside))

    def _section(self, section: Element, place: OpenPlace) -> None:
        if section.get(TEXT + "display") == "none":
            self._context.noticed["hidden"] += 1
            return
        source = section.find(TEXT + "section-source")
        self._context.noticed["outside"] += source is not None and bool(source.get(XLINK + "href"))
        self._blocks(section, place)

    def _between(self, mark: Element, place: OpenPlace) -> None:
        """Take a mark that stands between paragraphs, as if in an empty one that runs into no other."""
        self._read.append(Paragraph(self._context.next_number(), part=place.part))
        holder = self._read[-1]
        around = OpenAround(self._hands)
        wrapped = mark.makeelement(TEXT + "p")
        wrapped.append(_copied(mark))
        self._inline.begin()
        self._inline.read(wrapped, around)
        for paragraph in self._read[self._read.index(holder) :]:
            paragraph.flow = self._context.next_number()

    def _paragraph(self, element: Element, place: OpenPlace) -> None:
        style = self._context.styles.style("paragraph", element.get(TEXT + "style-name", ""))
        paragraph = Paragraph(self._flow, style.role, part=place.part)
        outline = number(element.get(TEXT + "outline-level"), 1) if element.tag == TEXT + "h" else style.outline
        if outline and style.role is DocumentRole.PARAGRAPH:
            paragraph.role, paragraph.level = DocumentRole.HEADING, outline
        elif place.one_list is not None and paragraph.role is DocumentRole.PARAGRAPH:
            paragraph.role, paragraph.level = DocumentRole.LIST_ITEM, place.level
        paragraph.marker = place.marker
        paragraph.role = DocumentRole.TABLE_CELL if place.cell else _NOTE_ROLES.get(place.part, paragraph.role)
        self._read.append(paragraph)
        self._inline.begin()
        self._inline.read(element, OpenAround(self._hands, hidden=style.hidden or self._is_hidden(element)))
        if self._context.inserted:
            self._read[-1].mark = Hands(self._context.inserted)

    def _is_hidden(self, paragraph: Element) -> bool:
        field = next(paragraph.iter(TEXT + "hidden-paragraph"), None)
        return field is not None and field.get(TEXT + "is-hidden") == "true"

    def _list(self, element: Element, place: OpenPlace) -> None:
        one = place.one_list if place.one_list is not None else self._context.lists.begun(element)
        own = element.get(TEXT + "style-name")
        if place.one_list is not None and own and own != one.style:
            one = OpenList(own, one.counts)
        for item in element:
            if item.tag in _ITEMS:
                self._item(item, replace(place, one_list=one, level=place.level + 1))

    def _item(self, item: Element, place: OpenPlace) -> None:
        assert place.one_list is not None
        first = next((one.tag for one in item), None)
        numbered = item.tag == TEXT + "list-item" and first != TEXT + "list"
        start = item.get(TEXT + "start-value")
        marker = self._context.lists.marker(place.one_list, place.level, start) if numbered else ""
        self._blocks(item, replace(place, marker=marker))

    def _table(self, table: Element, place: OpenPlace) -> None:
        for row in table:
            if row.tag in _ROWS:
                self._table(row, place)
            elif row.tag == TABLE + "table-cell":
                self._flow = self._context.next_number()
                self._blocks(row, OpenPlace(place.part, cell=True))
        self._flow = self._context.next_number()


def _copied(mark: Element) -> Element:
    return mark.makeelement(str(mark.tag), {str(name): str(text) for name, text in mark.attrib.items()})
