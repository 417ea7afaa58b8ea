"""Every name of what a block shows is a mark: a misspelt one cannot stand in the weights, in a set or in a form."""

import pytest

from desk.checks.ads import examples, features
from desk.checks.ads.marks import AND, MARKS, BlockMark, marks_of
from desk.checks.ads.model import weights
from desk.text.blocks import Manuscript

TOGETHER = {
    *features._STRANGE.values(),
    *features._AMID_A_STORY.values(),
    *(name for names in features._SIZED.values() for name in names.values()),
    *(name for names in features._USUALLY.values() for name in names.values()),
}


def test_every_key_of_the_weights_can_be_shown():
    assert [key for key in weights().features if key not in (TOGETHER if AND in key else MARKS)] == []


@pytest.mark.parametrize("text", [examples.UNLABELLED, examples.WITH_REMAINS, examples.WEAKLY_LABELLED, examples.BOXED])
def test_a_block_shows_marks_alone_and_what_is_told_of_them_together(text):
    for shown in features.features([block.text for block in Manuscript.of(text).blocks]):
        assert {name for name in shown if name not in TOGETHER} <= set(BlockMark)


def test_a_beginning_that_no_mark_has_is_refused():
    assert marks_of("kin:") == {BlockMark.KIN_0, BlockMark.KIN_LOW, BlockMark.KIN_SOME, BlockMark.KIN_HIGH}
    with pytest.raises(ValueError, match="no mark begins with 'kim:'"):
        marks_of("kin:", "kim:")
