"""The report of a review from the window: read, printed, and written as PDF, HTML and JSON."""

import json

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desk.review.queue import ALL
from ui.dialogs.report import ReportDialog, with_end


@pytest.fixture
def report(window, dialog, quiet):
    finding = next(f for f in window.hub.board.open_findings if f.quote == "the the")
    story = window.hub.story.id
    window.hub.store(lambda desk: desk.decisions.waive(story, finding, "as the poet wrote it"))
    quiet(window)
    window.actions["report"].trigger()
    return dialog(ReportDialog)


def test_it_shows_what_was_waived_and_what_was_not_checked_and_is_printed(report, tmp_path):
    said = report.page.toPlainText()
    assert "as the poet wrote it" in said
    assert said.index("Not checked") < said.index("Grammar") < said.index("Waived") < said.index("Open findings")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    report.print_on(printer)
    del printer
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_its_tables_have_room_between_their_columns_and_headings_above_their_words(report):
    document = report.page.document()
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    heads = [table.cellAt(0, 0) for table in tables]
    heads = [cell for cell in heads if cell.firstCursorPosition().block().text() == "No."]
    assert heads
    for cell in heads:
        assert cell.format().toTableCellFormat().leftPadding() > 0
        assert cell.firstCursorPosition().blockFormat().alignment() & Qt.AlignmentFlag.AlignLeft
    for wide in (0, 1):  # the toolkit rounds the lines of tables up, at every other width
        report.resize(report.width() + wide, report.height())
        QCoreApplication.sendPostedEvents()
        assert not report.page.horizontalScrollBar().isVisible()


def test_it_is_written_as_its_end_says_or_one_sentence_tells_why_not(report, tmp_path, qtbot):
    for name, begins in (("r.pdf", b"%PDF"), ("r.html", b"<!DOCTYPE html>"), ("r.json", b"{")):
        path = tmp_path / name
        report.save_wanted.emit(path)
        qtbot.waitUntil(lambda path=path: report.said.text() == f"The report is in {path}.")
        assert path.read_bytes().startswith(begins)
        assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".r")] == []
    assert "as the poet wrote it" in json.dumps(json.loads(path.read_text("utf-8")))
    for name in ("gone/r.pdf", "gone/r.html", "r.txt"):
        path = tmp_path / name
        report.save_wanted.emit(path)
        qtbot.waitUntil(lambda path=path: str(path) in report.said.text())
        assert report.said.text() != f"The report is in {path}."
        assert report.isVisible()
        assert not path.exists()


def test_the_name_that_is_offered_can_be_kept_on_every_system(window, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(given[2]), ("", ""))[1])
    for slug in ("con", "a:b", "what?", "ends.", "x" * 400):
        dialog = ReportDialog(slug, "<p>Page</p>", window.frame)
        dialog.save()
        dialog.reject()
    assert asked[:4] == ["con-review.pdf", "a-b-review.pdf", "what--review.pdf", "ends.-review.pdf"]
    assert len(asked[4].encode()) < 255


def test_a_name_without_an_end_gets_the_one_that_was_chosen(tmp_path):
    path = tmp_path / "review"
    ends = [with_end(path, chosen).suffix for chosen in ("PDF (*.pdf)", "Page of HTML (*.html)", "JSON (*.json)", "")]
    assert ends == [".pdf", ".html", ".json", ".pdf"]
    assert with_end(tmp_path / "r.html", "PDF (*.pdf)") == tmp_path / "r.html"
    assert with_end(tmp_path / "budget 2.5", "PDF (*.pdf)").name == "budget 2.5.pdf"


def test_without_a_story_it_says_how_to_get_one_and_the_list_is_enough(open_window, draft_file, quiet, qtbot, dialog):
    window = open_window(draft_file)
    qtbot.waitUntil(lambda: window.hub.story is not None)
    quiet(window)
    window.parts.queue.filters.choose(ALL)
    window.actions["close"].trigger()
    qtbot.waitUntil(lambda: window.hub.story is None)
    window.parts.queue.list.clearSelection()
    window.parts.queue.list.setCurrentIndex(window.parts.queue.model.index(-1))
    window.actions["report"].trigger()
    assert "Open a story" in window.parts.notices.sentences[-1]
    window.parts.queue.list.setFocus()
    window.parts.queue.list.setCurrentIndex(window.parts.queue.model.index(0))
    QTest.keyClick(
        window.parts.queue.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert "bridge" in dialog(ReportDialog).page.toPlainText()
