"""The list itself: a hundred thousand stories cost it no more than a dozen, and its ends are one key away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.queue.delegate import QueueDelegate
from ui.queue.model import QueueModel
from ui.queue.story_list import StoryList


class Counting(QueueModel):
    """Counts how often it is asked for its length: once a row would be felt at each save."""

    asked = 0

    def rowCount(self, *parent):  # noqa: N802 - Qt's name
        self.asked += 1
        return super().rowCount(*parent)


@pytest.fixture
def shown(qtbot):
    view = StoryList()
    qtbot.addWidget(view)
    view.resize(240, 400)
    view.delegate = QueueDelegate(view)
    view.setItemDelegate(view.delegate)
    view.fit_rows(view.delegate)
    with qtbot.waitExposed(view):
        view.show()

    def show(count):
        model = Counting(view)
        view.setModel(model)
        view.asked = 0
        model.set_ids([str(number) for number in range(count)])
        view.viewport().repaint()
        return view, model

    return show


def test_a_new_list_is_asked_about_what_is_seen_alone(shown):
    (_, few), (_, many) = shown(100), shown(100_000)
    assert many.asked < few.asked + 1000


def test_home_and_end_go_to_the_first_and_the_last_story(shown):
    view, _ = shown(5000)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 4999
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0
    view.model().set_ids([])
    QTest.keyClick(view, Qt.Key.Key_End)
    assert not view.currentIndex().isValid()


def test_rows_are_higher_where_the_list_is_narrow(shown):
    view, _ = shown(3)
    narrow = view.rowHeight(0)
    view.delegate.wide = True
    view.fit_rows(view.delegate)
    assert view.rowHeight(0) < narrow
