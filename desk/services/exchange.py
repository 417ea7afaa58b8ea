"""Stories that go to other databases and come back: packed, looked at, taken in, lent; for the store lane."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.exchange.bag import Load, Strand
from desk.exchange.bag_bytes import must_be_sound
from desk.review.decisions import Done
from desk.services.carrying import key_of, laid, remains_of
from desk.story import Changes, Part
from desk.text.moments import micros, to_the_minute
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.review.signing import SigningKey
    from desk.services.carrying import Carrier
    from desk.store.exchange.laying import Laid
    from desk.store.exchange.parts import News
    from desk.store.exchange.strands import KnownStrand


@dataclass(frozen=True, slots=True)
class StoryNews:
    """One story of a load, looked at before anything is taken: `why_not` says why it would be refused.

    Whether all who wrote it are known here is looked at elsewhere.
    """

    story: str
    slug: str
    headline: str
    is_new: bool
    news: "News | None"
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a load: one line a story, what was refused in a sentence each, and what the desk must decide."""

    laid: "tuple[Laid, ...]"
    refused: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """Return it in a sentence or two."""
        new = sum(1 for one in self.laid if one.new_story)
        went_on = sum(1 for one in self.laid if not one.new_story and not one.same)
        apart = sum(1 for one in self.laid if one.now.apart)
        told = [
            f"{plural(new, 'story', 'stories')} came" if new else "",
            f"{plural(went_on, 'story', 'stories')} went on" if went_on else "",
        ]
        said = " and ".join(each for each in told if each) or "Nothing was new"
        needs = (
            f" {plural(apart, 'story was', 'stories were')} changed in both places: say what counts." if apart else ""
        )
        return f"{said}.{needs}"


_PAPERS = (Part.SETTINGS, Part.BRIEF, Part.BOOK)
"""What changes with the papers of the desk."""


class ExchangeService:
    """What goes to other databases and comes from them."""

    def __init__(self, context: "Carrier", arrived: Callable[[], str]) -> None:
        """`arrived` looks up people and papers of the desk, which may change with what comes, and says what changed."""
        self._context, self._store, self._arrived = context, context.store, arrived

    # -- Who this database is ----------------------------------------------------------------------------------------

    def me(self, name: str = "") -> Strand:
        """Return the name that this database signs under, made now if it had none on this machine."""
        return key_of(self._store, name)[0]

    def strands(self) -> "list[KnownStrand]":
        """Return the databases that are known here."""
        return self._store.strands.all()

    def accept(self, strand: Strand) -> Changes:
        """Take things from a database from now on: somebody has compared its number."""
        self._context.signed()
        self._store.strands.accept(strand)
        return Changes(
            frozenset(), said=f"What {strand.name or 'that copy'} ({strand.id[:16]}) brings is taken from now on."
        )

    # -- Going ---------------------------------------------------------------------------------------------------------

    def signing_key(self) -> "SigningKey":
        """Return the key of this database, for the list of a pack."""
        return key_of(self._store)[1]

    def pack(self, stories: Iterable[str]) -> Load:
        """Return stories with all that goes with them, signed by this database."""
        strand, key = key_of(self._store)
        return self._store.packing.pack(stories, strand, key)

    # -- Coming --------------------------------------------------------------------------------------------------------

    def look(self, load: Load) -> tuple[StoryNews, ...]:
        """Return what a load holds and what of it is new, before anything is taken."""
        return tuple(self._coming(load, at) for at in range(len(load.bags)))

    def _coming(self, load: Load, at: int) -> StoryNews:
        bag = load.bags[at]
        card, is_new = bag.card, not self._store.stories.is_there(bag.card.id)
        try:
            must_be_sound(bag)
            news = self._store.laying.what_is_new(bag)
        except KnownError as error:
            return StoryNews(card.id, card.slug, card.headline, is_new, None, str(error))
        return StoryNews(card.id, card.slug, card.headline, is_new, news)

    def take_in(self, load: Load, only: Collection[str] | None = None) -> tuple[TakenIn, Changes]:
        """Lay a load together with what is here, story by story; what cannot be true is refused and changes nothing.

        `only` are the ids of the stories that are wanted, all by default. Raises `KnownError` where the load itself was
        altered, or while nobody says who is working.
        """
        who = self._context.signed().actor
        with remains_of(self._store) as remains:
            done, refused, proposals = laid(self._store, load, who, only)
        in_force = self._arrived()
        taken = TakenIn(tuple(done), tuple(refused), proposals)
        parts = frozenset(
            {Part.QUEUE, Part.STORY, Part.DECISIONS, Part.PEOPLE, Part.BRIEF, *(_PAPERS if in_force else ())}
        )
        said = " ".join(filter(None, [taken.said, in_force, *refused, *proposals]))
        came = tuple(one.story for one in done)
        return taken, Changes(parts, said=said, left=" ".join(remains), came=came)

    # -- Loans ---------------------------------------------------------------------------------------------------------

    def lend(self, stories: Sequence[str], to: str, laptop: str, until: datetime | None = None) -> Changes:
        """Enter that stories are lent to somebody on a laptop: shown, and stops nobody."""
        key_of(self._store)
        note = {"to": to, "laptop": laptop, **({} if until is None else {"until": micros(until)})}
        when = "" if until is None else f" until {to_the_minute(until)}"
        return self._entered(stories, Done.LENT, note, f"{to} on {laptop}{when}")

    def give_back(self, stories: Sequence[str], loan: Mapping[str, object] = MappingProxyType({})) -> Changes:
        """Enter that stories are lent no more, whether they came back or work went on without; `loan` names one loan.

        Without it all loans end that are known here; one that was made elsewhere meanwhile goes on.
        """
        return self._entered(stories, Done.GIVEN_BACK, loan, "")

    def _entered(self, stories: Sequence[str], done: Done, note: Mapping[str, object], reason: str) -> Changes:
        self._store.holders.enter(stories, done, self._context.signed().actor, note, reason)
        return Changes(frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS}))
