"""Words that their place calls another one are found, with what is meant; where they are right they are in peace."""

from desk.checks.grammar.clauses.out_of_place import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("The mayor is popular among they progressive wing of the town.", "they", "the"),
    ("Her rebuke of the board was he standout moment of the evening.", "he", "the"),
    ("The ferry carries traces of tar, of they are painted above it.", "of", "if"),
    ("Some see no chance at all, and 37 percent how say the same stayed away.", "how", "who"),
    ("The board told the town that Holm bad broken the rules.", "bad", "had"),
    ("Lena Holm, who leads in the polls, hand previously said that it was fine.", "hand", "had"),
    ("The rating fell by ten points than September.", "than", "that"),
    ("With a new board, however, than pier is a nonstarter.", "than", "that"),
    ("Earlier hat month the ferry was sold to the islands.", "hat", "that"),
    ("Critics in court say that in violates the harbour act.", "in", "it"),
    ("They spoke of the best route, but on is a particular favourite.", "on", "it"),
    ("John Holm form the harbour board says the town is fragile.", "form", "from"),
    ("“We can paint ten boats a day,” she sad.", "sad", "said"),
    ("“It is our pier,” sad the mayor of the town.", "sad", "said"),
    ("Recalling her own years at sea, Holm sad: “That girl was me.”", "sad", "said"),
    ("The increased threat of and exotic pest has closed the harbour.", "and", "an"),
    ("The two crews sold there boats to the islands.", "there", "their"),
    ("The court will decide if the board lied and weather Holm has broken the law.", "weather", "whether"),
    ("The trials needed large numbers of patience, and no hospital has enough.", "patience", "patients"),
]
PEACE = """
The pier is longer than the harbour, and the town had no other than hers.
No sooner was the ferry in than the storm began.
The old ferry is far kinder to the crew than trains are.
The fare is other than expected, and the crew were more sailors than fishermen.
The town would rather the board paid than the crew.
It had twice the boats than the islands, and different views than Holm.
In they came, and off they went to the islands.
On he walked as the boats came in.
In the harbour they love old boats are painted each spring.
The boats they were in sank, and the men they work with swam.
Was he the first mate of the ferry?
Nor was he captain of the old ferry.
She asked him what he did, and he was he who paid.
The man she had heard of he did not know.
Think of it, of who they are and of how they live.
The question of how is open, and how came up again.
She showed the two sailors how to paint, and 20 of them how it is done.
Holm wrote of how the boats say farewell.
The bad broken pier was sold, and Holm made bad worse.
Lena Holm, hand in hand with the mayor, left.
Lena Holm, hand raised, said that it was fine.
The hat month after month lay on the pier.
A red hat day is held each year, and the hat point is mended.
John and Lena Holm form the oldest crew of the town.
Lena Holm and John Lind form the board of the ferry line.
The Holms form a crew, and the Lind Brothers form the band.
The harbour that the boats come in is old.
What the board believes in is a longer pier, and what it rests on is sand.
The step he stood on is wet, and in is where they went.
The mayor was sad, he was so sad that he left, and the sad Holm stayed.
“Bring aid,” the mayor said, and aid came.
They sent aid, Holm aid workers said.
It is a trade in and an export of old boats, a matter of and for the town.
The art of and interest in boats is old.
The crew found there boats from the islands, and people.
Those who worked there nights and weekends left.
They left there richer, and he put there what he had.
She has seen there sailors who never came back.
The crew asked about the weather the town had in May.
Wind and weather Holm has seen before.
They know weather, and weather they fear.
The doctors lost their patience, and many patients left.
Three audience members left, and many presence sensors failed.
The residence of these many tenants is old.
A Stetson hat worn by the mayor was sold on Friday.
The Panama hat given to Holm was lost.
Lena Hand previously worked on the ferry.
Mr Hand never apologised, and Hand already knew of the leak.
The children came in fancy dress for hat day.
They were ready with hat day posters at the school.
The “non-lethal” aid the islands have sent is on the pier.
The board debated whether the roads or weather the storm brought were to blame.
They asked if the crew and weather the ferry meets are fit for it.
In your hand never lies the whole town.
Lena Holm, hand already raised, said that it was fine.
It makes me sad that they left, and it left Holm sad: “I wept,” she said.
Was he sad that the ferry was sold?
Not only was he sad, he was angry as well.
The “poor” they aid live on the islands, and the “terribly” sad Holm left.
They called it “US aid” in the report.
And in comes the ferry, and on goes the show.
She helped John Holm form the club that owns the pier.
He knows weather forecasters are often wrong.
The sailors know weather the town has seen before, and discussed weather they feared.
He had no choice than resignation.
The threat of and actual violence shocked the town.
In the town he grew up in they fish all day.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_a_word_out_of_place_is_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions[0]) == (RULE, quote, meant)


def test_what_stands_where_it_may_is_left_in_peace(clauses):
    told = {text: [slip.span.of(text) for slip in slips_of(text, clauses) if slip.rule == RULE] for text in PEACE}
    assert {text: found for text, found in told.items() if found} == {}
