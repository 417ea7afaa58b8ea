"""Edits of one passage of an OpenDocument text as tracked changes, as small as the words that changed."""

from desk.errors import KnownError
from desk.readers.odt.names import TEXT, WORDS
from desk.readers.safe_xml import Element
from desk.text.wording import ChangeKind, Piece
from desk.text.words import shortened
from desk.writers.odt.changes import CHANGE_END, CHANGE_START, OpenChangeList, bare_copy
from desk.writers.odt.passages import PARAGRAPHS, OpenPassage, paragraph_of
from desk.writers.odt.words import MIXED, said
from desk.writers.passages import Spot
from desk.writers.xml import remove


class OpenTracker:
    """Writes what one person changed."""

    def __init__(self, changes: OpenChangeList) -> None:
        self._changes = changes

    def change(self, passage: OpenPassage, pieces: list[Piece]) -> None:
        """Take words out of a passage and put others in; raises `KnownError` where a part of a field is meant."""
        removed = {p.old: _reached(passage, p) for p in pieces if p.change is ChangeKind.REMOVED}
        for piece in pieces:
            passage.cut(piece.old.start)
        taken_out = -1
        for piece in pieces:
            if piece.change is ChangeKind.REMOVED:
                self.take_out(removed[piece.old])
                taken_out = piece.old.end
            else:
                self._put_in(passage, piece, replaced=piece.old.start == taken_out)
            passage.keep_blank(piece.old.end)

    def take_out(self, spots: list[Spot]) -> Element | None:
        """Move words into the list of changes, and return the last mark of them; None without words.

        What stands among them (notes, marks of comments) stays.
        """
        mark, holder, hand = None, None, None
        for spot in spots:
            if spot.element is mark:  # a field that says its words in several pieces
                continue
            if mark is None or holder is None or spot.element.getprevious() is not mark or spot.hands.inserted != hand:
                if holder is not None:
                    _tell_blanks(holder)
                hand = spot.hands.inserted
                mark, deletion = self._changes.deleted(hand)
                spot.element.addprevious(mark)
                holder = _like_around(deletion, mark)
            field = spot.element
            holder.append(field)
            for other in spots:
                if other.element is field:
                    other.element = mark
        if holder is not None:
            _tell_blanks(holder)
        return mark

    def _put_in(self, passage: OpenPassage, piece: Piece, *, replaced: bool) -> None:
        before, after = passage.before(piece.old.start), passage.after(piece.old.start)
        if before is not None:
            anchor = before.element if replaced else _outside(before, after)
            start, end = self._changes.inserted()
            for element in reversed([start, *said(piece.text), end]):
                anchor.addnext(element)
            return
        if after is None:
            raise _out_of_reach(passage)
        anchor = after.element
        while (previous := anchor.getprevious()) is not None and previous.tag == CHANGE_START:
            anchor = previous
        start, end = self._changes.inserted()
        for element in [start, *said(piece.text), end]:
            anchor.addprevious(element)


def _reached(passage: OpenPassage, piece: Piece) -> list[Spot]:
    """Return the spots of words to take out; raises `KnownError` where they are a part of a field."""
    spots = passage.within(piece.old)
    meant = {id(spot.element) for spot in spots}
    whole = [spot for spot in passage.spots if id(spot.element) in meant]
    if "".join(spot.text for spot in spots) != piece.text or len(whole) != len(spots):
        raise _out_of_reach(passage)
    return spots


def _like_around(deletion: Element, mark: Element) -> Element:
    """Return an element in a deletion that gives words the looks that they have where the mark stands."""
    around = []
    for one in mark.iterancestors():
        around.append(one)
        if one.tag in PARAGRAPHS:
            break
    holder = deletion
    for one in reversed(around):
        copied = bare_copy(one)
        holder.append(copied)
        holder = copied
    return holder


def _tell_blanks(holder: Element) -> None:
    """Let the blanks at the edges of words that were taken out count."""
    for words in list(holder.iterchildren(WORDS)):
        text = words.text or ""
        if text != text.strip(" "):
            for element in said(text):
                words.addprevious(element)
            remove(words)


def _outside(before: Spot, after: Spot | None) -> Element:
    """Return what words stand behind that follow others: an insertion or a link that ends there is left."""
    anchor = before.element
    while (following := anchor.getnext()) is not None and following.tag == CHANGE_END:
        anchor = following
    if before.link is None or (after is not None and after.link is before.link):
        return anchor
    link = next((one for one in anchor.iterancestors(TEXT + "a") if paragraph_of(one) is paragraph_of(anchor)), None)
    inside = anchor
    while link is not None and inside is not link:
        parent = inside.getparent()
        if inside.getnext() is not None or parent is None or parent.tag not in MIXED:
            return anchor
        inside = parent
    return anchor if link is None else link


def _out_of_reach(passage: OpenPassage) -> KnownError:
    return KnownError(
        f"The words to change in “{shortened(passage.text, 60)}” are a part of a field, "
        "which is not changed from here: make this one change in LibreOffice."
    )
