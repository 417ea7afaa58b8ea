"""Names of OpenDocument (OASIS ODF 1.3) as lxml has them."""

from desk.readers.safe_xml import Element

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_BASE}office:1.0}}"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
META = f"{{{_BASE}meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}"
WORDS = "{urn:copydesk:words}words"
"""An element of our own around words that stand in a paragraph: a writer puts it there, and takes it away again."""
XML = "{http://www.w3.org/XML/1998/namespace}"


def said(element: Element | None, name: str) -> str:
    """Return the text of a child, an empty string where there is none."""
    found = element.find(name) if element is not None else None
    return (found.text or "").strip() if found is not None else ""


def number(text: str | None, default: int = 0) -> int:
    """Return a decimal number of the file, the default where it is none."""
    try:
        return int(text or "")
    except ValueError:
        return default
