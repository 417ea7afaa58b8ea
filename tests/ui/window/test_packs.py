"""Packs in the window: stories taken along as a file, a pack opened, dropped or unlocked, told before it is taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desk.errors import KnownError
from desk.session import Session
from ui.dialogs.bring_back import BringBackDialog
from ui.dialogs.passphrase import PassphraseDialog
from ui.dialogs.take_along import TakeAlongDialog


@pytest.fixture
def pack_of_a_laptop(tmp_path):
    """A pack with one story of a desk that nobody here knows yet, open and locked."""
    session = Session(tmp_path / "laptop.toml", str(tmp_path / "laptop.db"))
    desk = session.open_store()
    desk.exchange.me("laptop of Rosa")
    story = desk.stories.open_text("The flood reached Harrow Quay on Monday.\n", "flood").id
    for name, passphrase in (("open", ""), ("locked", "dünne Suppe")):
        desk.packs.pack([story], tmp_path / f"{name}.copydesk", passphrase)
    desk.close()
    return tmp_path


def test_a_pack_that_is_dropped_says_what_it_holds_and_is_taken_once_its_number_was_compared(
    window, quiet, dialog, pack_of_a_laptop, at_store
):
    window.frame.files_dropped.emit([pack_of_a_laptop / "open.copydesk"])
    shown = dialog(BringBackDialog)
    assert shown.list.item(0).text().startswith("“flood” is new here.")
    assert not shown.take.isEnabled()
    QTest.keyClick(shown.same_number, Qt.Key.Key_Space)
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(window)
    assert [story.slug for story in at_store(window, lambda desk: desk.store.stories.named("flood"))] == ["flood"]


@pytest.mark.parametrize(("count", "refused"), [(1, 0), (2, 0), (2, 1)])
def test_what_is_taken_in_on_the_first_page_is_in_sight_in_a_narrow_window(
    open_window, quiet, dialog, tmp_path, monkeypatch, count, refused
):
    def is_sound(bag):
        if bag.card.id in ids[count - refused :]:
            raise KnownError(f"“{bag.card.slug}” was altered.")

    session = Session(tmp_path / "laptop.toml", str(tmp_path / "laptop.db"))
    desk = session.open_store()
    desk.exchange.me("laptop of Rosa")
    ids = [desk.stories.open_text("The flood reached Harrow Quay on Monday.\n", f"flood{n}").id for n in range(count)]
    desk.packs.pack(ids, tmp_path / "flood.copydesk", "")
    desk.close()
    window = open_window()
    quiet(window)
    window.frame.resize(960, 540)
    window.frame.files_dropped.emit([tmp_path / "flood.copydesk"])
    shown = dialog(BringBackDialog)
    assert window.hub.story is None
    monkeypatch.setattr("desk.services.carrying.must_be_sound", is_sound)
    QTest.keyClick(shown.same_number, Qt.Key.Key_Space)
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(window)
    if count - refused == 1:
        assert window.hub.story is not None
        assert window.hub.story.slug == "flood0"
    else:
        assert window.parts.queue.isVisible()
        assert window.parts.queue.isAncestorOf(window.frame.focusWidget())


def test_a_locked_pack_asks_for_its_passphrase_until_it_is_the_right_one(window, quiet, dialog, pack_of_a_laptop):
    window.windows.take([pack_of_a_laptop / "locked.copydesk"])  # as when it is opened with a double click meanwhile
    for words, said in (("dicke Suppe", "This pack is locked"), ("dünne Suppe", "The passphrase is another one")):
        asked = dialog(PassphraseDialog)
        assert any(said in each.text() for each in asked.findChildren(QLabel))
        asked.words.setText(words)
        QTest.keyClick(asked.words, Qt.Key.Key_Return)
        quiet(window)
    assert dialog(BringBackDialog).list.count() == 1


def test_each_of_two_locked_packs_is_opened_with_its_own_passphrase(window, quiet, dialog, pack_of_a_laptop):
    other = pack_of_a_laptop / "other.copydesk"
    other.write_bytes((pack_of_a_laptop / "locked.copydesk").read_bytes())
    for path in (pack_of_a_laptop / "locked.copydesk", other):
        window.windows.take([path])
        quiet(window)
    asked = next(one for one in window.frame.findChildren(PassphraseDialog) if "“locked" in one.windowTitle())
    asked.words.setText("dünne Suppe")
    QTest.keyClick(asked.words, Qt.Key.Key_Return)
    quiet(window)
    assert "locked" in dialog(BringBackDialog).windowTitle()


def test_the_open_story_is_taken_along_as_a_file(window, quiet, dialog, tmp_path, monkeypatch):
    file = tmp_path / "train.copydesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    window.actions["take_along"].trigger()
    quiet(window)
    shown = dialog(TakeAlongDialog)
    assert shown.one.isChecked()
    quiet(window)
    assert shown.leaving.text().startswith("1 story goes: 1 version")
    shown.all.setChecked(True)
    quiet(window)
    assert shown.leaving.text().startswith("1 story goes: 1 version")
    shown.passphrase.setText("a")
    assert not shown.save.isEnabled()
    shown.passphrase.clear()
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(window)
    assert file.read_bytes().startswith(b"PK")


def test_of_two_loans_the_one_that_is_marked_ends(window, quiet, dialog, tmp_path, at_store):
    def lent(desk):
        (story,) = [row.id for row in desk.store.queue.page().rows]
        for to in ("Rosa", "Tam"):
            desk.exchange.lend([story], to, "a laptop")
        desk.packs.pack([story], tmp_path / "train.copydesk")
        return story

    story = at_store(window, lent)
    window.verbs.story.open_files([tmp_path / "train.copydesk"])
    shown = dialog(BringBackDialog)
    assert "It is lent to Rosa on a laptop and Tam on a laptop." in shown.list.item(0).text()
    boxes = [*shown.loans.values()]
    assert [(box.text(), box.isChecked()) for box in boxes] == [
        ("End the loan to Rosa on a laptop: 1 story is back", False),
        ("End the loan to Tam on a laptop: 1 story is back", False),
    ]
    QTest.keyClick(boxes[1], Qt.Key.Key_Space)
    QTest.keyClick(shown, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(window)
    assert at_store(window, lambda desk: desk.stories.view(story).lent) == "lent to Rosa on a laptop"


def test_what_is_no_pack_is_told(window, quiet, tmp_path):
    (tmp_path / "no.copydesk").write_bytes(b"nothing")
    window.verbs.story.open_files([tmp_path / "no.copydesk"])
    quiet(window)
    assert any("This file is no pack of Copydesk" in sentence for sentence in window.parts.notices.sentences)
