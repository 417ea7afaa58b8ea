"""Every dialog that there is, found by its class: walked through as a screen reader does."""

import pytest
from PySide6.QtWidgets import QTabWidget

from tests.every_dialog import Shown, asked, dialog_classes, makers
from tests.ui.window.test_accessibility import faults
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


def test_every_dialog_can_be_made_here(shown):
    assert set(makers(shown)) == set(dialog_classes()), "tests/every_dialog.py makes each dialog, a new one too"


def test_every_dialog_can_be_read(shown, quiet):
    found = {}
    for name, make in makers(shown).items():
        dialog = make()
        assert type(dialog).__name__ == name
        dialog.show()
        quiet(shown.window)
        found[name] = [told for _ in pages(dialog) for told in faults(dialog)]
        dialog.reject()
    assert {name: told for name, told in found.items() if told} == {}
