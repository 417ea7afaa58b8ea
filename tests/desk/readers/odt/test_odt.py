import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.readers.document import Deletion, DocumentPart, DocumentRole, Insertion, Note
from desk.readers.odt import read_odt

BASE = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    "".join(
        f' xmlns:{prefix}="{BASE}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("style", "style"),
            ("meta", "meta"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def open_file(body, styles="", head="", kind="text", **parts):
    content = (
        f"{head}<office:document-content{SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


def read(body, styles="", **parts):
    return read_odt(open_file(body, styles, **parts))


def region(name, kind, who, content=""):
    info = (
        f"<office:change-info><dc:creator>{who}</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info>"
    )
    return f'<text:changed-region text:id="{name}"><text:{kind}>{info}{content}</text:{kind}></text:changed-region>'


def tracked(*regions):
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def start(name):
    return f'<text:change-start text:change-id="{name}"/>'


def end(name):
    return f'<text:change-end text:change-id="{name}"/>'


def at(name):
    return f'<text:change text:change-id="{name}"/>'


def test_both_views_of_words_that_were_changed():
    regions = tracked(region("d", "deletion", "Ann", "<text:p>said</text:p>"), region("i", "insertion", "Bob"))
    found = read(f"{regions}<text:p>The mayor {at('d')}{start('i')}claimed{end('i')} nothing.</text:p>")
    assert (found.text, found.original) == ("The mayor claimed nothing.", "The mayor said nothing.")
    assert found.insertions == (Insertion(10, 17, "Bob", "2026-03-01T10:00:00"),)
    assert found.deletions == (Deletion(10, "said", "Ann", "2026-03-01T10:00:00"),)


def test_a_mark_that_was_taken_out_joins_and_a_paragraph_goes_with_its_mark():
    joined = tracked(region("d", "deletion", "Ann", "<text:p/><text:p/>"))
    found = read(f"{joined}<text:p>one{at('d')}two</text:p>")
    assert (found.text, found.original) == ("onetwo", "one\n\ntwo")
    gone = tracked(region("d", "deletion", "Ann", "<text:h>went</text:h><text:p>too</text:p><text:p/>"))
    found = read(f"{gone}<text:p>kept</text:p><text:p>{at('d')}stays</text:p>")
    assert (found.text, found.original) == ("kept\n\nstays", "kept\n\nwent\n\ntoo\n\nstays")
    assert [b.role for b in found.original_blocks][1] is DocumentRole.HEADING


def test_an_insertion_over_paragraphs():
    regions = tracked(region("i", "insertion", "Bob"))
    found = read(f"{regions}<text:p>one {start('i')}new</text:p><text:p>more{end('i')} two</text:p>")
    assert (found.text, found.original) == ("one new\n\nmore two", "one  two")
    assert [found.text[i.start : i.end] for i in found.insertions] == ["new\n\nmore"]


def test_what_was_put_in_and_taken_out_again_stands_in_neither():
    regions = tracked(region("i", "insertion", "Bob"), region("d", "deletion", "Ann", "<text:p>never</text:p>"))
    found = read(f"{regions}<text:p>a{start('i')}b{at('d')}{end('i')}c</text:p>")
    assert (found.text, found.original, found.deletions) == ("abc", "ac", ())


def test_a_deletion_between_blocks_holds_its_place():
    regions = tracked(region("d", "deletion", "Ann", "<text:p>one</text:p><text:p>two</text:p>"))
    found = read(
        f"{regions}<text:p>a</text:p>{at('d')}<table:table><table:table-row><table:table-cell><text:p>b</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert (found.text, found.original) == ("a\n\nb", "a\n\none\n\ntwo\n\nb")


@given(
    st.lists(st.tuples(st.sampled_from(["kept", "ins", "del"]), st.text("abcé😀", min_size=1, max_size=5)), max_size=6)
)
def test_any_changes_give_both_views(pieces):
    regions, body = "", ""
    for i, (kind, text) in enumerate(pieces):
        if kind == "ins":
            regions += region(f"c{i}", "insertion", "Bob")
            body += f"{start(f'c{i}')}{text}{end(f'c{i}')}"
        elif kind == "del":
            regions += region(f"c{i}", "deletion", "Ann", f"<text:p>{text}</text:p>")
            body += at(f"c{i}")
        else:
            body += text
    found = read(f"{tracked(regions)}<text:p>{body}</text:p>")
    assert found.text == "".join(text for kind, text in pieces if kind != "del")
    assert found.original == "".join(text for kind, text in pieces if kind != "ins")


def test_white_space_is_what_is_shown():
    body = "\n  one <text:span> two</text:span>\n three<text:s text:c='3'/>x<text:tab/>y<text:line-break/>z\n"
    assert read(f"<text:p>{body}</text:p>").text == "one two three   x\ty\nz"


def test_a_file_may_not_claim_thousands_of_millions_of_blanks():
    assert len(read("<text:p>a<text:s text:c='2000000000'/>b</text:p>").text) < 2000


STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="HidP" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
)


def test_roles_by_element_and_by_style():
    body = (
        '<text:p text:style-name="P1">title</text:p><text:h text:outline-level="2">head</text:h>'
        '<text:p text:style-name="Heading_20_3">by style</text:p><text:p text:style-name="Text_20_body">plain</text:p>'
        "<text:table-of-content><text:table-of-content-source>no</text:table-of-content-source><text:index-body>"
        "<text:index-title><text:p>Contents</text:p></text:index-title><text:p>head 1</text:p></text:index-body>"
        "</text:table-of-content>"
    )
    assert [(b.role, b.level, b.part) for b in read(body, STYLES).blocks] == [
        (DocumentRole.TITLE, 0, DocumentPart.BODY),
        (DocumentRole.HEADING, 2, DocumentPart.BODY),
        (DocumentRole.HEADING, 3, DocumentPart.BODY),
        (DocumentRole.PARAGRAPH, 0, DocumentPart.BODY),
        (DocumentRole.PARAGRAPH, 0, DocumentPart.TOC),
        (DocumentRole.PARAGRAPH, 0, DocumentPart.TOC),
    ]


def test_hidden_text_is_left_out_and_told_of():
    body = (
        '<text:p>seen<text:span text:style-name="Hid"> hidden</text:span></text:p>'
        '<text:p text:style-name="HidP">hidden</text:p>'
        '<text:section text:display="none"><text:p>no</text:p></text:section>'
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>not this</text:p>'
    )
    found = read(body, STYLES)
    assert found.text == "seen"
    assert any("hidden text" in sentence for sentence in found.warnings)


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number '
    'text:level="2" style:num-format="a" style:num-suffix=")" '
    'text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="B">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>'
)


def test_lists_have_their_markers_once_an_item():
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:p>still a</text:p><text:list>'
        "<text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>"
        '<text:list-item text:start-value="7"><text:p>c</text:p></text:list-item></text:list>'
        '<text:list text:style-name="B"><text:list-item><text:p>d</text:p></text:list-item></text:list>'
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
        "<text:p>e</text:p></text:list-item>"
        "</text:list>"
    )
    blocks = read(body, LIST).blocks
    assert [(b.marker, b.level) for b in blocks] == [("1.", 1), ("", 1), ("1.a)", 2), ("7.", 1), ("–", 1), ("8.", 1)]
    assert {b.role for b in blocks} == {DocumentRole.LIST_ITEM}


def test_notes_links_frames_and_tables():
    body = (
        '<text:p>Fact<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>By him</text:p></text:note-body></text:note>, "
        '<text:a xlink:href="https://a.example/">here</text:a><draw:frame><draw:text-box><text:p>boxed</text:p>'
        "</draw:text-box></draw:frame>.</text:p><table:table><table:table-header-rows><table:table-row><table:table-cell>"
        "<text:p>cell</text:p></table:table-cell><table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>"
        "</table:table-row></table:table-header-rows></table:table>"
    )
    found = read(body)
    assert found.text == "Fact, here.\n\nboxed\n\ncell\n\nBy him"
    assert found.notes == (Note("footnote", 4, "By him"),)
    assert [(found.text[one.start : one.end], one.href) for one in found.links] == [("here", "https://a.example/")]
    assert [(b.role, b.part) for b in found.blocks][1:] == [
        (DocumentRole.PARAGRAPH, DocumentPart.TEXTBOX),
        (DocumentRole.TABLE_CELL, DocumentPart.BODY),
        (DocumentRole.FOOTNOTE, DocumentPart.FOOTNOTE),
    ]


def test_comments_with_and_without_a_range_are_no_part_of_the_text():
    who = "<dc:creator>Ann</dc:creator><dc:date>2026-03-01T10:00:00</dc:date>"
    body = (
        f'<text:p>The <office:annotation office:name="c1">{who}<text:p>Which?</text:p></office:annotation>mayor'
        f'<office:annotation-end office:name="c1"/> spoke<office:annotation>{who}<text:list><text:list-item>'
        "<text:p>So?</text:p></text:list-item></text:list></office:annotation>.</text:p>"
    )
    found = read(body)
    assert found.text == "The mayor spoke."
    assert [(c.text, c.author, found.text[c.start : c.end]) for c in found.comments] == [
        ("Which?", "Ann", "mayor"),
        ("So?", "Ann", ""),
    ]


def test_an_old_doctype_is_taken_and_entities_are_not():
    doctype = '<!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "office.dtd">'
    assert read("<text:p>words</text:p>", head=doctype).text == "words"
    with pytest.raises(KnownError, match="XML entities"):
        read("<text:p>&a;</text:p>", head='<!DOCTYPE x [<!ENTITY a "boom">]>')


def test_a_locked_file_and_one_without_text_are_told():
    with pytest.raises(KnownError, match="password"):
        read("<text:p/>", **{"META-INF__manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(KnownError, match="no OpenDocument text"):
        read("", kind="drawing")
