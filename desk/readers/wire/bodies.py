"""The body of a story as wires carry it: NITF, XHTML, HTML as escaped text, or plain text."""

import re

from desk.readers.declared import unescaped
from desk.readers.gathered import Paragraph, RevisedText
from desk.readers.safe_xml import Element, html_root_of, markup_of_element
from desk.readers.unwrapped import unwrapped
from desk.readers.web.elements import name_of, said_by
from desk.readers.web.walker import WebWalker

_TAGS = re.compile(r"</[a-z][\w:.-]*\s*>|<(p|br|hr|img)\b[^<>]*>", re.IGNORECASE)
"""Signs that a text is marked up, be it in a dialect that one agency knows; `<ada@x.example>` is none."""
_MARKED_UP = re.compile(r"</(p|div|li|h\d|td)\s*>|<(p|br)\b[^<>]*>", re.IGNORECASE)
_TWICE = re.compile(r"&amp;(?=(#\d{2,6}|[a-z]{2,8}\d*);)", re.IGNORECASE)
"""The name of a character that was escaped once more on its way."""
_AROUND = ("header", "footer", "nav", "body.head", "body.end", "docdata", "head")
"""What introduces a story in its own body, and stands in the facts already."""


def paragraphs_in(element: Element) -> list[Paragraph]:
    """Return the paragraphs of a body in XML, or of the text in an element that holds no others."""
    if len(element) and _MARKED_UP.search("".join(str(part) for part in element.itertext())):
        return paragraphs_of(unescaped(markup_of_element(element)))
    if len(element) and _TWICE.search(markup := markup_of_element(element)):
        return paragraphs_in(html_root_of(_TWICE.sub("&", markup)))
    if len(element):
        around = {one for one in element.iterdescendants() if name_of(one) in _AROUND and not _is_all(one, element)}
        return WebWalker(without=around).read(element)
    return paragraphs_of(element.text or "")


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the paragraphs of a body in a text: HTML where it has tags, else plain."""
    if _TAGS.search(text):
        return paragraphs_in(html_root_of(text))
    return plain_paragraphs(unescaped(text))


def plain_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of plain text."""
    return [Paragraph(0, pieces=[RevisedText(" ".join(one.split()))]) for one in unwrapped(text)]


def _is_all(part: Element, body: Element) -> bool:
    """Return whether a part holds every word of the body, so that it is the story whatever it is called."""
    return len(said_by(part)) >= len(said_by(body))


def known_xml(text: str) -> bool:
    """Return whether a text is NITF of its own, as ninjs 3 carries it."""
    return "<nitf" in text[:2000]
