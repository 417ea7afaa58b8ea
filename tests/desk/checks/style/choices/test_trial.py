"""One choice tried on texts: the counts of its forms, with examples."""

import pytest

from desk.checks.style.choices.declared import by_key, choices
from desk.checks.style.choices.trial import FormCount, forms_in, together
from desk.text.blocks import Manuscript

STORY = Manuscript.of("Sales fell 4 percent in May, 5 percent in June and 6% in July. “It was 7%,” she said.")


def test_a_trial_counts_places_and_texts_and_shows_examples():
    once = forms_in(STORY, by_key()["percent.text"])
    assert once == {"percent": FormCount(2, 1, ("4 percent", "5 percent")), "%": FormCount(1, 1, ("6%",))}
    assert together([once, once])["percent"] == FormCount(4, 2, ("4 percent", "5 percent", "4 percent"))


@pytest.mark.parametrize("choice", choices(), ids=[choice.key for choice in choices()])
def test_a_choice_can_be_tried_alone(choice):
    known = {form.name for form in choice.forms}
    for text in choice.bad:
        counted = forms_in(Manuscript.of(text), choice)
        assert not known or set(counted) <= known
        assert counted or choice.key == "headlines.case"  # headlines are known by the copy map alone
