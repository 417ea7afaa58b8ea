"""Comments at words of a Word file, and comments that answer others (ECMA-376 17.13.4, [MS-DOCX] 2.5.4)."""

from collections.abc import Iterable

from desk.errors import KnownError
from desk.readers.docx.names import MC, W14, W15, W
from desk.readers.safe_xml import Element
from desk.writers.docx.ids import Ids
from desk.writers.docx.parts import Parts
from desk.writers.docx.passages import WordPassage
from desk.writers.docx.runs import run_like
from desk.writers.edits import ReturnedRemark, Signature
from desk.writers.places import found
from desk.writers.xml import added, made

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THREADS = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_SPACES: dict[str | None, str] = {"w": W[1:-1], "mc": MC[1:-1], "w14": W14[1:-1]}
_FIRST_KEY = 0x10000000
"""Keys of paragraphs are eight hexadecimal digits below 0x80000000; ours count from here past those of the file."""


class Remarks:
    """Puts comments of one person into a document."""

    def __init__(self, parts: Parts, main: Element, signature: Signature, ids: Ids) -> None:
        self._parts = parts
        self._main = main
        self._signature = signature
        self._ids = ids
        self._keys = {key for root in (main, parts.of_kind("comments")) for key in _keys(root)}

    def put(self, passage: WordPassage, remark: ReturnedRemark) -> str:
        """Put a comment at its words and return its number; raises `KnownError` where they do not stand there."""
        place = found(remark.on or passage.text, passage.text, remark.on_nth)
        spots = [] if place is None else passage.alone(place.start, place.end, self._ids)
        runs = [run for spot in spots if (run := spot.element.getparent()) is not None and run.tag == W + "r"]
        if not runs:
            raise KnownError(f"The comment on “{remark.on}” finds no such words in its paragraph: choose others.")
        number = self._write(remark)
        self._mark(number, runs[0], runs[-1])
        return number

    def answer(self, remark: ReturnedRemark) -> None:
        """Put an answer where the comment stands that it answers; raises `KnownError` where there is none."""
        asked = self._comment(remark.answers)
        marks = {one.tag: one for one in self._main.iter("*") if one.get(W + "id") == remark.answers}
        sign = marks.get(W + "commentReference")
        run = sign.getparent() if sign is not None else None
        if asked is None or run is None:
            raise KnownError(f"There is no comment {remark.answers} to answer: read the document again.")
        if remark.done:
            self._thread(None, asked, done=True)
        if not remark.text.strip():
            return
        number = self._write(remark)
        self._thread(self._comment(number), asked)
        first, last = marks.get(W + "commentRangeStart"), marks.get(W + "commentRangeEnd")
        if first is not None and last is not None:
            first.addnext(made(W + "commentRangeStart", {W + "id": number}))
            last.addnext(made(W + "commentRangeEnd", {W + "id": number}))
        run.addnext(_reference(number))

    def _mark(self, number: str, first: Element, last: Element) -> None:
        first.addprevious(made(W + "commentRangeStart", {W + "id": number}))
        end = made(W + "commentRangeEnd", {W + "id": number})
        last.addnext(end)
        end.addnext(_reference(number))

    def _write(self, remark: ReturnedRemark) -> str:
        """Write the words of a comment, and return its number."""
        number = self._ids.next()
        said = {W + "id": number, W + "author": self._signature.author, W + "date": self._signature.date}
        comment = added(self._comments(), W + "comment", {**said, W + "initials": self._signature.initials})
        for nth, line in enumerate(remark.text.split("\n")):
            paragraph = added(comment, W + "p")
            if nth == 0:
                added(added(paragraph, W + "r"), W + "annotationRef")
            paragraph.append(run_like(None, line))
        return number

    def _comments(self) -> Element:
        root = self._parts.of_kind("comments")
        if root is None:
            root = made(W + "comments", {MC + "Ignorable": "w14"}, spaces=_SPACES)
            self._parts.add("comments", root, f"{_WORD_TYPE}.comments+xml", f"{_OFFICE}/comments")
        return root

    def _comment(self, number: str) -> Element | None:
        return next((one for one in self._comments() if one.get(W + "id") == number), None)

    def _thread(self, answer: Element | None, asked: Element, *, done: bool = False) -> None:
        root = self._parts.of_kind("commentsExtended")
        if root is None:
            root = made(W15 + "commentsEx", {MC + "Ignorable": "w15"}, spaces=_SPACES | {"w15": W15[1:-1]})
            self._parts.add("commentsExtended", root, f"{_WORD_TYPE}.commentsExtended+xml", _THREADS)
        parent = self._key(asked)
        known = next((one for one in root if one.get(W15 + "paraId", "").upper() == parent.upper()), None)
        if known is None:
            known = added(root, W15 + "commentEx", {W15 + "paraId": parent, W15 + "done": "0"})
        if done:
            known.set(W15 + "done", "1")
        if answer is not None:
            said = {W15 + "paraId": self._key(answer), W15 + "paraIdParent": parent, W15 + "done": "0"}
            added(root, W15 + "commentEx", said)

    def _key(self, comment: Element) -> str:
        """Return the key of a comment's last paragraph, by which its thread is known; a new one where it has none."""
        last = comment.findall(W + "p")[-1]
        key = last.get(W14 + "paraId", "")
        if not key:
            key = next(text for n in range(_FIRST_KEY, 0x80000000) if (text := f"{n:08X}") not in self._keys)
            self._keys.add(key)
            last.set(W14 + "paraId", key)
        return key


def _reference(number: str) -> Element:
    run = made(W + "r")
    added(run, W + "commentReference", {W + "id": number})
    return run


def _keys(root: Element | None) -> Iterable[str]:
    return () if root is None else (key.upper() for p in root.iter(W + "p") if (key := p.get(W14 + "paraId", "")))
