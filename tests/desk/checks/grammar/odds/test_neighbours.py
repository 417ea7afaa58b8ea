"""What may have been meant instead of a word, and how a text is cut for the model."""

import pytest

from desk.checks.grammar.odds.neighbours import SlipWay, exchanges, forms, keys
from desk.checks.grammar.odds.sentences import WordSort, runs


def changes(text, at, model):
    (run,) = runs(text, model)
    return [(change.way, " ".join(change.new)) for change in exchanges(run.words, at, model)]


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("word", "other"), [("form", "from"), ("if", "of"), ("tow", "two"), ("bred", "bread"), ("fro", "for")]
)
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


def test_each_word_knows_its_place(model):
    text = "The ferry, they said, is late."
    (run,) = runs(text, model)
    assert [text[word.start : word.end] for word in run.words] == ["The", "ferry", "they", "said", "is", "late"]
    assert [word.comma for word in run.words] == [False, True, False, True, False, False]
