"""Whether a document that was made of an approved text still says that text: what was signed, told from what was not.

A seal signs the text of a story and its copy map. A document of it holds the same words in another order and dress, so
its seal file brings both along: they are what was signed, or the file is refused. From them follows what the document
must say, paragraph by paragraph; that is compared with what a reader reads in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk.readers.draft import FileDraft
from desk.review.seal import Seal, map_digest, text_digest
from desk.text.blocks import Block, BlockRole, Kind, Manuscript
from desk.text.links import Links, kept_address, links_from, links_plain
from desk.text.words import plural
from desk.writers.formats.story import ExportedStory, exported_story
from desk.writers.places import comparable

_FACTS = {BlockRole.HEADLINE: "headline", BlockRole.BYLINE: "byline", BlockRole.DATELINE: "dateline"}
MOST_CHARACTERS = 500_000
"""Characters of a text that a seal file brings along: five long novels' worth of JSON would help nobody."""


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """What the seal file of a document brings along: the approved text with its copy map, and the desk's country."""

    manuscript: Manuscript
    country: str
    links: Links = ()

    def plain(self) -> dict[str, Any]:
        """Return it as plain values."""
        blocks = [[b.start, b.end, b.kind.value, b.role.value] for b in self.manuscript.blocks]
        told = {"text": self.manuscript.text, "copy_map": blocks, "country": self.country}
        return {**told, "links": links_plain(self.links)} if self.links else told

    def is_of(self, seal: Seal) -> bool:
        """Return whether it is what was signed."""
        signed = (seal.sha256, seal.map_digest, seal.links)
        return signed == (text_digest(self.manuscript.text), map_digest(self.manuscript), self.links)

    def story(self) -> ExportedStory:
        """Return the story as documents tell it."""
        from desk.checks.ads.copy_only import copy_only

        boxes = copy_only(self.manuscript, self.country, self.links).boxes
        return exported_story(self.manuscript, boxes, links=self.links)


def document_from(plain: object) -> SealedDocument:
    """Return what `SealedDocument.plain` was made from; raises `ValueError` for anything else."""
    match plain:
        case {"text": str(text), "copy_map": list(blocks), "country": str(country), **more}:
            manuscript = Manuscript(text, tuple(_block(one, text) for one in blocks))
            return SealedDocument(manuscript, country, _links(more.get("links"), text))
    raise ValueError(plain)


def _block(plain: object, text: str) -> Block:
    match plain:
        case [int(start), int(end), str(kind), str(role)] if 0 <= start <= end <= len(text):
            return Block(start, text[start:end], Kind(kind), BlockRole(role))
    raise ValueError(plain)


def _links(plain: object, text: str) -> Links:
    links = links_from(plain) if isinstance(plain, list) else ()
    if any(link.span.end > len(text) for link in links):
        raise ValueError(plain)
    return links


def paragraphs_wanted(story: ExportedStory, read: FileDraft) -> list[str]:
    """Return every paragraph that a document of a story holds, in order, as it is compared.

    News formats tell headline, byline and dateline as facts: where the fact is there, the paragraph need not be.
    """
    metadata = read.document.metadata if read.document is not None else {}
    facts = {comparable(metadata.get(name, "")) for name in _FACTS.values()}
    there = facts - set(paragraphs_in(read))
    lines = [(comparable(line.text), line.role in _FACTS) for line in story.lines]
    wanted = [words for words, is_fact in lines if not (is_fact and words in there)]
    for box in story.boxes:
        wanted += map(comparable, (box.label, *box.paragraphs, box.end))
    return wanted


def paragraphs_in(read: FileDraft) -> list[str]:
    """Return every paragraph that a reader reads in a file, as it is compared."""
    document = read.document
    if document is None:
        return [comparable(line) for line in read.text.split("\n\n") if line.strip()]
    return [comparable(document.text[block.start : block.end]) for block in document.blocks]


def says_the_same(sealed: SealedDocument, read: FileDraft) -> bool:
    """Return whether a file says the approved text, as a document of it does."""
    if read.document is not None:
        story = sealed.story()
        return paragraphs_in(read) == paragraphs_wanted(story, read) and _leads_nowhere_else(story, read)
    from desk.writers.formats.every_format import FORMATS  # lxml is behind some of them

    return read.text.encode("utf-8", "surrogatepass") in [FORMATS[name](sealed.story()) for name in ("txt", "md")]


def _leads_nowhere_else(story: ExportedStory, read: FileDraft) -> bool:
    """Return whether every link of a document is one that was approved: the same words, the same address."""
    lines = (*story.lines, *(line for box in story.boxes for line in box.lines))
    approved = {(comparable(link.span.of(line.text)), link.address) for line in lines for link in line.links}
    found = read.document.links if read.document is not None else ()
    away = (link for link in found if not link.href.startswith("#"))
    return all((comparable(read.text[link.start : link.end]), kept_address(link.href)) in approved for link in away)


def what_is_proved(sealed: SealedDocument, read: FileDraft) -> Sequence[str]:
    """Return in sentences what the agreement covers, and what it does not."""
    story = sealed.story()
    apart = f", {plural(len(story.boxes), 'advertisement')} apart behind it" if story.boxes else ""
    told = [
        f"Its words are those of the approved text, paragraph by paragraph ({plural(len(story.lines), 'paragraph')}"
        f"{apart}); lines of a web page that the text has are left out in documents. Its links lead where the approved "
        "ones do. Looks, pictures, headers, what it tells of itself and labels that were put in are not signed."
    ]
    document = read.document
    if document is not None and (document.insertions or document.deletions):
        told.append("It holds tracked changes: it says the approved text with all of them accepted.")
    return [*told, *(document.warnings if document is not None else ())]
