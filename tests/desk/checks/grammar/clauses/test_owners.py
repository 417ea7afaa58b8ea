"""Apostrophes that lack or are too many are found by the shape of the sentence; right ones are in peace."""

from desk.checks.grammar.clauses.owners import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("The sale worried the nations oldest harbour board.", "nations", "nation’s"),
    ("He refused to bail out the nations struggling fishermen on Monday.", "nations", "nation’s"),
    ("It was said during a call with the presidents lawyers.", "presidents", "president’s"),
    ("She is the worlds oldest candidate for the town council.", "worlds", "world’s"),
    ("The man, who’s transgressions were well known, left the town.", "who’s", "whose"),
    ("The mayor, who’s first term of office has ended, left the town.", "who’s", "whose"),
    ("The fee might cloud clinician’s judgments in the town.", "clinician’s", "clinicians’"),
    ("The drug had no effect in saving patient’s lives there.", "patient’s", "patients’"),
    ("Those demonstration’s have waned in most towns.", "demonstration’s", "demonstrations"),
    ("Two aide’s who were dressed up left early.", "aide’s", "aides"),
    ("The two country’s were putting together a group.", "country’s", "countries"),
    ("Several old member’s of the club have left it.", "member’s", "members"),
]
PEACE = """
The nations that met in Oslo agreed on a plan.
He gave the boys money for the ferry.
The crew met, and the states report to the board.
The things people say about the harbour are wrong.
The boats captains like are old.
The sales team met the arms dealers, and the jobs bill passed.
The sports minister opened the games centre with the systems engineer.
It is the securities sector that the savings bank is in.
The drinks industry and the goods train are in the news business.
The women candidates told the girls team so.
The mayor called the ministers liars on Monday.
These days sailors paint the ferries blue.
It cost the islands millions, and it taught the towns patience.
Of the boats two sank, and the others crew members sold.
She is the woman who’s friends with the mayor.
Anyone who’s old enough may vote.
The man who’s mayor now was a sailor.
Holm, who’s chief of the board, left.
He is one who’s both captain and crew.
Guess who’s coming, and who’s paying the fare.
The sailor who’s behind on rent left.
The driver’s licences were lost, and collector’s items were sold.
He has a bachelor’s degree and runs a farmer’s market.
The two men’s boats and the three women’s clubs are old.
Those people’s boats and many children’s toys sank.
Two sailors’ wives left, and several boats’ masts fell.
Both the mayor’s sons left, and so did four of the club’s players.
Many a sailor’s wife has waited there.
These two say the ferry’s late.
Few think the boat’s in danger.
In 2010 the harbour’s pier fell.
Four o’clock’s too late for the ferry.
Those in the crew’s quarters slept.
Both captain’s and mate’s cabins are new.
Three weeks’ rent is due, and two days’ notice was given.
That sailor’s boats sank, and each driver’s fines were paid.
Its crew’s boats and their captain’s orders are known.
The news channels and the series finale were good.
Prices rise as the firms scramble to keep them.
The Greens leader met the Harrods owner.
She knows the islands well, and the sailors too.
The homes buyers want are small, and the homes market is flat.
The course is for women with bachelor’s degrees and for men with master’s degrees.
The boats emerged from winter’s storms and sailed into summer’s highs.
The prize is for research into cancer’s causes.
The law would curb government’s powers and test management’s plans.
She sat on parliament’s benches and lived by river’s edges.
The chart shows copper’s gains and water’s dangers.
He made beginner’s mistakes, and they sold builder’s merchants.
The shop is full of carpenter’s tools and collector’s editions.
The sick queued at doctor’s surgeries and for driver’s licences.
It touches both the doctor’s and patient’s lives.
Court upholds patient’s rights
At seven dinner’s on the table, and at four dad’s at work.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_an_apostrophe_is_missed_or_too_many(clauses, text, quote, meant):
    (slip,) = (slip for slip in slips_of(text, clauses) if slip.rule == RULE)
    assert (slip.span.of(text), slip.suggestions) == (quote, (meant,))


def test_right_owners_and_right_plurals_are_left_in_peace(clauses):
    told = {text: [slip.span.of(text) for slip in slips_of(text, clauses) if slip.rule == RULE] for text in PEACE}
    assert {text: found for text, found in told.items() if found} == {}
