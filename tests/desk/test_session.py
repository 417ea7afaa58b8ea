"""The session against a real database, real checks and real files; grammar has its own tests."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk.checking.checklist import Standing
from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.errors import KnownError
from desk.review.decisions import Scope
from desk.review.people import Role
from desk.review.states import Action, State
from desk.session import Session, sample_path
from desk.story import Draft, Part
from desk.text.blocks import Kind

OWN = tuple(item for item in Item if item is not Item.GRAMMAR)
STORY = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday, said Mayor Ines Duarte.\n"


@pytest.fixture
def session(tmp_path):
    made = []

    def make(user="Rosa Marquez"):
        session = Session(tmp_path / "settings.toml", str(tmp_path / "desk.db"))
        session.change_settings({"user_name": user})
        session.open_store()
        made.append(session)
        return session

    yield make
    for session in made:
        session.close()


@pytest.fixture
def draft_file(tmp_path):
    path = tmp_path / "bridge-opens.txt"
    path.write_text(STORY, "utf-8")
    return path


def examined(session, view, text=None):
    draft = Draft(text or view.text, view.by_hand, view.place, view.format)
    return draft, session.examine(draft, session.brief(view), OWN)


def doubled(examination):
    return next(f for f in examination.runs[Item.STYLE].findings if "opened" in f.quote)


def saved_with_findings(session, view):
    draft, examination = examined(session, view)
    return session.save(view.id, draft, examination).story, draft, examination


def test_a_reopened_story_has_findings_waivers_ticks_and_place_before_any_check(session, draft_file):
    first = session()
    view = first.open_file(draft_file)
    draft, examination = examined(first, view)
    first.save(view.id, replace(draft, place=30, by_hand={0: Kind.FURNITURE}), examination)
    first.waive(view.id, doubled(examination), "as printed in the programme")
    first.tick(view.id, "Legal read", on=True)
    first.close_story(view.id, replace(draft, place=31, by_hand={0: Kind.FURNITURE}))
    first.close()

    again = session().open_file(draft_file)
    assert (again.id, again.place, again.by_hand) == (view.id, 31, {0: Kind.FURNITURE})
    assert again.runs.keys() == examination.runs.keys()
    judged = again.verdicts.judge(doubled(examination))
    assert judged.standing is Standing.WAIVED
    assert "as printed in the programme · Rosa Marquez" in judged.why
    assert again.verdicts.ticked["Legal read"].who == "Rosa Marquez"


def test_a_changed_text_is_a_new_version_and_drops_the_old_run(session, draft_file):
    desk = session()
    view, draft, _ = saved_with_findings(desk, desk.open_file(draft_file))
    changes = desk.save(view.id, replace(draft, text=STORY + "More.\n"), None)
    assert changes.said == "Saved as version 2."
    assert (changes.story.version, dict(changes.story.runs)) == (2, {})
    assert {Part.STORY, Part.QUEUE} <= changes.parts


def test_not_an_error_reaches_as_far_as_it_says(session, draft_file):
    desk = session()
    view, _, examination = saved_with_findings(desk, desk.open_file(draft_file))
    finding = doubled(examination)
    elsewhere = replace(finding, fingerprint="another place")
    here = desk.not_an_error(view.id, finding, Scope.HERE).story
    assert here.verdicts.judge(finding).standing is Standing.NOT_AN_ERROR
    assert here.verdicts.judge(elsewhere).standing is Standing.OPEN
    desk.not_an_error(view.id, finding, Scope.DESK)
    other = desk.open_text("Another story.")
    assert other.verdicts.judge(elsewhere).standing is Standing.NOT_AN_ERROR


def test_a_decision_can_be_taken_back(session, draft_file):
    desk = session()
    view, _, examination = saved_with_findings(desk, desk.open_file(draft_file))
    ruling = desk.waive(view.id, doubled(examination), "stet").story.verdicts.all()[0]
    after = desk.undo_decision(view.id, ruling.id).story
    assert after.verdicts.all() == ()
    assert after.verdicts.judge(doubled(examination)).standing is Standing.OPEN


def test_the_queue_counts_what_is_open(session, draft_file):
    desk = session()
    view = desk.open_file(draft_file)
    assert desk.queue_rows([view.id])[0].open_findings is None
    _, _, examination = saved_with_findings(desk, view)
    found = sum(len(run.findings) for run in examination.runs.values())
    assert desk.queue_rows([view.id])[0].open_findings == found
    desk.waive(view.id, doubled(examination), "stet")
    assert desk.queue_rows([view.id])[0].open_findings == found - 1
    assert desk.queue_ids("opened", [State.DRAFT]) == [view.id]
    assert desk.queue_ids("", [State.APPROVED]) == []


def test_a_second_window_may_read_but_not_write(session, draft_file):
    first, second = session(), session("Tom Reyes")
    view = first.open_file(draft_file)
    there = second.open_story(view.id)
    assert "by Rosa Marquez" in there.read_only
    first.close_story(view.id)
    assert second.open_story(view.id).read_only == ""


def test_a_file_changed_on_disk_is_told_and_can_be_taken(session, draft_file):
    desk = session()
    view = desk.open_file(draft_file)
    assert not view.changed_on_disk
    draft_file.write_text(STORY + "A new end.\n", "utf-8")
    again = desk.open_file(draft_file)
    assert (again.changed_on_disk, again.text) == (True, STORY)
    taken = desk.take_file(view.id)
    assert (taken.text, taken.version) == (STORY + "A new end.\n", 2)
    assert not desk.open_file(draft_file).changed_on_disk


def test_export_never_overwrites_what_somebody_else_wrote(session, draft_file):
    desk = session()
    view = desk.open_file(draft_file)
    draft = Draft("Mine.\n")
    desk.export(view.id, draft, draft_file)
    assert draft_file.read_text("utf-8") == "Mine.\n"
    draft_file.write_text("Theirs.\n", "utf-8")
    said = desk.export(view.id, draft, draft_file).said
    assert "changed by somebody else" in said
    assert draft_file.read_text("utf-8") == "Theirs.\n"
    assert draft_file.with_name("bridge-opens-copydesk.txt").read_text("utf-8") == "Mine.\n"


def test_typed_text_is_kept_apart_until_it_is_saved(session, draft_file):
    desk = session()
    view = desk.open_file(draft_file)
    desk.keep_recovery(view.id, Draft(STORY + "Typed", place=5))
    assert desk.open_story(view.id).text == STORY
    assert desk.recoveries() == []
    desk.save(view.id, Draft(STORY + "Typed on"), None)
    assert desk.store.recovery.of(view.id) is None


def test_an_approval_is_sealed_to_the_exact_text(session):
    desk = session("Rosa Marquez")
    desk.change_settings({"manual_items": ()})
    desk.set_up_alone()
    desk.add_person("Tom Reyes", "TR", {"*": [Role.EDITOR]})
    rosa, tom = desk.person, desk.person_with("tr")
    view, draft, _ = saved_with_findings(
        desk, desk.open_text("Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday.\n\n0 comments\n")
    )
    desk.save(view.id, draft, desk.examine(draft, desk.brief(view), (Item.GRAMMAR,)))
    passed = {"grammar: not-checked": "the engine is away, read by hand"}
    desk.move(view.id, Action.SUBMIT, "", draft)
    desk.move(view.id, Action.PASS_ON, "", draft, passed=passed)
    with pytest.raises(KnownError, match="a second reader is never the first"):
        desk.move(view.id, Action.SEND_TO_CHIEF, "", draft, passed=passed)
    desk.switch(tom.id)
    desk.move(view.id, Action.SEND_TO_CHIEF, "", draft, passed=passed)
    assert [option.action for option in desk.moves_of(view.id)] == [Action.RETURN, Action.HOLD, Action.SPIKE]
    desk.switch(rosa.id)
    options = {option.action: option for option in desk.moves(desk.view(view.id))}
    obstacles = options[Action.APPROVE].obstacles
    assert [o.key for o in obstacles if o.acknowledgeable] == ["grammar: not-checked", "ads: open-warnings"]
    passed["ads: open-warnings"] = "the web desk takes it out"
    with pytest.raises(KnownError, match="was not checked"):
        desk.move(view.id, Action.APPROVE, "", draft)
    assert not desk.queueing.candidates([view.id])[0].is_clear
    approved = desk.move(view.id, Action.APPROVE, "", draft, passed=passed).story
    assert (approved.state, approved.seal_valid, approved.seal.who) == (State.APPROVED, True, "Rosa Marquez")
    assert approved.seal.unchecked == ("grammar",)
    edited = desk.save(view.id, replace(draft, text=draft.text + "One more word.\n"), None)
    assert "approval no longer stands" in edited.said
    assert (edited.story.state, edited.story.seal_valid) == (State.CHIEF, False)
    back = desk.save(view.id, draft, None)
    assert "the approval stands again" in back.said
    assert (back.story.state, back.story.seal_valid) == (State.APPROVED, True)


def test_an_answer_on_two_names_is_told_to_the_checks(session):
    desk = session()
    view = desk.open_text("Ines Duarte spoke. Later Ines Duart left.")
    answer = NameAnswer("Ines Duarte", "Ines Duart", Verdict.DIFFERENT)
    changes = desk.answer_names(view.id, answer)
    assert Part.BRIEF in changes.parts
    assert desk.brief(changes.story).name_answers == (answer,)


def test_pasted_text_has_a_slug_of_its_first_words(session):
    desk = session()
    assert desk.open_text("The mayor’s new bridge opens\n\nText.").slug == "the-mayors-new-bridge-opens"
    assert desk.open_text("…!").slug == "untitled"


def test_the_variant_of_a_story_overrules_the_desk(session):
    desk = session()
    view = desk.open_text("Colour.")
    changes = desk.describe(view.id, variant="en-GB")
    assert desk.brief(changes.story).english == "en-GB"
    assert Part.BRIEF in changes.parts


def test_a_file_that_cannot_be_read_leaves_no_story_behind(session, tmp_path):
    desk = session()
    with pytest.raises(KnownError):
        desk.open_file(tmp_path / "gone.txt")
    assert desk.queue_ids() == []


def test_the_sample_is_there_and_shows_something_in_each_own_item(session):
    desk = session()
    view = desk.open_file(sample_path())
    _, examination = examined(desk, view)
    assert {item for item, run in examination.runs.items() if run.findings} == set(OWN)
    assert isinstance(sample_path(), Path)
