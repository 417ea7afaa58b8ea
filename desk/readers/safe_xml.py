"""XML and HTML from strangers: nothing is fetched, no entity is put in, nothing nests deeper than real documents do."""

import re
from typing import Any

from lxml import etree

from desk.errors import KnownError

Element = etree._Element

_STRICT = re.compile(r"http://purl\.oclc\.org/ooxml/(\w+)/")
_ANY_STRICT = "http://purl.oclc.org/ooxml/"


def root_of(raw: bytes, *, doctype: bool = False) -> Element:
    """Return the root of an XML part.

    `doctype` says whether a document type may stand in it (old OpenDocument files have one). Raises `KnownError` for
    what is no XML, declares entities, or nests more than libxml2's 256 levels.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        reason = " ".join(str(error.msg).split())  # some of libxml2's reasons hold line feeds
        raise KnownError(
            f"The file is damaged, its XML does not hold together ({reason}): ask for it again."
        ) from error
    info: Any = root.getroottree().docinfo  # its types lack what a DTD declares
    entities = info.internalDTD is not None and any(True for _ in info.internalDTD.iterentities())
    if entities or (info.doctype and not doctype):
        raise KnownError("The file defines XML entities of its own, which no word processor writes: it is not opened.")
    return root


def html_root_of(text: str) -> Element:
    """Return the root of a piece of HTML, whatever is wrong with it; nothing that it points to is fetched.

    Raises `KnownError` where the parser gives up before the end: it would leave out the rest without a word.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    if root is None:
        raise KnownError("The file holds no text: ask for it again.")
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise KnownError(
            "The page nests its parts deeper than any real one (256 levels), or holds a text of ten million letters: "
            "what stands behind that cannot be read, so it is not opened. Ask for the text alone."
        )
    return root


def markup_of_element(element: Element) -> str:
    """Return an element as markup, as it would stand in a file."""
    return etree.tostring(element, encoding="unicode")


def transitional(root: Element) -> Element:
    """Return an Office part with the namespaces of ISO 29500 Transitional, where it has those of Strict."""
    if not any(uri.startswith(_ANY_STRICT) for uri in root.nsmap.values()):
        return root
    text = etree.tostring(root, encoding="unicode")
    return root_of(_STRICT.sub(r"http://schemas.openxmlformats.org/\1/2006/", text).encode())
