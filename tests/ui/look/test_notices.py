"""Notices: each kind once, errors above the rest, and the one on top goes first."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.look.notices import NoticeBar, Notices


def test_each_kind_stands_once_with_its_last_words():
    notices = Notices()
    notices.tell("disk", "The file changed.")
    notices.tell("wrapped", "The lines are broken.")
    notices.tell("disk", "The file changed again.")
    assert notices.sentences == ("The lines are broken.", "The file changed again.")


def test_an_error_is_never_hidden_and_the_newest_is_on_top(qtbot):
    notices = Notices()
    bar = NoticeBar(notices, "Aside (Esc)")
    qtbot.addWidget(bar)
    notices.tell_error("trouble a", "The disk is full.")
    for nth in range(5):
        notices.tell(f"note {nth}", f"Note {nth}.")
    notices.tell_error("trouble b", "The database is away.")
    assert bar.sentences == ("The database is away.", "The disk is full.", "Note 4.")
    assert bar.waiting == 4


def test_the_one_on_top_is_put_aside_first_until_none_is_left(qtbot):
    notices = Notices()
    bar = NoticeBar(notices, "Aside (Esc)")
    qtbot.addWidget(bar)
    notices.tell_error("trouble", "The disk is full.")
    notices.tell("note", "Guessed.")
    assert bar.put_top_aside()
    assert notices.sentences == ("Guessed.",)
    assert bar.put_top_aside()
    assert not bar.put_top_aside()
    assert bar.isHidden()


def test_another_story_takes_its_own_notices_along_and_leaves_the_rest():
    notices = Notices()
    notices.tell("note", "Guessed.")
    notices.tell_of_desk("restored", "The backup is in place.")
    notices.tell_error("trouble", "The disk is full.")
    notices.clear_story()
    assert notices.sentences == ("The backup is in place.", "The disk is full.")


def test_beside_other_views_only_what_is_of_the_desk_is_shown_and_put_aside(qtbot):
    notices = Notices()
    bar = NoticeBar(notices, "Aside (Esc)", of_desk_only=True)
    qtbot.addWidget(bar)
    notices.tell("note", "Guessed.")
    assert bar.isHidden()
    assert not bar.put_top_aside()
    notices.tell_error("trouble", "The disk is full.")
    assert bar.sentences == ("The disk is full.",)
    assert bar.put_top_aside()
    assert notices.sentences == ("Guessed.",)


SENTENCE = "This is the text as it was typed last, newer than the saved version."


@pytest.mark.parametrize(
    ("width", "above"), [(1200, [False, False]), (420, [True, False]), (220, [True, True])], ids=["wide", "low", "slim"]
)
def test_buttons_stand_below_a_sentence_that_they_leave_no_room_to_read(qtbot, width, above):
    notices, around = Notices(), QWidget()
    box = QVBoxLayout(around)
    bar = NoticeBar(notices, "Aside (Esc)")
    box.addWidget(bar)
    box.addStretch(1)
    qtbot.addWidget(around)
    around.resize(width, 500)
    around.show()
    notices.tell("typed", SENTENCE, [("Save it", list), ("Go back to the saved version", list)])
    words = next(one for one in bar.findChildren(QLabel) if one.text() == SENTENCE)
    save, back = bar.findChildren(QPushButton)
    qtbot.waitUntil(lambda: words.width() > 100 and words.height() >= words.heightForWidth(words.width()))
    qtbot.waitUntil(lambda: [below(words, save), below(save, back)] == above)
    rights = [one.mapTo(around, one.rect().topRight()).x() for one in (save, back)]
    assert max(rights) < width, "no button is cut off"
    assert words.width() >= min(40 * words.fontMetrics().averageCharWidth(), width - 100)


def below(upper, lower):
    return lower.mapToGlobal(lower.rect().topLeft()).y() >= upper.mapToGlobal(upper.rect().bottomLeft()).y()
