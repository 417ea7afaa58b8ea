"""Near spellings: slips are found wherever they stand, two people and two words are left in peace."""

import pytest

from desk.checks.check import Severity
from desk.text.blocks import BlockRole, Kind
from tests.rows import rows

STORY = "The harbour master, {full}, opened the lock. {name} thanked the crew.\n\nLater {slip} left for home."


@rows(
    ("full", "name", "slip"),
    [
        ("Marta Oldenkamp", "Oldenkamp", "Oldenkapm"),  # letters swapped
        ("Marta Oldenkamp", "Oldenkamp", "Oldenkammp"),  # a letter doubled
        ("Marta Oldenkamp", "Oldenkamp", "Olenkamp"),  # a letter dropped
        ("Marta Oldenkamp", "Oldenkamp", "Oldenekamp"),  # a vowel more
        ("Marta Oldenkamp", "Oldenkamp", "Oldonkamp"),  # one vowel for another
        ("Marta Oldenkamp", "Oldenkamp", "Oltenkamp"),  # sounds alike
        ("Tibor Szentivan", "Szentivan", "Szentiavn"),
        ("Rashid Qaramov", "Qaramov", "Karamoff"),  # another transliteration
        ("Pavel Drozhinsky", "Drozhinsky", "Drojinskyy"),
        ("Idris al-Wassufi", "al-Wassufi", "el-Wassoufi"),
        ("Bridget O’Halloway", "O’Halloway", "O’Hallowey"),
    ],
)
def test_a_slip_in_one_later_mention_is_found(pairs, full, name, slip):
    assert (slip, name) in pairs(STORY.format(full=full, name=name, slip=slip))


def test_the_rarer_form_departs_wherever_it_stands(pairs):
    assert pairs("Oldenkapm spoke. Then Marta Oldenkamp spoke, and Oldenkamp left.") == [("Oldenkapm", "Oldenkamp")]


def test_of_two_single_forms_the_one_introduced_in_full_stays(pairs):
    assert pairs("Oldenkapm spoke first.\n\nThe harbour master, Marta Oldenkamp, left.") == [("Oldenkapm", "Oldenkamp")]


def test_the_second_half_of_a_double_name_may_be_two_letters_off(pairs, names):
    text = "Margaret Ashworth-Lyle died. Ashworth-Lyle was 91, and {} told nobody."
    assert pairs(text.format("Ashworth-Lisle")) == [("Ashworth-Lisle", "Ashworth-Lyle")]
    at_the_head = "In 1962 Margaret Ashworth-Lyle found it. Ashworth-Lisle told nobody, and Ashworth-Lyle died."
    assert pairs(at_the_head) == [("Ashworth-Lisle", "Ashworth-Lyle")]
    for other in (
        "Ashworth-Reed",
        "Ashworth",
        "Alan Reed-Lisle",
        "Ashworth-Lisette",
        "Ashworth-Laurie",
        "Joan Ashworth-Lisle",
    ):
        assert names(text.format(other)) == []
    for text in (
        "The North-East won. They left the North-East for the North-West, and the North-East slept.",
        "Tom Parry-Rogers won. Parry-Rogers left. Parry-Roberts came third.",
        "Lee Seung-Hyun won. Lee Seung-Hyun left. Kim Seung-Hoon stayed.",
        "Anna Lloyd-Wilkins spoke. Lloyd-Wilkins left, and Lloyd-Watkins stayed.",
        "The Anglo-Irish treaty held. The Anglo-Irish treaty and the Anglo-Iraqi one differ.",
    ):
        assert names(text) == []


def test_possessives_and_line_breaks_do_not_hide_a_slip(names):
    text = "The dean, Anna\nFelsenbach, spoke. Felsenbach left.\n\nNobody saw Anna\nFelsenbahc’s hat."
    (finding,) = names(text)
    assert finding.quote == "Felsenbahc"
    assert finding.suggestions[0] == "Felsenbach"


def test_an_ordinary_word_in_a_standing_name_can_be_misspelt(pairs):
    text = "They met in the Rose Garden at noon. Later, in the Rose Gardan, they parted."
    assert pairs(text) == [("Gardan", "Garden")]


