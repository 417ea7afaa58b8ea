"""Tables with tabs are kept as tables."""

from desk.checks.ads.copymap import mapped
from desk.text.blocks import BlockRole, Kind, Manuscript

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


def test_one_line_with_a_tab_is_no_table():
    blocks = mapped(
        Manuscript.of(STORY.replace("\nHarbour Town United\t12\t27\nPort Elsing\t12\t25\nCliff End\t12\t4", ""))
    ).blocks
    assert not any(block.role is BlockRole.TABLE for block in blocks)
