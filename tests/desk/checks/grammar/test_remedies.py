"""The first remedy is what an editor would type: tense, capitals, article and apostrophe are those of the story."""

from desk.checks.grammar.remedies import WordsInPlace, as_typed_here, leaves_a_slip
from tests.rows import rows


def spot(quote, before="The boats ", after=" lost.", begins=False, apostrophe=""):
    return WordsInPlace(quote, before, after, begins, apostrophe)


@rows(
    ("quote", "suggestion", "kept"),
    [
        ("were", "is", "was"),
        ("was", "are", "were"),
        ("Were", "Is", "Was"),
        ("is", "were", "are"),
        ("had", "has", None),
        ("weren’t", "isn't", "wasn't"),
        ("are", "is", "is"),
    ],
)
def test_a_verb_keeps_its_tense(quote, suggestion, kept):
    assert as_typed_here((suggestion,), spot(quote)) == ((kept,) if kept else ())


def test_no_capital_comes_into_the_middle_of_a_sentence():
    assert as_typed_here(("There",), spot("their")) == ("there",)
    assert as_typed_here(("There",), spot("their", begins=True)) == ("There",)
    assert as_typed_here(("It's", "it's"), spot("its", after=" not fair.")) == ("it's",)
    assert as_typed_here(("I'm",), spot("im")) == ("I'm",)
    assert as_typed_here(("Portuguese",), spot("portuguese")) == ("Portuguese",)
    assert as_typed_here(("Wexlow",), spot("wexlo")) == ("Wexlow",)
    assert as_typed_here(("Freedom",), spot("a Freedom")) == ("Freedom",)
    assert as_typed_here(("West Coast",), spot("west coast")) == ("West Coast",)


def test_a_sentence_that_is_parted_begins_with_a_capital():
    meant = (". It", "; it")
    assert as_typed_here(meant, spot(", it", before="The bridge was shut", after=" is old.")) == meant


def test_the_storys_own_apostrophe_is_written():
    assert as_typed_here(("didn't", "didn’t"), spot("didnt", apostrophe="’")) == ("didn’t",)
    assert as_typed_here(("won’t",), spot("wont", apostrophe="'")) == ("won't",)
    assert as_typed_here(("won’t",), spot("wont")) == ("won’t",)
    assert as_typed_here(("workers'",), spot("workers", after=" union.", apostrophe="’")) == ("workers’",)


def test_an_article_fits_the_word_behind_it():
    assert as_typed_here(("in a email",), spot("in email")) == ("in an email",)
    assert as_typed_here(("a one", "a euro"), spot("one")) == ("a one", "a euro")


@rows(
    ("suggestion", "before", "after", "slip"),
    [
        ("the", "They saw ", " the quay.", True),
        ("had", "They had ", " gone.", False),
        ("a", "They saw ", " apple.", True),
        ("apple", "They saw a ", ".", True),
        ("", "They saw the ", " the quay.", True),
        ("qwixly", "They saw ", ".", True),
        ("quickly", "They saw ", ".", False),
        ("Qwixly", "They saw ", ".", False),  # perhaps a name
    ],
)
def test_a_suggestion_that_leaves_a_slip_behind_is_known(suggestion, before, after, slip):
    assert leaves_a_slip(suggestion, spot("x", before, after)) is slip


def test_it_is_not_offered_first():
    assert as_typed_here(("a", "an"), spot("the", "They saw ", " apple.")) == ("an", "a")


def test_an_article_before_another_is_taken_out():
    assert as_typed_here(("an",), spot("a", "It was ", " another boat.")) == ("",)
    assert as_typed_here(("an",), spot("a", "It was ", " other boat.")) == ("an",)


def test_of_a_comma_and_a_stop_the_one_stays_that_the_sentence_asks_for():
    assert as_typed_here((",", "."), spot(",.", "They did well", ""))[0] == "."
    assert as_typed_here((",", "."), spot(",.", "They did well", " “Then they left.”"))[0] == "."
    assert as_typed_here((",", "."), spot(",.", "They did well", " and left."))[0] == ","


def test_a_finding_offers_what_fits_the_story(told, slip, misspelt):
    text = "It’s late. Each of the boats were lost, and they didnt sink bec ause of it."
    found = told(
        text,
        slip("EACH", "were", "is"),
        misspelt("didnt", "didn't"),
        misspelt("bec ause", "be cause", "because"),
    )
    assert [f.suggestions[0] for f in found] == ["was", "didn’t", "because"]


@rows(
    ("quote", "before", "after", "suggestions", "first"),
    [
        ("was been", "The quay had ", " shut.", ("was", "has been"), "been"),  # “had was” and “had has” are slips
        ("the her", "She broke ", " arm.", ("the", "her"), "her"),
        ("spoke", "He has not ", " to them.", ("spoked", "spoken"), "spoken"),
        ("presidents", "She met the ", " wife.", ("presidents'", "president's"), "president's"),
        ("boats", "She shut the ", " hatch.", ("boats'", "boat's"), "boats'"),
        ("these boat", "She said ", " have sunk.", ("this boat", "these boats"), "these boats"),
        ("these boat", "She said ", " has sunk.", ("these boats", "this boat"), "this boat"),
        ("hia", "She broke ", " arm.", ("HIA", "his"), "his"),
    ],
)
def test_the_likelier_suggestion_comes_first(quote, before, after, suggestions, first):
    assert as_typed_here(suggestions, spot(quote, before, after))[0] == first


def test_of_two_small_words_the_one_stays_that_fits():
    card = spot("a of", before="He was shown ", after=" yellow card early in the game.")
    assert as_typed_here(("of", "a"), card) == ("a", "of")
    banks = spot("the is", before="It mends relations between ", after=" two banks.")
    assert as_typed_here(("is", "the"), banks) == ("the", "is")


def test_a_noun_takes_the_s_that_was_lost():
    meant = ("this harbour", "these harbours")
    assert as_typed_here(meant, spot("these harbour", before="Much of ", after=" by now.")) == meant[::-1]
