"""What the line below says of the keys of a review."""

from typing import TYPE_CHECKING

from ui.actions.keys import key_of
from ui.actions.spec import Where

if TYPE_CHECKING:
    from desk.review_page import ReviewPage


def keys_beside(page: "ReviewPage") -> str:
    """Return which keys decide about a page, those alone that do so now, and which others it has."""
    moves = (
        ("approve", "approves", page.approving),
        ("give_back", "returns", page.returning),
        ("hold", "holds", page.holding),
    )
    told = ", ".join(f"{_key(name)} {does}" for name, does, move in moves if move.can_be_made)
    others = f"{_key('changes')} shows what changed, {_key('comment')} comments, {_key('edit')} edits."
    return f"{told}; {others}" if told else others


def read_it_first() -> str:
    """Return what those keys do once a story was read."""
    return f"Read it first; then {_key('approve')} approves, {_key('give_back')} returns, {_key('hold')} holds."


def _key(name: str) -> str:
    return key_of(name, Where.REVIEW)
