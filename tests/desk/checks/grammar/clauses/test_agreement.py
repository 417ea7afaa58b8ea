"""A verb goes with the head of its subject, whatever stands between; what may take either number is left in peace."""

from desk.checks.grammar.clauses.agreement import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("The list of names were long.", "were", "was"),
    ("The conditions was agreed last week.", "was", "were"),
    ("The boats in the harbour was damaged by the storm.", "was", "were"),
    ("The results of the inquiry has not been published.", "has", "have"),
    ("A box of old letters were found in the attic.", "were", "was"),
    ("The cost of repairs to the two bridges have doubled.", "have", "has"),
    ("The design of the new terminals are controversial.", "are", "is"),
    ("Officials at the port has denied the claims.", "has", "have"),
    ("The ferries hasn’t run since Friday.", "hasn’t", "haven’t"),
    ("The effect of the new rules on small farms are unclear.", "are", "is"),
    ("Several roads across the county is closed.", "is", "are"),
    ("HALLOW BAY — Police said the two suspects was arrested near the station.", "was", "were"),
    ("The results of the inquiry shows that the bridge is safe.", "shows", "show"),
    ("The engineers says it is safe.", "says", "say"),
    ("The boats in the harbour belongs to fishermen.", "belongs", "belong"),
    ("The price of the tickets include a meal at the inn.", "include", "includes"),
    ("The sound of the engines wake the village.", "wake", "wakes"),
    ("The survey found the wards of the hospital was cold.", "was", "were"),
    ("The review found the walls of the houses was damp.", "was", "were"),
    ("He found the nets of the boats was torn by the storm.", "was", "were"),
    ("There was three boats in the harbour.", "was", "were"),
    ("There is many reasons for the delay.", "is", "are"),
]
PEACE = """
These items are often not products that the shop would sell and are soon gone.
Another way rule-of-law systems defend the rights of individuals is through protection against unreasonable searches.
A severe outage of Amazon Web Services occurs in the United States, impacting many sites.
USWDS is a library of code and tools for the harbour board.
The crops farmers grow here are dear, and the roads lorries use are worn.
The council told the owners repairs must begin.
The list of names was long.
A number of boats were damaged, and the number of boats was small.
A majority of residents have voted, and the rest of the boats were sold.
An estimated 13 per cent of new-build boats are bought by visitors, and another 40% of the boats were sold.
One of those who are leaving said so.
The mayor, along with two councillors, was there.
Ten miles is a long way, and five million dollars was spent.
Raising taxes is never popular, and to raise taxes is never right.
What the residents want is a bridge.
The couple were married in May, England are two up, and the team have lost three games.
If the price of oil were lower, we would buy more.
The United States is ready.
Bread and butter is served.
Neither of the boats was insured, and none of the houses was damaged.
More than one of the players was ill.
The last thing the farmers need is rain.
The man who robbed the banks was caught, and the man accused of the robberies was freed.
The harbour, the boats and the pier were closed.
Among the boats was a ferry, and behind the houses is a field.
Everything the residents said was ignored.
Sales of boats, which are rising, have doubled.
Only a handful of the shops are open.
The staff of the school are on strike.
Where the roads meet is a pub.
The series of talks was cancelled.
The company that owns the mines is based in Perth.
He is one of the ministers who have resigned.
The only thing that matters to the voters is the price of food.
Whether the boats were safe was not clear.
The fact that so many people in these villages have no water is a scandal.
The terms of service prohibit abuse and Oduya has ignored them.
The two candidates heading into the last round were women.
An increase in costs and delays have hit the project.
Federal law requiring background checks is limited.
The episode draws parallels to the flood.
The council tears down houses, and the state moves to close the mines.
Sales rose, and the team plays two games a week.
Hundreds of workers leave each year.
These fats can hurt the heart, says Ada Holm.
Hers is the last shop on the street that is still run by the family.
There is two minutes left, there was one boat and two ferries, and there is a lot of boats.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_a_verb_of_another_number_than_its_subject_is_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, (meant,))


@rows(("text", "quote", "meant"), FOUND)
def test_what_was_mended_is_left_in_peace(clauses, text, quote, meant):
    assert list(slips_of(text.replace(f" {quote} ", f" {meant} "), clauses)) == []


@rows("text", PEACE)
def test_right_sentences_are_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
