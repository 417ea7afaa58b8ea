"""What an older database says of people by name alone goes on to be theirs, and goes on to forbid what it forbade.

The desk of the file: Odile Brandt worked without any set-up, then was set up with Rosa Marquez and Tam Reyes; Rosa is
called Rosa Ekstrand by now.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from desk.errors import KnownError
from desk.review.move_request import MoveRequest
from desk.review.people import Role, id_of_name
from desk.review.queue import Filter
from desk.review.states import Action
from desk.session import Session
from desk.store import migrations
from desk.store.database.sqlite import APPLICATION_ID

OLD = Path(__file__).parent / "old"
NOBODY_SET_UP = """
DELETE FROM people;
DROP TRIGGER decisions_no_update;
UPDATE decisions SET person = '';
CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
"""


@pytest.fixture
def older(tmp_path):
    """Return a maker of files as revision 0004 left them; `alone` is one from before anybody was set up."""

    def make(*, alone=False, change=""):
        path = tmp_path / "desk.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            migrations.migrate(connection, "0004")
        engine.dispose()
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript((OLD / "0004-people.sql").read_text("utf-8"))
            connection.executescript(NOBODY_SET_UP if alone else change)
        return path

    return make


@pytest.fixture
def opened(tmp_path):
    """Return a maker of sessions on a file, where no chief approves copy of their own."""
    made = []
    (tmp_path / "review.toml").write_text("version = 1\nchief_may_approve_own_copy = false\n", "utf-8")

    def open_(path, **settings):
        session = Session(tmp_path / f"{len(made)}.toml", str(path))
        session.examiner.change_settings(settings)
        made.append(session.open_store())
        return made[-1]

    yield open_
    for desk in made:
        desk.close()


def works(desk, initials):
    desk.people.switch(desk.people.with_initials(initials).id)


def with_a_key_here(desk):
    """Let who is working have a key on this machine: that of before is on another."""
    for key in desk.signing_keys.all():
        desk.signing_keys.revoke(key.fingerprint, "on another machine")


def story(desk, slug):
    return desk.stories.named(slug)


def moves(desk, slug):
    return {option.action for option in desk.moves.options(story(desk, slug))}


def test_trail_and_seals_of_before_verify(older, opened):
    desk = opened(older())
    assert desk.store.trail.faults() == []
    assert [desk.stories.view(story(desk, slug)).seal.why_void for slug in ("sealed", "sealed-alone")] == ["", ""]


def test_own_copy_is_refused_as_before_and_after_a_change_of_name(older, opened):
    desk = opened(older())
    works(desk, "OB")
    with_a_key_here(desk)
    for name in ("Odile Brandt", "Odile Castellan"):
        works(desk, "OB")
        desk.people.change(desk.people.working.id, name=name)
        page = desk.review.page(story(desk, "after"))
        assert "filed this story" in page.refused[Action.APPROVE]
    desk.people.add("Odile Brandt", "OX", {"*": [Role.CHIEF]})
    works(desk, "OX")
    assert Action.APPROVE in moves(desk, "after")


def test_a_first_read_of_before_anybody_was_set_up_is_that_of_who_bore_the_name(older, opened):
    desk = opened(older())
    works(desk, "OB")
    assert Action.SEND_TO_CHIEF not in moves(desk, "before")
    works(desk, "TR")
    assert Action.SEND_TO_CHIEF in moves(desk, "before")


def test_who_was_renamed_before_versions_had_ids_is_known_by_what_they_signed(older, opened):
    desk = opened(older())
    works(desk, "OB")
    with_a_key_here(desk)
    desk.people.change(desk.people.with_initials("RE").id, roles={"*": [Role.EDITOR, Role.CHIEF]})
    works(desk, "RE")
    version = desk.store.stories.versions(story(desk, "renamed"))[0]
    assert (version.who.name, desk.people.working.did(version.who)) == ("Rosa Marquez", True)
    works(desk, "TR")
    assert not desk.people.working.did(version.who)


def test_hands_looks_and_views_of_before_are_still_somebodys(older, opened):
    desk = opened(older())
    works(desk, "OB")
    mine = story(desk, "mine")
    assert mine in desk.queue.ids(Filter(mine=True))
    page = desk.review.page(mine)
    assert (page.hands, page.looked is not None) == ("Odile Brandt", True)
    views = {view.name: view.filter for view in desk.queue.choices().views}
    assert {"Of Odile", "Rain", "Of Rosa"} <= set(views)
    assert mine in desk.queue.ids(views["Of Odile"])
    assert story(desk, "renamed") in desk.queue.ids(views["Of Rosa"])
    assert "Rosa Ekstrand" in [person.name for person in desk.queue.choices().people]


def test_two_people_of_one_name_are_both_refused_what_only_a_name_forbids(older, opened):
    other = (
        "INSERT INTO people VALUES ('0123456789abcdef0123456789abcdef', 'odile  brandt', 'O2', "
        "'{\"*\":[\"section chief\"]}', '', 0, NULL);"
    )
    desk = opened(older(change=other))
    for initials in ("OB", "O2"):
        works(desk, initials)
        assert Action.APPROVE not in moves(desk, "after")


def test_without_set_up_the_account_of_that_name_goes_on_with_its_work(older, opened):
    path = older(alone=True)
    desk = opened(path, user_name="Odile Brandt")
    mine = story(desk, "mine")
    assert mine in desk.queue.ids(Filter(mine=True))
    stranger = opened(path, user_name="Odile Brandt")
    assert mine not in stranger.queue.ids(Filter(mine=True))
    stranger.change_settings({"user_name": "Rosa Marquez"})
    assert story(desk, "renamed") in stranger.queue.ids(Filter(person=id_of_name("Rosa Marquez")))
    assert id_of_name("Rosa Marquez") not in stranger.people.working.ids
    desk.change_settings({"user_name": "root"})
    desk.people.set_up_alone("Odile Castellan", "OC")
    assert Action.SEND_TO_CHIEF not in moves(desk, "before")
    with pytest.raises(KnownError, match="gave the first read"):
        desk.moves.move(MoveRequest(story=story(desk, "before"), action=Action.SEND_TO_CHIEF))
    assert "filed this story" in desk.review.page(story(desk, "after")).refused[Action.APPROVE]


def test_whoever_is_set_up_under_a_name_of_before_takes_its_work_over(older, opened):
    desk = opened(older(alone=True), user_name="root")
    assert story(desk, "mine") not in desk.queue.ids(Filter(mine=True))
    desk.people.set_up_alone("Odile Brandt", "OB")
    assert story(desk, "mine") in desk.queue.ids(Filter(mine=True))
    assert "filed this story" in desk.review.page(story(desk, "after")).refused[Action.APPROVE]
