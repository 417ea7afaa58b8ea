"""The page of the review as a chief reads it: real window, real store, keys alone."""

from dataclasses import replace
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QPlainTextEdit

from desk.checks.check import Item
from desk.checks.grammar.check_grammar import GrammarCheck
from desk.review.people import actor
from desk.review.states import State
from desk.story import Draft
from desk.text.spans import Span
from tests.ui.review.reviewing import edit, key, rows, state, titles, waive
from ui.dialogs.comment import CommentDialog, ThreadDialog
from ui.open_story import page_checker
from ui.open_story.checker import UNHEARD
from ui.open_story.page_checker import needs_check
from ui.review.rows import Sort

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QPlainTextEdit)


def test_one_key_opens_the_clean_text_and_one_goes_back(window, review):
    view = review()
    assert view.isVisible()
    assert window.parts.centre.isHidden()
    assert view.reading.edit.text.split() == window.parts.editor.text().split()
    assert view.reading.edit.isReadOnly()
    key(view.reading.edit, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert window.parts.centre.isVisible()
    assert window.parts.editor.edit.hasFocus()


def test_beside_the_text_stands_what_counts_in_its_order(review):
    wanted = ["Not checked", "Waived", "Open errors", "Open warnings", "By hand", "Notes"]
    assert [title for title in titles(review()) if title in wanted] == wanted


def test_what_was_not_checked_comes_first_with_its_reason(review):
    (row,) = rows(review(), Sort.UNCHECKED)
    assert row.title == "Grammar"
    assert row.detail


def test_a_waiver_names_who_and_why(window, dialog, quiet, review):
    waive(window, dialog, quiet, "the the", "As the poet wrote it")
    (row,) = rows(review(), Sort.SETTLED)
    assert row.title == "the the"
    assert window.hub.desk.people.working.name in row.foot
    assert "As the poet wrote it" in row.foot


def test_empty_sections_say_so(review):
    said = [row.title for row in rows(review(), Sort.NOTHING)]
    assert any("Nothing was waived" in words for words in said)
    assert any("No notes" in words for words in said)


def test_without_an_earlier_version_there_is_nothing_to_show_and_it_says_so(review):
    view = review()
    assert "No earlier version" in view.bar.summary.toolTip()
    assert not view.bar.shown.isVisible()
    key(view.reading.edit, Qt.Key.Key_C)
    assert view.reading.isVisible()


def test_f8_walks_changes_as_it_walks_problems(window, quiet, review):
    edit(window, quiet, "two weeks", "a month")
    edit(window, quiet, "every ten", "every twelve")
    view = review()
    view.since_wanted.emit(1)
    quiet(window)
    assert view.changes.isVisible()
    seen = []
    for _ in range(3):
        key(view.changes, Qt.Key.Key_F8)
        seen.append(view.changes.current)
    key(view.changes, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert [*seen, view.changes.current] == [0, 1, 0, 1]
    assert view.changes.accessibleDescription() == "“ten” became “twelve”"


def test_in_the_clean_text_f8_walks_what_was_found(review):
    view = review()
    key(view.reading.edit, Qt.Key.Key_F8)
    first = view.side.current_row()
    key(view.reading.edit, Qt.Key.Key_F8)
    second = view.side.current_row()
    assert first.span <= second.span
    assert view.reading.edit.point == second.span.start


def test_changes_are_shown_in_line_or_side_by_side_by_letters(window, quiet, review):
    edit(window, quiet, "two weeks", "a month")
    view = review()
    key(view.reading.edit, Qt.Key.Key_C)
    assert (view.changes.isVisible(), view.beside) == (True, False)
    key(view.changes, Qt.Key.Key_S)
    assert view.beside
    key(view.changes, Qt.Key.Key_P)
    assert view.whole
    key(view.changes, Qt.Key.Key_C)
    assert view.reading.isVisible()


def test_what_changed_is_counted_from_ones_own_last_look(window, quiet, review, colleague):
    view = review()
    key(view.reading.edit, Qt.Key.Key_Escape)
    quiet(window)
    story = window.hub.story.id
    window.verbs.story.close()
    quiet(window)
    other = colleague("Ben")
    text = other.stories.open_story(story).text
    other.saving.save(story, Draft(text.replace("two weeks", "a month")), None)
    other.saving.save(story, Draft(text.replace("two weeks", "one month")), None)
    other.stories.close_story(story)
    window.verbs.review.enter(story)
    quiet(window)
    assert view.page.base.version == 1
    assert [(s.removed, s.added) for s in view.page.comparison.steps] == [("two weeks", "one month")]
    key(view.reading.edit, Qt.Key.Key_Escape)
    quiet(window)
    window.verbs.review.enter(story)
    quiet(window)
    assert view.page.comparison.same_words


def test_a_change_by_another_program_shows_without_being_asked_for(window, quiet, review, colleague, qtbot):
    view = review()
    story = window.hub.story.id
    other = colleague("Ben")
    text = other.store.stories.text(story)
    other.store.stories.save(story, text.replace("two weeks", "a month"), actor("", "Ben"))
    window.verbs.review._look_again()
    qtbot.waitUntil(lambda: "a month" in view.reading.edit.text)


def test_a_comment_is_written_on_the_words_selected_and_stands_beside_the_text(window, quiet, review, said):
    view = review()
    at = view.page.story.text.index("two weeks")
    view.reading.edit.select(Span(at, at + 9))
    key(view.reading.edit, Qt.Key.Key_N)
    said(CommentDialog, "Are they certain? Ask again.")
    quiet(window)
    (row,) = rows(view, Sort.NOTE)
    assert (row.title, row.span) == ("Are they certain? Ask again.", Span(at, at + 9))
    assert view.reading.marks.span_of(row.key) == Span(at, at + 9)
    assert view.isVisible()


def test_without_a_selection_a_comment_is_on_the_paragraph(review):
    view = review()
    at = view.page.story.text.index("Ferries")
    view.reading.edit.select(Span(at + 3, at + 3))
    assert view.reading.about().of(view.page.story.text).startswith("Ferries will run")


def test_a_comment_is_answered_and_resolved_from_the_list(window, quiet, review, dialog, said, at_store):
    story = window.hub.story
    at = story.text.index("two weeks")
    at_store(window, lambda desk: desk.review.comment(story.id, story.text, Span(at, at + 9), "Certain?"))
    view = review()
    (row,) = rows(view, Sort.NOTE)
    view.side.choose(row.key)
    key(view.side, Qt.Key.Key_Return)
    said(ThreadDialog, "Yes, by telephone")
    quiet(window)
    assert "answered" in rows(view, Sort.NOTE)[0].foot
    key(view.side, Qt.Key.Key_Return)
    next(b for b in dialog(ThreadDialog).findChildren(QAbstractButton) if b.text() == "Resolve").click()
    quiet(window)
    assert "resolved" in rows(view, Sort.NOTE)[0].foot
    assert view.reading.marks.span_of(row.key) is None


def test_letters_decide_nothing_while_a_comment_is_typed(window, review, dialog):
    view = review()
    asked_for = []
    view.approve_wanted.connect(lambda: asked_for.append("approve"))
    key(view.reading.edit, Qt.Key.Key_N)
    QTest.keyClicks(dialog(CommentDialog).words, "ARHCSE")
    assert asked_for == []


def test_what_cannot_be_decided_is_told(window, quiet, review, at_store):
    view = review()
    assert not view.head.approve.isEnabled()
    key(view.reading.edit, Qt.Key.Key_A)
    quiet(window)
    assert state(at_store, window, view.page.story.id) == State.DRAFT
    assert window.parts.notices.sentences or window.frame.statusBar().currentMessage()


def test_every_control_has_a_name(window, quiet, review):
    edit(window, quiet, "two weeks", "a month")
    view = review()
    key(view.reading.edit, Qt.Key.Key_C)
    bare = [
        repr(widget)
        for widget in view.findChildren(QPlainTextEdit) + [w for kind in CONTROLS for w in view.findChildren(kind)]
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert bare == []


def test_f6_goes_round_list_of_stories_text_and_list(window, review):
    view = review()
    seen = []
    for _ in range(3):
        key(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert set(seen) == {window.parts.queue.list, view.reading.edit, view.side}


def test_closing_the_window_from_the_review_leaves_the_panes_as_they_were(window, review, open_window, quiet, qtbot):
    review()
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left, timeout=20_000)
    again = open_window()
    assert not again.parts.centre.isHidden()
    assert not again.parts.checklist.isHidden()
    assert again.parts.review.isHidden()


def test_unsaved_words_are_saved_before_they_are_reviewed(window, review):
    window.parts.editor.edit.textCursor().insertText("New. ")
    view = review()
    assert view.page.story.text.startswith("New. ")
    assert view.page.story.version == 2


def test_grammar_that_says_nothing_for_long_is_unchecked_on_the_page_until_it_answers(
    checked, window, quiet, review, colleague, qtbot, at_store, monkeypatch
):
    view, story, answers = review(), window.hub.story.id, Event()
    monkeypatch.setattr(GrammarCheck, "read", lambda self, block, brief: () if answers.wait(60) else None)
    monkeypatch.setattr(page_checker, "SILENT_AFTER", -1.0)
    window.verbs.review._checker._late.setInterval(10)
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story) + "\nThe the end.\n", actor("", "Ben"))
    window.verbs.review._look_again()
    try:
        qtbot.waitUntil(lambda: [row.detail for row in rows(view, Sort.UNCHECKED)] == [UNHEARD.unchecked])
        assert [row.title for row in rows(view, Sort.UNCHECKED)] == ["Grammar"]
        assert "The the" in [row.title for row in rows(view, Sort.FINDING)], "the other items are there already"
    finally:
        answers.set()
    qtbot.waitUntil(lambda: not window.lanes.busy() and not rows(view, Sort.UNCHECKED))
    assert not at_store(window, lambda desk: desk.store.runs.last(story).runs[Item.GRAMMAR].unchecked)
    assert not needs_check(view.page)
    assert needs_check(replace(view.page, found_anew=True)), "what was found is not what the last move knew"


def test_a_text_without_a_check_of_its_own_says_so_and_is_checked_on_the_spot(
    window, quiet, review, colleague, qtbot, at_store
):
    view = review()
    story = window.hub.story.id
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story) + "\nThe the end.\n", actor("", "Ben"))
    shown = []
    view.side.model_.modelReset.connect(lambda: shown.append([(r.title, r.count) for r in view.side.model_.rows[:2]]))
    window.verbs.review._look_again()
    qtbot.waitUntil(lambda: len(shown) > 1 and not window.lanes.busy())
    everything = "Grammar, Names, Figures and dates, Ads and leftovers, House style, Structure"
    assert shown[0] == [("Not checked", 6), (everything, 6)]
    assert shown[-1][1][0] == "Grammar"
    assert "The the" in [row.title for row in rows(view, Sort.FINDING)]
    run, now = at_store(window, lambda desk: (desk.store.runs.last(story), desk.store.stories.get(story)))
    assert run.sha256 == now.sha256
