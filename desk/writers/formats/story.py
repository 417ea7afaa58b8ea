"""What a new document is made from: the story block by block, and the paid boxes apart from it."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from desk.text.blocks import Block, BlockRole, Manuscript
from desk.text.copy_and_ads import Box, end_of
from desk.text.links import Links, TextLink, in_pieces, shifted, within
from desk.text.moments import from_iso, iso_to_the_second
from desk.text.spans import Span

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor HTML can hold."""
_URGENCIES = frozenset("123456789")


@dataclass(frozen=True, slots=True)
class ExportedLine:
    """One paragraph, and what it is on the page."""

    role: BlockRole
    text: str
    links: Links = ()
    """Where its words lead, counted from its start."""

    def told(self, words: Callable[[str], str], link: Callable[[str, str], str]) -> str:
        """Return it in a language of tags: `words` dresses words, `link` what is dressed and leads to an address."""
        pieces = ((words(said), address) for said, address in in_pieces(self.text, self.links))
        return "".join(link(said, address) if address else said for said, address in pieces)


@dataclass(frozen=True, slots=True)
class ExportedBox:
    """An advertisement with the line that labels it and the line that closes it."""

    label: str
    lines: tuple[ExportedLine, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the words of its lines."""
        return tuple(line.text for line in self.lines)

    @property
    def end(self) -> str:
        """Return the line that closes the box."""
        return end_of(self.label)


@dataclass(frozen=True, slots=True)
class ExportedSeal:
    """The approval of exactly the text that a document is made from: its id, the name of who gave it, and when."""

    id: str
    by: str
    when: datetime

    @property
    def words(self) -> str:
        """Return who approved it when, in one line."""
        return f"Approved by {_clean(self.by)}, {iso_to_the_second(self.when)} (seal {self.id})"


@dataclass(frozen=True, slots=True)
class ExportedFacts:
    """What is known about a story beside its words; what is empty is not told."""

    slug: str = ""
    section: str = ""
    language: str = ""
    """As in `en-GB`."""
    changed: datetime | None = None
    seal: ExportedSeal | None = None
    """None where the text is not an approved one."""
    urgency: str = ""
    """From 1, the most urgent, to 9."""
    embargo: str = ""
    """When it may be published, ISO 8601."""
    keywords: tuple[str, ...] = ()
    genre: str = ""
    editors_note: str = ""
    byline: str = ""
    """For a text that has none."""


def with_wire(facts: ExportedFacts, said: Mapping[str, str]) -> ExportedFacts:
    """Return facts with what the document that a story came in said of it, by the names of `desk/readers/wire`."""
    return replace(
        facts,
        slug=said.get("slugline") or facts.slug,
        language=facts.language or said.get("language", ""),
        urgency=said.get("urgency", "") if said.get("urgency", "") in _URGENCIES else "",
        embargo=_moment(said.get("embargo", "")),
        keywords=tuple(one.strip() for one in said.get("keywords", "").split(",") if one.strip()),
        genre=said.get("genre", ""),
        editors_note=said.get("editors_note", ""),
        byline=said.get("byline", ""),
    )


def _moment(text: str) -> str:
    """Return a moment as ISO 8601 in UTC, empty where it is none."""
    with suppress(ValueError, OverflowError):
        return iso_to_the_second(from_iso(text)) if text else ""
    return ""


@dataclass(frozen=True, slots=True)
class ExportedStory:
    """A story as new documents tell it; `digest` is the SHA-256 that a seal signs, of the text it was made from."""

    lines: tuple[ExportedLine, ...]
    boxes: tuple[ExportedBox, ...] = ()
    digest: str = ""
    facts: ExportedFacts = ExportedFacts()

    @property
    def headline(self) -> str:
        """Return the headline on one line; empty where there is none."""
        return self.first(BlockRole.HEADLINE)

    @property
    def byline(self) -> str:
        """Return the byline of the text, else the one that is known of the story; empty where there is none."""
        return self.first(BlockRole.BYLINE) or self.facts.byline

    def first(self, role: BlockRole) -> str:
        """Return the first paragraph of a role on one line; empty where there is none."""
        return next((" ".join(line.text.split()) for line in self.lines if line.role is role), "")


def exported_story(
    manuscript: Manuscript, boxes: tuple[Box, ...], facts: ExportedFacts = ExportedFacts(), links: Links = ()
) -> ExportedStory:
    """Return the editorial blocks of a manuscript by their roles and with their links, and its paid boxes."""
    lines = _lines(manuscript, links)
    paid = (ExportedBox(_clean(box.label), tuple(_lines_of(box))) for box in boxes)
    told = replace(
        facts,
        slug=_clean(facts.slug),
        section=_clean(facts.section),
        keywords=tuple(map(_clean, facts.keywords)),
        genre=_clean(facts.genre),
        editors_note=_clean(facts.editors_note),
        byline=_clean(facts.byline),
    )
    return ExportedStory(tuple(lines), tuple(paid), manuscript.sha256, told)


def _lines(manuscript: Manuscript, links: Links) -> Iterator[ExportedLine]:
    """Yield the editorial paragraphs; those that were lines of one paragraph, and are alike, become it again."""
    before: Block | None = None
    held: ExportedLine | None = None
    for block in (block for block in manuscript.blocks if block.editorial):
        gap = manuscript.text[before.end : block.start] if before else ""
        one = held is not None and held.role is block.role and not gap.strip() and gap.count("\n") == 1
        if held is not None and not one:
            yield held
        line = _line(block.role, block.text, within(links, block.span))
        held = _joined(held, line) if held is not None and one else line
        before = block
    if held is not None:
        yield held


def _lines_of(box: Box) -> Iterator[ExportedLine]:
    at = 0
    for text in box.words.split("\n\n"):
        yield _line(BlockRole.BODY, text, within(box.links, Span(at, at + len(text))))
        at += len(text) + 2


def _line(role: BlockRole, text: str, links: Links) -> ExportedLine:
    """Return words as one paragraph; what no format holds is taken out from under its links, too."""
    words, kept = "", []
    for piece, address in in_pieces(text, links):
        start = len(words)
        words += _clean(piece)
        if address and start < len(words):
            kept.append(TextLink(Span(start, len(words)), address))
    return ExportedLine(role, words, tuple(kept))


def _joined(line: ExportedLine, other: ExportedLine) -> ExportedLine:
    links = (*line.links, *shifted(other.links, len(line.text) + 1))
    return ExportedLine(line.role, f"{line.text}\n{other.text}", links)


def marked_up(text: str, escape: Callable[[str], str], line_end: str, tab: str) -> str:
    """Return a paragraph in a language of tags: words escaped, line ends and tabs as their signs."""
    return escape(text).replace("\n", line_end).replace("\t", tab)


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)
