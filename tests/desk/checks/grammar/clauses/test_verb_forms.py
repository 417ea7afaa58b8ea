"""A verb has two numbers, each spelt from the other."""

from desk.checks.grammar.clauses.verb_forms import plural_of, singular_of
from tests.rows import rows

PAIRS = (
    ("is", "are"),
    ("was", "were"),
    ("has", "have"),
    ("goes", "go"),
    ("shows", "show"),
    ("says", "say"),
    ("plays", "play"),
    ("tries", "try"),
    ("lies", "lie"),
    ("ties", "tie"),
    ("passes", "pass"),
    ("pushes", "push"),
    ("reaches", "reach"),
    ("fixes", "fix"),
    ("buzzes", "buzz"),
    ("echoes", "echo"),
    ("rises", "rise"),
    ("includes", "include"),
    ("closes", "close"),
    ("uses", "use"),
    ("agrees", "agree"),
)


@rows(("one", "many"), PAIRS)
def test_each_form_comes_from_the_other(one, many):
    assert (plural_of(one), singular_of(many)) == (many, one)
