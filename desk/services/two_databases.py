"""Two open databases, a laptop's and its desk's, looked at and brought to the same, by the one import of all ways.

Each story is one transaction on each side: it may be broken off, cut off or killed anywhere, and goes on from there.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.packs.exchange_plan import ALL, ExchangePlan, OnTheWay, Wish, in_reading_order
from desk.review.people import Person
from desk.review.queue import Waiting
from desk.services.carrying import key_of, laid
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.exchange.bag import Load
    from desk.merging.values import MergeText
    from desk.store.connect import Store
    from desk.store.exchange.standing_at import ThereIs
    from desk.store.records.values import Version

_AT_ONCE = 25
"""Stories packed at a time: some megabytes, so that memory does not grow with the desk."""
_ASKED = 500
"""Stories named in one question."""
Progress = Callable[[int, int], bool]
"""Told how many stories of how many are done; returns whether to go on."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What an exchange came to: stories that came, that went, that somebody must say something of, what was refused."""

    came: int = 0
    went: int = 0
    apart: int = 0
    refused: tuple[str, ...] = ()
    """In a sentence each."""
    proposals: tuple[str, ...] = ()
    broken_off: bool = False
    stories: tuple[str, ...] = ()
    """The ids of those that came or went on here."""
    remains: tuple[str, ...] = ()
    """What has words still of texts that were emptied with it, a sentence each."""
    left: int = 0
    """Stories that still differ: refused, or saved while it ran."""

    @property
    def said(self) -> str:
        """Return it in a sentence or two."""
        told = f"{plural(self.came, 'story', 'stories')} came, {self.went} went, {self.apart} changed in both places."
        return f"{told} It was broken off: what is left comes the next time." if self.broken_off else told

    @property
    def all_said(self) -> str:
        """Return it with what was refused, what is proposed and what has words of emptied texts, a sentence each."""
        return " ".join([self.said, *self.besides])

    @property
    def besides(self) -> tuple[str, ...]:
        """Return what is to be said besides, a sentence each."""
        return (*self.refused, *self.proposals, *self.remains)


