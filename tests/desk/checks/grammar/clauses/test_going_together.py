"""What goes with what: adverbs, “this” and “these”, numbers in compounds, owners of several letters."""

from pathlib import Path

from desk.checks.grammar.clauses.slips import slips_of
from tests.rows import rows

FOUND = [
    (
        "The council met on Monday, and it’s chairwoman, Marian Okafor, said the hall would be sold.",
        "LOOK_ALIKE",
        "it’s",
        "its",
    ),
    ("The league is broke, and it’s chief executive, Tom Hale, has resigned.", "LOOK_ALIKE", "it’s", "its"),
    ("These house was sold in May.", "DEMONSTRATIVE", "These", "This"),
    ("Those report was lost on the way.", "DEMONSTRATIVE", "Those", "That"),
    ("He said these old bridge is safe.", "DEMONSTRATIVE", "these", "this"),
    ("She said this new rules would help the town.", "DEMONSTRATIVE", "this", "these"),
    ("They wrote this long letters in May.", "DEMONSTRATIVE", "this", "these"),
    ("The driver of the bus drove careful through the town.", "ADVERB", "careful", "carefully"),
    ("The council quick rejected the plan.", "ADVERB", "quick", "quickly"),
    ("The mayor spoke quiet to the crowd.", "ADVERB", "quiet", "quietly"),
    ("The team played bad in the second half.", "ADVERB", "bad", "badly"),
    ("Prices rose rapid in the spring.", "ADVERB", "rapid", "rapidly"),
    ("The plan was unanimous approved by the council.", "ADVERB", "unanimous", "unanimously"),
    ("The house was bad damaged in the fire.", "ADVERB", "bad", "badly"),
    ("Rents have risen sharp and moved gradual to the north.", "ADVERB", "gradual", "gradually"),
    ("The court formal ended the case.", "ADVERB", "formal", "formally"),
    ("The bridge was temporary closed on Monday.", "ADVERB", "temporary", "temporarily"),
    ("Police spoke of a man who were seen near the bank.", "SUBJECT_VERB", "were", "was"),
    ("The friend of a man who were seen near the bank has left.", "SUBJECT_VERB", "were", "was"),
    ("The three bedroom house was sold in May.", "NUMBER_COMPOUND", "three bedroom", "three-bedroom"),
    ("The nine member council voted to sell the hall.", "NUMBER_COMPOUND", "nine member", "nine-member"),
    ("A 12 page report was lost.", "NUMBER_COMPOUND", "12 page", "12-page"),
    ("Many MP’s were not told of the plan.", "OWNER", "MP’s", "MPs"),
    ("All the CEO’s who spoke at the meeting left early.", "OWNER", "CEO’s", "CEOs"),
    ("A family owned business was shut in May.", "COMPOUND", "family owned", "family-owned"),
    ("She works for a state run broadcaster.", "COMPOUND", "state run", "state-run"),
    ("They fired a rocket powered descent stage.", "COMPOUND", "rocket powered", "rocket-powered"),
    ("It is a medium sized town on the coast.", "COMPOUND", "medium sized", "medium-sized"),
    ("An odd looking boat came in.", "COMPOUND", "odd looking", "odd-looking"),
    ("They planned a stress free day for the crew.", "COMPOUND", "stress free", "stress-free"),
    ("There are few kid friendly shows in town.", "COMPOUND", "kid friendly", "kid-friendly"),
    ("Police seek a middle aged man.", "COMPOUND", "middle aged", "middle-aged"),
    ("The port hired Spanish speaking staff for the desk.", "COMPOUND", "Spanish speaking", "Spanish-speaking"),
    ("They want open minded people on the board.", "COMPOUND", "open minded", "open-minded"),
    ("Write a two paragraph review of the book.", "NUMBER_COMPOUND", "two paragraph", "two-paragraph"),
    ("She is a three term mayor of the town.", "NUMBER_COMPOUND", "three term", "three-term"),
]
PEACE = Path(__file__).with_name("go_together.txt").read_text("utf-8").splitlines()
"""Right sentences, of which none may be told."""


@rows(("text", "rule", "quote", "meant"), FOUND)
def test_what_does_not_go_with_its_neighbours_is_found(clauses, text, rule, quote, meant):
    (slip,) = slips_of(text, clauses)
    assert (slip.rule, slip.span.of(text), slip.suggestions) == (f"COPYDESK_{rule}", quote, (meant,))
    assert list(slips_of(text[: slip.start] + meant + text[slip.end :], clauses)) == []
    assert (slip.kind == "typographical") == rule.endswith("COMPOUND")  # houses differ, so it is worth a look


@rows("text", PEACE)
def test_right_sentences_are_left_in_peace(clauses, text):
    assert list(slips_of(text, clauses)) == []
