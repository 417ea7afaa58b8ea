"""Where houses are right and a rule is not: marked as said, quoted as wrong, another English, verse, other words."""

import pytest

from desk.checks.house import Brief, House
from desk.checks.names.known import KnownNames
from tests.rows import rows


def in_english(code, **house):
    return Brief(House(variant=code, **house))


GB, US = in_english("en-GB"), in_english("en-US")


def test_what_is_marked_as_said_so_is_left_in_peace(told, misspelt, slip):
    text = "He wrote of “anyting” [sic] and “they was (sic) there”, and of anyting."
    found = told(text, misspelt("anyting", "anything"), slip("THEY_WAS", "they was", "they were"))
    assert [(f.quote, f.span.start) for f in found] == [("anyting", text.rindex("anyting"))]


def test_an_owner_that_is_marked_as_said_so_is_left_in_peace(told, slip):
    assert not told("It spoke of “the principle’s [sic] office”.", slip("PRINCIPLE", "principle", "principal"))


def test_the_code_of_a_website_is_no_misspelt_word(told, misspelt):
    text = "The fare stays &amp; bikes ride free.<br/> They aret."
    found = told(text, misspelt("&amp", "camp"), misspelt("br", "be"), misspelt("aret", "are"))
    assert [f.quote for f in found] == ["aret"]


@pytest.mark.parametrize(
    "text",
    [
        "Correction: the headline said “Comission” on Friday.",
        "An earlier version of this story gave the name as “Comission”.",
        "The plaque was misspelled “Comission,” the mayor said.",
    ],
)
def test_a_note_may_quote_what_was_spelled_wrong(told, misspelt, text):
    assert told(text, misspelt("Comission", "Commission")) == ()
    assert told(text.replace("“", "").replace("”", ""), misspelt("Comission", "Commission")) != ()


def test_words_go_on_behind_an_ellipsis(told, slip):
    space = slip("SENTENCE_WHITESPACE", "Then", " Then", kind="typographical")
    assert told("The quay was long…Then it was short.", space) == ()
    assert told("The quay was long….Then it was short.", space) == ()
    assert told("The quay was long.Then it was short.", space) != ()


def test_a_line_of_verse_begins_as_its_poet_wrote_it(told, slip):
    small = slip("UPPERCASE_SENTENCE_START", "and", "And", kind="typographical")
    assert told("and the quay is long\nthe gulls are gone\nthe nets hang dry", small) == ()
    assert told("and the quay is long, so the gulls are gone.", small) != ()


@rows("code", ["en-GB", "en-AU", "en-NZ", "en-ZA", "en"])
def test_a_team_takes_the_plural_outside_north_america(told, slip, code):
    text = "Wexlow are third. Hallow have a game in hand."
    slips = (
        slip("HE_VERB_AGR", "are", "is"),
        slip("NNP_AGREEMENT", "Hallow have", "Hallow has"),
        slip("COLLECTIVE_NOUN_VERB_AGREEMENT_VBP", "have", "has"),
    )
    assert told(text, *slips, brief=in_english(code)) == ()
    assert told(text, *slips, brief=US) != ()
    assert told("The captain are third.", slip("HE_VERB_AGR", "are", "is"), brief=in_english(code)) != ()


def test_commas_of_american_houses_are_asked_for_there_alone(told, slip):
    between = slip("COMMA_COMPOUND_SENTENCE", " and", ", and", kind="uncategorized")
    behind = slip("SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA", "Instead", "Instead,")
    text = "Instead they rowed the boat home and she slept."
    assert told(text, between, behind, brief=GB) == ()
    assert len(told(text, between, behind, brief=in_english("en-US", grammar_style=("comma-between-clauses",)))) == 2
    assert len(told(text, between, behind, brief=US)) == 1
    asked = in_english("en-GB", grammar_on=("COMMA_COMPOUND_SENTENCE",))
    assert len(told(text, between, brief=asked)) == 1


def test_the_members_of_an_organisation_do_not_own_it(told, slip):
    owner = slip("POSSESSIVE_APOSTROPHE", "growers", "growers'", "grower's")
    assert told("She leads the growers association.", owner) == ()
    assert told("She leads the growers daughter astray.", owner) != ()


def test_what_people_say_is_not_put_into_better_english(told, slip):
    idiom = slip("SOME_IDIOM", "different than", "different from", category="COLLOCATIONS")
    there = slip("THERE_S_MANY", "There’s two", "There are two")
    text = "There’s two of them, and they are different than boats."
    assert told(f"“{text}”", idiom, there) == ()
    assert len(told(text, idiom, there)) == 2
    assert len(told(f"“{text}”", slip("EN_A_VS_AN", "two", "too"))) == 1
    pause = slip("INTERJECTIONS_PUNCTUATION", "There’s", "There’s,", category="PUNCTUATION")
    twice = slip("COMMA_PERIOD", "boats.", "boats", category="PUNCTUATION", kind="typographical")
    assert [f.rule for f in told(f"“{text}”", pause, twice)] == ["grammar.COMMA_PERIOD"]
    assert len(told(f"“{text}”", there, brief=in_english("en-US", grammar_on=("THERE_S_MANY",)))) == 1


