"""The review view as a chief uses it: real window, real store, keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QPlainTextEdit, QPushButton

from desk.paths import config_dir, data_dir
from desk.review.looks import Since
from desk.review.move_request import MoveRequest
from desk.review.people import Role, actor
from desk.review.states import State
from desk.session import Session
from desk.settings.writing import write_settings
from desk.story import Changes, Draft, Part
from desk.text.spans import Span
from ui.actions.keys import key_of
from ui.dialogs.comment import CommentDialog, ThreadDialog
from ui.dialogs.give_back import GiveBackDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.overtaken import OvertakenDialog
from ui.dialogs.waive import WaiveDialog
from ui.review.rows import Sort

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QPlainTextEdit)


def key(widget, pressed, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, pressed, modifiers)


@pytest.fixture
def review(window, quiet, qtbot):
    """Return a function that opens the review of the story at hand by its key, and the view."""

    def go():
        window.frame.activateWindow()  # offscreen nobody does it after a dialog
        window.parts.editor.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.editor.edit)
        key(window.parts.editor.edit, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: window.parts.review.page is not None and window.verbs.review.active)
        quiet(window)
        return window.parts.review

    return go


@pytest.fixture
def colleague():
    """Return a maker of desks of somebody else on the same database, as another process would have one."""
    made = []

    def make(name):
        settings = config_dir() / f"{name}.toml"
        write_settings(settings, {"user_name": name})
        session = Session(settings, str(data_dir() / "copydesk.db"))
        desk = session.open_store()
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def said(dialog, qtbot):
    """Return a function that types words into a dialog of a class and presses Ctrl+Return."""

    def say(kind, words):
        asked = dialog(kind)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is asked.words)
        QTest.keyClicks(asked.words, words)
        key(asked.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return say


def titles(view):
    return [row.title for row in view.side.model_.rows if row.sort is Sort.SECTION]


def rows(view, sort):
    return [row for row in view.side.model_.rows if row.sort is sort]


def edit(window, quiet, old, new):
    editor = window.parts.editor
    at = editor.text().index(old)
    editor.edit.select(Span(at, at + len(old)))
    editor.edit.textCursor().insertText(new)
    window.verbs.story.save()
    quiet(window)


def waive(window, dialog, quiet, quote, reason):
    finding = next(f for f in window.hub.board.open_findings if f.quote == quote)
    window.verbs.problems.show(finding)
    window.actions["waive"].trigger()
    asked = dialog(WaiveDialog)
    QTest.keyClicks(asked.reason, reason)
    key(asked.reason, Qt.Key.Key_Return)
    quiet(window)


def test_one_key_opens_the_clean_text_and_one_goes_back(window, review):
    view = review()
    assert view.isVisible()
    assert window.parts.centre.isHidden()
    assert view.reading.edit.text.split() == window.parts.editor.text().split()
    assert view.reading.edit.isReadOnly()
    key(view.reading.edit, Qt.Key.Key_Escape)
    assert view.isHidden()
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
    assert shown[0] == [("Not checked", 5), ("Grammar, Names, Ads and leftovers, House style, Structure", 5)]
    assert shown[-1][1][0] == "Grammar"
    assert "The the" in [row.title for row in rows(view, Sort.FINDING)]
    run, now = at_store(window, lambda desk: (desk.store.runs.last(story), desk.store.stories.get(story)))
    assert run.sha256 == now.sha256


# -- Decisions -------------------------------------------------------------------------------------------------------


def state(at_store, window, story):
    return at_store(window, lambda desk: desk.store.stories.get(story)).state


def bring_to_chief(window, at_store, *, clean=True):
    """Settle what is found, tick what is ticked by hand, and move the story to its chief; grammar is not installed."""
    story, findings = window.hub.story.id, window.hub.board.open_findings if clean else ()

    def bring(desk):
        for finding in findings:
            desk.decisions.waive(story, finding, "Seen")
        for item in desk.settings.manual_items:
            desk.decisions.tick(story, item, True)
        for action in ("submit", "pass-on", "send-to-chief"):
            option = next(o for o in desk.moves.options(story) if o.action == action)
            passed = {o.key: "no engine on this laptop" for o in option.obstacles}
            desk.moves.move(MoveRequest(story=story, action=action, passed=passed))

    at_store(window, bring)


@pytest.fixture
def checked(monkeypatch):
    """Let grammar be checked: by a stand-in for the engine that finds nothing, for the real one has its own tests."""
    from desk.checks.grammar.check_grammar import GrammarCheck

    monkeypatch.setattr(GrammarCheck, "read", lambda self, block, brief: ())
    monkeypatch.setattr(GrammarCheck, "judge", lambda self, manuscript, readings, brief: [])


def test_one_key_approves_exactly_the_text_that_is_shown(checked, window, quiet, review, at_store):
    window.parts.checker.want()
    quiet(window)
    bring_to_chief(window, at_store)
    view = review()
    assert view.head.approve.isEnabled()
    assert not view.head.blockers.isVisible()
    key(view.reading.edit, Qt.Key.Key_A)
    quiet(window)
    assert view.page.story.state == State.APPROVED
    assert view.page.story.seal.stands
    assert "exactly this text" in view.banner.words
    assert view.banner.isVisible()


def test_an_approval_stands_where_nothing_could_go_out_and_the_next_try_is_a_button(
    checked, window, quiet, review, at_store, tmp_path
):
    folder = tmp_path / "out"
    at_store(window, lambda desk: desk.change_settings({"outgoing_folder": str(folder)}))
    window.parts.checker.want()
    quiet(window)
    bring_to_chief(window, at_store)
    view = review()
    key(view.reading.edit, Qt.Key.Key_A)
    quiet(window)
    assert view.page.story.seal.stands
    (said,) = [s for s in window.parts.notices.sentences if "did not go out" in s]
    assert said.endswith("The approval stands.")
    folder.mkdir()
    (again,) = [b for b in window.frame.findChildren(QPushButton) if b.text() == "Try again" and b.isVisible()]
    again.click()
    quiet(window)
    assert len(list(folder.iterdir())) == 2
    assert not any("did not go out" in s for s in window.parts.notices.sentences)


@pytest.fixture
def approved(checked, window, quiet, review, at_store):
    """The review of a story that was approved by its key."""
    window.parts.checker.want()
    quiet(window)
    bring_to_chief(window, at_store)
    view = review()
    key(view.reading.edit, Qt.Key.Key_A)
    quiet(window)
    return view


def test_what_stands_in_the_way_is_shown_instead_of_passed_over(window, quiet, review, dialog, at_store):
    bring_to_chief(window, at_store, clean=False)
    view = review()
    assert view.head.blockers.isVisible()
    key(view.reading.edit, Qt.Key.Key_A)
    assert dialog(MoveDialog).isVisible()
    assert state(at_store, window, view.page.story.id) != State.APPROVED


def test_an_edit_by_another_program_voids_the_approval_before_ones_eyes(window, quiet, approved, colleague, qtbot):
    other, story = colleague("Ben"), approved.page.story.id
    text = other.store.stories.text(story)
    other.store.stories.save(story, text.replace("two weeks", "a month"), actor("", "Ben"))
    window.verbs.review._look_again()
    quiet(window)
    qtbot.waitUntil(lambda: "Approval void" in approved.banner.words)
    assert approved.page.base.since == Since.SEAL
    assert [(s.removed, s.added) for s in approved.page.comparison.steps] == [("two weeks", "a month")]
    other.store.stories.save(story, text, actor("", "Ben"))
    window.verbs.review._look_again()
    qtbot.waitUntil(lambda: "exactly this text" in approved.banner.words)


def test_nobody_approves_what_he_has_not_read(checked, window, quiet, review, colleague, at_store):
    window.parts.checker.want()
    quiet(window)
    bring_to_chief(window, at_store)
    view = review()
    story = view.page.story.id
    other = colleague("Ben")
    other.store.stories.save(story, view.page.story.text.replace("two weeks", "a month"), actor("", "Ben"))
    key(view.reading.edit, Qt.Key.Key_A)
    quiet(window)
    assert state(at_store, window, story) != State.APPROVED


def test_a_return_hands_over_the_points_that_were_picked(window, quiet, review, dialog, said, qtbot, at_store):
    bring_to_chief(window, at_store, clean=False)
    story = window.hub.story
    at = story.text.index("two weeks")
    at_store(window, lambda desk: desk.review.comment(story.id, story.text, Span(at, at + 9), "Certain?"))
    view = review()
    key(view.reading.edit, Qt.Key.Key_R)
    asked = dialog(GiveBackDialog)
    assert not asked.findChild(QAbstractButton, "").isDefault() or not asked.note.text()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is asked.note)
    QTest.keyClicks(asked.note, "Three names and a date")
    for nth in range(1, asked.points.count()):
        asked.points.setCurrentRow(nth)
        key(asked.points, Qt.Key.Key_Space) if nth > 2 else None
    findings, threads = asked.picked(comments=False), asked.picked(comments=True)
    key(asked.note, Qt.Key.Key_Return)
    quiet(window)
    assert view.page.story.state == State.RETURNED
    work = at_store(window, lambda desk: desk.moves.work_list(story.id))
    assert (work.findings, work.comments, work.note) == (findings, threads, "Three names and a date")
    assert len(threads) == 1


def test_the_editor_works_through_what_came_back(window, quiet, review, dialog, said, qtbot, at_store):
    finding = next(f for f in window.hub.board.open_findings if f.quote == "the the")
    bring_to_chief(window, at_store, clean=False)
    story = window.hub.story
    at = story.text.index("two weeks")

    def give_back(desk):
        desk.review.comment(story.id, story.text, Span(at, at + 9), "Certain?")
        thread = desk.review.threads(story.id)[0].id
        picked = {"findings": [finding.fingerprint], "comments": [thread]}
        desk.moves.move(MoveRequest(story=story.id, action="return", note="Two points", picked=picked))
        return thread

    thread = at_store(window, give_back)
    window.verbs.story.close()
    quiet(window)
    window.verbs.story.open_story(story.id)
    qtbot.waitUntil(lambda: window.hub.story is not None)
    quiet(window)
    assert any("Two points" in sentence and "2 points" in sentence for sentence in window.parts.notices.sentences)
    window.frame.activateWindow()
    window.parts.editor.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.parts.editor.edit)
    key(window.parts.editor.edit, Qt.Key.Key_F4)
    assert window.parts.editor.edit.point == at
    key(window.parts.editor.edit, Qt.Key.Key_F4)
    assert window.parts.current_finding.current.finding.quote == "the the"
    key(window.parts.editor.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    quiet(window)
    done = [row for row in window.parts.checklist.notes.list.model_.rows if row.sort is Sort.FINDING]
    assert [row.colour for row in done] == ["passed"]
    at_store(window, lambda desk: desk.review.resolve(story.id, thread))
    window.hub.publish(Changes(frozenset({Part.COMMENTS})))
    quiet(window)
    key(window.parts.editor.edit, Qt.Key.Key_F4)
    assert "Nothing is left to do" in window.frame.statusBar().currentMessage()


def test_hold_asks_why_by_one_key(window, quiet, review, dialog, at_store):
    bring_to_chief(window, at_store, clean=False)
    view = review()
    key(view.reading.edit, Qt.Key.Key_H)
    assert dialog(MoveDialog).choices.checkedButton().text() == "Hold"


def test_a_comment_in_the_editor_saves_first_and_follows_its_words(window, quiet, dialog, said, at_store):
    editor = window.parts.editor
    editor.edit.textCursor().insertText("New. ")
    at = editor.text().index("two weeks")
    editor.edit.select(Span(at, at + 9))
    window.verbs.notes.comment()
    said(CommentDialog, "Certain?")
    quiet(window)
    (thread,) = at_store(window, lambda desk: desk.review.threads(window.hub.story.id))
    assert (thread.anchor.quote, thread.version) == ("two weeks", 2)
    editor.edit.select(Span(0, 0))
    editor.edit.textCursor().insertText("Newer. ")
    assert editor.comments.span_of(thread.id) == Span(at + 7, at + 16)
    row = next(row for row in window.parts.checklist.notes.list.model_.rows if row.sort is Sort.NOTE)
    window.verbs.notes._go_to(row)
    assert editor.edit.point == at + 7


def test_a_comment_on_nothing_is_told(window):
    window.parts.editor.set_text("")
    window.verbs.notes.comment()
    assert any("needs words" in sentence for sentence in window.parts.notices.sentences)


def test_a_decision_that_is_not_ones_own_says_which_rule_forbids_it_and_who_could(window, quiet, review, at_store):
    bring_to_chief(window, at_store, clean=False)

    def let_ben_work(desk):
        desk.people.set_up_alone("Ada Holm", "AH")
        desk.people.add("Ben Okoro", "BO", {"*": [Role.EDITOR]})
        desk.people.switch(desk.people.with_initials("BO").id)

    at_store(window, let_ben_work)
    view = review()
    assert not view.head.approve.isEnabled()
    assert "section chief" in view.head.approve.toolTip()
    key(view.reading.edit, Qt.Key.Key_A)
    assert any("section chief" in sentence for sentence in view.notices.sentences)
    assert view.notices.isVisible()


def test_what_is_new_since_the_last_look_says_so(window, quiet, review, colleague):
    view = review()
    assert not any("new since" in row.foot for row in rows(view, Sort.FINDING))
    key(view.reading.edit, Qt.Key.Key_Escape)
    quiet(window)
    edit(window, quiet, "every ten minutes", "every every ten minutes")
    view = review()
    new = [row.title for row in rows(view, Sort.FINDING) if "new since your last look" in row.foot]
    assert new == ["every every"]


def test_versions_say_what_was_decided_on_them(window, quiet, review, at_store):
    bring_to_chief(window, at_store, clean=False)
    edit(window, quiet, "two weeks", "a month")
    view = review()
    said = [view.bar.since.itemText(nth) for nth in range(view.bar.since.count())]
    assert any("sent to the section chief by" in words for words in said)


def test_items_are_ticked_and_findings_waived_from_the_list(window, quiet, review, dialog):
    view = review()
    view.side.choose("Legal read")
    key(view.side, Qt.Key.Key_Space)
    quiet(window)
    assert next(row for row in rows(view, Sort.MANUAL) if row.key == "Legal read").colour == "passed"
    row = next(row for row in rows(view, Sort.FINDING) if row.title == "the the")
    view.side.choose(row.key)
    key(view.side, Qt.Key.Key_W)
    asked = dialog(WaiveDialog)
    QTest.keyClicks(asked.reason, "Quoted as said")
    key(asked.reason, Qt.Key.Key_Return)
    quiet(window)
    assert [row.title for row in rows(view, Sort.SETTLED)] == ["the the"]


def test_a_story_of_the_list_is_reviewed_while_one_reviews(window, quiet, review, colleague, qtbot):
    view = review()
    other = colleague("Ben").stories.open_text("Another story\n\nThe council met on Monday.\n").id
    window.parts.queue.reload()
    quiet(window)
    window.parts.queue.story_wanted.emit(other)
    qtbot.waitUntil(lambda: view.page.story.id == other)
    assert view.isVisible()
    assert window.hub.story is None
    key(view.reading.edit, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.hub.story is not None)
    assert window.parts.centre.isVisible()


def test_the_list_over_the_whole_window_gives_room_and_takes_it_back(window, quiet, review, qtbot):
    window.actions["queue"].trigger()
    qtbot.waitUntil(lambda: window.parts.queue.width() > 1000)
    window.verbs.review.enter(window.hub.story.id)
    qtbot.waitUntil(lambda: window.verbs.review.active)
    qtbot.waitUntil(lambda: window.parts.queue.width() <= 320)
    key(window.parts.review.reading.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.parts.queue.width() > 1000)


def test_a_comment_by_a_colleague_elsewhere_shows_without_being_asked_for(window, quiet, review, colleague, qtbot):
    view = review()
    story = view.page.story
    at = story.text.index("two weeks")
    colleague("Ben").review.comment(story.id, story.text, Span(at, at + 9), "Certain?")
    window.verbs.review._look_again()
    qtbot.waitUntil(lambda: [row.title for row in rows(view, Sort.NOTE)] == ["Certain?"])


def test_what_is_in_the_way_is_shown_in_the_review_itself(window, quiet, review, dialog, at_store):
    bring_to_chief(window, at_store, clean=False)
    view = review()
    key(view.reading.edit, Qt.Key.Key_A)
    asked = dialog(MoveDialog)
    place = next(p for option in view.page.moves for o in option.obstacles for p in o.places if p.quote == "the the")
    asked.place_wanted.emit(view.page.story.id, place)
    assert view.isVisible()
    assert view.side.current_row().title == "the the"
    assert view.reading.edit.point == view.page.story.text.index("the the")


def test_letters_typed_after_a_dialog_was_dismissed_are_no_commands(window, quiet, review, dialog, at_store, qtbot):
    bring_to_chief(window, at_store, clean=False)
    view, asked_for = review(), []
    key(view.reading.edit, Qt.Key.Key_H)
    QTest.keyClick(dialog(MoveDialog), Qt.Key.Key_Escape)
    view.hold_wanted.connect(lambda: asked_for.append("hold"))
    view.approve_wanted.connect(lambda: asked_for.append("approve"))
    window.frame.activateWindow()
    qtbot.waitUntil(lambda: window.frame.isActiveWindow() and not QApplication.activeModalWidget())
    for letter in (Qt.Key.Key_A, Qt.Key.Key_H, Qt.Key.Key_R):
        view.rest_letters()  # as if no time had passed, however slow this machine is
        key(view.reading.edit, letter)
    assert asked_for == []
    view.letters_rest.stop()
    key(view.reading.edit, Qt.Key.Key_H)
    assert asked_for == ["hold"]
    QTest.keyClick(dialog(MoveDialog), Qt.Key.Key_Escape)
    assert view.letters_rest.isActive()


def test_seen_and_unchanged_is_said_in_words(window, quiet, approved):
    key(approved.reading.edit, Qt.Key.Key_Escape)
    quiet(window)
    edit(window, quiet, "two weeks", "a month")
    window.frame.activateWindow()
    for _ in range(2):
        window.verbs.review.enter(window.hub.story.id)
        quiet(window)
        window.verbs.review.leave()
        quiet(window)
    window.verbs.review.enter(window.hub.story.id)
    quiet(window)
    assert approved.bar.since.currentText().startswith("Since the approval")
    approved.since_wanted.emit(2)
    quiet(window)
    assert "this very version" in approved.bar.since.currentText()
    assert "Nothing changed" in approved.bar.summary.toolTip()


def test_an_approval_that_fell_is_told_in_the_editor_too(window, quiet, approved, colleague, qtbot):
    story = approved.page.story.id
    key(approved.reading.edit, Qt.Key.Key_Escape)
    window.verbs.story.close()
    quiet(window)
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story) + "\nMore.\n", actor("", "Ben"))
    window.verbs.story.open_story(story)
    qtbot.waitUntil(lambda: window.hub.story is not None)
    quiet(window)
    assert any("approval no longer stands" in sentence for sentence in window.parts.notices.sentences)


def falling(window):
    return [sentence for sentence in window.parts.notices.sentences if sentence.startswith("This voids the approval")]


def test_the_first_stroke_in_an_approved_story_says_what_it_costs_and_undo_takes_it_back(window, quiet, approved):
    key(approved.reading.edit, Qt.Key.Key_Escape)
    editor = window.parts.editor
    editor.edit.select(Span(3, 3))
    assert falling(window) == []
    QTest.keyClicks(editor.edit, "x")
    (said,) = falling(window)
    assert window.hub.story.seal.who in said
    assert f"{key_of('undo')} brings it back" in said
    QTest.keyClicks(editor.edit, "y")
    assert len(falling(window)) == 1
    editor.undo()
    assert falling(window) == []


# -- Two people on one story -----------------------------------------------------------------------------------------


@pytest.fixture
def overtaken(window, quiet, colleague):
    """The story is edited here, and somebody else has saved it by another way."""
    story = window.hub.story.id
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story).replace("two weeks", "a month"), actor("", "Ben"))
    editor = window.parts.editor
    at = editor.text().index("every ten")
    editor.edit.select(Span(at, at + 9))
    editor.edit.textCursor().insertText("every five")
    return other, story


def choose_in(dialog, words):
    asked = dialog(OvertakenDialog)  # the one that is on the screen
    next(b for b in asked.findChildren(QAbstractButton) if b.text() == words).click()


def test_the_second_is_told_and_shown_the_difference_and_nothing_is_overwritten(window, quiet, dialog, overtaken):
    other, story = overtaken
    window.verbs.story.save()
    asked = dialog(OvertakenDialog)
    assert asked.changes.isVisible()
    assert "a month" in other.store.stories.text(story)
    key(asked, Qt.Key.Key_F8)
    assert "a month" in asked.changes.accessibleDescription()
    asked.reject()
    assert "every five" in window.parts.editor.text()
    assert len(other.store.stories.versions(story)) == 2
    window.verbs.story.save()
    choose_in(dialog, "Save mine as the next version")
    quiet(window)


def test_ones_own_text_becomes_the_next_version_and_the_others_stays(window, quiet, dialog, overtaken):
    other, story = overtaken
    window.verbs.story.save()
    choose_in(dialog, "Save mine as the next version")
    quiet(window)
    texts = [other.store.stories.text(story, number) for number in (2, 3)]
    assert ["a month" in text for text in texts] == [True, False]
    assert "every five" in texts[1]
    assert not window.parts.open_story.edited


def test_ones_own_text_becomes_a_story_of_its_own(window, quiet, dialog, overtaken, qtbot):
    other, story = overtaken
    window.verbs.story.save()
    choose_in(dialog, "Keep mine as a story of its own")
    qtbot.waitUntil(lambda: window.hub.story is not None and window.hub.story.id != story)
    quiet(window)
    assert window.hub.story.slug == "bridge-mine"
    assert "every five" in window.hub.story.text
    assert "a month" in other.store.stories.text(story)


def test_closing_the_window_asks_too_and_staying_keeps_it_open(window, quiet, dialog, overtaken):
    window.frame.close()
    dialog(OvertakenDialog).reject()
    quiet(window)
    assert not window.frame.is_left
    assert "every five" in window.parts.editor.text()
    window.frame.close()
    choose_in(dialog, "Save mine as the next version")


def test_who_edited_nothing_is_offered_the_newer_text(window, quiet, colleague, qtbot):
    story = window.hub.story.id
    other = colleague("Ben")
    other.store.stories.save(story, other.store.stories.text(story).replace("two weeks", "a month"), actor("", "Ben"))
    window.parts.open_story._kept = None
    window.parts.checker.want()
    qtbot.waitUntil(lambda: any("Ben saved version 2" in said for said in window.parts.notices.sentences))
    window.verbs.story.open_story(story)
    qtbot.waitUntil(lambda: "a month" in window.parts.editor.text())
