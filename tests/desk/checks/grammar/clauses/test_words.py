"""A text is parted into sentences and words as treebanks part it, each at its place."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checks.grammar.clauses.words import plain, sentences
from tests.rows import rows


def parted(text):
    return [[word.text for word in sentence] for sentence in sentences(text)]


@rows(
    ("text", "words"),
    [
        ("They don’t know.", [["They", "do", "n’t", "know", "."]]),
        ("He can't, Wexlow's boats", [["He", "ca", "n't", ",", "Wexlow", "'s", "boats"]]),
        ("the boys’ boats", [["the", "boys", "’", "boats"]]),
        ("‘Boats’ cost $1.5 million.", [["‘", "Boats", "’", "cost", "$", "1.5", "million", "."]]),
        ("The U.S. is big. It is.", [["The", "U.S.", "is", "big", "."], ["It", "is", "."]]),
        ("Mr. Oduya left at 5 p.m. on Monday.", [["Mr.", "Oduya", "left", "at", "5", "p.m.", "on", "Monday", "."]]),
        ("“Go.” He went.", [["“", "Go", ".", "”"], ["He", "went", "."]]),
        ("a state-owned firm — 50%", [["a", "state-owned", "firm", "—", "50", "%"]]),
        ("", []),
    ],
)
def test_words_and_sentences(text, words):
    assert parted(text) == words


def test_what_weights_know_a_word_by():
    assert [plain(word) for word in ("Don’t", "1,500", "“")] == ["don't", "0,000", '"']


@given(st.text(max_size=60))
def test_each_word_stands_where_it_says(text):
    words = [word for sentence in sentences(text) for word in sentence]
    assert all(text[word.start : word.end] == word.text for word in words)
    assert "".join(word.text for word in words) == "".join(text.split())
