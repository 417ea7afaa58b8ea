"""Exchanging with the desk in the window: told before it is done, done in its own lane, by itself, and in words."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desk.services.seen_folders import id_of
from desk.services.two_databases import Synced
from desk.session import Session
from desk.story import Draft
from ui.dialogs.exchange import ExchangeDialog
from ui.dialogs.needs_you import NeedsYouDialog
from ui.dialogs.words_left import WordsLeftDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_desk(tmp_path):
    """Return a function that does something at the desk, a database of its own that others exchange with."""

    def do(job):
        desk = Session(tmp_path / "desk.toml", str(tmp_path / "desk.db")).open_store()
        try:
            return job(desk)
        finally:
            desk.close()

    return do


@pytest.fixture
def where(at_desk, tmp_path):
    at_desk(lambda desk: desk.stories.open_text("The flood reached Harrow Quay on Monday.\n", "flood"))
    return str(tmp_path / "desk.db")


def in_status(window):
    return [each.text() for each in window.frame.statusBar().findChildren(QLabel)]


def set_by_itself(window, quiet, where):
    window.hub.store(lambda desk: desk.change_settings({"desk_at": where, "desk_by_itself": True}))
    quiet(window)


def run_by_itself(window, quiet, qtbot):
    """Let the time pass until the next exchange by itself."""
    window.verbs.exchange.travelling._due.timeout.emit()
    qtbot.waitUntil(lambda: not window.verbs.exchange.travelling.busy, timeout=30_000)
    quiet(window)


def exchanged(window, dialog, quiet, qtbot, where):
    """Exchange by keys and return the dialog."""
    window.actions["exchange"].trigger()
    shown = dialog(ExchangeDialog)
    shown.address.setText(where)
    shown.address.textEdited.emit(where)
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: shown.list.count() > 0 or bool(shown.fault.text()), timeout=30_000)
    return shown


def test_it_is_told_and_marked_and_then_done_and_the_line_at_the_bottom_says_so(
    window, quiet, dialog, qtbot, where, at_store
):
    shown = exchanged(window, dialog, quiet, qtbot, where)
    assert shown.said.text() == "1 story comes, 1 goes."
    flood = next(row for row in range(2) if shown.list.item(row).text() == "“flood” comes: it is new here.")
    bridge = shown.list.item(1 - flood)
    shown.list.setCurrentItem(bridge)
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.said.text() == "1 story comes, 0 go."
    QTest.keyClick(shown.list, Qt.Key.Key_Space)
    shown.by_itself.setChecked(True)
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "came" in shown.said.text(), timeout=30_000)
    quiet(window)
    assert shown.said.text() == "1 story came, 1 went, 0 changed in both places."
    assert [story.slug for story in at_store(window, lambda desk: desk.store.stories.named("flood"))] == ["flood"]
    settings = window.hub.facts.settings
    assert (settings.desk_at, settings.desk_by_itself) == (where, True)
    assert "On the desk, just now" in in_status(window)
    window.actions["save"].trigger()
    quiet(window)
    window.hub.store(lambda desk: desk.stories.describe(window.hub.story.id, section="Sport"))
    quiet(window)
    assert "1 story waits to go; on the desk just now" in in_status(window)


def test_a_copied_stick_waits_for_a_tick(window, quiet, dialog, qtbot, at_store, tmp_path):
    stick, copied, story = tmp_path / "stick", tmp_path / "copied", window.hub.story.id
    stick.mkdir()
    window.actions["save"].trigger()
    quiet(window)
    window.hub.store(lambda desk: desk.shared_folder.exchange(stick, [story]))
    quiet(window)
    shutil.copytree(stick, copied)
    window.actions["exchange"].trigger()
    shown = dialog(ExchangeDialog)
    shown.address.setText(str(copied))
    shown.address.textEdited.emit(str(copied))
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(shown.strangers.text()), timeout=30_000)
    assert f"is a copy of {stick}: both say that they are one folder" in shown.strangers.text()
    assert (shown.act.text(), shown.act.isEnabled()) == ("Exchange", False)
    QTest.keyClick(shown.same_number, Qt.Key.Key_Space)
    assert shown.same_number.isChecked()
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "came" in shown.said.text(), timeout=30_000)
    assert id_of(copied) != id_of(stick)


def test_what_has_words_still_of_a_text_emptied_elsewhere_is_offered_without_a_dialog_in_the_way(window, dialog, quiet):
    said = "The pack /media/stick/bridge.copydesk has the words still: delete it, or pack the story anew."
    window.verbs.exchange._done(Synced(remains=(said,)))
    (notice,) = [each for each in window.parts.notices.ordered() if "A text was emptied by law, and" in each.sentence]
    ((words, show),) = notice.answers
    show()
    quiet(window)
    shown = dialog(WordsLeftDialog)
    assert words == "Show it"
    assert said in [label.text() for label in shown.findChildren(QLabel)]
    assert notice.sentence not in window.parts.notices.sentences


def test_what_is_in_the_way_is_told_in_a_sentence_and_nothing_changes(window, quiet, dialog, qtbot):
    shown = exchanged(window, dialog, quiet, qtbot, "postgresql://rosa:secret@127.0.0.1:1/news")
    assert "there is no line to its server now" in shown.fault.text()
    assert "secret" not in shown.fault.text()
    shown.reject()
    quiet(window)
    assert window.hub.facts.settings.desk_at == ""


def test_by_itself_it_waits_for_the_line_without_a_notice_and_goes_on(window, quiet, qtbot, where, tmp_path):
    away = tmp_path / "unplugged"
    away.mkdir()
    (tmp_path / "desk.db").rename(away / "desk.db")
    set_by_itself(window, quiet, where)
    run_by_itself(window, quiet, qtbot)
    said = next(words for words in in_status(window) if words.startswith("No line since"))
    assert said.endswith(": 1 story waits to go")
    assert not any("There is nothing at" in sentence for sentence in window.parts.notices.sentences)
    assert window.verbs.exchange.travelling._due.isActive()
    (away / "desk.db").rename(tmp_path / "desk.db")
    run_by_itself(window, quiet, qtbot)
    assert "On the desk, just now" in in_status(window)


def test_the_open_story_that_went_on_elsewhere_is_offered_and_what_needs_a_person_listed(
    window, quiet, qtbot, where, at_desk, dialog
):
    set_by_itself(window, quiet, where)
    run_by_itself(window, quiet, qtbot)
    story = window.hub.story.id
    at_desk(lambda desk: desk.saving.save(story, Draft("Another text.\n"), None))
    run_by_itself(window, quiet, qtbot)
    assert any("This story went on elsewhere" in sentence for sentence in window.parts.notices.sentences)
    window.verbs.exchange._show_open()
    quiet(window)
    assert window.parts.editor.text() == "Another text.\n"
    window.verbs.exchange.exchange()
    shown = dialog(ExchangeDialog)
    shown.waiting_wanted.emit()
    dialog(NeedsYouDialog)


def test_an_exchange_goes_on_behind_a_closed_dialog_and_may_be_stopped(window, quiet, dialog, qtbot, where):
    shown = exchanged(window, dialog, quiet, qtbot, where)
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    shown._stop()
    shown.reject()
    travelling = window.verbs.exchange.travelling
    qtbot.waitUntil(lambda: not travelling.busy, timeout=30_000)
    quiet(window)
    assert any("It was broken off" in sentence for sentence in window.parts.notices.sentences)
    assert window.hub.facts.exchanged.last is None
