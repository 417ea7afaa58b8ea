"""Upper, lower, title and sentence case as newsrooms write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.text.letter_case import LetterCase, as_written_like, in_case, keeping_capitals, names_in
from desk.text.spans import Span
from tests.rows import rows

BODY = "The harbour office said Port Ellery will wait. In May, Tomas Okafor and NATO met. Ferries stop."


@rows(
    ("case", "words", "stands"),
    [
        (LetterCase.UPPER, "straße of Nato", "STRASSE OF NATO"),
        (LetterCase.LOWER, "Two MEN", "two men"),
        (LetterCase.TITLE, "bridge to close for repairs at the end", "Bridge to Close for Repairs at the End"),
        (LetterCase.TITLE, "what it is for", "What It Is For"),
        (LetterCase.TITLE, "the bridge: a history", "The Bridge: A History"),
        (LetterCase.TITLE, "NATO chief's iPhone is self-made", "NATO Chief's iPhone Is Self-Made"),
        (LetterCase.TITLE, "BRIDGE TO CLOSE", "Bridge to Close"),
        (LetterCase.TITLE, "the up-and-coming pier is off-limits", "The Up-and-Coming Pier Is Off-Limits"),
        (LetterCase.TITLE, "U.S. PORT OF D.C.", "U.S. Port of D.C."),
        (
            LetterCase.SENTENCE,
            "Ferries Stop at U.S. Dock, Says Okafor v. the City",
            "Ferries stop at U.S. dock, says Okafor v. the city",
        ),
        (
            LetterCase.SENTENCE,
            "Ferries to Stop in Port Ellery, Okafor Says",
            "Ferries to stop in Port Ellery, Okafor says",
        ),
        (LetterCase.SENTENCE, "Ferry Runs — Harbour Opens", "Ferry runs — harbour opens"),
        (LetterCase.SENTENCE, "FERRY RUNS – NATO WAITS", "Ferry runs – NATO waits"),
        (LetterCase.SENTENCE, "NATO MEETS IN PORT ELLERY. I’M GLAD", "NATO meets in Port Ellery. I’m glad"),
        (LetterCase.SENTENCE, "“Ferries Stop,” NATO Says", "“Ferries stop,” NATO says"),
        (LetterCase.SENTENCE, "ferry fire: nine hurt off Dunmore pier", "Ferry fire: nine hurt off Dunmore pier"),
    ],
)
def test_words_are_written_in_a_case(case, words, stands):
    assert in_case(words, case, names_in(BODY)) == stands


def test_a_dateline_in_capitals_tells_names():
    assert names_in("PORT ELLERY — The NATO chief came to BONN by train.") == {"Port", "Ellery", "NATO", "BONN"}


@pytest.mark.parametrize("head", ["DUNMORE — ", "DUNMORE, Ireland (Reuters) – ", "DUNMORE (AP) - "])
def test_a_dateline_of_one_word_tells_a_name_too(head):
    assert names_in(f"{head}Seven people were hurt.") >= {"Dunmore"}
    assert in_case("Nine Hurt in Dunmore Fire", LetterCase.SENTENCE, names_in(f"{head}Nine.")) == (
        "Nine hurt in Dunmore fire"
    )


def test_names_are_what_a_text_never_writes_small():
    assert names_in(BODY) >= {"Port", "Ellery", "Tomas", "Okafor", "NATO", "May"}
    assert not names_in(BODY) & {"The", "In", "Ferries"}


@given(st.text(max_size=60), st.sampled_from(LetterCase))
def test_no_case_changes_anything_but_letters(words, case):
    assert in_case(words, case).casefold() == words.casefold() or not words.isascii()


@rows(
    ("word", "other", "written"),
    [
        ("tell", "Said", "Tell"),
        ("tell", "SAID", "TELL"),
        ("tell", "said", "tell"),
        ("tell", "I", "Tell"),
        ("Pier", "quay", "Pier"),
    ],
)
def test_a_word_takes_the_capitals_of_the_one_whose_place_it_takes(word, other, written):
    assert as_written_like(word, other) == written


@pytest.mark.parametrize(
    ("text", "found", "typed", "words", "written"),
    [
        ("It rained. Ferries sail.", "Ferries", "ferries", "boats", "Boats"),
        ("It rained. “Ferries sail.”", "“Ferries", "“ferries", "“boats", "“Boats"),
        ("It rained. Ferries sail.", "Ferries", "Ferries", "boats", "boats"),
        ("All ferries sail.", "ferries", "ferries", "boats", "boats"),
        ("All ferries sail.", "ferries", "Ferries", "Boats", "Boats"),
        ("FERRIES ARE FREE.", "FERRIES", "ferries", "boats", "BOATS"),
        ("It rained.\nFERRIES\nThey sail.", "FERRIES", "ferries", "boats", "BOATS"),
        ("The UN met.", "UN", "un", "United Nations", "United Nations"),
        ("The UN met.", "UN", "UN", "United Nations", "United Nations"),
        ("A boat sails.", "A", "a", "one", "One"),
        ("Off the Harbour board.", "Harbour board", "harbour board", "council", "council"),
        ("40 Ferries sail.", "40 Ferries", "40 ferries", "forty boats", "forty boats"),
        ("It rang. Phones met.", "Phones", "phones", "iPhones", "iPhones"),
        ("Phone makers met.", "Phone makers", "phone makers", "iPhone makers", "iPhone makers"),
        ("PHONES ARE FREE.", "PHONES", "phones", "iPhones", "IPHONES"),
        ("It rained:\n- Car sales", "Car", "car", "auto", "Auto"),
        ("It rained:\n  • Car sales", "Car", "car", "auto", "Auto"),
        ("1) Car sales", "Car", "car", "auto", "Auto"),
        ("(b) Car sales", "Car", "car", "auto", "Auto"),
        ("They met - Car sales fell.", "Car", "car", "auto", "auto"),
    ],
)
def test_words_at_the_head_of_a_sentence_leave_their_capital_to_those_that_replace_them(
    text, found, typed, words, written
):
    at = text.index(found)
    assert keeping_capitals(words, text, Span(at, at + len(found)), typed) == written
