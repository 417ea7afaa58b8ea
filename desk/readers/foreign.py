"""Knows other formats by their first bytes, so that the user is told what the file is instead of shown rubbish."""

_DOCUMENTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc)"),
)
_WORDLESS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
_ZIPPED = (
    (b"word/", "a Word document (.docx)"),
    (b"opendocument.text", "an OpenDocument text (.odt)"),
    (b"xl/", "a spreadsheet (.xlsx)"),
    (b"epub", "an e-book"),
)
_LOOK = 4096


def foreign_format(raw: bytes) -> str:
    """Return in words what the bytes are ("a PDF"), or an empty string where they may be a text."""
    head = raw[:_LOOK]
    if head.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _ZIPPED if mark in head or mark in raw[-_LOOK:]), "a ZIP archive")
    return next((name for mark, name in (*_DOCUMENTS, *_WORDLESS) if head.startswith(mark)), "")


def holds_words(foreign: str) -> bool:
    """Return whether a format named by `foreign_format` is a document, whose words a program can save as text."""
    return foreign not in {*(name for _, name in _WORDLESS), "a ZIP archive"}
