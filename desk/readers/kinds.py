"""What a file is, by what stands in it: an ending is only a wish."""

import re

from desk.errors import KnownError
from desk.readers.archive import Archive
from desk.readers.declared import declared_text
from desk.readers.file_kind import FileKind
from desk.readers.markup import Markup, markup_of, root_name

_MARKUP = {
    Markup.WEB: FileKind.HTML,
    Markup.MAIL: FileKind.MAIL,
    Markup.JSON: FileKind.NINJS,
    Markup.IPTC_7901: FileKind.IPTC_7901,
    Markup.ANPA: FileKind.ANPA,
}
_ROOTS = {
    "html": FileKind.HTML,
    "nitf": FileKind.NITF,
    "newsml": FileKind.NEWSML_1,
    "newsmessage": FileKind.NEWSML_G2,
    "newsitem": FileKind.NEWSML_G2,
    "packageitem": FileKind.NEWSML_G2,
}
"""Formats by the name of the root of their XML, in small letters."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_NAME = slice(30, 38)
"""Where the name of the first file in an archive begins: OpenDocument asks for its type there."""
_ZIP = b"PK\x03\x04"
_WORD = re.compile(rb"wordprocessingml\.(document|template)|ms-word\.(document|template)\.macroEnabled", re.IGNORECASE)
_OTHER_OFFICE = ((b"spreadsheetml", "a spreadsheet"), (b"presentationml", "a set of slides"))
_OPEN_TEXT = b"opendocument.text"
_OTHER_OPEN = (
    (b"opendocument.spreadsheet", "a spreadsheet"),
    (b"opendocument.presentation", "a set of slides"),
    (b"epub", "an e-book"),
)
_TYPES = "[Content_Types].xml"


def has_reader(raw: bytes) -> bool:
    """Return whether these bytes go to a reader of documents rather than to that of plain text."""
    return raw.startswith((_ZIP, OLD_OFFICE)) or _is_rtf(raw) or markup_of(raw) is not None


def kind_of(raw: bytes) -> FileKind:
    """Return which reader takes these bytes; raises `KnownError` where they are something else."""
    if _is_rtf(raw):
        return FileKind.RTF
    if raw.startswith(OLD_OFFICE):
        raise KnownError("The file is an old binary Office file: save it as .docx in Word or LibreOffice.")
    markup = markup_of(raw)
    if markup is not None:
        return _MARKUP[markup] if markup in _MARKUP else _within(markup, raw)
    archive = Archive(raw)
    if _TYPES in archive:
        return _office(archive)
    if "mimetype" in archive:
        return _open(archive.read("mimetype"))
    if "content.xml" in archive and "meta-inf/manifest.xml" in archive:
        return FileKind.ODT
    raise KnownError("The file is a ZIP archive, not a document: unpack it and open what is in it.")


def likely_kind(head: bytes) -> FileKind | None:
    """Return which reader a file probably needs that begins so, without a parser; None where that would take one."""
    if head.startswith(_ZIP):
        return FileKind.ODT if head[_FIRST_NAME] == b"mimetype" else FileKind.DOCX
    markup = markup_of(head)
    if markup is None:
        return FileKind.RTF if _is_rtf(head) else None
    return _MARKUP.get(markup)


def _within(markup: Markup, raw: bytes) -> FileKind:
    """Return which format of XML it is; raises `KnownError` for one that holds no story."""
    name = root_name(declared_text(raw)[0])
    if name.lower() in _ROOTS:
        return _ROOTS[name.lower()]
    raise KnownError(
        f"The file is {markup}, and not of a kind that news is sent in (it begins with <{name}>): "
        "ask for the story as .docx, NewsML or plain text."
    )


def _is_rtf(raw: bytes) -> bool:
    return raw[:64].lstrip().startswith(b"{\\rtf")


def _office(archive: Archive) -> FileKind:
    plain = archive.read(_TYPES).replace(b"\0", b"")  # UTF-16 is allowed here
    if _WORD.search(plain) or "word/document.xml" in archive:
        return FileKind.DOCX
    for mark, name in _OTHER_OFFICE:
        if mark in plain:
            raise KnownError(f"The file is {name}, not a story: copy its words into a document.")
    raise KnownError("The file is an Office file without a Word document in it: ask for it as .docx.")


def _open(mimetype: bytes) -> FileKind:
    if _OPEN_TEXT in mimetype:
        return FileKind.ODT
    for mark, name in _OTHER_OPEN:
        if mark in mimetype:
            raise KnownError(f"The file is {name}, not a story: copy its words into a document.")
    raise KnownError("The file is no OpenDocument text: ask for it as .odt or .docx.")
