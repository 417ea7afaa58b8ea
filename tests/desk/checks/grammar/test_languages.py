"""What is in another language is said to be unchecked, and is not heard as bad English."""

import pytest

from desk.checks.grammar.languages import language_of

PASSAGES = [
    ("Der Hafen ist geschlossen, und die Boote sind nicht mehr auf dem Wasser.", "German"),
    ("Le port est fermé et les bateaux ne sont plus dans la baie.", "French"),
    ("El puerto está cerrado y los barcos no están en la bahía.", "Spanish"),
    ("Il porto è chiuso e le barche non sono più nella baia.", "Italian"),
    ("O porto está fechado e os barcos não estão na baía.", "Portuguese"),
    ("De haven is gesloten en de boten zijn niet meer op het water.", "Dutch"),
]


@pytest.mark.parametrize(("text", "language"), PASSAGES)
def test_a_passage_is_known_by_its_small_words(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is closed, and the boats are no longer on the water.",
        "They live in the Rue de la Paix, near the Café de Flore and the Plaza de la Luna.",
        "Ludwig van der Halm and Rosa de la Vega met Ida von dem Berg.",
        "Der Hafen",
        "He said he was in the war, and the man on the hill was hot, so the net was on the old van over there.",
        "",
    ],
)
def test_english_with_names_of_other_languages_is_english(text):
    assert language_of(text) == ""


def test_a_paragraph_and_a_quotation_are_unchecked_and_say_so(told, misspelt):
    german = "Der Hafen ist geschlossen, und das Boot ist nicht mehr auf dem Wasser."
    strange = [misspelt(word, meant) for word, meant in (("geschlossen", "gescholten"), ("nicht", "night"))]
    (whole,) = told(f"The quay\n\n{german}\n\nIt is shut.", *strange)
    assert (whole.rule, whole.quote, whole.severity) == ("grammar.OTHER_LANGUAGE", german, "hint")
    assert "Unchecked: German" in whole.message
    (spoken,) = told(f"“{german}” she said, and it was loud.", *strange)
    assert spoken.quote == f"“{german}”"


def test_slips_beside_a_quotation_in_another_language_are_told(told, misspelt):
    text = "She recieved it and said, “Der Hafen ist geschlossen, und das ist nicht gut.”"
    strange = [misspelt("recieved", "received"), misspelt("geschlossen", "x"), misspelt("nicht", "night")]
    assert [f.rule for f in told(text, *strange)] == ["grammar.SPELLING", "grammar.OTHER_LANGUAGE"]
