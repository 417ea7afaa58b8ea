"""Two texts that were saved apart are laid together into a version made from both."""

import pytest

from desk.errors import KnownError
from desk.merging.values import Asks, MergeAnswer, Take
from desk.story import Draft
from tests.desk.store.stories.test_version_graph import put_apart

LEAD = "The harbour bridge will close for two weeks from Monday, the engineer said on Friday."
FERRY = "Ferries will run every ten minutes from the northern pier while the work lasts."
BOTH = f"{LEAD}\n\n{FERRY}\n"


@pytest.fixture
def desk(people):
    return people.desk(user_name="Anna Berg")


@pytest.fixture
def apart(desk):
    """A story whose two paragraphs were edited here, and the second one elsewhere as well."""
    story = desk.stories.open_text(BOTH, "bridge")
    first = desk.store.stories.versions(story.id)[0].digest
    desk.saving.save(story.id, Draft(BOTH.replace("Friday", "Saturday").replace("ten", "twelve")), None)
    put_apart(desk.store, story.id, BOTH.replace("ten", "fifteen"), first)
    return story.id


def test_what_needs_a_person_is_told_with_names(desk, apart):
    found = desk.laying.apart(apart)
    assert [question.asks for question in found.merge.questions] == [Asks.CHANGED_TWICE]
    assert (found.ours.name, found.theirs.name, found.more) == ("Anna Berg", "Rosa Marquez", 0)
    assert (found.by_itself, found.needs) == (
        "Came together by itself: 1 paragraph as Anna Berg has it.",
        "1 paragraph needs you.",
    )


def test_the_answer_becomes_a_version_made_from_both(desk, apart):
    found = desk.laying.apart(apart)
    changes = desk.laying.lay(found, found.merge.settled({0: MergeAnswer(Take.THEIRS)}))
    newest = desk.store.stories.versions(apart)[0]
    assert changes.said == "Laid together as version 4."
    assert changes.story.headline == desk.stories.view(apart).headline
    assert changes.story.text == BOTH.replace("Friday", "Saturday").replace("ten", "fifteen")
    assert newest.parents == tuple(sorted([found.ours.version, found.theirs.version]))
    assert newest.why.startswith("laid together with the text of Rosa Marquez, here, ")
    with pytest.raises(KnownError, match="has one text alone: there is nothing to lay together"):
        desk.laying.apart(apart)
    assert desk.store.audit.faults() == []


def test_the_headline_follows_the_text_that_two_came_to(desk):
    story = desk.stories.open_text(f"Bridge to close\n\nBy Ada Holm\n\n{BOTH}", "bridge")
    first = desk.store.stories.versions(story.id)[0].digest
    desk.saving.save(story.id, Draft(story.text.replace("Friday", "Saturday")), None)
    put_apart(desk.store, story.id, story.text.replace("Bridge to close", "Bridge stays open"), first)
    found = desk.laying.apart(story.id)
    assert desk.laying.lay(found, found.merge.settled({})).story.headline == "Bridge stays open"


def test_what_was_laid_together_meanwhile_is_not_laid_twice(desk, apart):
    found = desk.laying.apart(apart)
    text = found.merge.settled({0: MergeAnswer(Take.OURS)})
    desk.laying.lay(found, text)
    with pytest.raises(KnownError, match="laid it together meanwhile: look at what needs you once more"):
        desk.laying.lay(found, text)


def test_what_needs_nobody_is_laid_together_at_once_and_the_rest_is_left(desk, apart):
    story = desk.stories.open_text(BOTH, "quay")
    first = desk.store.stories.versions(story.id)[0].digest
    desk.saving.save(story.id, Draft(BOTH.replace("Friday", "Saturday")), None)
    put_apart(desk.store, story.id, BOTH.replace("ten", "fifteen"), first)
    with desk.store._access.writing() as connection:
        connection.exec_driver_sql("UPDATE stories SET apart = 1")
    desk.store.locks.release_all()
    assert desk.laying.lay_clear().said == "1 story was laid together. 1 story is left."
    assert desk.store.stories.text(story.id) == BOTH.replace("Friday", "Saturday").replace("ten", "fifteen")
    assert [needs.questions for needs in desk.laying.waiting()] == [1]


def test_a_third_text_is_laid_together_afterwards(desk, apart):
    first = desk.store.stories.versions(apart)[-1].digest
    put_apart(desk.store, apart, BOTH.replace("northern", "southern"), first)
    found = desk.laying.apart(apart)
    said = desk.laying.lay(
        found, found.merge.settled({q.number: MergeAnswer(Take.OURS) for q in found.merge.questions})
    )
    assert said.said.endswith("More texts of it are still apart.")
    again = desk.laying.apart(apart)
    desk.laying.lay(again, again.merge.settled({q.number: MergeAnswer(Take.OURS) for q in again.merge.questions}))
    assert desk.store.audit.faults() == []
