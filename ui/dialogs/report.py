"""The report of a review, as it will be printed: on paper, as a PDF, as a page of HTML or as JSON."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPageLayout, QPalette
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QTextBrowser, QWidget

from desk.writers.file_names import file_name
from ui.look import theme
from ui.look.dialog_frame import Dialog
from ui.look.printing import MARGINS, Paper
from ui.look.widgets import label

_ROUNDED = 2
"""Pixels by which the page may be wider than its frame without a scroll bar."""
_ENDS = (".json", ".html", ".pdf")
_FILES = "PDF (*.pdf);;Page of HTML (*.html);;JSON (*.json)"


class ReportDialog(Dialog):
    """The page to read, and the ways to take it along."""

    save_wanted = Signal(object)
    """The path; its end says what is written."""

    def __init__(self, slug: str, page: str, parent: QWidget | None) -> None:
        super().__init__("Report of the review", parent, 760)
        self._slug, self._html = slug or "story", page
        self.title = f"Review of {self._slug}"
        self._printer: QPrinter | None = None
        self.page = QTextBrowser()
        self.page.setAccessibleName("Report")
        self.page.setOpenLinks(False)
        self._make_paper()
        self.page.horizontalScrollBar().rangeChanged.connect(self._scroll_sideways)
        self.page.setHtml(page)
        self.body.addWidget(self.page, 1)
        self.said = label("", "muted", wrap=True)
        self.said.hide()
        self.body.addWidget(self.said)
        self.answer("Print…", self.print)
        self.answer("Save…", self.save).setToolTip("As a PDF, a page of HTML, or JSON")
        self.answer("Close", self.accept, primary=True)
        self.page.setFocus()

    def _scroll_sideways(self, _least: int, most: int) -> None:
        """Scroll sideways for what is too wide, and not for the pixel that lines of tables are rounded up by."""
        bars = Qt.ScrollBarPolicy
        self.page.setHorizontalScrollBarPolicy(bars.ScrollBarAsNeeded if most > _ROUNDED else bars.ScrollBarAlwaysOff)

    def _make_paper(self) -> None:
        """Show black on white in any theme, and the ring of the keyboard around it: it is what the printer prints."""
        palette = QPalette(self.page.palette())
        palette.setColor(QPalette.ColorRole.Base, "#ffffff")
        palette.setColor(QPalette.ColorRole.Text, "#1b1b1b")
        self.page.setPalette(palette)
        self.page.setStyleSheet(
            "QTextBrowser { background: #ffffff; color: #1b1b1b; min-height: 440px; }"
            f"QTextBrowser:focus {{ border: 2px solid {theme.LIGHT.accent}; padding: 3px 7px; }}"
        )

    def save(self) -> None:
        """Ask for a file."""
        name, chosen = QFileDialog.getSaveFileName(
            self, "Save the report", file_name(f"{self._slug}-review", ".pdf"), _FILES
        )
        if name:
            self.save_wanted.emit(with_end(Path(name), chosen))

    def print(self) -> None:
        """Ask for a printer."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(f"{self._slug}: review")
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        dialog.setModal(True)
        dialog.show()

    def _print(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the page."""
        printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        Paper(self._html, printer).draw(self.title)

    def tell(self, sentence: str) -> None:
        """Say what became of a file."""
        self.said.setText(sentence)
        self.said.show()


def with_end(path: Path, chosen: str) -> Path:
    """Return the path with the end of what was chosen, where it has none of its own."""
    if path.suffix.lower() in (*_ENDS, ".htm"):
        return path
    return path.with_name(path.name + next((end for end in _ENDS if end in chosen), ".pdf"))  # “budget 2.5” has no end
