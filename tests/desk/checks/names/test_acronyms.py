"""Acronyms in brackets behind their name: letters that no word of the name has."""

import pytest


def misfits(names, text):
    return [finding.quote for finding in names(text) if finding.rule == "names.acronym-mismatch"]


def test_a_letter_more_than_the_name_has_words_is_told(names):
    assert misfits(names, "The Rail Safety Agency (RSAB) will help. RSAB was there on Monday.") == ["RSAB"]


@pytest.mark.parametrize(
    "text",
    [
        "The Rail Safety Agency (RSA) will help.",
        "The Rail Safety Agency Board (RSAB) will help.",
        "The Rail Safety Agency (RSAGENCY) will help.",
        "The Harbour Agency (HAB) will help.",
    ],
)
def test_acronyms_that_their_name_spells_are_left_in_peace(names, text):
    assert misfits(names, text) == []
