"""Documents in a real window: read in the store lane, shown as stories."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

BODY = "<w:p><w:r><w:t>Ferry runs again</w:t></w:r></w:p><w:p><w:r><w:t>It ran on Monday.</w:t></w:r></w:p>"


def test_a_document_is_opened_dropped_and_exported_beside_itself(window, quiet, word_file, monkeypatch):
    asked = []
    path = word_file(BODY, "ferry.docx")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *given: asked.append(given[3]) or ([str(path)], ""))
    window.verbs.story.open()
    quiet(window)
    assert window.parts.editor.text() == "Ferry runs again\n\nIt ran on Monday."
    assert all(f"*.{ending}" in asked[0] for ending in ("txt", "docx", "dotx", "odt", "rtf"))
    other = word_file(BODY.replace("Monday", "Friday"), "other.docx")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(other))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.frame.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, buttons, keys))
    quiet(window)
    assert "Friday" in window.parts.editor.text()
    places = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: places.append(given[2]) or (given[2], ""))
    window.verbs.story.export()
    quiet(window)
    assert [Path(place).name for place in places] == ["other.txt"]
    assert "Friday" in Path(places[0]).read_text("utf-8")


def test_a_document_that_cannot_be_read_is_one_notice_and_loses_nothing(window, quiet, tmp_path):
    text = window.parts.editor.text()
    path = tmp_path / "broken.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    window.verbs.story.open_files([path])
    quiet(window)
    (said,) = window.parts.notices.sentences
    assert "broken.docx cannot be read" in said
    assert window.parts.editor.text() == text
