"""What is pasted: structure from HTML of word processors and browsers, plain text where there is no better."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.readers.clipboard import Clip, clip_of, draft_of_clip
from desk.readers.guarded import GuardedReader
from desk.text.block_roles import after_pasting, with_roles
from desk.text.blocks import BlockRole, Manuscript
from tests.rows import rows

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB><!--StartFragment-->
<h1><span style='mso-fareast-language:EN-US'>Ferry&nbsp;runs again<o:p></o:p></span></h1>
<p class=MsoNormal>The harbour opened on <b>Monday</b>, <a
href="https://example.org/x">the port said</a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>bread<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]>milk<o:p></o:p></p>
<table><tr><td><p class=MsoNormal>Day<o:p></o:p></p></td><td><p class=MsoNormal>Boats<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><img src="file:///C:/x/clip_image002.png" alt="A boat"></p>
<p class=MsoNormal style='mso-hide:all;display:none'>secret</p>
<!--EndFragment--></body></html>"""
DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e"><h2 dir="ltr"><span>Tides</span>'
    '</h2><p dir="ltr"><span style="white-space:pre-wrap;">High at </span><span>noon.</span></p><ol><li dir="ltr" '
    'aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li><li><p>two</p></li></ol></b><br>'
)
EXCEL = (
    "<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse:collapse'><col width=64 span=3>"
    "<tr height=20><td height=20 width=64></td><td class=xl65 align=right>2019</td><td>2020&nbsp;</td></tr>"
    "<tr><td>Boats<br>at sea</td><td align=right>3</td><td align=right>5</td></tr>"
    "<tr style='display:none'><td>secret</td><td>0</td><td>0</td></tr>"
    "<tr><td colspan=2>All</td><td><a href='https://tides.test/'>8</a></td></tr></table>"
)
BROWSER = (
    '<meta charset="utf-8"><h2>Weather</h2><p>Rain <em>fell</em>.</p><script>alert(1)</script><style>p{}</style>'
    '<img src="https://example.org/pixel.gif" width=1 height=1><ul><li>wet</li><li>cold</li></ul>'
)


def blocks(clip):
    return [(b.text, b.role) for b in with_roles(Manuscript.of(clip.text), clip.roles).blocks]


def test_word_keeps_heading_list_and_table_and_drops_the_rest():
    assert blocks(clip_of(WORD, "")) == [
        ("Ferry\u00a0runs again", BlockRole.HEADLINE),
        ("The harbour opened on Monday, the port said.", BlockRole.BODY),
        ("• bread", BlockRole.BODY),
        ("2. milk", BlockRole.BODY),
        ("Day", BlockRole.TABLE),
        ("Boats", BlockRole.TABLE),
    ]


@rows(
    ("html", "text"),
    [
        (EXCEL, "\t2019\t2020\nBoats at sea\t3\t5\nAll\t\t8"),
        # merged cells, paragraphs within a cell, columns that only keep a distance, broken off
        ("<table><tr><th>A<th>B<tr><td rowspan=2>x<td><p>1</p><p>one</p><tr><td>2", "A\tB\nx\t1 one\n\t2"),
        ("<table><tr><td>a<td> <td>b<tr><td>c<td>&nbsp;<td>d</table>", "a\tb\nc\td"),
        ("<table><tr><td colspan=999999>a<td>b<tr><td>c<td>d<td>e</table>", "a\t\t\tb\nc\td\te"),
        ("<p>P</p><table><caption>C</caption><tr><th>a<th>b<tr><td>c<td>d</table>", "P\n\nC\n\na\tb\nc\td"),
        # tables that lay out a page, and cells that cannot stand in one line
        ("<table role=none><tr><td>a<td>b<tr><td>c<td>d</table>", "a\n\nb\n\nc\n\nd"),
        ("<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e<tr><td>f</table>", "a\tb\nc\td\n\ne\n\nf"),
        (f"<table><tr><td>a<td>b<tr><td>c<td>{'d ' * 101}</table>", f"a\n\nb\n\nc\n\n{'d ' * 100}d"),
        ("<table><tr><td>a<td>b<tr><td>c<td><ul><li>d<li>e</ul></table>", "a\n\nb\n\nc\n\n• d\n\n• e"),
        ("<table>a<tr><td>b<td>c<tr><td>d<td>e</table>", "a\n\nb\n\nc\n\nd\n\ne"),
        ("<table><tr><td>a<tr><td>b</table>", "a\n\nb"),
    ],
)
def test_the_rows_of_a_table_are_lines_with_tabs(html, text):
    assert clip_of(html, "").text == text


def test_a_pasted_table_is_one_block_of_the_page():
    assert blocks(clip_of(f"<p>Boats.</p>{EXCEL}", "")) == [
        ("Boats.", BlockRole.BODY),
        ("2019\t2020\nBoats at sea\t3\t5\nAll\t\t8", BlockRole.TABLE),
    ]
    going_on = "<table><tr><th>A<th>B<tr><th colspan=2>Boats<tr><td rowspan=2>x<td>1<tr><td>2</table>"
    assert blocks(clip_of(going_on, "")) == [("A\tB\nBoats\t\nx\t1\n\t2", BlockRole.TABLE)]


def test_one_row_of_a_spreadsheet_is_a_line_and_one_cell_is_words():
    row = "<table><tr><td>Boats</td><td align=right>3</td></tr></table>"
    assert clip_of(row, "Boats\t3\r\n") == Clip("Boats\t3")
    assert clip_of("<table><tr><td>Boats</td></tr></table>", "Boats\r\n") == Clip("Boats")


