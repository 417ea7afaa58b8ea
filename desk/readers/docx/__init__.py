"""Word documents, transitional and strict, and their templates (ECMA-376, ISO 29500)."""

from desk.errors import KnownError
from desk.readers.assembly import assembled
from desk.readers.document import Document
from desk.readers.docx.body import StoryReader
from desk.readers.docx.comments import comments_of, notes_of
from desk.readers.docx.context import Context, warnings
from desk.readers.docx.metadata import metadata_of
from desk.readers.docx.names import W, child
from desk.readers.docx.package import WordPackage
from desk.readers.gathered import Gathered

__all__ = ["read_docx"]

_HARMLESS = {"hyperlink"}


def read_docx(raw: bytes) -> Document:
    """Return the document in the bytes of a Word file; raises `KnownError` where they hold none."""
    package = WordPackage(raw)
    root = package.root(package.main)
    body = child(root, "body")
    if root.tag != W + "document" or body is None:
        raise KnownError("The file holds no Word document: ask for it again as .docx.")
    context = Context(package)
    paragraphs = StoryReader(context, body).paragraphs()
    notes, comments = notes_of(context, package.part), comments_of(context)
    context.noticed["outside"] += sum(r.outside and r.kind not in _HARMLESS for r in package.relations.values())
    context.noticed["macros"] += package.has_macros()
    told = list(warnings(context.noticed))
    threaded = bool(package.name_of("commentsExtended"))
    return assembled(Gathered(paragraphs, comments, notes, metadata_of(package), told, threaded))
