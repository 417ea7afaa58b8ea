"""Ordinary words are known by their endings; letters that no name has betray a slip."""

from desk.checks.names.compare import odd_letters
from desk.checks.names.lists import is_word
from tests.rows import rows


@rows("word", ["boxes", "games", "runner", "running", "armies", "watery", "reopened", "strongest"])
def test_a_word_with_an_ending_is_a_word(word):
    assert is_word(word)


@rows("word", ["gamees", "lionns", "memoryal", "hoter", "cimmittee", "raners"])
def test_an_ending_that_cannot_stand_there_makes_no_word(word):
    assert not is_word(word)


def test_letters_of_names_are_not_odd():
    assert odd_letters("oldenkamp") == odd_letters("mukherjee") == 0
    assert odd_letters("cngress") > 0
    assert odd_letters("patsyy") > 0
