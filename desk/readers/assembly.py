"""From gathered paragraphs to a document: both views of the text, and every place in code points.

The accepted view leaves out what was taken out and joins paragraphs over marks that were; the original view leaves out
what was put in. A piece that one put in and another took out again stands in neither, and in no list.
"""

from collections.abc import Callable, Iterable, Iterator

from desk.readers.document import Deletion, Document, DocumentComment, DocumentRole, Insertion, Link, Note, Region
from desk.readers.gathered import (
    CommentMark,
    Edge,
    Gathered,
    Hand,
    Hands,
    NoteMark,
    Paragraph,
    RevisedText,
    Target,
)
from desk.text.words import plural, plural_alone

_GAP = "\n\n"
_AROUND_ROWS = " \n"
"""What is taken off a table's ends: its first row may begin with an empty cell."""


def assembled(gathered: Gathered) -> Document:
    """Return what was gathered as a document."""
    accepted, original = _View(gathered, accepted=True), _View(gathered, accepted=False)
    comments, stale = _at_their_words(gathered, accepted)
    return Document(
        text=accepted.text,
        blocks=tuple(accepted.blocks),
        insertions=tuple(accepted.insertions()),
        deletions=tuple(accepted.deletions()),
        comments=comments,
        notes=tuple(accepted.notes),
        links=tuple(Link(start, end, target.href) for start, end, target in accepted.linked if target.is_kept),
        dropped_links=sum(not target.is_kept for _, _, target in accepted.linked),
        metadata=gathered.metadata,
        warnings=(*gathered.warnings, *_stale(stale)),
        original=original.text,
        original_blocks=tuple(original.blocks),
    )


def run_together(paragraphs: list[Paragraph], gone: Callable[[Hands], bool]) -> Iterator[tuple[list[Paragraph], bool]]:
    """Yield the paragraphs that run into one another over `gone` marks, and whether another follows in the flow."""
    group: list[Paragraph] = []
    for i, paragraph in enumerate(paragraphs):
        group.append(paragraph)
        joinable = i + 1 < len(paragraphs) and paragraphs[i + 1].flow == paragraph.flow
        if not (joinable and (paragraph.runs_on or gone(paragraph.mark))):
            yield group, joinable
            group = []


