"""Letters that a pattern takes for others whatever their case: a dotless i, a long s."""

import pytest

from desk.checks.figures.numbers import numbers
from desk.checks.figures.reading import read_block
from desk.text.blocks import Block


@pytest.mark.parametrize(("words", "value"), [("thırty homes", 30), ("ſix homes", 6), ("THİRTY-FİVE homes", 35)])
def test_a_number_in_words_is_read_with_any_letter_that_is_taken_for_its_own(words: str, value: int) -> None:
    assert [one.value for one in numbers(words)] == [value]


def test_a_share_in_words_with_a_long_s_is_no_fault() -> None:
    assert read_block(Block(0, "Two thirdſ backed it and 40% opposed it.")).told


def test_a_multiple_with_a_dotless_i_is_reckoned() -> None:
    (slip,) = read_block(Block(0, "Sales trıpled from 20 to 45 boats a year.")).slips
    assert slip.rule == "figures.multiple"
