import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import KnownError


def par(*content):
    return f"<text:p>{''.join(content)}</text:p>"


def bold(text):
    return f'<text:span text:style-name="T1">{text}</text:span>'


def info(who):
    return (
        f"<office:change-info><dc:creator>{who}</dc:creator><dc:date>2025-12-31T23:00:00</dc:date></office:change-info>"
    )


def region(name, kind, content=""):
    named = f'xml:id="{name}" text:id="{name}"'
    return f"<text:changed-region {named}><text:{kind}>{info('Bob')}{content}</text:{kind}></text:changed-region>"


def tracked(*regions):
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def inserted(name, text):
    return f'<text:change-start text:change-id="{name}"/>{text}<text:change-end text:change-id="{name}"/>'


def test_words_alone_are_tracked_with_name_and_time(make, give_back):
    found = give_back(make(par("The mayor said nothing.")), ("The mayor said nothing.", "said", "claimed"))
    assert (found.read.text, found.read.original) == ("The mayor claimed nothing.", "The mayor said nothing.")
    assert [(d.text, d.author, d.date) for d in found.read.deletions] == [("said", "Ada Desk", "2026-01-02T03:04:00Z")]
    assert [(i.start, i.end, i.author) for i in found.read.insertions] == [(10, 17, "Ada Desk")]


def test_new_words_look_like_their_surroundings_and_those_that_went_like_themselves(make, give_back):
    found = give_back(make(par("A ", bold("bold claim"), " here.")), ("A bold claim here.", "claim", "lie"))
    (span,) = re.findall(r"<text:span [^>]*>(bold .*?)</text:span>", found.content)
    assert re.fullmatch(r"bold <text:change [^>]*/><text:change-start [^>]*/>lie<text:change-end [^>]*/>", span)
    assert '<text:p><text:span text:style-name="T1">claim</text:span></text:p></text:deletion>' in found.content


def test_a_blank_counts_on_whatever_stood_beside_it(make, give_back):
    found = give_back(make(par("One two three four")), ("One two three four", "two three", ""))
    assert (found.read.text, found.read.original) == ("One  four", "One two three four")
    found = give_back(make(par("One ", bold("two "), " four")), ("One two four", "two", ""))
    assert (found.read.text, found.read.original) == ("One  four", "One two four")
    found = give_back(make(par("One four")), ("One four", "One ", "One or two  "))
    assert (found.read.text, found.read.original) == ("One or two  four", "One four")


def test_words_across_spans_links_tabs_and_blanks_are_edited(make, give_back):
    link = f'<text:a xlink:href="x">the{bold(" page")}</text:a>'
    raw = make(par("See ", link, "<text:tab/>now<text:s text:c='3'/>or<text:line-break/>never."))
    found = give_back(raw, ("See the page now or never.", "the page now or", "it later, not"))
    assert found.read.text == "See it later, not\nnever."
    assert found.read.original == "See the page\tnow   or\nnever."


def test_a_run_of_blanks_is_parted(make, give_back):
    found = give_back(make(par("a<text:s text:c='3'/>b")), ("a b", "a", "a x"))
    assert (found.read.text.split(), found.read.original) == (["a", "x", "b"], "a   b")


def test_words_at_the_end_stand_outside_of_a_link(make, give_back):
    link = f'<text:a xlink:href="x">{bold("a page")}</text:a>'
    found = give_back(make(par("See ", link)), ("See a page", "", " now"))
    assert re.search(r"</text:span></text:a><text:change-start ", found.content)
    assert [found.read.text[one.start : one.end] for one in found.read.links] == ["a page"]


def test_insertions_of_others_stay_and_are_edited_within(make, give_back):
    raw = make(tracked(region("ct1", "insertion")) + par("A ", inserted("ct1", "very long"), " day."))
    found = give_back(raw, ("A very long day.", "long", "short"))
    assert (found.read.text, found.read.original) == ("A very short day.", "A  day.")
    assert {(i.author, found.read.text[i.start : i.end]) for i in found.read.insertions} == {
        ("Bob", "very "),
        ("Ada Desk", "short"),
    }
    assert found.read.deletions == ()


def test_words_behind_an_insertion_of_another_are_ones_own(make, give_back):
    raw = make(tracked(region("ct1", "insertion")) + par("A ", inserted("ct1", "long"), " day."))
    found = give_back(raw, ("A long day.", "long", "long hot"))
    assert re.search(r'long<text:change-end text:change-id="ct1"/><text:change-start ', found.content)
    found = give_back(
        make(tracked(region("ct1", "insertion")) + par(inserted("ct1", "day"))), ("day", "day", "One day")
    )
    assert re.search(r'<text:change-end [^>]*/><text:change-start text:change-id="ct1"/>day', found.content)


