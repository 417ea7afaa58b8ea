"""Export from a real window: text and documents, where they were written last."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea

from desk.readers.docx import read_docx
from desk.text.spans import Span
from ui.dialogs.send_back import SendBackDialog
from ui.verbs.export import FILTER, chosen_file, filters


def test_an_export_is_a_document_where_that_is_chosen_and_the_next_one_begins_there(
    window, quiet, tmp_path, monkeypatch
):
    asked, folder = [], tmp_path / "out"
    folder.mkdir()
    chosen = next(line for line, slug in filters().items() if slug == "docx")
    answers = iter([(str(folder / "ferry"), chosen), ("", "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: asked.append(given) or next(answers))
    for _ in range(2):
        window.actions["export"].trigger()
        quiet(window)
    assert read_docx((folder / "ferry.docx").read_bytes()).text
    assert (asked[0][4], asked[1][4]) == (FILTER, chosen)
    assert (Path(asked[1][2]).parent, Path(asked[1][2]).suffix) == (folder, ".docx")


WORD = "Word (*.docx)"


@pytest.mark.parametrize(
    ("name", "line", "wanted"),
    [
        ("a.txt", FILTER, ("a.txt", "text")),
        ("a.md", FILTER, ("a.md", "text")),
        ("a.md", "Markdown (*.md)", ("a.md", "md")),
        ("a.docx", FILTER, ("a.docx", "docx")),
        ("a.txt", WORD, ("a.txt", "text")),
        ("a", WORD, ("a.docx", "docx")),
        ("v1.2", WORD, ("v1.2.docx", "docx")),
        ("a", "All files (*)", ("a.txt", "text")),
        ("taken", WORD, ("taken-2.docx", "docx")),
        ("taken.docx", WORD, ("taken.docx", "docx")),
    ],
)
def test_the_ending_says_the_format_and_where_there_is_none_the_chosen_line(tmp_path, name, line, wanted):
    (tmp_path / "taken.docx").touch()
    assert WORD in filters()
    path, format_ = chosen_file(tmp_path / name, line)
    assert (path.name, format_) == wanted


BODY = "<w:p><w:r><w:t>Ferry runs again</w:t></w:r></w:p><w:p><w:r><w:t>It ran on Monday.</w:t></w:r></w:p>"


def test_a_story_goes_back_into_its_document_by_its_key(window, quiet, dialog, word_file, tmp_path, monkeypatch):
    window.verbs.story.open_files([word_file(BODY, "ferry.docx")])
    quiet(window)
    window.parts.editor.edit.select(Span(28, 34))
    window.parts.editor.edit.insertPlainText("Friday")
    out, asked = tmp_path / "back", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: asked.append(given[2]) or (str(out), ""))
    window.actions["send_back"].trigger()
    quiet(window)
    shown = dialog(SendBackDialog)
    assert any("goes back with 1 change by" in words.text() for words in shown.findChildren(QLabel))
    assert not any(area.verticalScrollBar().isVisible() for area in shown.findChildren(QScrollArea))
    shown.findings.setChecked(True)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    quiet(window)
    assert asked[0].endswith("ferry-edited.docx")
    found = read_docx((tmp_path / "back.docx").read_bytes())
    assert (found.text, found.original) == (
        "Ferry runs again\n\nIt ran on Friday.",
        "Ferry runs again\n\nIt ran on Monday.",
    )


def test_a_story_without_a_document_says_so_and_offers_an_export(window, quiet, monkeypatch):
    window.verbs.story.take_text("It rained on Monday.")
    quiet(window)
    window.actions["send_back"].trigger()
    quiet(window)
    assert any("came in no document" in said for said in window.parts.notices.sentences)
