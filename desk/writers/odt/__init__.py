"""Edits and comments put back into the OpenDocument text that they were made from, as tracked changes."""

from collections.abc import Iterable

from desk.readers.archive import Archive
from desk.readers.odt import OpenedText, opened_odt
from desk.readers.odt.body import OpenStoryReader
from desk.readers.safe_xml import Element
from desk.writers.edits import (
    AS_IT_IS,
    ReturnChoices,
    ReturnedDocument,
    ReturnRound,
    Signature,
    of_the_program,
)
from desk.writers.odt.changes import OpenChangeList, accept_all
from desk.writers.odt.links import OpenLinks
from desk.writers.odt.paragraphs import OpenParagraphs
from desk.writers.odt.passages import OpenPassage
from desk.writers.odt.remarks import OpenRemarks
from desk.writers.odt.tracked import OpenTracker
from desk.writers.odt.words import unwrap_words, wrap_words
from desk.writers.passages import Passages, Pen
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
        for step in one.edits.breaks:
            passages, pen = _at_work(opened, one.signature, names)
            passages.write_break(step, pen)
        passages, pen = _at_work(opened, one.signature, names)
        passages.write(one.edits, pen)
        if one.edits.links:
            passages, pen = _at_work(opened, one.signature, names)
            passages.write_links(one.edits.links, pen)
        OpenChangeList(opened.body, one.signature).drop_passing()
        signature = one.signature
    if choices.findings:
        passages, pen = _at_work(opened, of_the_program(signature), names)
        unplaced = passages.write_what_fits(choices.findings, pen)
    unwrap_words(opened.content)
    changed = {"content.xml": opened.content}
    if choices.clean:
        accept_all(opened.content)
        if opened.styles is not None and _has_changes(opened.styles):
            accept_all(opened.styles)
            changed["styles.xml"] = opened.styles
    return ReturnedDocument(repacked(raw, {name: serialized(root) for name, root in changed.items()}), unplaced)


def _at_work(
    opened: OpenedText, signature: Signature, names: dict[str, str]
) -> tuple[Passages[OpenPassage], Pen[OpenPassage]]:
    """Return the passages as the document is now, and the pen of one person; reading them finds the comments."""
    context = opened.context()
    paragraphs = OpenStoryReader(context).paragraphs(opened.body)
    passages = Passages(OpenPassage, paragraphs, context.notes)
    changes = OpenChangeList(opened.body, signature)
    tracker = OpenTracker(changes)
    remarks = OpenRemarks(opened.body, context.comments, signature)
    links = OpenLinks(changes, tracker)
    return passages, Pen(tracker, OpenParagraphs(changes, tracker), links, remarks, names)


def _has_changes(root: Element) -> bool:
    return next(root.iter("{*}tracked-changes"), None) is not None
