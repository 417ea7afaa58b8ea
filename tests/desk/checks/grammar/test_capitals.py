"""A capital vouches for nobody: misspelt words with one are told, names that lie near a word are left in peace."""

import pytest

from desk.checks.frequencies import frequency
from desk.checks.house import BookEntry, Brief, House, NameKind
from desk.checks.names.known import known_names
from desk.text.blocks import Manuscript
from tests.rows import rows


@pytest.fixture
def told_of_story(misspelt, told_by):
    """Return the words told in a text of which the dictionary lacks one, with the names check's own view of it."""

    def find(text, word, *suggestions, brief=None):
        return [finding.quote for finding in told_by(known_names, text, misspelt(word, *suggestions), brief=brief)]

    return find


@rows(
    ("text", "word", "suggestions"),
    [
        ("The Minstry of Ferries bought the pier.", "Minstry", ("Ministry",)),  # lost, among capitals
        ("Hallow Univerity is shut. Hallow Univerity will open.", "Univerity", ("University",)),  # typed twice
        ("The Universtiy Press in Hallow is shut.", "Universtiy", ("University",)),  # swapped
        ("The Eventulaly Bay hotel is shut.", "Eventulaly", ("Eventually",)),  # displaced
        ("A ship left for the Phillipines on Sunday.", "Phillipines", ("Philippines",)),  # another one doubled
        ("The Harbour Commmission met again.", "Commmission", ("Commission",)),  # too many
        ("It was the Federal Conmission on Ferries.", "Conmission", ("Commission", "Con mission")),  # the key beside
        ("The Hallow Universaty Press is shut.", "Universaty", ("University",)),  # a vowel
        ("The Sennate in Hallow has met.", "Sennate", ("Senate", "Sen nate")),
        ("They met in the Whte House at dawn.", "Whte", ("White", "Whet", "Whee")),  # short, half of a pair
        ("She read the Daiy News on the quay.", "Daiy", ("Day", "Died", "Daily")),
        ("She moved to the Federal Trae Commission in May.", "Trae", ("Trade", "True", "Tree")),  # asked for
        ("The Ministry of Hfalth said so on Friday.", "Hfalth", ("Health",)),  # a far key
        ("They met at the Academy of Muic.", "Muic", ("Music", "Muir")),
        ("The High Cour of Hallow met.", "Cour", ("Court", "Coir", "Four")),
        # long words are near no name, however rare and whatever the slip
        ("Doctors at the Royal Infirmory spoke.", "Infirmory", ("Infirmary",)),
        ("The Archdiocsee of Hallow sold it.", "Archdiocsee", ("Archdiocese",)),
        ("Growers in Quernsland lost it.", "Quernsland", ("Queensland",)),
        ("Howover, the board met.", "Howover", ("However",)),
    ],
)
def test_a_misspelt_word_with_a_capital_is_told(told_of_story, text, word, suggestions):
    assert told_of_story(text, word, *suggestions) == [word]


@rows(
    ("text", "word", "suggestions"),
    [
        ("The rapper Ole Stormzen sang.", "Stormzen", ("Storms", "Stormed")),  # no one slip from a word
        ("Rosa Parlour and Ida Comission spoke.", "Comission", ("Commission",)),  # behind a given name
        (
            "Librarian Kwame Asare sang, and it was Asare who left.",
            "Asare",
            ("Aware", "Agar"),
        ),  # behind one that books have
        ("Mr Ministy was late, and Ministy left.", "Ministy", ("Ministry",)),  # behind a courtesy title
        ("The Youngs of Hallow spoke.", "Youngs", ("Young's", "Young")),  # a family
        ("They drove through Newtown at dawn.", "Newtown", ("Newton", "New town")),  # made of two words
        ("The Institut de Hallow is shut.", "Institut", ("Institute",)),  # of another language
        ("They met at Rady Ferries at dawn.", "Rady", ("Ray", "Radar")),  # nobody asks for another word
        ("They left from Ponto Beach at dawn.", "Ponto", ("Onto", "Pont")),
        ("The former Ukip leader left.", "Ukip", ("Skip",)),
        ("The Kwop hotel is shut.", "Kwop", ("Shop", "Kop")),  # too short to say
        ("They met Teylor at dawn.", "Teylor", ("Taylor",)),  # a vowel in a short word
        ("They met Cobat Securities at dawn.", "Cobat", ("Cobalt",)),  # a word not common enough for five letters
        ("They met Parisa at dawn.", "Parisa", ("Paris",)),  # a name goes on where a word ends
        ("They met Tomas Wexlow at dawn.", "Tomas", ("Thomas",)),
        ("The coach, Tadhg Breen, said so.", "Breen", ("Been", "Green")),  # behind a given name, another letter
        ("They met Charls Wexlow at dawn.", "Charls", ("Charles",)),  # given names of many countries
        ("They met Prayo at dawn.", "Prayo", ("Prayers",)),  # two letters off
        ("They met Pennie at dawn.", "Pennie", ("Pennies",)),  # a word hardly used
        ("They met Mr Whit House at dawn.", "Whit", ("White", "Wit")),  # a person
        ("They sailed to Hous Bay at dawn.", "Hous", ("House", "Hours")),  # no pair
        ("Her husband, Estill, died in May.", "Estill", ("Still",)),  # a word that takes no capital there
        ("Amaq Sherloc said so.", "Sherloc", ("Sherlock",)),  # a rare word in seven letters
        ("They met Rasmusson at dawn.", "Rasmusson", ("Rasmussen",)),  # a surname that others write otherwise
        ("The Federacion Hallow met.", "Federacion", ("Federation",)),  # so another language writes it
        ("They blamed the storm (international name: Trami).", "Trami", ("Tami", "Tram")),
        ("They met. Const. Ana Brandt spoke.", "Const", ("Cost", "Cont")),  # a rank cut short
        ("Shares in Greggs fell. The chain said that Greggs would open.", "Greggs", ("Gregg's", "Gregg")),
    ],
)
def test_a_name_near_a_word_is_left_in_peace(told_of_story, text, word, suggestions):
    assert told_of_story(text, word, *suggestions) == []


