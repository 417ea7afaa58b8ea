"""What a Word file says about itself in its core properties (Dublin Core)."""

from desk.readers.docx.package import WordPackage

_NAMES = {
    "title": "title",
    "creator": "author",
    "lastModifiedBy": "modified_by",
    "created": "created",
    "modified": "modified",
    "language": "language",
    "keywords": "keywords",
    "subject": "subject",
    "description": "description",
}


def metadata_of(package: WordPackage) -> dict[str, str]:
    """Return the core properties that say something."""
    root = package.core()
    said = {}
    for entry in root if root is not None else ():
        name = _NAMES.get(str(entry.tag).rsplit("}", 1)[-1])
        text = (entry.text or "").strip()
        if name and text:
            said[name] = text
    return said
