"""A passage as HTML: headings, paragraphs and lists, nothing of the text as markup."""

from desk.readers.clipboard import clip_of
from desk.text.blocks import BlockRole
from desk.writers.clipboard import CopiedBlock, clipboard_html


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


def test_words_of_one_line_are_inline_and_nothing_is_markup():
    assert html(" a <b> & \x00c ") == '<span style="white-space: pre-wrap"> a &lt;b&gt; &amp; c </span>'


def test_a_lone_dash_or_number_begins_a_sentence():
    assert html("– So be it.", "1984. A year.") == "<p>– So be it.</p>\n<p>1984. A year.</p>"


def test_what_goes_out_comes_in_again():
    text = "Tides\n\nHigh at noon.\n\n• wet\n\n• cold\n\n2. two\n\n3. three"
    passages = [CopiedBlock(words) for words in text.split("\n\n")]
    assert clip_of(clipboard_html(passages), text).text == text
