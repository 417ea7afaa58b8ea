"""One database under its own key, and what comes laid together with what is in it: the way of packs, lines, folders."""

import platform
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desk.checking.copy_map import copy_map
from desk.errors import KnownError
from desk.exchange.bag import Load, StoryBag, Strand
from desk.exchange.bag_bytes import must_be_sound, must_be_whole, strand_of
from desk.exchange.graph import heads
from desk.keychain import keep_secret, read_secret
from desk.review.people import Actor, Person
from desk.review.seal import text_digest
from desk.services import views
from desk.services.written_packs import words_left
from desk.text.block_roles import BlockRoles
from desk.text.blocks import Kind

if TYPE_CHECKING:  # `cryptography` takes a while to load, and most sessions pack nothing
    from desk.review.signing import SigningKey
    from desk.store.connect import Store
    from desk.store.exchange.laying import Laid


class Carrier(Protocol):
    """What carrying needs of a desk: its database, and whose hands it is in."""

    @property
    def store(self) -> "Store":
        """Return the open database."""
        ...

    def signed(self) -> Person:
        """Return who is working; raises `KnownError` while nobody has said so."""
        ...


@dataclass(frozen=True, slots=True)
class Porter:
    """A carrier by itself: a database that was opened for one task, and who sent it."""

    store: "Store"
    person: Person

    def signed(self) -> Person:
        """Return who sent it."""
        return self.person


def key_of(store: "Store", name: str = "") -> "tuple[Strand, SigningKey]":
    """Return a database's key; a file that was copied from another machine gets one of its own here."""
    from desk.review.signing import SigningKey

    known = store.strands.me()
    if known is not None:
        strand, kept = known
        if secret := kept or read_secret(_kept_under(strand)):
            return strand, SigningKey.kept(secret)
    store.about_to_change()
    key = SigningKey.new()
    strand = strand_of(key, name or platform.node() or "a copy")
    if store.strands.is_shared:
        store.strands.found(strand, key.secret)
    else:
        keep_secret(_kept_under(strand), key.secret)
        store.strands.found(strand)
    return strand, key


def laid(
    store: "Store", load: Load, who: Actor, only: Collection[str] | None = None
) -> "tuple[list[Laid], list[str], tuple[str, ...]]":
    """Lay a load together with a database story by story; returns what came of it, what was refused, and proposals.

    Raises `KnownError` where the load itself was altered or comes from a database that is not known.
    """
    must_be_whole(load)
    key_of(store)
    proposals = store.desk_parts.take(load.desk)
    done, refused = [], []
    for bag in load.bags:
        if only is not None and bag.card.id not in only:
            continue
        try:
            must_be_sound(bag)
            done.append(store.laying.lay(bag, load, who, _Headlines(bag).of))
        except KnownError as error:
            refused.append(str(error))
    return done, refused, proposals


@contextmanager
def remains_of(store: "Store") -> Iterator[list[str]]:
    """Give a list that says afterwards what has words still of texts that were emptied within, a sentence each."""
    store.emptying.look()
    before, remains = store.emptying.count, list[str]()
    try:
        yield remains
    finally:
        store.emptying.look()  # of one that was broken off the next opening tells
    if store.emptying.count > before:
        remains += words_left(store)


class _Headlines:
    """The headline of a story's last text: as whoever packed it has it, where that is a line of the very text, or none.

    To read it by the copy map took a fifth of the time that a story takes to come in.
    """

    def __init__(self, bag: StoryBag) -> None:
        versions = {version.id: version for part in bag.parts for version in part.versions}
        tops = heads({digest: version.parents for digest, version in versions.items()})
        self._said, self._last = bag.card.headline, versions[tops[0]] if len(tops) == 1 else None

    def of(self, text: str, format_: str, by_hand: Mapping[int, Kind], roles: BlockRoles) -> str:
        """Return the headline of a text."""
        last = self._last
        is_line = not self._said or f"\n{self._said}\n" in f"\n{text}\n"
        if is_line and last is not None and last.sha256 == text_digest(text):
            return self._said
        return headline_of_text(text, format_, by_hand, roles)


def headline_of_text(text: str, format_: str, by_hand: Mapping[int, Kind], roles: BlockRoles) -> str:
    """Return the headline of a text by its copy map."""
    return views.headline_of(copy_map(text, format_, tuple(sorted(by_hand.items())), roles))


def _kept_under(strand: Strand) -> str:
    return f"strand-{strand.id}"
