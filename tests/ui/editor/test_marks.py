"""Marks stand where their words stand, go when those are touched, and are found by place."""

from hypothesis import given
from hypothesis import strategies as st

from desk.checking.checklist import Judged, Standing
from desk.checks.check import Finding, Item
from desk.text.change import Change, changed
from desk.text.spans import Span
from ui.editor.marks import Mark, Marks

TEXT = "A note on the the ferry and its captain, in short words, and 😀 signs."


def finding(start, end, item=Item.STYLE):
    return Finding(item, f"{item}.x", Span(start, end), TEXT[start:end], "x", fingerprint=f"{item}{start}-{end}")


def marks_of(*spans, standing=Standing.OPEN):
    marks = Marks()
    marks.show([Judged(finding(*span), standing) for span in spans])
    return marks


EDITS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 6), st.text("ab 😀", max_size=4)), max_size=8)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=10), EDITS)
def test_through_any_edits_every_mark_left_holds_its_words(places, edits):
    text, marks = TEXT, marks_of(*((start, start + length) for start, length in places))
    for start, length, words in edits:
        start = min(start, len(text))
        change = Change(start, text[start : start + length], words)
        text = changed(text, (change,))
        marks.absorb(change)
    for mark in marks:
        assert mark.span.of(text) == mark.finding.quote
        assert mark in list(marks.within(mark.span))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8)), max_size=10), st.integers(0, 70), st.integers(0, 9))
def test_within_misses_no_mark(places, start, length):
    marks = marks_of(*((at, at + size) for at, size in places))
    wanted = Span(start, start + length)
    seen = [mark.span for mark in marks.within(wanted)]
    assert seen == [m.span for m in marks if m.span.start <= wanted.end and m.span.end >= wanted.start]


def test_the_shortest_mark_at_a_place_comes_first():
    marks = marks_of((2, 20), (10, 13))
    assert [mark.span for mark in marks.at(11)] == [Span(10, 13), Span(2, 20)]


def test_marks_over_one_another_have_underlines_of_their_own():
    marks = marks_of((2, 20), (10, 13), (22, 25))
    assert [mark.level for mark in marks] == [0, 1, 0]


def test_a_finding_whose_words_were_changed_has_no_mark():
    marks = marks_of((14, 17))
    one = next(iter(marks)).finding
    assert marks.of(one).span == Span(14, 17)
    marks.absorb(Change(15, "h", ""))
    assert marks.of(one) is None


def test_a_key_moves_no_findings_but_those_between_it_and_the_key_before(monkeypatch):
    marks = marks_of(*((start, start + 4) for start in range(0, 5_000, 10)))
    moved, set_on = [], Mark.__setattr__
    monkeypatch.setattr(Mark, "__setattr__", lambda mark, name, value: (moved.append(name), set_on(mark, name, value)))
    for nth in range(40):
        marks.absorb(Change(1006 + nth, "", "x"))
        assert list(marks.within(Span(900, 1100)))[-1].end <= 1104
    assert len(moved) < 40 * 60, "500 findings, 20 of them on the screen"
    assert [mark.start for mark in marks] == [start if start < 1006 else start + 40 for start in range(0, 5_000, 10)]
