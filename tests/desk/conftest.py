"""A desk of three at one database, open as different people, and a story on its way to the seal."""

import pytest

from desk.checks.check import Item
from desk.readers import child
from desk.readers.guarded import GuardedReader
from desk.review.move_request import MoveRequest
from desk.review.people import Role
from desk.session import Session
from desk.story import Draft
from tests.desk.machine import copy_machine, on_a_machine

OWN = tuple(item for item in Item if item is not Item.GRAMMAR)
TEXT = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday, said Mayor Ines Duarte.\n\nIt rained.\n"


class People:
    """Desks open on one database, each with settings of its own, as if on machines of their own."""

    def __init__(self, folder, where):
        self.folder, self.where, self.made = folder, where, []

    def desk(self, initials="", **settings):
        """Return the desk, opened once more, as the person with these initials."""
        session = Session(self.folder / f"{len(self.made)}-settings.toml", str(self.where))
        session.examiner.change_settings({"manual_items": ("Facts checked",), **settings})
        desk = session.open_store()
        if initials:
            desk.people.switch(desk.people.with_initials(initials).id)
        self.made.append(desk)
        return desk

    def again(self, desk):
        """Return the desk, closed and opened again with the same settings."""
        desk.close()
        self.made.remove(desk)
        self.made.append(Session(desk.examiner.settings_path, str(self.where)).open_store())
        return self.made[-1]

    def set_up(self):
        """Set up Rosa and Tam as readers, Odile as chief and administrator."""
        desk = self.desk()
        desk.people.set_up_alone("Odile Brandt", "OB")
        for name, initials in (("Rosa Marquez", "RM"), ("Tam Reyes", "TR")):
            desk.people.add(name, initials, {"*": [Role.EDITOR]})
        return desk

    def close(self):
        for desk in self.made:
            desk.close()


@pytest.fixture
def people(tmp_path):
    made = People(tmp_path, tmp_path / "desk.db")
    yield made
    made.close()


@pytest.fixture
def checked():
    """Save a draft with a check of every item; grammar's engine is away unless `grammar` gives its run."""
    return _checks


def _checks(desk, story_id, text=TEXT):
    draft = Draft(text)
    view = desk.stories.view(story_id)
    desk.saving.save(story_id, draft, desk.examiner.examine(draft, desk.examiner.brief(view)))
    return desk.stories.view(story_id)


@pytest.fixture
def go():
    """Make a move with a reason for everything that may be passed."""
    return _goes


def _goes(desk, story_id, action, note="", **more):
    option = next((o for o in desk.moves.options(story_id) if o.action == action), None)
    passed = {o.key: "as I see it" for o in option.obstacles} if option else {}
    wanted = MoveRequest(story=story_id, action=action, note=note, **{"passed": passed, **more})
    return desk.moves.move(wanted).story


@pytest.fixture(scope="session")
def approved_once(once):
    """Make a desk of three with one approved story; returns the folder of all that it keeps, and the story."""
    return once.made("approved", _approved_desk)


def _approved_desk(folder):
    with on_a_machine(folder):
        made = People(folder, folder / "desk.db")
        story = _approve(made.set_up())
        made.close()
    return story


@pytest.fixture
def approved(people, approved_once):
    """A desk of three with one approved story, copied; returns the chief's desk and the story."""
    folder, story = approved_once
    copy_machine(folder, people.folder)
    people.made.append(Session(people.folder / "0-settings.toml", str(people.where)).open_store())
    return people.made[0], people.made[0].stories.view(story)


def _approve(desk):
    story = desk.stories.open_text(TEXT, "bridge").id
    _checks(desk, story)
    finding = next(f for f in desk.stories.view(story).runs[Item.STYLE].findings if "opened" in f.quote)
    desk.decisions.waive(story, finding, "as spoken")
    desk.decisions.tick(story, "Facts checked", True)
    for initials, action in (("RM", "submit"), ("OB", "pass-on"), ("OB", "approve")):
        desk.people.switch(desk.people.with_initials(initials).id)
        if action == "approve":
            reader = desk.people.with_initials("TR")
            desk.people.change(reader.id, roles={"*": [Role.EDITOR, Role.CHIEF]})
            desk.people.switch(reader.id)
            _goes(desk, story, "send-to-chief")
            desk.people.switch(desk.people.with_initials("OB").id)
        _goes(desk, story, action)
    return story


@pytest.fixture
def documents_here(monkeypatch):
    """Have documents read and written in the process of the tests, by what their own would do: .1 to .4 s less each.

    For tests of what a document says and becomes. The process itself is in `tests/desk/readers/test_guarded.py` and
    `test_kinds.py`, in `tests/desk/commands/` and in `tests/desk/services/test_document_process.py`.
    """
    monkeypatch.setattr(GuardedReader, "_answer", lambda _, job, raw: child._work(job, raw)(raw))
    monkeypatch.setattr(GuardedReader, "ready", lambda _: None)
