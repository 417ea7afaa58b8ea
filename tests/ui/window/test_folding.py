"""A narrow window folds the list first, then the checklist becomes a drawer; nothing overlaps, all can be reached."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget

from ui.actions.window_actions import found_action
from ui.look import on_screen, theme
from ui.look.editor_colours import DARK
from ui.look.folding import CHECKLIST
from ui.look.widgets import ShortLabel
from ui.work import operations


def resized(window, qtbot, width, height=540):
    window.frame.resize(width, height)
    qtbot.waitUntil(lambda: window.frame.width() == width and window.parts.panes.width() == width)
    return shown(window)


def shown(window):
    p = window.parts
    return p.queue.isVisible(), p.centre.isVisible(), p.checklist.isVisible()


def act(window, name):
    found_action(window.frame, name).trigger()


def cut_off(window):
    """Return what of the window lies outside the window, or is narrower than it can be."""
    frame, bad = window.frame, []
    for kind in (QPushButton, QLabel):
        for one in frame.findChildren(kind):
            if not one.isVisible() or one.window() is not frame or not one.visibleRegion().boundingRect().isValid():
                continue
            left, right = one.mapTo(frame, one.rect().topLeft()).x(), one.mapTo(frame, one.rect().topRight()).x()
            if left < 0 or right >= frame.width() or one.width() < one.minimumSizeHint().width():
                bad.append((kind.__name__, one.text(), one.width(), one.minimumSizeHint().width()))
    return bad


def test_the_list_folds_first_then_the_checklist_and_both_come_back(window, qtbot):
    assert resized(window, qtbot, 1280) == (True, True, True)
    assert resized(window, qtbot, 960) == (False, True, True)
    assert resized(window, qtbot, 720, 450) == (False, True, False)
    assert resized(window, qtbot, 960) == (False, True, True)
    assert resized(window, qtbot, 1280) == (True, True, True)


def test_what_was_hidden_by_hand_stays_hidden(window, qtbot):
    act(window, "show_queue")
    assert resized(window, qtbot, 720, 450) == (False, True, False)
    assert resized(window, qtbot, 1280) == (False, True, True)


def test_a_checklist_that_was_narrow_when_it_went_comes_back_with_room_for_its_tabs(window, qtbot):
    resized(window, qtbot, 1280)
    panes = window.parts.panes
    panes.setSizes([240, 800, 240, 0])
    assert window.parts.checklist.width() < CHECKLIST, "pushed narrow by hand it stays so"
    act(window, "show_checklist")
    act(window, "show_checklist")
    qtbot.waitUntil(lambda: window.parts.checklist.width() >= CHECKLIST)
    panes.setSizes([240, 600, 400, 0])
    wide = window.parts.checklist.width()
    act(window, "show_checklist")
    act(window, "show_checklist")
    qtbot.waitUntil(lambda: window.parts.checklist.width() == wide)


def test_f8_shows_the_card_of_its_problem_whichever_page_was_in_front(window, qtbot):
    p = window.parts
    resized(window, qtbot, 1280)
    act(window, "notes")
    p.editor.setFocus()
    QTest.keyClick(p.editor.edit, Qt.Key.Key_F8)
    assert p.checklist.tree.isVisible()
    assert p.editor.edit.hasFocus()


def test_f8_opens_the_drawer_with_the_card_and_escape_puts_it_away(window, qtbot):
    p = window.parts
    resized(window, qtbot, 720, 450)
    p.editor.setFocus()
    QTest.keyClick(p.editor.edit, Qt.Key.Key_F8)
    assert shown(window) == (False, True, True)
    assert p.current_finding.current is not None
    assert p.editor.edit.hasFocus()
    assert p.centre.width() >= 400
    assert p.centre.geometry().right() < p.checklist.geometry().left()
    p.checklist.take_focus()
    QTest.keyClick(p.checklist.tree, Qt.Key.Key_Escape)
    assert shown(window) == (False, True, False)
    assert p.editor.edit.hasFocus()


def test_each_folded_pane_has_a_button_and_its_key(window, qtbot):
    bar = window.story_bar
    assert not bar.stories.isVisible()
    resized(window, qtbot, 720, 450)
    QTest.mouseClick(bar.stories, Qt.MouseButton.LeftButton)
    assert shown(window) == (True, True, False)
    QTest.mouseClick(bar.checklist, Qt.MouseButton.LeftButton)
    assert shown(window) == (False, True, True)
    act(window, "show_checklist")
    assert shown(window) == (False, True, False)


def test_the_first_page_leads_to_a_list_that_is_folded(window, qtbot):
    stories = window.welcome.stories
    act(window, "welcome")
    qtbot.waitUntil(window.welcome.isVisible)
    resized(window, qtbot, 1280)
    assert not stories.isVisible()
    assert resized(window, qtbot, 720, 450) == (False, True, False)
    assert stories.isVisible()
    QTest.mouseClick(stories, Qt.MouseButton.LeftButton)
    assert shown(window) == (True, True, False)
    assert cut_off(window) == []


def test_a_list_that_was_asked_for_lets_the_window_be_half_a_small_screen(window, qtbot, monkeypatch):
    resized(window, qtbot, 853, 480)
    act(window, "show_queue")
    assert shown(window) == (True, True, True)
    monkeypatch.setattr(on_screen, "room_for", lambda _: QRect(0, 0, 1280, 800))
    other = QWidget()
    qtbot.addWidget(other)
    on_screen.side_by_side(window.frame, other)
    assert window.frame.width() <= 640


@pytest.mark.parametrize("size", [(960, 540), (720, 450)])
def test_nothing_is_cut_off(window, qtbot, size):
    found = []
    resized(window, qtbot, *size)
    found += cut_off(window)
    for _ in window.hub.board.open_findings:
        QTest.keyClick(window.parts.editor.edit, Qt.Key.Key_F8)
        qtbot.waitUntil(window.parts.checklist.isVisible)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        found += cut_off(window)
    assert (window.frame.width(), window.frame.height()) == size, "no card makes the window grow"
    assert window.frame.minimumSizeHint().width() <= size[0]
    assert window.frame.minimumSizeHint().height() <= size[1]
    assert found == []


def test_a_review_in_a_narrow_window_gives_back_what_stood_there(window, qtbot, quiet):
    resized(window, qtbot, 1280)
    act(window, "review")
    qtbot.waitUntil(window.parts.review.isVisible)
    resized(window, qtbot, 720, 450)
    assert not window.parts.queue.isVisible()
    act(window, "review")
    qtbot.waitUntil(lambda: not window.parts.review.isVisible())
    assert shown(window) == (False, True, False)
    assert resized(window, qtbot, 1280) == (True, True, True)
    quiet(window)


def test_the_size_of_the_windows_words_follows_the_settings(window, qtbot, at_store):
    before = window.parts.checklist.tree.fontMetrics().height(), window.parts.editor.edit.fontMetrics().height()
    window.hub.store(lambda desk: desk.change_settings({"window_percent": 150}))
    qtbot.waitUntil(lambda: window.parts.checklist.tree.fontMetrics().height() > before[0] * 1.3)
    assert window.parts.editor.edit.fontMetrics().height() == before[1]
    list_ = window.parts.queue.list
    assert list_.verticalHeader().defaultSectionSize() > 3 * list_.fontMetrics().height()


def test_larger_words_leave_the_paper_in_the_colours_of_the_theme(window, qtbot):
    window.hub.store(lambda desk: desk.change_settings({"theme": "dark"}))
    qtbot.waitUntil(lambda: theme.current() is theme.DARK)
    window.hub.store(lambda desk: desk.change_settings({"window_percent": 125}))
    qtbot.waitUntil(lambda: theme.percent() == 125)
    edit = window.parts.editor.edit
    assert edit.viewport().palette().base().color().name() == DARK.paper
    assert edit.grab().toImage().pixelColor(edit.width() // 2, 2).name() == DARK.paper


def test_f8_shows_the_problem_where_the_names_were_read_last(window, qtbot):
    p = window.parts
    act(window, "names")
    resized(window, qtbot, 720, 450)
    p.editor.setFocus()
    QTest.keyClick(p.editor.edit, Qt.Key.Key_F8)
    assert p.checklist.card.isVisible()
    assert p.editor.edit.hasFocus()


def test_large_words_leave_the_names_of_the_pages_whole_and_half_the_window_to_the_text(window, qtbot, qapp):
    p = window.parts
    theme.apply(qapp, theme.LIGHT, 150)
    resized(window, qtbot, 1280)
    tabs = [one for one in p.checklist.findChildren(QToolButton) if one.objectName() == "tab"]
    qtbot.waitUntil(lambda: all(tab.width() >= tab.sizeHint().width() for tab in tabs))
    resized(window, qtbot, 720, 450)
    p.editor.setFocus()
    QTest.keyClick(p.editor.edit, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: p.checklist.isVisible() and p.centre.width() >= 350)


def test_the_list_comes_back_as_wide_as_it_needs_where_a_drawer_stood(window, qtbot):
    p = window.parts
    resized(window, qtbot, 720, 450)
    p.editor.setFocus()
    QTest.keyClick(p.editor.edit, Qt.Key.Key_F8)
    assert resized(window, qtbot, 1280) == (True, True, True)
    qtbot.waitUntil(lambda: p.queue.width() >= 220 and p.checklist.width() >= 300)


def test_where_a_story_stands_is_read_whole_where_it_leaves_the_slug_its_half(window, qtbot):
    bar = window.story_bar
    slug, about = bar.findChildren(ShortLabel)
    titles = slug.parentWidget()
    resized(window, qtbot, 720, 450)
    bar.setFixedWidth(bar.width() - titles.width() + slug.sizeHint().width() + about.sizeHint().width() + 12)
    qtbot.waitUntil(lambda: (slug.text(), about.text()) == ("bridge", "Draft · version 1"))
    operations.describe(window.hub, window.hub.story.id, slug="a-slug-that-nobody-reads-aloud-but-that-somebody-typed")
    qtbot.waitUntil(lambda: slug.text().startswith("a-slug") and slug.width() >= about.width() - 1)


def test_with_words_twice_as_large_every_menu_and_whole_counts_have_room_and_notices_grow_too(window, qtbot, quiet):
    resized(window, qtbot, 720, 450)
    window.parts.notices.tell("disk", "The file changed.")
    window.hub.store(lambda desk: desk.change_settings({"window_percent": 200}))
    qtbot.waitUntil(lambda: theme.percent() == 200)
    quiet(window)
    bar, line = window.frame.menuBar(), window.frame.statusBar()
    assert all(bar.actionGeometry(menu).right() < bar.width() for menu in bar.actions())
    words = [one for one in line.findChildren(QLabel) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in words))
    size = QApplication.font().pointSizeF()
    assert {one.font().pointSizeF() for one in window.parts.notice_bar.findChildren(QLabel) if one.isVisible()} == {
        size
    }
