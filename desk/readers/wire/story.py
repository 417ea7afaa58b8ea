"""One story as a wire sends it: what it says about itself, and its paragraphs under its headline."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from desk.errors import KnownError
from desk.readers.assembly import assembled
from desk.readers.declared import unescaped
from desk.readers.document import Document, DocumentRole
from desk.readers.gathered import Gathered, Paragraph, RevisedText
from desk.text.words import plural


class WireFact(StrEnum):
    """What a wire says about a story, under one name for all formats."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    SLUGLINE = "slugline"
    URGENCY = "urgency"
    EMBARGO = "embargo"
    EDITORS_NOTE = "editors_note"
    KEYWORDS = "keywords"
    GENRE = "genre"
    SECTION = "section"
    """Names parted by semicolons, the sender's own section first, then what the story is about."""
    LANGUAGE = "language"
    DESCRIPTION = "description"
    CREDIT = "credit"
    SOURCE = "source"
    COPYRIGHT = "copyright"
    USAGE = "usage"
    STATUS = "status"
    CREATED = "created"
    MODIFIED = "modified"
    VERSION = "version"
    ID = "id"


_TAG = re.compile(r"</?[a-z][a-z0-9]*(\s[^<>]*)?/?>", re.IGNORECASE)
_HEADLINE_FLOW = -1
_WITHDRAWN = ("canceled", "cancelled", "withheld")


@dataclass(slots=True)
class WireStory:
    """A story while it is read; `stories` is how many the file holds."""

    facts: dict[str, str] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    stories: int = 1

    def say(self, fact: WireFact, *words: str | None) -> None:
        """Take what is said on a matter; who spoke first is heard, several words are put side by side."""
        said = [one for word in words if (one := plain_line(word or ""))]
        if said:
            self.facts.setdefault(fact.value, ", ".join(dict.fromkeys(said)))

    def document(self) -> Document:
        """Return the story as a document, its headline on top; raises `KnownError` where there are no words."""
        headline = self.facts.get(WireFact.HEADLINE, "")
        if not (self.paragraphs or headline):
            raise KnownError("The file holds no words of a story (a picture, a package or a list): ask for its text.")
        paragraphs = [one for one in self.paragraphs if not (headline and _words_of(one) == headline)]
        if headline:
            paragraphs.insert(0, Paragraph(_HEADLINE_FLOW, DocumentRole.TITLE, pieces=[RevisedText(headline)]))
        return assembled(Gathered(paragraphs, metadata=self.facts, warnings=list(self._told())))

    def _told(self) -> Iterable[str]:
        yield from self.warnings
        if self.stories > 1:
            yield f"The file holds {plural(self.stories, 'story', 'stories')}; the first was read."
        if self.facts.get(WireFact.STATUS, "").lower() in _WITHDRAWN:
            yield f"The sender marks this story as {self.facts[WireFact.STATUS].lower()}: do not publish it."


def plain_line(text: str) -> str:
    """Return a line without the tags and the names of characters that some senders leave in headlines."""
    return " ".join(_TAG.sub(" ", unescaped(text)).split()) if "<" in text or "&" in text else " ".join(text.split())


def _words_of(paragraph: Paragraph) -> str:
    said = "".join(piece.text for piece in paragraph.pieces if isinstance(piece, RevisedText))
    return " ".join(said.split())
