"""The formats that are read, by their slugs; what a file is, `kinds.py` sees by its content."""

from enum import StrEnum


class FileKind(StrEnum):
    """The formats with a reader of their own, beside plain text and Markdown."""

    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    HTML = "html"
    MAIL = "eml"
    NINJS = "ninjs"
    NEWSML_G2 = "newsml-g2"
    NEWSML_1 = "newsml-1"
    NITF = "nitf"
    IPTC_7901 = "iptc-7901"
    ANPA = "anpa-1312"


DOCUMENT = "document"
"""The format of a draft that was read from a document: plain words in blocks, their roles kept beside them."""
