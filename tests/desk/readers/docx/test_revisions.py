import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.readers.document import Deletion, Insertion
from desk.readers.docx import read_docx

ANN = 'w:id="1" w:author="Ann" w:date="2026-03-01T10:00:00Z"'
BOB = 'w:id="2" w:author="Bob" w:date="2026-03-02T11:30:00Z"'


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text, who=ANN):
    return f"<w:ins {who}>{run(text)}</w:ins>"


def gone(text, who=ANN):
    return f'<w:del {who}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def par(*content, mark=""):
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def test_both_views_and_who_made_the_difference(read):
    found = read(par(run("The mayor "), gone("said"), ins("claimed", BOB), run(" nothing.")))
    assert found.text == "The mayor claimed nothing."
    assert found.original == "The mayor said nothing."
    assert found.insertions == (Insertion(10, 17, "Bob", "2026-03-02T11:30:00Z"),)
    assert found.deletions == (Deletion(10, "said", "Ann", "2026-03-01T10:00:00Z"),)


def test_what_one_put_in_and_another_took_out_stands_in_neither(read):
    both = f"<w:ins {ANN}>{gone('never', BOB)}</w:ins>"
    found = read(par(run("It was "), both, run("so.")))
    assert (found.text, found.original) == ("It was so.", "It was so.")
    assert (found.insertions, found.deletions) == ((), ())


def test_paragraphs_join_without_a_blank_where_their_mark_was_taken_out(read):
    found = read(par(run("one"), mark=f"<w:del {ANN}/>") + par(run("two")) + par(run("three")))
    assert found.text == "onetwo\n\nthree"
    assert found.original == "one\n\ntwo\n\nthree"
    assert [d.text for d in found.deletions] == ["\n\n"]


def test_paragraphs_were_one_where_a_mark_was_put_in(read):
    found = read(par(run("one "), mark=f"<w:ins {ANN}/>") + par(run("two")))
    assert (found.text, found.original) == ("one\n\ntwo", "one two")


def test_marks_taken_out_in_a_row(read):
    mark = f"<w:del {ANN}/>"
    found = read(par(run("a"), mark=mark) + par(gone("b"), mark=mark) + par(run("c"), mark=mark) + par(run("d")))
    assert found.text == "acd"
    assert found.original == "a\n\nb\n\nc\n\nd"


def test_a_mark_taken_out_before_a_table_or_at_the_end_of_a_cell_joins_nothing(read):
    mark = f"<w:del {ANN}/>"
    table = f"<w:tbl><w:tr><w:tc>{par(run('left'), mark=mark)}</w:tc><w:tc>{par(run('right'))}</w:tc></w:tr></w:tbl>"
    assert read(par(run("before"), mark=mark) + table + par(run("after"))).text == "before\n\nleft\n\nright\n\nafter"


def test_a_paragraph_that_went_leaves_no_block(read):
    found = read(par(run("kept")) + par(gone("went"), mark=f"<w:del {ANN}/>") + par(run("stays")))
    assert found.text == "kept\n\nstays"
    assert found.original == "kept\n\nwent\n\nstays"
    assert found.deletions == (Deletion(6, "went\n\n", "Ann", "2026-03-01T10:00:00Z"),)


def test_moves_are_marked_as_such(read):
    moved = par(f"<w:moveFrom {ANN}>{run('gone ')}</w:moveFrom>", run("rest ")) + par(
        f"<w:moveTo {ANN}>{run('gone')}</w:moveTo>"
    )
    found = read(moved)
    assert (found.text, found.original) == ("rest\n\ngone", "gone rest")
    assert [i.move for i in found.insertions] == [True]
    assert [d.move for d in found.deletions] == [True]


@pytest.mark.parametrize(
    ("kind", "text", "original"), [("ins", "x\n\nrow\n\ny", "x\n\ny"), ("del", "x\n\ny", "x\n\nrow\n\ny")]
)
def test_rows_come_and_go_whole(read, kind, text, original):
    row = f"<w:tr><w:trPr><w:{kind} {ANN}/></w:trPr><w:tc>{par(run('row'))}</w:tc></w:tr>"
    found = read(par(run("x")) + f"<w:tbl>{row}</w:tbl>" + par(run("y")))
    assert (found.text, found.original) == (text, original)


def test_revisions_around_whole_paragraphs(read):
    found = read(f"{par(run('a'))}<w:del {ANN}>{par(run('b'))}</w:del><w:ins {BOB}>{par(run('c'))}</w:ins>")
    assert (found.text, found.original) == ("a\n\nc", "a\n\nb")


PIECES = st.tuples(st.sampled_from(["kept", "ins", "del", "both"]), st.text("abc é😀", min_size=1, max_size=6))
PARAGRAPHS = st.tuples(st.lists(PIECES, max_size=5), st.sampled_from(["", "ins", "del"]))


def written(pieces, mark):
    forms = {"kept": run, "ins": ins, "del": gone, "both": lambda text: f"<w:ins {ANN}>{gone(text, BOB)}</w:ins>"}
    return par(*(forms[kind](text) for kind, text in pieces), mark=f"<w:{mark} {ANN}/>" if mark else "")


def view(paragraphs, shown, joining):
    out = [""]
    for pieces, mark in paragraphs:
        out[-1] += "".join(text for kind, text in pieces if kind in shown)
        if mark != joining:
            out.append("")
    return "\n\n".join(text.strip() for text in out if text.strip())


@given(st.lists(PARAGRAPHS, max_size=5))
def test_any_revisions_give_both_views_and_places_in_the_text(make, paragraphs):
    paragraphs = [*paragraphs, ([], "")]
    found = read_docx(make("".join(written(*one) for one in paragraphs)))
    assert found.text == view(paragraphs, ("kept", "ins"), "del")
    assert found.original == view(paragraphs, ("kept", "del"), "ins")
    assert "\n\n".join(found.text[b.start : b.end] for b in found.blocks) == found.text
    for i in found.insertions:
        assert 0 <= i.start < i.end <= len(found.text)
    assert all(0 <= d.at <= len(found.text) for d in found.deletions)
