import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from desk.checking.checklist import ItemState
from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.errors import InTheWay, KnownError
from desk.review.decisions import Decision, Done
from desk.review.move_request import MoveRequest
from desk.review.people import NO_ONE
from desk.review.seal import text_digest
from desk.review.states import Action, State
from desk.store.records.codec import digest_of_plain, runs_to_plain
from desk.store.records.trail_entries import append
from desk.store.records.values import Overtaken
from desk.story import Draft

CLEAN = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened on Monday.\n"


def _elsewhere(desk, statement, *values):
    """Do what another program would: write into the database behind our back, triggers out of the way."""
    with closing(sqlite3.connect(desk.store.path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if name.endswith(("_no_update", "_no_delete")):
                connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement, values)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE texts SET body = CAST('Other words.' AS BLOB) WHERE sha256 = ?", "changed by another program behind"),
        ("UPDATE stories SET headline = 'Bridge shuts' WHERE sha256 = ?", "The headline was changed after"),
        ("UPDATE stories SET kinds = '[[0,\"paid\"]]' WHERE sha256 = ?", "The copy map was changed after"),
        ("UPDATE seals SET payload = replace(payload, 'as I see it', 'all well') WHERE sha256 = ?", "seal was altered"),
        ("UPDATE decisions SET chain = sha256 WHERE done = 'approved' AND sha256 = ?", "The trail is not the one"),
    ],
)
def test_an_edit_by_another_program_shows_the_approval_void_and_puts_the_state_right(approved, statement, why):
    desk, story = approved
    assert not desk.queue.rows([story.id])[0].void
    _elsewhere(desk, statement, story.seal.sha256)
    assert desk.queue.rows([story.id])[0].void
    assert why in desk.stories.view(story.id).seal.why_void
    assert not desk.stories.view(story.id).seal_valid
    opened = desk.stories.open_story(story.id)
    assert (opened.state, opened.seal_valid) == (State.CHIEF, False)
    assert "no longer stands" in opened.notes[0]
    assert (desk.store.trail.faults() == []) == ("decisions" not in statement)


def test_what_stands_beside_a_seal_proves_nothing(approved, tmp_path):
    desk, story = approved
    path = tmp_path / "other.txt"
    path.write_text("Other words.\n", "utf-8")
    _elsewhere(desk, "UPDATE seals SET sha256 = ?, place = 0", text_digest("Other words.\n"))
    assert desk.proofs.of_file(path).why == "No approval of this text is known here."
    assert desk.proofs.of_story(story.id).approved


def test_a_seal_that_cannot_be_read_is_one_sentence_and_no_approval(approved):
    desk, story = approved
    for payload in ("[" * 50_000, "{}", "\ufeff", '{"copydesk_seal":9}'):
        _elsewhere(desk, "UPDATE seals SET payload = ?", payload)
        assert "what was signed cannot be read any more" in desk.stories.view(story.id).seal.why_void
        assert desk.queue.rows([story.id])[0].void


def test_an_approval_that_was_returned_is_not_brought_back_by_an_entry(approved, go):
    desk, story = approved
    go(desk, story.id, "reopen", "wait")
    with desk.store._access.writing() as elsewhere:
        append(elsewhere, Decision(Done.RESTORED, story.id, NO_ONE, state="approved", sha256=story.seal.sha256))
        elsewhere.exec_driver_sql(f"UPDATE stories SET state = 'approved', seal = '{story.seal.id}'")
    assert desk.queue.rows([story.id])[0].void
    assert desk.stories.open_story(story.id).state == State.REOPENED


def test_a_state_that_another_program_wrote_is_no_state(people):
    desk = people.desk()
    view = desk.stories.open_text(CLEAN, "bridge")
    _elsewhere(desk, "UPDATE stories SET state = 'approved' WHERE id = ?", view.id)
    shown = desk.stories.view(view.id)
    assert "no approval of the trail led there" in shown.seal.why_void
    opened = desk.stories.open_story(view.id)
    assert (opened.state, opened.seal) == (State.DRAFT, None)
    assert opened.notes == ("Another program wrote “Approved” into the database; by the trail the story is “Draft”.",)


def test_a_text_put_in_place_of_the_approved_one_in_the_database_is_void_until_it_is_put_back(approved):
    desk, story = approved
    other = text_digest("x")
    _elsewhere(desk, "INSERT INTO texts VALUES (?, CAST('x' AS BLOB))", other)
    _elsewhere(desk, "UPDATE stories SET sha256 = ?", other)
    assert "edited after Odile Brandt" in desk.stories.view(story.id).seal.why_void
    _elsewhere(desk, "UPDATE stories SET sha256 = ?", story.seal.sha256)
    assert desk.stories.view(story.id).seal.stands


