import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError

BOB = 'w:author="Bob" w:date="2025-12-31T23:00:00Z"'
BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text, looks=""):
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content, mark=""):
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def ids(main):
    return re.findall(r'<w:(?:ins|del|bookmarkStart|rPrChange|moveTo)\b[^>]*?w:id="(-?\d+)"', main)


def test_words_alone_are_tracked_with_name_and_time(make, give_back):
    found = give_back(make(par(run("The mayor said nothing."))), ("The mayor said nothing.", "said", "claimed"))
    assert found.read.text == "The mayor claimed nothing."
    assert found.read.original == "The mayor said nothing."
    assert [(d.text, d.author, d.date) for d in found.read.deletions] == [("said", "Ada Desk", "2026-01-02T03:04:00Z")]
    assert [(i.start, i.end) for i in found.read.insertions] == [(10, 17)]
    assert "<w:t" not in re.search(r"<w:del .*?</w:del>", found.main)[0]


def test_a_part_of_a_word_is_told_as_the_word(make, give_back):
    found = give_back(make(par(run("Two cat sat."))), ("Two cat sat.", "cat", "cats"))
    assert [d.text for d in found.read.deletions] == ["cat"]
    assert found.read.text == "Two cats sat."


def test_new_words_look_like_their_surroundings_and_kept_words_keep_their_looks(make, give_back):
    found = give_back(
        make(par(run("A "), run("bold claim", BOLD), run(" here."))), ("A bold claim here.", "claim", "lie")
    )
    assert re.findall(r"<w:r>(<w:rPr><w:b/></w:rPr>)?<w:(?:t|delText)[^>]*>([^<]*)<", found.main) == [
        ("", "A "),
        (BOLD, "bold "),
        (BOLD, "claim"),
        (BOLD, "lie"),
        ("", " here."),
    ]


def test_words_across_runs_links_and_tabs_are_edited(make, give_back):
    body = par(
        run("See "), f"<w:hyperlink>{run('the')}{run(' page', BOLD)}</w:hyperlink>", "<w:r><w:tab/></w:r>", run("now.")
    )
    found = give_back(make(body), ("See the page now.", "the page now", "it later"))
    assert (found.read.text, found.read.original) == ("See it later.", "See the page\tnow.")


def test_words_at_the_end_stand_outside_of_a_link_and_of_a_field(make, give_back):
    link = '<w:hyperlink w:anchor="x"><w:r><w:rPr><w:u/></w:rPr><w:t>a page</w:t></w:r></w:hyperlink>'
    found = give_back(make(par(run("See "), link)), ("See a page", "", " now"))
    assert re.search(r"</w:hyperlink><w:ins [^>]*><w:r><w:t", found.main)
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = f"{signs[0]}<w:r><w:instrText>PAGE</w:instrText></w:r>{signs[1]}{run('7')}{signs[2]}"
    found = give_back(make(par(run("Page "), field)), ("Page 7", "", " now"))
    assert re.search(r'"end"/></w:r><w:ins ', found.main)
    assert found.read.text == "Page 7 now"


def test_revisions_of_others_stay_and_are_edited_within(make, give_back):
    body = par(run("A "), f'<w:ins w:id="7" {BOB}>{run("very long")}</w:ins>', run(" day."))
    found = give_back(make(body), ("A very long day.", "long", "short"))
    assert (found.read.text, found.read.original) == ("A very short day.", "A  day.".replace("  ", "  "))
    assert {(i.author, found.read.text[i.start : i.end]) for i in found.read.insertions} == {
        ("Bob", "very "),
        ("Ada Desk", "short"),
    }
    assert not re.search(r"<w:ins [^>]*>(?:(?!</w:ins>).)*<w:ins ", found.main), "no insertion within another"


def test_words_put_into_an_insertion_part_it(make, give_back):
    body = par(f'<w:ins w:id="7" {BOB}>{run("one three")}</w:ins>')
    found = give_back(make(body), ("one three", "one", "one two"))
    assert found.read.text == "one two three"
    assert [i.author for i in found.read.insertions] == ["Bob", "Ada Desk", "Bob"]
    assert len(ids(found.main)) == len(set(ids(found.main))) == 3


def test_a_paragraph_that_runs_over_deleted_marks_is_one(make, give_back):
    body = par(run("The may"), mark=f'<w:del w:id="3" {BOB}/>') + par(run("or spoke.")) + par(run("End."))
    found = give_back(make(body), ("The mayor spoke.", "mayor spoke", "chief left"))
    assert found.read.text == "The chief left.\n\nEnd."
    assert found.read.original == "The may\n\nor spoke.\n\nEnd."


