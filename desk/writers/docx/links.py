"""Words of a Word file that are made to lead elsewhere, or nowhere, as tracked changes (ECMA-376 part 1, 17.16.22).

The format tracks no address. So the words are taken out where they led and put in where they lead; rejecting that
brings the old link back. What the same person put in at the same time is led without: it goes as a whole where it is
rejected.
"""

from collections.abc import Iterable, Iterator, Sequence

from desk.readers.docx.names import R, W, child, value
from desk.readers.safe_xml import Element
from desk.text.spans import Span
from desk.writers.docx.ids import Ids
from desk.writers.docx.parts import Parts
from desk.writers.docx.passages import WordPassage
from desk.writers.docx.runs import LINKS, behind_links, run_like, split_above
from desk.writers.docx.tracked import Tracker, behind_field
from desk.writers.passages import Spot, stretches
from desk.writers.xml import added, made, remove

_STYLES = ("hyperlink", "followedhyperlink")
_BLUE = "0563C1"
"""The colour of Word's own style for links, where a document has no such style."""


class WordLinks:
    """Lets words of a document lead elsewhere."""

    def __init__(self, parts: Parts, tracker: Tracker, ids: Ids) -> None:
        self._parts, self._tracker, self._ids = parts, tracker, ids
        self._styles = _link_styles(parts.package.part("styles"))

    def lead(self, passage: WordPassage, span: Span, address: str) -> None:
        """Let words lead to an address, to none of web or mail where it is empty; what leads there stays as it is."""
        spots = passage.alone(span.start, span.end, self._ids)
        for group in stretches([spot for spot in spots if not spot.leads_to(address)]):
            if all(self._tracker.is_own(spot.hands) and not _in_field(spot) for spot in group):
                self._wrap(group, address)
            else:
                self._replace(passage, group, address)

    def _wrap(self, spots: Iterable[Spot], address: str) -> None:
        """Let words that were put in by this person stand in another link, or in none."""
        last: Element | None = None
        for run in _runs(spots):
            split_above(run, self._ids, behind=True)
            revision = split_above(run, self._ids, behind=False)
            _lift(revision)
            self._dress(run, linked=bool(address))
            if address and (last is None or revision.getprevious() is not last):
                last = self._link(run, address)
                revision.addprevious(last)
            if last is not None:
                last.append(revision)

    def _replace(self, passage: WordPassage, spots: list[Spot], address: str) -> None:
        """Take words out and put the same ones in, where they lead elsewhere; what is left of a field goes along."""
        rest = _rest_of_field(passage, spots[-1], self._ids)
        new = [self._put_in(spots, address)]
        if rest and rest[0].link is not None:
            new.append(self._put_in(rest, rest[0].link.href))
        every = [*spots, *rest]
        mark = self._tracker.take_out(passage, "".join(spot.text for spot in every), every)
        if mark is not None:
            anchor = behind_field(behind_links(split_above(mark, self._ids, behind=True)))
            for element in reversed(new):
                anchor.addnext(element)

    def _put_in(self, spots: Sequence[Spot], address: str) -> Element:
        """Return the words of spots as put in, each with its looks, where they lead to an address."""
        revision = self._tracker.revision("ins")
        for spot in spots:
            run = run_like(spot.element.getparent(), spot.text)
            self._dress(run, linked=bool(address))
            revision.append(run)
        if not address:
            return revision
        link = self._link(spots[0].element, address)
        link.append(revision)
        return link

    def _link(self, beside: Element, address: str) -> Element:
        """Return a link for words of the part that an element stands in."""
        name = self._parts.leading_to(self._parts.holding(beside), address)
        return made(W + "hyperlink", {R + "id": name, W + "history": "1"})

    def _dress(self, run: Element, *, linked: bool) -> None:
        """Let words look like a link, or no longer like one."""
        looks = child(run, "rPr")
        if looks is None:
            if not linked:
                return
            looks = made(W + "rPr")
            run.insert(0, looks)
        if linked:
            self._as_link(looks)
        else:
            self._as_words(looks)
            if not len(looks):
                remove(looks)

    def _as_link(self, looks: Element) -> None:
        if child(looks, "rStyle") is None and self._styles:
            looks.insert(0, made(W + "rStyle", {W + "val": self._styles[0]}))
        elif value(looks, "rStyle") not in self._styles:
            for name, said in (("color", _BLUE), ("u", "single")):
                if child(looks, name) is None:
                    added(looks, W + name, {W + "val": said})

    def _as_words(self, looks: Element) -> None:
        styled = value(looks, "rStyle") in self._styles
        for name in ("rStyle",) if styled else ("color", "u"):
            if (said := child(looks, name)) is not None:
                remove(said)


def _link_styles(styles: Element | None) -> list[str]:
    """Return the ids of the styles that dress links, the one for links that nobody followed first."""
    found = [] if styles is None else styles.findall(W + "style")
    named = {value(style, "name").lower(): style.get(W + "styleId", "") for style in found}
    return [named[name] for name in _STYLES if name in named]


def _runs(spots: Iterable[Spot]) -> Iterator[Element]:
    """Yield the runs that spots stand in, each once."""
    last: Element | None = None
    for spot in spots:
        run = spot.element.getparent()
        if run is not None and run is not last:
            yield run
            last = run


def _in_field(spot: Spot) -> bool:
    """Return whether the link of a spot is a field between signs, which cannot be parted."""
    return spot.link is not None and next(spot.element.iterancestors(*LINKS), None) is None


def _rest_of_field(passage: WordPassage, last: Spot, ids: Ids) -> list[Spot]:
    """Return the spots behind one that show the same field."""
    if not _in_field(last):
        return []
    rest = [spot for spot in passage.spots if spot.link is last.link and spot.start >= last.end]
    return passage.alone(rest[0].start, rest[-1].end, ids) if rest else []


def _lift(element: Element) -> None:
    """Let an element stand outside of the links around it; one that then holds nothing goes."""
    parent = element.getparent()
    while parent is not None and parent.tag in LINKS:
        anchor = behind_links(element)
        anchor.addnext(element)
        if not len(parent):
            remove(parent)
        parent = element.getparent()
