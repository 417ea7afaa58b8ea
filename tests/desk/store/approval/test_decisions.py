import pytest

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.review.decisions import Decision, Done, Scope, on_finding
from desk.review.people import Person, actor
from desk.review.states import State
from desk.store.records.values import NewStory

ROSA = actor("", "Rosa Marquez")


def test_a_waiver_settles_its_finding_and_the_queue_knows(store, story, finding):
    store.runs.save(story.id, story.sha256, [ItemRun(Item.STYLE, (finding,)), ItemRun(Item.GRAMMAR, unchecked="None.")])
    counts = store.stories.get(story.id).open
    assert (counts.errors, counts.warnings, counts.all, dict(counts.by_item)) == (1, 0, 1, {"style": 1})
    assert counts.unchecked == ("grammar",)
    force = store.decisions.add(on_finding(Done.WAIVED, finding, story.id, ROSA, reason="as quoted"))
    assert force.on(finding).reason == "as quoted"
    assert store.stories.get(story.id).open.all == 0
    assert store.queue.page().rows[0].open.unchecked == ("grammar",)


def test_undoing_a_decision_opens_the_finding_again_and_keeps_the_record(store, story, finding):
    store.runs.save(story.id, story.sha256, [ItemRun(Item.STYLE, (finding,))])
    force = store.decisions.add(on_finding(Done.NOT_AN_ERROR, finding, story.id, ROSA))
    undone = store.decisions.undo(force.listed[0].id, Person("Tam Reyes"))
    assert store.decisions.in_force(story.id).on(finding) is None
    assert store.stories.get(story.id).open.errors == 1
    assert [(d.done, d.who.name) for d in store.decisions.of_story(story.id)] == [
        (Done.NOT_AN_ERROR, ROSA.name),
        (Done.UNDONE, "Tam Reyes"),
    ]
    store.decisions.undo(undone.id, Person(ROSA.name))
    assert store.decisions.in_force(story.id).on(finding) is not None


def test_not_an_error_on_this_desk_counts_for_every_story(store, story, finding):
    other = store.stories.create(NewStory(slug="other", text="the the"), ROSA)
    force = store.decisions.add(on_finding(Done.NOT_AN_ERROR, finding, story.id, ROSA, scope=Scope.DESK))
    assert store.decisions.in_force(other.id).on(finding) is not None
    store.decisions.undo(force.listed[0].id, Person(ROSA.name))
    assert store.decisions.in_force(other.id).on(finding) is None


def test_a_decision_for_the_whole_desk_is_counted_in_every_story_of_the_queue(store, story, finding):
    other = store.stories.create(NewStory(slug="other", text="the the"), ROSA)
    for each in (story, other):
        store.runs.save(each.id, each.sha256, [ItemRun(Item.STYLE, (finding,))])
    force = store.decisions.add(on_finding(Done.NOT_AN_ERROR, finding, story.id, ROSA, scope=Scope.DESK))
    assert [store.stories.get(each.id).open.all for each in (story, other)] == [0, 0]
    store.decisions.undo(force.listed[0].id, Person(ROSA.name))
    assert [store.stories.get(each.id).open.all for each in (story, other)] == [1, 1]


def test_not_an_error_in_this_story_counts_for_it_alone(store, story, finding):
    other = store.stories.create(NewStory(slug="other", text="the the"), ROSA)
    store.decisions.add(on_finding(Done.NOT_AN_ERROR, finding, story.id, ROSA, scope=Scope.STORY))
    assert store.decisions.in_force(other.id).on(finding) is None


def test_every_field_of_a_decision_comes_back(store, story):
    answer = NameAnswer("Ines Dorval", "Inés Dorval", Verdict.SAME)
    made = Decision(
        Done.ANSWERED,
        story.id,
        ROSA,
        reason="asked \ud800",
        fingerprint="f",
        rule="r",
        subject="a\0b",
        item="names",
        answer=answer,
        sha256=story.sha256,
    )
    store.decisions.add(made)
    assert store.decisions.of_story(story.id) == [made]
    assert store.decisions.in_force(story.id).answers == (answer,)


def test_ticks_come_from_decisions(store, story):
    store.decisions.add(Decision(Done.TICKED, story.id, ROSA, item="Legal read"))
    assert store.decisions.in_force(story.id).ticked["Legal read"].who == ROSA
    store.decisions.add(Decision(Done.UNTICKED, story.id, ROSA, item="Legal read"))
    assert store.decisions.in_force(story.id).ticked == {}


def test_a_decision_that_is_not_there_cannot_be_undone(store):
    with pytest.raises(KnownError, match="not in the database"):
        store.decisions.undo("0" * 32, Person(ROSA.name))


def test_a_move_has_its_own_door(store, story):
    for done in (Done.APPROVED, Done.MOVED, Done.VOIDED, Done.RESTORED):
        with pytest.raises(ValueError, match="reviews"):
            store.decisions.add(Decision(done, story.id, ROSA))
    with pytest.raises(ValueError, match="reviews"):
        store.decisions.add(Decision(Done.TICKED, story.id, ROSA, state=State.APPROVED))
