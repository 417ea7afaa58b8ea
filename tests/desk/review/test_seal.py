from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.review.people import actor
from desk.review.seal import broken, sealed, still_valid, text_digest
from desk.text.blocks import Manuscript

SEAL = sealed("s", "The text.", "run", actor("", "Odile Brandt"), ["w2", "w1"], ["grammar"])


def test_a_seal_stands_for_exactly_what_was_approved():
    assert still_valid(SEAL, "The text.")
    assert still_valid(SEAL, "The text.", "run", ["w1", "w2"])
    assert broken(SEAL, "The text.", "run", ["w2", "w1"]) == ""


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (("The text. ",), "edited after Odile Brandt approved"),
        (("The text.", "other"), "checks say something else"),
        (("The text.", "run", ["w1"]), "A waiver was taken back"),
        (("The text.", None, []), "A waiver was taken back"),
    ],
)
def test_anything_else_breaks_it(now, why):
    assert not still_valid(SEAL, *now)
    assert why in broken(SEAL, *now)


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
def test_any_edit_breaks_a_seal(approved, edited):
    seal = sealed("s", approved, "run", actor("", "Odile Brandt"))
    assert still_valid(seal, edited) == (approved == edited)
    assert text_digest(approved) == Manuscript.of(approved).sha256


@pytest.mark.parametrize(
    "change",
    [
        {"story": "t"},
        {"sha256": "x"},
        {"run_digest": "x"},
        {"who": actor("", "x")},
        {"waivers": ()},
        {"acknowledged": ()},
        {"when": SEAL.when.replace(year=2001)},
    ],
)
def test_the_digest_covers_everything(change):
    assert replace(SEAL, **change).digest != SEAL.digest
    assert replace(SEAL, id="x").digest == SEAL.digest
