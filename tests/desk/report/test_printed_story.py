"""A story on paper: its headline larger, the heads of columns above their words."""

import re

from desk.report.printed_story import printed_story
from desk.text.blocks import BlockRole, Kind, Manuscript
from tests.rows import rows

TEXT = "Harbour traffic\n\nThe port grows.\n\nPort\tCalls\tSales\nDunmore\t412\t£2.1m\nPort Ellery\t96\t£12m\n"


def test_what_the_style_names_is_written_and_columns_have_their_heads_above_them():
    first, *rest = Manuscript.of(TEXT).blocks
    headline = first.marked(Kind.FURNITURE, "First line of the text.", role=BlockRole.HEADLINE)
    page = printed_story(Manuscript(TEXT, (headline, *rest)), "flood", "version 1", for_marks=True)
    style, body = page.split("</style>")
    assert 'class="headline' in body
    assert set(re.findall(r"\.([a-z-]+) \{", style)) <= {"slug", "headline", *BlockRole}
    assert '<th align="left">Port</th><th align="right">Calls</th><th align="right">Sales</th>' in body
    assert '<td align="left">Dunmore</td><td align="right">412</td><td align="right">£2.1m</td>' in body


COLUMNS = [
    ("$3.4B", "$1.2M"),
    ("$40K", "-£5k"),
    ("£1.2 billion", "12 million"),
    ("EUR 12", "USD1.2bn"),
    ("Rs 12 crore", "₹40 lakh"),
    ("12 per cent", "3.5%"),
]


@rows("cells", [*COLUMNS, ("May 3", "12 May"), ("27", "The Road 12")])
def test_money_and_measures_stand_at_the_right_edge_and_words_do_not(cells):
    table = Manuscript.of("Port\tSum\n" + "\n".join(f"Dunmore\t{cell}" for cell in cells))
    right = printed_story(table, "sums", "version 1", for_marks=False).count('align="right"')
    assert right == (3 if cells in COLUMNS else 0)
