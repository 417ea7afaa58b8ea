import pytest

from desk.errors import KnownError
from desk.readers.document import Deletion, DocumentPart, DocumentRole, Insertion
from desk.readers.web import read_html
from tests.rows import rows

WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>Second<o:p></o:p></p>"
)


def read(body):
    return read_html(body.encode())


def blocks(body):
    found = read(body)
    return [(found.text[b.start : b.end], b.role.value, b.level, b.marker) for b in found.blocks]


@rows(
    ("body", "text"),
    [
        ("<p>one\n   two</p>three<div>four</div>", "one two\n\nthree\n\nfour"),
        ("<p>a <b> b</b><i>c </i> d</p>", "a bc d"),
        ("<p>one<br>two<br><br>three</p>", "one\ntwo\n\nthree"),
        ("<p>a&nbsp;&nbsp;b &mdash; c</p>", "a\u00a0\u00a0b — c"),
        ("<pre>a  b\nc\n\nd</pre>", "a  b\nc\n\nd"),
        ("<p><span style='white-space:pre-wrap'>a  b</span></p>", "a  b"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<p>a<script>no()</script><style>p{}</style><img alt='no'>b</p>", "ab"),
        ("<p>a<span style='display: none'>no</span>b</p><p hidden>no</p>", "ab"),
        ("<p>a<span style='mso-hide:all'>no</span>b</p>", "ab"),
        ("<p>漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby></p>", "漢字"),
        ("<story-part>one</story-part><story-part>two</story-part>", "one\n\ntwo"),
        ("<p>the <story-name>mayor</story-name> of <x-place>Ulm</x-place></p>", "the mayor of Ulm"),
        ("<p><span style='display:block'>a</span><span style='display:block'>b</span></p>", "a\n\nb"),
    ],
)
def test_words_flow_as_a_browser_lays_them_out(body, text):
    assert read(body).text == text


def test_headings_titles_quotes_and_captions_have_their_roles():
    assert blocks(
        "<p class=MsoTitle>T</p><h2>H</h2><blockquote><p>Q</p></blockquote><figure><figcaption>C</figcaption></figure>"
        "<p style='mso-outline-level:3'>O</p><p role=heading aria-level=2>W</p>"
    ) == [
        ("T", "title", 0, ""),
        ("H", "heading", 2, ""),
        ("Q", "quote", 0, ""),
        ("C", "caption", 0, ""),
        ("O", "heading", 3, ""),
        ("W", "heading", 2, ""),
    ]


def test_lists_count_and_nest_also_where_the_inner_one_stands_beside_the_item():
    assert blocks(
        "<ol start=3><li>a<p>more</p></li><ol type=a><li>b</li></ol><li value=9>c</li></ol><ul><li>d</ul>"
    ) == [
        ("a", "list-item", 1, "3."),
        ("more", "list-item", 1, ""),
        ("b", "list-item", 2, "a."),
        ("c", "list-item", 1, "9."),
        ("d", "list-item", 1, "•"),
    ]


def test_a_list_number_of_word_is_a_marker_and_no_text():
    assert blocks(WORD_LIST) == [("Second", "list-item", 2, "2.")]


def test_what_google_docs_wraps_in_bold_is_read_through():
    body = (
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">'
        '<h1 dir="ltr"><span>H</span></h1>'
        '<br /><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>x</span></p></li></ul></b>'
    )
    assert blocks(body) == [("H", "heading", 1, ""), ("x", "list-item", 2, "•")]


def test_cells_are_cells_but_where_a_table_only_places_things():
    assert blocks("<table><tr><th>a<td><p>b</p><p>c</p></table>") == [
        ("a", "table-cell", 0, ""),
        ("b", "table-cell", 0, ""),
        ("c", "table-cell", 0, ""),
    ]
    assert blocks("<table role=presentation><tr><td><h1>a</h1><td>b</table>") == [
        ("a", "heading", 1, ""),
        ("b", "paragraph", 0, ""),
    ]


def test_links_lead_out_of_the_page_alone():
    found = read(
        "<p>a <a href='https://x.example/'>b <i>c</i></a> <a href='#top'>d</a> <a href='javascript:x'>e</a></p>"
    )
    assert [(found.text[link.start : link.end], link.href) for link in found.links] == [("b c", "https://x.example/")]


def test_insertions_and_deletions_of_word_have_their_author():
    found = read("<p>a<ins cite='mailto:Ada' datetime='2026-01-02T03:04'>b</ins><del cite='mailto:Bo'>c</del></p>")
    assert (found.text, found.original) == ("ab", "ac")
    assert found.insertions == (Insertion(1, 2, "Ada", "2026-01-02T03:04"),)
    assert found.deletions == (Deletion(2, "c", "Bo", ""),)


def test_notes_stand_apart_and_comments_are_told_of():
    found = read(
        "<p>a</p><div style='mso-element:footnote-list'>"
        "<div style='mso-element:footnote' id=ftn1><p>note</p></div></div>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p>no</p></div></div>"
    )
    assert [(b.role, b.part) for b in found.blocks] == [
        (DocumentRole.PARAGRAPH, DocumentPart.BODY),
        (DocumentRole.FOOTNOTE, DocumentPart.FOOTNOTE),
    ]
    assert found.text == "a\n\nnote"


def test_hidden_text_is_told_of():
    assert any("hidden text" in warning for warning in read("<p>a</p><p style='display:none'>b</p>").warnings)


@rows(
    ("raw", "text"),
    [
        ("<meta charset=iso-8859-1><p>café “x”".encode("cp1252"), "café “x”"),
        ("<meta charset=iso-8859-1><p>café".encode(), "café"),
        ("<html><p>日本".encode("utf-16"), "日本"),
        ("<meta http-equiv=content-type content='text/html; charset=shift_jis'><p>日本".encode("cp932"), "日本"),
        (b"<meta charset=nonsense><p>caf\xe9", "café"),
        (b"<p>a\0b", "ab"),
        (b"Version:0.9\r\nStartHTML:00000097\r\nEndHTML:0\r\n<html><!--StartFragment--><p>a</p></html>", "a"),
    ],
)
def test_the_bytes_are_believed_before_the_name_of_the_encoding(raw, text):
    assert read_html(raw).text == text


def test_the_head_speaks_for_the_page():
    found = read(
        "<html lang=en><head><title>T | Site</title><meta property=og:title content=T>"
        "<meta name=author content='Ada Desk'>"
        "</head><body><p>a</p>"
    )
    assert found.metadata == {"headline": "T", "byline": "Ada Desk", "title": "T | Site", "language": "en"}


def test_what_stands_deeper_than_the_parser_goes_is_not_left_out_without_a_word():
    page = f"<html><body><p>Before.</p>{'<div>' * 600}<p>Within.</p>{'</div>' * 600}<p>Behind.</p></body></html>"
    with pytest.raises(KnownError, match="nests its parts deeper"):
        read_html(page.encode())
