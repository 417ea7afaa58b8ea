"""A headline written as a sentence keeps the capitals of names, by all that tells of them."""

import pytest

from desk.checks.names.sentence_case import in_sentence_case
from desk.text.spans import Span

BODY = "The bridge reopened on Monday. Ferries sail. Parliament sat; the parliament rose. Costs rose."


@pytest.mark.parametrize(
    ("headline", "known", "written"),
    [
        ("Ines Duarte Opens Bridge", (), "Ines Duarte opens bridge"),
        ("Mayor Ines Duarte Opens Bridge", (), "Mayor Ines Duarte opens bridge"),
        ("Bridge Opens for Rose Duarte", (), "Bridge opens for Rose Duarte"),
        ("Bridge Opens for Ines Quibbel", (), "Bridge opens for Ines Quibbel"),
        ("Roses Bloom as Hopes Rise", (), "Roses bloom as hopes rise"),
        ("Will Ferries March on in London", (), "Will ferries march on in London"),
        ("Bridge to Open in March, French Envoy Says", (), "Bridge to open in March, French envoy says"),
        ("Bridge Shut by Next Friday", (), "Bridge shut by next Friday"),
        ("BRIDGE OPENS FOR INES DUARTE", (), "Bridge opens for Ines Duarte"),
        ("Bridge to Parliament Opens", (), "Bridge to parliament opens"),
        ("Harrow Quay Ferry Opens", ("Harrow Quay",), "Harrow Quay ferry opens"),
        ("Ferry Opens at Harrow Quay", ("Harrow Quay",), "Ferry opens at Harrow Quay"),
        ("Ferry Opens at a Quay", ("Harrow Quay",), "Ferry opens at a quay"),
    ],
)
def test_names_keep_their_capitals(headline, known, written):
    assert in_sentence_case(f"{headline}\n\n{BODY}", Span(0, len(headline)), known) == written
