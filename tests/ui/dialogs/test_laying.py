"""Laying two texts together by keys: nothing preset, one paragraph at a time, the outcome read before it counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.merging.apart import ApartSide, TextsApart
from desk.merging.merge import merge
from desk.merging.values import MergeText
from desk.text.moments import from_micros
from ui.dialogs.laying import LayingDialog
from ui.look.fonts import reading_font

LEAD = "The harbour bridge will close for two weeks from Monday, the engineer said on Friday."
FERRY = "Ferries will run every ten minutes from the northern pier while the work lasts."
SHOPS = "Shops on the quay fear for their trade, and some of them have asked for a rebate."
VOTE = "A vote of the council on the cost of the work is due in the second week of May."
WHEN = from_micros(1_795_000_000_000_000)


def story(*parts):
    return MergeText("\n\n".join(parts) + "\n")


def texts_apart(ours, theirs):
    base = story(LEAD, FERRY, SHOPS, VOTE)
    one, other = ApartSide("Anna Berg", WHEN), ApartSide("Rosa Marquez", WHEN, "laptop of Rosa")
    return TextsApart("s1", "flood", one, other, ours, theirs, merge(base, ours, theirs))


OURS = story(LEAD, FERRY.replace("ten", "twelve"), SHOPS, VOTE.replace("May", "June"))
THEIRS = story(LEAD.replace("Friday", "Saturday"), FERRY.replace("ten", "fifteen"), SHOPS)


@pytest.fixture
def ask(qtbot):
    def make(ours=OURS, theirs=THEIRS):
        dialog = LayingDialog(texts_apart(ours, theirs), reading_font("", 13), 72, None)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.came = []
        dialog.settled.connect(lambda apart, text: dialog.came.append((apart.story, text)))
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return make


def press(dialog, keys):
    for key in keys:
        QTest.keyClick(dialog.focusWidget() or dialog, key)


def test_two_questions_are_answered_by_keys_and_the_outcome_is_read_before_it_counts(ask):
    dialog = ask()
    assert dialog.heading.text() == "1 of 2: Anna Berg and Rosa Marquez both changed this paragraph."
    assert [b.text() for b in dialog.group.buttons()] == [
        "1   As Anna Berg has it (here)",
        "2   As Rosa Marquez has it (laptop of Rosa)",
        "3   Both, that of Anna Berg first",
        "4   Both, that of Rosa Marquez first",
        "5   Write it anew",
    ]
    press(dialog, [Qt.Key.Key_2, Qt.Key.Key_Return])
    assert dialog.heading.text() == "2 of 2: Anna Berg changed this paragraph; Rosa Marquez took it out."
    press(dialog, [Qt.Key.Key_1, Qt.Key.Key_Return])
    assert dialog.heading.text() == "This is what it comes to. Nothing is saved yet."
    press(dialog, [Qt.Key.Key_Return])
    assert dialog.came == []
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    outcome = story(
        LEAD.replace("Friday", "Saturday"), FERRY.replace("ten", "fifteen"), SHOPS, VOTE.replace("May", "June")
    )
    assert dialog.came == [("s1", outcome)]


def test_nothing_is_preset_and_nobody_gets_past_a_question_unanswered(ask):
    dialog = ask()
    assert not any(choice.isChecked() for choice in dialog.group.buttons())
    press(dialog, [Qt.Key.Key_Return])
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.heading.text().startswith("1 of 2")
    press(dialog, [Qt.Key.Key_Escape])
    assert dialog.came == []


def test_a_paragraph_is_written_anew_and_digits_are_letters_there(ask):
    dialog = ask()
    press(dialog, [Qt.Key.Key_5])
    assert dialog.words.toPlainText() == FERRY.replace("ten", "twelve")
    dialog.words.selectAll()
    QTest.keyClicks(dialog.words, "Every 3 minutes.")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(dialog, [Qt.Key.Key_2, Qt.Key.Key_Return])
    assert dialog.text == story(LEAD.replace("Friday", "Saturday"), "Every 3 minutes.", SHOPS)


def test_going_back_shows_what_was_answered(ask):
    dialog = ask()
    press(dialog, [Qt.Key.Key_3, Qt.Key.Key_Return])
    assert not any(choice.isChecked() for choice in dialog.group.buttons())
    dialog.back.click()
    assert [choice.isChecked() for choice in dialog.group.buttons()] == [False, False, True, False, False]


def test_two_moves_are_told_by_their_neighbours(ask):
    dialog = ask(story(VOTE, LEAD, FERRY, SHOPS), story(LEAD, VOTE, FERRY, SHOPS))
    assert [b.text() for b in dialog.group.buttons()] == [
        "1   At the top, as Anna Berg has it (here)",
        "2   Behind “The harbour bridge will close for two weeks from Monday, th…”, "
        "as Rosa Marquez has it (laptop of Rosa)",
    ]


def test_where_nothing_clashes_the_outcome_is_read_at_once(ask):
    dialog = ask(story(LEAD, FERRY, SHOPS, VOTE.replace("May", "June")), story(LEAD, FERRY, VOTE))
    assert dialog.heading.text() == "This is what it comes to. Nothing is saved yet."
    assert dialog.summary.accessibleName().startswith("1 change: 17 out")
