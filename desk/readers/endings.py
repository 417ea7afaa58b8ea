"""What files of each format are called: for the filter of a dialogue alone, for what a file is its content says."""

from pathlib import Path

from desk.readers.file_kind import FileKind

PLAIN = ("txt", "md", "markdown")
OLD_WORD = "doc"
"""Binary Word files, which an installed LibreOffice makes .docx of."""
ENDINGS: dict[str, tuple[str, ...]] = {
    "docx": ("docx", "docm", "dotx", "dotm"),
    "odt": ("odt", "ott"),
    "rtf": ("rtf",),
    "html": ("html", "htm", "xhtml"),
    "eml": ("eml",),
    "ninjs": ("json",),
    "newsml-g2": ("xml",),
    "newsml-1": ("xml",),
    "nitf": ("nitf", "xml"),
    "iptc-7901": ("ipt", "iptc"),
    "anpa-1312": ("anp", "anpa"),
}
"""Endings by the slug of a format (`FileKind`)."""


def opened_endings() -> tuple[str, ...]:
    """Return the endings of all that can be opened, plain text first, each once."""
    documents = (ending for kind in FileKind for ending in ENDINGS[kind])
    return tuple(dict.fromkeys((*PLAIN, *documents, OLD_WORD)))


def is_called_document(path: Path) -> bool:
    """Return whether a file has the name of a document, which plain text under that name would not open as."""
    return path.suffix.lower().removeprefix(".") in {*opened_endings()} - {*PLAIN}
