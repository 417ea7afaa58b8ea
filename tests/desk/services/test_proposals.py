"""What a laptop did to people and keys waits for an administrator of the desk; a no is remembered."""

import pytest

from desk.errors import KnownError
from desk.review.people import Role
from tests.desk.services.copies import carry, work_as


@pytest.fixture
def changed(pair):
    """A desk and a laptop on which its administrator added somebody and changed somebody's roles."""
    desk, laptop, story = pair
    work_as(desk, "OB")
    desk.signing_keys.signer(desk.people.working)
    carry(desk, laptop, story)
    work_as(laptop, "OB")
    laptop.people.add("Ida Sorel", "IS", {"*": [Role.EDITOR]})
    laptop.people.change(laptop.people.with_initials("RM").id, roles={"Metro": [Role.CHIEF]})
    carry(laptop, desk, story)
    return desk, laptop, story


def said(desk):
    return [one.said for one in desk.needs.waiting().asked]


def test_what_a_laptop_did_waits_and_counts_for_nothing_at_the_desk(changed):
    desk, laptop, _ = changed
    assert said(desk) == [
        "laptop added Ida Sorel as copy editor.",
        "laptop changed Rosa Marquez: roles section chief of Metro.",
    ]
    assert {person.name for person in desk.people.all()} == {"Odile Brandt", "Rosa Marquez", "Tam Reyes"}
    assert laptop.needs.waiting().asked == ()
    assert desk.store.audit.faults() == []


def test_an_administrator_takes_one_over_and_refuses_another_for_good(changed):
    desk, laptop, story = changed
    add, change = desk.needs.waiting().asked
    assert desk.needs.answer(add, 0).said == "laptop added Ida Sorel as copy editor. Taken over."
    assert desk.needs.answer(change, 1).said.endswith(" Refused.")
    assert desk.people.with_initials("IS").id == laptop.people.with_initials("IS").id
    assert desk.people.with_initials("RM").roles == {Role.EDITOR}
    carry(laptop, desk, story)
    assert said(desk) == []
    with pytest.raises(KnownError, match="Somebody decided that meanwhile"):
        desk.needs.answer(change, 0)
    assert (desk.store.audit.faults(), desk.store.trail.faults()) == ([], [])
    carry(desk, laptop, story)
    assert laptop.store.trail.faults() == []


def test_nobody_but_an_administrator_decides_it(changed):
    desk = changed[0]
    work_as(desk, "TR")
    with pytest.raises(KnownError, match="Only an administrator decides what other copies propose"):
        desk.needs.answer(desk.needs.waiting().asked[0], 0)


def test_a_key_made_on_a_laptop_counts_once_an_administrator_took_it_over(pair):
    desk, laptop, story = pair
    laptop.signing_keys.new()
    carry(laptop, desk, story)
    (asked,) = desk.needs.waiting().asked
    assert asked.said.startswith("laptop has a key of Rosa Marquez (")
    work_as(desk, "OB")
    desk.needs.answer(asked, 0)
    assert [key.waits for key in desk.store.keys.all() if key.who.name == "Rosa Marquez"] == [False]
    assert desk.needs.waiting().asked == ()
