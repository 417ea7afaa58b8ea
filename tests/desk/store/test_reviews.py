import pytest

from desk.checks.check import Item
from desk.engine import ItemRun
from desk.errors import KnownError
from desk.review.decisions import Done, on_finding
from desk.review.people import Person, Role
from desk.review.seal import sealed, still_valid
from desk.review.states import Action, State

ROSA, TAM, ODILE = (Person(name) for name in ("Rosa Marquez", "Tam Reyes", "Odile Brandt"))


@pytest.fixture
def with_chief(store, story, finding):
    """The story, checked, one finding waived, and sent to the section chief."""
    store.runs.save(story.id, story.sha256, [ItemRun(Item.STYLE, (finding,))])
    store.decisions.add(on_finding(Done.WAIVED, finding, story.id, ROSA.name, reason="as spoken"))
    for action, person in ((Action.SUBMIT, ROSA), (Action.PASS_ON, ROSA), (Action.SEND_TO_CHIEF, TAM)):
        story = store.reviews.move(story.id, action, person)
    return story


def _seal(store, story, **more):
    run = store.runs.last(story.id)
    findings = [finding for item in run.runs.values() for finding in item.findings]
    waivers = [waiver.id for waiver in store.decisions.in_force(story.id).waivers(findings)]
    text = store.stories.text(story.id)
    return sealed(story.id, **{"text": text, "run_digest": run.digest, "who": ODILE.name, "waivers": waivers, **more})


def test_an_approval_is_sealed_and_found_again(store, with_chief, finding):
    seal = _seal(store, with_chief, acknowledged=["grammar"])
    approved = store.reviews.approve(ODILE, seal)
    assert approved.state is State.APPROVED
    assert store.reviews.seal(approved.id) == seal
    assert store.reviews.sealed_run(seal) == {Item.STYLE: ItemRun(Item.STYLE, (finding,))}
    assert [d.done for d in store.decisions.of_story(approved.id)] == [
        Done.WAIVED,
        Done.SUBMITTED,
        Done.PASSED_ON,
        Done.SENT_TO_CHIEF,
        Done.ACKNOWLEDGED,
        Done.APPROVED,
    ]


def test_any_later_edit_voids_the_approval(store, with_chief, text):
    store.reviews.approve(ODILE, _seal(store, with_chief))
    saved = store.stories.save(with_chief.id, text + "More.", TAM.name)
    assert saved.voided
    assert saved.story.state is State.CHIEF
    last = store.decisions.of_story(with_chief.id)[-1]
    assert (last.done, last.who, last.sha256) == (Done.VOIDED, TAM.name, saved.story.sha256)
    assert not still_valid(store.reviews.seal(with_chief.id), store.stories.text(with_chief.id))
    assert store.decisions.in_force(with_chief.id).stand.state is State.CHIEF


def test_saving_the_same_text_leaves_the_approval_standing(store, with_chief, text):
    store.reviews.approve(ODILE, _seal(store, with_chief))
    saved = store.stories.save(with_chief.id, text, TAM.name, place=4)
    assert not saved.voided
    assert saved.story.state is State.APPROVED


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"text": "Another text."}, "was changed meanwhile"),
        ({"run_digest": "x"}, "say something else by now"),
        ({"waivers": ()}, "waivers of “flood” were changed"),
    ],
)
def test_a_seal_on_something_else_is_refused(store, with_chief, change, sentence):
    with pytest.raises(KnownError, match=sentence):
        store.reviews.approve(ODILE, _seal(store, with_chief, **change))
    assert store.stories.get(with_chief.id).state is State.CHIEF
    assert store.reviews.seal(with_chief.id) is None


def test_a_story_that_was_never_checked_as_it_stands_cannot_be_approved(store, with_chief):
    store.stories.save(with_chief.id, "New text.", TAM.name)
    with pytest.raises(KnownError, match="say something else by now"):
        store.reviews.approve(ODILE, _seal(store, with_chief))


def test_only_a_chief_approves(store, with_chief):
    seal = _seal(store, with_chief)
    with pytest.raises(KnownError, match="is for the section chief"):
        store.reviews.approve(Person(ODILE.name, frozenset({Role.SLOT})), seal)


def test_the_second_read_must_be_another_persons(store, story):
    store.reviews.move(story.id, Action.SUBMIT, ROSA)
    store.reviews.move(story.id, Action.PASS_ON, ROSA)
    with pytest.raises(KnownError, match="Rosa Marquez gave the first read"):
        store.reviews.move(story.id, Action.SEND_TO_CHIEF, ROSA)
    assert store.stories.get(story.id).state is State.SECOND_READ


def test_a_move_keeps_who_when_why_and_what_was_acknowledged(store, story):
    store.reviews.move(story.id, Action.SUBMIT, ROSA)
    moved = store.reviews.move(story.id, Action.PASS_ON, ROSA, acknowledged=["grammar", "names"])
    assert moved.changed > story.changed
    grammar, names, passed = store.decisions.of_story(story.id)[1:]
    assert [grammar.item, names.item] == ["grammar", "names"]
    assert (passed.who, passed.state, passed.sha256) == (ROSA.name, State.SECOND_READ, story.sha256)
    assert set(store.decisions.in_force(story.id).acknowledged) == {"grammar", "names"}
    held = store.reviews.move(story.id, Action.HOLD, TAM, " wait for the court ")
    assert held.state is State.HOLD
    assert store.decisions.of_story(story.id)[-1].reason == "wait for the court"
    assert store.reviews.move(story.id, Action.RESUME, TAM).state is State.SECOND_READ


def test_an_approval_has_its_own_door(store, story):
    with pytest.raises(ValueError, match="approve"):
        store.reviews.move(story.id, Action.APPROVE, ODILE)
