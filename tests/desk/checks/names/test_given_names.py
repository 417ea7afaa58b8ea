"""A family name with two given names: a slip of the memory, unless the story shows two people."""

from tests.rows import rows

STORY = "The ferry is run by {full}. {family} bought it in May.\n\n{family} said the pier would open.\n\n{slip} left."


@rows(
    ("full", "slip"),
    [
        ("Martin Oakhurst", "Melvin Oakhurst"),
        ("Martin Oakhurst", "Gordon Oakhurst"),
        ("Samuel Oakhurst", "Stephen Oakhurst"),
        ("Ngozi Adenuga", "Nadia Adenuga"),
        ("Oliver King", "Norman King"),  # a family name that is an ordinary word
        ("Martin Oakhurst", "Maria Oakhurst"),
        ("John Oakhurst", "Juan Oakhurst"),  # the same saint, another man
    ],
)
def test_a_second_given_name_for_a_family_name_is_found(pairs, full, slip):
    family = full.split()[-1]
    assert pairs(STORY.format(full=full, family=family, slip=slip)) == [(slip, full)]


def test_an_initial_elsewhere_does_not_shield_a_wrong_given_name(pairs):
    text = "The ferry is run by Timothy Oakhurst. Oakhurst bought it.\n\nT. Oakhurst, it said.\n\nThomas Oakhurst left."
    assert pairs(text) == [("Thomas Oakhurst", "Timothy Oakhurst")]


def test_what_merely_follows_a_name_tells_of_no_second_person(pairs):
    text = "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nMelvin Oakhurst, in his speech, said no."
    assert pairs(text) == [("Melvin Oakhurst", "Martin Oakhurst")]


def test_korean_names_differ_behind(pairs):
    text = (
        "The director, Han Joon Ho, spoke. Han left. Later Han Joon Hee came back. "
        "In the end all of them sat down, and Han Joon Ho sat first."
    )
    assert pairs(text) == [("Han Joon Hee", "Han Joon Ho")]


@rows(
    "text",
    [
        "The ferry is run by William Oakhurst. Oakhurst bought it.\n\nBill Oakhurst left.",
        "The ferry is run by J. P. Oakhurst. Oakhurst bought it.\n\nJohn Oakhurst left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nMartin P. Oakhurst left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nHis wife, Melanie Oakhurst, left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nMelvin Oakhurst, his brother, left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nMelvin Oakhurst’s sister left.",
        "The ferry is run by Martin Oakhurst and Melvin Oakhurst. Oakhurst bought it.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nThe German-born Oakhurst left.",
        "The ferry is run by Martin van Oakhurst. Oakhurst bought it.\n\nVan Oakhurst left.",
        "The ferry is run by Martin Oakhurst. Oakhurst bought it.\n\nLast June Oakhurst sold it.",
        "Young Oakhurst runs the ferry. Martin and Melvin Oakhurst met. They left when Melvin Oakhurst spoke.",
        "Charles Wintour Award and Milton Oakhurst Award were given away. The Award is old.",
        "They met in the Rose Garden. The Oliver Garden is near; Garden fans like both.",
        "Bill Clinton spoke. Clinton left. Hillary Clinton stayed.",
        "Rose Garden Street is long. Madison Garden is not.",
        "Imran Khan spoke. Sadiq Khan, the mayor of London, did not.",
    ],
)
def test_short_forms_and_families_are_left_in_peace(names, text):
    assert names(text) == []


def test_a_family_name_is_not_shared_before_the_editor_has_said_so(names):
    assert names("Anna Reedham met her sister, Paula Reedham. Reedham laughed.") == []
