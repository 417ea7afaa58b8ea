"""Tries of remedies that end otherwise than with an order."""

from functools import partial

import pytest

from desk.checking.runner import ItemRun
from desk.checking.trying import RemediesTried
from desk.checks.check import Item
from desk.errors import KnownError
from desk.story import Examination
from desk.text.blocks import Manuscript
from ui.__main__ import make_session
from ui.open_story import remedy_tries
from ui.work import operations
from ui.work.hub import Hub
from ui.work.shared_desk import SharedDesk


@pytest.fixture
def hub(inline, qtbot):
    made = Hub(SharedDesk(inline))
    made.start(partial(make_session, ""))
    yield made
    made.end()


def test_a_try_that_fails_or_has_no_story_is_over_and_the_next_one_is_made(hub, qtbot, monkeypatch):
    monkeypatch.setattr(remedy_tries, "REST", 0)
    outcomes = [KnownError("The grammar engine is gone."), RemediesTried()]

    def tried(*_):
        if isinstance(outcome := outcomes.pop(0), KnownError):
            raise outcome
        return outcome

    monkeypatch.setattr(type(hub.desk.examiner), "remedies_tried", tried)
    tries = remedy_tries.RemedyTries(hub)
    found = Examination(Manuscript.of("Rain fell."), {Item.GRAMMAR: ItemRun(Item.GRAMMAR)})
    tries.want(found)
    qtbot.waitUntil(lambda: not tries.busy, timeout=2_000)
    assert len(outcomes) == 2, "no story is open"
    operations.open_text(hub, "Rain fell.", "rain")
    for left in (1, 0):
        tries.want(found)
        qtbot.waitUntil(lambda: not tries.busy, timeout=2_000)
        assert len(outcomes) == left
