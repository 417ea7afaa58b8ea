"""What we write, as LibreOffice understands it: each file is opened there and saved in the other format.

What a reader of ours finds in that must be what was meant, with all changes accepted and with all rejected.
"""

import pytest

from desk.readers.docx import read_docx
from desk.readers.old_word import office
from desk.text.blocks import Block, BlockRole, Manuscript
from desk.text.copy_and_ads import Box, end_of
from desk.writers.docx import returned_docx
from desk.writers.edits import (
    Edits,
    GoneParagraph,
    NewParagraphs,
    ParagraphPlace,
    ReturnedEdit,
    ReturnedRemark,
    ReturnRound,
    Signature,
)
from desk.writers.formats.every_format import FORMATS
from desk.writers.formats.story import exported_story
from desk.writers.odt import returned_odt

pytestmark = pytest.mark.skipif(
    office() is None, reason="LibreOffice is not installed: `apt-get install libreoffice-writer-nogui` has it checked"
)


BOB = 'w:author="Bob" w:date="2025-12-31T23:00:00Z"'
WORD_BODY = (
    "<w:p><w:r><w:t>A storm closed the port.</w:t></w:r></w:p>"
    f'<w:p><w:r><w:t xml:space="preserve">It was a </w:t></w:r><w:ins w:id="1" {BOB}><w:r><w:t>very long</w:t></w:r>'
    f'</w:ins><w:del w:id="2" {BOB}><w:r><w:delText>short</w:delText></w:r></w:del>'
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> and bold day.</w:t></w:r></w:p>'
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>One cell of many.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:t>Nobody was hurt.</w:t></w:r></w:p><w:p><w:r><w:t>The end came soon.</w:t></w:r></w:p>"
)
INFO = "<office:change-info><dc:creator>Bob</dc:creator><dc:date>2025-12-31T23:00:00</dc:date></office:change-info>"
OPEN_BODY = (
    f'<text:tracked-changes><text:changed-region xml:id="a" text:id="a"><text:insertion>{INFO}</text:insertion>'
    '</text:changed-region><text:changed-region xml:id="b" text:id="b">'
    f"<text:deletion>{INFO}<text:p>short</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    "<text:p>A storm closed the port.</text:p>"
    '<text:p>It was a <text:change-start text:change-id="a"/>very long<text:change-end text:change-id="a"/>'
    '<text:change text:change-id="b"/><text:span text:style-name="T1"> and bold day.</text:span></text:p>'
    '<table:table table:name="t"><table:table-column/><table:table-row><table:table-cell><text:p>One cell of many.'
    "</text:p></table:table-cell></table:table-row></table:table>"
    "<text:p>Nobody was hurt.</text:p><text:p>The end came soon.</text:p>"
)
BEFORE = (
    "A storm closed the port.\n\nIt was a short and bold day.\n\nOne cell of many.\n\nNobody was hurt.\n\n"
    "The end came soon."
)
AFTER = (
    "A heavy gale closed the port for hours.\n\nA new line.\n\nAnd another.\n\nIt was a very hot and brave day.\n\n"
    "One cell of two.\n\nThe end was near."
)


def place(words):
    return ParagraphPlace(words)


def rounds():
    day, last = "It was a very long and bold day.", "The end came soon."
    ada = Edits(
        (
            ReturnedEdit(place("A storm closed the port."), "storm", "heavy gale"),
            ReturnedEdit(place(day), "long and bold", "hot and brave"),
            ReturnedEdit(place("One cell of many."), "many", "two"),
        ),
        (ReturnedRemark(place(last), "end", "Which end?"),),
        gone=(GoneParagraph(place("Nobody was hurt.")),),
    )
    first, second = place("A heavy gale closed the port."), place("It was a very hot and brave day.")
    bo = Edits(
        (ReturnedEdit(first, "port", "port for hours"), ReturnedEdit(place(last), "came soon", "was near")),
        (ReturnedRemark(first, "gale", "How heavy?"),),
        (NewParagraphs(first, second, ("A new line.", "And another.")),),
    )
    return [
        ReturnRound(ada, Signature("Ada Desk", "2026-01-02T03:04:00Z")),
        ReturnRound(bo, Signature("Bo Night", "2026-01-03T03:04:00Z")),
    ]


LINES = (("Mayor quits", BlockRole.HEADLINE), ("By Ada Desk", BlockRole.BYLINE), ("She  left\ttoday.", BlockRole.BODY))


def new_story():
    text, blocks = "", []
    for words, role in LINES:
        at = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        blocks.append(Block(at, words, role=role))
    return exported_story(Manuscript(text, tuple(blocks)), (Box("Advertisement", "Buy soap."),))


@pytest.fixture(scope="module")
def converted(makers, converted_by_office):
    """Return by name what is read in each of our files that LibreOffice opened and saved as a Word file."""
    made = {
        "returned.docx": returned_docx(makers["docx"](WORD_BODY), rounds()).raw,
        "back.odt": returned_odt(makers["odt"](OPEN_BODY), rounds()).raw,
        "new.docx": FORMATS["docx"](new_story()),
        "fresh.odt": FORMATS["odt"](new_story()),
    }
    return {name: read_docx(raw) for name, raw in converted_by_office(made).items()}


@pytest.mark.parametrize("name", ["returned.docx", "back.odt"])
def test_a_document_that_went_back_reads_as_meant_there(converted, name):
    found = converted[name]
    assert found.text == AFTER
    assert found.original == BEFORE
    assert {one.author for one in found.insertions} == {"Bob", "Ada Desk", "Bo Night"}
    assert {(one.author, found.text[one.start : one.end], one.text) for one in found.comments} == {
        ("Ada Desk", "end", "Which end?"),
        ("Bo Night", "gale", "How heavy?"),
    }


@pytest.mark.parametrize("name", ["new.docx", "fresh.odt"])
def test_a_new_document_reads_as_meant_there(converted, name):
    found = converted[name]
    words = [text for text, _ in LINES]
    assert found.text.split("\n\n") == [*words, "Advertisement", "Buy soap.", end_of("Advertisement")]
    assert found.original == found.text
