"""Asides behind a name that open with a comma and never close are found; closed ones and rows are left in peace."""

import pytest

from desk.checks.grammar.clauses.open_asides import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("Lena Holm, a former mayor of the town said the pier was safe.", "town said", "town, said"),
    ("Dunmore, a small port on the northern coast is the home of the ferry.", "coast is", "coast, is"),
    ("Tom Hale, who wrote a book about the old harbour says the pier is safe.", "harbour says", "harbour, says"),
]
PEACE = """
Lena Holm, a former mayor of the town, said the pier was safe.
Lena Holm, the sailor turned mayor of the town, sold the pier.
Dunmore, the port whose pier was closed in May, is open again.
On Monday, the mayor of the town said the pier was safe.
Monday, the mayor of the town said the pier was safe.
Tom Hale, who wrote a book and says the pier is safe, went home.
Holm, a sailor asked by the mayor, said no.
Paris, London and the town of Wexlow said they would pay.
""".strip().split("\n")


@pytest.mark.parametrize(("text", "quote", "meant"), FOUND)
def test_an_aside_that_never_closes_is_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, (meant,))


@rows("text", PEACE)
def test_what_closes_or_is_no_aside_is_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
