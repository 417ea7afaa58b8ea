"""Export from a real window: text and documents, where they were written last."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from desk.readers.docx import read_docx
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
