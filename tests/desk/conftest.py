"""A desk of three at one database: sessions as different people, and a story on its way to the seal."""

import pytest

from desk.checks.check import Item
from desk.review.people import Role
from desk.session import Session
from desk.story import Draft

OWN = tuple(item for item in Item if item is not Item.GRAMMAR)
TEXT = "Bridge opens\n\nBy Ada Holm\n\nThe bridge opened opened on Monday, said Mayor Ines Duarte.\n\nIt rained.\n"


class People:
    """Sessions on one database, each with settings of its own, as if on machines of their own."""

    def __init__(self, folder, where):
        self.folder, self.where, self.made = folder, where, []

    def session(self, initials="", **settings):
        """Return a new session at the desk, as the person with these initials."""
        session = Session(self.folder / f"{len(self.made)}-settings.toml", str(self.where))
        session.change_settings({"manual_items": ("Facts checked",), **settings})
        session.open_store()
        if initials:
            session.switch(session.person_with(initials).id)
        self.made.append(session)
        return session

    def set_up(self):
        """Set up Rosa and Tam as readers, Odile as chief and administrator."""
        desk = self.session()
        desk.set_up_alone("Odile Brandt", "OB")
        for name, initials in (("Rosa Marquez", "RM"), ("Tam Reyes", "TR")):
            desk.add_person(name, initials, {"*": [Role.EDITOR]})
        return desk

    def close(self):
        for session in self.made:
            session.close()


@pytest.fixture
def people(tmp_path):
    made = People(tmp_path, tmp_path / "desk.db")
    yield made
    made.close()


@pytest.fixture
def checked():
    """Save a draft with a check of every item; grammar's engine is away unless `grammar` gives its run."""

    def checks(session, story_id, text=TEXT):
        draft = Draft(text)
        view = session.view(story_id)
        session.save(story_id, draft, session.examine(draft, session.brief(view)))
        return session.view(story_id)

    return checks


@pytest.fixture
def go():
    """Make a move with a reason for everything that may be passed."""

    def goes(session, story_id, action, note="", **more):
        option = next((o for o in session.moves_of(story_id) if o.action == action), None)
        passed = {o.key: "as I see it" for o in option.obstacles} if option else {}
        return session.move(story_id, action, note, **{"passed": passed, **more}).story

    return goes


@pytest.fixture
def approved(people, checked, go):
    """A desk of three with one approved story; returns the chief's session and the story."""
    desk = people.set_up()
    view = desk.open_text(TEXT, "bridge")
    checked(desk, view.id)
    finding = next(f for f in desk.view(view.id).runs[Item.STYLE].findings if "opened" in f.quote)
    desk.waive(view.id, finding, "as spoken")
    desk.tick(view.id, "Facts checked", True)
    for initials, action in (("RM", "submit"), ("OB", "pass-on"), ("OB", "approve")):
        desk.switch(desk.person_with(initials).id)
        if action == "approve":
            reader = desk.person_with("TR")
            desk.change_person(reader.id, roles={"*": [Role.EDITOR, Role.CHIEF]})
            desk.switch(reader.id)
            go(desk, view.id, "send-to-chief")
            desk.switch(desk.person_with("OB").id)
        go(desk, view.id, action)
    return desk, desk.view(view.id)
