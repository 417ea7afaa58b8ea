"""People known by the family name alone: asked about once a person, unless the story or everybody knows who it is."""

import pytest

from desk.checks.check import Severity
from tests.rows import rows

HALL = "The vote was close, and the hall was full.\n\n"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Whitlock said the bridge would open.\n\nNobody asked Whitlock about the cost.", "Whitlock"),
        ("“It will open,” said Whitlock.\n\nNobody asked Whitlock about the cost.", "Whitlock"),
        ("Mr Reedham said it would open.\n\nNobody asked Mr Reedham about the cost.", "Reedham"),
        ("On Monday Whitlock told the council.\n\nNobody asked Whitlock about the cost.", "Whitlock"),
    ],
)
def test_a_person_who_is_never_introduced_is_a_hint(names, text, quote):
    (finding,) = names(HALL + text)
    assert (finding.rule, finding.severity, finding.quote) == ("names.unintroduced", Severity.HINT, quote)
    assert [e.span.of(HALL + text) for e in finding.evidence] == [quote]
    assert "neither the full name" in finding.message
    assert finding.suggestions == ()


@rows(
    "text",
    [
        "Ada Whitlock came. Whitlock said no.\n\nWhitlock left.",
        "A. B. Whitlock came. Whitlock said no.\n\nWhitlock left.",
        "Mayor Whitlock came. Whitlock said no.\n\nWhitlock left.",
        "The mayor, Whitlock, came. Whitlock said no.\n\nWhitlock left.",
        "The pilot Whitlock came. Whitlock said no.\n\nWhitlock left.",
        "Whitlock, 42, came. Whitlock said no.\n\nWhitlock left.",
        "“Whitlock said no,” Ada Brint said. “Whitlock left.”",
        "Shakespeare said so.\n\nNobody doubts Shakespeare.",
        "Whitlock hit two, and Holm one.\n\nWhitlock left the field before the end.",
        "Whitlock & Sons said it would close.\n\nWhitlock left the town.",
        "Whitlock’s pumps are old.\n\nThe town buys Whitlock’s pumps.",
        "Whitlock Street said no.\n\nWhitlock Street is closed.",
        "Whitlock Foods grew. Whitlock said costs rose.\n\nIt was founded by Edwin Whitlock, who sold bread.",
    ],
)
def test_who_is_introduced_known_or_silent_is_left_in_peace(names, text):
    assert names(HALL + text) == []
