"""What a person sees of the queue: which stories, in which order, under which views; and what waits for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desk import views
from desk.errors import KnownError
from desk.review.people import Person
from desk.review.queue import HOUSE, Filter, View, Waiting
from desk.store.connect import Store
from desk.story import Changes, Part, QueueRow


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: views (the house's first), sections and people that stories have."""

    views: tuple[View, ...]
    sections: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class First:
    """The first lines of a filter, and whether there are more."""

    rows: tuple[QueueRow, ...]
    more: bool


class Queueing:
    """The queue of one store, for the store lane."""

    def __init__(self, store: Store, person: Callable[[], Person], waiting: Callable[[], Waiting]) -> None:
        """`person` returns who is working, `waiting` what waits for them."""
        self._store, self._person, self._waiting = store, person, waiting

    def ids(self, wanted: Filter) -> list[str]:
        """Return the ids of the stories that are wanted, in their order."""
        return self._store.queue.ids(wanted, self._waiting())

    def first(self, wanted: Filter) -> First:
        """Return the first lines that are wanted, quickly however many there are."""
        page = self._store.queue.page(wanted, me=self._waiting())
        return First(tuple(map(views.queue_row, page.rows)), page.next is not None)

    def rows(self, ids: Sequence[str]) -> list[QueueRow]:
        """Return the lines of these stories in this order; one that is gone is left out."""
        return [views.queue_row(row) for row in self._store.queue.rows(ids)]

    def choices(self) -> Choices:
        """Return what the filters offer."""
        own = self._store.queue_views.of(self._key)
        return Choices((*HOUSE, *own), tuple(self._store.queue.sections()), tuple(self._store.queue.people()))

    def keep_view(self, name: str, wanted: Filter) -> Changes:
        """Save a filter under a name; raises `KnownError` for a name that cannot be."""
        view = self._store.queue_views.keep(self._key, name, wanted)
        return Changes(frozenset({Part.QUEUE}), said=f"The view “{view.name}” is saved.")

    def remove_view(self, view: View) -> Changes:
        """Throw a saved view away; raises `KnownError` for one of the house."""
        if not view.id:
            raise KnownError(f"“{view.name}” is a view of the house: it stays.")
        self._store.queue_views.remove(view.id)
        return Changes(frozenset({Part.QUEUE}), said=f"The view “{view.name}” is removed; the stories stay.")

    @property
    def _key(self) -> str:
        return self._person().key
