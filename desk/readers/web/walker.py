"""Walks the elements of a page, a clipboard or a wire body into paragraphs, as a browser without style sheets would."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from desk.readers.document import DocumentPart, DocumentRole
from desk.readers.element_names import BLOCKS, CONTAINERS, HEADINGS, INLINE, NOWHERE, ROLES
from desk.readers.gathered import UNREVISED, Hand, Hands, Paragraph, RevisedText, Target
from desk.readers.safe_xml import Element
from desk.readers.web.elements import name_of, said_by
from desk.readers.web.lists import WebList, level_of
from desk.readers.web.style import WebStyle, hidden
from desk.readers.web.table import CELLS, Grid, captions_of, grid_of, hidden_parts, in_line, is_layout

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_GAPS = re.compile(r"\n[ \t]*\n\s*")
_NOTES = re.compile(r"(sd)?(footnote|endnote)(-list)?\d*")
_LISTS = {"ul": False, "ol": True, "dir": False, "menu": False}
_TITLES = {
    "msotitle": DocumentRole.TITLE,
    "title": DocumentRole.TITLE,
    "msosubtitle": DocumentRole.SUBTITLE,
    "subtitle": DocumentRole.SUBTITLE,
    "msocaption": DocumentRole.CAPTION,
}
"""Roles by the classes that Word, LibreOffice and Google Docs give to paragraphs."""
_NO_WAY = ("javascript:", "data:", "file:")
"""What no page may ask of whoever reads it: counted, and left out."""
_MARKS = {"q": ("“", "”")}


@dataclass(slots=True)
class WebItem:
    """The marker of a list item until its first paragraph has taken it."""

    marker: str = ""


@dataclass(frozen=True, slots=True)
class WebPlace:
    """What holds for paragraphs that begin at a place."""

    role: DocumentRole = DocumentRole.PARAGRAPH
    level: int = 0
    part: DocumentPart = DocumentPart.BODY
    cell: bool = False
    one_list: WebList | None = None
    item: WebItem | None = None


@dataclass(frozen=True, slots=True)
class WebAround:
    """What holds for words at a place: revisions, link, whether white space stays."""

    hands: Hands = UNREVISED
    link: Target | None = None
    keeps: bool = False


class WebWalker:
    """Reads elements into `paragraphs`; `noticed` counts what was left out.

    `lines` says that a line break ends a paragraph, as it does in the copy of web pages; else it is a soft one, and two
    of them end it. Elements in `without` are passed by.
    """

    def __init__(self, *, lines: bool = False, without: Collection[Element] = ()) -> None:
        self.paragraphs: list[Paragraph] = []
        self.noticed: Counter[str] = Counter()
        self._lines = lines
        self._without = without
        self._now: Paragraph | None = None
        self._blank = self._broken = False
        self._flow = 0
        self._without_words: dict[Element, bool] = {}

    def read(self, root: Element) -> list[Paragraph]:
        """Return all paragraphs so far with those under `root` behind them."""
        self._element(root, WebPlace(), WebAround())
        self._end()
        return self.paragraphs

    def _element(self, element: Element, place: WebPlace, around: WebAround) -> None:
        name, style = name_of(element), WebStyle.of(element)
        if name in NOWHERE or element in self._without:
            return
        if hidden(element, style) or self._is_aside(element, style):
            self.noticed["hidden"] += bool(said_by(element))
        elif name == "br":
            self._break()
        elif style.is_marker:
            self._take_marker(element, place)
        elif self._is_block(element, name, style):
            self._block(element, name, style, place, around)
        else:
            self._inside(element, place, self._within(element, name, style, around), _MARKS.get(name, ("", "")))

    def _is_aside(self, element: Element, style: WebStyle) -> bool:
        """Return whether these are Word's comments, headers and footers, which stand beside the text."""
        kind = style.says("mso-element")
        self.noticed["comments"] += kind == "comment"
        return kind in ("comment", "comment-list", "header", "footer") or element.get("class") == "msocomanchor"

    def _is_block(self, element: Element, name: str, style: WebStyle) -> bool:
        if name in BLOCKS:
            return style.says("display") not in ("inline", "contents")
        if style.says("display") in ("block", "list-item"):
            return True
        return name not in INLINE and ":" not in name and self._stands_free(element)

    def _stands_free(self, element: Element) -> bool:
        """Return whether an element that nobody knows stands where blocks stand: no words beside it."""
        parent = element.getparent()
        if parent is None or (name_of(parent) in INLINE or name_of(parent) in BLOCKS - CONTAINERS):
            return parent is None
        if parent not in self._without_words:
            beside = [parent.text or "", *(one.tail or "" for one in parent)]
            self._without_words[parent] = not any(text.strip() for text in beside)
        return self._without_words[parent]

    def _within(self, element: Element, name: str, style: WebStyle, around: WebAround) -> WebAround:
        """Return what holds inside an element."""
        keeps = style.keeps_blanks
        around = replace(around, keeps=name == "pre" or (around.keeps if keeps is None else keeps))
        href = (element.get("href") or "").strip()
        if name == "a" and href and not href.startswith("#"):
            return replace(around, link=Target(href, is_kept=not href.lower().startswith(_NO_WAY)))
        if name == "ins":
            return replace(around, hands=around.hands.put_in(_hand(element)))
        return replace(around, hands=around.hands.taken_out(_hand(element))) if name == "del" else around

    def _inside(self, element: Element, place: WebPlace, around: WebAround, marks: tuple[str, str] = ("", "")) -> None:
        self._say(marks[0] + (element.text or ""), place, around)
        for one in element:
            self._element(one, place, around)
            self._say(one.tail or "", place, around)
        self._say(marks[1], place, around)

    def _block(self, element: Element, name: str, style: WebStyle, place: WebPlace, around: WebAround) -> None:
        self._end()
        if name == "table" and (grid := grid_of(element)):
            self._table(element, grid, place, around)
            return
        self._flow += name in CELLS
        self._inside(element, self._place(element, name, style, place), self._within(element, name, style, around))
        self._end()
        self._flow += name in CELLS

    def _table(self, table: Element, grid: Grid, place: WebPlace, around: WebAround) -> None:
        """Read a table of data as one paragraph: a line a row, tabs between its cells."""
        for caption in captions_of(table):
            self._element(caption, place, around)
        self._flow += 1
        self.noticed["hidden"] += any(map(said_by, hidden_parts(table)))
        rows = Paragraph(self._flow, DocumentRole.TABLE, part=place.part)
        for row, cells in enumerate(grid):
            for column, cell in enumerate(cells):
                rows.pieces.append(RevisedText("\t" if column else "\n" if row else ""))
                if cell is not None:
                    rows.pieces += self._words_of(cell, place.part, around)
        self.paragraphs.append(rows)
        self._flow += 1

    def _words_of(self, cell: Element, part: DocumentPart, around: WebAround) -> list[RevisedText]:
        walker = WebWalker(without=self._without)
        walker._inside(cell, WebPlace(part=part), around)
        walker._end()
        self.noticed += walker.noticed
        return in_line(walker.paragraphs)

    def _place(self, element: Element, name: str, style: WebStyle, place: WebPlace) -> WebPlace:
        note = _NOTES.fullmatch(style.says("mso-element") or (element.get("id") or "").lower())
        if note and name == "div":
            return replace(place, role=DocumentRole(note[2]), part=DocumentPart(note[2]))
        if name in _LISTS:
            level = place.one_list.level + 1 if place.one_list else 1
            return replace(place, one_list=WebList(element, level, ordered=_LISTS[name]))
        if name == "li":
            marker = place.one_list.marker(element) if place.one_list else "•"
            level = level_of(element, place.one_list.level if place.one_list else 1)
            return replace(place, role=DocumentRole.LIST_ITEM, level=level, item=WebItem(marker))
        if name in CELLS:
            return WebPlace(part=place.part, cell=not is_layout(element))
        if name in ROLES:
            return replace(place, role=ROLES[name], level=0, item=None)
        return self._titled(element, name, style, place)

    def _titled(self, element: Element, name: str, style: WebStyle, place: WebPlace) -> WebPlace:
        level = HEADINGS.get(name) or (level_of(element, 1) if element.get("role") == "heading" else style.outline)
        if level:
            return replace(place, role=DocumentRole.HEADING, level=level)
        if name != "p":
            return place
        titles = [_TITLES[one] for one in (element.get("class") or "").lower().split() if one in _TITLES]
        if titles:
            return replace(place, role=titles[0])
        level = style.list_level
        return replace(place, role=DocumentRole.LIST_ITEM, level=level, item=WebItem()) if level else place

    def _take_marker(self, element: Element, place: WebPlace) -> None:
        if place.item is not None:
            place.item.marker = said_by(element)

    def _break(self) -> None:
        if self._now is None:
            return
        if self._lines or self._broken:
            self._end()
            return
        self._now.pieces.append(RevisedText("\n"))
        self._blank = self._broken = True

    def _say(self, text: str, place: WebPlace, around: WebAround) -> None:
        if not around.keeps:
            self._write(_BLANKS.sub(" ", text), place, around)
            return
        for i, part in enumerate(_GAPS.split(text.replace("\r\n", "\n"))):
            if i:
                self._end()
            self._write(part, place, around)

    def _write(self, text: str, place: WebPlace, around: WebAround) -> None:
        if self._blank and not around.keeps:
            text = text.removeprefix(" ")
        if not text or (self._now is None and not text.strip()):
            return
        if self._now is None:
            self._now = self._begun(place)
        self._now.pieces.append(RevisedText(text, around.hands, around.link))
        self._blank = text[-1] == " "
        self._broken = self._broken and not text.strip()

    def _begun(self, place: WebPlace) -> Paragraph:
        role, level, marker = place.role, place.level, ""
        if place.item is not None and role is DocumentRole.LIST_ITEM:
            marker, place.item.marker = place.item.marker, ""
        if place.cell:
            role, level = DocumentRole.TABLE_CELL, 0
        return Paragraph(self._flow, role, level, marker, place.part)

    def _end(self) -> None:
        if self._now is not None:
            self.paragraphs.append(self._now)
        self._now, self._blank, self._broken = None, True, False


def _hand(element: Element) -> Hand:
    """Return whose revision it is: Word writes `cite="mailto:Name"`."""
    return Hand((element.get("cite") or "").removeprefix("mailto:"), element.get("datetime") or "")