class _View:
    """One view of the text, written block by block; places in `put_in`, `taken_out` and so on are those of its text."""

    def __init__(self, gathered: Gathered, *, accepted: bool) -> None:
        self._accepted = accepted
        self._texts: list[str] = []
        self._length = 0
        self._called: list[tuple[NoteMark, int]] = []
        self.blocks: list[Region] = []
        self.put_in: list[tuple[int, int, Hand]] = []
        self.taken_out: list[tuple[int, str, Hand]] = []
        self.linked: list[tuple[int, int, Target]] = []
        self.marks: dict[tuple[str, Edge], int] = {}
        self.notes: list[Note] = []
        self._write(gathered.paragraphs)
        self._write_notes(gathered)
        self.text = _GAP.join(self._texts)

    def insertions(self) -> Iterator[Insertion]:
        """Yield what was put in, neighbours by one hand as one, nothing behind the end of the text."""
        for start, end, hand in _merged(self.put_in):
            if start < min(end, self._length):
                yield Insertion(start, min(end, self._length), hand.author, hand.date, hand.move)

    def deletions(self) -> Iterator[Deletion]:
        """Yield what was taken out, what stood side by side and was taken out by one hand as one."""
        run: list[str] = []
        for i, (at, text, hand) in enumerate(self.taken_out):
            run.append(text)
            following = self.taken_out[i + 1] if i + 1 < len(self.taken_out) else None
            if following is None or (following[0], following[2]) != (at, hand):
                yield Deletion(min(at, self._length), "".join(run), hand.author, hand.date, hand.move)
                run = []

    def gone(self, hands: Hands) -> bool:
        """Return whether these revisions take a piece out of this view."""
        return (hands.deleted if self._accepted else hands.inserted) is not None

    def _write(self, paragraphs: list[Paragraph]) -> None:
        for group, joinable in run_together(paragraphs, self.gone):
            self._write_block(group, joinable)
            for member in group:
                self._write(member.boxes)

    def _write_block(self, group: list[Paragraph], joinable: bool) -> None:
        """Write paragraphs that run into one; its role is that of the last, whose mark is the one that stayed."""
        raw = "".join(self._shown(group))
        around = _AROUND_ROWS if group[-1].role is DocumentRole.TABLE else None
        text, lead = raw.strip(around), len(raw) - len(raw.lstrip(around))
        base = self._length + len(_GAP) if self._texts else 0
        block = _Block(base, lead, len(text))
        for member in group:
            self._record(member, block)
            if member is not group[-1] and member.mark.deleted and not member.mark.inserted:
                self.taken_out.append((block.place(), _GAP, member.mark.deleted))
        if not text:
            return
        last = group[-1]
        if joinable and last.mark.inserted:
            self.put_in.append((base + len(text), base + len(text) + len(_GAP), last.mark.inserted))
        self._texts.append(text)
        self._length = base + len(text)
        self.blocks.append(Region(base, self._length, last.role, last.level, last.marker, last.part))

    def _shown(self, group: list[Paragraph]) -> Iterator[str]:
        for member in group:
            for piece in member.pieces:
                if isinstance(piece, RevisedText) and not self.gone(piece.hands):
                    yield piece.text

    def _record(self, paragraph: Paragraph, block: "_Block") -> None:
        for piece in paragraph.pieces:
            match piece:
                case RevisedText():
                    self._record_words(piece, block)
                case CommentMark(comment, edge):
                    self.marks.setdefault((comment, edge), block.place())
                case NoteMark(hands=hands) if not self.gone(hands):
                    self._called.append((piece, block.place()))

    def _record_words(self, words: RevisedText, block: "_Block") -> None:
        hands, start = words.hands, block.place()
        if self.gone(hands):
            if hands.deleted and not hands.inserted:
                self.taken_out.append((start, words.text, hands.deleted))
            return
        block.written += len(words.text)
        end = block.place()
        if hands.inserted:
            self.put_in.append((start, end, hands.inserted))
        if words.link and start < end:
            self._link(start, end, words.link)

    def _link(self, start: int, end: int, target: Target) -> None:
        if self.linked and self.linked[-1][1:] == (start, target):
            start = self.linked.pop()[0]
        self.linked.append((start, end, target))

    def _write_notes(self, gathered: Gathered) -> None:
        """Write the notes behind the text in the order in which they are called; one that nobody calls is not shown."""
        written = set()
        for mark, at in self._called:  # grows on the way, where a note calls another
            first = len(self.blocks)
            if (mark.kind, mark.note) not in written:
                self._write(gathered.notes.get((mark.kind, mark.note), []))
            written.add((mark.kind, mark.note))
            words = (self._texts[k] for k in range(first, len(self.blocks)))
            self.notes.append(Note(mark.kind, min(at, self._length), "\n".join(words)))


class _Block:
    """Where the writing stands within one block, whose outer white space is not written."""

    def __init__(self, base: int, lead: int, length: int) -> None:
        self._base, self._lead, self._length = base, lead, length
        self.written = 0

    def place(self) -> int:
        """Return the place in the text of the view."""
        return self._base + min(max(self.written - self._lead, 0), self._length)


def _merged(spans: Iterable[tuple[int, int, Hand]]) -> Iterator[tuple[int, int, Hand]]:
    last: tuple[int, int, Hand] | None = None
    for start, end, hand in spans:
        if last and last[1] == start and last[2] == hand:
            last = (last[0], end, hand)
            continue
        if last:
            yield last
        last = (start, end, hand)
    if last:
        yield last


def _at_their_words(gathered: Gathered, view: _View) -> tuple[tuple[DocumentComment, ...], int]:
    """Return the comments that stand somewhere, and how many do not: an answer stands where its question does."""
    comments = gathered.comments
    places = {comment.id: place for comment in comments if (place := _place(comment.id, view))}
    remarks = []
    first: dict[tuple[int, int], str] = {}
    for one in comments:
        place = places.get(one.id) or places.get(one.parent)
        if place is None:
            continue
        parent = one.parent if gathered.threaded or place[0] == place[1] else first.get(place, "")
        first.setdefault(place, one.id)
        remarks.append(DocumentComment(one.id, one.author, one.date, one.text, *place, parent, one.done))
    return tuple(remarks), len(comments) - len(remarks)


def _place(comment: str, view: _View) -> tuple[int, int] | None:
    start, end, point = (view.marks.get((comment, edge)) for edge in (Edge.START, Edge.END, Edge.POINT))
    first = start if start is not None else point if point is not None else end
    if first is None:
        return None
    last = end if end is not None else point if point is not None else first
    length = len(view.text)
    return min(first, length), min(max(first, last), length)


def _stale(count: int) -> Iterator[str]:
    if count:
        stand, are = plural_alone(count, "stands", "stand"), plural_alone(count, "is", "are")
        yield f"{plural(count, 'comment')} {stand} at no words of the text any more, and {are} left out."
