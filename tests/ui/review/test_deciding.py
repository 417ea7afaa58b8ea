"""Deciding in the review, by keys: what stands in the way, approvals and how they fall, returns, comments, ticks."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from desk.review.looks import Since
from desk.review.move_request import MoveRequest
from desk.review.people import Role, actor
from desk.review.states import State
from desk.story import Changes, Part
from desk.text.spans import Span
from tests.ui.review.reviewing import bring_to_chief, edit, key, rows, state
from ui.actions.keys import key_of
from ui.dialogs.comment import CommentDialog
from ui.dialogs.give_back import GiveBackDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.waive import WaiveDialog
from ui.review.rows import Sort


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
    done = [row for row in window.parts.checklist.note_page.get().list.model_.rows if row.sort is Sort.FINDING]
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
    row = next(row for row in window.parts.checklist.note_page.get().list.model_.rows if row.sort is Sort.NOTE)
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
    facts = next(nth for nth, row in enumerate(view.side.model_.rows) if row.key == "Facts checked")
    place = view.side.visualRect(view.side.model_.index(facts)).center()
    QTest.mouseClick(view.side.viewport(), Qt.MouseButton.LeftButton, pos=place)
    quiet(window)
    assert next(row for row in rows(view, Sort.MANUAL) if row.key == "Facts checked").colour == "passed"
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
    key(window.parts.review.get().reading.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.parts.queue.width() > 1000)
    window.verbs.review.enter(window.hub.story.id)
    qtbot.waitUntil(lambda: window.verbs.review.active)
    key(window.parts.review.get().reading.edit, Qt.Key.Key_E)
    qtbot.waitUntil(window.parts.centre.isVisible)
    assert window.parts.queue.width() < 1000


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
