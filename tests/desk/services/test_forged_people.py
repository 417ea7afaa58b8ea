"""What a person may do is what the trail says, whatever another program wrote into the table of people."""

import sqlite3
from contextlib import closing

import pytest

from desk.errors import KnownError
from desk.review.people import Role

CHIEF = """UPDATE people SET roles = '{"*": ["section-chief", "administrator"]}' WHERE initials = 'RM'"""


@pytest.fixture
def forged(approved, people):
    """Do something to the database of an approved desk, and return the desk, opened again by Rosa Marquez."""

    def does(*statements):
        desk, story = approved
        desk.people.switch(desk.people.with_initials("RM").id)
        with closing(sqlite3.connect(desk.store.path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        return people.again(desk), story

    return does


def test_a_role_that_was_written_into_the_table_gives_nothing_and_is_told_at_opening(forged):
    desk, story = forged(CHIEF)
    assert desk.people.working.roles == {Role.EDITOR}
    assert "The roles of Rosa Marquez were changed by another program" in desk.opened.left
    assert "What the trail says decides" in desk.opened.left
    with pytest.raises(KnownError, match="Only an administrator"):
        desk.people.change(desk.people.working.id, roles={"*": list(Role)})
    assert "reopen" not in [option.action for option in desk.moves.options(story.id)]


def test_a_desk_whose_people_were_deleted_asks_everybody_for_their_role_still(forged):
    desk, _ = forged("DELETE FROM people")
    assert [person.initials for person in desk.people.all()] == ["OB", "RM", "TR"]
    assert "Rosa Marquez was removed from the desk by another program" in desk.opened.left
    assert desk.people.working.roles == {Role.EDITOR}


def test_somebody_who_was_written_into_the_table_does_not_belong_to_the_desk(forged):
    desk, _ = forged("INSERT INTO people SELECT 'f0f0', 'Nobody Known', 'NK', roles, '', 0, NULL FROM people LIMIT 1")
    assert desk.people.with_initials("NK") is None
    assert "Nobody Known was added to the desk by another program" in desk.opened.left


def test_a_pin_that_was_wiped_lets_nobody_in(approved, forged):
    desk, _ = approved
    odile = desk.people.with_initials("OB").id
    desk.people.change(odile, pin="2718")
    desk, _ = forged("UPDATE people SET pin = '' WHERE initials = 'OB'")
    desk.change_settings({"pin_needed": True})
    with pytest.raises(KnownError, match="The PIN of Odile Brandt was changed by another program"):
        desk.people.switch(odile, "")


def test_nobody_may_do_anything_where_the_trail_cannot_say_who_they_are(forged):
    desk, story = forged(
        "DROP TRIGGER desk_entries_no_update",
        "UPDATE desk_entries SET note = replace(note, 'copy-editor', 'section-chief') WHERE note LIKE '%copy-editor%'",
    )
    assert "is not as it was written" in desk.opened.left
    assert {person.roles for person in desk.people.all()} == {frozenset()}
    with pytest.raises(KnownError, match="is not as it was written"):
        desk.moves.options(story.id)


def test_a_change_that_no_administrator_signed_is_refused_and_leaves_nothing(approved):
    desk, _ = approved
    rosa = desk.people.with_initials("RM")
    with pytest.raises(KnownError, match="with the key of an administrator that counts"):
        desk.store.people.change(rosa.id, roles={"*": [Role.CHIEF]}, by=rosa.actor)
    assert desk.store.people.get(rosa.id).roles == {Role.EDITOR}
    assert desk.store.audit.faults() == []
