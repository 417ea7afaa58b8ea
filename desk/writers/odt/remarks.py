"""Comments at words of an OpenDocument text, and comments that answer others (ODF 1.3 part 3, 14.1 to 14.3)."""

from itertools import count

from desk.errors import KnownError
from desk.readers.gathered import Comment
from desk.readers.odt.names import DC, OFFICE, TEXT
from desk.readers.safe_xml import Element
from desk.writers.edits import ReturnedRemark, Signature
from desk.writers.odt.passages import OpenPassage
from desk.writers.odt.words import said
from desk.writers.places import found
from desk.writers.xml import added, made

_NAME = OFFICE + "name"
_LOEXT = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
_SPACES: dict[str | None, str] = {"dc": DC[1:-1], "loext": _LOEXT}


class OpenRemarks:
    """Puts comments of one person into a document."""

    def __init__(self, body: Element, comments: list[Comment], signature: Signature) -> None:
        self._body = body
        self._comments = {one.id: one.source for one in comments if isinstance(one.source, Element)}
        self._signature = signature
        taken = {name for one in body.iter(OFFICE + "annotation") if (name := one.get(_NAME))}
        self._free = (name for n in count(1) if (name := f"copydesk-{n}") not in taken)

    def put(self, passage: OpenPassage, remark: ReturnedRemark) -> str:
        """Put a comment at its words and return its name; raises `KnownError` where they do not stand there."""
        place = found(remark.on or passage.text, passage.text, remark.on_nth)
        spots = [] if place is None else passage.touching(place)
        if not spots:
            raise KnownError(f"The comment on “{remark.on}” finds no such words in its paragraph: choose others.")
        name = next(self._free)
        spots[0].element.addprevious(self._written(remark, name))
        spots[-1].element.addnext(made(OFFICE + "annotation-end", {_NAME: name}))
        return name

    def answer(self, remark: ReturnedRemark) -> None:
        """Put an answer where the comment stands that it answers; raises `KnownError` where there is none."""
        asked = self._comments.get(remark.answers)
        if asked is None:
            raise KnownError(f"There is no comment {remark.answers} to answer: read the document again.")
        if not asked.get(_NAME):
            asked.set(_NAME, next(self._free))
        if remark.done:
            asked.set(f"{{{_LOEXT}}}resolved", "true")
        if not remark.text.strip():
            return
        name = next(self._free)
        written = self._written(remark, name)
        written.set(f"{{{_LOEXT}}}parent-name", asked.get(_NAME, ""))
        asked.addnext(written)
        ends = (one for one in self._body.iter(OFFICE + "annotation-end") if one.get(_NAME) == asked.get(_NAME))
        end = next(ends, None)
        if end is not None:
            end.addnext(made(OFFICE + "annotation-end", {_NAME: name}))

    def _written(self, remark: ReturnedRemark, name: str) -> Element:
        note = made(OFFICE + "annotation", {_NAME: name}, spaces=_SPACES)
        added(note, DC + "creator", text=self._signature.author)
        added(note, DC + "date", text=self._signature.date)
        for line in remark.text.split("\n"):
            added(note, TEXT + "p").extend(said(line))
        return note
