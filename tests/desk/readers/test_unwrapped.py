from hypothesis import given
from hypothesis import strategies as st

from desk.readers.unwrapped import unwrapped
from tests.rows import rows


@rows(
    ("text", "paragraphs"),
    [
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("  one and\ntwo\n  three", ["one and two", "three"]),
        ("  one and\n  two\n\n  three", ["one and two", "three"]),
        ("The mayor of the city\nsaid that.\nShe went.", ["The mayor of the city said that.", "She went."]),
        ("Ulm      3    1\nBerlin   1    3", ["Ulm      3    1", "Berlin   1    3"]),
        ("x" * 120 + "\n" + "y" * 110, ["x" * 120, "y" * 110]),
        ("", []),
    ],
)
def test_paragraphs_are_found_again(text, paragraphs):
    assert unwrapped(text) == paragraphs


@given(st.text(alphabet="ab \t\n", max_size=80))
def test_no_word_is_lost(text):
    assert " ".join(unwrapped(text)).split() == text.split()
