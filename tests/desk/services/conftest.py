"""What tests of services share: a desk and its laptops."""

import pytest

from tests.desk.machine import copy_machine, on_a_machine
from tests.desk.services.copies import TEXT, Copies, carry, work_as
from tests.desk.services.emptied import SECRET


@pytest.fixture
def copies(tmp_path):
    made = Copies(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def pair_once(once):
    """Make a desk with one story, and a laptop that has it too; returns the folder of all they keep, and the story."""
    return once.made("pair", _desk_and_laptop)


def _desk_and_laptop(folder):
    with on_a_machine(folder):
        made = Copies(folder)
        story = _pair(made)
        made.close()
    return story


@pytest.fixture
def pair(copies, pair_once):
    """A desk with one story, and a laptop that has it too, copied."""
    folder, story = pair_once
    copy_machine(folder, copies.folder)
    return copies.again("the desk"), copies.again("laptop"), story


def _pair(copies):
    desk, laptop = copies.desk(), copies.open("laptop")
    work_as(desk, "RM")
    view = desk.stories.open_text(TEXT, "bridge")
    taken = carry(desk, laptop, view.id)
    assert (taken.refused, [one.new_story for one in taken.laid]) == ((), [True])
    desk.exchange.accept(laptop.exchange.me())
    work_as(laptop, "RM")
    return view.id


@pytest.fixture
def told(pair, checked):
    """A desk and a laptop whose second version has a name that must go, and a third one without it."""
    desk, laptop, story = pair
    checked(desk, story, TEXT + SECRET)
    checked(desk, story, TEXT + "\nMore.\n")
    carry(desk, laptop, story)
    work_as(desk, "OB")
    return desk, laptop, story
