"""What goes back into the document that a story came in: every change by who made it when, and what was noted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.readers.document import Document, DocumentPart
from desk.review.comments import Placed, Remark, Sort
from desk.services.from_document import comment_ids
from desk.text.blocks import Block
from desk.text.links import Links, links_of
from desk.text.moments import iso_to_the_second
from desk.text.spans import Span
from desk.writers.edits import Edits, ParagraphPlace, ReturnedRemark, ReturnRound, Signature, signature_of
from desk.writers.history import changes_by_version, softened
from desk.writers.link_history import links_by_version
from desk.writers.paragraph_places import hardened, places_in
from desk.writers.places import comparable, occurrence

RETURNED = ("docx", "odt")
"""Formats that take tracked changes back."""
_NOBODY = "Somebody"
_NOTES = (DocumentPart.FOOTNOTE, DocumentPart.ENDNOTE)


@dataclass(frozen=True, slots=True)
class VersionText:
    """One version of a story: its text, who made it, when, and where its words lead."""

    text: str
    who: str
    when: datetime
    links: Links = ()


def change_rounds(document: Document, versions: Sequence[VersionText]) -> list[ReturnRound]:
    """Return what the versions since a document changed of its text for good; the first of them is its own text."""
    is_own = versions[0].text == document.text
    later = versions[1:] if is_own else versions
    texts = _softened(document, [version.text for version in later])
    first = versions[0].links if is_own else links_of_document(document)
    edits = changes_by_version(texts)
    edits += [Edits(links=one) for one in links_by_version(texts, [first, *(version.links for version in later)])]
    return [
        ReturnRound(edit, _signature(version.who, version.when))
        for edit, version in zip(edits, [*later, *later], strict=True)
        if edit
    ]


def links_of_document(document: Document) -> Links:
    """Return where the words of a document lead, as a story keeps it."""
    return links_of(document.text, ((link.start, link.end, link.href) for link in document.links))[0]


def _softened(document: Document, later: Sequence[str]) -> list[str]:
    """Return the text of a document and later ones, their line ends soft where a paragraph of it has them."""
    return softened([document.text, *later], ((block.start, block.end) for block in document.blocks))


def _notes(document: Document) -> set[str]:
    """Return what the notes of a document say, as it is compared."""
    return {comparable(document.text[b.start : b.end]) for b in document.blocks if b.part in _NOTES}


# -- Comments --------------------------------------------------------------------------------------------------------


def remark_rounds(document: Document, comments: Iterable[Placed], text: str) -> list[ReturnRound]:
    """Return what was noted on a text since it came, each remark by who made it; what came with it is there already.

    A comment on words of a note stands at the last paragraph before the notes: a note takes none from here.
    """
    paragraphs, ids = places_in(_softened(document, [text])[-1]), comment_ids(document)
    notes = _notes(document)
    paragraphs = [one for one in paragraphs if one[1].paragraph not in notes]
    settled = {one.id for one in document.comments if one.done}
    rounds = []
    for placed in comments:
        came = ids.get((placed.thread.who, placed.thread.words), "")
        for remark in placed.thread.remarks:
            there_already = came and ((remark.who, remark.words) in ids or _settles(remark, came in settled))
            if paragraphs and remark.sort is not Sort.REOPENED and not there_already:
                told = _remark(remark, placed, paragraphs, came or placed.thread.id)
                rounds.append(ReturnRound(Edits(remarks=(told,)), _signature(remark.who.name, remark.when)))
    return rounds


def _settles(remark: Remark, settled: bool) -> bool:
    return settled and remark.sort is Sort.RESOLVED


def _remark(
    remark: Remark, placed: Placed, paragraphs: Sequence[tuple[Block, ParagraphPlace]], thread: str
) -> ReturnedRemark:
    if remark.sort is not Sort.OPENED:
        return ReturnedRemark(ParagraphPlace(""), "", remark.words, thread, done=remark.sort is Sort.RESOLVED)
    block, place = _paragraph_at(paragraphs, placed.span.start)
    start, end = max(placed.span.start, block.start), min(placed.span.end, block.end)
    words = hardened(block.text)
    on = Span(start, end).shifted(-block.start).of(words) if start < end else ""
    nth = occurrence(on, words, start - block.start) if on.strip() else 0
    return ReturnedRemark(place, on if on.strip() else "", remark.words, on_nth=nth, name=thread)


def _paragraph_at(paragraphs: Sequence[tuple[Block, ParagraphPlace]], point: int) -> tuple[Block, ParagraphPlace]:
    """Return the paragraph at a place, the last before it where none is."""
    before = [one for one in paragraphs if one[0].start <= point]
    return before[-1] if before else paragraphs[0]


def _signature(who: str, when: datetime) -> Signature:
    return signature_of(who.strip() or _NOBODY, iso_to_the_second(when))
