"""What the desk gave out for everybody to work by: entries of its trail, of which the last of each sort is in force."""

from collections.abc import Mapping

from desk.errors import KnownError
from desk.review.decisions import Done
from desk.review.people import Actor
from desk.store.approval.desk_trail import DeskRead, Signer, desk_at, enter
from desk.store.database.access import Access
from desk.store.records.strand_rows import names_of_strands

_LAST = 1 << 31


class Papers:
    """The room of what was given out; each call is one transaction."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def given(self) -> Mapping[str, str]:
        """Return what the desk gave out last, by sort: on a laptop what its desk did, whatever was entered there."""
        with self._access.reading() as connection:
            desk = DeskRead(connection)
            return (desk.of(desk.names.home, _LAST) if desk.names.home else desk.at()).papers

    def enter(self, name: str, words: str, by: Actor, signer: Signer | None) -> None:
        """Enter that something is given out, or on a laptop that it is proposed."""
        with self._access.writing() as connection:
            enter(connection, Done.PAPER_GIVEN, name, by, note={"words": words}, signer=signer)
            if not names_of_strands(connection).home and desk_at(connection).papers.get(name) != words:
                raise KnownError("Only an administrator whose key counts gives out what the desk works by.")
