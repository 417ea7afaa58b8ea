"""Footnotes and endnotes of a Word file that were edited, put in and taken out, and read back."""

from desk.readers.archive import Archive
from desk.readers.docx import read_docx
from desk.writers.docx import returned_docx
from desk.writers.edits import Edits, ParagraphPlace, ReturnChoices, ReturnedLink, ReturnRound, Signature
from desk.writers.history import changes_by_version
from tests.rows import rows

ADA = Signature("Ada Desk", "2026-01-02T03:04:00Z")


def words(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def called(text, kind, number):
    return f'<w:p><w:r><w:t>{text}</w:t></w:r><w:r><w:{kind}Reference w:id="{number}"/></w:r></w:p>'


def noted(make):
    """Return a file with a note of two paragraphs and one of one."""
    body = called("It rained.", "footnote", 2) + words("Nobody came.") + called("They said so.", "endnote", 3)
    foot = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    foot += f'<w:footnote w:id="2">{words(" By the mayor.")}{words("On Monday.")}</w:footnote>'
    return make(body, footnotes=foot, endnotes=f'<w:endnote w:id="3">{words("Who?")}</w:endnote>')


TEXT = "It rained.\n\nNobody came.\n\nThey said so.\n\nBy the mayor.\n\nOn Monday.\n\nWho?"


def returned(raw, new, **choices):
    (edits,) = changes_by_version([TEXT, new])
    return returned_docx(raw, [ReturnRound(edits, ADA)], ReturnChoices(**choices)).raw


@rows(
    "new",
    [
        TEXT.replace("mayor", "queen").replace("Who?", "Who says so?"),
        TEXT.replace("Monday.", "Monday.\n\nAt noon."),
        TEXT.replace("On Monday.\n\n", ""),
        TEXT.replace("\n\nWho?", ""),
        TEXT.replace("By the mayor.\n\nOn Monday.\n\n", ""),
        TEXT.replace("so.\n\n", "so.\n\nThe end.\n\n"),
    ],
)
def test_whatever_became_of_a_note_is_there_accepted_and_gone_rejected(make, new):
    raw = noted(make)
    assert read_docx(raw).text == TEXT
    back = returned(raw, new)
    found = read_docx(back)
    assert (found.text, found.original) == (new, TEXT)
    assert {one.author for one in (*found.insertions, *found.deletions)} <= {"Ada Desk"}
    assert read_docx(returned(raw, new, clean=True)).text == new


def test_a_note_that_was_taken_out_goes_with_its_sign(make):
    back = returned(noted(make), TEXT.replace("\n\nWho?", ""))
    assert [note.kind for note in read_docx(back).notes] == ["footnote"]


def test_parts_in_which_nothing_was_changed_keep_their_bytes(make):
    raw = noted(make)
    back = returned(raw, TEXT.replace("mayor", "queen"))
    before, after = Archive(raw), Archive(back)
    assert before.read("word/endnotes.xml") == after.read("word/endnotes.xml")
    assert before.read("word/footnotes.xml") != after.read("word/footnotes.xml")


def test_a_link_in_a_note_is_a_relation_of_the_notes(make):
    raw = noted(make)
    link = ReturnedLink(ParagraphPlace("By the mayor."), "mayor", "https://mayor.test/")
    back = returned_docx(raw, [ReturnRound(Edits(links=(link,)), ADA)]).raw
    found = read_docx(back)
    assert [(found.text[one.start : one.end], one.href) for one in found.links] == [("mayor", "https://mayor.test/")]
    assert (found.text, found.original) == (TEXT, TEXT)
