"""How it stands with the desk, in a few words."""

from datetime import timedelta

from desk.errors import KnownError, OutOfReach
from desk.packs.line_words import LineState
from desk.text.moments import now, to_the_minute
from tests.rows import rows

AT = now()
LAST = AT - timedelta(minutes=12)
AWAY = OutOfReach("There is no line.")


@rows(
    ("state", "said"),
    [
        (LineState(), ""),
        (LineState("desk"), "Not exchanged with the desk yet: nothing waits to go"),
        (LineState("desk", to_go=2), "Not exchanged with the desk yet: 2 stories wait to go"),
        (LineState("desk", LAST), "On the desk, 12 min ago"),
        (LineState("desk", AT), "On the desk, just now"),
        (LineState("desk", AT - timedelta(hours=3)), "On the desk, 3 h ago"),
        (LineState("desk", AT - timedelta(days=3)), f"On the desk, {to_the_minute(AT - timedelta(days=3))}"),
        (LineState("desk", LAST, 1), "1 story waits to go; on the desk 12 min ago"),
        (LineState("desk", LAST, 3, AWAY, AT), f"No line since {to_the_minute(AT)}: 3 stories wait to go"),
        (
            LineState("desk", LAST, 0, KnownError("Wrong password."), AT),
            f"Nothing goes to the desk since {to_the_minute(AT)}: nothing waits to go",
        ),
        (LineState("desk", LAST, busy=True), "Exchanging with the desk…"),
        (LineState("desk", LAST, far=(40, 1200), busy=True), "Exchanging with the desk: 40 of 1,200"),
    ],
)
def test_it_says_what_a_person_wants_to_know(state, said):
    assert state.said(AT) == said


def test_what_is_in_the_way_is_there_at_length():
    assert LineState("desk", None, 0, AWAY, AT).at_length == "There is no line."
