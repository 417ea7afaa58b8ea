"""Reads an RTF file piece by piece, with a stack of groups; what it does not know it passes over."""

from dataclasses import replace

from desk.errors import KnownError
from desk.readers.document import DocumentPart, DocumentRole
from desk.readers.field_code import link_of
from desk.readers.gathered import (
    UNREVISED,
    Comment,
    CommentMark,
    Edge,
    Gathered,
    Hand,
    Hands,
    NoteMark,
    Paragraph,
    RevisedText,
)
from desk.readers.rtf import codepages
from desk.readers.rtf.state import Into, RtfField, RtfState, RtfStory
from desk.readers.rtf.tables import RtfFont, RtfStyle, moment
from desk.readers.rtf.tokens import Token, tokens
from desk.readers.rtf.words import CHARACTERS, COLLECTED, INNER, NOWHERE, SHELLS, SIGNS, STORIES, WALKED
from desk.readers.symbols import sign

_BASES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_METADATA = {
    "title": "title",
    "author": "author",
    "subject": "subject",
    "keywords": "keywords",
    "doccomm": "description",
}
_DEEPEST = 5000
"""Groups one in another: word processors write some twenty."""
_CELLS = {"cell", "nestcell"}
_ENDS = {"par", "sect", *_CELLS}
_PARTS = {"shptxt": DocumentPart.TEXTBOX, "dptxbxtext": DocumentPart.TEXTBOX, "footnote": DocumentPart.FOOTNOTE}


