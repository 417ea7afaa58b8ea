"""A page of HTML on paper or as a PDF: numbered pages under a running title, headings on the page of what they head."""

import os
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication

from desk.errors import KnownError
from ui.look.page_breaks import keep_together

MARGINS = QMarginsF(16, 14, 16, 12)
"""Millimetres: left, top, right, bottom."""
_DOTS_PER_INCH = 300
_PIXELS = 96
"""A page is laid out at so many pixels an inch, as a browser does it, and drawn larger: Qt lets pixels of a style sheet
stand as they are, so that cells had a quarter of a millimetre of room."""
_HEAD, _FOOT = 30.0, 30.0
"""Pixels above and below the words of a page, for running title and number."""
_NUMBERS = 48.0
"""Pixels of the margin that numbers of lines take."""
_FAINT = "#555555"
_INK = "html, body, a { color: #000000; }"
"""What is said nowhere else would have the colours of the window, pale on paper where the window is dark."""


class Paper:
    """A page of HTML laid out for a printer or a PDF."""

    def __init__(self, html: str, device: QPagedPaintDevice, *, numbered: bool = False) -> None:
        """`numbered` puts the number of each line into the margin on the left, which must have room for it."""
        self._device, self._numbered = device, numbered
        self._screen = QImage(1, 1, QImage.Format.Format_RGB32)
        for set_dots in (self._screen.setDotsPerMeterX, self._screen.setDotsPerMeterY):
            set_dots(round(_PIXELS / 0.0254))
        room = device.pageLayout().paintRectPoints()
        self._width, self._height = room.width() * _PIXELS / 72, room.height() * _PIXELS / 72
        self._body = self._height - _HEAD - _FOOT
        self._document = QTextDocument()
        self._document.documentLayout().setPaintDevice(self._screen)
        self._document.setDocumentMargin(0)
        self._document.setDefaultStyleSheet(_INK)
        self._document.setHtml(html)
        root = self._document.rootFrame().frameFormat()
        root.setMargin(0)  # that of a page of the web; the paper has its own
        root.setPadding(0)
        self._document.rootFrame().setFrameFormat(root)
        self._document.setPageSize(QSizeF(self._width, self._body))
        keep_together(self._document, self._body)

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return self._document.pageCount()

    @property
    def lines(self) -> list[tuple[int, str, int]]:
        """Return the blocks in order: the number of the page that each begins on, its words, the page it ends on."""
        layout, out, block = self._document.documentLayout(), [], self._document.begin()
        while block.isValid():
            place = layout.blockBoundingRect(block)
            out.append((int(place.top() // self._body), block.text(), int((place.bottom() - 1) // self._body)))
            block = block.next()
        return out

    def draw(self, title: str) -> None:
        """Draw all pages; the title runs above every one but the first."""
        painter = QPainter(self._device)
        scale = painter.viewport().width() / self._width
        for page in range(self.pages):
            if page:
                self._device.newPage()
            painter.save()
            painter.scale(scale, scale)
            self._edges(painter, page, title)
            painter.translate(0, _HEAD - page * self._body)
            self._document.drawContents(painter, QRectF(0, page * self._body, self._width, self._body))
            if self._numbered:
                self._numbers(painter, page)
            painter.restore()
        painter.end()

    @property
    def line_tops(self) -> list[float]:
        """Return where each line of words begins, in pixels from the top of the first page's words.

        Cells beside one another make one line.
        """
        layout, block = self._document.documentLayout(), self._document.begin().next()  # behind the slug
        out: list[float] = []
        while block.isValid():
            top, lines = layout.blockBoundingRect(block).top(), block.layout()
            if block.text().strip():
                tops = (top + lines.lineAt(nth).y() for nth in range(lines.lineCount()))
                out += [at for at in tops if not out or at > out[-1]]
            block = block.next()
        return out

    def _numbers(self, painter: QPainter, page: int) -> None:
        """Draw the numbers of the lines of one page, counted through the story."""
        font = QFont("sans-serif")
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(_FAINT))
        for number, top in enumerate(self.line_tops, 1):
            if page * self._body <= top < (page + 1) * self._body:
                room = QRectF(-_NUMBERS, top, _NUMBERS - 12, 18)
                painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    def _edges(self, painter: QPainter, page: int, title: str) -> None:
        font = QFont("sans-serif")
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(_FAINT))
        top = QRectF(0, 0, self._width, _HEAD - 10)
        foot = QRectF(0, self._height - _FOOT + 10, self._width, _FOOT - 10)
        if page:
            shown = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, self._width)
            painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        number = f"Page {page + 1} of {self.pages}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)


def write_pdf(html: str, path: Path, title: str = "") -> None:
    """Write the page to a PDF on A4; raises `KnownError` where it cannot be written. Needs an application."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.touch()  # Qt would only say on its own log that it cannot write there
    except OSError as error:
        raise KnownError(f"{path} was not written: {error.strerror or error}. Choose another place.") from error
    writer = QPdfWriter(str(new))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter
        )
    )
    writer.setTitle(title)
    Paper(html, writer).draw(title)
    del writer  # the file is whole only once the writer has gone
    try:
        new.replace(path)
    except OSError as error:
        raise KnownError(f"{path} was not written: {error.strerror or error}. Choose another place.") from error


def print_without_a_screen(html: str, path: Path, title: str = "") -> None:
    """Write the page to a PDF from a program that has no window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QApplication(["copydesk"])
    write_pdf(html, path, title)
    del application
