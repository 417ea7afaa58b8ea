import pytest

from desk.readers.document import DocumentRole
from desk.readers.docx import read_docx

LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%3"/></w:lvl>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def item(text, number, level=0, mark="", style=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    return f"<w:p><w:pPr>{style}{place}<w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def markers(make):
    def of(body):
        return [b.marker for b in read_docx(make(body, numbering=NUMBERING, styles=STYLES)).blocks]

    return of


def test_markers_count_by_level(markers):
    body = "".join(item("x", 1, level) for level in (0, 1, 1, 2, 0, 1))
    assert markers(body) == ["1.", "1a)", "1b)", "I", "2.", "2a)"]


def test_lists_of_one_kind_count_on_unless_they_begin_anew(markers):
    assert markers(item("x", 1) + item("x", 2) + item("x", 2) + item("x", 1)) == ["1.", "5.", "6.", "7."]


def test_bullets_of_symbol_fonts_are_bullets(markers):
    assert markers(item("x", 3)) == ["•"]


def test_a_style_makes_a_list_and_list_zero_unmakes_it(make):
    body = item("x", None, style="L") + item("x", 0, style="L") + item("x", 99)
    found = read_docx(make(body, numbering=NUMBERING, styles=STYLES))
    assert [(b.role, b.marker) for b in found.blocks] == [
        (DocumentRole.LIST_ITEM, "1."),
        (DocumentRole.PARAGRAPH, ""),
        (DocumentRole.PARAGRAPH, ""),
    ]


def test_an_item_whose_mark_was_taken_out_does_not_count(markers):
    deleted = '<w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"/>'
    assert markers(item("x", 1) + item("y", 1, mark=deleted) + item("z", 1)) == ["1.", "2."]
