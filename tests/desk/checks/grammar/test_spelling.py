"""Which unknown words are slips and which are names, terms, compounds or another language."""

import pytest

from desk.checks.house import BookEntry, Brief, House, NameKind


@pytest.mark.parametrize(
    ("text", "word", "suggestions"),
    [
        ("The regime mantains its grip.", "mantains", ("maintains", "manta ins")),
        ("He lost everthing in the fire.", "everthing", ("everything", "ever thing")),
        ("A detailled report was read.", "detailled", ("detailed", "detail led")),
        ("It doesnot matter to the crew.", "doesnot", ("doesn't", "does not")),
        ("They were optedto stay.", "optedto", ("opted to",)),
        ("They nake profits in the north.", "nake", ("make", "name")),
        ("The chinese sailors left.", "chinese", ("Chinese", "chines")),
        ("The compeny and the compeny town.", "compeny", ("company",)),
        ("It is the first Computr in town.", "Computr", ("Computer",)),
        ("Remeber to vote on Sunday.", "Remeber", ("Remember",)),
        ("The play was poorly-recieved there.", "poorly-recieved", ("poorly-received",)),
        ("The nformation desk is closed.", "nformation", ("information",)),
    ],
)
def test_slips_of_common_words_are_told(told, misspelt, text, word, suggestions):
    assert word in {finding.quote for finding in told(text, misspelt(word, *suggestions))}


@pytest.mark.parametrize(
    ("text", "word", "suggestions"),
    [
        ("The tollway was shut.", "tollway", ("toll way",)),
        ("A rightwing paper said so.", "rightwing", ("righting", "right-wing", "right wing")),
        ("They ate salsa with tatemara.", "tatemara", ("Guatemala", "Bateman")),
        ("The word “schadenfroh” was used.", "schadenfroh", ("schadenfreude",)),
        ("A dish of karrage (fried chicken) came.", "karrage", ("garage",)),
        ("He said Wojtkowska would come.", "Wojtkowska", ("Wojtkowski",)),
        ("Call @harbourmann for news.", "harbourmann", ("harbourman",)),
        ("The IllustrisTNG run ended.", "IllustrisTNG", ("Illustris",)),
        ("It is une maison de la ville.", "ville", ("villa", "vile")),
        ("A contrôle was held.", "contrôle", ("control",)),
        ("The fanyo was sung, and the fanyo was danced.", "fanyo", ("fango",)),
    ],
)
def test_names_terms_and_other_languages_are_left_in_peace(told, misspelt, text, word, suggestions):
    assert told(text, misspelt(word, *suggestions)) == ()


def test_the_desks_words_and_its_name_book_are_right(told, misspelt):
    text = "The Harbeck ferry wobblegates."
    slips = (misspelt("Harbeck", "Hardback"), misspelt("wobblegates", "wobblegate"))
    entry = BookEntry("Harbeck", NameKind.PLACE)
    brief = Brief(House(dictionary=frozenset({"wobblegates"}), name_book=(entry,)))
    assert told(text, *slips, brief=brief) == ()


OTHER = "Possible spelling mistake. “{}” is British English."


def test_another_english_is_told_once_a_word_with_every_place(told, misspelt):
    text = "The colour of the theatre.\n\nThe theatre has a new colour, and colour matters."
    slips = [
        misspelt("colour", "color", message=OTHER.format("colour")),
        misspelt("theatre", "theater", message=OTHER.format("theatre")),
    ]
    findings = told(text, *slips)
    assert [(f.quote, f.rule) for f in findings] == [
        ("colour", "grammar.OTHER_ENGLISH"),
        ("theatre", "grammar.OTHER_ENGLISH"),
    ]
    assert [len(f.evidence) for f in findings] == [3, 2]
    all_of_them = findings[0].remedies[0]
    assert all_of_them.title == "Change all 3 to “color”"
    assert [edit.text for edit in all_of_them.edits] == ["color"] * 3
    assert all(edit.span.of(text) == "colour" for edit in all_of_them.edits)


def test_a_name_in_another_english_is_a_name(told, misspelt):
    slips = misspelt("Defence", "Defense", message=OTHER.format("Defence"))
    assert told("The Ministry of Defence said so.", slips) == ()
    assert told("Defence spending rose.", slips) != ()
    assert told("The Ministry of Defence said so.", slips, brief=Brief(House(variant="en"))) == ()
