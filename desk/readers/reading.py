"""Reads any file that has a reader into a document."""

from collections.abc import Iterator
from pathlib import Path

from desk.errors import KnownError
from desk.readers.document import Document, DocumentRole, Region
from desk.readers.draft import FileDraft, file_bytes, manuscript, read_draft
from desk.readers.guarded import GuardedReader
from desk.readers.kinds import has_reader
from desk.text.blocks import Block, BlockRole, Kind

_ROLES = {
    BlockRole.HEADLINE: DocumentRole.HEADING,
    BlockRole.CROSSHEAD: DocumentRole.HEADING,
    BlockRole.CAPTION: DocumentRole.CAPTION,
}


def read_document(path: Path, reader: GuardedReader) -> Document:
    """Return the document in the file at `path`; raises `KnownError` with the reason where it cannot be read."""
    raw, _ = file_bytes(path)
    if not has_reader(raw):
        return document_of(read_draft(path))
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
