"""Edits and comments put back into the OpenDocument text that they were made from, as tracked changes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from desk.readers.archive import Archive
from desk.readers.odt import opened_odt
from desk.readers.odt.body import OpenStoryReader
from desk.readers.odt.context import OpenContext
from desk.readers.safe_xml import Element
from desk.text.wording import Piece
from desk.writers.edits import (
    AS_IT_IS,
    ReturnChoices,
    ReturnedDocument,
    ReturnedRemark,
    ReturnRound,
    Signature,
    of_the_program,
)
from desk.writers.odt.changes import OpenChangeList, accept_all
from desk.writers.odt.paragraphs import OpenParagraphs
from desk.writers.odt.passages import OpenPassage
from desk.writers.odt.remarks import OpenRemarks
from desk.writers.odt.tracked import OpenTracker
from desk.writers.odt.words import unwrap_words, wrap_words
from desk.writers.passages import Passages
from desk.writers.raw_zip import repacked
from desk.writers.xml import serialized

__all__ = ["returned_odt"]


def returned_odt(raw: bytes, rounds: Iterable[ReturnRound], choices: ReturnChoices = AS_IT_IS) -> ReturnedDocument:
    """Return the OpenDocument text with these edits tracked and these comments at their words, all else as it was.

    Raises `KnownError` where words to change do not stand in it; then nothing of it is to be written.
    """
    opened = opened_odt(Archive(raw))
    wrap_words(opened.body)
    unplaced, signature = 0, None
    names: dict[str, str] = {}
    for one in rounds:
        pen = _OpenPen(opened.body, opened.context(), one.signature, names)
        pen.passages.write(one.edits, pen)
        signature = one.signature
    if choices.findings:
        pen = _OpenPen(opened.body, opened.context(), of_the_program(signature), names)
        unplaced = pen.passages.write_what_fits(choices.findings, pen)
    unwrap_words(opened.content)
    changed = {"content.xml": opened.content}
    if choices.clean:
        accept_all(opened.content)
        if opened.styles is not None and _has_changes(opened.styles):
            accept_all(opened.styles)
            changed["styles.xml"] = opened.styles
    return ReturnedDocument(repacked(raw, {name: serialized(root) for name, root in changed.items()}), unplaced)


class _OpenPen:
    """Writes what one person changed and noted; finds the passages as the document is now.

    `names` holds the comments that were given names, by their ids.
    """

    def __init__(self, body: Element, context: OpenContext, signature: Signature, names: dict[str, str]) -> None:
        self.passages = Passages(OpenPassage, OpenStoryReader(context).paragraphs(body))
        changes = OpenChangeList(body, signature)
        self._tracker = OpenTracker(changes)
        self._paragraphs = OpenParagraphs(changes, self._tracker)
        self._names = names
        self._remarks = OpenRemarks(body, context.comments, signature)

    def change(self, passage: OpenPassage, pieces: list[Piece]) -> None:
        """Take words out of a passage and put others in."""
        self._tracker.change(passage, pieces)

    def remark(self, passage: OpenPassage, remark: ReturnedRemark) -> None:
        """Put a comment at its words."""
        number = self._remarks.put(passage, remark)
        if remark.name:
            self._names[remark.name] = number

    def answer(self, remark: ReturnedRemark) -> None:
        """Put an answer where the comment stands that it answers."""
        self._remarks.answer(replace(remark, answers=self._names.get(remark.answers, remark.answers)))

    def add(self, after: OpenPassage | None, before: OpenPassage | None, texts: Sequence[str]) -> None:
        """Put paragraphs in, behind one passage and before another."""
        self._paragraphs.add(after, before, texts)

    def take(self, passage: OpenPassage) -> None:
        """Take a whole paragraph out."""
        self._paragraphs.take(passage)


def _has_changes(root: Element) -> bool:
    return next(root.iter("{*}tracked-changes"), None) is not None
