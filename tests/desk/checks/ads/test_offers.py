"""What is plainly an offer by its words; all goods are invented."""

import pytest

from desk.checks.ads.offers import is_plainly_offered
from desk.text.blocks import Manuscript


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("Tern Quick Dry Rain Jacket With Hood", True),
        ("Gull handlers and rope dancers turn out for the mayor in Hallow", False),
    ],
)
def test_a_title_of_goods_stands_twice_and_so_may_a_caption(line, offered):
    assert is_plainly_offered(Manuscript.of(f"{line}\n\n{line}").blocks) is offered
