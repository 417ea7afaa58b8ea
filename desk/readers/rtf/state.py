"""What holds within a group of RTF, and where its text goes."""

from dataclasses import dataclass, field
from enum import Enum

from desk.readers.document import DocumentPart
from desk.readers.gathered import Paragraph, Target


class Into(Enum):
    """Where text goes that stands in a group."""

    STORY = "story"
    NOWHERE = "nowhere"
    COLLECTED = "collected"
    FONTS = "fonts"
    STYLES = "styles"


@dataclass(slots=True)
class RtfField:
    """A field on its way: its code, then where its result leads."""

    code: str = ""
    target: Target | None = None


@dataclass(slots=True)
class RtfStory:
    """The body, a note, a box or a comment: its finished paragraphs, and the one that is being written."""

    part: DocumentPart = DocumentPart.BODY
    done: list[Paragraph] = field(default_factory=list)
    now: Paragraph = field(default_factory=lambda: Paragraph(0))
    flow: int = 0
    called: str = ""


@dataclass(slots=True)
class RtfState:
    """What a group inherits from the one around it and gives back at its end."""

    into: Into = Into.STORY
    around: Into = Into.STORY
    """Where the text around a shell goes, and so that of its inner groups."""
    name: str = ""
    """The control word that made the group a destination."""
    font: int = 0
    skip_after_unicode: int = 1
    hidden: bool = False
    author: int = 0
    """Who put in, by place in the table of revisions; `moment` and `deleted_at` are packed."""
    moment: int = 0
    deleter: int = 0
    deleted_at: int = 0
    revised: bool = False
    taken_out: bool = False
    style: int = 0
    outline: int | None = None
    in_list: int = 0
    list_level: int = 0
    in_table: bool = False
    drop_cap: bool = False
    """The paragraph is the large first letter of the next."""
    field_now: RtfField | None = None
    link: Target | None = None
