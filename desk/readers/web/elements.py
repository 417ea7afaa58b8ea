"""An element by itself: its name and its words."""

import re

from desk.readers.safe_xml import Element

_BLANKS = re.compile(r"\s+")


def name_of(element: Element) -> str:
    """Return the name of an element in small letters without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1].lower()


def said_by(element: Element | None) -> str:
    """Return the words in an element, white space as one blank."""
    if element is None:
        return ""
    return _BLANKS.sub(" ", "".join(str(part) for part in element.itertext())).strip()


def whole_number(text: str | None, otherwise: int) -> int:
    """Return a whole number of at most six digits: a file may claim any."""
    plain = (text or "").strip()
    return int(plain) if plain.removeprefix("-").isdecimal() and len(plain) < 8 else otherwise
