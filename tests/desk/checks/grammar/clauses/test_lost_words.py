"""Small words lost where their neighbours cannot do without are found, with the word; right places are in peace."""

import pytest

from desk.checks.grammar.clauses.lost_words import RULE
from desk.checks.grammar.clauses.slips import slips_of

FOUND = [
    ("Luke Holm wants see the old ferry in the harbour again.", "see", "to see"),
    ("She has protesting on the pier since the spring.", "protesting", "been protesting"),
    ("The ferry is one the oldest boats in the harbour.", "the", "of the"),
    ("The pier is safe according the report of the harbour board.", "the", "to the"),
    ("The party will hardly win more a few seats in the north.", "a", "than a"),
    ("The harbour lost money during first three months of the year.", "first", "the first"),
]
PEACE = """
The board will likely receive the plan this week, and need not vote on it.
He had growing doubts about the pier, and they had damaging information on it.
The town has funding for a ferry, and the school has training for its staff.
The more one sees the pier, the less one likes it.
It is no one the town has ever heard of, and each one the board asked was late.
The payment fell due the next day, and two more a week later.
The board spent the money that it had remaining in the bank.
It is not a harbour until you’ve hung a lamp on the pier.
The board ran into trouble with the order, and it may foretell a hard winter.
The harbour opened for the first three months, at first two days a week.
The plan was sent to the board in order to save the pier, and they want it to last.
""".strip().split("\n")


@pytest.mark.parametrize(("text", "quote", "meant"), FOUND)
def test_a_lost_word_is_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, (meant,))


@pytest.mark.parametrize(("text", "quote", "meant"), FOUND)
def test_with_the_word_the_sentence_is_left_in_peace(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert list(slips_of(text[: slip.start] + meant + text[slip.end :], clauses)) == []


@pytest.mark.parametrize("text", PEACE)
def test_what_lacks_no_word_is_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
