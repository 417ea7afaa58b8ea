"""Which words quote a text: names, figures and turns of phrase that no other text has."""

import pytest

from desk.text.quoting import own_words
from tests.rows import rows

GOING = "The child is called Wilhelmina Ostrander and lives by the mill. She is 12.\n"
STAYING = "The bridge opened on Monday. She is well, said the mayor.\n"


@rows(
    ("said", "quotes"),
    [
        ("not OSTRANDER, please", True),
        ("she is 12", True),
        ("who lives by water?", True),
        ("is called a child", True),
        ("the mayor of Monday", False),
        ("she is well", False),
        ("by the by", False),
        ("", False),
    ],
)
def test_what_quotes_a_text_beside_one_that_stays(said, quotes):
    assert own_words([GOING], [STAYING]).quoted_by(said) is quotes


@pytest.mark.parametrize(
    ("said", "quotes"),
    [("not Ostrander", True), ("lives by the sea", True), ("the mill", False), ("who is called so?", False)],
)
def test_what_quotes_a_text_that_stands_alone(said, quotes):
    assert own_words([GOING], []).quoted_by(said) is quotes


@pytest.mark.parametrize("staying", [[], [""], ["\n"]])
def test_first_words_and_headlines_are_no_names_where_they_are_common(staying):
    going = "Mayor Lied On Bridge\n\nThe mayor of Dunmore lied about 10 boats. Tam Brown said so.\nRain fell.\n"
    own = own_words([going], staying, {"the", "on", "lied", "bridge", "rain", "brown", "tam"}.__contains__)
    assert own.words == {"dunmore", "10", "brown"}
