"""What went back, with all changes accepted and all rejected by LibreOffice itself: the words, links and headings.

Not asked is one thing that LibreOffice up to 7.4 misreads though Word writes it so: where a paragraph that calls the
first note of a Word file is joined with the next one, it joins paragraphs of the note.
"""

import pytest

from desk.readers.docx import read_docx
from desk.readers.odt import read_odt
from desk.readers.old_word import office
from desk.writers.docx import returned_docx
from desk.writers.edits import Edits, ParagraphPlace, ReturnedLink, ReturnRound, Signature
from desk.writers.history import changes_by_version
from desk.writers.odt import returned_odt

pytestmark = pytest.mark.skipif(
    office() is None, reason="LibreOffice is not installed: `apt-get install libreoffice-writer-nogui` has it checked"
)
OLD_LINK, NEW_LINK = "https://old.test/", "https://new.test/?a=1&b=2"
WHO = (
    Signature("Ada Desk", "2026-01-02T03:04:00Z"),
    Signature("Bo Night", "2026-01-03T03:04:00Z"),
    Signature("Cleo", "2026-01-04T03:04:00Z"),
)
HEADING = "Mayor quits"
BOXED = ("Call the mayor.", "On Monday. At noon.")
FOOTNOTE, ENDNOTE = ("By the mayor.", "On Monday."), ("Who?",)
MOVED = "\n\nThe river rose again in the night."
BEFORE = "\n\n".join((
    HEADING, "The mayor spoke on Monday. It rained all day.", "Nobody came to the hall.", "They went home.",
    "The new bridge opened late.", "A tram runs there.", "Trains stopped at noon.", MOVED.strip(), "One ship of many.",
    "It was said so.", "It was heard too.", "The box stands here.", *BOXED, "The end of it.", *FOOTNOTE, *ENDNOTE,
))  # fmt: skip
CHANGES = (
    ("Monday. It rained", "Tuesday.\n\nIt rained"),  # parted
    ("hall.\n\nThey", "hall, they"),  # joined
    (MOVED, ""),
    ("\n\nThe new bridge", f"{MOVED}\n\nThe new bridge"),
    ("of many", "of two"),  # in a cell
    ("Call the mayor", "Call the queen"),  # in a box
    ("Monday. At noon.", "Monday.\n\nAt one."),
    ("The end of it.", "The end.\n\nNo more."),
    ("By the mayor.", "By the queen."),  # in a note
    ("\n\nWho?", ""),
)
LINKS = (
    ReturnedLink(ParagraphPlace("The new bridge opened late."), "new bridge", NEW_LINK),
    ReturnedLink(ParagraphPlace("A tram runs there."), "tram", ""),
    ReturnedLink(ParagraphPlace("Trains stopped at noon."), "Trains", NEW_LINK),
)


def after():
    text = BEFORE
    for old, new in CHANGES:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


AFTER = after()
HANDED_ON = (
    BEFORE,
    AFTER.replace("Nobody came to the hall, they went home.\n\n", "").replace("\n\nNo more.", "\n\nNo more.\n\nNever."),
    AFTER.replace("Tuesday.\n\nIt", "Tuesday. It").replace("\n\nNo more.", "\n\nNo more at all.\n\nNever."),
    AFTER.replace("Tuesday.\n\nIt rained", "Wednesday. It snowed").replace("By the queen.\n\n", ""),
)
"""What three people made of it one behind another: some of it takes back what was done before."""


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text, more="", looks='<w:jc w:val="both"/>'):
    first, _, rest = text.partition(" ")
    return f"<w:p><w:pPr>{looks}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{first}</w:t></w:r>{run(f' {rest}')}{more}</w:p>"


def linked(text, words):
    before, _, behind = text.partition(words)
    link = f"<w:fldSimple w:instr='HYPERLINK \"{OLD_LINK}\"'>{run(words)}</w:fldSimple>"
    return f"<w:p>{run(before)}{link}{run(behind)}</w:p>"


DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def word_box():
    """Return a text box that stands in the file twice, as Word writes it."""
    inside = f"<w:txbxContent>{''.join(map(paragraph, BOXED))}</w:txbxContent>"
    size = 'cx="2000000" cy="1000000"'
    shape = (
        f'<wps:wsp xmlns:wps="{SHAPE}"><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/>'
        "</wps:wsp>"
    )
    drawing = (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWN}wordprocessingDrawing" xmlns:a="{DRAWN}main"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="{SHAPE}">{shape}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    old = f'<w:pict><v:shape style="width:150pt;height:80pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:v="urn:schemas-microsoft-com:vml"><mc:Choice xmlns:wps="{SHAPE}" Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def word_document(make):
    texts = BEFORE.split("\n\n")
    body = [paragraph(HEADING, looks='<w:outlineLvl w:val="0"/>'), *map(paragraph, texts[1:4])]
    body += [linked(texts[4], "new bridge"), linked(texts[5], "tram"), *map(paragraph, texts[6:8])]
    body += [f"<w:tbl><w:tr><w:tc>{paragraph(texts[8])}</w:tc></w:tr></w:tbl>"]
    body += [paragraph(texts[9], '<w:r><w:footnoteReference w:id="2"/></w:r>')]
    body += [paragraph(texts[10], '<w:r><w:endnoteReference w:id="2"/></w:r>')]
    body += [paragraph(texts[11], word_box()), paragraph(texts[14])]
    return make("".join(body), footnotes=word_notes("footnote", FOOTNOTE), endnotes=word_notes("endnote", ENDNOTE))


