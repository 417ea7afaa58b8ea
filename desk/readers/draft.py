"""Reads one file into one draft, or says in one sentence why it cannot."""

import hashlib
import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from desk.careful import NotAFile, TooLarge, careful_file
from desk.errors import KnownError
from desk.readers.document import Document
from desk.readers.encoding import decoded
from desk.readers.foreign import foreign_format, holds_words
from desk.readers.markup import markup_in
from desk.text.block_roles import BlockRoles
from desk.text.blocks import Manuscript
from desk.text.links import Links
from desk.text.words import plural

MOST_BYTES = 20_000_000
"""The largest document, most of which is pictures."""
MOST_TEXT = 2_000_000
"""The largest text: some three hundred thousand words, a hundred times the longest story; checked in seconds."""

LONG_LINE = 100_000
"""Characters from which a single line earns a note: editors lay such lines out slowly, whoever makes them."""

_INSTEAD = "Open a text, Word, OpenDocument, RTF or web file instead."
_FORMATS = {".md": "markdown", ".markdown": "markdown"}


@dataclass(frozen=True, slots=True)
class FileDraft:
    """What a story is made from: the text as the manuscript will have it, and what is known about the file.

    `notes` are sentences for the user (a guessed encoding, hidden characters). `digest` is the SHA-256 of the file's
    bytes; `size` is in bytes, `modified` in nanoseconds since 1970; all three are empty for pasted text. `document` is
    all that a document holds besides its words, None for plain text and Markdown.
    """

    text: str
    format: str = "text"
    encoding: str = "utf-8"
    guessed: bool = False
    notes: tuple[str, ...] = ()
    digest: str = ""
    size: int = 0
    modified: int = 0
    document: Document | None = None
    roles: BlockRoles = ()
    """What the document says its blocks are."""
    links: Links = ()
    raw: bytes = field(default=b"", repr=False)
    """The bytes of a document, empty for plain text and Markdown."""


def read_draft(path: Path, most_bytes: int = MOST_TEXT) -> FileDraft:
    """Return the draft in the file at `path`: a byte order mark removed, CRLF, CR and U+2029 as LF, no more.

    Raises `KnownError` for a folder, a device, a file that is missing, unreadable, empty, too large or no text, and for
    a text that is written for programs (a web page, XML, JSON, a wire message): its tags are no copy.
    """
    draft = read_text(path, most_bytes)
    if markup := markup_in(draft.text):
        raise KnownError(
            f"{path} is {markup}, not plain copy. Save or copy its words as plain text (.txt) and open that."
        )
    return draft


def read_text(path: Path, most_bytes: int = MOST_BYTES) -> FileDraft:
    """Return any text in the file at `path`, whatever it is written for; raises `KnownError` as `read_draft` does."""
    raw, modified = file_bytes(path, most_bytes)
    if not raw.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise KnownError(f"{path} is empty: there is nothing to check. If you expected a text, ask for the file again.")
    foreign = foreign_format(raw)
    if foreign and holds_words(foreign):
        raise KnownError(f"{path} is {foreign}, not plain text. Save it as plain text (.txt, UTF-8) and open that.")
    if foreign:
        raise KnownError(f"{path} is {foreign}, not a text. {_INSTEAD}")
    heard = decoded(raw)
    if heard is None:
        raise KnownError(f"{path} is not a text: it holds binary data. {_INSTEAD}")
    text = _newlines(heard.text)
    return FileDraft(
        text,
        _FORMATS.get(path.suffix.lower(), "text"),
        heard.encoding,
        heard.guessed,
        (*heard.notes, *text_notes(text)),
        hashlib.sha256(raw).hexdigest(),
        len(raw),
        modified,
    )


def draft_of_text(text: str) -> FileDraft:
    """Return pasted text as a draft; raises `KnownError` if there is nothing in it."""
    clean = _newlines(text.removeprefix("\ufeff"))
    if not clean.strip():
        raise KnownError("There is no text to paste: copy the draft first.")
    if len(clean) > MOST_TEXT:
        raise KnownError(
            f"What was copied is too large for a story ({plural(len(clean), 'character')}). Cut it up first."
        )
    return FileDraft(clean, notes=text_notes(clean))


def whole(draft: FileDraft) -> FileDraft:
    """Return the draft with U+FFFD for each half of a character, which no window can show; its length stays."""
    if not _HALVES.search(draft.text):
        return draft
    notes = (f"{note} Each is shown as “\ufffd”." if note == _BROKEN else note for note in draft.notes)
    return replace(draft, text=_HALVES.sub("\ufffd", draft.text), notes=tuple(notes))


def manuscript(text: str, format_: str = "text") -> Manuscript:
    """Return the text cut into blocks by its format ("text" or "markdown"); the text itself is never changed."""
    if format_ != "markdown":
        return Manuscript.of(text)
    from desk.readers import markdown  # 62 modules that most drafts do not need

    return markdown.manuscript(text)


def file_bytes(path: Path, most: int = MOST_BYTES) -> tuple[bytes, int]:
    """Return a file's bytes and when it was changed (nanoseconds since 1970); raises `KnownError` as `read_draft`."""
    if path.is_dir():
        raise KnownError(f"{path} is a folder. Open the files in it one by one.")
    try:
        with careful_file(path, most) as file:
            return file.read(most), os.fstat(file.fileno()).st_mtime_ns
    except NotAFile as error:
        raise KnownError(f"{path} is a device or a pipe, not a file. Save the text to a file first.") from error
    except TooLarge as error:
        size, limit = path.stat().st_size / 1e6, f"{most / 1e6:.0f} MB"
        if most == MOST_BYTES:  # whoever cuts a text down to the limit of documents is not to hear of another then
            limit = f"{MOST_TEXT / 1e6:.0f} MB for a text, {limit} for a document"
        raise KnownError(
            f"{path} is too large for a story ({size:.0f} MB; the limit is {limit}). Cut it into smaller files first."
        ) from error
    except FileNotFoundError as error:
        raise KnownError(f"{path} does not exist, or no longer. Check the name, or ask for the file again.") from error
    except OSError as error:
        raise KnownError(f"{path} cannot be read: {error.strerror}. Check that you may open it.") from error


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")


_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BROKEN = "The text holds halves of characters (lone surrogates); something upstream broke them."
_HALVES = re.compile("[\ud800-\udfff]")


def text_notes(text: str) -> tuple[str, ...]:
    """Return what the user should know about a text, in sentences."""
    notes = []
    if "\0" in text:
        notes.append("The text holds NUL characters; they are shown as findings and can be deleted.")
    if _HALVES.search(text):
        notes.append(_BROKEN)
    if _OVERRIDES.search(text):
        notes.append("The text holds hidden marks that turn the reading direction round; they are shown as findings.")
    longest = max(map(len, text.split("\n")))
    if longest > LONG_LINE:
        notes.append(
            f"One line has {plural(longest, 'character')}: break it into paragraphs, or it can hardly be edited."
        )
    return tuple(notes)