def test_the_name_book_knows_better(told_of_story):
    book = BookEntry("Organisaton", NameKind.ORGANISATION)
    text, word = "The band Organisaton played.", "Organisaton"
    assert told_of_story(text, word, "Organisation") == [word]
    assert told_of_story(text, word, "Organisation", brief=Brief(House(name_book=(book,)))) == []


def test_the_names_of_a_story_say_what_speaks_for_them():
    names = known_names(Manuscript.of("Ida Sandhill and Ms Orrin met Wexlow at the Bureau."), Brief())
    assert {"Sandhill", "Orrin", "Wexlow", "Bureau"} <= names.words
    assert {"Sandhill", "Orrin"} <= names.people
    assert not {"Wexlow", "Bureau"} & names.people


def test_words_in_use_are_known_with_how_often():
    assert frequency("university") == frequency("University") > frequency("ferry") > 1 > frequency("pounce") > 0
    assert frequency("univerity") == 0


def test_a_name_that_goes_on_before_a_word_is_no_slip_of_it(told_of_story):
    assert told_of_story("She met Orrise Dunbar in Hallow.", "Orrise", "Rise") == []


def test_a_surname_behind_a_given_name_that_no_list_has_is_a_name(told_of_story):
    assert told_of_story("The coach Tavi Meninda spoke. Nobody asked Meninda more.", "Meninda", "Meaning") == []
    assert told_of_story("The Bureau of Labor Minstry met.", "Minstry", "Ministry") == ["Minstry"]
    assert told_of_story("It lies near Torle Univerity.", "Univerity", "University") == ["Univerity"]


@pytest.mark.parametrize(
    ("text", "word", "suggestions"),
    [
        ("They met Hamill. Nobody knew Hamills schedule.", "Hamills", ("Hamill's", "Hamill")),
        ("A rise in Nevadas industrial output was told.", "Nevadas", ("Nevada's", "Nevada")),
        ("He is the Partys nominee for mayor.", "Partys", ("Parties", "Party's", "Party")),
    ],
)
def test_an_owner_without_its_apostrophe_is_told(told_of_story, text, word, suggestions):
    assert told_of_story(text, word, *suggestions) == [word]


@rows(
    ("text", "word", "suggestions"),
    [
        ("They met Hamill. The Hamills schedule was full.", "Hamills", ("Hamill's", "Hamill")),  # a family
        ("They met Hamill, and two Hamills left.", "Hamills", ("Hamill's", "Hamill")),
        ("They met Wexlows brother at dawn.", "Wexlows", ("Wexlow's", "Wexlow")),  # nobody knows a Wexlow
        ("They met Hamill and Hamills said so.", "Hamills", ("Hamill's", "Hamill")),
        ("They met Hamill. Hamills farm here still, as they did a century ago.", "Hamills", ("Hamill's", "Hamill")),
        ("They met Hamill. Hamills Ferries left.", "Hamills", ("Hamill's", "Hamill")),  # a firm
    ],
)
def test_several_of_a_name_are_left_in_peace(told_of_story, text, word, suggestions):
    assert told_of_story(text, word, *suggestions) == []
