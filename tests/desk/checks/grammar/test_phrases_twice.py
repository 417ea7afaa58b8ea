"""Words typed twice in a row are told; what stands twice by right, and rows of three, are left in peace."""

from desk.checks.grammar.phrases_twice import slips
from tests.rows import rows


@rows(
    ("text", "meant"),
    [
        ("The captain of captain of the ferry was ashore.", "captain of"),
        ("It lay in the in the harbour.", "in the"),
        ("She decided to decided to leave.", "decided to"),
        ("He sold one of the one of the boats.", "one of the"),
        ("They left their left their boats.", "left their"),
    ],
)
def test_words_typed_twice_are_told(text, meant):
    (slip,) = slips(text)
    assert (slip.suggestions, slip.span.of(text)) == ((meant,), f"{meant} {meant}")


@rows(
    "text",
    [
        "It grew more and more and more.",
        "Day by day by day they came, round and round and round.",
        "What it is in is in doubt, and those who can work can work.",
        "The boats they came in came in May, and the man he spoke to spoke to me.",
        "Whoever wants to wants to, and if he can he can.",
        "She fell, of the crew of the, of the boat.",
        "No no no no, they said.",
        "He walked to and from and to and from work.",
        "The town they came from came from nothing.",
        "New York New York is a song.",
        "The harbour she spoke of spoke of war, and those who loved her loved her songs.",
        "It is what it is what it is.",
        "The best of the best of British cooking was there, and the cream of the cream of football.",
        "He lives in the heart of the heart of London, near the end of the end of a lane.",
        "It was the mother of the mother of a friend.",
    ],
)
def test_what_stands_twice_by_right_is_left_in_peace(text):
    assert list(slips(text)) == []
