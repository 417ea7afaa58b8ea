"""What was decided in two ways, in the window: told above the text, listed, answered by keys, nothing preset."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.services.carrying import key_of, laid
from desk.session import Session
from desk.store.connect import open_store
from desk.text.moments import now
from ui.dialogs.asked import AskedDialog
from ui.dialogs.needs_you import NeedsYouDialog


@pytest.fixture
def decided(window, quiet, at_store, tmp_path):
    """A window whose story has one deadline here and another on a laptop."""
    window.verbs.story.take_text("The bridge will close for two weeks from Monday.\n")
    quiet(window)
    story = window.hub.story.id

    def both_ways(desk):
        store, laptop = desk.store, open_store(tmp_path / "laptop.db")
        who = desk.people.working.actor
        laptop.strands.accept(key_of(store)[0])
        store.strands.accept(key_of(laptop, "laptop of Rosa")[0])
        laid(laptop, desk.exchange.pack([story]), who)
        laptop.stories.set_deadline(story, now() + timedelta(days=9), who)
        store.stories.set_deadline(story, now() + timedelta(hours=9), who)
        laid(store, laptop.packing.pack([story], *key_of(laptop)), who)
        laptop.close()
        return desk.stories.view(story)

    at_store(window, both_ways)
    window.verbs.story.open_story(story)
    quiet(window)
    return window


def test_two_deadlines_are_told_listed_and_answered_by_keys(decided, quiet, dialog, qtbot):
    assert any("decided in two ways. Say what counts." in sentence for sentence in decided.parts.notices.sentences)
    assert decided.hub.story.opposites == 1
    decided.actions["needs_you"].trigger()
    listed = dialog(NeedsYouDialog)
    assert "The story has two deadlines." in listed.list.item(0).text()
    QTest.keyClick(listed.list, Qt.Key.Key_Return)
    asked = dialog(AskedDialog)
    qtbot.waitUntil(asked.isActiveWindow)
    assert (asked.group.checkedId(), asked.on.isEnabled()) == (-1, False)
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert asked.isVisible()
    QTest.keyClick(asked, Qt.Key.Key_2)
    QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(decided)
    assert decided.hub.story.opposites == 0
    assert not any("decided in two ways" in sentence for sentence in decided.parts.notices.sentences)


@pytest.fixture
def twice(window, quiet, at_store, tmp_path, draft_file):
    """A window whose story was filed from the same file on a laptop too, and has come from there."""
    window.verbs.story.open_files([draft_file])
    quiet(window)
    story = window.hub.story.id

    def file_there(desk):
        session = Session(tmp_path / "laptop.toml", str(tmp_path / "laptop.db"))
        laptop = session.open_store()
        desk.store.strands.accept(key_of(laptop.store, "laptop of Rosa")[0])
        other = laptop.stories.open_file(draft_file).id
        laid(desk.store, laptop.exchange.pack([other]), desk.people.working.actor)
        laptop.close()

    at_store(window, file_there)
    window.verbs.story.open_story(story)
    quiet(window)
    return window


def test_a_draft_that_was_filed_twice_is_told_above_the_text_until_somebody_says_so(
    twice, quiet, at_store, dialog, qtbot
):
    told = "were filed from the same file on two copies. Are they one story?"
    assert any(told in sentence for sentence in twice.parts.notices.sentences)
    notice = next(notice for notice in twice.parts.notices.ordered() if told in notice.sentence)
    twice.parts.notices.put_top_aside()
    twice.parts.editor.setFocus()
    QTest.keyClicks(twice.parts.editor.edit, "x")
    twice.actions["save"].trigger()
    quiet(twice)
    assert not any(told in sentence for sentence in twice.parts.notices.sentences), "it was put aside"
    notice.answers[0][1]()
    asked = dialog(AskedDialog)
    story = twice.hub.story.id
    (pair,) = at_store(twice, lambda desk: desk.needs.of_story(story))
    other = replace(pair, id=f"{pair.id}x", said="Are these one story?")
    for one, shown in ((pair, []), (other, [other.said]), (pair, [pair.said])):
        twice.verbs.laying._tell_twins(story, [one])
        assert [said for said in twice.parts.notices.sentences if said in {other.said, pair.said}] == shown
    qtbot.waitUntil(asked.isActiveWindow)
    QTest.keyClick(asked, Qt.Key.Key_3)
    QTest.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(twice)
    assert not any(told in sentence for sentence in twice.parts.notices.sentences)
