"""What may have been meant instead of a word, and how a text is cut for the model."""

import pytest

from desk.checks.grammar.odds.neighbours import SlipWay, exchanges, exchanges_at_home, forms, keys
from desk.checks.grammar.odds.sentences import WordSort, runs
from tests.rows import rows


def changes(text, at, model):
    (run,) = runs(text, model)
    return [(change.way, " ".join(change.new)) for change in exchanges(run.words, at, model)]


@rows(
    ("word", "other"),
    [
        ("boat", "boats"),
        ("boats", "boat"),
        ("carried", "carries"),
        ("stopped", "stop"),
        ("making", "made"),
        ("was", "were"),
    ],
)
def test_forms_are_made_by_ending_and_from_a_list(model, word, other):
    assert other in forms(word, model)
    assert word not in forms(word, model)


@rows(("word", "other"), [("form", "from"), ("if", "of"), ("tow", "two"), ("bred", "bread"), ("fro", "for")])
def test_keys_slip_by_one_letter(model, word, other):
    assert other in keys(word, model)


def test_a_preposition_has_others_and_may_be_too_many(model):
    found = changes("They sat on the boat", 2, model)
    assert (SlipWay.PREPOSITION, "in") in found
    assert (SlipWay.EXTRA, "") in found


def test_a_word_is_mistaken_for_the_others_of_its_group(model):
    found = changes("The results off it", 2, model)
    assert (SlipWay.CONFUSED, "of") in found
    assert {way for way, _ in changes("The results for it", 1, model)}.isdisjoint({SlipWay.CONFUSED})


def test_names_have_no_neighbours_and_another_spelling_is_none(model):
    assert changes("The boat of Will", 3, model) == []
    assert (SlipWay.KEY, "color") not in changes("The colour of it", 1, model)


def test_names_and_figures_are_read_under_a_stand_in(model):
    first, second, third, fourth = runs("On Friday Wexlow’s crew (all 14 of them) sank; nobody drowned.", model)
    assert [word.text for word in first.words] == ["on", "friday", "john's", "crew"]
    assert [word.sort for word in first.words][1:3] == [WordSort.CAPITAL, WordSort.STAND_IN]
    assert [word.text for word in second.words] == ["all", "twenty", "of", "them"]
    assert (third.ends, fourth.ends) == (False, True)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Mr. Holm of the U.S. embassy paid $3 on Jan. 4.", "mr holm of the state embassy paid twenty on jan twenty"),
        ("In 2018 it rose 40% since the 1990s.", "in nineteen it rose twenty percent since the nineties"),
        ("The 19th boat cost £2.5m.", "the tenth boat cost twenty"),
        ("Ruben J. Ashby left.", "ruben j ashby left"),
    ],
)
def test_what_is_cut_short_ends_nothing_and_figures_are_read_by_what_they_tell(text, read, model):
    (run,) = runs(text, model)
    assert " ".join(word.text for word in run.words) == read


def test_a_hyphen_joins_and_a_stroke_parts(model):
    run, behind = runs("A ten-year-old boat sank - and so did we.", model)
    assert [word.text for word in run.words if word.joined] == ["year", "old"]
    assert behind.words[0].text == "and"


def test_each_way_that_is_weighed_apart_has_its_changes(model):
    found = changes("He saw the boat form it", 1, model)
    assert {(SlipWay.COMMON, "say"), (SlipWay.KEY, "sat")} <= set(found)
    assert (SlipWay.PLURAL, "boats") in changes("He saw the boat", 3, model)
    assert (SlipWay.SINGULAR, "boat") in changes("He saw two boats", 3, model)
    assert (SlipWay.PLURAL, "are") in changes("He is here", 1, model)


def test_prepositions_and_nouns_behind_a_number_are_weighed_where_their_neighbours_call_for_them(model):
    def at_home(text, at):
        (run,) = runs(text, model)
        return [(change.way, " ".join(change.new)) for change in exchanges_at_home(run.words, at, model)]

    assert (SlipWay.PREPOSITION, "than") in at_home("It costs more of it", 3)
    assert at_home("He left 40 year ago", 3) == [(SlipWay.PLURAL, "years")]
    assert at_home("He left a year ago", 3) == at_home("The year is over", 1) == []


def test_a_rare_preposition_was_chosen_with_care(model):
    assert SlipWay.PREPOSITION not in {way for way, _ in changes("He sat beneath it", 2, model)}
    assert SlipWay.PREPOSITION not in {way for way, _ in changes("He sat upon it", 2, model)}


def test_each_word_knows_its_place(model):
    text = "The ferry, they said, is late."
    (run,) = runs(text, model)
    assert [text[word.start : word.end] for word in run.words] == ["The", "ferry", "they", "said", "is", "late"]
    assert [word.comma for word in run.words] == [False, True, False, True, False, False]
