import pytest

from desk.errors import KnownError
from desk.review.comments import anchored, answered, opened, reopened, resolved
from desk.review.looks import Look
from desk.review.people import Actor, actor
from desk.text.spans import Span


@pytest.fixture
def first(store, story):
    return opened(story.id, actor("", "Ada"), "Which bridge?", anchored("The old bridge.", Span(4, 14)), 1)


def test_a_comment_comes_back_as_it_was_made(store, story, first):
    (thread,) = store.comments.add(first)
    assert thread.remarks == (first,)
    assert thread.anchor.quote == "old bridge"


def test_answers_stand_in_the_order_they_were_given(store, story, first):
    (thread,) = store.comments.add(first)
    store.comments.add(answered(thread, actor("", "Ben"), "The one at the harbour."))
    (thread,) = store.comments.add(resolved(thread, actor("", "Ada")))
    assert ([r.who.name for r in thread.remarks], thread.resolved) == (["Ada", "Ben", "Ada"], True)
    (thread,) = store.comments.add(reopened(thread, actor("", "Ben")))
    assert not store.comments.thread(story.id, thread.id).resolved


def test_of_two_who_settle_a_comment_the_second_is_told_and_nothing_is_written(store, story, first):
    (thread,) = store.comments.add(first)
    store.comments.add(resolved(thread, actor("", "Ada")))
    with pytest.raises(KnownError, match="Ada resolved this comment meanwhile"):
        store.comments.add(resolved(thread, actor("", "Ben")))
    assert len(store.comments.thread(story.id, thread.id).remarks) == 2


def test_a_comment_of_nobody_is_told(store, story):
    with pytest.raises(KnownError, match="not in the database"):
        store.comments.thread(story.id, "0" * 32)


def test_a_look_is_written_over_by_the_next_one(store, story):
    assert store.looks.last({"Cleo", "of old"}, story.id) is None
    for version in (1, 2):
        store.looks.keep(Look(Actor("Cleo"), story.id, version, "f" * 64, ("a", "b")))
    store.looks.keep(Look(Actor("Ada"), story.id, 9, "0" * 64))
    last = store.looks.last({"Cleo", "of old"}, story.id)
    assert (last.version, last.sha256, last.seen) == (2, "f" * 64, ("a", "b"))
    assert last.when.tzinfo is not None