@pytest.mark.parametrize("stop", ["Mr. Dunbar", "13.8 percent", "the U.S. navy", "the non-U.S., the other"])
@pytest.mark.parametrize("rule", ["COPYDESK_NO_VERB", "COPYDESK_SUBCLAUSE_ALONE"])
def test_a_full_stop_of_a_short_form_ends_no_sentence(told, slip, stop, rule):
    assert told(f"Although a spokesman for {stop} waited, they rowed.", slip(rule, "Although")) == ()
    assert told("Although a spokesman waited. They rowed.", slip(rule, "Although")) != ()


def test_spaces_at_quotation_marks_are_the_style_checks(told, slip):
    space = slip("COMMA_PARENTHESIS_WHITESPACE", ' " ', '" ', category="TYPOGRAPHY", kind="whitespace")
    assert told('They wrote, " We rowed home.', space) == ()
    comma = slip("COMMA_PARENTHESIS_WHITESPACE", " ,", ",", category="TYPOGRAPHY", kind="whitespace")
    assert told("They rowed , and slept.", comma) != ()


def test_a_plural_that_describes_owns_nothing(told, slip):
    owner = slip("POSSESSIVE_APOSTROPHE", "boats", "boats'")
    assert told("She ran a boats museum, and old boats museums.", owner) == ()
    assert told("She shut the boats hatch.", owner) != ()
    assert told("It is a persons right.", slip("POSSESSIVE_APOSTROPHE", "persons", "person's")) != ()


def test_a_name_that_ends_in_s_is_one_person(told, slip):
    rule = slip("COPYDESK_HELP_S_PLURAL", "has", "have")
    text = "Carters has won. Her friend Carters left."
    assert told(text, rule) != ()
    assert told(text, rule, names=KnownNames(words=frozenset({"Carters"}))) == ()


def test_initials_stand_with_or_without_their_stops(told, slip):
    rule = slip("EN_MULTITOKEN_SPELLING_THREE", "Ida B Wexlow", "Ida B. Wexlow")
    assert told("They met Ida B Wexlow there.", rule) == ()


@pytest.mark.parametrize("code", ["en-ZA", "en-GB", "en-US"])
def test_words_of_the_world_are_right_in_any_english(told, misspelt, code):
    brief = in_english(code)
    assert told("He lit the braai behind a bakkie.", misspelt("braai", "brain"), brief=brief) == ()
    assert told("Te reo is taught at the marae.", misspelt("reo", "red"), brief=brief) == ()
    assert told("He put te box down.", misspelt("te", "the"), brief=brief) != ()


def test_a_party_has_its_own_spelling_at_the_head_of_a_sentence_too(told, misspelt):
    other = misspelt("Labor", "Labour", message="Possible spelling mistake. “Labor” is American English.")
    assert told("Labor said so. A vote for Labor is near.", other, brief=in_english("en-AU")) == ()
    assert told("Labor is cheap there.", other, brief=in_english("en-AU")) != ()


@rows(
    ("text", "word", "suggestions", "found"),
    [
        ("The wonk left.", "wonk", ("won", "work"), False),  # a word in use that the dictionary lacks
        ("The nose swiveled.", "swiveled", ("swivelled",), True),  # another English
        ("They de-anonymised it.", "de-anonymised", ("anonymised",), False),
        ("A badly-damgaed ship came in.", "badly-damgaed", ("badly-damaged",), True),
        ("It was novichok.", "novichok", ("Novichok",), False),  # no common word with its capital either
        ("The Wexlow’s stewarsdhip ended.", "stewarsdhip", ("stewardship",), True),  # a curly mark is no foreign letter
        ("They met Wexlow inthe wake of it.", "inthe", ("in the",), True),  # a lost space behind a capital
    ],
)
def test_a_second_dictionary_speaks_for_words_in_use(told, misspelt, text, word, suggestions, found):
    assert bool(told(text, misspelt(word, *suggestions), brief=GB)) is found


@rows(
    ("text", "rule", "words"),
    [
        ("But tests for lead in that way have failed.", "PLURAL_VERB_AFTER_THIS", "that way have"),
        ("Tests for lead in water are late.", "NNS_OF_SINGULAR_AGREEMENT", "are"),
        ("The row of boats was long.", "PCT_PLURAL_NOUN_SINGULAR_VERB_AGREEMENT", "was"),
        ("Boat trips from Hallow to the island are safe.", "AGREEMENT_SENT_START", "trips"),
        ("A council report from May 3, 2019, details the plan.", "SUBJECT_VERB_AGREEMENT", "report"),
    ],
)
def test_what_stands_behind_a_preposition_is_no_subject(told, slip, text, rule, words):
    assert told(text, slip(rule, words, "x")) == ()


