"""A headline written as a sentence keeps the capitals of names, by all that tells of them."""

import pytest

from desk.checks.names.sentence_case import in_sentence_case
from desk.text.spans import Span

BODY = "The bridge reopened on Monday. Ferries sail. Parliament sat; the parliament rose. Costs rose on a new van."


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
        ("Apple Pie Sales Rise in New York", (), "Apple pie sales rise in New York"),
        ("Ferries Sail to a New Bridge", (), "Ferries sail to a new bridge"),
        ("House of Mark Twain’s Opens", (), "House of Mark Twain’s opens"),
        ("Museum Buys Van Gogh", (), "Museum buys Van Gogh"),
        ("Museum Buys Vincent van Gogh", (), "Museum buys Vincent van Gogh"),
        ("Museum Lends Vincent Van Gogh’s Chair", (), "Museum lends Vincent Van Gogh’s chair"),
        ("Fire Shuts Market in Old Delhi", (), "Fire shuts market in Old Delhi"),
        ("Mayor of Polish Town Quits", (), "Mayor of Polish town quits"),
        ("Town to Polish Its Image", (), "Town to polish its image"),
        ("Crowds Fill St. Patrick’s Hall", (), "Crowds fill St. Patrick’s hall"),
        ("Workers March on May Day", (), "Workers march on May Day"),
        ("Mayor of San Diego Quits", (), "Mayor of San Diego quits"),
        ("MAYOR OF NEW YORK QUITS", (), "Mayor of New York quits"),
        ("Bridge to Parliament Opens", (), "Bridge to parliament opens"),
        ("Harrow Quay Ferry Opens", ("Harrow Quay",), "Harrow Quay ferry opens"),
        ("Ferry Opens at Harrow Quay", ("Harrow Quay",), "Ferry opens at Harrow Quay"),
        ("Ferry Opens at a Quay", ("Harrow Quay",), "Ferry opens at a quay"),
    ],
)
def test_names_keep_their_capitals(headline, known, written):
    assert in_sentence_case(f"{headline}\n\n{BODY}", Span(0, len(headline)), known) == written
