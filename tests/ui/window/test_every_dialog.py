"""Every dialog that there is, found by its class: walked through as a screen reader does."""

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QScrollArea, QTabWidget

from tests.every_dialog import Shown, asked, dialog_classes, makers
from tests.ui.window.test_accessibility import faults
from ui.look import theme
from ui.look.roles import tell_roles


@pytest.fixture
def shown(window, at_store):
    tell_roles()
    story = window.hub.story.id
    return Shown(window, *at_store(window, lambda desk: asked(desk, story)))


def pages(dialog):
    """Turn to each page of a dialog, and yield."""
    yield
    for tabs in dialog.findChildren(QTabWidget):
        for nth in range(1, tabs.count()):
            tabs.setCurrentIndex(nth)
            yield


def misplaced(dialog):
    """Return what is cut off in a dialog, stands with empty room around it, or scrolls without a frame."""
    for words in dialog.findChildren(QLabel):
        if words.isVisible() and words.wordWrap() and words.height() < words.heightForWidth(words.width()):
            yield f"cut off: {words.text()}"
    for one in dialog.findChildren(QPushButton):
        least = one.minimumSizeHint()
        if one.isVisible() and least.boundedTo(one.size()) != least:
            yield f"too small: {one.text()}"
    for tabs in dialog.findChildren(QTabWidget):
        bar = tabs.tabBar()
        if bar.sizeHint().width() > bar.width() and dialog.width() < dialog.screen().availableGeometry().width():
            yield f"tabs out of sight: {tabs.accessibleName()}"
    for area in dialog.findChildren(QScrollArea):
        if area.focusPolicy() is not Qt.FocusPolicy.NoFocus and not area.property("framed"):
            yield f"no frame: {area.accessibleName()}"
        if area.horizontalScrollBar().isVisible():
            yield f"scrolls sideways: {area.accessibleName()}"
    for list_ in dialog.findChildren(QListWidget):
        if list_.wordWrap() and list_.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            yield f"may scroll sideways: {list_.accessibleName()}"


def settled(qtbot, dialog):
    """Return what is misplaced for good: what comes from a lane takes a round of events until all have their room."""
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not list(misplaced(dialog)), timeout=3_000)
    return misplaced(dialog)


def test_every_dialog_can_be_made_here(shown):
    assert set(makers(shown)) == set(dialog_classes()), "tests/every_dialog.py makes each dialog, a new one too"


def test_every_dialog_can_be_read(shown, quiet, qapp, qtbot):
    theme.apply(qapp, theme.DARK, 150)
    found = {}
    for name, make in makers(shown).items():
        dialog = make()
        assert type(dialog).__name__ == name
        dialog.show()
        quiet(shown.window)
        found[name] = []
        for _ in pages(dialog):
            found[name] += faults(dialog)
            found[name] += settled(qtbot, dialog)
        dialog.reject()
    assert {name: told for name, told in found.items() if told} == {}
