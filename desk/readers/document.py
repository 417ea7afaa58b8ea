"""What a document holds, whatever its format: text, blocks, revisions, comments, notes and links, as frozen values.

Every place is half-open and in code points of `Document.text`, which is what a person sees with all revisions accepted.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class DocumentRole(StrEnum):
    """What a block is by the document's own word."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TITLE = "title"
    SUBTITLE = "subtitle"
    LIST_ITEM = "list-item"
    TABLE = "table"
    """A whole table: a line a row, tabs between its cells."""
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    QUOTE = "quote"
    CODE = "code"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


class DocumentPart(StrEnum):
    """Where in the document a block stands; lines of a table of contents stand in `TOC`."""

    BODY = "body"
    TEXTBOX = "textbox"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TOC = "toc"


@dataclass(frozen=True, slots=True)
class Region:
    """One block of a document: its place, what it is, its level (heading or list, from 1) and its list marker."""

    start: int
    end: int
    role: DocumentRole = DocumentRole.PARAGRAPH
    level: int = 0
    marker: str = ""
    part: DocumentPart = DocumentPart.BODY


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words that somebody put in; `move` that they stood elsewhere before. `date` is as the file has it, ISO 8601."""

    start: int
    end: int
    author: str
    date: str
    move: bool = False


@dataclass(frozen=True, slots=True)
class Deletion:
    """Words that somebody took out, and where they stood; a paragraph mark is two line feeds."""

    at: int
    text: str
    author: str
    date: str
    move: bool = False


@dataclass(frozen=True, slots=True)
class DocumentComment:
    """A comment at its words; `parent` is the id of the comment that it answers."""

    id: str
    author: str
    date: str
    text: str
    start: int
    end: int
    parent: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Where a note is called and what it says; its words are a block of the document too."""

    kind: str
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; `warnings` are sentences for the user.

    `original` is its text with every revision rejected, and `original_blocks` are the blocks of that text.
    """

    text: str
    blocks: tuple[Region, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    deletions: tuple[Deletion, ...] = ()
    comments: tuple[DocumentComment, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    original: str = ""
    original_blocks: tuple[Region, ...] = ()
    dropped_links: int = 0
    """Links that were left out because of what they ask for (`javascript:` and the like)."""
    format: str = ""
    """Which reader took it (`file_kind.FileKind`); `doc` for a binary one that was made a .docx first."""
