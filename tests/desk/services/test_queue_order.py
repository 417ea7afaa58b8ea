"""Orders of the list of stories that no index has."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk.errors import KnownError
from desk.queue_row import QueueRow
from desk.review.queue import ALL, Filter, Order, from_plain, to_plain
from desk.services import queue as queue_service
from desk.services.queue_order import in_order, is_indexed
from tests.rows import rows

NOW = datetime(2031, 3, 9, 18, 0, tzinfo=UTC)
ROWS = [
    QueueRow("1", "flood", "World", "draft", 3, NOW, hands="Ines", deadline=NOW + timedelta(hours=1)),
    QueueRow("2", "Cup", "Sport", "approved", 0, NOW - timedelta(hours=1)),
    QueueRow("3", "", "", "draft", None, NOW - timedelta(hours=2), hands="Ada", deadline=NOW, waived=2),
]


@rows(
    ("order", "ids", "reverse"),
    [
        (Order.STORY, "213", "123"),
        (Order.SECTION, "213", "123"),
        (Order.STATE, "132", "213"),
        (Order.HANDS, "312", "132"),
        (Order.OPEN, "123", "213"),
        (Order.WAIVED, "312", "123"),
        (Order.DEADLINE, "312", "132"),
        (Order.CHANGED, "123", "321"),
    ],
)
def test_each_order_and_its_reverse_with_what_is_empty_last(order, ids, reverse):
    for wanted, turned in ((ids, False), (reverse, True)):
        got = in_order(ROWS, Filter(order=order, reverse=turned), ["draft", "approved"])
        assert "".join(row.id for row in got) == wanted


def test_only_two_orders_have_an_index():
    assert [order for order in Order if is_indexed(Filter(order=order))] == [Order.CHANGED, Order.DEADLINE]
    assert is_indexed(Filter(reverse=True))


def test_an_order_is_kept_with_a_view():
    wanted = Filter(order=Order.SECTION, reverse=True)
    assert from_plain(to_plain(wanted)) == wanted


def test_the_desk_sorts_what_it_can_and_says_where_it_is_too_much(people, monkeypatch):
    desk = people.desk()
    for slug in ("flood", "cup", "opera"):
        desk.stories.open_text(f"Words of {slug}.\n", slug)
    by_story = replace(ALL.filter, order=Order.STORY)
    assert [row.slug for row in desk.queue.first(by_story).rows] == ["cup", "flood", "opera"]
    assert desk.queue.ids(by_story) == [row.id for row in desk.queue.first(by_story).rows]
    monkeypatch.setattr(queue_service, "MOST_SORTED", 2)
    with pytest.raises(KnownError, match="These are 3 stories"):
        desk.queue.ids(by_story)
