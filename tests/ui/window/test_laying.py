"""A story that was changed in two places, in the window: told above the text, laid together by keys, saved as one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.review.looks import BarsSince
from desk.story import Changes
from tests.desk.store.stories.test_version_graph import put_apart
from ui.dialogs.laying import LayingDialog
from ui.dialogs.needs_you import NeedsYouDialog

LEAD = "The harbour bridge will close for two weeks from Monday, the engineer said on Friday."
FERRY = "Ferries will run every ten minutes from the northern pier while the work lasts."
BOTH = f"{LEAD}\n\n{FERRY}\n"


@pytest.fixture
def apart(window, quiet, at_store):
    """A window whose story was changed here and elsewhere, in the same paragraph."""
    window.verbs.story.take_text(BOTH)
    quiet(window)
    story = window.hub.story.id

    def elsewhere(desk):
        first = desk.store.stories.versions(story)[-1].digest
        put_apart(desk.store, story, BOTH.replace("ten", "fifteen"), first)
        with desk.store._access.writing() as connection:
            connection.exec_driver_sql("UPDATE stories SET apart = 1 WHERE id = ?", (story,))
        return desk.stories.view(story)

    edit = window.parts.editor.edit
    cursor = edit.document().find("ten")
    cursor.insertText("twelve")
    window.actions["save"].trigger()
    quiet(window)
    at_store(window, elsewhere)
    window.verbs.story.open_story(story)
    quiet(window)
    return window


def test_it_is_told_above_the_text_and_laid_together_by_keys(apart, quiet, dialog):
    assert any("changed in two places" in sentence for sentence in apart.parts.notices.sentences)
    apart.verbs.packs._taken(Changes(frozenset()))
    quiet(apart)
    assert any("1 story was changed in two places" in sentence for sentence in apart.parts.notices.sentences)
    apart.actions["lay_together"].trigger()
    shown = dialog(LayingDialog)
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_2)
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(apart)
    assert apart.parts.editor.text() == BOTH.replace("ten", "fifteen")
    assert apart.hub.story.version == 4
    assert not any("changed in two places" in sentence for sentence in apart.parts.notices.sentences)


def test_bars_since_the_saved_version_go_by_the_text_that_is_edited_here(apart, at_store):
    story = apart.hub.story.id
    saved = at_store(apart, lambda desk: desk.versions.earlier(story, BarsSince.SAVED))
    assert saved.text == apart.parts.editor.text(), "the other text has a later number, and nobody edits it here"


def test_what_waits_stands_in_a_list_of_its_own(apart, quiet, dialog):
    apart.verbs.story.close()
    quiet(apart)
    apart.actions["needs_you"].trigger()
    listed = dialog(NeedsYouDialog)
    assert "1 paragraph needs you." in listed.list.item(0).text()
    QTest.keyClick(listed.list, Qt.Key.Key_Return)
    assert dialog(LayingDialog).question is not None
    assert apart.hub.story is not None


def test_where_nothing_waits_it_says_so(window, quiet, dialog):
    window.actions["needs_you"].trigger()
    assert dialog(NeedsYouDialog).list.count() == 0
