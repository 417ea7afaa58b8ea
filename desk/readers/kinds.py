"""What a file is, by what stands in it: an ending is only a wish."""

import json
import re
from enum import StrEnum

from desk.errors import KnownError
from desk.readers.archive import Archive


class FileKind(StrEnum):
    """The formats with a reader of their own, beside plain text and Markdown."""

    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"


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
    return raw.startswith(_ZIP) or _is_rtf(raw)


def kind_of(raw: bytes) -> FileKind:
    """Return which reader takes these bytes; raises `KnownError` where they are something else."""
    if _is_rtf(raw):
        return FileKind.RTF
    archive = Archive(raw)
    if _TYPES in archive:
        return _office(archive)
    if "mimetype" in archive:
        return _open(archive.read("mimetype"))
    if "content.xml" in archive and "meta-inf/manifest.xml" in archive:
        return FileKind.ODT
    raise KnownError("The file is a ZIP archive, not a document: unpack it and open what is in it.")


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


_LOOK = 4096
_WEB = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title)[\s>]", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*<\?xml\s")
_ROOT = re.compile(r"\s*<([A-Za-z_][\w.:-]*)(\s[^<>]*)?>")
_JSON = re.compile(r'\s*(\{\s*("(?:[^"\\]|\\.)*"\s*:|\}\s*$)|\[\s*(\{\s*"|\[|\]\s*$))')
_WIRE = re.compile(r"[a-z]{2,4}\d{3,5} [1-9] [a-z]{1,3} +\d{1,5}\b")
"""The first line of IPTC 7901: source and number, priority, category, count of words."""
_MAIL = re.compile(r"(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:Received|MIME-Version|Message-ID):", re.IGNORECASE)


def markup_in(text: str) -> str:
    """Return in words which format of signs and tags a text is written in ("a web page"), empty for plain copy."""
    head = text[:_LOOK].lstrip("\ufeff")
    if _WEB.match(head):
        return "a web page (HTML)"
    if _XML.match(head) or _closed_by_its_root(head, text):
        return "a web page (HTML)" if "<html" in head.lower() else "an XML file"
    if _JSON.match(head) or _is_json(text):
        return "a JSON file"
    if "\x01" in head[:64] or _WIRE.match(head.lstrip()):
        return "a wire message with its transmission signs (IPTC 7901 or ANPA)"
    return "an e-mail with its headers" if _MAIL.match(head) else ""


def _closed_by_its_root(head: str, text: str) -> bool:
    """Return whether a text begins with an element that ends with it; a story may begin with a tag, not end so."""
    root = _ROOT.match(head)
    return root is not None and text.rstrip().endswith(f"</{root[1]}>") and text.count("<") > 3


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        return isinstance(json.loads(text), dict | list)
    except RecursionError:
        return True
    except ValueError:
        return False
