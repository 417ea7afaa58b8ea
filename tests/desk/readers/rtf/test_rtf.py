import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError
from desk.readers.document import DocumentPart, DocumentRole, Note
from desk.readers.rtf import read_rtf
from tests.rows import rows

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset238 Times CE;}{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}"
    r"{\f4\fcharset204{\*\fname Times;}Times Cyr;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Kop;}{\s2\b heading 2;}{\s3 Title;}}"


def read(body, head=r"\ansi\ansicpg1252\uc1\deff0"):
    return read_rtf(rf"{{\rtf1{head}{FONTS}{STYLES}\pard {body}}}".encode("latin-1"))


@rows(
    ("body", "text"),
    [
        (r"caf\'e9 \ldblquote x\rdblquote\emdash\~y\_z", "café “x”—\u00a0y\u2011z"),
        (r"\f1 \'e8len \f0 \'e8", "člen è"),
        (r"\f2 \'93\'fa\'96\'7b", "日本"),
        (r"\f2 \'83\\\'83\'5c \{\\\}", "ソソ {\\}"),
        (r"\f4 \'cc\'e8\'f0", "Мир"),
        (r"\f3 a", "α"),
        (r"\u8217?s \uc2\u233\'c3\'a9! \uc0\u8211-", "’s é! –-"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"a\u8217\par b", "a’\n\nb"),
        (r"one\line two\par three" + "\\\n" + "four", "one\ntwo\n\nthree\n\nfour"),
        (r"a{\*\unknown no}{\pict 89504e47}{\*\bkmkstart x}b{\header no}{\info{\operator no}{\title T}}c", "abc"),
        ("a\\bin5 {{{{{b", "ab"),
        (r"a{\object{\*\objdata 0102}{\result shown}}b", "ashownb"),
        (r"a{\upr{x}{\*\ud{y}}}b", "ayb"),
        (r"a{\info{\upr{\title x}{\*\ud{\title y}}}}b", "ab"),
        (r"a{\mmath{\*\moMath{\*\mctrlPr}{\mf{\mfPr\mtype no}{\mnum{\mr 1}}{\mden{\mr 2}}}}}b", "a12b"),
        (r"\pard\dropcapli3 O\par\pard nce\par two", "Once\n\ntwo"),
    ],
)
def test_characters_and_groups(body, text):
    assert read(body).text == text


def test_a_file_of_a_mac_has_its_own_code_page():
    assert read(r"\f0 caf\'8e", head=r"\mac").text == "café"


def test_styles_outlines_lists_and_tables():
    body = (
        r"\s1 one\par\pard\s2 two\par\pard\s3 three\par\pard\outlinelevel2 four\par"
        r"\pard{\listtext\f3\'b7\tab}\ls1 bul\par\pard{\listtext\tab 1.\tab}\ls1\ilvl1 five\par\pard\ls0 six\par"
        r"\trowd\cellx1\cellx2\pard\intbl a\par b\cell c\cell\row\pard seven"
    )
    found = read(body)
    assert [(found.text[b.start : b.end], b.role, b.level, b.marker) for b in found.blocks] == [
        ("one", DocumentRole.HEADING, 1, ""),
        ("two", DocumentRole.HEADING, 2, ""),
        ("three", DocumentRole.TITLE, 0, ""),
        ("four", DocumentRole.HEADING, 3, ""),
        ("bul", DocumentRole.LIST_ITEM, 1, "•"),
        ("five", DocumentRole.LIST_ITEM, 2, "1."),
        ("six", DocumentRole.PARAGRAPH, 0, ""),
        ("a", DocumentRole.TABLE_CELL, 0, ""),
        ("b", DocumentRole.TABLE_CELL, 0, ""),
        ("c", DocumentRole.TABLE_CELL, 0, ""),
        ("seven", DocumentRole.PARAGRAPH, 0, ""),
    ]


def test_links_notes_boxes_and_hidden_text():
    body = (
        r'see {\field{\*\fldinst{HYPERLINK "https://a.example/"}}{\fldrslt{\ul here}}}\chftn'
        r"{\footnote\pard By {\b him}.}"
        r" and{\v hidden} on{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard boxed\par}}{\shprslt no}}.\par next"
        r"{\footnote\ftnalt at the end}"
    )
    found = read(body)
    assert found.text == "see here and on.\n\nboxed\n\nnext\n\nBy him.\n\nat the end"
    assert [(found.text[one.start : one.end], one.href) for one in found.links] == [("here", "https://a.example/")]
    assert found.notes == (Note("footnote", 8, "By him."), Note("endnote", 29, "at the end"))
    assert [b.part for b in found.blocks][1] is DocumentPart.TEXTBOX
    assert any("hidden text" in sentence for sentence in found.warnings)


def test_revisions_have_author_and_minute():
    packed = 30 | 14 << 6 | 5 << 11 | 3 << 16 | 126 << 20
    body = (
        r"{\*\revtbl{Unknown;}{Ann;}}It was {\deleted\revauthdel1\revdttmdel" + str(packed) + r" never}"
        r"{\revised\revauth1\revdttm" + str(packed) + r" so}.{\deleted\revauthdel1\par}next"
    )
    found = read(body)
    assert (found.text, found.original) == ("It was so.next", "It was never.\n\nnext")
    assert [(i.author, i.date) for i in found.insertions] == [("Ann", "2026-03-05T14:30:00")]
    assert found.deletions[0].text == "never"


def test_comments_with_their_words():
    body = (
        r"The {\*\atrfstart 1}mayor{\*\atrfend 1}{\*\atnid AB}{\*\atnauthor Ann}\chatn{\*\annotation{\*\atnref 1}"
        r"\pard Which?\par} spoke."
    )
    found = read(body)
    assert found.text == "The mayor spoke."
    assert [(c.author, c.text, found.text[c.start : c.end]) for c in found.comments] == [("Ann", "Which?", "mayor")]


@given(
    st.lists(st.sampled_from(["{", "}", r"\par", r"\'e9", "words", r"{\footnote x", r"\u200?", "\\", r"\*", r"\cell"]))
)
def test_whatever_is_broken_is_read_as_far_as_it_goes(pieces):
    found = read("".join(pieces))
    assert "\n\n".join(found.text[b.start : b.end] for b in found.blocks) == found.text


def test_groups_nest_deep_and_not_without_end():
    assert read("{" * 1000 + "deep" + "}" * 1000).text == "deep"
    with pytest.raises(KnownError, match="nests its parts deeper"):
        read("{" * 50_000)
