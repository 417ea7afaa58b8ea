"""What approved stories teach: words and names in use, forgotten with the words of their stories."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.checks.house import DeskUse
from desk.cli import run
from desk.errors import KnownError
from desk.review.move_request import MoveRequest
from desk.review.people import Role
from desk.review.seal import text_digest
from desk.review.states import Action
from desk.story import Draft, Part
from desk.text.blocks import Kind
from desk.writers.format_words import AS_IT_STANDS
from tests.desk.services.copies import carry

STORY = (
    "Harbour plan {nth}\n\nBy Ada Holm\n\nThe council voted on plan {nth} on Monday, said the harbour master, Marta "
    "Oldenkamp. Boats will pass a brackle off the pier.\n\nThe {nth} boats are watched from it, Oldenkamp said. "
    "Nobody was hurt."
)
LEARNED = DeskUse({"Oldenkamp": 3, "brackle": 3}, {"Ada Holm": 3, "Marta Oldenkamp": 3})
NOTHING = DeskUse()


@pytest.fixture
def clock(monkeypatch):
    """Return what days approvals are made on: a list that a test adds to, the last one counts."""
    days = [0]
    begin = datetime(2026, 3, 2, 12, tzinfo=UTC)
    monkeypatch.setattr("desk.store.approval.one_move.now", lambda: begin + timedelta(days=days[-1]))
    return days


@pytest.fixture
def approve(go, clock):
    """File a story as one person and approve it as another, on a day."""

    def approves(desk, nth, day, writer="RM", chief="OB", text=STORY):
        clock.append(day)
        _work_as(desk, writer)
        story = desk.stories.open_text(text.format(nth=nth), f"plan-{nth}-{day}").id
        runs = [ItemRun(item, (), "") for item in Item]
        desk.store.runs.save(story, text_digest(text.format(nth=nth)), runs, rules="", engine="")
        second = next(one for one in ("TR", "RM", "OB") if one not in (writer, chief))
        for who, action in ((writer, "submit"), (writer, "pass-on"), (second, "send-to-chief"), (chief, "approve")):
            _work_as(desk, who)
            go(desk, story, action)
        return story

    return approves


def _work_as(desk, initials):
    desk.people.switch(desk.people.with_initials(initials).id)


@pytest.fixture
def desk(people):
    made = people.set_up()
    made.change_settings({"manual_items": ()})
    for initials in ("RM", "TR"):
        made.people.change(made.people.with_initials(initials).id, roles={"*": [Role.EDITOR, Role.CHIEF]})
    return made


@pytest.fixture
def taught(desk, approve):
    """A desk that has learned from three stories, the last of which taught it, and their ids."""
    stories = [approve(desk, nth, nth, writer) for nth, writer in ((1, "RM"), (2, "TR"))]
    assert desk.use.now == NOTHING
    stories.append(approve(desk, 3, 3, "RM"))
    assert desk.use.now == LEARNED
    return desk, stories


def test_a_name_one_slip_from_approved_stories_is_told_with_how_many_unless_the_settings_say_no(taught):
    desk, _ = taught
    story = desk.stories.open_text(STORY.format(nth=9).replace("Oldenkamp", "Oldenkapm"), "new")
    draft = Draft(story.text)

    def told():
        brief = desk.examiner.brief(desk.stories.view(story.id))
        run = desk.examiner.examine(draft, brief, [Item.NAMES]).runs[Item.NAMES]
        return [f for f in run.findings if f.rule == "names.approved"]

    first, *_ = told()
    assert (first.quote, first.suggestions) == ("Oldenkapm", ("Oldenkamp",))
    assert first.message == "“Oldenkapm” (2 places): “Marta Oldenkamp” is written so in 3 approved stories."
    desk.change_settings({"learn_from_approved": False})
    assert (told(), desk.use.now) == ([], NOTHING)
    desk.change_settings({"learn_from_approved": True})
    assert len(told()) == 2


def test_what_a_story_taught_goes_and_comes_with_its_approval_and_goes_with_its_words(taught, go, people, clock):
    desk, (first, second, third) = taught
    text = STORY.format(nth=3)
    for made, now in (
        (lambda: desk.saving.save(third, Draft(f"{text} More."), None), NOTHING),
        (lambda: desk.saving.save(third, Draft(text), None), LEARNED),
        (lambda: desk.stories.close_story(third, Draft(text, {2: Kind.PAID})), NOTHING),
        (lambda: desk.saving.save(third, Draft(text), None), LEARNED),
    ):
        assert Part.BRIEF in made().parts
        assert desk.use.now == now
    assert Part.BRIEF in desk.moves.move(MoveRequest(story=second, action=Action.REOPEN)).parts
    assert desk.use.now == NOTHING
    for who, action in (("RM", "submit"), ("RM", "pass-on"), ("TR", "send-to-chief")):
        _work_as(desk, who)
        go(desk, second, action)
    _work_as(desk, "OB")
    clock.append(4)
    assert Part.BRIEF in desk.queue.approve(desk.queue.candidates([second])).parts
    assert desk.use.now == LEARNED
    desk.emptying.empty(first, [1], "order of the court")
    assert _kept(desk) == []
    assert desk.use.now == NOTHING
    assert (people.again(desk).use.read_unread(), len(_kept(desk))) == (2, 3)  # two texts, and the sum


def test_what_another_program_wrote_among_the_readings_teaches_nothing(taught, people):
    desk, _ = taught
    for of_each in (False, True):
        with closing(sqlite3.connect(desk.store.path)) as file:
            for digest, reading in file.execute("SELECT digest, reading FROM readings WHERE item = 'names'").fetchall():
                plain = json.loads(reading)
                if isinstance(plain, list):  # the sum, under this machine's seal
                    told = json.loads(plain[0])
                    plain = [json.dumps([told[0], {"embarassed": 9}, {}]), plain[1]]
                elif of_each:
                    plain["words"] = [*plain["words"], "embarassed"]
                new = json.dumps(plain)
                file.execute("UPDATE readings SET reading = ? WHERE digest = ?", [new, digest])
            file.commit()
        desk = people.again(desk)
        assert desk.use.now == LEARNED


def test_what_was_forgotten_is_read_anew_by_one_command_and_another_name_of_a_person_changes_nothing(taught, capsys):
    desk, _ = taught
    with closing(sqlite3.connect(desk.store.path)) as file:
        file.execute("DELETE FROM readings")
        file.commit()
    desk.people.change(desk.people.with_initials("TR").id, name="Tamsin Reyes")
    desk.close()
    assert run(["--db", str(desk.store.path), "store", "learn", "--list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 stories were read. In use on this desk: 2 words, 2 names.",
        "   3  Oldenkamp",
        "   3  brackle",
        "   3  Ada Holm",
        "   3  Marta Oldenkamp",
    ]


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        ("desk.store.stories.readings.Readings.fill", KnownError("The database is locked.")),
        ("desk.checking.text_use.use_of", ValueError("a mistake of ours")),
        ("desk.services.context.use_in", ValueError("a mistake of ours")),
    ],
)
def test_an_approved_story_goes_out_though_nothing_can_be_learned_from_it(
    desk, approve, monkeypatch, tmp_path, expect_log, where, fault
):
    def refuses(*_):
        raise fault

    expect_log("nothing was learned")
    desk.change_settings({"outgoing_folder": str(tmp_path), "outgoing_formats": (AS_IT_STANDS,)})
    monkeypatch.setattr(where, refuses)
    story = approve(desk, 1, 1)
    assert desk.stories.view(story).seal_valid
    assert [*tmp_path.glob("plan-1-1.txt")]
    assert "no longer stands" in desk.saving.save(story, Draft("Other words."), None).said


def test_a_laptop_learns_from_the_stories_that_come_and_forgets_what_was_emptied_elsewhere(copies, approve):
    desk, laptop = copies.desk(), copies.open("laptop")
    desk.people.change(desk.people.with_initials("RM").id, roles={"*": [Role.EDITOR, Role.CHIEF]})
    stories = [approve(desk, nth, nth, writer) for nth, writer in ((1, "RM"), (2, "TR"), (3, "RM"))]
    carry(desk, laptop, *stories)
    assert laptop.use.now == LEARNED
    desk.emptying.empty(stories[0], [1], "order of the court")
    _work_as(laptop, "OB")
    carry(desk, laptop, stories[0])
    assert laptop.use.now == NOTHING


def _kept(desk):
    with closing(sqlite3.connect(desk.store.path)) as file:
        return file.execute("SELECT reading FROM readings WHERE item = 'names'").fetchall()