def test_british_and_american_words_of_one_organisation_are_one_name(pairs):
    text = (
        "The National Tide Centre warned ships. The National Tide Center did so twice; the National Tide Centre left."
    )
    assert pairs(text) == [("Center", "Centre")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Harbour Committee met. Nobody saw the Harbour Cimmittee leave.", ("Cimmittee", "Committee")),
        (
            "A row over the Sluice Board.\n\nRolling Tide sang. Later, the fans of Rollig Tide left.",
            ("Rollig", "Rolling"),
        ),
        ("They met at the Sluice Harbour Bridge. The Sluice Harbor Bridge is old.", ("Harbor", "Harbour")),
        ("General Marta Oldenkamp spoke. Then Generla Pavel Felsenbach did.", ("Generla", "General")),
    ],
)
def test_a_misspelt_ordinary_word_of_a_name_is_found(pairs, text, found):
    assert pairs(text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The coach, Bryan Oldenkamp, spoke. They saw Brya Oldenkamp leave.", ("Brya", "Bryan")),
        ("The pier of Dubai was shut. A ship from Duba waited, and Dubai sent it on.", ("Duba", "Dubai")),
    ],
)
def test_a_name_that_lost_its_end_is_no_adjective(pairs, text, found):
    assert pairs(text) == [found]


def test_the_form_that_is_a_name_stays_even_where_only_the_headline_has_it(names):
    text = "Columbia wins the race\n\nThe crew of Colummbia sang all night, and nobody in the harbour minded."
    (finding,) = names(text, kinds={0: (Kind.FURNITURE, BlockRole.HEADLINE)})
    assert (finding.quote, finding.suggestions[0]) == ("Colummbia", "Columbia")


def test_a_paragraph_only_taken_for_advertising_is_read(names):
    text = "Marta Oldenkamp spoke. Oldenkamp left.\n\nThe jewellery that Oldenkapm stole had 38 rings."
    (finding,) = names(text, kinds={1: (Kind.PAID, BlockRole.BODY)})
    assert (finding.quote, finding.severity) == ("Oldenkapm", Severity.HINT)


def test_a_headline_in_capitals_is_compared_with_the_body(names):
    text = "TOWN ANGRY AT OLDENKAPM OVER LOCK REPAIRS\n\nMarta Oldenkamp spoke. Oldenkamp left."
    (finding,) = names(text)
    assert (finding.quote, finding.suggestions[0]) == ("OLDENKAPM", "OLDENKAMP")


def test_each_departing_place_is_reported_and_mended_at_once(names):
    text = "Marta Oldenkamp spoke. Oldenkamp sat. Oldenkamp left.\n\nOldenkapm came. Oldenkapm went."
    found = names(text)
    assert [f.quote for f in found] == ["Oldenkapm", "Oldenkapm"]
    here, everywhere = found[0].remedies
    assert (len(here.edits), len(everywhere.edits)) == (1, 2)
    assert found[0].subject == found[1].subject == "Oldenkamp / Oldenkapm"
    assert found[0].evidence[0].note == "Oldenkamp, 3 places"
    assert "2 places" in found[0].message
    assert "two letters swapped" in found[0].message


@rows(
    "text",
    [
        "Anna Zuma met Peter Duma. Zuma spoke first, and Duma agreed.",
        "Judge William Barr heard Richard Burr. Barr asked, Burr answered.",
        "Ellen McCabe and Tom McCain ran. McCabe won; McCain lost.",
        "Uganda won. Ugandan fans sang, and Ugandans danced in Uganda.",
        "The Clintons came. Clinton spoke, and the Clintons left.",
        "Marxism failed, one Marxist said.",
        "They left on Tuesday and came back on Thursday. Sunday was quiet, Monday was not.",
        "Getting there took an hour. Keating was late.",
        "David Hume met Jane Davis. David left; Davis stayed.",
        "The Ministry of Cooperation sued the Harbour Corporation.",
        "France won. Pope Francis sent a note from France.",
        "Sven Ekah and Ola Enah sang.",
        "The Lakers won. All five Laker players sang, and the Lakers left.",
        "Cate Oldenkamp sang with Kate Felsenbach.",
        "Bryan Ferry met Brian Mill.",
        "Steve Oldenkamp sang. Stevie, the crowd called him.",
        "Anna Horgan scored twice.\n\nByrne, Hayes, Horan, Miller, Foley.",
        "The Tribunal Supremo Electoral, or Supreme Electoral Tribunal, met.",
        "They flew to Mumbai (Bombay) at noon.",
        "They flew to Mumbai, formerly Bombay, at noon.",
    ],
)
def test_two_people_and_two_words_are_left_in_peace(names, text):
    assert names(text) == []
