"""A verb behind “who”, “which” or “that” goes with what these are about; what may be about others is in peace."""

from desk.checks.grammar.clauses.relative_verbs import RULE
from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    ("The ferry, which were late again, left the quay.", "were", "was"),
    ("The captain wore a coat that were made by her sister.", "were", "was"),
    ("Troops fired on the crowds who was leaving the harbour.", "was", "were"),
    ("The exhibition brings together boats that has not been seen for a century.", "has", "have"),
    ("Help is on its way to those who is too ill to leave the island.", "is", "are"),
    ("The families are living in camps that was built for half that number.", "was", "were"),
    ("Two boats, both of which was old, were lost in the storm.", "was", "were"),
    ("We stand for a town that are open to everyone.", "are", "is"),
    ("The ferry that haven’t run since Friday is back.", "haven’t", "hasn’t"),
    ("The council needs someone who are ready to lead it.", "are", "is"),
]
PEACE = """
He is one of the few ministers who have resigned.
The family who have lived here for years left.
For many voters that is enough, and in some towns that was all.
She told reporters that was not true.
They asked the captains who was to blame.
She knows from letters that was a lie.
They lost three games, which is a pity.
The driver and the passenger who were hurt are well.
If I were a person who were free, I would go.
The boats in the harbour that were sold are new.
The shops on the corner of the street that have closed were old.
The only one of the boats that is safe is ours.
The number of sailors who are ill has risen.
It is the sort of ships that is wanted here.
The couple, who are married, have left.
He asked the man who were the others.
The mayor, a doctor, who is ill, left.
Ten minutes that was wasted cost them the race.
She said the repairs that was a matter for the port.
The crew, which have come far, are tired, and the jury who have heard it left.
A series of storms which have hit the coast is over.
The news that is bad is old.
A mother of three girls who was shot outside her home has died.
The head of the schools who was suspended in May has left.
Police found a cache of weapons that was hidden in a barn.
She leads a team of scientists that was formed in May.
It is the loss of jobs that is hurting the town.
A man with two dogs who was seen on the quay is sought.
A man carrying tools who was seen nearby was held.
The widow shot by soldiers who was pregnant has died.
The owner selling the boats who was fined appealed.
It was the players, not the coach, who were to blame.
It is the poor, not the state, who have suffered.
The couple from the town, who were on holiday, are safe.
Those in the room, who were told to wait, left.
All on the ferry, who were rescued, are well.
The aircraft that were damaged were repaired.
The deer that were shot were ill.
The orchestra, who are based in Hull, played.
Residents near the pier, who were told to leave, are home.
He named the costs that is to say the wages.
""".strip().split("\n")


@rows(("text", "quote", "meant"), FOUND)
def test_a_verb_of_another_number_than_what_its_clause_is_about_is_found(clauses, text, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, (meant,))


@rows(("text", "quote", "meant"), FOUND)
def test_what_was_mended_is_left_in_peace(clauses, text, quote, meant):
    assert list(slips_of(text.replace(f" {quote} ", f" {meant} "), clauses)) == []


@rows("text", PEACE)
def test_right_sentences_are_left_in_peace(clauses, text):
    assert [slip for slip in slips_of(text, clauses) if slip.rule == RULE] == []
