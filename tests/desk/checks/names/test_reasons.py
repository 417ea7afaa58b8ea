"""Every reason has its weight and every weight its reason, so that a misspelt one cannot be."""

from desk.checks.names import compare, swaps
from desk.checks.names.letters import LetterSlip
from desk.checks.names.reasons import NearReason, SwapReason


def test_every_reason_of_two_spellings_has_a_weight():
    assert set(compare.WEIGHTS) == {*NearReason, *LetterSlip}


def test_every_reason_of_two_given_names_has_a_weight():
    assert set(swaps.WEIGHTS) == set(SwapReason)
