"""A word that a space cut in two is told as one word, with the whole one as its remedy."""

import pytest

from desk.checks.house import Brief


@pytest.mark.parametrize(
    ("text", "half", "suggestions", "quote", "whole"),
    [
        ("They left the lower vill age on Friday.", "vill", ("will", "bill"), "vill age", "village"),
        ("It is what the board has pro mised to them.", "mised", ("missed", "mixed"), "pro mised", "promised"),
        ("None has had one since the pan demic.", "demic", ("emic",), "pan demic", "pandemic"),
    ],
)
def test_a_word_cut_in_two_is_joined(told, misspelt, text, half, suggestions, quote, whole):
    (found,) = told(text, misspelt(half, *suggestions))
    assert (found.quote, found.suggestions) == (quote, (whole,))


@pytest.mark.parametrize(
    ("text", "half", "suggestions"),
    [
        ("The man recieved a boat.", "recieved", ("received",)),  # manrecieved is no word
        ("She saw a wekk of rain.", "wekk", ("week",)),
        ("They ate Wexlow vill age.", "Vill", ("will",)),  # never there
    ],
)
def test_what_makes_no_word_is_told_as_it_is(told, misspelt, text, half, suggestions):
    assert [found.quote for found in told(text, misspelt(half, *suggestions))] in ([half], [])


@pytest.mark.parametrize(
    ("variant", "text", "half", "quote", "whole"),
    [
        ("en-US", "The board has a new pro gramme for them.", "gramme", "pro gramme", "program"),
        ("en-US", "It is a fav ourite of hers.", "ourite", "fav ourite", "favorite"),
        ("en-GB", "It is a fav orite of hers.", "orite", "fav orite", "favourite"),
        ("en-GB", "The board has a new pro gramme for them.", "gramme", "pro gramme", "programme"),
    ],
)
def test_the_whole_word_is_written_in_the_english_of_the_story(told, misspelt, variant, text, half, quote, whole):
    slip = misspelt(half, "gram", message=f"“{half}” is British English.")
    (found,) = told(text, slip, brief=Brief(variant=variant))
    assert (found.quote, found.suggestions) == (quote, (whole,))
    assert "British" not in found.message
