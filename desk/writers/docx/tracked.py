"""Edits of one passage as tracked changes, as small as the words that changed."""

from desk.errors import KnownError
from desk.readers.docx.names import W
from desk.readers.gathered import Hand, Hands
from desk.readers.safe_xml import Element
from desk.text.wording import ChangeKind, Piece
from desk.text.words import shortened
from desk.writers.docx.ids import Ids
from desk.writers.docx.passages import WordPassage
from desk.writers.docx.runs import run_like, split_above, split_run
from desk.writers.edits import Signature
from desk.writers.passages import Spot
from desk.writers.xml import made, remove

_REMOVABLE = {W + name for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")}
_GONE_WORDS = (_REMOVABLE - {W + "t"}) | {W + "delText", W + "rPr"}


class Tracker:
    """Writes what one person changed."""

    def __init__(self, signature: Signature, ids: Ids) -> None:
        self._signature = signature
        self._ids = ids

    @property
    def ids(self) -> Ids:
        """Return the numbers that nothing of the document has yet."""
        return self._ids

    def change(self, passage: WordPassage, pieces: list[Piece]) -> None:
        """Take words out of a passage and put others in; raises `KnownError` where a formula or a form is meant."""
        removed = [piece for piece in pieces if piece.change is ChangeKind.REMOVED]
        spots = {piece.old: passage.alone(piece.old.start, piece.old.end, self._ids) for piece in removed}
        for piece in pieces:
            passage.cut(piece.old.start, self._ids)
        taken_out = -1
        for piece in pieces:
            if piece.change is ChangeKind.REMOVED:
                self.take_out(passage, piece.text, spots[piece.old])
                taken_out = piece.old.end
            else:
                self._put_in(passage, piece, replaced=piece.old.start == taken_out)

    def revision(self, name: str) -> Element:
        """Return an empty revision of this person: `ins` or `del`."""
        said = {W + "id": self._ids.next(), W + "author": self._signature.author, W + "date": self._signature.date}
        return made(W + name, said)

    def is_own(self, hands: Hands) -> bool:
        """Return whether this person put words in by this very signature, and nobody took them out."""
        own = Hand(self._signature.author, self._signature.date)
        return hands == Hands(own)

    def take_out(self, passage: WordPassage, text: str, spots: list[Spot]) -> Element | None:
        """Take words out that stand in runs of their own, and return the last deletion; None without words.

        Raises `KnownError` where a formula or a form is among them.
        """
        if "".join(spot.text for spot in spots) != text:
            raise _out_of_reach(passage)
        last: Element | None = None
        for spot in spots:
            run = spot.element.getparent()
            if run is None or run.tag != W + "r" or spot.element.tag not in _REMOVABLE:
                raise _out_of_reach(passage)
            if last is None or run.getprevious() is not last:
                last = self.revision("del")
                run.addprevious(last)
            last.append(run)
            if spot.element.tag == W + "t":
                spot.element.tag = W + "delText"
        return last

    def take_sign(self, sign: Element) -> None:
        """Take out what stands in a run and says no words, such as the sign of a note."""
        split_run(sign, self._ids)
        split_run(sign, self._ids, behind=True)
        run = sign.getparent()
        if run is not None and run.tag == W + "r" and next(run.iterancestors(W + "del"), None) is None:
            taken = self.revision("del")
            run.addprevious(taken)
            taken.append(run)

    def _put_in(self, passage: WordPassage, piece: Piece, *, replaced: bool) -> None:
        at = piece.old.start
        before, after = passage.before(at), passage.after(at)
        beside = before or after
        run = beside.element.getparent() if beside else None
        if beside is None or run is None or run.tag != W + "r":
            raise _out_of_reach(passage)
        inserted = self.revision("ins")
        if before is None:
            inserted.append(run_like(run, piece.text))
            split_above(run, self._ids, behind=False).addprevious(inserted)
            return
        anchor = split_above(run, self._ids, behind=True)
        looks: Element | None = run
        if not replaced:
            anchor, looks = self._outside(anchor, run, before, after)
        inserted.append(run_like(looks, piece.text))
        anchor.addnext(inserted)

    def _outside(
        self, anchor: Element, run: Element, before: Spot, after: Spot | None
    ) -> tuple[Element, Element | None]:
        """Return where words go that follow others: behind a link or field that ends there."""
        looks: Element | None = run
        anchor = behind_field(anchor)
        parent = anchor.getparent()
        if parent is not None and parent.tag == W + "hyperlink" and anchor.getnext() is None:
            anchor = split_above(parent, self._ids, behind=True)
        if before.link is not None and (after is None or after.link is not before.link):
            looks = after.element.getparent() if after else _plain_run(anchor)
        return anchor, looks


def drop_passing(story: Element, signature: Signature) -> None:
    """Leave no trace of words that a person put in and took out at one time: nobody else ever saw them."""
    for taken in list(story.iter(W + "del")):
        put_in = taken.getparent()
        if put_in is None or put_in.tag != W + "ins" or not all(_is_signed(one, signature) for one in (taken, put_in)):
            continue
        if all(run.tag == W + "r" and all(one.tag in _GONE_WORDS for one in run) for run in taken):
            remove(taken)
        if not len(put_in):
            remove(put_in)


def _is_signed(revision: Element, signature: Signature) -> bool:
    return (revision.get(W + "author"), revision.get(W + "date")) == (signature.author, signature.date)


def behind_field(anchor: Element) -> Element:
    """Return the end of the fields that end at a place, the place itself where none does."""
    while (following := anchor.getnext()) is not None and _ends_field(following):
        anchor = following
    return anchor


def within_field(run: Element) -> bool:
    """Return whether a field that began before in the paragraph of a run is open there."""
    signs: list[str] = []
    for one in next(run.iterancestors(W + "p")).iter(W + "fldChar", W + "r"):
        if one is run:
            return signs.count("begin") != signs.count("end")
        signs += [one.get(W + "fldCharType", "")]
    return False


def _ends_field(run: Element) -> bool:
    content = [one for one in run if one.tag != W + "rPr"] if run.tag == W + "r" else []
    return len(content) == 1 and content[0].tag == W + "fldChar" and content[0].get(W + "fldCharType") == "end"


def _plain_run(anchor: Element) -> Element | None:
    """Return the last run of words before a place that stands in no link."""
    before = (one for one in anchor.itersiblings(W + "r", preceding=True) if one.find(W + "t") is not None)
    return next(before, None)


def _out_of_reach(passage: WordPassage) -> KnownError:
    return KnownError(
        f"The words to change in “{shortened(passage.text, 60)}” stand in a formula, a form or a field, "
        "which is not changed from here: make this one change in Word."
    )
