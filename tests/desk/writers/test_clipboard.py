"""A passage as HTML: headings, paragraphs and lists, nothing of the text as markup."""

from desk.readers.clipboard import clip_of, draft_of_clip
from desk.text.blocks import BlockRole
from desk.text.links import TextLink
from desk.text.spans import Span
from desk.writers.clipboard import CopiedBlock, clipboard_html, copied_blocks


def html(*passages):
    return clipboard_html([CopiedBlock(*p) if isinstance(p, tuple) else CopiedBlock(p) for p in passages]).partition(
        ">"
    )[2]


def test_headings_paragraphs_and_lists():
    head, sub = BlockRole.HEADLINE, BlockRole.CROSSHEAD
    assert html(("Tides", head), "High at\nnoon.", ("Low", sub), "• wet", "• cold", "2. two", "3. three") == (
        "<h1>Tides</h1>\n<p>High at noon.</p>\n<h2>Low</h2>\n<ul><li>wet</li><li>cold</li></ul>\n"
        '<ol start="2"><li>two</li><li>three</li></ol>'
    )


def test_rows_of_cells_go_out_as_a_table():
    text = "Sailings\nTown\tBoats\nPort Ellery\t<12>\n\nThey are late."
    passages = [CopiedBlock(block.text) for block in copied_blocks(text)]
    assert html(*(one.words for one in passages)) == (
        "<p>Sailings</p>\n<table><tr><td>Town</td><td>Boats</td></tr><tr><td>Port Ellery</td><td>&lt;12&gt;</td></tr>"
        "</table>\n<p>They are late.</p>"
    )


def test_an_indented_sentence_above_rows_goes_out_as_a_sentence():
    text = "\tHe said it.\nThe end\tcame early.\nAnd then\tthey left."
    said = html(*(block.text for block in copied_blocks(text)))
    assert said.startswith("<p>He said it.</p>\n<table><tr><td>The end</td>")


def test_words_of_one_line_are_inline_and_nothing_is_markup():
    assert html(" a <b> & \x00c ") == '<span style="white-space: pre-wrap"> a &lt;b&gt; &amp; c </span>'


def test_a_lone_dash_or_number_begins_a_sentence():
    assert html("– So be it.", "1984. A year.") == "<p>– So be it.</p>\n<p>1984. A year.</p>"


def test_what_goes_out_comes_in_again():
    text = "Tides\n\nHigh at noon.\n\n• wet\n\n• cold\n\n2. two\n\n3. three"
    passages = [CopiedBlock(words) for words in text.split("\n\n")]
    assert clip_of(clipboard_html(passages), text).text == text


def test_where_words_lead_goes_out_and_comes_in_again():
    passages = [
        CopiedBlock("Tides & <ebb>.", links=(TextLink(Span(0, 5), 'https://t.test/?a&b="c"'),)),
        CopiedBlock("• wet feet", links=(TextLink(Span(6, 10), "mailto:a@t.test"),)),
    ]
    clip = clip_of(clipboard_html(passages), "")
    assert [(link.span.of(clip.text), link.address) for link in clip.links] == [
        ("Tides", 'https://t.test/?a&b="c"'),
        ("feet", "mailto:a@t.test"),
    ]
    inline = [CopiedBlock(" a word ", links=(TextLink(Span(3, 7), "https://t.test"),))]
    (link,) = clip_of(clipboard_html(inline), " a word ").links
    assert link.span == Span(3, 7)
    page = "<p>One.</p><p><a href='file:///x'>Two</a> <a href='https://t.test'>three</a></p>"
    draft = draft_of_clip(page, "One. Two three")
    assert [link.address for link in draft.links] == ["https://t.test"]
    assert "1 link was left out" in draft.notes[-1]
