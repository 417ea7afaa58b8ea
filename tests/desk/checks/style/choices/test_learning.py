"""What approved stories clearly do, and where they do not."""

import pytest

from desk.checks.style.choices.learning import Learned, forms_of, learnable, learned, lower_share
from desk.text.blocks import Manuscript


def stories(*counts):
    return [{"percent.text": dict.fromkeys(forms, 1)} for forms, times in counts for _ in range(times)]


def test_where_stories_clearly_go_one_way_that_is_told_with_all_counts():
    (one,) = learned(stories((["%"], 412), (["percent"], 7), (["%", "percent"], 2)))
    assert one == Learned("percent.text", "%", {"%": 414, "percent": 9})
    assert one.others == {"percent": 9}


@pytest.mark.parametrize(
    ("for_it", "against", "clear"), [(25, 0, True), (24, 0, False), (60, 2, True), (50, 5, False), (19, 0, False)]
)
def test_a_few_stories_or_a_few_too_many_others_are_not_clear(for_it, against, clear):
    assert bool(learned(stories((["%"], for_it), (["percent"], against)))) is clear


def test_a_story_that_does_both_speaks_against_either():
    assert not learned(stories((["%"], 50), (["%", "percent"], 10)))


def test_the_share_is_wilsons():
    assert lower_share(10, 10) == pytest.approx(0.787, abs=0.001)  # 1 / (1 + 1.645² / 10)
    assert lower_share(0, 10) == pytest.approx(0.0, abs=1e-9)


def test_the_forms_of_a_text_are_those_that_a_house_may_choose():
    forms = forms_of(Manuscript.of("Sales fell 4 percent on March 3, 5% on March 4. The U.S. met at 5 p.m."))
    assert forms["percent.text"] == {"percent": 1, "%": 1}
    assert forms["time.form"] == {"a.m.": 1}
    assert set(forms) <= {choice.key for choice in learnable()}
