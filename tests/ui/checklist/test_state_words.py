"""One word for one state: in the checklist, the terminal, the report and the guide; waived is never called passed."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QLabel

from desk.checking.checklist import ItemState, Judged, Line, Standing, lines
from desk.checking.runner import ItemRun
from desk.checks.check import Item
from desk.report.lines import as_text
from desk.report.review_html import as_html
from desk.review.words import ITEM_STATES, item_state
from desk.story import Changes, Examination, Verdicts
from desk.text.blocks import Manuscript
from desk.text.spans import Span
from ui.checklist.model import state_words

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "guide.md"
TEXT = "the the rain fell"


@pytest.fixture
def lines_by_state(found):
    finding = found(TEXT, "the the", Item.STYLE, "style.doubled")
    of = {ItemState.ATTENTION: Standing.OPEN, ItemState.WAIVED: Standing.WAIVED}
    return {state: Line(Item.STYLE, state, (Judged(finding, of[state]),) if state in of else ()) for state in ItemState}


def test_only_what_passed_is_called_so():
    assert [state for state, words in ITEM_STATES.items() if "passed" in words] == ["passed"]


def test_the_guide_names_each_state_as_the_checklist_does():
    table = GUIDE.read_text("utf-8").partition("### What the states of an item mean")[2].partition("###")[0]
    told = re.findall(r"^\| ([^|]+?) \|", table, re.MULTILINE)
    assert told == ["state", *ITEM_STATES.values()]
    assert "unchecked" not in GUIDE.read_text("utf-8")


def test_the_checklist_says_the_word_or_how_much_is_open(lines_by_state):
    for state, line in lines_by_state.items():
        assert state_words(line) == ("1 open" if state is ItemState.ATTENTION else ITEM_STATES[state])
    for state, words in ((ItemState.PASSED, "ticked"), (ItemState.ATTENTION, "not ticked")):
        assert state_words(Line("Legal read", state, manual=True)) == item_state(state, manual=True) == words


def test_the_report_says_the_same_words(lines_by_state, window, at_store):
    report = at_store(window, lambda desk: desk.reports.report(window.hub.story.id))
    for state in (ItemState.PASSED, ItemState.ATTENTION, ItemState.WAIVED):
        page = as_html(replace(report, lines=(lines_by_state[state],)))
        said = f"{ITEM_STATES[state]}, 1 open" if state is ItemState.ATTENTION else ITEM_STATES[state]
        assert f"<td>{said}</td>" in page


def test_the_terminal_says_the_same_words(found):
    finding = found(TEXT, "the the", Item.STYLE, "style.doubled")
    runs = {
        Item.STYLE: ItemRun(Item.STYLE, (finding,)),
        Item.NAMES: ItemRun(Item.NAMES),
        Item.GRAMMAR: ItemRun(Item.GRAMMAR, unchecked="It is not installed."),
    }
    said = as_text("a.txt", Examination(Manuscript.of(TEXT), runs))
    for line in lines(runs, Verdicts().judge, (), {}, wanted=tuple(runs)):
        assert f"  {line.item:<10} {ITEM_STATES[line.state]}" in said


def test_a_hint_goes_when_it_holds_no_longer_and_what_was_done_with_the_next_edit(window, quiet, qtbot):
    bar, hints = window.frame.statusBar(), window.parts.hints

    def counts():
        return [one.text() for one in bar.findChildren(QLabel) if one.isVisible() and "word" in one.text()]

    qtbot.waitUntil(lambda: bool(counts()))
    hints.hint("No problem is open.")
    window.parts.checker.want()
    quiet(window)
    assert bar.currentMessage() == ""
    hints.say("Saved.")
    window.verbs.review.toggle()
    quiet(window)
    assert bar.currentMessage().startswith("H holds; C shows"), "a draft is neither approved nor returned"
    assert not counts()
    window.verbs.review.leave()
    assert bar.currentMessage() == ""
    assert counts()
    hints.say("Saved.")
    window.parts.editor.edit.select(Span(0, 0))
    window.parts.editor.edit.textCursor().insertText("x")
    assert bar.currentMessage() == ""


def test_a_sentence_too_long_for_the_line_is_a_notice_until_the_next_one(window):
    told = (
        "There is no system keyring here: the signing key is in /home/somebody/long/way/keys, which only you can read. "
    )
    window.status_line.say(told * 3)
    assert window.parts.notices.sentences == (told * 3,)
    assert window.frame.statusBar().currentMessage() == ""
    window.status_line.say("Saved.")
    assert window.parts.notices.sentences == ()
    assert window.frame.statusBar().currentMessage() == "Saved."


def test_what_must_be_read_stays_whatever_is_said_and_done_until_it_is_put_aside(window, quiet):
    where = "There is no system keyring here: the signing key is in /home/somebody/keys, which only you can read."
    window.hub.changed.emit(Changes(frozenset(), said="bridge: Approved.", to_read=(where,)))
    assert window.frame.statusBar().currentMessage() == "bridge: Approved."
    window.parts.hints.hint("No problem is open.")
    window.parts.editor.edit.textCursor().insertText("x")
    quiet(window)
    window.parts.notices.clear_story()
    assert window.parts.notices.sentences == (where,)
    assert window.parts.notice_bar.put_top_aside()
    assert window.parts.notices.sentences == ()


def test_a_hint_without_room_is_read_above_the_text_as_long_as_it_holds(window, qtbot):
    hints, bar, notices = window.parts.hints, window.frame.statusBar(), window.parts.notices
    sentence = "This one has no ready remedy: edit the text, waive it, or call it not an error."
    hints.hint(sentence)
    assert bar.currentMessage() == sentence
    window.frame.resize(720, 450)
    qtbot.waitUntil(lambda: notices.sentences == (sentence,))
    assert bar.currentMessage() == ""
    hints.hint(sentence)
    assert notices.sentences == (sentence,), "said again it stands once"
    window.parts.editor.edit.textCursor().insertText("x")
    assert notices.sentences == (), "the text is another"


def test_what_was_done_and_had_no_room_goes_with_the_next_edit(window, qtbot):
    hints, notices = window.parts.hints, window.parts.notices
    sentence = "All of the 12 remedies of this kind were made at once. Ctrl+Z takes it back. " * 4
    hints.say(sentence)
    assert notices.sentences == (sentence,)
    window.parts.editor.edit.textCursor().insertText("x")
    assert notices.sentences == (), "Ctrl+Z takes the letter back"


def test_the_help_of_every_entry_is_read_whole_in_a_narrow_window_and_the_counts_come_back(window, qapp, qtbot):
    bar = window.frame.statusBar()
    window.frame.resize(720, 450)

    def beside():
        return {one.text() for one in bar.findChildren(QLabel) if one.isVisible()}

    qtbot.waitUntil(lambda: any("word" in words for words in beside()))
    before = beside()
    longest = max((action.statusTip() for action in window.frame.actions()), key=len)
    qapp.sendEvent(window.frame, QStatusTipEvent(longest))
    assert bar.currentMessage() == longest
    assert window.parts.hints.has_room_for(longest)
    window.hub.board.changed.emit()
    assert window.parts.hints.has_room_for(longest)
    qapp.sendEvent(window.frame, QStatusTipEvent(""))
    assert beside() == before


def test_the_help_of_a_menu_never_stands_above_the_text(window, qapp):
    bar, notices = window.frame.statusBar(), window.parts.notices
    for before in ("", "Saved."):
        window.parts.hints.say(before)
        helped = QStatusTipEvent("Choose what this long entry of a menu does with the story that is open. " * 4)
        qapp.sendEvent(window.frame, helped)
        assert bar.currentMessage() == helped.tip()
        qapp.sendEvent(bar, QEvent(QEvent.Type.LayoutRequest))
        assert notices.sentences == ()
        assert bar.currentMessage() == helped.tip()


def test_while_the_list_has_the_window_notices_of_the_desk_stand_above_it(window):
    window.actions["queue"].trigger()
    window.parts.notices.tell("note", "Something is so of the story.")
    window.hub.refuse("That cannot be done.")
    assert window.parts.list_notices.isVisible()
    assert window.parts.list_notices.sentences == ("That cannot be done.",)
    window.actions["queue"].trigger()
    assert window.parts.list_notices.isHidden()
    assert window.parts.notice_bar.isVisible()
