"""A word that a space cut in two is told as one word, with the whole one as its remedy."""

import pytest


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
