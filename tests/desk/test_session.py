"""An open desk against a real database, real checks and real files; grammar has its own tests."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk.checking.checklist import Standing
from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.paths import sample_path
from desk.review.decisions import Scope
from desk.review.move_request import MoveRequest
from desk.review.people import Role
from desk.review.queue import Filter
from desk.review.states import Action, State
from desk.session import Session
from desk.story import Draft, Part
from desk.text.blocks import Kind

OWN = tuple(item for item in Item if item is not Item.GRAMMAR)
STORY = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday, said Mayor Ines Duarte.\n"


@pytest.fixture
def open_desk(tmp_path):
    made = []

    def make(user="Rosa Marquez"):
        session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
        session.examiner.change_settings({"user_name": user})
        desk = session.open_store()
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def draft_file(tmp_path):
    path = tmp_path / "bridge-opens.txt"
    path.write_text(STORY, "utf-8")
    return path


def examined(desk, view, text=None):
    draft = Draft(text or view.text, view.by_hand, view.place, view.format)
    return draft, desk.examiner.examine(draft, desk.examiner.brief(view), OWN)


def doubled(examination):
    return next(f for f in examination.runs[Item.STYLE].findings if "opened" in f.quote)


def saved_with_findings(desk, view):
    draft, examination = examined(desk, view)
    return desk.saving.save(view.id, draft, examination).story, draft, examination


def test_a_reopened_story_has_findings_waivers_ticks_and_place_before_any_check(open_desk, draft_file):
    first = open_desk()
    view = first.stories.open_file(draft_file)
    draft, examination = examined(first, view)
    first.saving.save(view.id, replace(draft, place=30, by_hand={0: Kind.FURNITURE}), examination)
    first.decisions.waive(view.id, doubled(examination), "as printed in the programme")
    first.decisions.tick(view.id, "Legal read", on=True)
    first.stories.close_story(view.id, replace(draft, place=31, by_hand={0: Kind.FURNITURE}))
    first.close()

    again = open_desk().stories.open_file(draft_file)
    assert (again.id, again.place, again.by_hand) == (view.id, 31, {0: Kind.FURNITURE})
    assert again.runs.keys() == examination.runs.keys()
    judged = again.verdicts.judge(doubled(examination))
    assert judged.standing is Standing.WAIVED
    assert "as printed in the programme · Rosa Marquez" in judged.why
    assert again.verdicts.ticked["Legal read"].who == "Rosa Marquez"


def test_a_changed_text_is_a_new_version_and_drops_the_old_run(open_desk, draft_file):
    desk = open_desk()
    view, draft, _ = saved_with_findings(desk, desk.stories.open_file(draft_file))
    changes = desk.saving.save(view.id, replace(draft, text=STORY + "More.\n"), None)
    assert changes.said == "Saved as version 2."
    assert (changes.story.version, dict(changes.story.runs)) == (2, {})
    assert {Part.STORY, Part.QUEUE} <= changes.parts


def test_not_an_error_reaches_as_far_as_it_says(open_desk, draft_file):
    desk = open_desk()
    view, _, examination = saved_with_findings(desk, desk.stories.open_file(draft_file))
    finding = doubled(examination)
    elsewhere = replace(finding, fingerprint="another place")
    here = desk.decisions.not_an_error(view.id, finding, Scope.HERE).story
    assert here.verdicts.judge(finding).standing is Standing.NOT_AN_ERROR
    assert here.verdicts.judge(elsewhere).standing is Standing.OPEN
    desk.decisions.not_an_error(view.id, finding, Scope.DESK)
    other = desk.stories.open_text("Another story.")
    assert other.verdicts.judge(elsewhere).standing is Standing.NOT_AN_ERROR


def test_a_decision_can_be_taken_back(open_desk, draft_file):
    desk = open_desk()
    view, _, examination = saved_with_findings(desk, desk.stories.open_file(draft_file))
    ruling = desk.decisions.waive(view.id, doubled(examination), "stet").story.verdicts.all()[0]
    after = desk.decisions.undo_decision(view.id, ruling.id).story
    assert after.verdicts.all() == ()
    assert after.verdicts.judge(doubled(examination)).standing is Standing.OPEN


def test_the_queue_counts_what_is_open(open_desk, draft_file):
    desk = open_desk()
    view = desk.stories.open_file(draft_file)
    assert desk.queue.rows([view.id])[0].open_findings is None
    _, _, examination = saved_with_findings(desk, view)
    found = sum(len(run.findings) for run in examination.runs.values())
    assert desk.queue.rows([view.id])[0].open_findings == found
    desk.decisions.waive(view.id, doubled(examination), "stet")
    assert desk.queue.rows([view.id])[0].open_findings == found - 1
    assert desk.queue.ids(Filter(text="opened", states=frozenset({State.DRAFT}))) == [view.id]
    assert desk.queue.ids(Filter(states=frozenset({State.APPROVED}))) == []


def test_a_second_window_may_read_but_not_write(open_desk, draft_file):
    first, second = open_desk(), open_desk("Tom Reyes")
    view = first.stories.open_file(draft_file)
    there = second.stories.open_story(view.id)
    assert "by Rosa Marquez" in there.read_only
    first.stories.close_story(view.id)
    assert second.stories.open_story(view.id).read_only == ""


def test_a_file_changed_on_disk_is_told_and_can_be_taken(open_desk, draft_file):
    desk = open_desk()
    view = desk.stories.open_file(draft_file)
    assert not view.changed_on_disk
    draft_file.write_text(STORY + "A new end.\n", "utf-8")
    again = desk.stories.open_file(draft_file)
    assert (again.changed_on_disk, again.text) == (True, STORY)
    taken = desk.stories.take_file(view.id)
    assert (taken.text, taken.version) == (STORY + "A new end.\n", 2)
    assert not desk.stories.open_file(draft_file).changed_on_disk


def test_export_never_overwrites_what_somebody_else_wrote(open_desk, draft_file):
    desk = open_desk()
    view = desk.stories.open_file(draft_file)
    draft = Draft("Mine.\n")
    desk.exports.export(view.id, draft, draft_file)
    assert draft_file.read_text("utf-8") == "Mine.\n"
    draft_file.write_text("Theirs.\n", "utf-8")
    said = desk.exports.export(view.id, draft, draft_file).told
    assert "changed by somebody else" in said
    assert draft_file.read_text("utf-8") == "Theirs.\n"
    assert draft_file.with_name("bridge-opens-copydesk.txt").read_text("utf-8") == "Mine.\n"


def test_typed_text_is_kept_apart_until_it_is_saved(open_desk, draft_file):
    desk = open_desk()
    view = desk.stories.open_file(draft_file)
    desk.saving.keep_recovery(view.id, Draft(STORY + "Typed", place=5))
    assert desk.stories.open_story(view.id).text == STORY
    assert desk.saving.recoveries() == []
    desk.saving.save(view.id, Draft(STORY + "Typed on"), None)
    assert desk.store.recovery.of(view.id) is None


def test_an_approval_is_sealed_to_the_exact_text(open_desk):
    desk = open_desk("Rosa Marquez")
    desk.change_settings({"manual_items": ()})
    desk.people.set_up_alone()
    desk.people.add("Tom Reyes", "TR", {"*": [Role.EDITOR]})
    rosa, tom = desk.people.working, desk.people.with_initials("tr")
    view, draft, _ = saved_with_findings(
        desk, desk.stories.open_text("Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday.\n\n0 comments\n")
    )
    desk.saving.save(view.id, draft, desk.examiner.examine(draft, desk.examiner.brief(view), (Item.GRAMMAR,)))
    passed = {"grammar: not-checked": "the engine is away, read by hand"}
    desk.moves.move(MoveRequest(story=view.id, action=Action.SUBMIT), draft)
    desk.moves.move(MoveRequest(story=view.id, action=Action.PASS_ON, passed=passed), draft)
    with pytest.raises(KnownError, match="a second reader is never the first"):
        desk.moves.move(MoveRequest(story=view.id, action=Action.SEND_TO_CHIEF, passed=passed), draft)
    desk.people.switch(tom.id)
    desk.moves.move(MoveRequest(story=view.id, action=Action.SEND_TO_CHIEF, passed=passed), draft)
    assert [option.action for option in desk.moves.options(view.id)] == [Action.RETURN, Action.HOLD, Action.SPIKE]
    desk.people.switch(rosa.id)
    options = {option.action: option for option in desk.moves.options(view.id)}
    obstacles = options[Action.APPROVE].obstacles
    assert [o.key for o in obstacles if o.acknowledgeable] == ["grammar: not-checked", "ads: open-warnings"]
    passed["ads: open-warnings"] = "the web desk takes it out"
    with pytest.raises(KnownError, match="was not checked"):
        desk.moves.move(MoveRequest(story=view.id, action=Action.APPROVE), draft)
    assert not desk.queue.candidates([view.id])[0].is_clear
    approved = desk.moves.move(MoveRequest(story=view.id, action=Action.APPROVE, passed=passed), draft).story
    assert (approved.state, approved.seal_valid, approved.seal.who) == (State.APPROVED, True, "Rosa Marquez")
    assert approved.seal.unchecked == ("grammar",)
    edited = desk.saving.save(view.id, replace(draft, text=draft.text + "One more word.\n"), None)
    assert "approval no longer stands" in edited.said
    assert (edited.story.state, edited.story.seal_valid) == (State.CHIEF, False)
    back = desk.saving.save(view.id, draft, None)
    assert "the approval stands again" in back.said
    assert (back.story.state, back.story.seal_valid) == (State.APPROVED, True)


def test_an_answer_on_two_names_is_told_to_the_checks(open_desk):
    desk = open_desk()
    view = desk.stories.open_text("Ines Duarte spoke. Later Ines Duart left.")
    answer = NameAnswer("Ines Duarte", "Ines Duart", Verdict.DIFFERENT)
    changes = desk.decisions.answer_pair(view.id, Item.NAMES, answer)
    assert Part.BRIEF in changes.parts
    assert desk.examiner.brief(changes.story).name_answers == (answer,)


def test_pasted_text_has_a_slug_of_its_first_words(open_desk):
    desk = open_desk()
    assert desk.stories.open_text("The mayor’s new bridge opens\n\nText.").slug == "the-mayors-new-bridge-opens"
    assert desk.stories.open_text("…!").slug == "untitled"


def test_the_variant_of_a_story_overrules_the_desk(open_desk):
    desk = open_desk()
    view = desk.stories.open_text("Colour.")
    changes = desk.stories.describe(view.id, variant="en-GB")
    assert desk.examiner.brief(changes.story).english == "en-GB"
    assert Part.BRIEF in changes.parts


def test_a_file_that_cannot_be_read_leaves_no_story_behind(open_desk, tmp_path):
    desk = open_desk()
    with pytest.raises(KnownError):
        desk.stories.open_file(tmp_path / "gone.txt")
    assert desk.queue.ids(Filter()) == []


def test_the_sample_is_there_and_shows_something_in_each_own_item(open_desk):
    desk = open_desk()
    view = desk.stories.open_file(sample_path())
    _, examination = examined(desk, view)
    assert {item for item, run in examination.runs.items() if run.findings} == set(OWN)
    assert isinstance(sample_path(), Path)
