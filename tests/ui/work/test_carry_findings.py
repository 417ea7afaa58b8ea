"""Findings taken along over an edit still stand on their own words, whatever was edited."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checks.check import Edit, Evidence, Finding, Item, Remedy
from desk.text.spans import Span
from ui.work.carry_findings import carried

TEXT = st.text(alphabet="ab \n\u00a0é😀", max_size=60)


def finding(text, start, end):
    span = Span(start, end)
    return Finding(
        Item.STYLE, "style.test", span, span.of(text), "", evidence=(Evidence(span, "here"),), remedies=(_mend(span),)
    )


def _mend(span):
    return Remedy("mend", (Edit(span, "x"),))


@given(TEXT, TEXT, TEXT, TEXT, st.data())
def test_what_is_carried_stands_on_the_same_words(before, old, new, after, data):
    one, other = before + old + after, before + new + after
    start = data.draw(st.integers(0, len(one)))
    end = data.draw(st.integers(start, len(one)))
    for kept in carried([finding(one, start, end)], one, other):
        assert kept.span.of(other) == kept.quote
        assert [e.span for e in kept.evidence] == [kept.span]
        assert [r.edits for r in kept.remedies] == [(Edit(kept.span, "x"),)]


@given(TEXT, TEXT)
def test_words_that_are_whole_words_away_from_the_edit_are_kept(text, new):
    one, other = f"{text}|marker|", f"{new}{text}|marker|"
    at = len(text) + 1
    kept = carried([finding(one, at, at + 6)], one, other)
    assert [f.span.of(other) for f in kept] == ["marker"]


def test_the_same_text_keeps_everything():
    text = "one two"
    assert carried([finding(text, 0, 3)], text, text) == (finding(text, 0, 3),)


def test_words_that_were_edited_are_let_go():
    assert carried([finding("one two", 4, 7)], "one two", "one too") == ()


def test_evidence_and_remedies_that_were_edited_are_let_go_alone():
    text = "Kim spoke. Kim left."
    span, other = Span(11, 14), Span(0, 3)
    both = Finding(
        Item.NAMES,
        "names.x",
        span,
        "Kim",
        "",
        evidence=(Evidence(other), Evidence(span)),
        remedies=(Remedy("all", (Edit(other, "Kum"), Edit(span, "Kum"))), Remedy("one", (Edit(span, "Kum"),))),
    )
    (kept,) = carried([both], text, "Kam spoke. Kim left.")
    assert [e.span for e in kept.evidence] == [span]
    assert [r.title for r in kept.remedies] == ["one"]
