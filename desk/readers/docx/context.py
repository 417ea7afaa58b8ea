"""What reading one Word file needs at hand everywhere, and what it noticed on the way."""

from collections import Counter
from collections.abc import Iterator
from itertools import count

from desk.readers.docx.names import W, child
from desk.readers.docx.numbering import Numbering
from desk.readers.docx.package import Relation, WordPackage
from desk.readers.docx.styles import Styles
from desk.readers.gathered import Hand
from desk.readers.safe_xml import Element


class Context:
    """Styles, lists and relations of one document; `noticed` counts what the user must be told of."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self.styles = Styles(package.part("styles"))
        self.numbering = Numbering(package.part("numbering"), self.styles)
        self.relations: dict[str, Relation] = package.relations
        self.noticed: Counter[str] = Counter()
        self._flows = count()

    def next_flow(self) -> int:
        """Return a number for a run of paragraphs that may run into one another."""
        return next(self._flows)


def hand_of(element: Element, *, move: bool = False) -> Hand:
    """Return who made the revision that an element stands for, and when."""
    return Hand(element.get(W + "author", ""), element.get(W + "date", ""), move)


def revision(properties: Element | None, kinds: tuple[tuple[str, bool], ...]) -> Hand | None:
    """Return the first revision of these kinds (name, whether it is one end of a move) among properties."""
    for name, move in kinds:
        if (found := child(properties, name)) is not None:
            return hand_of(found, move=move)
    return None


def warnings(noticed: Counter[str]) -> Iterator[str]:
    """Yield a sentence for each thing that was noticed."""
    for what, sentence in _SENTENCES.items():
        if noticed[what]:
            yield sentence


_SENTENCES = {
    "hidden": "The document holds hidden text, which is left out.",
    "outside": "The document points to parts outside of it (pictures, templates, links to files); none was fetched.",
    "chunk": "The document holds another file as a part of its text; that part is not read.",
    "object": "The document holds embedded objects (sheets, drawings); their content is not read.",
    "macros": "The document holds macros; none is run.",
}
