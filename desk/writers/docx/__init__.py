"""Edits and comments put back into the Word file that they were made from, as tracked changes."""

from collections.abc import Iterable

from desk.errors import KnownError
from desk.readers.docx.body import StoryReader
from desk.readers.docx.comments import notes_of
from desk.readers.docx.context import Context
from desk.readers.docx.names import child
from desk.readers.safe_xml import Element
from desk.writers.docx.accepted import accept_all
from desk.writers.docx.box_copies import BoxCopies
from desk.writers.docx.ids import Ids
from desk.writers.docx.links import WordLinks
from desk.writers.docx.paragraphs import WordParagraphs
from desk.writers.docx.parts import Parts
from desk.writers.docx.passages import WordPassage
from desk.writers.docx.remarks import Remarks
from desk.writers.docx.tracked import Tracker, drop_passing
from desk.writers.edits import (
    AS_IT_IS,
    ReturnChoices,
    ReturnedDocument,
    ReturnRound,
    Signature,
    of_the_program,
)
from desk.writers.passages import Passages, Pen

__all__ = ["returned_docx"]


def returned_docx(raw: bytes, rounds: Iterable[ReturnRound], choices: ReturnChoices = AS_IT_IS) -> ReturnedDocument:
    """Return the Word file with these edits tracked and these comments at their words, everything else as it was.

    Raises `KnownError` where words to change do not stand in it; then nothing of it is to be written.
    """
    parts = Parts(raw)
    unplaced, signature = 0, None
    names: dict[str, str] = {}
    main = parts.root(parts.package.main)
    copies = BoxCopies(main)
    for one in rounds:
        pen = _pen(parts, one.signature, names)
        for step in one.edits.breaks:
            _passages(parts).write_break(step, pen)
        _passages(parts).write(one.edits, pen)
        if one.edits.links:
            _passages(parts).write_links(one.edits.links, pen)
        for story in (main, *map(parts.of_kind, ("footnotes", "endnotes"))):
            if story is not None:
                drop_passing(story, one.signature)
        signature = one.signature
    if choices.findings:
        pen = _pen(parts, of_the_program(signature), names)
        unplaced = _passages(parts).write_what_fits(choices.findings, pen)
    copies.follow(_ids(parts, main))
    if choices.clean:
        for root in parts.stories():
            accept_all(root)
    return ReturnedDocument(parts.written(), unplaced)


def _passages(parts: Parts) -> Passages[WordPassage]:
    body = child(parts.root(parts.package.main), "body")
    if body is None:
        raise KnownError("The file holds no Word document: ask for it again as .docx.")
    context = Context(parts.package)
    paragraphs = StoryReader(context, body).paragraphs()
    return Passages(WordPassage, paragraphs, notes_of(context, parts.of_kind))


def _ids(parts: Parts, main: Element) -> Ids:
    return Ids(main, *map(parts.of_kind, ("comments", "footnotes", "endnotes")))


def _pen(parts: Parts, signature: Signature, names: dict[str, str]) -> Pen[WordPassage]:
    main = parts.root(parts.package.main)
    ids = _ids(parts, main)
    tracker = Tracker(signature, ids)
    links = WordLinks(parts, tracker, ids)
    return Pen(tracker, WordParagraphs(tracker, main), links, Remarks(parts, main, signature, ids), names)
