"""What a reader of a format gathers on its way through a document, before there are places: paragraphs of pieces."""

from dataclasses import dataclass, field
from enum import Enum

from desk.readers.document import DocumentPart, DocumentRole


@dataclass(frozen=True, slots=True)
class Hand:
    """Who made a revision, and when; `move` that it is one end of a move."""

    author: str
    date: str
    move: bool = False


@dataclass(frozen=True, slots=True)
class Hands:
    """The revisions that a piece of text stands in: put in by one, taken out by the other, both, or neither."""

    inserted: Hand | None = None
    deleted: Hand | None = None

    def put_in(self, hand: Hand) -> "Hands":
        """Return these hands within an insertion; the innermost counts."""
        return Hands(hand, self.deleted)

    def taken_out(self, hand: Hand) -> "Hands":
        """Return these hands within a deletion; the innermost counts."""
        return Hands(self.inserted, hand)


UNREVISED = Hands()


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Where one link leads; two links to one place are two targets. One that is not kept is counted alone."""

    href: str
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class RevisedText:
    """A piece of text with one set of revisions and one link.

    `source` is the element that says it, where a writer may have to find it again.
    """

    text: str
    hands: Hands = UNREVISED
    link: Target | None = None
    source: object = field(default=None, compare=False, repr=False)


class Edge(Enum):
    """Which side of a comment's words a mark stands for; `POINT` where a comment has a place and no words."""

    START = "start"
    END = "end"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class CommentMark:
    """The beginning, the end or the sign of a comment, in the run of the text."""

    comment: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The sign of a note, in the run of the text."""

    kind: str
    note: str
    hands: Hands = UNREVISED


Piece = RevisedText | CommentMark | NoteMark


@dataclass(slots=True)
class Paragraph:
    """One paragraph as the format has it.

    `mark` are the revisions of its end: where that was taken out, the paragraph runs into the next of the same `flow`
    (a number that differs between cells, boxes, and the text before and after a table). `runs_on` says the same of
    every view (a drop cap). `boxes` are the paragraphs of text boxes anchored in it.
    """

    flow: int
    role: DocumentRole = DocumentRole.PARAGRAPH
    level: int = 0
    marker: str = ""
    part: DocumentPart = DocumentPart.BODY
    pieces: list[Piece] = field(default_factory=list)
    mark: Hands = UNREVISED
    runs_on: bool = False
    boxes: list["Paragraph"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as the format has it: not yet at its words. `source` is the element that says it, as of a text."""

    id: str
    author: str
    date: str
    text: str
    parent: str = ""
    done: bool = False
    source: object = field(default=None, compare=False, repr=False)


@dataclass(slots=True)
class Gathered:
    """Everything that a reader found, for `desk/readers/assembly.py` to put into one document.

    `notes` holds the paragraphs of each note by (kind, id). Where the format has no word for answers (`threaded` is
    false), a comment at exactly the words of an earlier one answers that one.
    """

    paragraphs: list[Paragraph]
    comments: list[Comment] = field(default_factory=list)
    notes: dict[tuple[str, str], list[Paragraph]] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    threaded: bool = True
