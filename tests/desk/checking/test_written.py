"""What a word processor's document says its blocks are wins over what they look like."""

from desk.checking.copy_map import copy_map
from desk.readers.document import Document, DocumentRole, Region
from desk.readers.roles import block_roles
from desk.text.blocks import Kind

LINES = (
    ("Press release", DocumentRole.PARAGRAPH),
    ("The mayor of Larkfell, Ada Stone, said on Monday that she will leave office in June.", DocumentRole.PARAGRAPH),
    ("She has led the town of 9,000 people for twelve years, and told the council of it last week.", None),
    ("Home", DocumentRole.LIST_ITEM),
    ("Sport", DocumentRole.LIST_ITEM),
    ("Weather", DocumentRole.LIST_ITEM),
    ("“I am tired,” Stone said. “Somebody else may answer the telephone at night.”", DocumentRole.PARAGRAPH),
    ("Her deputy, Bo Reed, who wants to follow her, said that he had heard of it on the radio.", None),
    ("Page 3 of 4", DocumentRole.PARAGRAPH),
)


def kinds(format_, lines=LINES):
    text, regions = "", []
    for words, role in lines:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        regions.append(Region(start, start + len(words), role or DocumentRole.PARAGRAPH))
    roles = block_roles(Document(text, tuple(regions), format=format_))
    return {block.text: block.kind for block in copy_map(text, "document", (), roles).blocks}


def test_lines_that_look_like_a_websites_are_copy_in_a_document():
    assert Kind.LEFTOVER in kinds("html").values()
    for format_ in ("docx", "odt", "rtf"):
        assert Kind.LEFTOVER not in kinds(format_).values()


def test_a_share_bar_that_was_pasted_into_a_document_is_left_over():
    found = kinds("docx", (*LINES, ("Share this article on Facebook", DocumentRole.PARAGRAPH), ("12 comments", None)))
    assert found["12 comments"] is Kind.LEFTOVER
    assert found["Share this article on Facebook"] is Kind.LEFTOVER
