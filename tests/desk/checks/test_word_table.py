"""Words in little memory: found where they are, nowhere else, and often enough."""

import pytest

from desk.checks.frequencies import frequency
from desk.checks.word_table import WordTable

WORDS = [f"word{n}" for n in range(3000)] + ["é", "don't", ""]


@pytest.fixture(scope="module")
def table():
    return WordTable("".join(f"{word}\0" for word in WORDS).encode(), len(WORDS))


def test_every_word_is_in_its_place(table):
    assert [table.place(word) for word in WORDS] == list(range(len(WORDS)))
    assert [table.word(place) for place in range(len(WORDS))] == WORDS


def test_other_words_are_nowhere(table):
    assert [table.place(f"other{n}") for n in range(3000)] == [-1] * 3000
    assert table.place("\ud800") == -1
    assert list(table.known(["word7", "other", "é", "\ud800"])) == ["word7", "é"]


@pytest.mark.parametrize("packed", [b"one\0two\0", b"one\0two\0three", b"one\0\0two\0three\0"])
def test_another_number_of_words_is_refused(packed):
    with pytest.raises(ValueError, match="another number of words"):
        WordTable(packed, 3)


def test_words_are_as_frequent_as_the_list_says_in_any_case():
    assert round(frequency("the")) == round(frequency("The")) == 42701
    assert frequency("wexlowish") == frequency("\ud800") == 0
    assert frequency("harbour") > 1
