"""Rich Text Format (Microsoft's specification 1.9.1)."""

from desk.readers.assembly import assembled
from desk.readers.document import Document
from desk.readers.rtf.reader import RtfReader

__all__ = ["read_rtf"]


def read_rtf(raw: bytes) -> Document:
    """Return the document in the bytes of an RTF file; what breaks its rules is read as far as it goes."""
    return assembled(RtfReader(raw).gathered())
