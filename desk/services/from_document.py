"""What a story takes from the document it came in: the text before its tracked changes, and its comments.

Names in a document are whatever somebody typed: who did something there is never one of the desk's people, whatever
they are called (`people.stranger`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from desk.readers.document import Document, DocumentComment, Region
from desk.readers.draft import FileDraft
from desk.review import comments
from desk.review.comments import MOST_WORDS, Anchor, CommentThread, Remark, Sort
from desk.review.people import Actor, stranger
from desk.store.records.values import FirstHand
from desk.text.carried_links import carried_links
from desk.text.moments import from_iso, from_iso_here, now, to_the_minute_there
from desk.text.spans import Span
from desk.text.words import plural, shortened

EARLIER = "earlier hand"
_MOST_NAMED = 3
_MOST_OF_A_NAME = 60
_MOST_TOLD = 200
_FACTS = (("embargo", "embargo"), ("editors_note", "editor’s note"), ("usage", "usage"), ("byline", "byline"))
"""What a wire says of a story that no editor may miss."""
_FIRST_WORD = datetime(1990, 1, 1, tzinfo=UTC)
"""No word processor wrote the time of a change before; what claims to be older, or of tomorrow, is of now."""


def first_hand(draft: FileDraft) -> FirstHand | None:
    """Return how a draft's text was before its tracked changes and who made them; None where it has none."""
    document = draft.document
    if document is None or not document.original.strip() or document.original == document.text:
        return None
    many = plural(_changes(document), "tracked change")
    links = carried_links(draft.links, document.text, document.original)
    return FirstHand(document.original, stranger(EARLIER), stranger(_authors(document)), f"came with {many}", links)


def told(document: Document) -> tuple[str, ...]:
    """Return in sentences what came with a document besides its text: what its wire says, tracked changes, comments."""
    facts = [f"{words}: {_fact(key, fact)}" for key, words in _FACTS if (fact := document.metadata.get(key))]
    wire = (f"The file says – {'; '.join(facts)}.",) if facts else ()
    return (*wire, *_marked_up(document))


def _fact(key: str, words: str) -> str:
    moment = from_iso_here(words) if key == "embargo" else None
    return shortened(words, _MOST_TOLD) if moment is None else f"until {to_the_minute_there(moment)}"


def _marked_up(document: Document) -> tuple[str, ...]:
    said = []
    if document.original.strip() and document.original != document.text:
        many, by = plural(_changes(document), "tracked change"), _authors(document)
        said.append(f"This document came with {many} by {by}: the story begins with the text before them.")
    if document.comments:
        many, by = plural(len(document.comments), "comment"), _listed(each.author for each in document.comments)
        said.append(f"It came with {many} by {by}.")
    return (" ".join(said),) if said else ()


def remarks_of(document: Document, text: str, version: int) -> tuple[Remark, ...]:
    """Return a document's comments as remarks on a version with this text, each thread in its order, without a story.

    A comment that stands at no words is at those of its paragraph; one without words of its own is left out.
    """
    answers: dict[str, list[DocumentComment]] = {}
    roots, known = _roots(document.comments)
    for each in document.comments:
        if known[each.id] != each.id:
            answers.setdefault(known[each.id], []).append(each)
    out: list[Remark] = []
    for root in roots:
        anchor = _anchor(document, text, root)
        if anchor is not None and root.text.strip():
            out += _thread(root, answers.get(root.id, ()), anchor, version)
    return tuple(out)


def new_remarks(remarks: Iterable[Remark], threads: Iterable[CommentThread]) -> Iterator[Remark]:
    """Yield the remarks of the threads that a story does not have yet, by who opened them with which words."""
    known = {(thread.who, thread.words) for thread in threads}
    taken = set()
    for remark in remarks:
        if remark.sort is Sort.OPENED and (remark.who, remark.words) not in known:
            taken.add(remark.id)
        if remark.thread in taken:
            yield remark


def comment_ids(document: Document) -> dict[tuple[Actor, str], str]:
    """Return the ids that a document's comments and answers have in it, by who made them with which words."""
    return {(_who(one), _words(one)): one.id for one in document.comments}


def _changes(document: Document) -> int:
    return len(document.insertions) + len(document.deletions)


def _authors(document: Document) -> str:
    return _listed([*(i.author for i in document.insertions), *(d.author for d in document.deletions)])


def _listed(names: Iterable[str]) -> str:
    """Return some names as words, each once, the first of many."""
    each = list(dict.fromkeys(_name(name) for name in names))
    if len(each) > _MOST_NAMED:
        each[_MOST_NAMED - 1 :] = [plural(len(each) - _MOST_NAMED + 1, "other")]
    return " and ".join(part for part in (", ".join(each[:-1]), each[-1]) if part)


def _name(name: str) -> str:
    return shortened(" ".join(name.split()), _MOST_OF_A_NAME) or "somebody without a name"


def _roots(every: Sequence[DocumentComment]) -> tuple[list[DocumentComment], dict[str, str]]:
    """Return the comments that answer none, and for each comment the one at the head of its thread."""
    parents = {each.id: each.parent for each in every}
    known = {}
    for each in every:
        at, seen = each.id, {each.id}
        while (above := parents.get(at, "")) in parents and above not in seen:
            at = above
            seen.add(at)
        known[each.id] = at
    return [each for each in every if known[each.id] == each.id], known


def _thread(
    root: DocumentComment, answers: Sequence[DocumentComment], anchor: Anchor, version: int
) -> Iterator[Remark]:
    first = comments.opened("", _who(root), _words(root), anchor, version, _when(root))
    yield first
    thread = CommentThread(anchor, (first,))
    for answer in answers:
        if answer.text.strip():
            yield comments.answered(thread, _who(answer), _words(answer), _when(answer))
    if root.done:
        last = answers[-1] if answers else root
        yield comments.resolved(thread, stranger("Somebody"), when=_when(last))


def _who(comment: DocumentComment) -> Actor:
    return stranger(_name(comment.author))


def _words(comment: DocumentComment) -> str:
    return comment.text.strip()[:MOST_WORDS]


def _when(comment: DocumentComment) -> datetime:
    with suppress(ValueError, OverflowError):
        when = from_iso(comment.date)
        if _FIRST_WORD <= when <= now() + timedelta(days=1):
            return when
    return now()


def _anchor(document: Document, text: str, comment: DocumentComment) -> Anchor | None:
    """Return the words of a comment, those of its paragraph where it has none; None where there are none at all."""
    span = Span(comment.start, comment.end)
    if not span.of(text).strip():
        at = bisect_right(document.blocks, comment.start, key=_start) - 1
        if at < 0:
            return None
        span = Span(document.blocks[at].start, document.blocks[at].end)
    return comments.anchored(text, span)


def _start(region: Region) -> int:
    return region.start