def test_deletions_of_others_stay_where_they_are(make, give_back):
    regions = tracked(region("ct1", "deletion", "<text:p>very </text:p>"))
    raw = make(regions + par('A <text:change text:change-id="ct1"/>long day.'))
    found = give_back(raw, ("A long day.", "A long", "One short"))
    assert (found.read.text, found.read.original) == ("One short day.", "A very long day.")
    assert {d.author for d in found.read.deletions} == {"Bob", "Ada Desk"}


def test_a_paragraph_that_runs_over_a_deleted_mark_is_one(make, give_back):
    regions = tracked(region("ct1", "deletion", "<text:p/><text:p/>"))
    raw = make(regions + par('The may<text:change text:change-id="ct1"/>or spoke.') + par("End."))
    found = give_back(raw, ("The mayor spoke.", "mayor spoke", "chief left"))
    assert found.read.text == "The chief left.\n\nEnd."
    assert found.read.original == "The may\n\nor spoke.\n\nEnd."


def test_notes_pictures_and_hidden_words_stay(make, give_back):
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    )
    hidden = '<text:span text:style-name="Hid">secret </text:span>'
    found = give_back(make(par("one", note, hidden, "two three")), ("onetwo three", "onetwo", "1"))
    assert found.read.text == "1 three\n\nA note."
    assert note in found.content
    assert hidden in found.content
    assert found.read.original == "onetwo three\n\nA note."


def test_a_note_and_a_text_box_are_edited_too(make, give_back):
    box = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    found = give_back(make(par(box, "Outside.")), ("In a box.", "box", "frame"))
    assert "In a frame." in found.read.text


def test_a_field_stays_or_goes_as_a_whole(make, give_back):
    raw = make(par("On <text:date>1 May 2026</text:date> she left."))
    found = give_back(raw, ("On 1 May 2026 she left.", "On 1 May 2026", "Then"))
    assert (found.read.text, found.read.original) == ("Then she left.", "On 1 May 2026 she left.")
    with pytest.raises(KnownError, match="part of a field"):
        give_back(raw, ("On 1 May 2026 she left.", "May", "June"))


def test_the_list_of_changes_stands_behind_forms_and_before_all_else(make, give_back):
    raw = make("<office:forms/><text:sequence-decls/>" + par("one"))
    found = give_back(raw, ("one", "one", "two"))
    assert re.search(
        r"<office:forms/><text:tracked-changes text:track-changes=\"false\">.*<text:sequence-decls/>", found.content
    )


def test_all_that_was_not_edited_is_as_it_was(make, give_back):
    raw = make(par("  one\n", bold("two"), "  three ") + par("  four\n five") + "<text:p/>")
    before, found = give_back(raw), give_back(raw, ("four five", "four", "4"))
    assert par("  one\n", bold("two"), "  three ") in before.content
    assert par("  one\n", bold("two"), "  three ") in found.content
    untouched = [name for name in found.parts if name != "content.xml"]
    assert [found.parts[name] for name in untouched] == [before.parts[name] for name in untouched]
    assert list(found.parts) == ["mimetype", "Pictures/odd.bin", "content.xml", "META-INF/manifest.xml"]


def test_clean_is_the_accepted_text_without_a_trace(make, give_back):
    regions = tracked(region("ct1", "insertion"), region("ct2", "deletion", "<text:p>very </text:p>"))
    raw = make(regions + par("A ", inserted("ct1", "long"), '<text:change text:change-id="ct2"/> day.'))
    found = give_back(raw, ("A long day.", "day", "night"), clean=True)
    assert found.read.text == found.read.original == "A long night."
    assert "change" not in found.content


WORDS = st.lists(st.sampled_from(["a", "bc", "the", "mayor", "x", "Zoë", "–"]), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_whatever_is_edited_both_views_are_as_meant(make, give_back, words, data):
    text = " ".join(words)
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=4)))
    edges = [0, *cuts, len(text)]
    spans = [bold(text[a:b]) if n % 2 else text[a:b] for n, (a, b) in enumerate(itertools.pairwise(edges))]
    first = data.draw(st.integers(0, len(words) - 1))
    old = " ".join(words[first : first + data.draw(st.integers(1, 3))])
    new = data.draw(st.sampled_from(["", "new", "new words", f"{old} more"]))
    found = give_back(make(par(*spans)), (text, old, new))
    assert found.read.text == text.replace(old, new, 1).strip()
    assert found.read.original == text
