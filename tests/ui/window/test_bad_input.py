"""Bad input in the window: one clear sentence each, and what stood there before still stands.

The same cases on the command line are in `tests/e2e/test_bad_input.py`. In `test_window.py`: a damaged database, a
file changed on disk, a second window on the same story. In `tests/stress/test_window_kills.py`: the window itself
killed.
"""

import resource
import signal
import sqlite3
from contextlib import closing, contextmanager

import psutil
import pytest
from PySide6.QtTest import QTest

from desk.checking.checklist import ItemState
from desk.checks.check import Item
from desk.paths import data_dir
from desk.review.queue import Filter
from desk.store.records.values import RecoveryCopy
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.stuck import StuckDialog
from ui.open_story import recovery
from ui.work import operations


def _sparse(path):
    with path.open("wb") as file:
        file.truncate(50_000_000)


BAD_FILES = {
    "empty": (lambda path: path.touch(), "is empty"),
    "binary": (lambda path: path.write_bytes(bytes(range(256)) * 64), "binary data"),
    "50 MB": (_sparse, "too large for a story"),
    "vanished": (lambda path: None, "does not exist"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "unreadable": (lambda path: path.symlink_to(path), "cannot be read"),
}


def test_files_that_are_no_story_are_one_sentence_each_and_lose_nothing(window, quiet, tmp_path, at_store):
    written = ""
    for case, (make, part) in BAD_FILES.items():
        bad = tmp_path / f"{case}.txt"
        make(bad)
        QTest.keyClicks(window.parts.editor.edit, "New ")
        text, stories = window.parts.editor.text(), at_store(window, lambda desk: desk.queue.ids(Filter()))
        window.verbs.story.open_files([bad])
        quiet(window)
        (said,) = window.parts.notices.sentences
        assert str(bad) in said
        assert part in said
        assert window.parts.notices.put_top_aside()
        assert window.parts.editor.text() == text
        assert at_store(window, lambda desk: desk.queue.ids(Filter())) == stories
        QTest.keyClicks(window.parts.editor.edit, "and ")
        window.verbs.story.save()
        quiet(window)
        written += "New and "
        assert window.hub.story.text.startswith(f"{written}Harbour")


ODD_TEXTS = {
    "NUL bytes": (b"The mayor\0 opened the new bridge on Monday afternoon, as was planned.\n", "NUL"),
    "a lone surrogate": (
        b"\xff\xfe" + "The mayor ".encode("utf-16-le") + b"\x00\xd8" + " spoke.\n".encode("utf-16-le"),
        "surrogate",
    ),
    "bidirectional overrides": ("Pay \u202e001\u202c now, \u2066said\u2069 Zoë.\n".encode(), "reading direction"),
    "one line of blanks": (b"The the" + b" " * 199_990 + b"end.", "200,001 characters"),
}


MILLION = "word " * 200_000


def test_odd_texts_open_as_they_are_and_their_oddity_is_told(window, quiet, tmp_path):
    for case, (raw, part) in ODD_TEXTS.items():
        odd = tmp_path / f"{case}.txt"
        odd.write_bytes(raw)
        code = "utf-16" if raw.startswith(b"\xff\xfe") else "utf-8"
        _opens_as_it_is_and_is_told(
            window, quiet, odd, raw.decode(code, "surrogatepass").replace("\ud800", "\ufffd"), part
        )


def _opens_as_it_is_and_is_told(window, quiet, file, text, part):
    window.verbs.story.open_files([file])
    quiet(window)
    assert window.parts.editor.text() == text
    assert any(part in said for said in window.parts.notices.sentences)
    story = window.hub.story.id
    window.verbs.story.close()
    quiet(window)
    window.verbs.story.open_story(story)
    quiet(window)
    assert (window.parts.editor.text(), window.hub.story.version) == (text, 1)


def test_a_line_of_a_million_characters_opens_and_is_edited_once_it_is_split(window, quiet, tmp_path):
    long = tmp_path / "long.txt"
    long.write_text(MILLION, "utf-8")
    _opens_as_it_is_and_is_told(window, quiet, long, MILLION, "1,000,000 characters")
    editor = window.parts.editor
    assert editor.edit.isReadOnly()
    editor.part_long_lines()
    assert not editor.edit.isReadOnly()
    QTest.keyClicks(editor.edit, "New ")
    assert editor.text().split() == ["New", *["word"] * 200_000]
    quiet(window)


# -- Disks and databases ----------------------------------------------------------------------------------------------


@contextmanager
def full_disk(size):
    """Let no file grow beyond `size` bytes: what a full disk does, for this process alone."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


def test_a_full_disk_is_one_sentence_and_the_text_is_saved_later(window, quiet):
    QTest.keyClicks(window.parts.editor.edit, "New ")
    with full_disk(4096):
        window.verbs.story.save()
        quiet(window)
    sentences = window.parts.notices.sentences
    assert any("copydesk.db" in said and "disk" in said.casefold() for said in sentences), sentences
    assert window.parts.open_story.edited
    assert window.parts.editor.text().startswith("New Harbour")
    window.verbs.story.save()
    quiet(window)
    assert not window.parts.open_story.edited
    assert window.hub.story.text.startswith("New Harbour")


def test_a_full_disk_on_the_way_out_keeps_the_window_until_it_is_saved(window, dialog, qtbot):
    QTest.keyClicks(window.parts.editor.edit, "New ")
    with full_disk(4096):
        window.frame.close()
        asked = dialog(StuckDialog)
    assert not window.frame.is_left
    next(b for b in asked.findChildren(type(asked.answer("x", asked.reject))) if b.text() == "Try again").click()
    qtbot.waitUntil(lambda: window.frame.is_left)


def test_a_file_on_a_full_disk_is_not_half_written(window, quiet, tmp_path, draft_file):
    before = draft_file.read_bytes()
    QTest.keyClicks(window.parts.editor.edit, "New ")
    with full_disk(10):
        operations.export(window.hub, window.hub.story.id, window.parts.live_draft.draft(), draft_file)
        quiet(window)
    assert any("was not written" in said for said in window.parts.notices.sentences)
    assert draft_file.read_bytes() == before
    assert window.parts.editor.text().startswith("New ")


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr("desk.store.database.sqlite.BUSY_SECONDS", 0.1)


def test_a_locked_database_is_one_sentence_and_the_text_is_saved_later(impatient, window, quiet):
    QTest.keyClicks(window.parts.editor.edit, "New ")
    with closing(sqlite3.connect(data_dir() / "copydesk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.verbs.story.save()
        quiet(window)
        other.execute("ROLLBACK")
    assert any("Another program has been writing" in said for said in window.parts.notices.sentences)
    window.verbs.story.save()
    quiet(window)
    assert window.hub.story.text.startswith("New Harbour")


# -- Recovery ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def left_behind(window, qtbot, quiet, at_store):
    """Return the story and the words that a window left unsaved when it died."""
    quiet(window)
    story = window.hub.story
    typed = story.text.replace("two weeks", "three weeks")
    at_store(window, lambda desk: desk.store.recovery.leave(RecoveryCopy(id=story.id, slug=story.slug, text=typed)))
    window.frame.close()
    qtbot.waitUntil(lambda: window.frame.is_left)
    return story, typed


def test_what_a_window_left_unsaved_is_offered_with_a_preview_and_opened(
    left_behind, open_window, dialog, quiet, at_store
):
    story, typed = left_behind
    again = open_window()
    asked = dialog(RecoveryDialog)
    assert story.slug in asked.list.item(0).text()
    assert "three" in asked.preview.toPlainText()
    asked._open()
    quiet(again)
    assert again.parts.editor.text() == typed
    assert again.parts.open_story.edited
    assert any("typed last" in said for said in again.parts.notices.sentences)
    again.verbs.story.save()
    quiet(again)
    assert again.hub.story.text == typed
    assert at_store(again, lambda desk: desk.saving.recoveries()) == []


def test_going_back_to_the_saved_version_throws_the_typed_one_away(left_behind, open_window, dialog, quiet, at_store):
    story, _ = left_behind
    again = open_window()
    dialog(RecoveryDialog)._open()
    quiet(again)
    again.refresher._back_to_saved()
    quiet(again)
    assert again.parts.editor.text() == story.text
    assert not again.parts.open_story.edited
    assert at_store(again, lambda desk: desk.store.recovery.of(story.id)) is None


def test_recovered_text_that_is_open_is_no_other_windows_to_throw_away(
    left_behind, open_window, dialog, quiet, qtbot, at_store, monkeypatch
):
    assert 0 < recovery.BEHIND <= 1_000, "longer, and a crash takes more of what was typed"
    monkeypatch.setattr(recovery, "BEHIND", 1)  # a test would only wait for it
    first = open_window()
    dialog(RecoveryDialog)._open()
    quiet(first)
    offered = []

    def mine():
        first.hub.ask(lambda s: s.store.recovery.pending(), lambda found: offered.append(len(found)))
        return bool(offered) and offered[-1] == 0

    qtbot.waitUntil(mine, timeout=10_000)
    assert at_store(first, lambda desk: desk.store.recovery.of(first.hub.story.id)) is not None


# -- Engines ----------------------------------------------------------------------------------------------------------


def grammar(window):
    return next(line for line in window.hub.board.lines if line.item == Item.GRAMMAR)


@pytest.mark.engine
def test_no_java_leaves_grammar_unchecked_with_the_reason(lend_engine, open_window, draft_file, quiet):
    lend_engine(keep_warm_seconds=0, java="/nowhere/bin/java")
    window = open_window(draft_file)
    quiet(window)
    assert grammar(window).state is ItemState.UNCHECKED
    assert "/nowhere/bin/java" in grammar(window).reason
    assert next(line for line in window.hub.board.lines if line.item == Item.STYLE).open


@pytest.mark.engine
def test_an_engine_that_is_killed_is_started_again_without_a_word(
    lend_engine, open_window, draft_file, quiet, qtbot, tries
):
    lend_engine(mortal=True, keep_warm_seconds=60)
    with tries.one("engine-once"):
        window = open_window(draft_file)
        qtbot.waitUntil(lambda: Item.GRAMMAR in window.hub.board.runs and not window.lanes.busy(), timeout=200_000)
        assert grammar(window).state is not ItemState.UNCHECKED
        psutil.Process(window.hub.desk.examiner.engine.status().server.pid).kill()
        window.parts.editor.edit.moveCursor(window.parts.editor.edit.textCursor().MoveOperation.End)
        QTest.keyClicks(window.parts.editor.edit, "He recieved it on Sunday.")
        qtbot.waitUntil(lambda: "recieved" in [finding.quote for finding in grammar(window).open], timeout=200_000)
        quiet(window)
        assert "recieved" in [finding.quote for finding in grammar(window).open]
        assert window.parts.notices.sentences == ()
