"""Text boxes among drawings: Word writes each twice, for new readers and for old ones, and one of the two is read."""

from collections.abc import Iterator

from desk.readers.docx.names import MC, M, W
from desk.readers.safe_xml import Element

_CONTENT = W + "txbxContent"


def chosen(alternate: Element) -> Element | None:
    """Return the branch of an `mc:AlternateContent` that is read: the first choice that holds words, else the fallback.

    A choice without words is a drawing, or in a language that came after us; its fallback may still say something.
    """
    branches = [*alternate.findall(MC + "Choice"), *alternate.findall(MC + "Fallback")]
    return next((branch for branch in branches if _has_words(branch)), branches[0] if branches else None)


def boxes_in(picture: Element) -> Iterator[Element]:
    """Yield the content of each text box in a drawing, those within another box left to that one."""
    for element in picture:
        if element.tag == _CONTENT:
            yield element
        elif element.tag == MC + "AlternateContent":
            if (branch := chosen(element)) is not None:
                yield from boxes_in(branch)
        else:
            yield from boxes_in(element)


def _has_words(branch: Element) -> bool:
    return next(branch.iter(W + "t", W + "delText", W + "sym", W + "fldChar", M + "t"), None) is not None
