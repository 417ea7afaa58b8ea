"""A family name with two given names: a slip of the memory, unless the story shows two people."""

import pytest

STORY = "The ferry is run by {full}. {family} bought it in May.\n\n{family} said the pier would open.\n\n{slip} left."


@pytest.mark.parametrize(
    ("full", "slip"),
    [
        ("Martin Oakhurst", "Melvin Oakhurst"),
        ("Martin Oakhurst", "Gordon Oakhurst"),
        ("Samuel Oakhurst", "Stephen Oakhurst"),
        ("Ngozi Adenuga", "Nadia Adenuga"),
    ],
)
def test_a_second_given_name_for_a_family_name_is_found(pairs, full, slip):
    family = full.split()[-1]
    assert pairs(STORY.format(full=full, family=family, slip=slip)) == [(slip, full)]


def test_korean_names_differ_behind(pairs):
    text = (
        "The director, Han Joon Ho, spoke. Han left. Later Han Joon Hee came back. "
        "In the end all of them sat down, and Han Joon Ho sat first."
    )
    assert pairs(text) == [("Han Joon Hee", "Han Joon Ho")]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is run by William Oakhurst. Oakhurst bought it.\n\nBill Oakhurst left.",
        "The ferry is run by J. P. Oakhurst. Oakhurst bought it.\n\nJohn Oakhurst left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nMartin P. Oakhurst left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nHis wife, Melanie Oakhurst, left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nMelvin Oakhurst, his brother, left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nMelvin Oakhurst’s sister left.",
        "The ferry is run by Martin Oakhurst and Melvin Oakhurst. Oakhurst bought it.",
        "Bill Clinton spoke. Clinton left. Hillary Clinton stayed.",
        "Rose Garden Street is long. Madison Garden is not.",
        "Imran Khan spoke. Sadiq Khan, the mayor of London, did not.",
    ],
)
def test_short_forms_and_families_are_left_in_peace(names, text):
    assert names(text) == []


def test_a_family_name_is_not_shared_before_the_editor_has_said_so(names):
    assert names("Anna Reedham met her sister, Paula Reedham. Reedham laughed.") == []
