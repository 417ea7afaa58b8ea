"""Small words lost where their neighbours cannot do without are found, with the word; right places are in peace."""

from desk.checks.grammar.clauses.lost_words import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("Luke Holm wants see the old ferry in the harbour again.", "see", "to see"),
    ("She has protesting on the pier since the spring.", "protesting", "been protesting"),
    ("The ferry is one the oldest boats in the harbour.", "the", "of the"),
    ("The party will hardly win more a few seats in the north.", "a", "than a"),
    ("The harbour board wants stop the committees of the town.", "stop", "to stop"),
    ("The mayor is hoping draw big crowds to the pier.", "draw", "to draw"),
    ("The town decided pay the crew of the ferry.", "pay", "to pay"),
    ("It is one of most popular boats in the harbour.", "most", "the most"),
    ("She has painted some of oldest ferries in the harbour.", "oldest", "the oldest"),
    ("The worm was found for first time on the coast.", "first", "the first"),
    ("It was the best moment of first round.", "first", "the first"),
    ("The two ferries left at same time on Monday.", "same", "the same"),
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
The mayor wants work permits, peace talks and control of the pier.
The board wants change, needs help and plans attack on attack.
The crew wants action now, and the town refused comment on it.
The club hopes win or lose to stay, and they plan visits to the islands.
The town fell in love at first sight, and aid of first rank came in first class.
She runs in first place, and the case was heard by a court of first instance.
The report is for first time buyers, and the law is on same sex unions.
One of most people’s wishes is a boat, and most of most towns is old.
It is one of many, one of more than ten and one of old Holm’s boats.
Some of best-known boats’ names are hers.
He told me 2000 people came, and she sold him 2014 boats.
For most of us it is the same, and at most ten came.
The first mate and first lady of the town came from first to last.
The things that you truly need make the journey with you.
Fares of $10 or more a year, or more a month, are due.
Pier shut for first time since storm
The plan was sent to the board in order to save the pier, and they want it to last.
The union wants pay restored, and the mayor tried trick shots.
They want vote the people trust.
Voters want change the party cannot bring.
The group wants help these people need.
The union wants work back by Friday.
The repair cost us 2000, he said.
He showed me 1917, the film of the war.
The crew stood together from first day to last.
Asked for the year, she told them 1914.
The plan is one the board has backed, and the pier is one the oldest sailors know well.
The crew earn £500 more a year than in May, and $5 more a quarter.
Once more a few boats sank in the harbour.
At first meeting the mayor seems shy.
The union wants talks, and drivers want pay talks with the board.
He hopes trade the firm lost returns.
The party promised change the town wanted, and the board sought help the islands gave.
The club has singing the first day of May.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_a_lost_word_is_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, (meant,))


@rows(("text", "quote", "meant"), FOUND)
def test_with_the_word_the_sentence_is_left_in_peace(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert list(slips_of(text[: slip.start] + meant + text[slip.end :], clauses)) == []


@rows("text", PEACE)
def test_what_lacks_no_word_is_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