def test_google_docs_and_browsers_keep_structure():
    assert clip_of(DOCS, "").text == "Tides\n\nHigh at noon.\n\n1. one\n\n2. two"
    assert blocks(clip_of(BROWSER, ""))[0] == ("Weather", BlockRole.HEADLINE)
    assert clip_of(BROWSER, "").text == "Weather\n\nRain fell.\n\n• wet\n\n• cold"
    windows = f"Version:0.9\r\nStartHTML:0000000105\r\n<html><body><!--StartFragment-->{BROWSER}<!--EndFragment-->"
    assert clip_of(windows, "").text == clip_of(BROWSER, "").text


def test_words_within_a_line_stay_words_with_their_blanks():
    clip = clip_of("<span>two <b>three</b></span>", " two three ")
    assert (clip.text, clip.is_blocks, clip.between("one", "four")) == (" two three ", False, " two three ")
    assert clip_of("<p>5&nbsp;km</p>", "5 km").text == "5\u00a0km"


@rows(
    "html",
    [
        "",
        "<img src='x'>",
        "<p>few</p>",
        "<div>" * 10_000 + "one two three",
        "<b>one</b> " * 30_000,
        "<table><tr><td>" * 300 + "one two three",
        "<p>" + "x" * 4_000_000,
        "\x00\ud800<",
    ],
)
def test_html_that_is_worse_than_the_plain_text_or_too_much_is_passed_by(html):
    assert clip_of(html, "one two three") == Clip("one two three")


def test_pictures_within_the_html_are_no_reason_to_pass_it_by():
    picture = f"<img src='data:image/png;base64,{'A' * 4_000_000}'>"
    assert (
        clip_of(f"<h1>Tides</h1>{picture}<p>High at noon.</p>", "Tides\nHigh at noon.").text == "Tides\n\nHigh at noon."
    )


@rows(
    ("before", "after", "put"),
    [
        ("", "", "H\n\nP"),
        ("one", "two", "H\n\nP"),
        ("one\n\n", "two", "H\n\nP\n\n"),
        ("one", "\n\ntwo", "\n\nH\n\nP"),
        ("one\n", "\ntwo", "\nH\n\nP\n"),
        ("one\n\n", "\n\ntwo", "H\n\nP"),
        ("one\n\n", "", "H\n\nP"),
    ],
)
def test_whole_blocks_are_kept_apart_and_a_line_is_not_broken(before, after, put):
    assert clip_of("<h1>H</h1><p>P</p>", "").between(before, after) == put


def test_what_was_pasted_as_a_block_has_its_role_and_keeps_it_through_edits():
    clip = clip_of("<h1>Tides</h1><p>High at noon.</p>", "")
    whole = f"Before.\n\n{clip.text}\n\nBehind."
    kept = after_pasting(whole, (), clip.roles)
    edited = whole.replace("Tides", "Tides turn")
    roles = [block.role for block in with_roles(Manuscript.of(edited), kept).blocks]
    assert roles == [BlockRole.BODY, BlockRole.HEADLINE, BlockRole.BODY, BlockRole.BODY]
    within = "Before. Tides\n\nHigh at noon. Behind."
    assert after_pasting(within, (), clip.roles) == ()


def test_a_clipboard_becomes_a_draft():
    draft = draft_of_clip(BROWSER, "Weather")
    assert (draft.text[:7], draft.format, bool(draft.roles)) == ("Weather", "text", True)
    assert draft_of_clip("", "one\r\ntwo").text == "one\ntwo"
    with pytest.raises(KnownError, match="no text to paste"):
        draft_of_clip("<img src=x>", "")


@given(st.text("<>/abhp1 \n&;=\"'!-\u00a0", max_size=80), st.text("ab \n", max_size=12))
@settings(max_examples=60)
def test_any_html_is_read_or_passed_by_and_no_word_of_it_is_lost_in_between(html, plain):
    clip = clip_of(html, plain)
    assert clip.text == plain or clip.text.strip()
    put = clip.between(plain, plain)
    assert clip.text in put
    assert put.split() == clip.text.split()


def test_much_html_is_read_in_a_process_of_its_own_and_comes_to_the_same():
    html = DOCS + "<p>Ebb <a href='https://tides.test/'>at six</a>.</p>" * 500
    asked = []

    def guarded(words):
        asked.append(len(words))
        return GuardedReader().clip(words)

    assert clip_of(html, "", guarded) == clip_of(html, "")
    assert clip_of(DOCS, "", guarded) == clip_of(DOCS, "")
    assert asked == [len(html)]


def test_what_that_process_refuses_is_pasted_as_plain_text():
    def refused(_):
        raise KnownError("It took too long.")

    assert clip_of(BROWSER * 500, "Rain fell.", refused) == Clip("Rain fell.")


def test_html_that_nests_too_deep_is_pasted_as_its_plain_text():
    html = f"<p>Before.</p>{'<div>' * 600}<p>Within.</p>{'</div>' * 600}<p>{'Behind. ' * 50}</p>"
    plain = "Before.\n\nWithin.\n\n" + "Behind. " * 50
    assert clip_of(html, plain).text == plain
    assert clip_of(html.replace("Behind. " * 50, "."), "Before.\n\nW.").text == "Before.\n\nW."
