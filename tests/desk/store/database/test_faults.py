"""What may go wrong around an approval: a kill in the middle, a clock set back, a trail that somebody wrote into."""

import pytest
from sqlalchemy import text as sql

from desk.errors import KnownError
from desk.review import decisions
from desk.review.decisions import Decision, Done
from desk.review.people import actor
from desk.review.states import Action, State
from desk.store.approval import reviews
from desk.store.connect import open_store
from desk.text import moments
from tests.desk.store.database.dying import ALONE, KILLED, PLACES, approve_and_die
from tests.stress.loaded import FROM_LOADED


@pytest.fixture
def with_chief(store, story, check, ask):
    check(story.id)
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF):
        store.reviews.move(ask(story.id, action, ALONE))
    return story


@pytest.mark.parametrize("at", PLACES)
def test_a_kill_between_decision_and_seal_leaves_none_or_a_whole_one(store, where, with_chief, at):
    process = FROM_LOADED.Process(target=approve_and_die, args=(str(where), with_chief.id, at))
    process.start()
    process.join()
    assert process.exitcode == KILLED
    whole = at == "after the commit"
    done = [d.done for d in store.decisions.of_story(with_chief.id)]
    assert (Done.APPROVED in done) == whole
    assert (store.stories.get(with_chief.id).state == State.APPROVED) == whole
    status = store.seals.status(with_chief.id)
    assert status.stands if whole else status is None
    assert store.trail.faults() == []


def test_a_clock_that_is_set_back_does_not_reorder_the_trail(store, with_chief, ask, content, signing_key, monkeypatch):
    early = moments.now().replace(year=2001)
    for module in (moments, decisions, reviews):
        monkeypatch.setattr(module, "now", lambda: early, raising=False)
    monkeypatch.setattr("desk.store.approval.one_move.now", lambda: early)
    store.keys.add(ALONE, signing_key.fingerprint, signing_key.public)
    store.reviews.approve(ask(with_chief.id, Action.APPROVE, ALONE), content(with_chief.id), signing_key)
    trail = store.trail.of_story(with_chief.id)
    assert [entry.place for entry in trail] == [1, 2, 3, 5]  # the key stands at 4
    assert [entry.decision.done for entry in trail][-1] is Done.APPROVED
    assert store.decisions.in_force(with_chief.id).stand.state == State.APPROVED
    assert store.seals.status(with_chief.id).stands
    assert store.trail.faults() == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE decisions SET who = 'Mallory' WHERE place = 2", "Entry 2 of the trail was altered"),
        ("DELETE FROM decisions WHERE place = 2", "Entry 2 was removed from the trail."),
        ("DELETE FROM decisions WHERE place = 3", "Entry 3 was removed from the trail."),
        ("UPDATE decisions SET number = 1000 - number WHERE place IN (1, 2)", "was reordered: it stands before 1"),
        (
            "INSERT INTO decisions SELECT 99, 'f', story, done, 'Mallory', reason, scope, fingerprint, rule, subject, "
            "item, state, answer, undoes, sha256, made, 4, chain, person, role, note, spelt FROM decisions "
            "WHERE place = 3",
            "An entry was inserted into the trail at place 4: “sent to the section chief” by Mallory",
        ),
    ],
)
def test_the_check_of_the_database_names_what_somebody_did_to_the_trail(store, with_chief, statement, said):
    assert store.trail.faults() == []
    with store._access.writing() as elsewhere:
        if store.path is None:
            elsewhere.execute(sql("ALTER TABLE decisions DISABLE TRIGGER decisions_append_only"))
        else:
            for what in ("update", "delete"):
                elsewhere.execute(sql(f"DROP TRIGGER decisions_no_{what}"))
        elsewhere.execute(sql(statement))
    assert any(said in fault for fault in store.trail.faults())


def test_a_trail_without_its_end_is_one_sentence(store, story):
    with store._access.writing() as elsewhere:
        elsewhere.execute(sql("DELETE FROM trail"))
    with pytest.raises(KnownError, match="has lost its end: restore a backup"):
        store.decisions.add(Decision(Done.TICKED, story.id, actor("", "Rosa"), item="Legal read"))


def test_two_stores_on_one_story_the_second_move_is_told_where_the_story_is(store, where, with_chief, ask, content):
    second = open_store(where)
    late = ask(with_chief.id, Action.SPIKE, ALONE, "overtaken")
    store.reviews.move(ask(with_chief.id, Action.RETURN, ALONE, "lead"))
    with pytest.raises(KnownError, match="“Returned” cannot take “Approve”: possible are"):
        second.reviews.approve(ask(with_chief.id, Action.APPROVE, ALONE), content(with_chief.id), None)
    assert second.reviews.move(late).state == State.SPIKED
    second.close()
