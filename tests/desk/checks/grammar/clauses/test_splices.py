"""Two sentences that a bare comma holds together are found; what may stand behind a comma is left in peace."""

import pytest

from desk.checks.grammar.clauses.slips import slips_of
from desk.checks.grammar.clauses.splices import RULE
from tests.rows import rows

FOUND = [
    ("The bridge has been closed to lorries since May, it is falling into the harbour.", ", it", ". It"),
    ("Farmers lost a third of the harvest to the frost, they want help from the state.", ", they", ". They"),
    (
        "Farmers told my paper that they lost their harvest to the frost, they want help from the state.",
        ", they",
        ". They",
    ),
    ("Holm joined the paper in 2004, she has edited its news pages ever since.", ", she", ". She"),
    ("Wexlow was elected to the harbour board in March, he has missed every meeting since.", ", he", ". He"),
    (
        "The mayor will be tied to the harbour long after she leaves office, this would harm the town.",
        ", this",
        ". This",
    ),
    ("The report lists forty houses on the northern shore, this is twice as many as in 2019.", ", this", ". This"),
]
PEACE = """
When the bridge was closed to lorries in May, it was falling into the harbour.
The bridge was shut, he said.
The bridge was shut in May, she told the council, and it has not been opened since.
However, it is falling into the harbour and nobody has paid for repairs.
In March, he was elected to the harbour board by a large majority of members.
He came, he saw, he won.
In the spring of 2004, she said, it was the only ferry that ran at night.
When the boats were sold in 2013, two sailors said, it was clear who paid for them.
I know it and I like it, it is my boat.
It leaked in the spring, it sank in the summer, and it was raised in the autumn.
The boat did not sink in the harbour, it sank a mile off the coast near the rocks.
If the council votes for the pool, they will open it in the spring of next year.
The mayor said that while the bridge was shut, it would be painted by the town.
According to the report, it was the worst storm for forty years on this coast.
The pool, he added, will be open in the spring and the summer.
As my cough got worse, and my chills became sweats, I went to see a doctor in town.
However tempted the town might be to buy a new ferry, there is much to be said for the old one.
The mayor cut every tax, but without knowing who will pay for the pool, it is hard to say what is gained.
The board found a middle ground and, despite what amounted to a row on the pier, there is still hope.
Every time the ferry tries to land at the northern pier, it runs into the wall behind it.
To the extent that the mayor has views on the pier, they are those of the harbour board.
The ferries had so many passengers on board, they had to be sent back to the shore.
Holm spent forty thousand on the repair of the boat, she told a reporter of the radio on Monday.
He said that every day he came home from the harbour after dark, he would find a note on the door.
The harbour board said it means to sell two boats by the spring and that by the summer, it hopes for more.
Unlike the boats that only carry stone to the harbour, it also takes passengers to the islands.
A total of 6,000 lamps have been lost at the harbour of the town, it was learned on the pier.
But to make sure that everyone is part of this revival of the harbour, we need to build on it.
That is why in the autumn of last year, she sold the ferry to a friend of the mayor.
The town may sell the pool, no, it must sell the pool before the winter of the next year.
The houses, they say, were built on sand by people who knew it.
Once the ferry had left the harbour, there was nothing more to be done about it.
For the first two weeks I was in total denial, I could not believe the shop was shut.
There were several pictures of that in the papers, that was quite striking to people.
“The bridge has been closed since May, it is falling into the harbour,” she said.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_two_sentences_with_a_bare_comma_between_them_are_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions[0]) == (RULE, quote, meant)


@pytest.mark.parametrize(("text", "quote", "meant"), FOUND)
@pytest.mark.parametrize("joined", [". ", "; ", ", but ", ", and "])
def test_what_was_mended_is_left_in_peace(clauses, text, quote, meant, joined):
    assert list(slips_of(text.replace(", ", joined), clauses)) == []


@rows("text", PEACE)
def test_commas_that_hold_one_sentence_are_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
