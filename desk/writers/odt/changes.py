"""The tracked changes at the top of an OpenDocument text, and the marks that point to them (ODF 1.3 part 3, 5.5)."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

from desk.readers.gathered import Hand, Hands
from desk.readers.odt.names import DC, OFFICE, TEXT, XML, said
from desk.readers.safe_xml import Element
from desk.writers.edits import Signature
from desk.writers.xml import added, attributes_of, made, remove

CHANGE_START, CHANGE_END, CHANGE = (TEXT + name for name in ("change-start", "change-end", "change"))
_MARKS = (CHANGE_START, CHANGE_END, CHANGE)
_LIST = TEXT + "tracked-changes"
_IDS = (TEXT + "id", XML + "id", TEXT + "change-id")
_DC: dict[str | None, str] = {"dc": DC[1:-1]}


class OpenChangeList:
    """Adds changes of one person to the list of a document."""

    def __init__(self, body: Element, signature: Signature) -> None:
        self._body = body
        self._signature = signature
        taken = {name for one in body.iter("*") for key in _IDS if (name := one.get(key))}
        self._free = (name for n in count(1) if (name := f"ct{n}") not in taken)

    def is_own(self, hands: Hands) -> bool:
        """Return whether this person put words in by this very signature, and nobody took them out."""
        return hands == Hands(Hand(self._signature.author, self._signature.date))

    def inserted(self) -> tuple[Element, Element]:
        """Return the two marks between which new words are to stand."""
        name, region = self._region()
        _signed(region, "insertion", self._signature.author, self._signature.date)
        return made(CHANGE_START, {TEXT + "change-id": name}), made(CHANGE_END, {TEXT + "change-id": name})

    def deleted(self, before: Hand | None) -> tuple[Element, Element]:
        """Return the mark of words that are taken out, and the element of the list that is to hold them.

        Words that another hand had put in are told as both. The schema knows one kind of change a region; LibreOffice
        writes the second behind the first, and read otherwise it would show them when all changes are rejected.
        """
        name, region = self._region()
        deletion = _signed(region, "deletion", self._signature.author, self._signature.date)
        if before is not None:
            _signed(region, "insertion", before.author, before.date)
        return made(CHANGE, {TEXT + "change-id": name}), deletion

    def own_deletion_at(self, mark: Element) -> Element | None:
        """Return the element of the list that holds what was taken out at a mark, if this person alone changed it."""
        name = mark.get(TEXT + "change-id", "")
        found = (one for one in self._list() if name in (one.get(XML + "id"), one.get(TEXT + "id")))
        region = next(found, None)
        if region is None or len(region) != 1 or region[0].tag != TEXT + "deletion":
            return None
        return region[0] if self._is_signed(region[0]) else None

    def drop_passing(self) -> None:
        """Leave no trace of words that this person put in and took out at one time: nobody else ever saw them."""
        found = self._body.find(_LIST)
        own = [] if found is None else [one for one in found if all(map(self._is_signed, one))]
        marks: defaultdict[str, list[Element]] = defaultdict(list)
        for mark in self._body.iter(*_MARKS) if own else ():
            marks[mark.get(TEXT + "change-id", "")].append(mark)
        for region in sorted(own, key=len, reverse=True):  # what was taken out first, which leaves insertions empty
            around = marks[region.get(XML + "id", "") or region.get(TEXT + "id", "")]
            if len(region) == 2 or _holds_nothing(around):
                for element in (*around, region):
                    remove(element)

    def _is_signed(self, change: Element) -> bool:
        info = change.find(OFFICE + "change-info")
        told = (said(info, DC + "creator"), said(info, DC + "date"))
        return told == (self._signature.author, self._signature.date)

    def _region(self) -> tuple[str, Element]:
        name = next(self._free)
        return name, added(self._list(), TEXT + "changed-region", {XML + "id": name, TEXT + "id": name})

    def _list(self) -> Element:
        found = self._body.find(_LIST)
        if found is None:
            found = made(_LIST, {TEXT + "track-changes": "false"})  # nobody recorded changes, nor is it begun here
            first = self._body.find(OFFICE + "forms")
            self._body.insert(0 if first is None else self._body.index(first) + 1, found)
        return found


def _signed(region: Element, kind: str, author: str, date: str) -> Element:
    change = added(region, TEXT + kind)
    info = added(change, OFFICE + "change-info")
    for name, text in (("creator", author), ("date", date)):
        one = made(DC + name, spaces=_DC)
        one.text = text
        info.append(one)
    return change


def _holds_nothing(marks: Sequence[Element]) -> bool:
    """Return whether these are the marks of an insertion with nothing between."""
    return [one.tag for one in marks] == [CHANGE_START, CHANGE_END] and marks[0].getnext() is marks[1]


def accept_all(root: Element) -> None:
    """Take every tracked change as accepted: what was taken out stands in the list alone."""
    for element in list(root.iter(_LIST, *_MARKS)):
        if element.tail:
            _keep_words_behind(element)
        remove(element)


def _keep_words_behind(element: Element) -> None:
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    elif parent is not None:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None


def bare_copy(element: Element) -> Element:
    """Return an element of the same looks with nothing in it and no name that stands in the text already."""
    kept = attributes_of(element).items()
    return made(str(element.tag), {name: text for name, text in kept if name not in _IDS})