class TwoDatabases:
    """What runs between two open databases."""

    def __init__(self, here: "Store", there: "Store", person: Person, me: Waiting) -> None:
        """`me` is what waits for whoever works here, for filters that ask for it."""
        self._here, self._there, self._person, self._me = here, there, person, me

    # -- Looking -------------------------------------------------------------------------------------------------------

    def look(self, wish: Wish = ALL) -> ExchangePlan:
        """Return what an exchange would come to; nothing is written on either side."""
        self._must_be_two()
        differ = self._differing(wish)
        here, there = self._here.standing_at.there_is(differ), self._there.standing_at.there_is(differ)
        stories = (self._on_the_way(story, here.get(story), there.get(story)) for story in differ)
        return ExchangePlan(self._there.name, in_reading_order([one for one in stories if one.comes or one.goes]))

    def _must_be_two(self) -> None:
        mine, theirs = self._here.strands.me(), self._there.strands.me()
        if self._here.name == self._there.name or (mine and theirs and mine[0] == theirs[0]):
            raise KnownError("This is the database that is open here: name that of the desk.")

    def _on_the_way(self, story: str, here: "ThereIs | None", there: "ThereIs | None") -> OnTheWay:
        known = here or there
        if known is None:
            return OnTheWay(story, story)
        ours, theirs = here.things if here else {}, there.things if there else {}
        comes, goes = _lacking(theirs, ours), _lacking(ours, theirs)
        apart, questions = self._apart(story) if comes.get("version") and goes.get("version") else (False, 0)
        return OnTheWay(
            story,
            known.headline or known.slug,
            known.slug,
            here is not None,
            there is not None,
            comes,
            goes,
            apart=apart,
            questions=questions,
            held=self._held(story, here, there),
        )

    def _held(self, story: str, here: "ThereIs | None", there: "ThereIs | None") -> str:
        """Return who will have a story, in a sentence or two; empty where nobody has it on either side."""
        if not any(one is not None and (one.lent or one.in_hand) for one in (here, there)):
            return ""
        return self._here.holders.with_these(story, self._there.holders.known(story)).said

    def _apart(self, story: str) -> tuple[bool, int]:
        """Return whether a story's text went on both here and there, and how many paragraphs would need a person."""
        from desk.exchange.graph import heads, nearest_common
        from desk.merging.merge import merge
        from desk.merging.values import MergeText

        (ours, here), (theirs, there) = _as_packed(self._here, story), _as_packed(self._there, story)
        parents = {digest: version.parents for digest, version in (theirs | ours).items()}
        mine, other = _text(self._here, here), _text(self._there, there)
        if not {here.digest, there.digest} <= set(heads(parents)) or mine == other:
            return False, 0
        base = ours.get(nearest_common(parents, (here.digest, there.digest)))
        before = MergeText("") if base is None else _text(self._here, base)
        return True, len(merge(before, mine, other).questions)

    # -- Doing ---------------------------------------------------------------------------------------------------------

    def exchange(
        self, wish: Wish = ALL, only: Collection[str] | None = None, progress: Progress | None = None
    ) -> Synced:
        """Exchange what is missing, and return what came of it; `only` are stories that were picked, all by default."""
        self._must_be_two()
        self._introduce()
        differ = [story for story in self._differing(wish) if only is None or story in only]
        go_on = progress or _go_on
        went = apart = done = 0
        came: list[str] = []
        refused: list[str] = []
        *_, proposals = laid(self._here, _packed(self._there, ()), self._person.actor)  # the desk's own entries travel
        laid(self._there, _packed(self._here, ()), self._person.actor)  # whether any story differs or not
        for some in _some(differ, _AT_ONCE):
            if not go_on(done, len(differ)):
                return _synced(came, went, apart, refused, proposals, broken_off=True)
            who = self._person.actor
            here, why, proposals = laid(self._here, _packed(self._there, some), who)
            lacking = _unlike(self._here.standing_at.of_all(some), self._there.standing_at.of_all(some), some)
            over, why_not, _ = laid(self._there, _packed(self._here, lacking), who)
            came += [one.story for one in here if not one.same]
            went += sum(not one.same for one in over)
            apart += sum(one.now.apart for one in here)
            refused += [*why, *why_not]
            done += len(some)
        go_on(done, len(differ))
        return _synced(came, went, apart, refused, proposals, left=self._still_differing(differ))

    def _still_differing(self, stories: Sequence[str]) -> int:
        """Return how many of these stories differ still."""
        return sum(
            len(_unlike(self._here.standing_at.of_all(some), self._there.standing_at.of_all(some), some))
            for some in _some(stories, _ASKED)
        )

    def _introduce(self) -> None:
        """Let each take things from the other: whoever may write to both is trusted by both."""
        for here, there in ((self._here, self._there), (self._there, self._here)):
            key_of(here)
            for known in there.strands.all():
                here.strands.accept(known.strand)
            here.strands.accept(key_of(there)[0])

    def _differing(self, wish: Wish) -> list[str]:
        """Return the stories that one of both has something of that the other lacks."""
        here, there = self._here.standing_at.of_all(), self._there.standing_at.of_all()
        new = there if wish == ALL else self._there.queue.ids(wish.filter, self._me) if wish.new else ()
        return _unlike(here, there, {*here, *new})


def _lacking(from_: Mapping[str, frozenset[str]], in_: Mapping[str, frozenset[str]]) -> dict[str, int]:
    counts = {sort: len(names - in_.get(sort, frozenset())) for sort, names in from_.items()}
    return {sort: count for sort, count in counts.items() if count}


def _as_packed(store: "Store", story: str) -> "tuple[dict[str, Version], Version]":
    """Return the versions of a story by their names, and the one it stands at, kinds set by hand among them."""
    versions = {version.digest: version for version in store.stories.versions(story)}
    number = store.stories.get(story).version
    current = next(version for version in versions.values() if version.number == number)
    if (made := store.standing_at.by_hand(story)) is not None:
        current = replace(current, by_hand=store.stories.get(story).by_hand, digest=made.id, parents=made.parents)
    return {**versions, current.digest: current}, current


def _text(store: "Store", version: "Version") -> "MergeText":
    from desk.merging.values import MergeText

    return MergeText(store.stories.text(version.story, version.number), dict(version.by_hand), version.links)


def _go_on(_done: int, _of: int) -> bool:
    return True


def _unlike(here: Mapping[str, str], there: Mapping[str, str], stories: Iterable[str]) -> list[str]:
    return sorted(story for story in stories if here.get(story) != there.get(story))


def _packed(store: "Store", stories: Sequence[str]) -> "Load":
    strand, key = key_of(store)
    return store.packing.pack(store.stories.there(stories), strand, key)


def _some(stories: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for at in range(0, len(stories), size):
        yield stories[at : at + size]


def _synced(
    came: Sequence[str],
    went: int,
    apart: int,
    refused: Sequence[str],
    proposals: tuple[str, ...],
    *,
    broken_off: bool = False,
    left: int = 0,
) -> Synced:
    told = tuple(dict.fromkeys(refused))
    return Synced(len(came), went, apart, told, proposals, broken_off=broken_off, stories=tuple(came), left=left)
