"""What is shown of a story is of one moment, whatever another machine saves while it is being read."""

import pytest

from desk.review.seal import text_digest
from desk.story import Draft

BEFORE, AFTER = "Bridge opens\n\nIt rained.\n", "Bridge closed\n\nIt snowed.\n"


@pytest.fixture
def two(people):
    """Return two desks on one database with a story, and its id."""
    one, other = people.set_up(), people.desk("RM")
    return one, other, one.stories.open_text(BEFORE, "bridge").id


@pytest.fixture
def before(monkeypatch):
    """Let something happen on another machine right before a room of the store answers."""

    def happens(room, name, what):
        answer = getattr(room, name)

        def meanwhile(*given, **named):
            monkeypatch.undo()
            what()
            return answer(*given, **named)

        monkeypatch.setattr(room, name, meanwhile)

    return happens


def test_a_story_is_shown_with_the_text_of_its_version(two, before):
    one, other, story_id = two
    before(one.store.stories, "text", lambda: other.saving.save(story_id, Draft(AFTER), None))
    view = one.stories.view(story_id)
    assert (view.version, view.text) == (1, BEFORE)
    assert (one.stories.view(story_id).version, one.stories.view(story_id).text) == (2, AFTER)


def test_the_page_of_a_review_is_of_one_version(two, before):
    one, other, story_id = two
    before(one.store.stories, "versions", lambda: other.saving.save(story_id, Draft(AFTER), None))
    page = one.review.page(story_id)
    assert [version.number for version in page.versions] == [1]
    assert text_digest(page.story.text) == text_digest(BEFORE)


def test_a_report_tells_no_decision_that_its_checklist_does_not_know(two, before):
    one, other, story_id = two
    before(one.store.decisions, "in_force", lambda: other.decisions.tick(story_id, "Facts checked", True))
    report = one.reports.report(story_id)
    assert not any("Facts checked" in str(told) for told in report.trail)
    assert any("Facts checked" in str(told) for told in one.reports.report(story_id).trail)
