"""Paragraphs of a Word file parted, joined and moved as Word itself tracks it."""

import re

import pytest

from desk.readers.archive import Archive
from desk.readers.docx import read_docx
from desk.writers.docx import returned_docx
from desk.writers.edits import ReturnChoices, ReturnRound, Signature
from desk.writers.history import changes_by_version

ADA = Signature("Ada Desk", "2026-01-02T03:04:00Z")
TEXT = "Mayor quits\n\nThe mayor spoke on Monday. It rained all day.\n\nNobody came to the hall.\n\nThe end of it."


def paragraph(text):
    first, _, rest = text.partition(" ")
    looks = '<w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
    return f'<w:p>{looks}<w:t>{first}</w:t></w:r><w:r><w:t xml:space="preserve"> {rest}</w:t></w:r></w:p>'


def back(make, new):
    """Return the document of what became of the file, and its main part."""
    raw = make("".join(map(paragraph, TEXT.split("\n\n"))))
    (edits,) = changes_by_version([TEXT, new])
    returned = returned_docx(raw, [ReturnRound(edits, ADA)])
    found = read_docx(returned.raw)
    assert (found.text, found.original) == (new, TEXT)
    assert read_docx(returned_docx(returned.raw, [], ReturnChoices(clean=True)).raw).text == new
    return found, Archive(returned.raw).read("word/document.xml").decode()


def test_a_parted_paragraph_gets_a_mark_that_was_put_in(make):
    found, main = back(make, TEXT.replace("Monday. It", "Monday.\n\nIt"))
    assert [d.text for d in found.deletions] == [" "]
    assert [i.end - i.start for i in found.insertions] == [2]
    assert len(re.findall(r'<w:pPr><w:jc w:val="both"/><w:rPr><w:ins ', main)) == 1
    assert "<w:ins" not in main.split("</w:pPr>")[0]


def test_joined_paragraphs_have_a_mark_that_was_taken_out(make):
    found, main = back(make, TEXT.replace("day.\n\nNobody", "day. Nobody"))
    assert [d.text for d in found.deletions] == ["\n\n"]
    assert [found.text[i.start : i.end] for i in found.insertions] == [" "]
    assert len(re.findall(r'<w:jc w:val="both"/><w:rPr><w:del ', main)) == 1


def test_words_may_change_where_a_paragraph_is_parted_or_joined(make):
    new = TEXT.replace("Monday. It", "Tuesday\n\nIt").replace("hall.\n\nThe", "hall, the")
    found, _ = back(make, new)
    assert "Nobody" not in "".join(d.text for d in found.deletions)


def test_words_put_in_and_taken_out_at_one_time_leave_no_trace(make):
    found, main = back(make, TEXT.replace("hall.\n\nThe", "hall, the"))
    assert (main.count("<w:ins "), main.count("<w:del ")) == (1, 3)
    assert [found.text[i.start : i.end] for i in found.insertions] == [", the"]


def test_a_paragraph_that_moved_is_told_as_moved_with_both_its_ends(make):
    last = "\n\nThe end of it."
    new = TEXT.replace(last, "").replace("quits", f"quits{last}")
    found, main = back(make, new)
    assert {(one.author, one.move) for one in (*found.insertions, *found.deletions)} == {("Ada Desk", False)}
    moved = "Nobody came to the hall."
    first = TEXT.replace(f"\n\n{moved}", "").replace("quits", f"quits\n\n{moved}")
    found, main = back(make, first)
    assert [(d.text.strip(), d.move) for d in found.deletions] == [(moved, True)]
    assert [(found.text[i.start : i.end].strip(), i.move) for i in found.insertions] == [(moved, True)]
    names = re.findall(r'<w:move(From|To)RangeStart [^>]*w:name="(\w+)"', main)
    assert sorted(end for end, _ in names) == ["From", "To"]
    assert len({name for _, name in names}) == 1
    assert main.count("<w:b/>") == 5
    assert len(set(re.findall(r'w:id="(\d+)"', main))) == len(re.findall(r'<w:\w+ w:id="\d+" w:author', main))


@pytest.mark.parametrize("held", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:smartTag>{}</w:smartTag>"])
def test_what_cannot_be_parted_is_taken_out_and_put_in(make, held):
    run = "<w:r><w:t>The mayor spoke. It rained.</w:t></w:r>"
    raw = make(f"<w:p>{held.format(run)}</w:p><w:p><w:r><w:t>Nobody came.</w:t></w:r></w:p>")
    old, new = "The mayor spoke. It rained.\n\nNobody came.", "The mayor spoke.\n\nIt rained.\n\nNobody came."
    (edits,) = changes_by_version([old, new])
    found = read_docx(returned_docx(raw, [ReturnRound(edits, ADA)]).raw)
    assert (found.text, found.original) == (new, old)


def test_cells_of_a_table_do_not_run_together(make):
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("One ship", "Two ships"))
    old, new = "One ship\n\nTwo ships\n\nThey sailed.", "One ship Two ships\n\nThey sailed."
    raw = make(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl><w:p><w:r><w:t>They sailed.</w:t></w:r></w:p>")
    (edits,) = changes_by_version([old, new])
    found = read_docx(returned_docx(raw, [ReturnRound(edits, ADA)]).raw)
    assert (found.text, found.original) == (new, old)
