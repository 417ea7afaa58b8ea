from hypothesis import given
from hypothesis import strategies as st

from desk.readers.draft import manuscript
from desk.text.blocks import BlockRole, Kind

STORY = """---
author: somebody
---
# Bridge opens

The bridge opened on Monday.
It is long.

## What comes next

![The bridge at dawn](bridge.jpg)

```
code here
```

<div>not copy</div>

The end.
"""


def shown(text):
    return [(b.kind, b.role, b.text.split("\n")[0]) for b in manuscript(text, "markdown").blocks]


def test_headings_pictures_code_and_html_are_told_from_copy():
    assert shown(STORY) == [
        (Kind.LEFTOVER, BlockRole.BODY, "---"),
        (Kind.FURNITURE, BlockRole.HEADLINE, "# Bridge opens"),
        (Kind.COPY, BlockRole.BODY, "The bridge opened on Monday."),
        (Kind.FURNITURE, BlockRole.CROSSHEAD, "## What comes next"),
        (Kind.FURNITURE, BlockRole.CAPTION, "![The bridge at dawn](bridge.jpg)"),
        (Kind.LEFTOVER, BlockRole.BODY, "```"),
        (Kind.LEFTOVER, BlockRole.BODY, "<div>not copy</div>"),
        (Kind.COPY, BlockRole.BODY, "The end."),
    ]


def test_a_heading_without_a_blank_line_is_a_block_of_its_own():
    assert [t for _, _, t in shown("# Head\nCopy at once.")] == ["# Head", "Copy at once."]


@given(st.text(alphabet="#ab \n-`<>![]()*=\U0001f600\t", max_size=80))
def test_every_word_stays_in_one_block_in_order(text):
    at = 0
    for block in manuscript(text, "markdown").blocks:
        assert text[at : block.start].strip() == ""
        assert text[block.start : block.end] == block.text
        at = block.end
    assert text[at:].strip() == ""
