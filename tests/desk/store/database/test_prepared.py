"""Questions that are put into SQL once: for lists of any length there are few."""

from desk.review.people import actor
from desk.store.database.prepared import _for_so_many
from desk.store.records.values import NewStory

ROSA = actor("", "Rosa Marquez")


def test_lists_that_grow_by_one_are_asked_for_by_few_questions(store):
    ids = [store.stories.create(NewStory(slug=f"slug-{nth}", text=f"{nth}.\n"), ROSA).id for nth in range(9)]
    _for_so_many.cache_clear()
    store.queue.rows(ids[:1])
    before = _for_so_many.cache_info().misses
    for count in range(1, len(ids) + 1):
        assert [row.id for row in store.queue.rows(ids[:count])] == ids[:count]
    assert _for_so_many.cache_info().misses - before <= 2 * 4  # rows and their checks: of 2, 4, 8 and 16 values
