"""What stands in a paragraph: runs with their revisions, links, fields, signs, and what is anchored among them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desk.readers.docx.boxes import boxes_in, chosen
from desk.readers.docx.context import Context, hand_of
from desk.readers.docx.fields import Fields
from desk.readers.docx.names import MC, XML, M, R, W, child, switch, value
from desk.readers.field_code import link_of
from desk.readers.gathered import (
    UNREVISED,
    CommentMark,
    Edge,
    Hands,
    NoteMark,
    Paragraph,
    RevisedText,
    Target,
)
from desk.readers.safe_xml import Element
from desk.readers.symbols import sign

ReadBox = Callable[[Element, Hands], list[Paragraph]]

_WRAPPERS = {W + name for name in ("smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "ruby", "rubyBase")}
_PLAIN = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_INSERTIONS = {W + "ins": False, W + "moveTo": True}
_DELETIONS = {W + "del": False, W + "moveFrom": True}
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_COMMENTS = {
    W + "commentRangeStart": Edge.START,
    W + "commentRangeEnd": Edge.END,
    W + "commentReference": Edge.POINT,
}
_PICTURES = {W + "drawing", W + "pict", W + "object"}
_WHITE = " \t\r\n"
_AS_BLANKS = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, slots=True)
class Around:
    """What holds at a place in a paragraph: the revisions around it, the link, whether its style hides it."""

    hands: Hands = UNREVISED
    link: Target | None = None
    hidden: bool = False


class InlineReader:
    """Reads the paragraphs of one story, whose fields may run over several of them."""

    def __init__(self, context: Context, fields: Fields, read_box: ReadBox) -> None:
        self._context = context
        self._fields = fields
        self._read_box = read_box

    def read(self, parent: Element, paragraph: Paragraph, scope: Around) -> None:
        """Add what stands in an element to the paragraph, in order."""
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                self._run(element, paragraph, scope)
            elif tag in _INSERTIONS:
                inserted = scope.hands.put_in(hand_of(element, move=_INSERTIONS[tag]))
                self.read(element, paragraph, replace(scope, hands=inserted))
            elif tag in _DELETIONS:
                deleted = scope.hands.taken_out(hand_of(element, move=_DELETIONS[tag]))
                self.read(element, paragraph, replace(scope, hands=deleted))
            elif tag in _WRAPPERS:
                self.read(element, paragraph, scope)
            elif tag in _COMMENTS:
                paragraph.pieces.append(CommentMark(element.get(W + "id", ""), _COMMENTS[tag]))
            else:
                self._rarer(element, paragraph, scope)

    def _rarer(self, element: Element, paragraph: Paragraph, scope: Around) -> None:
        tag = element.tag
        if tag == W + "hyperlink":
            self.read(element, paragraph, replace(scope, link=self._target(element) or scope.link))
        elif tag == W + "fldSimple":
            target = link_of(element.get(W + "instr", ""))
            self.read(element, paragraph, replace(scope, link=target or scope.link))
        elif tag == MC + "AlternateContent":
            if (content := chosen(element)) is not None:
                self.read(content, paragraph, scope)
        elif tag == M + "t":
            self._say(element.text or "", paragraph, scope, element)
        elif tag.startswith(M) and not tag.endswith("Pr"):
            self.read(element, paragraph, scope)

    def _target(self, element: Element) -> Target | None:
        relation = self._context.relations.get(element.get(R + "id", ""))
        address = relation.target if relation else ""
        anchor = element.get(W + "anchor") or element.get(W + "docLocation")
        href = f"{address}#{anchor}" if anchor else address
        return Target(href) if href else None

    def _run(self, run: Element, paragraph: Paragraph, scope: Around) -> None:
        if self._hidden(run, scope):
            scope = replace(scope, hidden=True)
        elif scope.hidden:
            scope = replace(scope, hidden=False)
        self._run_content(run, paragraph, scope)

    def _run_content(self, run: Element, paragraph: Paragraph, scope: Around) -> None:
        for element in run:
            tag = element.tag
            if tag in (W + "t", W + "delText"):
                self._say(_text(element), paragraph, scope, element)
            elif tag in _PLAIN:
                self._say(_PLAIN[tag], paragraph, scope, element)
            elif tag in _COMMENTS:
                paragraph.pieces.append(CommentMark(element.get(W + "id", ""), _COMMENTS[tag]))
            elif tag in _NOTES:
                paragraph.pieces.append(NoteMark(_NOTES[tag], element.get(W + "id", ""), scope.hands))
            elif tag == W + "fldChar":
                taken_out = scope.hands.deleted is not None
                self._say(self._fields.mark(element, taken_out=taken_out), paragraph, scope, element)
            elif tag in (W + "instrText", W + "delInstrText"):
                self._fields.code(element.text or "")
            elif tag == W + "sym":
                self._say(_sign(element), paragraph, scope, element)
            elif tag in _PICTURES:
                self._boxes(element, paragraph, scope)
            elif tag == MC + "AlternateContent":
                if (content := chosen(element)) is not None:
                    self._run_content(content, paragraph, scope)
            else:
                self.read_wrapped(element, paragraph, scope)

    def read_wrapped(self, element: Element, paragraph: Paragraph, scope: Around) -> None:
        """Read what may stand in a run against the schema or by an extension: a ruby text, a run in a run."""
        if element.tag in _WRAPPERS or element.tag == W + "r":
            self.read(element, paragraph, scope)

    def _boxes(self, picture: Element, paragraph: Paragraph, scope: Around) -> None:
        if picture.tag == W + "object":
            self._context.noticed["object"] += 1
        if scope.hidden or not self._fields.showing:
            return
        for box in boxes_in(picture):
            paragraph.boxes += self._read_box(box, scope.hands)

    def _say(self, text: str, paragraph: Paragraph, scope: Around, source: Element) -> None:
        if not text or not self._fields.showing:
            return
        if scope.hidden:
            self._context.noticed["hidden"] += bool(text.strip())
            return
        paragraph.pieces.append(RevisedText(text, scope.hands, scope.link or self._fields.target, source))

    def _hidden(self, run: Element, scope: Around) -> bool:
        """Return whether the words of a run are hidden: its own word counts, else each style turns the other round."""
        properties = child(run, "rPr")
        if properties is None:
            return scope.hidden
        own = switch(properties, "vanish")
        if own is not None:
            return own
        style = value(properties, "rStyle")
        return scope.hidden != (bool(style) and self._context.styles.hidden(style))


def _sign(element: Element) -> str:
    """Return the character of a `w:sym`, nothing for one without a place in its font."""
    try:
        return sign(element.get(W + "font", ""), int(element.get(W + "char", ""), 16))
    except ValueError:
        return ""


def _text(element: Element) -> str:
    """Return the words of a `w:t`: its outer white space counts only where it says so."""
    text = element.text or ""
    if element.get(XML + "space") != "preserve":
        text = text.strip(_WHITE)
    return text.translate(_AS_BLANKS)
