"""OpenDocument texts and their templates (OASIS ODF 1.0 to 1.3, ISO 26300)."""

from dataclasses import dataclass

from desk.errors import KnownError
from desk.readers.archive import Archive
from desk.readers.assembly import assembled
from desk.readers.document import Document
from desk.readers.gathered import Gathered
from desk.readers.odt.body import OpenStoryReader
from desk.readers.odt.context import SENTENCES, OpenContext
from desk.readers.odt.names import DC, META, OFFICE, XLINK, said
from desk.readers.safe_xml import Element, root_of

__all__ = ["OpenedText", "opened_odt", "read_odt"]

_METADATA = {
    "title": DC + "title",
    "author": META + "initial-creator",
    "modified_by": DC + "creator",
    "created": META + "creation-date",
    "modified": DC + "date",
    "language": DC + "language",
    "keywords": META + "keyword",
    "subject": DC + "subject",
    "description": DC + "description",
}
_MANIFEST = "META-INF/manifest.xml"


@dataclass(frozen=True, slots=True)
class OpenedText:
    """The parts of an OpenDocument text that hold words, each as its root; `styles` is None where it lacks."""

    content: Element
    body: Element
    styles: Element | None

    def context(self) -> OpenContext:
        """Return what reading the document needs at hand."""
        return OpenContext(self.body, self.content, self.styles)


def opened_odt(archive: Archive) -> OpenedText:
    """Return the parts of an OpenDocument text; raises `KnownError` where it is locked or none."""
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise KnownError("The file is locked with a password: ask for one without.")
    content = root_of(archive.read("content.xml"), doctype=True)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise KnownError("The file holds no OpenDocument text: ask for it as .odt or .docx.")
    return OpenedText(content, body, _part(archive, "styles.xml"))


def read_odt(raw: bytes) -> Document:
    """Return the document in the bytes of an OpenDocument file; raises `KnownError` where they hold none."""
    archive = Archive(raw)
    opened = opened_odt(archive)
    body, context = opened.body, opened.context()
    paragraphs = OpenStoryReader(context).paragraphs(body)
    context.noticed["macros"] += any(name.startswith("basic/") for name in archive.names())
    context.noticed["outside"] += any(_outside(element) for element in body.iter() if element.get(XLINK + "href"))
    told = [sentence for what, sentence in SENTENCES.items() if context.noticed[what]]
    metadata = _metadata(_part(archive, "meta.xml"))
    return assembled(Gathered(paragraphs, context.comments, context.notes, metadata, told))


def _part(archive: Archive, name: str) -> Element | None:
    return root_of(archive.read(name), doctype=True) if name in archive else None


def _outside(element: Element) -> bool:
    """Return whether an element wants something fetched: a picture or object by its full address."""
    fetched = str(element.tag).rsplit("}", 1)[-1] in ("image", "object", "object-ole", "plugin")
    return fetched and "://" in element.get(XLINK + "href", "")


def _metadata(root: Element | None) -> dict[str, str]:
    meta = root.find(OFFICE + "meta") if root is not None else None
    return {name: text for name, tag in _METADATA.items() if (text := said(meta, tag))}
