"""Words that no sentence has side by side are found, with what may be meant; pairs that do stand so are in peace."""

from desk.checks.grammar.clauses.impossible_pairs import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("The board agreed to a ban on of the old ferries.", "on of", ("on", "of")),
    ("The town counts the boats of in the harbour each spring.", "of in", ("of", "in")),
    ("The pier is has the longest of the coast.", "is has", ("is", "has")),
    ("Two of the boats have was been sold to the islands.", "have was", ("have",)),
    ("The board says the leak can to be closed by Monday.", "can to", ("can",)),
    ("Rust was one from the reasons for the sale of the ferry.", "from", ("of",)),
    ("But one from the main reasons for the sale was rust.", "from", ("of",)),
    ("The pier is expected to handle up at 10,000 people in the spring.", "at", ("to",)),
    ("The harbour is closed because for a strike at the pier.", "for", ("of",)),
    ("It has emerged than the mayor sold the pier.", "than", ("that",)),
    ("She is popular among they old sailors of the harbour.", "they", ("the",)),
    ("The board found hat the pier was rotten.", "hat", ("that",)),
]
PEACE = """
The pier is one that the mayor dreamt of in the spring.
The board will do everything it can to keep the harbour open.
Every wish of the sailors is taken care of by the town.
What they did was have the pier mended.
The board made more claims than the town had ever made.
The boats they have are very old.
Fares were up from 13 percent, and the ferry is up for three days of repairs.
Shares may end up at 1,000 pence, and the crew will get up at 0500.
He took one from the top shelf of the ship.
He took one from the shelf, and one on the left.
He bought one from the fishermen, and saw two ferries, one from the islands.
It is easier said than done, and more than can be said than of any town.
A man in hat and coat was one on the list.
He came in of his own accord, and the man they call on of an evening is the vicar.
The question was have they paid the fare?
She gets up at two, shares ended up at 300 pence, and the crew is made up of 12 sailors.
Because in the end nobody came, the town was calm.
“IS has been forced back,” the general said.
There it lay, a hat on its deck, near an old fort by the harbour.
It was older than he was, and said more than it meant.
As he waited for they knew not what, the boat that he works in of late came in.
Anyone can sign up at 120 post offices in the county.
The firm plans to set up at 100 sites and to top up at 400 shops.
The plant will power up at 250 megawatts, and the bomb would blow up at 1,200 metres.
The boats may catch up at 300 metres, and the band will play up at 100 clubs.
The crew had to hold up at 2,000 metres because of the storm.
He stood hat in hand before the board, and the ferries came hat in hand to the treasury.
The problems they have are caused by rust.
What the pier is has long been debated, and where it is has never been told.
They work as hard as they can to keep it open, and help where they can to keep fares low.
They do what helps, as the law can to some.
It is a thing she is proud of in the town.
The letter was one from the sailors of the island.
The rebels attacked fort walls, and the soldiers visited fort ruins on Monday.
In the house they live in they old boats hang.
They moored there its old boats, and all she wished was have it mended.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_an_impossible_pair_is_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, meant)


@rows(("text", "quote", "meant"), FOUND)
def test_with_what_may_be_meant_the_sentence_is_left_in_peace(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert list(slips_of(text[: slip.start] + meant[0] + text[slip.end :], clauses)) == []


@rows("text", PEACE)
def test_pairs_that_stand_so_are_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
