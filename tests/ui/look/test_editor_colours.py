"""Everything that carries meaning can be read and told apart, light and dark (WCAG 2.2 AA)."""

import pytest

from desk.checks.check import Item
from desk.text.blocks import Kind
from ui.editor.kinds_layer import veiled_ink
from ui.look.editor_colours import DARK, LIGHT, contrast

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@LOOKS
def test_words_can_be_read_on_every_ground(look):
    grounds = (look.paper, look.current, look.flash, look.match, look.scope, look.notice, *look.tints.values())
    assert min(contrast(look.ink, ground) for ground in grounds) >= 7
    assert contrast(look.selected_ink, look.selection) >= 7
    assert contrast(look.faint, look.paper) >= 4.5


@LOOKS
def test_words_that_stand_back_can_still_be_read(look):
    assert min(contrast(veiled_ink(look.ink, ground), ground) for ground in look.tints.values()) >= 4.5


@LOOKS
def test_underlines_and_edges_can_be_seen(look):
    assert set(look.marks) == set(Item)
    grounds = (look.paper, look.current, *look.tints.values())
    assert min(contrast(colour, ground) for colour in look.marks.values() for ground in grounds) >= 3
    assert contrast(look.current_edge, look.paper) >= 3
    assert min(contrast(look.match_edge, ground) for ground in (look.paper, look.scope)) >= 3


@LOOKS
def test_the_words_of_the_copy_map_can_be_read(look):
    assert set(look.kinds) == set(look.kind_words) == set(Kind)
    assert min(contrast(colour, look.paper) for colour in look.kind_words.values()) >= 4.5
