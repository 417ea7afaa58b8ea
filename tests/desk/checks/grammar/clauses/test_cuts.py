"""Sentences that break off at a small word are found; those that may end there are left in peace."""

from desk.checks.grammar.clauses.slips import slips_of
from desk.checks.grammar.cut_sentences import RULE
from tests.rows import rows

FOUND = [
    ("The board named the date by which the ferry would. The mayor did not want to wait.", "would"),
    ("The storm sank a dozen boats in the harbour, and the town was. Two people were hurt.", "was"),
    ("The board named the date by which the old ferry might. The mayor did not want to wait.", "might"),
    ("The report counts the children and their families with. It was read on Monday.", "with"),
    ("The harbour board has spent three nights in", "in"),
    ("A spokesman for the ferry line said on Monday that she", "she"),
]
PEACE = """
They did not know where it came from. She went home.
The pier is the one that the boat was tied to. It is old.
He asked who she had come with. She did not say.
The boat was older than it should have been, and longer than the others were. It sank.
They said they would come to the pier, and they did. It was late.
She was the best that the town had. They let her go.
The mayor would sell the boat if he could. The board would not.
The case is one to look at. The court will rule on it in May.
Write and tell us what the best boat of the year is. We read it all.
The old pier will not last another winter. A new concrete pier will. The board said so.
The mayor has the backing of the whole town, and always has. She won.
It took no genius to see what the harbour board had been up to. Nobody was told.
A boat at night is cold, for a sailor in summer clothes, that is. They went home.
The book says which of the four groups of boats a ferry belongs to. It was read.
She spoke for the first time about how cold the winter on the pier had been. They wept.
The book has known the harbour for longer than you have. They went home.
Boats are not back on the table, but parts of the old quarrel over them are. Nobody spoke.
The board has to obey the law of the harbour, just as everyone else has to. No one is above it.
She waved from the pier as we sailed on. It was a long night.
If the board can agree to the sale of the boat, the position of mayor would be his. Nobody spoke.
The question is not whether there should be boats in the harbour. Everyone concedes that there are. They are old.
We must complete that sale soon, and I will. But we must also leave the pier.
Drink is a repudiation of everything America is. The pier is old.
Once in power, the general began to rebuild German naval might. He commenced his program at once.
A new broom, the board says, is what the harbour could do with. Nobody laughed.
""".strip().split("\n")


@rows(("text", "quote"), FOUND)
def test_a_sentence_that_breaks_off_is_found(clauses, text, quote):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (RULE, quote, ())


@rows("text", PEACE)
def test_a_sentence_that_may_end_there_is_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []


def test_a_line_that_goes_on_within_its_block_was_not_cut(clauses):
    assert list(slips_of("The harbour board has spent three nights in the shed.", clauses)) == []
