"""The guards of the store: one thread, no transaction within another, and no change while it is only asked."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.errors import BugError
from desk.review.people import Actor
from desk.store.connect import open_store
from desk.store.records.values import NewStory


def test_a_call_off_the_thread_that_opened_the_store_is_ours_to_mend(store):
    with ThreadPoolExecutor(1) as elsewhere:
        for planted in (store.queue.ids, store.check, lambda: store.dictionary.add("sic", "Rosa"), store.asking):
            with pytest.raises(BugError, match="off the lane that opened it"):
                elsewhere.submit(lambda call=planted: _done(call())).result()
    assert store.queue.ids() == []


def _done(came):
    """Enter what a call came to, where it is a context."""
    if hasattr(came, "__enter__"):
        with came:
            pass


def test_whoever_writes_while_the_store_is_asked_is_ours_to_mend(store):
    with store.asking():
        assert store.queue.ids() == []
        with store.asking():
            assert store.dictionary.words() == frozenset()
        for planted in (
            lambda: store.stories.create(NewStory(slug="flood", text="Rain."), Actor("Rosa")),
            lambda: store.dictionary.add("sic", "Rosa"),
            store.about_to_change,
        ):
            with pytest.raises(BugError, match="a question changes something"):
                planted()
    store.dictionary.add("sic", "Rosa")
    assert store.dictionary.words() == {"sic"}


def test_a_question_that_fails_leaves_the_store_open_to_change(store):
    with pytest.raises(ValueError, match="no such day"), store.asking():
        raise ValueError("no such day")
    store.dictionary.add("sic", "Rosa")


def test_what_is_asked_at_one_moment_sees_nothing_that_is_saved_meanwhile(store, where):
    store.dictionary.add("sic", "Rosa")
    other = open_store(where)
    with store.at_one_moment():
        assert store.dictionary.words() == {"sic"}
        other.dictionary.add("stet", "Tam")
        with store.at_one_moment():
            assert store.dictionary.words() == {"sic"}
        with pytest.raises(BugError, match="a question changes something"):
            store.dictionary.add("nix", "Rosa")
    other.close()
    assert store.dictionary.words() == {"sic", "stet"}
    store.dictionary.add("nix", "Rosa")


def test_what_belongs_together_sees_its_own_changes_when_asked_at_one_moment(store):
    with store.together():
        store.dictionary.add("sic", "Rosa")
        with store.at_one_moment():
            assert store.dictionary.words() == {"sic"}
        store.dictionary.add("stet", "Rosa")
    assert store.dictionary.words() == {"sic", "stet"}
