"""Makes and writes XML; the one place of the writers that knows the library for it."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from desk.readers.safe_xml import Element


def made(
    tag: str, attributes: Mapping[str, str] | None = None, *, spaces: Mapping[str | None, str] | None = None
) -> Element:
    """Return a new element; `spaces` are the prefixes that its part declares."""
    nsmap: dict[Any, str] | None = dict(spaces.items()) if spaces else None  # its types lack the prefix None
    return etree.Element(tag, attrib=dict(attributes or {}), nsmap=nsmap)


def added(parent: Element, tag: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Element:
    """Return a new element at the end of another, with these words in it."""
    element = etree.SubElement(parent, tag, attrib=dict(attributes or {}))
    if text:
        element.text = text
    return element


def attributes_of(element: Element) -> dict[str, str]:
    """Return the attributes of an element by their names."""
    return {str(name): str(value) for name, value in element.items()}


def unwrap_all(root: Element, tag: str) -> None:
    """Take every element of a tag away and leave what stands in it where it stood."""
    etree.strip_tags(root, tag)


def remove(element: Element) -> None:
    """Take an element that no words follow out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def serialized(root: Element) -> bytes:
    """Return a part as it is written into a file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
