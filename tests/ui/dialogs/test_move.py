"""The dialog that moves a story on: what is in the way, the way there, what may pass with a reason, hold until when."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desk.review.move_request import MoveRequest
from desk.review.obstacles import Grade, Obstacle, Place, Why
from desk.review.people import Person, Role
from desk.story import MoveOption, StoryView
from desk.text.spans import Span
from ui.dialogs.moment import MomentField, usual
from ui.dialogs.move import MoveDialog

HERE = Place("style", Span(3, 9), "f1", "the the")
LIST = Place("grammar")
WARNING = Obstacle("style", Why.WARNINGS, Grade.WARNING, (HERE,))
ERROR = Obstacle(
    "grammar",
    Why.UNCHECKED,
    Grade.ERROR,
    (LIST,),
    by=(Role.CHIEF,),
    acknowledgeable=False,
)
STORY = StoryView("id", "flood", "The flood.")


@pytest.fixture
def ask(qtbot):
    def make(*options, **more):
        dialog = MoveDialog(STORY, options, None, **more)
        qtbot.addWidget(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        dialog.asked = []
        dialog.wanted.connect(dialog.asked.append)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return make


def option(*obstacles, action="approve", words="Approve", **more):
    return MoveOption(action, obstacles, words=words, **more)


def test_nothing_in_the_way_is_one_key(ask):
    dialog = ask(option())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.asked == [MoveRequest(story="id", action="approve")]


def test_return_goes_to_what_is_missing_before_it_moves(ask):
    dialog = ask(option(WARNING), option(action="hold", words="Hold"))
    (line,) = dialog.blockers.reasons.values()
    QTest.keyClick(dialog.choices.button(0), Qt.Key.Key_Return)
    assert line.hasFocus()
    QTest.keyClicks(line, "The town says so")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [wanted.action for wanted in dialog.asked] == ["approve"]


def test_a_way_that_is_another_persons_is_named(ask):
    why = "Anna Berg gave the first read, and a second reader is never the first: another copy editor can do it."
    dialog = ask(option(action="hold", words="Hold"), closed=(why,))
    assert any(one.text() == why and one.isVisible() for one in dialog.findChildren(QLabel))


def test_a_warning_passes_with_a_reason_and_only_so(ask):
    dialog = ask(option(WARNING))
    assert not dialog.go.isEnabled()
    (line,) = dialog.blockers.reasons.values()
    QTest.keyClicks(line, "  ")
    assert not dialog.go.isEnabled()
    QTest.keyClicks(line, "as spoken")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.asked == [MoveRequest(story="id", action="approve", passed={WARNING.key: "as spoken"})]


def test_what_only_others_may_pass_has_no_line_and_stays_in_the_way(ask):
    dialog = ask(option(ERROR, WARNING))
    assert list(dialog.blockers.reasons) == [WARNING.key]
    said = [label.text() for label in dialog.blockers.findChildren(QLabel)]
    assert "“Grammar” was not checked (the check did not run): check it, or pass it by name with a reason." in said
    assert "A section chief can let it pass, with a reason." in said
    dialog.blockers.reasons[WARNING.key].setText("seen")
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip().startswith("Something stands in the way")


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_1, LIST), (Qt.Key.Key_2, HERE)])
def test_a_key_goes_to_the_place_of_each_and_closes(ask, qtbot, key, place):
    dialog = ask(option(ERROR, WARNING))
    with qtbot.waitSignal(dialog.place_wanted) as went:
        QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
    assert went.args == ["id", place]
    assert not dialog.isVisible()


def test_a_click_goes_to_each_place_of_one(ask, qtbot):
    other = Place("style", Span(20, 25), "f2", "word")
    dialog = ask(option(Obstacle("style", Why.WARNINGS, places=(HERE, other))))
    links = [b for b in dialog.blockers.findChildren(QPushButton) if b.text().startswith("Go to")]
    assert [link.text() for link in links] == ["Go to “the the”    Alt+1", "Go to “word”"]
    with qtbot.waitSignal(dialog.place_wanted) as went:
        links[1].click()
    assert went.args == ["id", other]


def test_one_reason_for_all_leaves_those_that_were_written(ask):
    others = [Obstacle(item, Why.WARNINGS, places=()) for item in ("names", "structure")]
    dialog = ask(option(WARNING, *others))
    dialog.blockers.reasons[WARNING.key].setText("late page")
    dialog.blockers.reasons[others[1].key].setText("asked the writer")
    dialog.blockers._same_for_all()
    assert list(dialog.blockers.passed().values()) == ["late page", "late page", "asked the writer"]
    assert dialog.go.isEnabled()


def test_another_choice_shows_what_is_in_its_way(ask):
    dialog = ask(option(WARNING), option(action="hold", words="Hold", needs_reason=True, asks_until=True), first="hold")
    assert dialog.choices.checkedButton().text() == "Hold"
    assert not dialog.blockers.isVisible()
    assert dialog.until.isVisible()
    dialog.note.setText("waiting for the court")
    dialog.go.click()
    (wanted,) = dialog.asked
    assert (wanted.action, wanted.note) == ("hold", "waiting for the court")
    assert wanted.until > datetime.now().astimezone()


def test_a_hold_may_be_open_but_never_end_in_the_past(ask):
    dialog = ask(option(action="hold", words="Hold", asks_until=True))
    dialog.until.edit.setDateTime(dialog.until.edit.dateTime().addDays(-2))
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip() == "That moment has passed."
    dialog.until.box.setChecked(False)
    dialog.go.click()
    assert dialog.asked == [MoveRequest(story="id", action="hold")]


def test_a_return_asks_to_whom(ask):
    people = (Person("Ada Holm", frozenset(Role), id="a"), Person("Bo Lind", frozenset(Role), id="b"))
    returned = option(action="return", words="Return", needs_reason=True, asks_person=True)
    dialog = ask(returned, people=people)
    dialog.to.setCurrentIndex(2)
    dialog.note.setText("the lead is buried")
    dialog.go.click()
    assert dialog.asked == [MoveRequest(story="id", action="return", note="the lead is buried", to="b")]


def test_a_role_that_can_do_nothing_is_told(ask):
    dialog = ask()
    assert not dialog.go.isEnabled()
    assert not dialog.blockers.isVisible()
    assert QApplication.focusWidget() is not dialog.note


def test_the_usual_moments_lie_ahead():
    day = datetime(2031, 3, 9, 17, 2, 30).astimezone()
    assert [words for words, _ in usual(day)] == ["In 1 hour", "18:00", "Tomorrow 09:00"]
    assert usual(day)[0][1] == day.replace(hour=18, minute=5, second=0)
    assert [words for words, _ in usual(day + timedelta(hours=2))] == ["In 1 hour", "Tomorrow 09:00"]


def test_a_moment_comes_back_to_the_minute_or_not_at_all(qtbot):
    noon = datetime(2031, 3, 9, 12, 30).astimezone()
    field = MomentField("Deadline", noon)
    qtbot.addWidget(field)
    assert field.moment() == noon
    field.box.setChecked(False)
    assert field.moment() is None


# -- Where the keyboard starts, goes, and what it ticks --------------------------------------------------------------


UNTICKED = Obstacle("Facts checked", Why.UNTICKED, Grade.ERROR, (Place("Facts checked"),))


def stops_from(widget):
    """Return what Tab goes to from a widget until it is there again."""
    out = []
    while not out or QApplication.focusWidget() is not widget:
        out.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert len(out) < 30
    return out


def test_the_keyboard_starts_where_a_way_is_to_be_chosen_or_in_the_first_thing_it_asks_for(ask):
    hold = option(action="hold", words="Hold", needs_reason=True)
    several = ask(option(), hold)
    assert QApplication.focusWidget() is several.choices.checkedButton()
    dialog = ask(option(), hold, first="hold")
    assert QApplication.focusWidget() is dialog.note
    dialog = ask(option(WARNING), first="approve")
    assert QApplication.focusWidget() is dialog.blockers.reasons[WARNING.key]
    dialog = ask(option(UNTICKED, WARNING))
    assert QApplication.focusWidget() is dialog.blockers.boxes["Facts checked"]
    dialog = ask(option())
    assert QApplication.focusWidget() is dialog.go


def test_tab_goes_as_the_eye_does(ask):
    dialog = ask(option(UNTICKED, WARNING), option(ERROR, action="hold", words="Hold", asks_until=True))
    dialog.blockers.reasons[WARNING.key].setText("as spoken")
    dialog.blockers.reasons[UNTICKED.key].setText("as read")
    for nth in (1, 0, 1):
        dialog.choices.button(nth).setChecked(True)
        start = dialog.choices.button(nth)
        start.setFocus()
        seen = stops_from(start)
        tops = [w.mapTo(dialog, w.rect().topLeft()) for w in seen[1:]]
        rows = [(point.y() // 20, point.x()) for point in tops]
        assert rows == sorted(rows), [w.metaObject().className() for w in seen]
        assert seen[-1] is (dialog.go if dialog.go.isEnabled() else dialog.cancel)


def test_what_can_be_ticked_is_a_box_that_ticks_and_can_be_taken_back(ask):
    dialog, asked = ask(option(UNTICKED), standing="2 open, 1 waived"), []
    dialog.tick_wanted.connect(lambda *wanted: asked.append(wanted))
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog.blockers.boxes["Facts checked"], Qt.Key.Key_Space)
    assert asked == [("id", "Facts checked", True)]
    dialog.show_options([option()], "2 open, 1 waived")
    assert dialog.go.isEnabled()
    box = dialog.blockers.boxes["Facts checked"]
    assert box.isChecked()
    assert QApplication.focusWidget() is box
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert asked[-1] == ("id", "Facts checked", False)
    dialog.show_options([option(UNTICKED)], "2 open, 1 waived")
    assert not dialog.blockers.boxes["Facts checked"].isChecked()
    assert not dialog.go.isEnabled()


def test_how_much_is_open_is_said_even_where_nothing_stands_in_the_way(ask):
    dialog = ask(option(), standing="2 open, 1 waived, 1 not checked")
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Now: Draft. In the text: 2 open, 1 waived, 1 not checked." in said


def test_a_tick_that_is_kept_moves_nothing_under_the_mouse_and_leaves_the_keyboard_in_a_reason(ask):
    dialog = ask(option(WARNING, UNTICKED))
    dialog.blockers.boxes["Facts checked"].click()
    dialog.blockers.reasons[WARNING.key].setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "As stands")
    dialog.blockers.reasons[WARNING.key].setCursorPosition(3)
    dialog.show_options([option(WARNING)], "")
    QTest.keyClicks(QApplication.focusWidget(), "it ")
    line, box = dialog.blockers.reasons[WARNING.key], dialog.blockers.boxes["Facts checked"]
    assert (line.text(), dialog.note.text()) == ("As it stands", "")
    assert dialog.blockers.stops.index(line) < dialog.blockers.stops.index(box)
