"""A whole page as it is pasted, with a line of every kind; all people and goods are invented."""

import pytest

from desk.checks.ads.copymap import mapped
from desk.readers.draft import manuscript
from desk.text.blocks import BlockRole, Kind, Manuscript
from tests.rows import rows

PAGE = """Home | News | Sport | Business | Opinion

We use cookies to improve your experience on our site. By continuing to browse you agree to our cookie policy.

Ferry to keep running until the bridge opens

The council overruled its own experts and will spend another £2 million on the night boat

By Orla Whitcombe

The night ferry between Port Ellery and the island in a storm last winter. Photo: Tom Hale/Herald

Share on Facebook

The town council voted on Tuesday to keep the night ferry running until the new bridge opens, after residents of the
island said they would be cut off from the hospital.

Councillor Piet Aldane told the meeting that the ferry had carried 4,000 passengers last winter. “Nobody should have to
wait for the morning because the council wants to save money,” he said.

“Nobody should have to wait for the morning because the council wants to save money”

What it will cost

The ferry company, Larkfell Lines, asked for £2 million for the extra year, which is a fifth more than the council's own
experts had said it was worth.

Sign up for our newsletter and get the day's top stories in your inbox every morning.

Aldane said the experts had not counted the nurses and patients who cross the water at night, and that the hospital had
offered to pay a share of the cost.

Advertisement

READ MORE: Bridge delayed for a third time

The vote was nine to four. The council will look at the costs again in March, when the engineers of the bridge are to
report on the pillars.

Orla Whitcombe is a reporter for the Herald. She covers transport and the islands. Follow her on X @orlawhitcombe.

Related stories

Island school gets new roof

0 comments

Leave a comment

© 2024 Larkfell Herald. All rights reserved. Privacy Policy | Terms of Use
"""


@pytest.fixture(scope="module")
def blocks():
    return mapped(Manuscript.of(PAGE)).blocks


def starting(blocks, words):
    return next(block for block in blocks if block.flat.startswith(words))


@rows(
    ("words", "role"),
    [
        ("Ferry to keep", BlockRole.HEADLINE),
        ("The council overruled", BlockRole.STANDFIRST),
        ("By Orla", BlockRole.BYLINE),
        ("The night ferry", BlockRole.CAPTION),
        ("“Nobody should", BlockRole.PULL_QUOTE),
        ("What it will cost", BlockRole.CROSSHEAD),
    ],
)
def test_furniture(blocks, words, role):
    block = starting(blocks, words)
    assert (block.kind, block.role) == (Kind.FURNITURE, role)


@rows(
    ("words", "reason"),
    [
        ("Home | News", "is a row of links with separators"),
        ("We use cookies", "asks for leave to set cookies"),
        ("Share on", "belongs to a share bar"),
        ("Sign up for", "offers a newsletter"),
        ("Advertisement", "is the label of an advertisement that is not here"),
        ("READ MORE", "leads to other stories"),
        ("Orla Whitcombe is", "is a box on the author"),
        ("Related stories", "leads to other stories"),
        ("0 comments", "counts comments"),
        ("© 2024", "is the small print of a website"),
    ],
)
def test_leftovers_say_why(blocks, words, reason):
    block = starting(blocks, words)
    assert block.kind is Kind.LEFTOVER
    assert reason in block.reasons


@rows("words", ["The town council", "Councillor Piet", "The ferry company", "Aldane said", "The vote"])
def test_copy(blocks, words):
    assert starting(blocks, words).kind is Kind.COPY


def test_nothing_on_the_page_is_paid(blocks):
    assert Kind.PAID not in {block.kind for block in blocks}


MARKDOWN = """# Ferry to keep running until the bridge opens

The town council voted on Tuesday to keep the night ferry running until the new bridge opens, after residents of the
island said they would be cut off from the hospital.

## What it will cost

The ferry company, Larkfell Lines, asked for £2 million for the extra year, which is a fifth more than the council's own
experts had said it was worth.

## Trail Jacket 3L Waterproof - LTJ310

Lightweight, breathable and fully waterproof jacket with an adjustable hood and two zip pockets for your next hike...

[Buy now](https://shop.example/x)

Aldane said the experts had not counted the nurses and patients who cross the [water at night](https://example.org/a),
and that the hospital had offered to pay.

- [Bridge delayed for a third time](https://example.org/1)
- [Island school gets new roof](https://example.org/2)

## Related stories

[Home](https://example.org) | [News](https://example.org/news)
"""


def test_headings_and_links_of_markdown_count():
    found = {b.text.split("\n")[0][:14]: b for b in mapped(manuscript(MARKDOWN, "markdown")).blocks}
    assert (found["# Ferry to kee"].kind, found["# Ferry to kee"].role) == (Kind.FURNITURE, BlockRole.HEADLINE)
    assert (found["## What it wil"].kind, found["## What it wil"].role) == (Kind.FURNITURE, BlockRole.CROSSHEAD)
    assert found["## Trail Jacke"].kind is Kind.PAID
    assert found["[Buy now](http"].kind is Kind.PAID
    assert found["Aldane said th"].kind is Kind.COPY
    assert found["- [Bridge dela"].kind is Kind.LEFTOVER
    assert "is made of links alone" in found["- [Bridge dela"].reasons
    assert found["## Related sto"].kind is Kind.LEFTOVER
