"""Edits and comments put back into the Word file that they were made from, as tracked changes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk.errors import KnownError
from desk.readers.docx.body import StoryReader
from desk.readers.docx.context import Context
from desk.readers.docx.names import child
from desk.text.wording import Piece
from desk.writers.docx.accepted import accept_all
from desk.writers.docx.ids import Ids
from desk.writers.docx.paragraphs import WordParagraphs
from desk.writers.docx.parts import Parts
from desk.writers.docx.passages import WordPassage
from desk.writers.docx.remarks import Remarks
from desk.writers.docx.tracked import Tracker
from desk.writers.edits import (
    AS_IT_IS,
    ReturnChoices,
    ReturnedDocument,
    ReturnedRemark,
    ReturnRound,
    Signature,
    of_the_program,
)
from desk.writers.passages import Passages

__all__ = ["returned_docx"]


def returned_docx(raw: bytes, rounds: Iterable[ReturnRound], choices: ReturnChoices = AS_IT_IS) -> ReturnedDocument:
    """Return the Word file with these edits tracked and these comments at their words, everything else as it was.

    Raises `KnownError` where words to change do not stand in it; then nothing of it is to be written.
    """
    parts = Parts(raw)
    unplaced, signature = 0, None
    names: dict[str, str] = {}
    for one in rounds:
        _passages(parts).write(one.edits, _WordPen(parts, one.signature, names))
        signature = one.signature
    if choices.findings:
        pen = _WordPen(parts, of_the_program(signature), names)
        unplaced = _passages(parts).write_what_fits(choices.findings, pen)
    if choices.clean:
        for root in parts.stories():
            accept_all(root)
    return ReturnedDocument(parts.written(), unplaced)


def _passages(parts: Parts) -> Passages[WordPassage]:
    body = child(parts.root(parts.package.main), "body")
    if body is None:
        raise KnownError("The file holds no Word document: ask for it again as .docx.")
    paragraphs = StoryReader(Context(parts.package), body).paragraphs()
    return Passages(WordPassage, paragraphs)


class _WordPen:
    """Writes what one person changed and noted; `names` holds the comments that were given names, by their ids."""

    def __init__(self, parts: Parts, signature: Signature, names: dict[str, str]) -> None:
        main = parts.root(parts.package.main)
        ids = Ids(main, parts.of_kind("comments"))
        self._remarks = Remarks(parts, main, signature, ids)
        self._tracker = Tracker(signature, ids)
        self._paragraphs = WordParagraphs(self._tracker)
        self._names = names

    def change(self, passage: WordPassage, pieces: list[Piece]) -> None:
        """Take words out of a passage and put others in."""
        self._tracker.change(passage, pieces)

    def remark(self, passage: WordPassage, remark: ReturnedRemark) -> None:
        """Put a comment at its words."""
        number = self._remarks.put(passage, remark)
        if remark.name:
            self._names[remark.name] = number

    def answer(self, remark: ReturnedRemark) -> None:
        """Put an answer where the comment stands that it answers."""
        self._remarks.answer(replace(remark, answers=self._names.get(remark.answers, remark.answers)))

    def add(self, after: WordPassage | None, before: WordPassage | None, texts: Sequence[str]) -> None:
        """Put paragraphs in, behind one passage and before another."""
        self._paragraphs.add(after, before, texts)

    def take(self, passage: WordPassage) -> None:
        """Take a whole paragraph out."""
        self._paragraphs.take(passage)
