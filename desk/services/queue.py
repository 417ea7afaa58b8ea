"""What a person sees of the queue: which stories, in which order, under which views; and what waits for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.queue_row import QueueRow
from desk.review.move_request import MoveRequest
from desk.review.obstacles import Place
from desk.review.people import Actor
from desk.review.queue import HOUSE, MOST_SORTED, Filter, Order, Pulse, View, Waiting
from desk.review.states import Action
from desk.review.waiting import is_for_review, waiting
from desk.review.words import STATES, words_for
from desk.services import views
from desk.services.queue_order import in_order, is_indexed
from desk.story import Changes, Part, Unsent
from desk.text.words import grouped

if TYPE_CHECKING:
    from desk.store.records.values import QueueRecord

if TYPE_CHECKING:  # the window knows the values below before it is painted, and SQLAlchemy takes 0.3 s to import
    from desk.services.context import DeskContext
    from desk.services.last_exchange import ExchangedService
    from desk.services.moves import MovesService


_FIRST = 100
"""Lines of a sorted list that are shown at once: a page of the window's list."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: views (the house's first), sections and people that stories have, the desk's states."""

    views: tuple[View, ...]
    sections: tuple[str, ...]
    people: tuple[Actor, ...]
    states: Mapping[str, str]
    """Id to name, in the order of the flow."""


@dataclass(frozen=True, slots=True)
class First:
    """The first lines of a filter, and whether there are more."""

    rows: tuple[QueueRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that is to be approved with others: what is in its way, and the text that was looked at."""

    story_id: str
    slug: str
    section: str
    sha256: str
    in_the_way: tuple[tuple[str, Place | None], ...] = ()
    """Sentences, each with where a click goes."""

    @property
    def is_clear(self) -> bool:
        """Return whether nothing stands in the way."""
        return not self.in_the_way


class QueueService:
    """The queue of a desk, for the store lane."""

    def __init__(self, context: "DeskContext", moves: "MovesService", exchanged: "ExchangedService") -> None:
        self._context, self._store, self._moves, self._exchanged = context, context.store, moves, exchanged

    def ids(self, wanted: Filter) -> list[str]:
        """Return the ids of the stories that are wanted, in their order."""
        if not is_indexed(wanted):
            return [row.id for row in self._sorted(wanted)]
        return self._store.queue.ids(wanted, self._waiting())

    def first(self, wanted: Filter) -> First:
        """Return the first lines that are wanted, quickly however many there are."""
        if not is_indexed(wanted):
            rows = self._sorted(wanted)
            return First(tuple(rows[:_FIRST]), len(rows) > _FIRST)
        page = self._store.queue.page(wanted, me=self._waiting())
        return First(tuple(map(self._line, page.rows)), page.next is not None)

    def _sorted(self, wanted: Filter) -> list[QueueRow]:
        """Return the lines in an order that no index has; raises `KnownError` where they are too many for that."""
        ids = self._store.queue.ids(replace(wanted, order=Order.CHANGED, reverse=False), self._waiting())
        if len(ids) > MOST_SORTED:
            raise KnownError(
                f"These are {grouped(len(ids))} stories, and up to {grouped(MOST_SORTED)} can be put into this order: "
                "choose a state, a section or a person first, or sort by deadline or last change."
            )
        return in_order(self.rows(ids), wanted, tuple(self._moves.state_names()))

    def rows(self, ids: Sequence[str]) -> list[QueueRow]:
        """Return the lines of these stories in this order; one that is gone is left out."""
        return [self._line(row) for row in self._store.queue.rows(ids)]

    def _line(self, row: "QueueRecord") -> QueueRow:
        person, table = self._context.person, self._context.rules.table
        return replace(
            views.queue_row(row),
            state_name=self._state_name(row.state),
            for_review=is_for_review(person, table, row.state, row.section),
            at_desk=self._exchanged.has(row.changed),
        )

    def _state_name(self, state: str) -> str:
        return self._moves.state_names().get(state) or words_for(STATES, state)

    def pulse(self) -> Pulse:
        """Return what changes when stories do, whoever changes them."""
        return self._store.queue.pulse()

    def choices(self) -> Choices:
        """Return what the filters offer."""
        own = self._store.queue_views.of(self._context.person.ids)
        people = self._store.queue.people([view.filter.person for view in own])
        sections = self._store.queue.sections()
        return Choices((*HOUSE, *own), tuple(sections), tuple(people), self._moves.state_names())

    def keep_view(self, name: str, wanted: Filter) -> Changes:
        """Save a filter under a name; raises `KnownError` for a name that cannot be."""
        view = self._store.queue_views.keep(self._context.person, name, wanted)
        return Changes(frozenset({Part.QUEUE}), said=f"The view “{view.name}” is saved.")

    def remove_view(self, view: View) -> Changes:
        """Throw a saved view away; raises `KnownError` for one of the house."""
        if not view.id:
            raise KnownError(f"“{view.name}” is a view of the house: it stays.")
        self._store.queue_views.remove(view.id)
        return Changes(frozenset({Part.QUEUE}), said=f"The view “{view.name}” is removed; the stories stay.")

    # -- Several at once ---------------------------------------------------------------------------------------------

    def candidates(self, ids: Sequence[str]) -> list[Candidate]:
        """Return what stands in the way of approving each of these stories, in the order given."""
        return [self._candidate(story_id) for story_id in ids]

    def _candidate(self, story_id: str) -> Candidate:
        story = self._store.stories.get(story_id)
        option = next((o for o in self._moves.options(story_id) if o.action == Action.APPROVE), None)
        if option is None:
            state = self._state_name(story.state)
            found: tuple[tuple[str, Place | None], ...] = ((f"You cannot approve it from “{state}”.", None),)
        else:
            found = tuple((o.sentence, o.places[0] if o.places else None) for o in option.obstacles)
        return Candidate(story_id, story.slug, story.section, story.sha256, found)

    def approve(self, chosen: Sequence[Candidate]) -> Changes:
        """Approve each story with a seal of its own; one that has changed since it was looked at stays, and says so."""
        done, left, unsent, to_read = [], [], list[Unsent](), list[str]()
        parts = frozenset({Part.QUEUE, Part.STORY, Part.DECISIONS})
        for candidate in chosen:
            try:
                wanted = MoveRequest(story=candidate.story_id, action=Action.APPROVE, read=candidate.sha256)
                moved = self._moves.move(wanted)
            except KnownError as error:
                left.append(f"{candidate.slug}: {error}")
            else:
                done.append(candidate.slug)
                parts |= moved.parts
                unsent += moved.unsent
                to_read += moved.to_read
        said = f"{len(done)} approved." if len(done) != 1 else f"{done[0]}: approved."
        if left:
            said = f"{said} Not approved: {' '.join(left)}"
        return Changes(parts, said=said, left=said if left else "", unsent=tuple(unsent), to_read=tuple(to_read))

    def _waiting(self) -> Waiting:
        return waiting(self._context.person, self._context.rules.table.moves)
