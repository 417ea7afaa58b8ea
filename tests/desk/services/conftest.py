"""What tests of services share: a desk and its laptops."""

import pytest

from tests.desk.services.copies import TEXT, Copies, carry, work_as


@pytest.fixture
def copies(tmp_path):
    made = Copies(tmp_path)
    yield made
    made.close()


@pytest.fixture
def pair(copies):
    """A desk with one story, and a laptop that has it too."""
    desk, laptop = copies.desk(), copies.open("laptop")
    work_as(desk, "RM")
    view = desk.stories.open_text(TEXT, "bridge")
    taken = carry(desk, laptop, view.id)
    assert (taken.refused, [one.new_story for one in taken.laid]) == ((), [True])
    desk.exchange.accept(laptop.exchange.me())
    work_as(laptop, "RM")
    return desk, laptop, view.id
