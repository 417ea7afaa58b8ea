"""From the roles of a document's blocks to what is kept of them with a story."""

from bisect import bisect_right

from desk.readers.document import Document, DocumentPart, DocumentRole, Region
from desk.text.block_roles import CAPTION, CONTENTS, HEADING, NOTE, STANDFIRST, TABLE, WRITTEN, BlockRoles, roles_of

_KEPT = {
    DocumentRole.HEADING: HEADING,
    DocumentRole.TITLE: HEADING,
    DocumentRole.SUBTITLE: STANDFIRST,
    DocumentRole.CAPTION: CAPTION,
    DocumentRole.TABLE: TABLE,
    DocumentRole.TABLE_CELL: TABLE,
    DocumentRole.FOOTNOTE: NOTE,
    DocumentRole.ENDNOTE: NOTE,
}
"""List items, quotations and code are copy, as paragraphs are: what of them is paid or left over the copy map says."""
_WRITTEN = ("docx", "odt", "rtf")
"""Formats of word processors: whoever wrote there wrote no menus, whatever a line looks like."""
_PARTS = {DocumentPart.TOC: CONTENTS, DocumentPart.FOOTNOTE: NOTE, DocumentPart.ENDNOTE: NOTE}


def block_roles(document: Document) -> BlockRoles:
    """Return what is kept of the roles of a document's blocks; nothing where it says nothing of any of them."""
    plain = WRITTEN if document.format in _WRITTEN else ""
    starts = [region.start for region in document.blocks]

    def role_at(start: int) -> str:
        at = bisect_right(starts, start) - 1
        return (kept_role(document.blocks[at]) or plain) if at >= 0 and start < document.blocks[at].end else ""

    return roles_of(document.text, role_at)


def kept_role(region: Region) -> str:
    """Return what is kept of the role of one block, empty for a plain paragraph."""
    return _PARTS.get(region.part) or _KEPT.get(region.role, "")
