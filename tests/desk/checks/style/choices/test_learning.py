"""What approved stories clearly do, and where they do not."""

import pytest

from desk.checks.style.choices.declared import by_key, choices
from desk.checks.style.choices.learning import (
    OTHERWISE,
    Learned,
    forms_of,
    learnable,
    learned,
    lower_share,
    spellings_of,
)
from desk.text.blocks import Manuscript
from tests.rows import rows


def stories(*counts):
    return [{"percent.text": dict.fromkeys(forms, 1)} for forms, times in counts for _ in range(times)]


def test_where_stories_clearly_go_one_way_that_is_told_with_all_counts():
    (one,) = learned(stories((["%"], 412), (["percent"], 7), (["%", "percent"], 2)))
    assert one == Learned("percent.text", "%", {"%": 414, "percent": 9})
    assert one.others == {"percent": 9}


@rows(("for_it", "against", "clear"), [(25, 0, True), (24, 0, False), (60, 2, True), (50, 5, False), (19, 0, False)])
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


def test_all_choices_are_learned_but_those_that_stories_cannot_speak_of():
    left_out = {choice.key for choice in choices()} - {choice.key for choice in learnable()}
    people = {choice.key for choice in choices() if choice.key.startswith("people.")}
    assert left_out == {"hyphen.compounds", "titles.which", *people}
    assert len(people) == 7


LEARN = [(c.key, one["form"]) for c in choices() for one in c.how.get("learn", ())]


@rows(("key", "form"), LEARN)
def test_a_form_that_no_finding_needs_is_seen_by_learning(key, form):
    example = next(one.example for one in by_key()[key].forms if one.name == form)
    seen = forms_of(Manuscript.of(f"{example} so it went, and so it goes on."))
    assert form in seen[key]


def test_lists_and_initials_that_are_right_are_seen_as_well():
    text = (
        "The Aldane Harbour Trust (AHT) met, and AHT will meet.\n\nThe plan:\n\n- Build it\n\n- Paint it\n\n- Lift it"
    )
    seen = forms_of(Manuscript.of(text))
    assert (seen["abbr.unexplained"], seen["abbr.unused"]) == ({"explain": 1}, {"ask": 1})
    assert seen["lists.parallel"] == {"alike": 1}


def counted(*stories):
    return [{"numbers.words_to": dict.fromkeys(forms.split(", "), 1)} for forms, times in stories for _ in range(times)]


def test_the_last_number_in_words_is_learned_where_both_sides_of_it_are_shown():
    nine = [("9: words, 3: words", 30), ("10: figures, 2: words", 30), ("5: figures", 1)]
    assert learned(counted(*nine)) == (Learned("numbers.words_to", "9", {"9": 60, OTHERWISE: 1}),)
    assert not learned(counted(("3: words, 12: figures", 60)))  # nine or ten: nobody knows
    assert not learned(counted(*nine, ("10: words", 20)))


def test_words_are_learned_one_by_one_where_some_story_departs():
    stories = [{"words": {"email: email": 1}}] * 60 + [{"words": {"email: e-mail": 1}}] * 2
    stories += [{"words": {"online: online": 1}}] * 60
    assert learned(stories) == (Learned("words", "email", {"email": 60, "e-mail": 2}, "email"),)
    assert spellings_of(by_key()["words"], "email") == ("email", "e-mail")


def test_initials_are_a_choice_as_a_whole_where_they_are_all_alike_and_else_word_by_word():
    whole = [{"abbr.points": {"US: none": 1, "UN: none": 1}}] * 40
    assert learned(whole) == (Learned("abbr.points", "none", {"none": 40}),)
    mixed = [{"abbr.points": {"US: points": 1, "UN: none": 1}}] * 60 + [{"abbr.points": {"US: none": 1}}]
    (one,) = learned(mixed)
    assert (one.id, one.form, one.others) == ("abbr.points US", "points", {"none": 1})
