"""What one step of undo is while somebody types: a few words, never the paragraph, and nothing lost on either way."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest

from desk.checks.check import Edit
from desk.text.blocks import Kind
from desk.text.house_marks import HouseMarks
from desk.text.spans import Span
from ui.editor import typing_run

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SENTENCE = (
    "The ferry to the outer islands leaves from the fish market while the pier is mended, and comes back by noon."
)


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A clock that stands still: what seconds part is said by a test."""
    moment = [100.0]
    monkeypatch.setattr(typing_run, "perf_counter", lambda: moment[0])
    return moment


def back(pane):
    """Undo one step after the other and return the texts, the last one that of the start."""
    texts = []
    while pane.edit.document().isUndoAvailable():
        pane.undo()
        texts.append(pane.text())
    return texts


def typed(pane, words, moment=None, rest=0.0):
    QTest.keyClicks(pane.edit, words)
    if moment:
        moment[0] += rest


def test_a_paragraph_is_taken_back_by_a_few_words_at_a_time(pane):
    pane.set_text("")
    typed(pane, SENTENCE)
    texts = [SENTENCE, *back(pane)]
    steps = [len(one) - len(other) for one, other in itertools.pairwise(texts)]
    assert all(1 <= step <= 40 for step in steps)
    assert all(text == "" or text.endswith(" ") for text in texts[1:])
    assert sum(steps) == len(SENTENCE)


def test_a_letter_that_is_held_down_is_parted_too(pane):
    pane.set_text("")
    typed(pane, "a" * 100)
    assert [len(text) for text in back(pane)] == [80, 40, 0]


def test_a_pause_parts_and_a_short_one_does_not(pane, clock):
    pane.set_text("")
    typed(pane, "one ", clock, 0.9)
    typed(pane, "two ", clock, 1.0)
    typed(pane, "three")
    assert back(pane) == ["one two ", ""]


@pytest.mark.parametrize(
    "between",
    [
        lambda pane: QTest.keyClicks(pane.edit, "\r"),
        lambda pane: (QTest.keyClick(pane.edit, Key.Key_Left), QTest.keyClick(pane.edit, Key.Key_Right)),
        lambda pane: pane.edit.select(Span(0, 0)) or pane.edit.select(Span(4, 4)),
        lambda pane: pane.edit.paste_plain(),
        lambda pane: QTest.keyClick(pane.edit, Key.Key_V, CTRL),
        lambda pane: pane.edit.make([Edit(Span(0, 3), "1")]),
        lambda pane: pane.set_kind(Span(0, 0), Kind.FURNITURE),
    ],
    ids=["line end", "arrows", "cursor", "plain paste", "paste", "remedy", "kind"],
)
def test_what_comes_between_two_runs_parts_them(pane, between):
    QGuiApplication.clipboard().setText("pasted ")
    pane.set_text("")
    typed(pane, "one ")
    between(pane)
    middle = pane.text()
    typed(pane, "two")
    pane.undo()
    assert pane.text() == middle
    while pane.text() != "one " or pane.by_hand():
        pane.undo()
    pane.undo()
    assert pane.text() == ""


def test_letters_taken_out_are_a_step_beside_letters_put_in(pane):
    pane.set_text("")
    typed(pane, "harbpir")
    for _ in range(3):
        QTest.keyClick(pane.edit, Key.Key_Backspace)
    typed(pane, "our")
    assert back(pane) == ["harb", "harbpir", ""]


def test_what_is_typed_behind_an_undo_does_not_join_the_step_before(pane, clock):
    pane.set_text("")
    typed(pane, "one ", clock, 2)
    typed(pane, "two", clock)
    pane.undo()
    typed(pane, "three")
    assert back(pane) == ["one ", ""]


def test_curly_quotation_marks_stay_a_step_of_their_own(pane):
    pane.set_text("")
    pane.edit.use_marks(HouseMarks(quotes="curly"))
    typed(pane, 'She said "no')
    assert back(pane) == ["She said “", 'She said "', ""]


STEPS = st.one_of(
    st.text(st.sampled_from("ab, .\"'-"), min_size=1, max_size=30),
    st.sampled_from(
        ["pause", "return", "back", "delete", "word", "left", "undo", "redo", "paste", "cut", "remedy", "all", "kind"]
    ),
)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=14))
def test_all_undone_is_the_start_and_all_redone_is_the_end(pane, story, clock, steps):
    QGuiApplication.clipboard().setText("two\nlines")
    pane.edit.use_marks(HouseMarks(quotes="curly"))
    pane.set_text(story)
    pane.edit.select(Span(80, 80))
    for step in steps:
        do(pane, step, clock)
    walk(pane, pane.redo)  # what was undone last and not typed over is still to be had
    end = pane.text(), pane.by_hand()
    walk(pane, pane.undo)
    assert (pane.text(), pane.by_hand()) == (story, {})
    walk(pane, pane.redo)
    assert (pane.text(), pane.by_hand()) == end


