"""A laptop and its desk's database brought to the same, story by story, by the one import that packs use as well."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.exchange.bag import Load
from desk.review.people import Actor
from desk.review.queue import Filter, Waiting
from desk.review.waiting import waiting
from desk.services.carrying import key_of, laid
from desk.story import Changes, Part
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.people import PeopleService
    from desk.store.connect import Store

_AT_ONCE = 25
"""Stories packed at a time: some megabytes, so that memory does not grow with the desk."""
Progress = Callable[[int, int], bool]
"""Told how many stories of how many are done; returns whether to go on."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync came to: stories that came, that went, that somebody must say something of, and what was refused."""

    came: int = 0
    went: int = 0
    apart: int = 0
    refused: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    broken_off: bool = False

    @property
    def said(self) -> str:
        """Return it in a sentence or two."""
        told = f"{plural(self.came, 'story', 'stories')} came, {self.went} went, {self.apart} changed in both places."
        return f"{told} It was broken off: what is left comes the next time." if self.broken_off else told


class SyncingService:
    """What a laptop and a desk exchange over a line."""

    def __init__(self, context: "DeskContext", people: "PeopleService") -> None:
        self._context, self._store, self._people = context, context.store, people

    def sync(
        self, where: str, wanted: Filter | None = None, progress: Progress | None = None
    ) -> tuple[Synced, Changes]:
        """Exchange what is missing with the database at an address, and return what came of it.

        `wanted` says which stories of it are to be here, None stands for all; those that are here already are exchanged
        in any case. It may be broken off between two stories at any time, and goes on from there. Raises `KnownError`
        where the other database cannot be opened or is this one, or while nobody says who works.
        """
        from desk.store.connect import open_store

        who = self._context.signed().actor
        there = open_store(where)
        try:
            self._must_be_another(there)
            self._introduce(there)
            synced = self._exchange(there, wanted, progress or _go_on, who)
        finally:
            there.close()
        self._people.meet()
        parts = frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS, Part.PEOPLE})
        return synced, Changes(parts, said=" ".join([synced.said, *synced.refused, *synced.proposals]))

    def _must_be_another(self, there: "Store") -> None:
        if there.name == self._store.name or key_of(there)[0] == key_of(self._store)[0]:
            raise KnownError("This is the database that is open here: name that of the desk.")

    def _introduce(self, there: "Store") -> None:
        """Let each take things from the other: whoever may write to both is trusted by both."""
        there.strands.accept(key_of(self._store)[0])
        self._store.strands.accept(key_of(there)[0])
        for known in there.strands.all():
            self._store.strands.accept(known.strand)
        for known in self._store.strands.all():
            there.strands.accept(known.strand)

    def _exchange(self, there: "Store", wanted: Filter | None, progress: Progress, who: Actor) -> Synced:
        differ = self._differing(there, wanted)
        came = went = apart = done = 0
        refused: list[str] = []
        proposals: tuple[str, ...] = ()
        for some in _some(differ):
            if not progress(done, len(differ)):
                return Synced(came, went, apart, tuple(refused), proposals, broken_off=True)
            here, why, proposals = laid(self._store, _packed(there, some), who)
            lacking = _differing(self._store.standing_at.of_all(some), there.standing_at.of_all(some), some)
            over, why_not, _ = laid(there, _packed(self._store, lacking), who)
            came += sum(not one.same for one in here)
            went += sum(not one.same for one in over)
            apart += sum(one.now.apart for one in here)
            refused += dict.fromkeys([*why, *why_not])
            done += len(some)
        progress(done, len(differ))
        return Synced(came, went, apart, tuple(dict.fromkeys(refused)), proposals)

    def _waiting(self) -> Waiting:
        return waiting(self._context.person, self._context.rules.table.moves)

    def _differing(self, there: "Store", wanted: Filter | None) -> list[str]:
        """Return the stories that one of both has something of that the other lacks."""
        here, other = self._store.standing_at.of_all(), there.standing_at.of_all()
        asked = {*here, *(other if wanted is None else there.queue.ids(wanted, self._waiting()))}
        return _differing(here, other, asked)


def _go_on(_done: int, _of: int) -> bool:
    return True


def _differing(here: Mapping[str, str], there: Mapping[str, str], stories: Iterable[str]) -> list[str]:
    return sorted(story for story in stories if here.get(story) != there.get(story))


def _packed(store: "Store", stories: Sequence[str]) -> Load:
    strand, key = key_of(store)
    return store.packing.pack([story for story in stories if store.stories.is_there(story)], strand, key)


def _some(stories: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(stories), _AT_ONCE):
        yield stories[at : at + _AT_ONCE]
