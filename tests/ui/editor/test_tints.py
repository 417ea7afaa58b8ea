"""Changed and commented words can be read in both themes: 7:1, for a chief reads them in a hurry."""

from dataclasses import fields

import pytest

from ui.editor import tints
from ui.look import theme
from ui.look.editor_colours import contrast

BOTH = [pytest.param(theme.LIGHT, tints.LIGHT, id="light"), pytest.param(theme.DARK, tints.DARK, id="dark")]


@pytest.mark.parametrize(("now", "grounds"), BOTH)
def test_ink_stands_off_every_ground(now, grounds):
    for name in ("added", "removed", "moved", "comment"):
        assert contrast(now.text, getattr(grounds, name)) >= 7, name


@pytest.mark.parametrize(("now", "grounds"), BOTH)
def test_the_frame_of_the_change_in_hand_stands_off(now, grounds):
    for name in ("added", "removed", "moved"):
        assert contrast(grounds.edge, getattr(grounds, name)) >= 3, name
    assert contrast(grounds.edge, now.base) >= 3
    assert contrast(grounds.bar, now.base) >= 3
    assert contrast(grounds.bar, grounds.added) >= 3


def test_grounds_are_all_different():
    for one in (tints.LIGHT, tints.DARK):
        assert len({getattr(one, field.name) for field in fields(one)}) == 6
