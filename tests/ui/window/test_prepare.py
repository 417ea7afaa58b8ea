"""Preparing a laptop in the window: what is missing is said, and engine and stories are brought together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desk.checks.grammar.engine.engine import GrammarEngine
from desk.errors import KnownError
from desk.services.seen_folders import NAMED
from desk.session import Session
from ui.dialogs.bring_back import BringBackDialog
from ui.dialogs.exchange import ExchangeDialog
from ui.dialogs.papers import PapersDialog
from ui.dialogs.prepare import PrepareDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(window, dialog, quiet):
    window.actions["prepare"].trigger()
    made = dialog(PrepareDialog)
    quiet(window)
    return made


def test_it_says_what_is_missing_and_brings_engine_and_stories(
    window, shown, quiet, qtbot, tmp_path, monkeypatch, at_store
):
    assert "1 thing is missing" in shown.head.text()
    assert "The grammar engine is not installed" in shown.lacks.text()
    desk = Session(tmp_path / "desk.toml", str(tmp_path / "desk.db")).open_store()
    desk.stories.open_text("The flood reached Harrow Quay on Monday.\n", "flood")
    desk.close()
    window.hub.store(lambda desk: desk.change_settings({"desk_at": str(tmp_path / "desk.db")}))
    quiet(window)
    installed = []
    monkeypatch.setattr(GrammarEngine, "install", lambda *_: installed.append(1))
    QTest.keyClick(shown, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "came" in shown.told.text(), timeout=30_000)
    quiet(window)
    assert (installed, shown.told.text()) == ([1], "1 story came, 1 went, 0 changed in both places.")
    assert [story.slug for story in at_store(window, lambda desk: desk.store.stories.named("flood"))] == ["flood"]
    assert "Everything was exchanged with the desk just now." in shown.has.text()


def test_an_engine_that_cannot_be_fetched_and_a_desk_that_nobody_named_are_told(window, shown, quiet, monkeypatch):
    def install(*_):
        raise KnownError("Maven Central cannot be reached.")

    monkeypatch.setattr(GrammarEngine, "install", install)
    shown._prepare()
    quiet(window)
    assert shown.fault.text() == "Maven Central cannot be reached."
    monkeypatch.setattr(GrammarEngine, "install", lambda *_: None)
    shown._prepare()
    quiet(window)
    assert "Say first where the desk is" in shown.fault.text()


def test_a_question_of_an_exchange_is_answered_in_the_dialog_that_asks_it(
    window, shown, quiet, dialog, qtbot, tmp_path, monkeypatch
):
    folder, other = tmp_path / "stick", tmp_path / "other"
    for each, id_ in ((folder, "a" * 32), (other, "b" * 32)):
        (each / "somebody").mkdir(parents=True)
        (each / "somebody" / "standing.json").write_text("{}")
        (each / NAMED).write_text(f'{{"id": "{id_}"}}')
    monkeypatch.setattr(GrammarEngine, "install", lambda *_: None)
    window.hub.store(lambda desk: desk.change_settings({"desk_at": str(folder)}))
    quiet(window)
    shown._prepare()
    qtbot.waitUntil(lambda: "went" in shown.told.text(), timeout=30_000)
    quiet(window)
    assert not shown.ask.isVisible()
    (folder / NAMED).write_bytes((other / NAMED).read_bytes())
    shown._prepare()
    qtbot.waitUntil(lambda: "tick it in Exchange with the desk…" in shown.fault.text(), timeout=30_000)
    quiet(window)
    shown.ask.click()
    asked = dialog(ExchangeDialog)
    qtbot.waitUntil(asked.same_number.isVisible, timeout=30_000)
    assert asked.same_number.text() == "This folder is &meant: exchange by it from now on"


def test_a_folder_is_written_for_another_laptop_and_brings_both_there(
    window, shown, quiet, dialog, tmp_path, monkeypatch
):
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(GrammarEngine, "export", lambda _, file, *__: file.write_bytes(b"engine"))
    shown._from_folder()
    assert "holds neither the grammar engine nor a pack" in shown.fault.text()
    shown._for_another()
    quiet(window)
    assert "Packed 1 story into" in shown.told.text()
    came = []
    monkeypatch.setattr(GrammarEngine, "install_from", lambda _, file, *__: came.append(file.name))
    shown._from_folder()
    quiet(window)
    assert came == ["copydesk-engine.zip"]
    assert dialog(BringBackDialog).list.count() == 1


def test_what_laptops_work_by_is_given_out_from_there(window, shown, quiet, dialog, tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text('version = 1\nsecond_read = "never"\n', "utf-8")
    window.hub.store(lambda desk: desk.change_settings({"review_file": str(rules)}))
    quiet(window)
    shown.papers.click()
    papers = dialog(PapersDialog)
    quiet(window)
    assert "–  The rules of review: Here, and not given out yet." in papers.lines.text()
    assert "·  The name book: There is none here." in papers.lines.text()
    QTest.keyClick(papers, Qt.Key.Key_Return, CTRL)
    quiet(window)
    assert papers.told.text().startswith("Given out: the rules of review.")
    assert "✓  The rules of review: Given out as it is here." in papers.lines.text()
    assert not papers.go.isEnabled()