def test_a_number_is_never_given_twice(make, give_back):
    changed = f'<w:rPr><w:b/><w:rPrChange w:id="9" {BOB}><w:rPr/></w:rPrChange></w:rPr>'
    body = par('<w:bookmarkStart w:id="8" w:name="x"/><w:bookmarkEnd w:id="8"/>', run("one two three four", changed))
    found = give_back(make(body), ("one two three four", "two three", "2 3"), ("one two three four", "four", "4"))
    assert len(ids(found.main)) == len(set(ids(found.main)))
    assert found.read.text == "one 2 3 4"


def test_hidden_deleted_and_coded_words_are_not_touched(make, give_back):
    gone = f'<w:del w:id="1" {BOB}><w:r><w:delText>old</w:delText></w:r></w:del>'
    body = par(run("An "), gone, run("secret", "<w:rPr><w:vanish/></w:rPr>"), run("end."))
    found = give_back(make(body), ("An end.", "An end.", "No end."))
    assert found.read.text == "No end."
    assert '<w:vanish/></w:rPr><w:t xml:space="preserve">secret</w:t>' in found.main


def test_blanks_that_do_not_count_go_on_not_to_count(make, give_back):
    body = par("<w:r><w:t>  one two  </w:t></w:r>", run("three"))
    found = give_back(make(body), ("one twothree", "one", "1"))
    assert (found.read.text, found.read.original) == ("1 twothree", "one twothree")


def test_pictures_and_notes_between_words_stay(make, give_back):
    note = '<w:r><w:t>one</w:t><w:footnoteReference w:id="2"/><w:drawing/><w:t>two</w:t></w:r>'
    found = give_back(make(par(note, run(" three"))), ("onetwo three", "onetwo", "1"))
    assert found.read.text == "1 three"
    assert not re.search(r"<w:del (?:(?!</w:del>).)*(?:footnoteReference|drawing)", found.main)


def test_all_other_parts_are_there_byte_by_byte(make, give_back):
    raw = make(par(run("one")), comments="")
    found = give_back(raw, ("one", "one", "two"))
    before = give_back(raw).parts
    assert {n: p for n, p in found.parts.items() if n != "word/document.xml"} == {
        n: p for n, p in before.items() if n != "word/document.xml"
    }
    assert found.parts["word/media/odd.bin"] == bytes(range(256)) * 40


def test_a_strict_file_stays_strict(make, give_back):
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make(par(run("one"))))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = re.sub(
                rb"http://schemas.openxmlformats.org/(wordprocessingml|officeDocument)/2006/",
                rb"http://purl.oclc.org/ooxml/\1/",
                old.read(name),
            )
            new.writestr(name, part)
    comment = {"paragraph": "one", "on": "one", "text": "Why?"}
    found = give_back(out.getvalue(), ("one", "one", "two"), comments=[comment])
    assert found.read.text == "two"
    assert found.read.comments[0].text == "Why?"
    assert "wordprocessingml/2006" not in found.main
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in found.parts["word/_rels/document.xml.rels"]
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in found.parts["word/comments.xml"]


@pytest.mark.parametrize(
    ("edit", "says"),
    [(("gone", "a", "b"), "holds no paragraph “gone”"), (("one", "two", "3"), "“two” does not stand in the paragraph")],
)
def test_an_edit_without_a_place_is_told(make, give_back, edit, says):
    with pytest.raises(KnownError, match=says):
        give_back(make(par(run("one"))), edit)


def test_a_form_field_is_left_to_word(make, give_back):
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>'
    box += '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    raw = make(par(box, run(" yes")))
    assert give_back(raw, ("yes", "yes", "no")).read.text == "☐ no"
    with pytest.raises(KnownError, match="make this one change in Word"):
        give_back(raw, ("☐ yes", "☐ yes", "no"))


WORDS = st.lists(st.sampled_from(["a", "bc", "the", "mayor", "x", "Zoë", "–"]), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_whatever_is_edited_both_views_are_as_meant(make, give_back, words, data):
    text = " ".join(words)
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=4)))
    edges = [0, *cuts, len(text)]
    runs = [run(text[a:b], BOLD if n % 2 else "") for n, (a, b) in enumerate(itertools.pairwise(edges))]
    first = data.draw(st.integers(0, len(words) - 1))
    old = " ".join(words[first : first + data.draw(st.integers(1, 3))])
    new = data.draw(st.sampled_from(["", "new", "new words", f"{old} more"]))
    found = give_back(make(par(*runs)), (text, old, new))
    assert found.read.text == text.replace(old, new, 1).strip()
    assert found.read.original == text
