"""The story on paper: each line of words has its number, and a preview is drawn from the text as it stands."""

from functools import partial

from PySide6.QtGui import QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest

from desk.text.spans import Span
from ui.dialogs.print_story import PrintStoryDialog
from ui.look.printing import Paper


def page_of(window, desk, *, for_marks):
    return desk.reports.printed(window.hub.story.id, window.parts.live_draft.draft(), for_marks=for_marks)


def test_the_text_as_it_stands_is_printed(window, quiet, dialog, tmp_path):
    window.parts.editor.edit.select(Span(0, 0))
    QTest.keyClicks(window.parts.editor.edit, "Typed <just> now ")
    window.actions["print"].trigger()
    asked = dialog(PrintStoryDialog)
    shown = []
    for for_marks in (True, False):
        window.hub.ask(partial(page_of, window, for_marks=for_marks), shown.append)
    quiet(window)
    assert ["200%" in page for page in shown] == [True, False]
    asked.preview()
    quiet(window)
    preview = dialog(QPrintPreviewDialog)
    assert preview.isVisible()
    paper = Paper(shown[0], QPdfWriter(str(tmp_path / "story.pdf")), numbered=True)
    told = [words for _, words, _ in paper.lines]
    assert "Typed <just> now Harbour bridge to close for repairs" in told
    assert "edited" in told[0]
    assert len(paper.line_tops) >= len([words for words in told[1:] if words.strip()])
    assert paper.line_tops == sorted(paper.line_tops)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    asked.print_on(printer)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
