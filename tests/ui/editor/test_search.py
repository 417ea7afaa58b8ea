"""Finding words the way an editor means them, and as a regular expression."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.editor.search import BadPattern, Wanted, find_all, replacement
from ui.editor.utf16 import UnitMap

TEXT = "Ann’s “new” café 😀 is in\nNew York; ann likes New\u00a0York, new Yorkers do not."


def found(words, text=TEXT, **how):
    return [match.span.of(text) for match in find_all(text, Wanted(words, **how), UnitMap(text)).places]


def test_words_are_found_without_regard_to_capitals_unless_asked():
    assert found("ann") == ["Ann", "ann"]
    assert found("ann", case=True) == ["ann"]


def test_a_space_finds_a_line_end_and_a_no_break_space():
    assert found("in new york") == ["in\nNew York"]
    assert found("New York", case=True) == ["New York", "New\u00a0York"]


def test_straight_quotes_find_curly_ones():
    assert found("Ann's") == ["Ann’s"]
    assert found('"new"') == ["“new”"]


def test_whole_words_know_accents():
    assert found("new york", whole_words=True) == ["New York", "New\u00a0York"]
    assert found("caf", whole_words=True) == []


def test_nothing_typed_is_read_as_a_pattern_unless_asked():
    assert found("n.w") == []
    assert found(r"n\w+", regular=True, case=True) == ["nn", "new", "nn", "new", "not"]


def test_empty_places_are_no_places():
    assert found("x*", regular=True) == []
    assert found("") == []


def test_a_bad_pattern_is_told_in_a_sentence():
    with pytest.raises(BadPattern, match="does not hold: missing closing parenthesis"):
        found("(a", regular=True)


def test_a_pattern_that_would_run_for_ever_is_given_up():
    with pytest.raises(BadPattern, match="too long"):
        found("(a+)+$", "a" * 40 + "b", regular=True)


def test_no_more_places_are_counted_than_are_asked_for():
    some = find_all("a a a", Wanted("a"), UnitMap("a a a"), most=2)
    assert (len(some.places), some.more) == (2, True)
    assert len(found("a", "a " * 6_000)) == 6_000


def test_a_pattern_that_finds_places_without_words_alone_says_so():
    assert find_all(TEXT, Wanted("^", regular=True), UnitMap(TEXT)).empty
    assert not find_all(TEXT, Wanted("zebra", regular=True), UnitMap(TEXT)).empty
    assert not find_all(TEXT, Wanted("ann|^", regular=True), UnitMap(TEXT)).empty


def test_a_replacement_reads_groups_in_an_expression_alone():
    match = find_all(TEXT, Wanted(r"(New)\s(York)", case=True, regular=True), UnitMap(TEXT)).places[0]
    assert replacement(r"\2 $1\n\\", match, regular=True) == "York New\n\\"
    assert replacement(r"\9", match, regular=True) == ""
    assert replacement(r"\2", match, regular=False) == r"\2"


@given(st.text("aB .*(\\’'\"\n\u00a0😀é", max_size=40), st.integers(0, 40), st.integers(1, 8))
def test_any_words_of_a_text_are_found_where_they_stand(text, start, length):
    words = text[start : start + length]
    spans = [match.span.of(text) for match in find_all(text, Wanted(words, case=True), UnitMap(text)).places]
    if words.strip() and "\n" not in words:
        assert len(spans) >= 1
        assert all(len(span.split()) == len(words.split()) for span in spans)
