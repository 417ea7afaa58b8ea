"""What the window keeps of a story: saving, recovery copies, files that change, second windows, damaged databases."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from sqlalchemy import select, update

from desk.checks.check import Item
from desk.errors import Cancelled, KnownError
from desk.paths import data_dir
from desk.review.decisions import Scope
from desk.review.queue import Filter
from desk.store import upgrading
from desk.store.database import tables
from desk.store.records.values import Upgrading
from desk.store.stories.recovery import LEASE
from desk.story import Changes
from desk.text.moments import now
from tests.desk.store.old_files import as_left_by
from tests.ui.window.acting import act, choose, shorten, shown_sentences
from ui.dialogs.stuck import StuckDialog
from ui.dialogs.unusable import UnusableDialog
from ui.dialogs.upgrading import UpgradingDialog
from ui.dialogs.waive import WaiveDialog
from ui.open_story.still_open import RENEW
from ui.work.lanes import Lane


def test_edits_are_saved_when_another_story_is_opened(window, quiet, tmp_path):
    first = window.hub.story.id
    QTest.keyClicks(window.parts.editor.edit, "New ")
    other = tmp_path / "other.txt"
    other.write_text("Another story.\n", encoding="utf-8")
    window.verbs.story.open_files([other])
    quiet(window)
    window.verbs.story.open_story(first)
    quiet(window)
    assert window.parts.editor.text().startswith("New Harbour")
    assert window.hub.story.version == 2


def test_a_story_left_while_grammar_is_checked_has_its_check_finished_behind(window, qtbot, at_store):
    first, go = window.hub.story.id, threading.Event()
    shorten(window.parts.open_story._left_early._timer, 1_000)
    window.lanes.submit(Lane.ENGINE, lambda: go.wait(20))
    QTest.keyClicks(window.parts.editor.edit, "New ")
    qtbot.waitUntil(lambda: not window.parts.checker.own.busy)
    act(window, "save")
    act(window, "close")
    qtbot.waitUntil(lambda: window.hub.story is None)
    go.set()

    def checked(desk):
        return set(desk.store.runs.of_text(first, desk.store.stories.get(first).sha256))

    qtbot.waitUntil(lambda: at_store(window, checked) == set(Item), timeout=20_000)


def test_closing_saves_asks_nothing_and_ends_every_thread(window, qtbot, open_window, draft_file, quiet, at_store):
    QTest.keyClicks(window.parts.editor.edit, "New ")
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left)
    assert [t.name for t in threading.enumerate() if t.name.startswith("copydesk-")] == []
    again = open_window()
    again.verbs.story.open_story(at_store(again, lambda desk: desk.queue.ids(Filter()))[0])
    quiet(again)
    assert again.parts.editor.text().startswith("New Harbour")


def test_a_story_that_cannot_be_saved_keeps_the_window_open(window, dialog, qtbot, monkeypatch):
    desk = window.hub.desk

    def full(*_):
        raise KnownError("The disk is full: free some space, then save again.")

    with monkeypatch.context() as broken:
        broken.setattr(desk.saving, "save", full)
        QTest.keyClicks(window.parts.editor.edit, "New ")
        window.frame.close()
        asked = dialog(StuckDialog)
        assert window.frame.isVisible()
        asked.reject()
    assert not window.frame.is_left
    assert window.parts.editor.text().startswith("New ")


def test_a_recovery_copy_follows_the_typing(window, qtbot):
    QTest.keyClicks(window.parts.editor.edit, "Typed ")
    timer = window.parts.recovery_copy._timer
    assert timer.isActive()
    shorten(timer, 1_000)
    story = window.hub.story.id
    copies = []

    def kept():
        window.hub.ask(lambda s: s.store.recovery.of(story), copies.append)
        return bool(copies) and copies[-1] is not None and copies[-1].text.startswith("Typed ")

    qtbot.waitUntil(kept, timeout=5_000)


def test_an_open_story_stays_held_while_it_is_only_read(window, quiet):
    locks, renewed = tables.locks, []

    def age(desk):
        with desk.store._access.writing() as connection:
            connection.execute(update(locks).values(renewed=now() - 2 * LEASE))
        return Changes(frozenset())

    def look(desk):
        with desk.store._access.reading() as connection:
            return connection.execute(select(locks.c.renewed)).scalar_one()

    window.hub.store(age)
    window.parts.open_story.still_open.renew()
    window.hub.ask(look, renewed.append)
    quiet(window)
    assert now() - renewed[0] < LEASE
    assert timedelta(milliseconds=RENEW) * 3 < LEASE


def test_a_file_that_has_its_old_words_again_is_told_no_longer(window, qtbot, draft_file):
    def told():
        return any("other words" in said for said in window.parts.notices.sentences)

    shorten(window.refresher._watch._timer, 300)
    before = draft_file.read_text("utf-8")
    draft_file.write_text("The desk has rewritten this.\n", encoding="utf-8")
    qtbot.waitUntil(told, timeout=20_000)
    draft_file.write_text(before, encoding="utf-8")
    qtbot.waitUntil(lambda: not told(), timeout=20_000)


def test_a_notice_of_the_recovered_text_goes_once_it_is_saved(window, quiet):
    notices = window.parts.notices
    QTest.keyClicks(window.parts.editor.edit, "New ")
    notices.tell("recovered", "This is the text as it was typed last.")
    act(window, "save")
    quiet(window)
    assert "recovered" not in notices


def test_a_file_changed_on_disk_is_told_and_can_be_taken(window, qtbot, draft_file, quiet):
    shorten(window.refresher._watch._timer, 300)
    draft_file.write_text("The desk has rewritten this.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: any("other words" in said for said in window.parts.notices.sentences), timeout=10_000)
    window.refresher._take_file()
    quiet(window)
    assert window.parts.editor.text() == "The desk has rewritten this.\n"


def test_a_second_window_may_only_read(window, open_window, draft_file, quiet):
    second = open_window(draft_file)
    quiet(second)
    assert second.hub.story.read_only
    assert second.parts.editor.edit.isReadOnly()
    QTest.keyClicks(second.parts.editor.edit, "No")
    assert not second.parts.editor.text().startswith("No")


def test_a_second_window_may_decide_nothing_and_says_so(window, open_window, draft_file, quiet):
    second = open_window(draft_file)
    quiet(second)
    choose(second, "the the")
    for name in ("waive", "not_here", "mend", "move", "reflow", "save"):
        assert not second.actions[name].isEnabled(), name
    second.verbs.problems.waive()
    second.verbs.problems.not_an_error(Scope.HERE)
    second.verbs.problems.tick("Facts checked", on=True)
    quiet(second)
    assert "another window has it open" in second.frame.statusBar().currentMessage()
    assert second.hub.board.verdicts.all() == ()
    assert not second.hub.board.verdicts.ticked
    assert not [d for d in QApplication.topLevelWidgets() if isinstance(d, WaiveDialog) and d.isVisible()]


def test_a_damaged_database_is_one_sentence_and_no_crash(open_window, dialog, qtbot):
    data_dir().mkdir(parents=True)
    (data_dir() / "copydesk.db").write_bytes(b"this is no database at all" * 400)
    window = open_window()
    asked = dialog(UnusableDialog)
    assert not window.hub.is_ready
    (data_dir() / "copydesk.db").unlink()
    asked._again()
    qtbot.waitUntil(lambda: window.hub.is_ready, timeout=10_000)


def test_a_damaged_database_can_be_replaced_by_a_backup_from_the_window(
    window, open_window, dialog, qtbot, quiet, at_store
):
    slug, path = window.hub.story.slug, data_dir() / "copydesk.db"
    window.hub.ask(lambda desk: desk.store.back_up(), lambda _: None)
    quiet(window)
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left)
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 9000)
    again = open_window()
    asked = dialog(UnusableDialog)
    assert "is damaged" in shown_sentences(asked)[0]
    assert asked.list.count() == 1
    QTest.keyClick(asked, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.hub.is_ready, timeout=10_000)
    quiet(again)
    assert [row.slug for row in at_store(again, lambda desk: desk.queue.rows(desk.queue.ids(Filter())))] == [slug]
    assert any("copydesk.db.replaced-" in said for said in again.parts.notices.sentences)
    assert list(path.parent.glob("copydesk.db.replaced-*"))


def test_an_older_database_is_shown_on_its_way_and_left_as_it_was_where_somebody_stops_it(
    open_window, dialog, qtbot, monkeypatch
):
    path, go_on = data_dir() / "copydesk.db", threading.Event()
    as_left_by("0001", path)
    migrate = upgrading.migrate

    def held(connection, **heard):
        heard["stepped"]()
        assert go_on.wait(20)
        migrate(connection, **heard)

    monkeypatch.setattr(upgrading, "migrate", held)
    monkeypatch.setattr(upgrading, "_EVERY", 0)
    window = open_window()
    shown = dialog(UpgradingDialog)
    qtbot.waitUntil(lambda: shown.said.text() == "The database is brought up to date.")
    assert shown.kept.text().endswith("; a copy from before is among the backups.")
    assert not window.welcome.isVisible(), "there is nothing to begin with behind it"
    shown.show_progress(Upgrading("A server's, or the copy is still being made."))
    assert shown.kept.text() == "Until it is done everything stays as it was."
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    window.hub.upgrading.emit(Upgrading("The words of the stories go into the index.", 1, 2, "stories"))  # on its way
    assert (shown.isVisible(), shown.count.text()) == (True, "Stopping…")
    go_on.set()
    asked = dialog(UnusableDialog)
    assert not _shown(UpgradingDialog)
    assert "was not brought up to date, as you wished" in shown_sentences(asked)[0]
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    asked._again()
    qtbot.waitUntil(lambda: window.hub.is_ready, timeout=20_000)
    assert not _shown(UpgradingDialog)


def test_closing_the_window_stops_the_bringing_up_to_date_and_leaves_the_database_as_it_was(
    open_window, dialog, qtbot, monkeypatch
):
    path, in_vain, stopped = data_dir() / "copydesk.db", threading.Event(), []
    as_left_by("0001", path)

    def held(_connection, *, stepped, **_heard):
        try:
            for _ in range(1000):  # ten seconds, where nobody stops it
                stepped()
                in_vain.wait(0.01)
        except Cancelled:
            stopped.append(True)
            raise

    monkeypatch.setattr(upgrading, "migrate", held)
    monkeypatch.setattr(upgrading, "_EVERY", 0)
    window = open_window()
    shown = dialog(UpgradingDialog)
    qtbot.waitUntil(lambda: shown.said.text() == "The database is brought up to date.")
    window.frame.close()
    assert window.frame.is_left
    assert stopped == [True]
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)


def _shown(kind):
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


def test_escape_on_an_unusable_database_ends_the_window(open_window, dialog, qtbot):
    data_dir().mkdir(parents=True)
    (data_dir() / "copydesk.db").write_bytes(b"this is no database at all" * 400)
    window = open_window()
    asked = dialog(UnusableDialog)
    assert asked.list.count() == 0
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.frame.is_left)
