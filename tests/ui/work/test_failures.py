"""What went wrong is said until the same verb succeeds; a refusal until something else is done."""

from functools import partial

import pytest

from desk.errors import KnownError
from desk.story import Changes
from ui.__main__ import make_session
from ui.work.hub import Hub
from ui.work.shared_desk import SharedDesk


@pytest.fixture
def hub(inline, qtbot):
    made = Hub(SharedDesk(inline))
    made.start(partial(make_session, ""))
    yield made
    made.end()


@pytest.fixture
def said(hub):
    """The sentences that stand, in the order in which they came."""
    out = []
    hub.trouble.connect(lambda sentence: out.append(sentence) if sentence not in out else None)
    hub.settled.connect(out.remove)
    return out


def write(hub, fault="", failed=None):
    def job(_desk):
        if fault:
            raise KnownError(fault)
        return Changes(frozenset())

    hub.store(job, failed=failed)


def other_verb(hub):
    def job(_desk):
        return Changes(frozenset())

    hub.store(job)


def test_a_failure_stands_until_the_same_verb_succeeds(hub, said):
    write(hub, "The disk is full.")
    other_verb(hub)
    assert said == ["The disk is full."]
    write(hub)
    assert said == []


def test_another_try_that_fails_in_another_way_takes_the_place_of_the_first(hub, said):
    write(hub, "The disk is full.")
    write(hub, "The disk is gone.")
    assert said == ["The disk is gone."]


def test_two_that_were_asked_for_at_once_are_both_told(hub, said, inline):
    inline.hold()
    write(hub, "One cannot be read.")
    write(hub, "Two cannot be read.")
    write(hub)
    inline.land()
    assert said == ["One cannot be read.", "Two cannot be read."]


def test_a_failure_that_its_caller_tells_is_known_by_its_verb_too(hub, said):
    write(hub, "The disk is full.", hub.fail)
    write(hub)
    assert said == []


def test_a_try_that_fails_unsaid_takes_nothing_back(hub, said):
    write(hub, "The disk is full.")
    write(hub, "Still full.", lambda _error: None)
    assert said == ["The disk is full."]


def test_a_refusal_stands_alone_until_something_is_done(hub, said):
    hub.refuse("Select some words first.")
    hub.refuse("There is no text on the clipboard.")
    assert said == ["There is no text on the clipboard."]
    hub.publish(Changes(frozenset(), said="Saved."))
    assert said == []
