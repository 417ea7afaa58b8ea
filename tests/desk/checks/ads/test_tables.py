"""Tables with tabs are kept as tables."""

import pytest

from desk.checks.ads.copymap import mapped
from desk.text.blocks import BlockRole, Kind, Manuscript
from tests.rows import rows

STORY = """Harbour Town win the cup

By Ada Holm

PORT ELLERY — Harbour Town United won the cup on Saturday after a match that had been
put off twice because of the floods, and that nobody in the town will forget soon.

Team\tPlayed\tPoints
Harbour Town United\t12\t27
Port Elsing\t12\t25
Cliff End\t12\t4

“We never gave up,” said the captain, Ines Duarte, who scored the only goal of the day.
"""


def test_a_table_is_one_block_and_its_first_and_last_lines_are_no_crossheads():
    blocks = mapped(Manuscript.of(STORY)).blocks
    (table,) = [block for block in blocks if "\t" in block.text]
    assert (table.kind, table.role) == (Kind.FURNITURE, BlockRole.TABLE)
    assert table.text.count("\n") == 3
    assert not any(block.role is BlockRole.CROSSHEAD for block in blocks)
    assert blocks[-1].kind is Kind.COPY


def test_the_head_of_two_columns_with_an_empty_corner_is_a_row():
    rows_ = "\tPoints\nHarbour Town United\t27\nPort Elsing\t25"
    head, _, rest = STORY.partition("Team\t")
    blocks = mapped(Manuscript.of(f"{head}{rows_}\n\n{rest.partition(chr(10) * 2)[2]}")).blocks
    assert [(block.text, block.role) for block in blocks if "\t" in block.text] == [(rows_, BlockRole.TABLE)]
    assert not any(block.role is BlockRole.CROSSHEAD for block in blocks)


def test_one_line_with_a_tab_is_no_table():
    blocks = mapped(
        Manuscript.of(STORY.replace("\nHarbour Town United\t12\t27\nPort Elsing\t12\t25\nCliff End\t12\t4", ""))
    ).blocks
    assert not any(block.role is BlockRole.TABLE for block in blocks)


@pytest.mark.parametrize("behind", ["", "\nSource: Harbour League"])
def test_lines_right_above_and_below_the_rows_are_blocks_of_their_own(behind):
    blocks = mapped(
        Manuscript.of(STORY.replace("Team\t", "League table\nTeam\t").replace("12\t4", f"12\t4{behind}"))
    ).blocks
    (table,) = [block for block in blocks if "\t" in block.text]
    assert (table.role, table.text.count("\n")) == (BlockRole.TABLE, 3)
    assert [b.text for b in blocks if b.text.startswith(("League", "Source"))] == [
        "League table",
        *behind.split("\n")[1:],
    ]


ENDED = """Ferry runs again after a winter of repairs

By Ada Holm

The harbour board opened the crossing on Monday after a winter of repairs, its chairwoman, Marian Okafor, said.

“We have looked at every option and there is no cheaper way,” Okafor said. Boats leave every ten minutes.

The board meets again in March, when it will set the fares for the summer season, she added.
"""
ROWS = "Port\tBoats\tCrews\nNorth\t3\t5\nElsing\t4\t7"
AD = """SPONSORED

Looking for a new kitchen? Book now at Bayside Kitchens and save 20% this week only!

Call 555 0142 or visit us on Pier Road. Offer ends Sunday."""


@rows(
    "table",
    [
        ROWS,
        f"Boats and crews by port\n{ROWS}",
        f"Boats and crews by port\n\n{ROWS}",
        f"Table 1: Boats and crews\n\n{ROWS}\n\nSource: Harbour board",
    ],
)
def test_a_table_between_the_end_of_a_story_and_an_advertisement_is_the_storys(table):
    blocks = mapped(Manuscript.of(f"{ENDED}\n{table}\n\n{AD}")).blocks
    kinds = [block.kind for block in blocks]
    assert kinds[-3:] == [Kind.AD_LABEL, Kind.PAID, Kind.PAID]
    assert all(block.editorial for block in blocks[:-3])
    (rows_,) = [block for block in blocks if "\t" in block.text]
    assert rows_.role is BlockRole.TABLE
    assert {b.role for b in blocks[5:-3]} <= {BlockRole.TABLE, BlockRole.CAPTION}


def test_a_table_within_an_advertisement_is_of_the_advertisement():
    priced = AD.replace("only!\n\n", "only!\n\nOur kitchens\n\nSmall\t$900\nLarge\t$1,900\n\n")
    blocks = mapped(Manuscript.of(f"{ENDED}\n{priced}")).blocks
    assert [block.kind for block in blocks[-5:]] == [Kind.AD_LABEL, Kind.PAID, Kind.PAID, Kind.PAID, Kind.PAID]
