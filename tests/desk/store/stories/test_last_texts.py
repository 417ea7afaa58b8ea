"""Texts of many stories at once: by whom and when they were approved, in a file and on a server."""

from desk.review.people import Person
from desk.store.records.values import NewStory


def test_who_approved_and_who_wrote_last_is_known_of_what_is_approved_now(store, story, check, approve):
    chief = Person("Odile Brandt")
    other = store.stories.create(NewStory(slug="other", text="Other words."), Person("Tam Reyes").actor)
    check(story.id)
    approve(story.id, chief)
    (one,) = store.last_texts.approved(5)
    assert (one.story, one.sha256, one.approver) == (story.id, story.sha256, chief.id)
    assert one.writers == {store.stories.versions(story.id)[0].who.id}
    assert one.day == store.seals.last(story.id).when.date()
    assert store.last_texts.approved(0) == []
    assert {text.text for text in store.last_texts.of([story.id, other.id])} == {
        store.stories.text(story.id),
        "Other words.",
    }
