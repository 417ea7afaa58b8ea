"""Edits and comments put back into the Word file that they were made from, as tracked changes."""

from collections import Counter, defaultdict

from desk.errors import KnownError
from desk.readers.docx.body import StoryReader
from desk.readers.docx.context import Context
from desk.readers.docx.names import child
from desk.text.words import shortened
from desk.writers.docx.ids import Ids
from desk.writers.docx.parts import Parts
from desk.writers.docx.passages import WordPassage, boxes_of, passages_of
from desk.writers.docx.remarks import Remarks
from desk.writers.docx.tracked import Tracker
from desk.writers.edits import Edits, ParagraphPlace, Signature
from desk.writers.places import Rewriting, comparable

__all__ = ["returned_docx"]


def returned_docx(raw: bytes, edits: Edits, signature: Signature) -> bytes:
    """Return the Word file with these edits tracked and these comments at their words, everything else as it was.

    Raises `KnownError` where words to change do not stand in it; then nothing of it is to be written.
    """
    parts = Parts(raw)
    main = parts.root(parts.package.main)
    body = child(main, "body")
    if body is None:
        raise KnownError("The file holds no Word document: ask for it again as .docx.")
    paragraphs = StoryReader(Context(parts.package), body).paragraphs()
    passages = _Passages([*passages_of(paragraphs), *boxes_of(paragraphs)])
    has_comments = bool(parts.package.name_of("comments"))
    ids = Ids(main, parts.of_kind("comments") if has_comments else None)
    _comment(passages, edits, Remarks(parts, main, signature, ids))
    _edit(passages, edits, Tracker(signature, ids))
    return parts.written()


class _Passages:
    """The passages of a document by their words."""

    def __init__(self, passages: list[WordPassage]) -> None:
        self._whole = _numbered([passage.key for passage in passages], passages)
        self._lean = _numbered([passage.words_alone for passage in passages], passages)

    def at(self, place: ParagraphPlace) -> WordPassage:
        """Return the passage at a place; raises `KnownError` where there is none."""
        key = comparable(place.paragraph), place.nth
        passage = self._whole.get(key) or self._lean.get(key)
        if passage is None:
            raise KnownError(
                f"The document holds no paragraph “{shortened(place.paragraph, 60)}”"
                f"{f' for the {place.nth + 1}. time' if place.nth else ''}: "
                "the edits were made on another version, so read it again and make them anew."
            )
        return passage


def _numbered(keys: list[str], passages: list[WordPassage]) -> dict[tuple[str, int], WordPassage]:
    seen: Counter[str] = Counter()
    numbered = {}
    for key, passage in zip(keys, passages, strict=True):
        numbered[key, seen[key]] = passage
        seen[key] += 1
    return numbered


def _comment(passages: _Passages, edits: Edits, remarks: Remarks) -> None:
    for remark in edits.remarks:
        if remark.answers:
            remarks.answer(remark)
        else:
            remarks.put(passages.at(remark.place), remark)


def _edit(passages: _Passages, edits: Edits, tracker: Tracker) -> None:
    wanted: defaultdict[ParagraphPlace, list[tuple[str, str]]] = defaultdict(list)
    for edit in edits.edits:
        wanted[edit.place].append((edit.old, edit.new))
    for place, changes in wanted.items():
        passage = passages.at(place)
        rewriting = Rewriting(passage.text)
        for old, new in changes:
            rewriting.replace(old, new)
        tracker.change(passage, rewriting.pieces())
