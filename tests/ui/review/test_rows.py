"""The rows beside the text, made from pages without a window."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desk.checking.checklist import ItemState, Judged, Line, Standing
from desk.checks.check import Finding, Item, Severity
from desk.review.decisions import Decision, Done, fold
from desk.review.people import actor
from desk.review_page import ReviewPage, Said, Taken
from desk.story import Returned, StoryView, Verdicts
from desk.text.blocks import Manuscript
from desk.text.spans import Span
from ui.review.head import about
from ui.review.notes import note_rows
from ui.review.rows import MOST_SHOWN, Sort, rows_of

TEXT = "word " * 500
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def finding(nth, severity=Severity.WARNING):
    span = Span(5 * nth, 5 * nth + 4)
    return Finding(Item.STYLE, "style.test", span, "word", f"Message {nth}.", (), severity, fingerprint=f"f{nth}")


def page(*judged, lines=(), known=None, verdicts=None):
    state = ItemState.ATTENTION if judged else ItemState.PASSED
    story = StoryView("s", "slug", TEXT, verdicts=verdicts or Verdicts())
    listed = (Line(Item.STYLE, state, tuple(judged)), *lines)
    return ReviewPage(story, Manuscript.of(TEXT), listed, (), None, None, (), (), known=known)


def titles(rows):
    return [(row.title, row.count) for row in rows if row.sort is Sort.SECTION]


def decided(fingerprint, done, who, reason, when=NOON):
    return Decision(done, "s", actor("", who), reason, fingerprint=fingerprint, subject="word", when=when)


def test_open_findings_stand_by_severity_then_by_place():
    order = (Severity.HINT, Severity.ERROR, Severity.WARNING, Severity.ERROR)
    rows = rows_of(page(*(Judged(finding(9 - nth, severity)) for nth, severity in enumerate(order))))
    assert [row.key for row in rows if row.sort is Sort.FINDING] == ["f6", "f8", "f7", "f9"]
    assert titles(rows)[2:5] == [("Open errors", 2), ("Open warnings", 1), ("Open hints", 1)]


def test_beyond_what_can_be_read_the_rest_is_counted_never_hidden():
    rows = rows_of(page(*(Judged(finding(nth)) for nth in range(MOST_SHOWN + 50))))
    assert sum(row.sort is Sort.FINDING for row in rows) == MOST_SHOWN
    assert ("Open warnings", MOST_SHOWN + 50) in titles(rows)
    assert any("50 more" in row.title for row in rows)


def test_waived_stands_before_not_an_error_and_names_who_and_why():
    waived = Judged(finding(3), Standing.WAIVED, "x")
    wrong = Judged(finding(1), Standing.NOT_AN_ERROR, "y")
    decisions = (
        decided("f3", Done.WAIVED, "Maximiliane von Hohenlohe-Langenburg", "As she spells it"),
        decided("f1", Done.NOT_AN_ERROR, "Ben", ""),
    )
    verdicts = Verdicts(fold(decisions))
    all_rows = rows_of(page(waived, wrong, verdicts=verdicts))
    assert {("Waived", 1), ("Not an error", 1)} <= set(titles(all_rows)), "waived counts what the queue counts"
    rows = [row for row in all_rows if row.sort is Sort.SETTLED]
    assert [row.key for row in rows] == ["f3", "f1"]
    assert "Maximiliane von Hohenlohe-Langenburg" in rows[0].foot
    assert "“As she spells it”" in rows[0].foot
    assert rows[1].foot.endswith("Not an error here")


def test_unnamed_sources_are_told_with_their_places_and_only_where_there_are_any():
    assert "Unnamed sources" not in dict(titles(rows_of(page())))
    shown = replace(page(), unnamed=(Span(5, 9),))
    (row,) = (row for row in rows_of(shown) if row.sort is Sort.SOURCE)
    assert (row.title, row.span) == ("“word”", Span(5, 9))
    assert ("Unnamed sources", 1) in titles(rows_of(shown))
    assert about(shown).endswith("500 words · 1 unnamed source")


def test_what_was_not_checked_is_told_item_by_item_and_never_as_clear():
    off = Line(Item.GRAMMAR, ItemState.UNCHECKED, reason="The engine is off.")
    rows = rows_of(page(lines=(off,)))
    assert [(row.title, row.detail) for row in rows if row.sort is Sort.UNCHECKED] == [
        ("Grammar", "The engine is off.")
    ]
    assert any(row.title == "Nothing is open in what was checked." for row in rows)


def test_while_a_text_is_being_checked_nothing_is_called_clear():
    rows = rows_of(page(lines=(Line(Item.GRAMMAR, ItemState.CHECKING),)))
    said = [row.title for row in rows if row.sort is Sort.NOTHING]
    assert "No finding is open." not in said
    assert "Nothing was waived or called not an error." not in said


def test_rows_speak_in_whole_sentences():
    (row,) = (row for row in rows_of(page(Judged(finding(1)))) if row.sort is Sort.FINDING)
    assert row.spoken == "word. Message 1"
    assert rows_of(page())[0].spoken == "Not checked: none"


def returned(*findings):
    return Returned("Cleo", NOON, "See to these", "", "", findings)


def test_a_point_is_done_when_its_finding_is_gone_or_decided_on_after_the_return():
    before, after = NOON - timedelta(hours=1), NOON + timedelta(hours=1)
    judged = [
        Judged(finding(1)),
        Judged(finding(2), Standing.WAIVED, "old"),
        Judged(finding(3), Standing.WAIVED, "new"),
    ]
    decisions = (
        decided("f2", Done.WAIVED, "Ben", "old", before),
        decided("f3", Done.WAIVED, "Ben", "new", after),
    )
    verdicts = Verdicts(fold(decisions))
    rows = note_rows(returned("f1", "f2", "f3", "f4"), judged, (), verdicts)
    done = {row.key: row.colour == "passed" for row in rows if row.sort is Sort.FINDING}
    assert done == {"f1": False, "f2": False, "f3": True, "f4": True}
    assert ("To do", 2) in titles(rows)
    assert any("Returned by Cleo" in row.title and "See to these" in row.title for row in rows)


def test_a_return_to_somebody_names_him():
    rows = note_rows(replace(returned(), to_name="Ben Okoro"), (), ())
    assert any("Returned to Ben Okoro by Cleo" in row.title for row in rows)


def test_what_was_let_past_the_gate_has_a_heading_of_its_own_and_is_no_waiver():
    taken = Taken("style", "open-errors", "“style” has 1 open error", "Ben", NOON, "Quoted as said")
    shown = replace(page(Judged(finding(1, Severity.ERROR))), taken=(taken,))
    (row,) = (row for row in rows_of(shown) if row.sort is Sort.SETTLED)
    assert titles(rows_of(shown))[1:3] == [("Let past the gate", 1), ("Waived", 0)]
    assert row.title == "House style: open errors"
    assert "Ben" in row.foot
    assert "“Quoted as said”" in row.foot


def test_notes_of_moves_stand_before_comments_in_whole():
    said = Said("sent to the section chief", "Ben", NOON, "Please look at the third paragraph. " * 9, "d1")
    rows = [row for row in rows_of(replace(page(), said=(said,))) if row.sort is Sort.NOTE]
    assert rows[0].title == said.words
    assert rows[0].foot.startswith("Sent to the section chief by Ben, ")
