"""Questions and operations: what only asks cannot change, what changes says what."""

from functools import partial

import pytest

from desk.errors import BugError
from desk.story import Part
from ui.__main__ import make_session
from ui.work import decisions, operations
from ui.work.hub import Hub
from ui.work.lanes import nothing
from ui.work.shared_desk import SharedDesk


@pytest.fixture
def hub(inline, qtbot):
    made = Hub(SharedDesk(inline))
    made.start(partial(make_session, ""))
    yield made
    made.end()


@pytest.mark.parametrize(
    "planted",
    [
        lambda desk: desk.stories.open_text("Rain fell."),
        lambda desk: desk.stories.open_story(desk.stories.named("rain")),
        lambda desk: desk.decisions.tick(desk.stories.named("rain"), "Legal read", True),
        lambda desk: desk.review.looked(desk.review.page(desk.stories.named("rain"))),
        lambda desk: desk.saving.build_on(desk.stories.named("rain"), 1),
        lambda desk: desk.change_settings({"theme": "dark"}),
        lambda desk: desk.signing_keys.new(),
    ],
)
def test_a_question_that_changes_something_is_ours_to_mend(hub, planted):
    operations.open_text(hub, "Rain fell.", "rain")
    with pytest.raises(BugError, match="a question changes something"):
        hub.ask(planted, nothing)


def test_a_question_is_answered_and_nothing_is_published(hub):
    operations.open_text(hub, "Rain fell.", "rain")
    told, changed = [], []
    hub.changed.connect(changed.append)
    hub.ask(lambda desk: desk.stories.view(desk.stories.named("rain")).text, told.append)
    assert (told, changed) == (["Rain fell."], [])


def test_an_operation_says_what_it_changed(hub):
    changed = []
    hub.changed.connect(changed.append)
    operations.open_text(hub, "Rain fell.", "rain")
    operations.build_on(hub, hub.story.id, 1)
    decisions.tick(hub, hub.story.id, "Legal read", True)
    assert [Part.TEXT in changes.parts for changes in changed] == [True, False, False]
    assert Part.DECISIONS in changed[-1].parts
