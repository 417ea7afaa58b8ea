"""Asks how a story is printed, clean or for marks by hand, and shows the pages before they go to the printer."""

from PySide6.QtCore import QMarginsF, Qt, Signal
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QRadioButton, QWidget

from ui.look.dialog_frame import Dialog
from ui.look.printing import MARGINS, Paper

_FOR_MARKS = QMarginsF(28, 14, 55, 12)
"""Millimetres: room for numbers on the left, and for marks by hand on the right."""


class PrintStoryDialog(Dialog):
    """Two ways to print, and two ways on."""

    page_wanted = Signal(bool)
    """Whether the page is for marks; `show_page` takes it."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__("Print the story", parent, 480)
        self._title, self._html = title, ""
        self._preview_wanted = False
        self._printer: QPrinter | None = None
        self.marks = QRadioButton("For marks by hand: double-spaced, numbered lines, wide margins")
        self.clean = QRadioButton("Clean, to be read")
        self.marks.setChecked(True)
        self.body.addWidget(self.marks)
        self.body.addWidget(self.clean)
        self.say("The text goes on paper as it stands here, saved or not; paid text and leftovers are named.", "muted")
        self.answer("Cancel", self.reject)
        self.answer("Preview…", self.preview)
        self.answer("Print…", self.print, primary=True)

    def preview(self) -> None:
        """Show the pages."""
        self._preview_wanted = True
        self.page_wanted.emit(self.marks.isChecked())

    def print(self) -> None:
        """Ask for a printer."""
        self._preview_wanted = False
        self.page_wanted.emit(self.marks.isChecked())

    def show_page(self, html: str) -> None:
        """Take the page, and go on to the preview or to the printer."""
        self._html = html
        self._printer = printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog: QPrintPreviewDialog | QPrintDialog
        if self._preview_wanted:
            dialog = QPrintPreviewDialog(printer, self)
            dialog.setWindowTitle("Preview")
            dialog.paintRequested.connect(self.print_on)
        else:
            dialog = QPrintDialog(printer, self)
            dialog.accepted.connect(self._print)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.show()

    def _print(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)
            self.accept()

    def print_on(self, printer: QPrinter) -> None:
        """Draw the pages."""
        for_marks = self.marks.isChecked()
        printer.setPageMargins(_FOR_MARKS if for_marks else MARGINS, QPageLayout.Unit.Millimeter)
        Paper(self._html, printer, numbered=for_marks).draw(self._title)