def test_two_at_one_story_the_second_is_told_what_the_first_wrote_and_nothing_is_lost(people):
    people.set_up()
    first, second = people.desk("RM"), people.desk("TR")
    view = first.stories.open_text(CLEAN, "bridge")
    second.stories.view(view.id)
    second.saving.build_on(view.id, view.version)
    first.saving.save(view.id, Draft(CLEAN + "First.\n"), None)
    with pytest.raises(Overtaken, match=r"Rosa Marquez saved “bridge” while it was edited here \(") as told:
        second.saving.save(view.id, Draft(CLEAN + "Second.\n"), None)
    assert (told.value.who, told.value.version, told.value.text) == ("Rosa Marquez", 2, CLEAN + "First.\n")
    assert first.store.stories.text(view.id) == CLEAN + "First.\n"
    with pytest.raises(Overtaken):
        second.moves.move(MoveRequest(story=view.id, action=Action.SUBMIT), Draft(CLEAN + "Second.\n"))
    assert first.stories.view(view.id).state == State.DRAFT


def test_several_are_approved_at_once_only_where_nothing_stands_in_the_way(people, checked, go):
    desk = people.desk(manual_items=())
    (people.folder / "review.toml").write_text('version = 1\n[gate]\ngrammar = "off"\nads = "off"\n', "utf-8")
    desk.change_settings({"manual_items": ()})
    ids = []
    for slug, text in (("clean", CLEAN), ("dirty", CLEAN.replace("opened on", "opened opened on"))):
        view = desk.stories.open_text(text, slug)
        checked(desk, view.id, text)
        for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF):
            go(desk, view.id, action)
        ids.append(view.id)
    said = desk.queue.approve(desk.queue.candidates(ids)).said
    assert desk.stories.view(ids[0]).seal.stands
    assert said.startswith("clean: approved. Not approved: dirty: ")
    assert "“House style” has 1 open error" in said
    assert desk.store.seals.last(ids[1]) is None


def test_an_edit_of_a_paragraph_reopens_its_waiver_and_the_ticks_that_say_so(people, checked):
    desk = people.desk()
    (people.folder / "review.toml").write_text('version = 1\n[gate]\nagain_after_edit = ["Facts checked"]\n', "utf-8")
    desk.change_settings({"manual_items": ("Facts checked", "Legal read")})
    text = CLEAN.replace("opened on", "opened opened on") + "\nRain fell.\n"
    view = desk.stories.open_text(text, "bridge")
    checked(desk, view.id, text)
    finding = next(f for f in desk.stories.view(view.id).runs[Item.STYLE].findings if "opened" in f.quote)
    desk.decisions.waive(view.id, finding, "as spoken")
    for item in ("Facts checked", "Legal read"):
        desk.decisions.tick(view.id, item, True)

    def standing(words):
        now = checked(desk, view.id, words)
        lines = {line.item: line for line in desk.review.checklist(now)}
        found = next(j for j in lines["style"].findings if "opened" in j.finding.quote)
        return (
            found.standing,
            now.verdicts.judge(found.finding).standing,
            lines["Facts checked"].state,
            lines["Legal read"].state,
        )

    assert standing(text) == ("waived", "waived", "passed", "passed")
    assert standing(text.replace("Rain", "Snow")) == ("waived", "waived", "attention", "passed")
    assert standing(text.replace("Monday", "Tuesday")) == ("open", "open", "attention", "passed")
    assert standing(text) == ("waived", "waived", "passed", "passed")


def test_what_a_return_hands_over_is_the_editors_list_until_the_story_moves_on(approved, go):
    desk, story = approved
    rosa = desk.people.with_initials("RM")
    picked = {"findings": ["f1"], "comments": ["c1", "c2"]}
    desk.moves.move(
        MoveRequest(story=story.id, action=Action.RETURN, note="look at the lead", to=rosa.id, picked=picked)
    )
    work = desk.moves.work_list(story.id)
    assert (work.by, work.note, work.to_name) == ("Odile Brandt", "look at the lead", "Rosa Marquez")
    assert (work.findings, work.comments) == (("f1",), ("c1", "c2"))
    go(desk, story.id, Action.SUBMIT)
    assert desk.moves.work_list(story.id) is None


def test_deadlines_and_holds_are_kept_with_the_story(people):
    desk = people.desk()
    view = desk.stories.open_text(CLEAN, "bridge")
    when = datetime(2026, 11, 24, 18, tzinfo=UTC)
    assert desk.stories.set_deadline(view.id, when).story.deadline == when
    held = desk.moves.move(MoveRequest(story=view.id, action=Action.HOLD, note="court", until=when)).story
    assert (held.state, held.hold_until) == (State.HOLD, when)
    with pytest.raises(KnownError, match="cannot take “Hold”: possible are “Take off hold”"):
        desk.moves.move(MoveRequest(story=view.id, action=Action.HOLD, note="again"))


