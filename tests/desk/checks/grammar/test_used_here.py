"""What approved stories speak for, in grammar: words of the desk are let pass, slips told with how often they stood."""

import pytest

from desk.checks.house import Brief, DeskUse, House

ROWS = (
    ("The brackle is cut in May.", "brackle", ("crackle", "bracken"), True),
    ("They met at the Minstry of Health.", "Minstry", ("Ministry", "Minster"), False),
    ("It was openned at noon.", "openned", ("opened", "open ned"), False),
    ("They recieve it at noon.", "recieve", ("receive", "relieve"), False),
    ("They didnt see it.", "didnt", ("didn't", "did"), False),
    ("They agreedto stay.", "agreedto", ("agreed to",), False),
    ("They saw it on Wednsday.", "Wednsday", ("Wednesday",), False),
    ("The harbuor is shut.", "harbuor", ("harbour", "harbor"), False),
)


@pytest.mark.parametrize(("text", "word", "suggestions", "passes"), ROWS)
def test_a_word_that_approved_stories_speak_for_passes_and_a_slip_does_not(
    told, misspelt, text, word, suggestions, passes
):
    brief = Brief(House(use=DeskUse(words={word: 4, "blackle": 19, "brackles": 20, "Bracklesham": 40})))
    assert [f.message for f in told(text, misspelt(word, *suggestions))] == [f"“{word}” is not in the dictionary."]
    found = told(text, misspelt(word, *suggestions), brief=brief)
    expected = f"“{word}” is not in the dictionary. It is written so in 4 approved stories."
    assert [f.message for f in found] == ([] if passes else [expected])


def test_a_word_that_one_slip_parts_from_one_of_many_more_stories_is_told(told, misspelt):
    brief = Brief(House(use=DeskUse(words={"brackle": 4, "blackle": 20})))
    assert len(told("The brackle is cut in May.", misspelt("brackle", "crackle", "bracken"), brief=brief)) == 1
