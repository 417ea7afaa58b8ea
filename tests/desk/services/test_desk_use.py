"""What approved stories teach: words and names in use, forgotten with the words of their stories."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.checks.house import DeskUse
from desk.cli import run
from desk.errors import KnownError
from desk.review.people import Role
from desk.review.seal import text_digest
from desk.story import Draft
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


def test_what_a_story_taught_goes_with_its_approval_and_with_its_words(taught, go, people):
    desk, (first, second, _) = taught
    go(desk, second, "reopen", note="wrong")
    desk.use.learn()
    assert desk.use.now == NOTHING
    go(desk, second, "submit")
    desk.emptying.empty(first, [1], "order of the court")
    assert _kept(desk) == []
    assert (people.again(desk).use.read_unread(), len(_kept(desk))) == (1, 2)  # a text, and the sum


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


def test_a_database_that_says_no_stops_no_approval(desk, approve, monkeypatch):
    def refuses(*_):
        raise KnownError("The database is locked.")

    monkeypatch.setattr(desk.store.readings, "fill", refuses)
    story = approve(desk, 1, 1)
    assert desk.stories.view(story).seal_valid


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
