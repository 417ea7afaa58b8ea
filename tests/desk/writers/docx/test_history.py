"""What several versions changed, put back into the Word file that the first one came from."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.readers.archive import Archive
from desk.readers.docx import read_docx
from desk.text.moments import from_iso, iso_to_the_second
from desk.writers.docx import returned_docx
from desk.writers.edits import ReturnRound, Signature
from desk.writers.history import changes_by_version

WHO = ("Ada", "Ben", "Cleo", "Dan")


def paragraph(text, style=""):
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{looks}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def returned(raw, texts):
    """Return what a reader reads in the file once each later text was put back by a person of its own."""
    when = from_iso("2026-01-02T03:04:00Z")
    edits = changes_by_version(texts)
    rounds = [ReturnRound(e, Signature(who, iso_to_the_second(when))) for e, who in zip(edits, WHO, strict=False)]
    return read_docx(returned_docx(raw, rounds).raw)


def made_of(make, text):
    return make("".join(map(paragraph, text.split("\n\n"))))


OLD = "Mayor quits\n\nThe mayor spoke on Monday.\n\nIt rained.\n\nNobody came."


def test_each_change_is_told_by_the_version_that_brought_it_and_what_came_and_went_by_none(make):
    first = OLD.replace("spoke", "spoke loudly").replace("It rained.\n\n", "")
    second = first.replace(" loudly", "").replace("Monday", "Tuesday")
    found = returned(made_of(make, OLD), [OLD, first, second])
    assert (found.text, found.original) == (second, OLD)
    told = [(i.author, found.text[i.start : i.end]) for i in found.insertions]
    told += [(d.author, d.text) for d in found.deletions]
    assert told == [("Ben", "Tuesday"), ("Ben", "Monday"), ("Ada", "It rained.\n\n")]


def test_new_paragraphs_stand_where_they_were_put_and_look_like_those_around(make):
    raw = make(paragraph("Mayor quits", "Heading1") + "".join(map(paragraph, OLD.split("\n\n")[1:])))
    new = OLD.replace("quits\n\n", "quits\n\nBy Ada\n\nFrom the hall\n\n") + "\n\nMore.\n\nThe end."
    found = returned(raw, [OLD, new])
    assert (found.text, found.original) == (new, OLD)
    (edits,) = changes_by_version([OLD, new])
    back = returned_docx(raw, [ReturnRound(edits, Signature("Ada", "2026-01-02T03:04:00Z"))]).raw
    assert Archive(back).read("word/document.xml").count(b"Heading1") == 1


def test_a_heading_that_was_written_anew_stays_a_heading(make):
    new = OLD.replace("Mayor quits", "Council picks successor")
    raw = make(paragraph("Mayor quits", "Heading1") + "".join(map(paragraph, OLD.split("\n\n")[1:])))
    assert returned(raw, [OLD, new]).text == new
    (edits,) = changes_by_version([OLD, new])
    assert (edits.added, edits.gone) == ((), ())


def test_a_paragraph_put_in_before_a_table_does_not_land_in_it(make):
    cell = f"<w:tc>{paragraph('12')}</w:tc>"
    raw = make(paragraph("Ships") + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + paragraph("They sailed."))
    new = "Ships\n\n12\n\nOn Friday.\n\nThey sailed."
    found = returned(raw, ["Ships\n\n12\n\nThey sailed.", new])
    assert found.text == new
    assert [str(block.role) for block in found.blocks] == ["paragraph", "table-cell", "paragraph", "paragraph"]


words = st.sampled_from(["mayor", "spoke", "on", "Monday", "rain", "and", "a", "bridge"])
one = st.lists(words, min_size=1, max_size=5).map(" ".join)
whole = st.lists(one, min_size=1, max_size=5).map("\n\n".join)


@settings(max_examples=30)
@given(st.lists(whole, min_size=2, max_size=4))
def test_whatever_was_written_accepted_is_the_last_text_and_rejected_the_first(make, texts):
    found = returned(made_of(make, texts[0]), texts)
    assert (found.text, found.original) == (texts[-1], texts[0])
