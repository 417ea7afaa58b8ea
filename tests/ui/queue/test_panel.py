"""The stories in a real window on a real store: filters, views, the whole window, several chosen."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from sqlalchemy import update

from desk.paths import data_dir
from desk.review.people import actor
from desk.review.queue import ALL, MINE, Filter, Order, View
from desk.review.states import State
from desk.store.connect import open_store
from desk.store.database import tables
from desk.store.records.values import NewStory
from ui.queue.columns import NUMBERS, columns
from ui.queue.keep_view import KeepViewDialog
from ui.queue.model import ROW

SEEDS = (
    ("bridge", "News", State.CHIEF, 10),
    ("ferry", "News", State.COPY_DESK, 90),
    ("cup", "Sport", State.CHIEF, -10),
    ("opera", "Culture", State.APPROVED, None),
)


@pytest.fixture
def seeded(open_window, quiet, qtbot):
    """A window on four stories, none of them open."""
    store = open_store()
    for slug, section, state, minutes in SEEDS:
        made = store.stories.create(
            NewStory(slug=slug, text=f"Words of {slug}.", section=section), actor("", "Ada Holm")
        )
        deadline = None if minutes is None else datetime.now(UTC) + timedelta(minutes=minutes)
        values = {"state": state.value, "deadline": deadline}
        with store._access.writing() as connection:
            connection.execute(update(tables.stories).where(tables.stories.c.id == made.id).values(values))
    store.close()
    window = open_window()
    qtbot.waitUntil(lambda: len(slugs(window)) == 4 and None not in slugs(window))
    return window


def slugs(window):
    model = window.parts.queue.model
    rows = [model.index(at).data(ROW) for at in range(model.rowCount())]
    return [row.slug if row else None for row in rows]


def shows(qtbot, window, wanted):
    qtbot.waitUntil(lambda: slugs(window) == wanted, timeout=10_000)


def act(window, name):
    window.actions[name].trigger()


def test_what_waits_for_me_comes_by_deadline_and_says_what_is_late(seeded, qtbot):
    queue = seeded.parts.queue
    queue.filters.choose(MINE)
    shows(qtbot, seeded, ["cup", "bridge", "ferry"])
    assert queue.count.toolTip() == "3 stories · 1 late"
    assert queue.filters.current == MINE


def test_state_section_person_and_words_narrow_together(seeded, qtbot):
    filters = seeded.parts.queue.filters
    shows(qtbot, seeded, ["opera", "cup", "ferry", "bridge"])
    qtbot.waitUntil(lambda: filters.section.findData("News") > 0)
    filters.section.setCurrentIndex(filters.section.findData("News"))
    filters.section.activated.emit(0)
    shows(qtbot, seeded, ["ferry", "bridge"])
    next(a for a in filters.states.menu().actions() if a.data() == State.CHIEF).setChecked(True)
    shows(qtbot, seeded, ["bridge"])
    assert filters.states.accessibleName() == "States: With section chief"
    filters.person.setCurrentIndex(filters.person.findData("Ada Holm"))
    filters.person.activated.emit(0)
    QTest.keyClicks(filters.search, "brid")
    qtbot.waitUntil(lambda: seeded.parts.queue._shown.text == "brid")
    assert slugs(seeded) == ["bridge"]
    assert filters.view.currentIndex() == -1
    QTest.keyClicks(filters.search, "xx")
    qtbot.waitUntil(lambda: slugs(seeded) == [])
    assert seeded.parts.queue._empty.text() == "No story matches."


def test_a_view_is_saved_by_keyboard_found_again_and_removed(seeded, qtbot, dialog, quiet, open_window):
    filters = seeded.parts.queue.filters
    filters.show_filter(Filter(section="Sport", order=Order.DEADLINE))
    filters.changed.emit()
    shows(qtbot, seeded, ["cup"])
    filters.keep_wanted.emit()
    asked = dialog(KeepViewDialog)
    QTest.keyClicks(asked.name, "Sport tonight")
    QTest.keyClick(asked.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filters.view.currentText() == "Sport tonight")
    filters.choose(ALL)
    shows(qtbot, seeded, ["opera", "cup", "ferry", "bridge"])
    filters.view.setCurrentText("Sport tonight")
    filters.view.activated.emit(filters.view.currentIndex())
    shows(qtbot, seeded, ["cup"])
    view = filters.current
    assert view == View("Sport tonight", Filter(section="Sport", order=Order.DEADLINE), view.id)
    filters.remove_wanted.emit(view)
    qtbot.waitUntil(lambda: filters.view.findText("Sport tonight") < 0)
    assert slugs(seeded) == ["cup"]


def test_one_key_gives_the_stories_the_whole_window_and_return_opens_one_beside_the_text(seeded, qtbot, quiet):
    p = seeded.parts
    seeded.frame.activateWindow()
    act(seeded, "queue")
    assert (p.queue.isVisible(), p.centre.isVisible(), p.checklist.isVisible()) == (True, False, False)
    qtbot.waitUntil(lambda: p.queue.wide)
    assert p.queue.titles.isVisible()
    p.queue.list.setFocus()
    p.queue.list.setCurrentIndex(p.queue.model.index(2))
    QTest.keyClick(p.queue.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seeded.hub.story is not None)
    quiet(seeded)
    assert seeded.hub.story.slug == "ferry"
    qtbot.waitUntil(lambda: not p.queue.wide)
    assert (p.centre.isVisible(), p.checklist.isVisible()) == (True, True)
    act(seeded, "queue")
    assert not p.centre.isVisible()
    act(seeded, "queue")
    assert p.centre.isVisible()


def test_return_takes_a_chief_from_the_list_into_the_review_and_escape_back(seeded, qtbot):
    p = seeded.parts
    seeded.frame.activateWindow()
    act(seeded, "queue")
    qtbot.waitUntil(lambda: p.queue.wide)
    p.queue.list.setFocus()
    p.queue.list.setCurrentIndex(p.queue.model.index(1))
    QTest.keyClick(p.queue.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: p.review.get().page is not None)
    assert p.review.get().page.story.slug == "cup"
    qtbot.waitUntil(lambda: not p.queue.wide)
    assert (p.review.isVisible(), p.centre.isVisible()) == (True, False)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: p.queue.wide)
    assert not p.review.isVisible()
    assert seeded.verbs.queue.is_whole


def test_several_are_chosen_with_keys_and_stay_chosen_when_the_list_changes(seeded, qtbot):
    queue = seeded.parts.queue
    act(seeded, "queue")
    queue.list.setFocus()
    queue.list.setCurrentIndex(queue.model.index(0))
    for _ in range(2):
        QTest.keyClick(queue.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = queue.chosen()
    assert len(chosen) == 3
    assert queue.approve.isVisible()
    assert queue.approve.text() == "Approve 3…"
    queue.filters.choose(MINE)
    shows(qtbot, seeded, ["cup", "bridge", "ferry"])
    assert set(queue.chosen()) == set(chosen) & {queue.model.id_at(at) for at in range(3)}


def test_a_click_with_a_key_held_chooses_and_opens_nothing(seeded, qtbot):
    queue = seeded.parts.queue
    for at in (0, 1):
        place = queue.list.visualRect(queue.model.index(at)).center()
        QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert len(queue.chosen()) == 2
    assert seeded.hub.story is None


def test_one_click_chooses_a_story_and_return_opens_it_without_typing_into_it(seeded, qtbot):
    queue = seeded.parts.queue
    place = queue.list.visualRect(queue.model.index(1)).center()
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.wait(50)  # long enough for a story to open, if one did
    assert seeded.hub.story is None
    (wanted,) = queue.chosen()
    QTest.keyClick(queue.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seeded.hub.story is not None)
    assert seeded.hub.story.id == wanted
    place = queue.list.visualRect(queue.model.index(queue.model.row_of(wanted))).center()
    seeded.parts.editor.setFocus()
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    text = seeded.parts.editor.text()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert seeded.parts.editor.text() == text
    assert seeded.parts.editor.edit.hasFocus()


def test_two_clicks_open_a_story(seeded, qtbot):
    queue = seeded.parts.queue
    wanted = queue.model.id_at(1)
    place = queue.list.visualRect(queue.model.index(1)).center()
    QTest.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: seeded.hub.story is not None)
    assert seeded.hub.story.id == wanted


def test_the_search_key_goes_to_all_stories(seeded, qtbot):
    seeded.parts.queue.filters.choose(MINE)
    shows(qtbot, seeded, ["cup", "bridge", "ferry"])
    act(seeded, "find_story")
    shows(qtbot, seeded, ["opera", "cup", "ferry", "bridge"])


def test_a_long_list_shows_its_first_stories_at_once_and_the_rest_behind_them(open_window, quiet, qtbot):
    store = open_store()
    for number in range(130):
        store.stories.create(NewStory(slug=f"s{number}", text=f"Rain {number}."), actor("", "Ada Holm"))
    store.close()
    window = open_window()
    queue = window.parts.queue
    qtbot.waitUntil(lambda: queue.model.rowCount() == 130)
    seen = []
    queue.model.rowsInserted.connect(lambda _parent, first, last: seen.append((first, last)))
    queue.search.setText("rain")
    qtbot.waitUntil(lambda: queue.model.rowCount() == 50)
    assert queue.count.toolTip() == "50+ stories"
    queue.list.selectionModel().select(queue.model.index(3), QItemSelectionModel.SelectionFlag.Select)
    first = slugs(window)[:50]
    qtbot.waitUntil(lambda: queue.model.rowCount() == 130)
    assert seen == [(50, 129)]
    assert queue.chosen() == [queue.model.id_at(3)]
    shows(qtbot, window, first + [f"s{number}" for number in range(79, -1, -1)])
    assert queue.count.toolTip() == "130 stories"


def test_what_others_do_to_the_stories_shows_by_itself(seeded, qtbot):
    queue = seeded.parts.queue
    queue.look_again()
    qtbot.waitUntil(lambda: queue._pulse is not None)
    other = open_store()
    made = other.stories.create(NewStory(slug="flood", text="Flood."), actor("", "Bo Lind"))
    other.close()
    queue.look_again()
    shows(qtbot, seeded, ["flood", "opera", "cup", "ferry", "bridge"])
    seen = queue._pulse
    with closing(sqlite3.connect(data_dir() / "copydesk.db")) as by_hand:
        by_hand.execute("UPDATE stories SET state = 'approved' WHERE id = ?", (made.id,))
        by_hand.commit()
    queue.look_again()
    qtbot.waitUntil(lambda: queue.model.index(0).data(ROW).void)
    assert queue._pulse.order == seen.order


def test_a_story_is_taken_in_hand_from_the_list(seeded, qtbot):
    queue = seeded.parts.queue
    seeded.frame.activateWindow()
    queue.list.setFocus()
    queue.list.setCurrentIndex(queue.model.index(1))
    act(seeded, "take")
    qtbot.waitUntil(lambda: any(line.hands for line in queue.model.held()))
    assert [line.slug for line in queue.model.held() if line.hands == seeded.hub.desk.people.working.name] == ["cup"]


def test_nothing_that_waits_says_where_the_rest_is(open_window, quiet, qtbot):
    window = open_window()
    window.parts.queue.filters.choose(MINE)
    qtbot.waitUntil(lambda: window.parts.queue._empty.text().startswith("Nothing waits for you."))
    assert QApplication.activeModalWidget() is None


def test_headings_stand_above_their_columns_with_a_scroll_bar_too(seeded, qtbot):
    queue = seeded.parts.queue
    act(seeded, "queue")
    qtbot.waitUntil(lambda: queue.wide)
    for always in (Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff):
        queue.list.setVerticalScrollBarPolicy(always)
        rows = queue.list.viewport()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        cells = columns(rows.rect(), queue.list.fontMetrics())
        for name, heading in queue.titles.headings.items():
            if heading.isHidden():
                continue
            cell = QRect(rows.mapTo(queue, cells[name].topLeft()), cells[name].size())
            place = QRect(heading.mapTo(queue, QPoint(0, 0)), heading.size())
            beside = abs(place.right() - cell.right()) if name in NUMBERS else abs(place.left() - cell.left())
            assert beside <= 12, (name, place, cell)


def test_the_name_of_the_pane_is_whole_in_a_narrow_list(seeded, qtbot):
    queue = seeded.parts.queue
    name = next(one for one in queue.findChildren(QLabel) if one.text() == "Stories")
    for width in (160, 300):
        queue.setFixedWidth(width)
        qtbot.waitUntil(lambda width=width: queue.width() == width)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        assert name.width() >= name.sizeHint().width(), width
    assert all(one.isVisible() for one in queue.findChildren(QToolButton) if one.accessibleName() == "Open a draft")


def test_a_heading_sorts_by_click_and_by_key_and_once_more_the_other_way(seeded, qtbot):
    titles = seeded.parts.queue.titles
    act(seeded, "queue")
    qtbot.waitUntil(titles.isVisible)
    QTest.mouseClick(titles.headings["story"], Qt.MouseButton.LeftButton)
    shows(qtbot, seeded, ["bridge", "cup", "ferry", "opera"])
    assert "▾" in titles.headings["story"].text()
    titles.headings["story"].setFocus()
    QTest.keyClick(titles.headings["story"], Qt.Key.Key_Space)
    shows(qtbot, seeded, ["opera", "ferry", "cup", "bridge"])
    assert "▴" in titles.headings["story"].text()
    QTest.mouseClick(titles.headings["due"], Qt.MouseButton.LeftButton)
    shows(qtbot, seeded, ["cup", "bridge", "ferry", "opera"])
    QTest.mouseClick(titles.headings["due"], Qt.MouseButton.LeftButton)
    shows(qtbot, seeded, ["ferry", "bridge", "cup", "opera"])