def test_a_key_of_the_review_says_what_it_does_and_why_it_does_not(people, checked, go):
    desk = people.set_up()
    view = desk.stories.open_text(CLEAN, "bridge")
    checked(desk, view.id, CLEAN)
    go(desk, view.id, Action.SUBMIT)
    desk.people.switch(desk.people.with_initials("RM").id)
    page = desk.review.page(view.id)
    assert (page.approving.action, page.approving.can_be_made) == (Action.APPROVE, False)
    assert "cannot take “Approve”" in page.approving.why_not
    assert (page.returning.can_be_made, page.returning.why_not, page.holding.why_not) == (True, "", "")


def test_a_page_is_approved_where_nothing_stands_in_the_way_and_no_key_is_made_before(people, checked, go):
    desk = people.desk()
    view = desk.stories.open_text(CLEAN, "bridge")
    checked(desk, view.id, CLEAN)
    for action in (Action.SUBMIT, Action.PASS_ON, Action.SEND_TO_CHIEF):
        go(desk, view.id, action)
    page = desk.review.page(view.id)
    assert page.approving.in_the_way
    with pytest.raises(InTheWay, match="Facts checked"):
        desk.review.approve(page)
    assert desk.signing_keys.all() == []
    with pytest.raises(InTheWay, match="has to wait"):
        desk.review.decide(page, MoveRequest(story=view.id, action=page.approving.action))
    passed = {obstacle.key: "as I see it" for obstacle in desk.review.page(view.id).approving.in_the_way}
    wanted = MoveRequest(story=view.id, action=page.approving.action, passed=passed)
    assert desk.review.decide(desk.review.page(view.id), wanted).story.seal.stands


def test_a_line_of_the_queue_says_whether_its_chief_reads_it(people, checked, go):
    desk = people.set_up()
    view = desk.stories.open_text(CLEAN, "bridge")
    checked(desk, view.id, CLEAN)

    def for_review(initials):
        desk.people.switch(desk.people.with_initials(initials).id)
        return desk.queue.rows([view.id])[0].for_review

    assert not for_review("OB")
    for initials, action in (("RM", Action.SUBMIT), ("RM", Action.PASS_ON), ("TR", Action.SEND_TO_CHIEF)):
        desk.people.switch(desk.people.with_initials(initials).id)
        go(desk, view.id, action)
    assert (for_review("RM"), for_review("OB")) == (False, True)
    go(desk, view.id, Action.APPROVE)
    row = desk.queue.rows([view.id])[0]
    assert (row.for_review, row.is_done, row.is_on_hold) == (True, True, False)


def test_what_was_not_approved_with_others_is_told_apart(people, checked):
    desk = people.desk()
    view = desk.stories.open_text(CLEAN, "bridge")
    done = desk.queue.approve(desk.queue.candidates([view.id]))
    assert "bridge" in done.left
    assert desk.queue.approve([]).left == ""


def test_rules_of_review_that_were_loosened_between_two_moves_are_told_to_the_chief(people, checked, go):
    people.set_up()
    desk = people.desk("RM")
    rules = desk.examiner.settings_path.parent / "loose.toml"
    rules.write_text('version = 1\n[gate]\ngrammar = "off"\nstyle = "off"\n', "utf-8")
    view = desk.stories.open_text(CLEAN, "bridge")
    checked(desk, view.id, view.text)
    go(desk, view.id, "submit")
    assert desk.review.page(view.id).other_rules == ""
    desk.change_settings({"review_file": str(rules)})
    go(desk, view.id, "pass-on")
    desk.change_settings({"review_file": ""})
    told = "It was moved by other rules of review than those it is judged by now (Rosa Marquez)"
    assert desk.review.page(view.id).other_rules.startswith(told)
    desk.people.switch(desk.people.with_initials("TR").id)
    go(desk, view.id, "send-to-chief")
    desk.people.switch(desk.people.with_initials("OB").id)
    go(desk, view.id, "approve")
    assert told in desk.stories.view(view.id).seal.remark
    assert told in " ".join(desk.proofs.of_story(view.id).remarks)


def test_findings_that_were_wiped_behind_a_move_are_looked_for_anew_before_the_next(people, checked, go):
    people.set_up()
    desk = people.desk("RM")
    text = CLEAN + "\nThe the end.\n"
    view = desk.stories.open_text(text, "bridge")
    checked(desk, view.id, text)
    go(desk, view.id, "submit")
    assert not desk.review.page(view.id).found_anew
    found = desk.store.runs.last(view.id)
    clean = runs_to_plain(ItemRun(item) for item in Item)
    digest = digest_of_plain(found.sha256, clean)
    _elsewhere(desk, "UPDATE runs SET found = ?, digest = ?", json.dumps(clean), digest)
    assert all(line.state is ItemState.PASSED for line in desk.review.page(view.id).lines if not line.manual)
    assert desk.review.page(view.id).found_anew
    desk.review.check_anew(view.id)
    assert desk.store.runs.last(view.id).digest == found.digest
    assert not desk.review.page(view.id).found_anew
