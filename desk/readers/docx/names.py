"""Names of WordprocessingML (ECMA-376 part 1) as lxml has them, and how its attributes are read."""

from desk.readers.safe_xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
XML = "{http://www.w3.org/XML/1998/namespace}"

_OFF = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child by its Word names, one below the other, or None where one lacks."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(W + name), None)
    return element


def value(element: Element | None, *path: str) -> str:
    """Return the attribute `w:val` of what stands at the path, an empty string where there is none."""
    found = child(element, *path)
    return "" if found is None else found.get(W + "val", "")


def number(text: str, default: int = 0) -> int:
    """Return a decimal number of the file, the default where it is none."""
    try:
        return int(text)
    except ValueError:
        return default


def switch(element: Element | None, name: str) -> bool | None:
    """Return what an on-off property says, None where it says nothing."""
    found = child(element, name)
    return None if found is None else found.get(W + "val", "1").lower() not in _OFF
