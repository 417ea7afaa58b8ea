"""Reads any file that has a reader: into a document with all that stands in it, or into the draft of a story."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from desk.errors import KnownError
from desk.readers.document import Document, DocumentRole, Region
from desk.readers.draft import MOST_TEXT, FileDraft, file_bytes, manuscript, read_draft, text_notes
from desk.readers.file_kind import DOCUMENT
from desk.readers.guarded import GuardedReader
from desk.readers.kinds import has_reader
from desk.readers.roles import block_roles
from desk.text.blocks import Block, BlockRole, Kind
from desk.text.links import dropped_words, links_of
from desk.text.words import plural

_ROLES = {
    BlockRole.HEADLINE: DocumentRole.HEADING,
    BlockRole.CROSSHEAD: DocumentRole.HEADING,
    BlockRole.CAPTION: DocumentRole.CAPTION,
}


def read_document(path: Path, reader: GuardedReader) -> Document:
    """Return the document in the file at `path`; raises `KnownError` with the reason where it cannot be read."""
    raw, _ = file_bytes(path)
    return _read(path, raw, reader) if has_reader(raw) else document_of(read_draft(path))


def read_file(path: Path, reader: GuardedReader) -> FileDraft:
    """Return the draft in the file at `path`, with its document where it is one.

    A document's text is what a person sees with all revisions accepted. Raises `KnownError` where it cannot be read.
    """
    raw, modified = file_bytes(path)
    if not has_reader(raw):
        return read_draft(path)
    document = _read(path, raw, reader)
    if not document.text.strip():
        raise KnownError(f"{path} holds no words: there is nothing to check. If you expected a text, ask for it again.")
    if len(document.text) > MOST_TEXT:
        raise KnownError(
            f"{path} holds too much text for a story ({plural(len(document.text), 'character')}). Cut it up first."
        )
    links, dropped = links_of(document.text, [(link.start, link.end, link.href) for link in document.links])
    return FileDraft(
        document.text,
        DOCUMENT,
        notes=(*document.warnings, *text_notes(document.text), *dropped_words(dropped + document.dropped_links)),
        digest=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        modified=modified,
        document=document,
        roles=block_roles(document),
        links=links,
        raw=raw,
    )


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes without reading a document; raises `KnownError` for a text that is none."""
    raw, _ = file_bytes(path)
    return hashlib.sha256(raw).hexdigest() if has_reader(raw) else read_draft(path).digest


def _read(path: Path, raw: bytes, reader: GuardedReader) -> Document:
    try:
        return reader.read(raw)
    except KnownError as error:
        raise KnownError(f"{path} cannot be read. {error}") from error


def document_of(draft: FileDraft) -> Document:
    """Return a draft of plain text or Markdown as a document."""
    blocks = tuple(_regions(manuscript(draft.text, draft.format).blocks))
    return Document(draft.text, blocks, warnings=draft.notes, original=draft.text, original_blocks=blocks)


def _regions(blocks: tuple[Block, ...]) -> Iterator[Region]:
    for block in blocks:
        code = block.kind is Kind.LEFTOVER
        yield Region(
            block.start, block.end, DocumentRole.CODE if code else _ROLES.get(block.role, DocumentRole.PARAGRAPH)
        )
