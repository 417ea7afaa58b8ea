"""A line of the queue in words."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.queue_row import QueueRow
from desk.review.states import State
from desk.text.moments import now, to_the_minute
from ui.queue.words import changed_words, count_words, due_words, spoken, state_words, summary

NOW = datetime(2031, 3, 9, 18, 0).astimezone()
ROW = QueueRow("id", "flood", "News", State.CHIEF, 0, NOW)


def due(minutes, **more):
    return replace(ROW, deadline=NOW + timedelta(minutes=minutes), **more)


def test_late_is_said_in_words_while_a_story_is_in_work():
    assert due_words(due(-5), NOW) == "5 min late"
    assert due_words(due(-265), NOW) == "4 h 25 late"
    assert due_words(due(-60 * 80), NOW) == "3 days late"
    assert due_words(due(5), NOW) == "18:05"
    assert due_words(ROW, NOW) == ""
    assert not due(-5, state=State.APPROVED).is_late(NOW)
    assert not due(-5, state=State.SPIKED).is_late(NOW)
    assert due(-5, state=State.APPROVED, void=True).is_late(NOW)


def test_a_deadline_and_the_last_change_never_look_alike():
    assert due_words(due(5), NOW, named=True) == "due 18:05"
    assert due_words(due(-5), NOW, named=True) == "5 min late"
    assert changed_words(ROW, NOW) == "changed 18:00"


def test_an_approval_of_another_text_is_never_called_approved():
    assert state_words(replace(ROW, state=State.APPROVED)) == "Approved"
    assert state_words(replace(ROW, state=State.APPROVED, void=True)) == "Approval void"


def test_a_hold_says_until_when():
    held = replace(ROW, state=State.HOLD, hold_until=datetime.now().astimezone().replace(hour=9, minute=5))
    assert state_words(held) == "Hold until 09:05"


def test_an_embargo_is_said_as_long_as_it_holds():
    until = now() + timedelta(hours=1)
    assert state_words(replace(ROW, embargo=until)) == f"With section chief · embargo {to_the_minute(until)}"
    assert state_words(replace(ROW, embargo_said="until noon")) == "With section chief · embargo"
    assert state_words(replace(ROW, embargo=now() - timedelta(hours=1))) == "With section chief"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((None, 0, 5), ("not checked",)),
        ((0, 0, 0), ("clear",)),
        ((3, 1, 2), ("3 open", "1 waived", "2 not checked")),
        ((0, 1, 0), ("1 waived",)),
        ((0, 0, 1), ("1 not checked",)),
    ],
)
def test_nothing_is_clear_that_was_waived_or_not_checked(counts, said):
    open_, waived, unchecked = counts
    assert count_words(replace(ROW, open_findings=open_, waived=waived, unchecked=unchecked)) == said


def test_a_line_is_one_sentence():
    row = due(0, open_findings=2, waived=1, unchecked=1, hands="Ines Duarte", state=State.SECOND_READ)
    said = spoken(row)
    assert said.startswith("flood, Second read, News, 2 open, 1 waived, 1 not checked, due ")
    assert ", in the hands of Ines Duarte, changed " in said


def test_how_many():
    assert [summary(1), summary(12, 2), summary(50, more=True)] == ["1 story", "12 stories · 2 late", "50+ stories"]


def test_where_a_story_is_stands_beside_its_state():
    assert state_words(replace(ROW, at_desk=False)) == "With section chief · waits to go"
    assert state_words(replace(ROW, at_desk=True)) == "With section chief"
    assert "on the desk as well" in spoken(replace(ROW, at_desk=True))
    assert "on the desk" not in spoken(ROW)
    both = replace(ROW, apart=1, lent="lent to Rosa", at_desk=False)
    assert state_words(both) == "With section chief · changed in two places · lent to Rosa · waits to go"
