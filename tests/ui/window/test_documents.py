"""Documents in a real window: read in the store lane, shown as stories."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.text.spans import Span

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


REVISED = (
    "<w:p><w:r><w:t>Ferry runs again</w:t></w:r></w:p><w:p><w:commentRangeStart w:id='1'/><w:r><w:t>It</w:t></w:r>"
    "<w:commentRangeEnd w:id='1'/><w:r><w:t xml:space='preserve'> ran on </w:t></w:r>"
    "<w:del w:author='A &lt;b&gt;B' w:date='2026-01-02T03:04:00Z'><w:r><w:delText>Sunday.</w:delText></w:r></w:del>"
    "<w:ins w:author='A &lt;b&gt;B' w:date='2026-01-02T03:04:00Z'><w:r><w:t>Monday.</w:t></w:r></w:ins></w:p>"
)
COMMENT = (
    "<w:comment w:id='1' w:author='A &lt;b&gt;B' w:date='2026-01-02T03:04:00Z'><w:p><w:r><w:t>What?</w:t></w:r></w:p>"
    "</w:comment>"
)


def test_tracked_changes_and_comments_are_seen_and_a_strange_name_is_no_markup(window, quiet, word_file, qtbot):
    window.verbs.story.open_files([word_file(REVISED, comments=COMMENT)])
    quiet(window)
    assert window.hub.story.version == 2
    assert window.parts.notices.sentences[0] == (
        "This document came with 2 tracked changes by A <b>B: the story begins with the text before them. "
        "It came with 1 comment by A <b>B."
    )
    window.actions["review"].trigger()
    quiet(window)
    view = window.parts.review.get()
    qtbot.waitUntil(lambda: view.page is not None)
    assert (view.page.base.version, view.page.comparison.words) == (1, (1, 1))
    assert [placed.thread.words for placed in view.page.threads] == ["What?"]
    tips = [widget.toolTip() for widget in view.findChildren(QWidget) if "A " in widget.toolTip()]
    assert tips
    assert not [tip for tip in tips if "<b>" in tip]


def test_a_pasted_page_is_a_story_with_headings_and_keeps_them_when_saved(window, quiet, at_store):
    data = QMimeData()
    data.setHtml("<h1>Ferry runs again</h1><p>It ran on Monday.</p><h2>Fares</h2><p>They rise.</p>")
    data.setText("Ferry runs again It ran on Monday. Fares They rise.")
    QGuiApplication.clipboard().setMimeData(data)
    window.actions["paste"].trigger()
    quiet(window)
    pane = window.parts.editor
    assert pane.text() == "Ferry runs again\n\nIt ran on Monday.\n\nFares\n\nThey rise."
    pane.edit.select(Span(len(pane.text()), len(pane.text())))
    more = QMimeData()
    more.setHtml("<h2>Crew</h2><p>It stays.</p>")
    pane.edit.insertFromMimeData(more)
    window.verbs.story.save()
    quiet(window)
    story = at_store(window, lambda desk: desk.stories.view(window.hub.story.id))
    assert [role for _, role in story.roles] == ["heading", "", "heading", "", "heading", ""]


def test_a_long_paste_is_read_elsewhere_and_stands_where_it_was_pasted(window, quiet):
    pane = window.parts.editor
    window.verbs.story.new()
    quiet(window)
    pane.edit.insertPlainText("Tides")
    page = QMimeData()
    page.setHtml("<h2>Ferry</h2>" + "<p>It ran.</p>" * 2000)
    pane.edit.insertFromMimeData(page)
    assert pane.text() == "Tides"
    pane.edit.insertPlainText(" turn")
    quiet(window)
    assert pane.text().startswith("Tides\n\nFerry\n\nIt ran.\n\n")
    assert pane.text().endswith("It ran. turn")