def walk(pane, step):
    """Undo or redo until nothing changes any more, for as many steps as could be of a kind that was set already."""
    before, still = None, 0
    while still < 15:
        step()
        state = pane.text(), pane.by_hand()
        still = still + 1 if state == before else 0
        before = state


def do(pane, step, clock):
    keys = {"return": Key.Key_Return, "back": Key.Key_Backspace, "delete": Key.Key_Delete, "left": Key.Key_Left}
    text = pane.text()
    acts = {
        "word": lambda: QTest.keyClick(pane.edit, Key.Key_Backspace, CTRL),
        "undo": pane.undo,
        "redo": pane.redo,
        "paste": pane.edit.paste,
        "cut": lambda: (pane.edit.select(Span(3, min(9, len(text)))), QTest.keyClick(pane.edit, Key.Key_X, CTRL)),
        "remedy": lambda: pane.edit.make([Edit(Span(2, 4), "é")]),
        "all": lambda: pane.edit.make([Edit(Span(at, at + 1), "Q") for at in range(0, len(text), 9)]),
        "kind": lambda: pane.set_kind(Span(0, 0), Kind.LEFTOVER),
    }
    if step == "pause":
        clock[0] += 2
    elif step in keys:
        QTest.keyClick(pane.edit, keys[step])
    elif step in acts:
        acts[step]()
    else:
        QTest.keyClicks(pane.edit, step)


def composed(pane, shown, made, then=""):
    """Let an input method show what it composes, make letters of it, and show what it composes next."""
    QGuiApplication.sendEvent(pane.edit, QInputMethodEvent(shown, []))
    given = QInputMethodEvent(then, [])
    given.setCommitString(made)
    QGuiApplication.sendEvent(pane.edit, given)


def test_letters_of_a_dead_key_are_one_step_with_the_keys_around_them(pane):
    pane.set_text("")
    for letter in "été à la forêt":
        composed(pane, "´", letter) if letter in "éàê" else QTest.keyClicks(pane.edit, letter)
    assert pane.text() == "été à la forêt"
    assert back(pane) == [""]


def test_letters_of_an_input_method_are_grouped_like_keys(pane):
    pane.set_text("a.")
    pane.edit.select(Span(1, 1))
    for shown, made, then in [
        ("ㅅ", "서", "ㅇ"),
        ("우", "울", ""),
        ("", " ", ""),
        ("ni", "你好", "sh"),
        ("shi", "世界", ""),
    ]:
        composed(pane, shown, made, then)
    assert (pane.text(), pane.edit.point) == ("a서울 你好世界.", 8)
    assert pane.edit.document().firstBlock().layout().preeditAreaText() == ""
    assert back(pane) == ["a."]


@pytest.mark.parametrize(
    ("made", "stands"),
    [
        ("\nNew line", "\nNew line"),
        ("\r\nNext", "\nNext"),
        ("\u2029Next", "\nNext"),
        ("\u2028Next", "\u2028Next"),
        ("\tIndented", "\tIndented"),
        ("\u200dbound", "\u200dbound"),
        ("\U000e0fffUnassigned", "\U000e0fffUnassigned"),
        ("\ue000Private", "\ue000Private"),
        ("😀", "😀"),
    ],
)
def test_no_letter_that_an_input_method_gives_is_lost_and_one_step_takes_them_back(pane, made, stands):
    pane.set_text("a.")
    pane.edit.select(Span(1, 1))
    composed(pane, "x", made)
    assert pane.text() == f"a{stands}."
    assert back(pane) == ["a."]


def test_a_text_for_reading_takes_nothing_from_an_input_method(pane):
    pane.set_text("a.")
    pane.edit.setReadOnly(True)
    composed(pane, "x", "y")
    assert pane.text() == "a."


def test_what_an_input_method_replaces_is_a_step_that_comes_back_whole(pane):
    pane.set_text("the harbour")
    pane.edit.select(Span(4, 11))
    composed(pane, "港", "港", "")
    QTest.keyClicks(pane.edit, "s")
    assert pane.text() == "the 港s"
    walk(pane, pane.undo)
    assert pane.text() == "the harbour"
    walk(pane, pane.redo)
    assert pane.text() == "the 港s"
