"""What is pasted: the words and structure of HTML where it has them, plain text where there is no better.

Word processors and browsers put HTML on the clipboard beside the plain text. It is read as files of theirs are, and
nothing of it is ever fetched. A few paragraphs are read in this very process, for whoever pastes waits for them; more
of it in a process of its own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.readers.document import Document, DocumentRole, Region
from desk.readers.roles import kept_role
from desk.text.block_roles import BlockRoles, roles_of
from desk.text.links import Links, dropped_words, links_of, shifted

if TYPE_CHECKING:  # the window knows clips before it is painted
    from desk.readers.draft import FileDraft

_MOST_CHARACTERS = 3_000_000
"""Characters of HTML without its pictures: Word takes some 300,000 for a story of 3,000 words."""
_MOST_TAGS = 20_000
"""Tags that are read in this process: as many take 0.4 s at worst, and 10,000 words from Word have half of them."""
_HEAVY = 20_000
"""Characters of HTML from which on a process of its own reads it: some 200 words from Word, 3,000 from a browser."""
_LEAST = 0.8
"""Share of the plain text's letters that HTML has to hold: with fewer it lost some (too deep, hidden, broken)."""
_PICTURES = re.compile(r"data:[^\s\"'<>)]{256,}")
_WINDOWS = "Version:"
"""How Windows begins HTML on its clipboard, with places in bytes that nobody needs."""
_BULLETS = {"·": "•", "o": "◦", "§": "▪", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "•", "\uf0fc": "•", "q": "•"}
"""Letters of symbol fonts that Word's HTML writes for its bullets."""
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Clip:
    """What a clipboard holds: its text, and the roles of its blocks; both as a story has them.

    `is_blocks` says that it stands as blocks of its own, not as words within a line. `joins` says that its first block
    goes on in a paragraph that it is pasted behind.
    """

    text: str
    roles: BlockRoles = ()
    is_blocks: bool = False
    joins: bool = True
    links: Links = ()
    dropped: int = 0
    """Links that lead where none may."""

    def between(self, before: str, after: str) -> str:
        """Return what is put in between two texts, with the blank lines that keep whole blocks apart."""
        if not self.is_blocks or not self.text:
            return self.text
        at_start = not before.strip() or before.endswith("\n")
        at_end = not after.strip() or after.startswith("\n")
        lead = tail = ""
        if at_start:
            lead = _missing(before, len(before) - len(before.rstrip("\n")))
        elif at_end and not self.joins:
            lead = _GAP
        if at_end:
            tail = _missing(after, len(after) - len(after.lstrip("\n")))
        elif at_start:
            tail = _GAP
        return f"{lead}{self.text}{tail}"


def is_heavy(html: str) -> bool:
    """Return whether so much HTML is on a clipboard that it is to be read in a process of its own."""
    return len(html) > _HEAVY


def clip_of(html: str, plain: str, guarded: Callable[[str], Document] | None = None) -> Clip:
    """Return what HTML and plain text of one clipboard come to; either may be empty.

    `guarded` reads what is heavy in a process of its own, and raises `KnownError` where that comes to nothing.
    """
    document = _document(html, guarded if is_heavy(html) else None) if html.strip() else None
    if document is None or not document.blocks or _letters(document.text) < _LEAST * _letters(plain):
        return Clip(plain)
    if "\t" in plain.strip() and "\n" not in plain.strip() and _is_row(document):
        return Clip(plain.strip("\r\n"))
    text, starts, found = _with_markers(document)
    links, dropped = links_of(text, found)
    dropped += document.dropped_links
    first = document.blocks[0]
    if len(document.blocks) == 1 and first.role in (DocumentRole.PARAGRAPH, DocumentRole.TABLE_CELL):
        words = _as_spaced(text, plain)
        return Clip(words, links=shifted(links, words.find(text)), dropped=dropped)
    roles = roles_of(text, lambda start: starts.get(start, ""))
    joins = first.role is DocumentRole.PARAGRAPH
    return Clip(text, roles, is_blocks=True, joins=joins, links=links, dropped=dropped)


def draft_of_clip(html: str, plain: str, guarded: Callable[[str], Document] | None = None) -> "FileDraft":
    """Return a clipboard as the draft of a new story; raises `KnownError` if there is nothing on it."""
    from desk.readers.draft import FileDraft, draft_of_text, text_notes

    clip = clip_of(html, plain, guarded)
    told = dropped_words(clip.dropped)
    if not clip.is_blocks:
        draft = draft_of_text(clip.text)
        links = clip.links if draft.text == clip.text else ()
        return replace(draft, links=links, notes=(*draft.notes, *told))
    return FileDraft(clip.text, notes=(*text_notes(clip.text), *told), roles=clip.roles, links=clip.links)


def _document(html: str, guarded: Callable[[str], Document] | None) -> Document | None:
    """Return the document in HTML, None where it is too much to be read while somebody waits."""
    if html.startswith(_WINDOWS):
        html = html[max(html.find("<"), 0) :]
    if len(html) > _MOST_CHARACTERS:
        html = _PICTURES.sub("", html)
    if len(html) > _MOST_CHARACTERS or (guarded is None and html.count("<") > _MOST_TAGS):
        return None
    try:
        return _read_here(html) if guarded is None else guarded(html)
    except (KnownError, RecursionError):
        return None


def _read_here(html: str) -> Document:
    from desk.readers.assembly import assembled  # the parser loads once somebody pastes
    from desk.readers.gathered import Gathered
    from desk.readers.web import html_paragraphs

    return assembled(Gathered(html_paragraphs(html)))


def _with_markers(document: Document) -> tuple[str, dict[int, str], list[tuple[int, int, str]]]:
    """Return the text with the markers of lists before their items, roles kept by the starts of blocks, and links."""
    texts, starts, at = [], {}, 0
    links: list[tuple[int, int, str]] = []
    waiting = list(document.links)
    for region in document.blocks:
        words = document.text[region.start : region.end]
        text = _marked(region, words)
        starts[at + len(text) - len(text.lstrip())] = kept_role(region)
        texts.append(text)
        by = at + len(text) - len(words) - region.start
        while waiting and waiting[0].start < region.end:
            link = waiting.pop(0)
            links.append((link.start + by, min(link.end, region.end) + by, link.href))
        at += len(text) + len(_GAP)
    return _GAP.join(texts), starts, links


def _is_row(document: Document) -> bool:
    """Return whether all that was copied is cells of one row, as the line with tabs beside it has them."""
    return all(region.role is DocumentRole.TABLE_CELL for region in document.blocks)


def _marked(region: Region, words: str) -> str:
    marker = region.marker.replace("\u00a0", " ").strip()
    return f"{_BULLETS.get(marker, marker)} {words}" if marker else words


def _as_spaced(words: str, plain: str) -> str:
    """Return words within a line with the blanks around them that the plain text keeps and HTML does not."""
    line = plain.strip("\r\n")
    if not line.strip() or "\n" in line or "\r" in line:
        return words
    return f"{line[: len(line) - len(line.lstrip(' '))]}{words}{line[len(line.rstrip(' ')) :]}"


def _missing(beside: str, there: int) -> str:
    """Return the line ends that lack for a blank line beside a text; none where there are no words."""
    return "\n" * max(0, len(_GAP) - there) if beside.strip() else ""


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