class RtfReader:
    """One pass over one file."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._page = "cp1252"
        self._fonts: dict[int, RtfFont] = {}
        self._styles: dict[int, RtfStyle] = {}
        self._authors: list[str] = []
        self._stack: list[tuple[RtfState, str]] = []
        self._state = RtfState()
        self._stories = [RtfStory()]
        self._collected = ""
        self._bytes = bytearray()
        self._to_skip = 0
        self._high = 0
        self._star = False
        self._annotator = {"atnid": "", "atnauthor": "", "atndate": ""}
        self._found = Gathered([])
        self._hidden = self._objects = False
        self._style_now = 0
        self._count = 0

    def gathered(self) -> Gathered:
        """Return what stands in the file."""
        for token in tokens(self._raw):
            if token.kind != "text":
                self._flush()
            self._take(token)
        self._flush()
        while len(self._stories) > 1:
            self._end_story(self._stories[-1].called.split()[0])
        self._end_paragraph()
        self._found.paragraphs = self._stories[0].done
        if self._hidden:
            self._found.warnings.append("The document holds hidden text, which is left out.")
        if self._objects:
            self._found.warnings.append("The document holds embedded objects; their content is not read.")
        return self._found

    def _take(self, token: Token) -> None:
        if token.kind == "brace":
            self._to_skip = 0
        match token.kind:
            case "brace" if token.text == "{":
                if len(self._stack) >= _DEEPEST:
                    raise KnownError("The file nests its parts deeper than any word processor does: it is not opened.")
                self._stack.append((self._state, self._collected))
                self._state = replace(self._state, name="")
            case "brace":
                self._close()
            case "sign":
                self._sign(token.text)
            case "word":
                self._word(token.text, token.number)
            case _:
                self._text(token)
        self._star = token.kind == "sign" and token.text == "*"

    def _close(self) -> None:
        """End a group: what it collected is taken, its story is closed, the state around it holds again."""
        if not self._stack:
            return
        name, inner = self._state.name, self._collected
        self._state, outer = self._stack.pop()
        if name in COLLECTED:
            self._value(name, inner)
            self._collected = outer
        elif name in STORIES:
            self._end_story(name)
        if name == "fldrslt":
            self._state.field_now = None

    def _sign(self, text: str) -> None:
        if self._to_skip and text in SIGNS:
            self._to_skip -= 1
        elif text in ("\n", "\r"):
            self._word("par", None)
        elif text in SIGNS:
            self._say(SIGNS[text])

    def _text(self, token: Token) -> None:
        raw = token.raw
        if self._to_skip:
            skipped = min(self._to_skip, len(raw))
            self._to_skip -= skipped
            raw = raw[skipped:]
        self._bytes += raw

    def _flush(self) -> None:
        """Turn the bytes that came in a row into characters of the font that they stand in."""
        if not self._bytes:
            return
        raw = bytes(self._bytes)
        self._bytes.clear()
        font = self._fonts.get(self._state.font)
        if font and font.symbols and self._state.into in (Into.STORY, Into.COLLECTED):
            self._say("".join(sign(font.name, byte) if byte > 0x20 else chr(byte) for byte in raw))
        else:
            self._say(raw.decode(font.page if font and font.page else self._page, "replace"))

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._unicode(number or 0)
            return
        if self._to_skip and word in CHARACTERS:
            self._to_skip -= 1
            return
        self._to_skip = 0
        if word in SHELLS:
            self._state.around, self._state.into = self._state.into, Into.NOWHERE
        elif word in INNER:
            self._state.into = self._state.around
        elif word in NOWHERE or (self._star and not self._known(word)):
            self._state.into, self._state.name = Into.NOWHERE, word
        elif word in COLLECTED and self._state.into is not Into.NOWHERE:
            self._state.into, self._state.name, self._collected = Into.COLLECTED, word, ""
        elif word in STORIES and self._state.into is Into.STORY:
            self._begin_story(word)
        elif word in CHARACTERS:
            self._say(CHARACTERS[word])
        elif word in _ENDS:
            self._end_by(word)
        else:
            self._property(word, number)

    def _known(self, word: str) -> bool:
        return word in COLLECTED or word in STORIES or word in WALKED or word in ("cs", "ts", "ds")

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        font = self._fonts.get(self._state.font)
        high, self._high = self._high, 0
        if 0xD800 <= code <= 0xDBFF:
            self._high = code
        elif 0xDC00 <= code <= 0xDFFF:
            self._say(chr(0x10000 + (high - 0xD800 << 10) + code - 0xDC00) if high else "\ufffd")
        elif 0xF000 <= code <= 0xF0FF and font:
            self._say(sign(font.name, code))
        elif 0 <= code <= 0x10FFFF:
            self._say(chr(code))
        self._to_skip = self._state.skip_after_unicode

    def _property(self, word: str, number: int | None) -> None:
        state, value = self._state, 1 if number is None else number
        match word:
            case "fonttbl":
                state.into = Into.FONTS
            case "stylesheet":
                state.into, self._style_now = Into.STYLES, 0
            case "f" | "deff":
                self._font(word, value)
            case "fcharset" if state.into is Into.FONTS:
                font = self._fonts.setdefault(state.font, RtfFont())
                font.page, font.symbols = codepages.of_charset(value, self._page), value == codepages.SYMBOLS
            case "cpg" if state.into is Into.FONTS:
                self._fonts.setdefault(state.font, RtfFont()).page = codepages.of_number(value)
            case "ansi" | "mac" | "pc" | "pca":
                self._page = _BASES[word]
            case "ansicpg":
                self._page = codepages.of_number(value) or self._page
            case "uc":
                state.skip_after_unicode = max(value, 0)
            case "field":
                state.field_now, state.name = RtfField(), word
            case "fldrslt":
                state.name = word
                state.link = (state.field_now.target if state.field_now else None) or state.link
            case "object":
                self._objects = True
            case "row" | "nestrow":
                self._new_flow()
            case _:
                self._format(word, value, state)

    def _font(self, word: str, value: int) -> None:
        self._state.font = value
        if word == "f" and self._state.into is Into.FONTS:
            self._fonts.setdefault(value, RtfFont())

    def _format(self, word: str, value: int, state: RtfState) -> None:
        match word:
            case "v":
                state.hidden = bool(value)
            case "plain":
                state.hidden = state.revised = state.taken_out = False
            case "revised":
                state.revised = bool(value)
            case "deleted":
                state.taken_out = bool(value)
            case "revauth":
                state.author = value
            case "revdttm":
                state.moment = value
            case "revauthdel":
                state.deleter = value
            case "revdttmdel":
                state.deleted_at = value
            case "s" if state.into is Into.STYLES:
                self._style_now = value
            case _:
                self._paragraph_format(word, value, state)

    def _paragraph_format(self, word: str, value: int, state: RtfState) -> None:
        match word:
            case "pard":
                state.style, state.outline, state.in_table, state.in_list, state.list_level = 0, None, False, 0, 0
                state.drop_cap = False
            case "s":
                state.style = value
            case "outlinelevel" if state.into is Into.STYLES:
                self._styles.setdefault(self._style_now, RtfStyle()).outline = value
            case "outlinelevel":
                state.outline = value
            case "intbl":
                state.in_table = bool(value)
            case "ls":
                state.in_list = value
            case "ilvl":
                state.list_level = value
            case "dropcapli":
                state.drop_cap = value > 0
            case "ftnalt":
                self._make_endnote()

    def _say(self, text: str) -> None:
        state = self._state
        match state.into:
            case Into.COLLECTED:
                self._collected += text
            case Into.FONTS:
                self._fonts.setdefault(state.font, RtfFont()).name += text.split(";")[0].strip()
            case Into.STYLES:
                self._styles.setdefault(self._style_now, RtfStyle()).name += text.split(";")[0]
                self._style_now = -1 if ";" in text else self._style_now
            case Into.STORY if state.hidden:
                self._hidden = self._hidden or bool(text.strip())
            case Into.STORY:
                self._stories[-1].now.pieces.append(RevisedText(text, self._hands(), state.link))

    def _hands(self) -> Hands:
        state = self._state
        if not (state.revised or state.taken_out):
            return UNREVISED
        return Hands(
            self._hand(state.author, state.moment) if state.revised else None,
            self._hand(state.deleter, state.deleted_at) if state.taken_out else None,
        )

    def _hand(self, author: int, packed: int) -> Hand:
        return Hand(self._authors[author] if 0 <= author < len(self._authors) else "", moment(packed))

    def _value(self, name: str, text: str) -> None:
        """Take what a collecting group held."""
        match name:
            case "fldinst":
                if self._state.field_now:
                    self._state.field_now.target = link_of(text)
            case "listtext" | "pntext":
                self._stories[-1].now.marker = text.strip()
            case "revtbl":
                self._authors = [author.strip() for author in text.split(";")]
            case "atnid" | "atnauthor" | "atndate":
                self._annotator[name] = text.strip()
            case "atnref":
                self._stories[-1].called = f"{self._stories[-1].called} {text.strip()}"
            case "atrfstart" | "atrfend":
                edge = Edge.START if name == "atrfstart" else Edge.END
                self._stories[-1].now.pieces.append(CommentMark(text.strip(), edge))
            case _ if name in _METADATA and text.strip():
                self._found.metadata[_METADATA[name]] = text.strip()

    def _begin_story(self, word: str) -> None:
        self._state.name = word
        self._stories.append(RtfStory(_PARTS.get(word, DocumentPart.BODY), called=word))
        self._new_flow()
        self._state.in_table = False

    def _make_endnote(self) -> None:
        if self._stories[-1].part is DocumentPart.FOOTNOTE:
            self._stories[-1].part = DocumentPart.ENDNOTE

    def _end_story(self, name: str) -> None:
        if len(self._stories) == 1:
            return
        self._end_paragraph()
        story = self._stories.pop()
        host = self._stories[-1].now
        self._count += 1
        if name == "footnote":
            for paragraph in story.done:
                paragraph.part, paragraph.role = story.part, DocumentRole(story.part)
            host.pieces.append(NoteMark(story.part, str(self._count), self._hands()))
            self._found.notes[story.part, str(self._count)] = story.done
        elif name == "annotation":
            self._comment(story, host)
        else:
            host.boxes += story.done

    def _comment(self, story: RtfStory, host: Paragraph) -> None:
        ident = story.called.removeprefix("annotation").strip() or f"comment {self._count}"
        texts = ("".join(p.text for p in one.pieces if isinstance(p, RevisedText)).strip() for one in story.done)
        author, packed = self._annotator["atnauthor"] or self._annotator["atnid"], self._annotator["atndate"]
        date = moment(int(packed) & 0xFFFFFFFF) if packed.lstrip("-").isdigit() else ""
        self._found.comments.append(Comment(ident, author, date, "\n".join(text for text in texts if text)))
        host.pieces.append(CommentMark(ident, Edge.POINT))

    def _end_by(self, word: str) -> None:
        if self._state.into is not Into.STORY:
            self._say("\n")
            return
        self._state.in_table = self._state.in_table or word in _CELLS
        self._end_paragraph()
        if word in _CELLS:
            self._new_flow()

    def _end_paragraph(self) -> None:
        """Finish the paragraph by what holds at its end, which is where RTF says it."""
        story, state = self._stories[-1], self._state
        paragraph = story.now
        style = self._styles.get(state.style, RtfStyle())
        level = style.level if state.outline is None else RtfStyle(outline=state.outline).level
        paragraph.part, paragraph.mark, paragraph.flow = story.part, self._hands(), story.flow
        paragraph.role, paragraph.runs_on = style.role, state.drop_cap
        if level and paragraph.role is DocumentRole.PARAGRAPH:
            paragraph.role, paragraph.level = DocumentRole.HEADING, level
        elif (paragraph.marker or state.in_list > 0) and paragraph.role is DocumentRole.PARAGRAPH:
            paragraph.role, paragraph.level = DocumentRole.LIST_ITEM, state.list_level + 1
        if state.in_table:
            paragraph.role = DocumentRole.TABLE_CELL
        story.done.append(paragraph)
        story.now = Paragraph(story.flow)

    def _new_flow(self) -> None:
        self._count += 1
        self._stories[-1].flow = self._count
