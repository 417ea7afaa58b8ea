"""One value of a choice tried on texts: places, forms, examples in context."""

import pytest

from desk.checks.style.choices.choice import AGREE, OFF
from desk.checks.style.choices.declared import by_key, choices
from desk.checks.style.choices.examples import example
from desk.checks.style.choices.trial import FormCount, Trial, TrialPlace, may_show, tried
from desk.text.blocks import Manuscript
from desk.text.spans import Span

STORY = Manuscript.of("Sales fell 4 percent in May, 5 percent in June and 6% in July. “It was 7%,” she said.")
PERCENT = by_key()["percent.text"]
FORMS = {"percent": FormCount(2, 1), "%": FormCount(1, 1)}


def test_a_trial_counts_what_it_would_speak_of_and_every_form():
    once, shown = tried(STORY, PERCENT, "%")
    assert once == Trial(1, 2, FORMS)
    assert shown[0] == TrialPlace(Span(11, 20), "4 percent", STORY.text, "4%")
    assert once + once == Trial(2, 4, {"percent": FormCount(4, 2), "%": FormCount(2, 2)})


def test_a_form_that_stands_nowhere_else_and_off_leave_the_text_in_peace():
    assert tried(STORY, PERCENT, AGREE)[0] == Trial(1, 1, FORMS)
    assert tried(STORY, PERCENT, OFF) == (Trial(0, 0, FORMS), ())
    assert tried(Manuscript.of("The board met."), PERCENT, "%") == (Trial(), ())


def test_a_number_in_words_is_tried_up_to_where_it_goes():
    text = Manuscript.of("The town lost 4 boats, 12 nets and twelve oars.")
    trial, shown = tried(text, by_key()["numbers.words_to"], "9")
    assert (trial.texts, trial.places) == (1, 2)
    assert [(one.words, one.instead) for one in shown] == [("4", "four"), ("twelve", "12")]


@pytest.mark.parametrize("choice", choices(), ids=[choice.key for choice in choices()])
def test_a_choice_can_be_tried_alone(choice):
    known = {form.name for form in choice.forms}
    for text in choice.bad:
        manuscript = Manuscript.of(text)
        forms = tried(manuscript, choice, AGREE)[0].forms
        assert not known or set(forms) <= known
        assert forms or choice.key == "headlines.case"  # headlines are known by the copy map alone
        assert may_show(manuscript, choice)


@pytest.mark.parametrize("choice", choices(), ids=[choice.key for choice in choices()])
def test_what_an_example_comes_to_is_what_the_house_wants(choice):
    for value in ["9"] if choice.number else [form.name for form in choice.forms]:
        text, mended = example(choice.key, value)
        assert text or not mended
        if mended:
            before, after = (tried(Manuscript.of(one), choice, value)[0].places for one in (text, mended))
            assert after == 0 or (after < before and choice.key == "abbr.street"), (value, text, mended)
