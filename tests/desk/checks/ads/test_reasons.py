"""Every reason must be true of its block, whatever the weights say."""

from itertools import permutations

import pytest

from desk.checks.ads import examples
from desk.checks.ads.copymap import mapped
from desk.checks.ads.features import features
from desk.checks.ads.model import ChainState, Weights, weights
from desk.checks.ads.page_lines import page_line
from desk.checks.ads.reasons import SAID, reasons
from desk.text.blocks import Kind, Manuscript

NOTHING = Weights({}, {}, {}, {})


@pytest.mark.parametrize("name", ["UNLABELLED", "WITH_REMAINS", "WEAKLY_LABELLED", "BOXED"])
def test_every_reason_belongs_to_a_feature_that_holds(name):
    story = mapped(Manuscript.of(getattr(examples, name)))
    for block, shown in zip(story.blocks, features([b.text for b in story.blocks]), strict=True):
        if block.kind in (Kind.PAID, Kind.LEFTOVER):
            parts = {part for feature in shown for part in feature.split(" & ")}
            line = page_line(block.text)
            true = {SAID[part] for part in parts if part in SAID} | ({line.reason} if line else set())
            assert set(block.reasons[:-1]) <= true
            assert len(block.reasons) >= 2, block.text


def test_what_weighs_together_is_said_apart():
    by = Weights({"amid a story & price": (-1.0, 1.0, 0.0, 0.0)}, {}, {}, {})
    assert reasons(frozenset({"amid a story & price"}), ChainState.PAID, by) == (
        "gives a price",
        "stands inside the story",
    )


def test_where_nothing_weighs_much_the_weightiest_is_said():
    by = Weights({"you": (0.0, 0.1, 0.0, 0.0), "asks": (0.0, 0.2, 0.0, 0.0)}, {}, {}, {})
    assert reasons(frozenset({"you", "asks"}), ChainState.PAID, by)[0] == "speaks to the reader"


def test_a_block_that_shows_nothing_says_where_it_stands():
    assert reasons(frozenset(), ChainState.AFTER, NOTHING) == ("stands after the end of the story",)


def test_two_reasons_of_one_weight_stand_in_one_order_in_every_process():
    shown = ("amid a story & kin:0", "amid a story & stranger", "kin:0", "line no prose & kin:0", "stranger")
    orders = permutations((*shown, "stranger & selling:0"))
    assert len({reasons(order, ChainState.LEFTOVER, weights()) for order in orders}) == 1
