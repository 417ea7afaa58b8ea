"""What makes one text another: the fewest edits, so that what marks words follows those that stay."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk.checks.check import Edit
from desk.text.spans import Span

if TYPE_CHECKING:
    from desk.text.diff import Piece


def edits_between(old: str, new: str) -> list[Edit]:
    """Return the edits of `old` that make it `new`, none overlapping."""
    from desk.text.diff import diff

    return list(_edits(diff(old, new))) if old != new else []


def _edits(pieces: "list[Piece]") -> Iterator[Edit]:
    from desk.text.diff import ChangeKind

    went, came = Span(0, 0), ""
    for piece in pieces:
        if piece.change is ChangeKind.SAME:
            if len(went) or came:
                yield Edit(went, came)
            went, came = Span(piece.old.end, piece.old.end), ""
        elif piece.change is ChangeKind.REMOVED:
            went = Span(went.start, piece.old.end)
        else:
            came += piece.text
    if len(went) or came:
        yield Edit(went, came)