@rows(
    ("text", "rule", "words"),
    [
        ("The list of boats are long.", "SOME_AGREEMENT", "are"),
        ("Trips to the island is safe.", "SOME_AGREEMENT", "is"),
        ("The boats is late.", "PCT_PLURAL_NOUN_SINGULAR_VERB_AGREEMENT", "is"),
        ("The mayor report to the board of the town.", "SUBJECT_VERB_AGREEMENT", "report"),
        ("She report to the board, which is late.", "SUBJECT_VERB_AGREEMENT", "report"),
        ("The crew was took to a town of which there are two.", "BEEN_PART_AGREEMENT", "took"),
        ("Boats of this kind is late and trips from Hallow are long.", "SOME_AGREEMENT", "is"),
    ],
)
def test_agreement_with_the_subject_itself_is_told(told, slip, text, rule, words):
    assert told(text, slip(rule, words, "x")) != ()


def test_hyphens_are_a_matter_of_the_house(told, slip):
    hyphen = slip("SOME_TO_SOME_HYPHEN", "bow to stern", "bow-to-stern", category="PUNCTUATION")
    joined = slip("BOAT_COMPOUNDS", "boat house", "boathouse", kind="misspelling")
    text = "They went bow to stern through the boat house."
    assert told(text, hyphen, joined) == ()
    assert len(told(text, hyphen, joined, brief=in_english("en-US", grammar_style=("hyphens",)))) == 2


def test_compounds_before_a_noun_are_hints_in_houses_that_ask_for_hyphens(told):
    text = "The nine member council sold it. She works for a state run broadcaster."
    assert told(text) == ()
    found = told(text, brief=in_english("en-GB", grammar_style=("hyphens",)))
    assert [(each.quote, each.severity.value) for each in found] == [("nine member", "hint"), ("state run", "hint")]


def test_a_second_dictionary_knows_words_of_south_africa_but_not_misspelt_ones(told, misspelt):
    assert told("They braaied snoek at the braaivleis.", misspelt("braaivleis", "braille")) == ()
    assert told("The cannister was shut.", misspelt("cannister", "canister")) != ()


def test_a_sign_for_a_letter_makes_a_name(told, misspelt):
    assert told("R!ff and B$nd will play.", misspelt("ff", "if"), misspelt("nd", "and")) == ()


@rows(
    ("rule", "quote", "right", "wrong"),
    [
        ("QUESTION_MARK", ".", "Would she sell the boat, Duarte was asked.", "Would she sell the boat ."),
        (
            "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA",
            "Also",
            "Also Monday, the quay was shut.",
            "Also the quay was shut.",
        ),
        ("COPYDESK_PREPOSITION_BASE", "live", "Buyers of live crabs came.", "They dream of live in a house."),
        (
            "COPYDESK_ONE_OF_MOST",
            "most popular",
            "It is the oldest and most popular ferry.",
            "It is most popular ferry.",
        ),
        ("AS_IS_VBG", "is", "They share boats, as is often seen in Hallow.", "They came as is going home."),
        ("THE_SUPERLATIVE", "hardest", "Hallow was hit hardest by the flood.", "It was hardest winter of all."),
        ("CD_NN", "lead", "She has a nine percentage point lead to lose.", "They have nine lead."),
        ("MISSING_ARTICLE", "is classical", "It is classical biocontrol, he said.", "It is classical boat."),
        ("SINGULAR_AGREEMENT_SENT_START", "are", "The accused are in court.", "The harbour master are in court."),
        ("COPYDESK_NO_VERB", "The", "The police chargesheeted three men.", "The police of the port of Hallow."),
        ("A_INFINITIVE", "a Unite", "It was a Unite the Quay rally.", "It was a unite the quay rally."),
        ("CAPITALIZATION", "east coast", "They sailed along the east coast.", ""),
    ],
)
def test_what_a_rule_does_not_know_of_is_left_in_peace(told, slip, rule, quote, right, wrong):
    suggestion = "east Coast" if rule == "CAPITALIZATION" else quote.upper()
    heard = (slip(rule, quote, suggestion), slip(rule, quote.casefold(), suggestion))
    assert told(right, *heard) == ()
    assert not wrong or told(wrong, *heard) != ()


def test_a_small_word_before_a_name_that_begins_with_it_stands_once(told, slip):
    twice = slip("ENGLISH_WORD_REPEAT_RULE", "new New", "new", kind="duplication")
    assert told("She holds the new New Hallow seat.", twice) == ()
    assert told("She holds the new New seat.", twice) != ()
