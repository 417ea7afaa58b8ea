"""XML of wires: parsed by the bytes' own encoding, without its document type, found by names without namespaces."""

import re
from collections.abc import Iterator
from html.entities import html5

from desk.readers.declared import declared_text
from desk.readers.safe_xml import Element, root_of
from desk.readers.web.elements import name_of

_DECLARATION = re.compile(r"\A\s*<\?xml.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*(\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_REFERENCE = re.compile(r"&([A-Za-z][A-Za-z0-9]*;)")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_OWN = ("amp;", "lt;", "gt;", "quot;", "apos;")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def news_root(raw: bytes) -> tuple[Element, list[str]]:
    """Return the root of a wire's XML and what to tell of its encoding.

    NITF and NewsML come with a document type that only names where their rules stand: it is cut off unread, with every
    entity that it declares. Names of characters (`&eacute;`) are those of HTML, which NITF takes over.
    """
    text, told = declared_text(raw)
    return parsed(text), told


def parsed(text: str) -> Element:
    """Return the root of XML in a text; raises `KnownError` where it does not hold together."""
    bare = _DECLARATION.sub("", _NO_XML.sub("", text.removeprefix("\ufeff")))
    root = name_start(bare)
    head = _DOCTYPE.sub("", bare[:root])
    return root_of((head + _REFERENCE.sub(_character, bare[root:])).lstrip().encode())


def name_start(text: str) -> int:
    """Return where the root element begins, behind a document type, 0 where there is none."""
    doctype = _DOCTYPE.search(text[: text.find("<!DOCTYPE") + 4096]) if "<!DOCTYPE" in text else None
    return doctype.end() if doctype else 0


def under(element: Element, *path: str) -> Iterator[Element]:
    """Yield the descendants at a path of names, in small letters: "contentmeta", "headline"."""
    for one in element:
        if name_of(one) == path[0]:
            if len(path) == 1:
                yield one
            else:
                yield from under(one, *path[1:])


def anywhere(element: Element, *names: str) -> Iterator[Element]:
    """Yield an element and its descendants of these names, in small letters, in order."""
    return (one for one in element.iter() if name_of(one) in names)


def first(element: Element, *path: str) -> Element | None:
    """Return the first descendant at a path of names."""
    return next(under(element, *path), None)


def _character(reference: re.Match[str]) -> str:
    return reference[0] if reference[1] in _OWN else html5.get(reference[1], reference[0])