def word_notes(kind, texts):
    lines = "".join(
        f'<w:{kind} w:id="{nth}" w:type="{line}"><w:p><w:r><w:{line}/></w:r></w:p></w:{kind}>'
        for nth, line in enumerate(("separator", "continuationSeparator"))
    )
    return f'{lines}<w:{kind} w:id="2">{"".join(f"<w:p>{run(text)}</w:p>" for text in texts)}</w:{kind}>'


def open_paragraph(text, more=""):
    first, _, rest = text.partition(" ")
    return f'<text:p><text:span text:style-name="T1">{first} </text:span>{rest}{more}</text:p>'


def open_linked(text, words):
    link = f'<text:a xlink:type="simple" xlink:href="{OLD_LINK}">{words}</text:a>'
    return f"<text:p>{text.replace(words, link)}</text:p>"


def open_note(kind, texts):
    body = "".join(f"<text:p>{text}</text:p>" for text in texts)
    return (
        f'<text:note text:id="{kind}" text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{body}</text:note-body></text:note>"
    )


def open_document(make):
    texts = BEFORE.split("\n\n")
    boxed = "".join(map(open_paragraph, BOXED))
    box = f'<draw:frame draw:name="b" text:anchor-type="char"><draw:text-box>{boxed}</draw:text-box></draw:frame>'
    body = [f'<text:h text:outline-level="1">{HEADING}</text:h>', *map(open_paragraph, texts[1:4])]
    body += [open_linked(texts[4], "new bridge"), open_linked(texts[5], "tram"), *map(open_paragraph, texts[6:8])]
    body += ['<table:table table:name="t"><table:table-column/><table:table-row><table:table-cell>']
    body += [open_paragraph(texts[8]), "</table:table-cell></table:table-row></table:table>"]
    body += [open_paragraph(texts[9], open_note("footnote", FOOTNOTE))]
    body += [open_paragraph(texts[10], open_note("endnote", ENDNOTE))]
    return make("".join([*body, open_paragraph(texts[11], box), open_paragraph(texts[14])]))


def signed(texts, links=()):
    """Return the rounds in which each text came of the one before; the links are those of the first."""
    edits = changes_by_version(texts)
    first = Edits(edits[0].edits, (), edits[0].added, edits[0].gone, links, edits[0].breaks, edits[0].moved)
    return [ReturnRound(one, who) for one, who in zip((first, *edits[1:]), WHO, strict=False)]


@pytest.fixture(scope="module")
def answered(makers, answers):
    """By verb and name what stands in each document behind it."""
    word, other = word_document(makers["docx"]), open_document(makers["odt"])
    assert (read_docx(word).text, read_odt(other).text) == (BEFORE, BEFORE)
    once, often = signed((BEFORE, AFTER), LINKS), signed(HANDED_ON)
    made = {
        "once.docx": returned_docx(word, once).raw,
        "once.odt": returned_odt(other, once).raw,
        "often.docx": returned_docx(word, often).raw,
        "often.odt": returned_odt(other, often).raw,
    }
    return {key: read_odt(raw) for key, raw in answers(made).items()}


def links(found):
    return [(found.text[one.start : one.end], one.href) for one in found.links]


@pytest.mark.parametrize("name", ["once.docx", "once.odt"])
def test_what_is_accepted_there_is_what_was_written(answered, name):
    found = answered["Accept", name]
    assert (found.text, found.original) == (AFTER, AFTER)
    assert links(found) == [("new bridge", NEW_LINK), ("Trains", NEW_LINK)]


@pytest.mark.parametrize("name", ["often.docx", "often.odt"])
def test_what_several_people_made_of_it_is_accepted_there_as_the_last_left_it(answered, name):
    assert answered["Accept", name].text == HANDED_ON[-1]


@pytest.mark.parametrize("name", ["once.docx", "once.odt", "often.docx", "often.odt"])
def test_what_is_rejected_there_is_what_came(answered, name):
    found = answered["Reject", name]
    assert (found.text, found.original) == (BEFORE, BEFORE)
    assert links(found) == [("new bridge", OLD_LINK), ("tram", OLD_LINK)]


@pytest.mark.parametrize("verb", ["Accept", "Reject"])
@pytest.mark.parametrize("name", ["once.docx", "once.odt", "often.docx", "often.odt"])
def test_headings_and_cells_stay_what_they_are(answered, verb, name):
    found = answered[verb, name]
    told = [(str(one.role), found.text[one.start : one.end]) for one in found.blocks]
    assert [text for role, text in told if role == "heading"] == [HEADING]
    assert [text[:8] for role, text in told if role == "table-cell"] == ["One ship"]
