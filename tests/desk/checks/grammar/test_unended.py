"""A paragraph that ends without a mark among paragraphs that end with one is told; lists and the last one are not."""

import pytest

from tests.rows import rows

WHOLE = "The ferry left the old harbour of Hallow at noon on Friday."
OTHERS = [f"{WHOLE} {nth} boats lay at the quay that day, and nobody was on board." for nth in "ABCDE"]
RULE = "grammar.COPYDESK_UNENDED"


def _story(*paragraphs, before=2):
    return "\n\n".join((*OTHERS[:before], *paragraphs, *OTHERS[before:]))


@pytest.fixture
def unended(told):
    """Return what is told of a story: the words, and what is suggested for them."""

    def find(text):
        return [(found.quote, found.suggestions) for found in told(text) if found.rule == RULE]

    return find


@pytest.mark.parametrize(
    ("paragraph", "told_of"),
    [
        ("The council will look at the plans for the harbour again next week", ("week", ("week.",))),
        ("Residents have asked the council to move the ferry away from the", ("the", ())),
    ],
)
def test_a_paragraph_without_its_end_is_told(told, paragraph, told_of):
    (found,) = (one for one in told(_story(paragraph)) if one.quote == told_of[0])
    assert found.suggestions == told_of[1]


@rows(
    "story",
    [
        _story("The council will look at the plans for the harbour again next week", before=5),  # still being typed
        _story("Tickets and times for the ferry to the islands in the north"),  # no verb
        _story("What happens to the harbour now that the council has voted to close it"),
        _story("The pool shuts in May: where will our children learn to swim when it does"),
        _story("Why the council has to choose... and keeps both of the pools open"),
        _story("The Council Will Look at the Plans for the Harbour Again Next Week"),
        _story("The ferry is new", "and it was built in Hallow for the islands of the north"),
        _story("For more on the ferries to the islands visit the page at www.hallow.example"),
        _story("The council will look at the plans for it again on Sunday, March 5"),
        _story("The council will look at the plans for the harbour again next week:"),
        _story("“The council will look at the plans for the harbour again next week”"),
        _story("2 cups of oil\nthe zest and juice of one lemon\ndill that you have picked and chopped"),  # what goes in
        _story(*["Two of the boats were sold to a firm in the north in May"] * 3),  # a list
        "\n\n".join(["The council will look at the plans for the harbour again next week", *OTHERS[:3]]),  # too few
    ],
)
def test_other_ends_are_left_in_peace(unended, story):
    assert unended(story) == []
