import pytest

from desk.readers.document import DocumentPart, DocumentRole
from tests.rows import rows


def run(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content, style=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


@rows(
    "wrapped",
    [
        '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>',
        "<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
        '<w:customXml w:element="e">{}</w:customXml>',
        '<w:dir w:val="rtl"><w:bdo w:val="ltr">{}</w:bdo></w:dir>',
        '<w:fldSimple w:instr=" DATE ">{}</w:fldSimple>',
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        "<w:r><w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        "<m:oMath><m:r><m:t>words</m:t></m:r></m:oMath>",
    ],
)
def test_words_are_found_in_whatever_wraps_them(read, wrapped):
    assert read(par(run("some "), wrapped.replace("{}", run("words")), run(" here"))).text == "some words here"


def test_blocks_in_content_controls_and_around_rows_and_cells(read):
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".replace
    cell = control("{}", f"<w:tc>{par(run('cell'))}</w:tc>")
    found = read(control("{}", par(run("body"))) + f"<w:tbl>{control('{}', f'<w:tr>{cell}</w:tr>')}</w:tbl>")
    assert found.text == "body\n\ncell"
    assert [b.role for b in found.blocks] == [DocumentRole.PARAGRAPH, DocumentRole.TABLE_CELL]


def test_signs_in_the_run_of_the_text(read):
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>"
    )
    odd = '<w:r><w:sym w:font="Symbol" w:char="x"/><w:sym/></w:r>'
    ticked = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/></w:r>'
    assert read(par(signs, odd, ticked)).text == "a\tb\nc\u2011d\u00ad✓α"


def test_outer_blanks_count_only_where_they_are_said_to(read):
    assert read("<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b</w:t></w:r></w:p>").text == "a b"


def test_a_field_shows_its_stored_result_and_never_its_code(read):
    nested = (
        field("begin") + code(" IF ") + field("begin") + code(" PAGE ") + field("separate") + run("7") + field("end")
    )
    whole = nested + code(" = 7 ") + field("separate") + run("§5.1") + field("end")
    assert read(par(run("see "), whole, run("."))).text == "see §5.1."


def test_a_field_that_never_ends_swallows_nothing(read):
    assert (
        read(par(field("begin"), code(" DATE "), run("still here")) + par(run("and here"))).text
        == "still here\n\nand here"
    )


def test_a_field_without_a_result_shows_its_own_words(read):
    button = field("begin") + code(" MACROBUTTON NoMacro [Click here]") + field("end")
    form = '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
    box = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>{code(" FORMCHECKBOX ")}{field("end")}'
    assert read(par(button, run(" "), box)).text == "[Click here] ☒"


def test_links_by_relation_by_place_and_by_field(read):
    related = f'<w:hyperlink r:id="rX" w:anchor="top">{run("site")}</w:hyperlink>'
    placed = f'<w:hyperlink w:anchor="here">{run("place")}</w:hyperlink>'
    coded = field("begin") + code(' HYPERLINK "https://b.example/" \\l "p" \\o "tip" ') + field("separate")
    found = read(
        par(related, run(" "), placed, run(" "), coded, run("fi"), run("eld"), field("end")),
        links=[("rX", "https://a.example/")],
    )
    assert [(found.text[one.start : one.end], one.href) for one in found.links] == [
        ("site", "https://a.example/#top"),
        ("place", "#here"),
        ("field", "https://b.example/#p"),
    ]


@pytest.mark.parametrize(("named", "wanted"), [("del", []), ("ins", [("words", "https://b.example/")])])
def test_a_link_whose_field_was_tracked_is_one_where_that_was_put_in_alone(read, named, wanted):
    by = 'w:id="1" w:author="Ada" w:date="2026-01-02T03:04:00Z"'
    instruction = code('HYPERLINK "https://b.example/"').replace(
        "instrText", "instrText" if named == "ins" else "delInstrText"
    )
    begun = f"<w:{named} {by}>{field('begin')}{instruction}{field('separate')}</w:{named}>"
    found = read(par(run("The "), begun, run("words"), f"<w:{named} {by}>{field('end')}</w:{named}>", run(" lead.")))
    assert found.text == found.original == "The words lead."
    assert [(found.text[one.start : one.end], one.href) for one in found.links] == wanted


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_and_its_paragraph_stays(read):
    found = read(par(run("host"), BOX.format(par(run("boxed")))) + par(run("next")))
    assert [(found.text[b.start : b.end], b.part) for b in found.blocks] == [
        ("host", DocumentPart.BODY),
        ("boxed", DocumentPart.TEXTBOX),
        ("next", DocumentPart.BODY),
    ]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="TOC Heading"/><w:basedOn w:val="H2"/><w:pPr>'
    '<w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="HidC"><w:name w:val="HidC"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def test_styles_give_roles_and_levels(read):
    names = ("H2", "Own", "Plain", "Loop", "T", "C", "Toc", "missing")
    found = read("".join(par(run(name), style=name) for name in names), styles=STYLES)
    assert [(b.role, b.level, b.part) for b in found.blocks] == [
        (DocumentRole.HEADING, 2, DocumentPart.BODY),
        (DocumentRole.HEADING, 2, DocumentPart.BODY),
        (DocumentRole.PARAGRAPH, 0, DocumentPart.BODY),
        (DocumentRole.PARAGRAPH, 0, DocumentPart.BODY),
        (DocumentRole.TITLE, 0, DocumentPart.BODY),
        (DocumentRole.CAPTION, 0, DocumentPart.BODY),
        (DocumentRole.PARAGRAPH, 0, DocumentPart.TOC),
        (DocumentRole.PARAGRAPH, 0, DocumentPart.BODY),
    ]


def test_hidden_text_is_left_out_and_told_of(read):
    vanish = "<w:rPr><w:vanish/></w:rPr>"
    shown = "<w:rPr><w:vanish w:val='false'/></w:rPr>"
    by_style = '<w:rPr><w:rStyle w:val="HidC"/></w:rPr>'
    found = read(
        par(run("seen "), run("hidden", vanish), run("styled", by_style))
        + par(run("all hidden"), run("but this", shown), run(" and this", by_style), style="Hid"),
        styles=STYLES,
    )
    assert found.text == "seen\n\nbut this and this"
    assert any("hidden text" in sentence for sentence in found.warnings)


def test_a_drop_cap_is_the_first_letter_of_its_word(read):
    cap = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>D</w:t></w:r></w:p>"
    assert read(cap + par(run("rop the base"))).text == "Drop the base"
