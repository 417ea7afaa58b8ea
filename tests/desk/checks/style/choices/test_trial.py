"""One value of a choice tried on texts: places, forms, examples in context."""

from desk.checks.style.choices.choice import AGREE, OFF
from desk.checks.style.choices.declared import by_key, choices
from desk.checks.style.choices.examples import example
from desk.checks.style.choices.house_file import HouseChoices, preset
from desk.checks.style.choices.trial import FormCount, Shift, Trial, TrialPlace, may_show, shifts, that_differ, tried
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


def test_a_choice_can_be_tried_alone(subtests):
    for choice in choices():
        with subtests.test(choice.key):
            _can_be_tried(choice)


def _can_be_tried(choice):
    known = {form.name for form in choice.forms}
    for text in choice.bad:
        manuscript = Manuscript.of(text)
        forms = tried(manuscript, choice, AGREE)[0].forms
        assert not known or set(forms) <= known
        assert forms or choice.key == "headlines.case"  # headlines are known by the copy map alone
        assert may_show(manuscript, choice)


def test_what_an_example_comes_to_is_what_the_house_wants(subtests):
    for choice in choices():
        with subtests.test(choice.key):
            _comes_to_what_the_house_wants(choice)


def _comes_to_what_the_house_wants(choice):
    for value in ["9"] if choice.number else [form.name for form in choice.forms]:
        text, mended = example(choice.key, value)
        assert text or not mended
        if mended:
            before, after = (tried(Manuscript.of(one), choice, value)[0].places for one in (text, mended))
            assert before > after == 0, (value, text, mended)


def test_two_houses_are_compared_by_choice_what_is_added_and_what_is_taken():
    agree, ap = HouseChoices(), HouseChoices(preset("ap-like"))
    differ = that_differ(agree, ap, off=("style.date-order",))
    assert {"percent.text", "lists.serial_comma"} <= {choice.key for choice in differ}
    assert "date.order" not in {choice.key for choice in differ}
    text = Manuscript.of(f"{STORY.text} They sold boats, nets, and ropes.")
    found = shifts(text, differ, agree, ap)
    place = TrialPlace(Span(11, 20), "4 percent", text.text, "4%")
    assert found["percent.text"] == Shift(FormCount(2, 1), FormCount(1, 1), place)  # the 6% is right now
    assert found["lists.serial_comma"].added == FormCount(1, 1)
    assert shifts(text, differ, ap, agree)["lists.serial_comma"] == Shift(FormCount(), FormCount(1, 1))
    assert that_differ(ap, ap) == ()


def test_words_of_a_house_are_compared_as_well():
    ours = HouseChoices((), (("words", "quayside", "quayside"),), (("words", (("quayside", "quay side"),)),))
    (choice,) = that_differ(HouseChoices(), ours)
    text = Manuscript.of("They met at the quay side on Monday.")
    assert shifts(text, (choice,), HouseChoices(), ours)["words"].added == FormCount(1, 1)
    assert shifts(text, (choice,), ours, HouseChoices())["words"].taken == FormCount(1, 1)
