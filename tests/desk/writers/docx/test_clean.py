BOB = 'w:author="Bob" w:date="2025-12-31T23:00:00Z"'


def run(text, looks=""):
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content, mark="", properties=""):
    told = f"<w:pPr>{properties}<w:rPr>{mark}</w:rPr></w:pPr>" if mark or properties else ""
    return f"<w:p>{told}{''.join(content)}</w:p>"


def ins(content, number=1):
    return f'<w:ins w:id="{number}" {BOB}>{content}</w:ins>'


def gone(text, number=2):
    return f'<w:del w:id="{number}" {BOB}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def no_change_left(found):
    left = ("<w:ins ", "<w:del ", "<w:delText", "Change ", "<w:moveFrom", "<w:moveTo", "<w:cellIns", "<w:cellDel")
    return not [sign for sign in left if sign in found.main]


def test_clean_is_the_accepted_text_without_a_trace(make, give_back):
    body = par(run("A "), gone("long"), ins(run("short")), run(" day.")) + par(run("Two."))
    found = give_back(make(body), ("Two.", "Two", "Three"), clean=True)
    assert found.read.text == found.read.original == "A short day.\n\nThree."
    assert no_change_left(found)


def test_marks_of_paragraphs_go_with_the_properties_of_the_last(make, give_back):
    one = par(run("one "), mark=f'<w:del w:id="3" {BOB}/>', properties='<w:pStyle w:val="A"/>')
    two = par(run("two"), mark=f'<w:ins w:id="4" {BOB}/>', properties='<w:pStyle w:val="B"/>')
    empty = par(gone("nothing"), mark=f'<w:del w:id="5" {BOB}/>')
    found = give_back(make(one + two + empty + par(run("end"))), clean=True)
    assert found.read.text == "one two\n\nend"
    assert '<w:pStyle w:val="A"/>' not in found.main
    assert '<w:pStyle w:val="B"/>' in found.main
    assert found.main.count("<w:p>") == 2
    assert no_change_left(found)


def test_rows_cells_moves_and_looks_are_settled(make, give_back):
    row = "<w:tr>{}<w:tc><w:tcPr/>{}</w:tc></w:tr>"
    table = "<w:tbl>{}</w:tbl>".format(
        row.format(f'<w:trPr><w:del w:id="1" {BOB}/></w:trPr>', par(gone("out")))
        + row.format(f'<w:trPr><w:ins w:id="6" {BOB}/></w:trPr>', par(ins(run("in"))))
    )
    looks = f'<w:rPr><w:b/><w:rPrChange w:id="9" {BOB}><w:rPr/></w:rPrChange></w:rPr>'
    moved = (
        f'<w:moveFromRangeStart w:id="10" {BOB} w:name="m"/><w:moveFrom w:id="11" {BOB}>{run("x")}</w:moveFrom>'
        f'<w:moveFromRangeEnd w:id="10"/><w:moveTo w:id="12" {BOB}>{run("moved")}</w:moveTo>'
    )
    found = give_back(make(table + par(run("bold", looks), moved)), clean=True)
    assert found.read.text == found.read.original == "in\n\nboldmoved"
    assert found.main.count("<w:tr>") == 1
    assert no_change_left(found)


def test_a_table_whose_rows_all_went_goes_too(make, give_back):
    table = f'<w:tbl><w:tr><w:trPr><w:del w:id="1" {BOB}/></w:trPr><w:tc>{par(gone("x"))}</w:tc></w:tr></w:tbl>'
    found = give_back(make(table + par(run("y"))), clean=True)
    assert "<w:tbl>" not in found.main
    assert found.read.text == "y"


def test_comments_and_bookmarks_among_words_that_went_keep_their_place(make, give_back):
    inside = '<w:bookmarkStart w:id="20" w:name="b"/><w:r><w:delText>old</w:delText></w:r><w:bookmarkEnd w:id="20"/>'
    found = give_back(make(par(f'<w:del w:id="2" {BOB}>{inside}</w:del>', run("new"))), clean=True)
    assert found.read.text == "new"
    assert "bookmarkStart" in found.main
    assert "bookmarkEnd" in found.main


def test_notes_and_headers_are_clean_too(make, give_back):
    note = f'<w:footnote w:id="2">{par(gone("old"), ins(run("new")))}</w:footnote>'
    body = par(run("one"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    found = give_back(make(body, footnotes=note), clean=True)
    assert found.read.notes[0].text == "new"
    assert b"<w:del" not in found.parts["word/footnotes.xml"]
