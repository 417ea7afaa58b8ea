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
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QApplication

from desk.errors import KnownError

MARGINS = QMarginsF(16, 14, 16, 12)
"""Millimetres: left, top, right, bottom."""
_DOTS_PER_INCH = 300
_PIXELS = 96
"""A page is laid out at so many pixels an inch, as a browser does it, and drawn larger: Qt lets pixels of a style sheet
stand as they are, so that cells had a quarter of a millimetre of room."""
_HEAD, _FOOT = 30.0, 30.0
"""Pixels above and below the words of a page, for running title and number."""
_WITH_HEADING = 90.0
"""Pixels that a heading needs below it, else it goes to the next page: the head of a table and its first row."""
_NUMBERS = 48.0
"""Pixels of the margin that numbers of lines take."""
_FAINT = "#555555"


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
        self._document.setHtml(html)
        root = self._document.rootFrame().frameFormat()
        root.setMargin(0)  # that of a page of the web; the paper has its own
        root.setPadding(0)
        self._document.rootFrame().setFrameFormat(root)
        self._document.setPageSize(QSizeF(self._width, self._body))
        self._keep_headings()

    @property
    def pages(self) -> int:
        """Return the number of pages."""
        return self._document.pageCount()

    @property
    def lines(self) -> list[tuple[int, str]]:
        """Return the blocks of the page in order, each with the number of the page that it begins on."""
        layout, out, block = self._document.documentLayout(), [], self._document.begin()
        while block.isValid():
            out.append((int(layout.blockBoundingRect(block).top() // self._body), block.text()))
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
            painter.setPen(Qt.GlobalColor.black)
            self._document.drawContents(painter, QRectF(0, page * self._body, self._width, self._body))
            if self._numbered:
                self._numbers(painter, page)
            painter.restore()
        painter.end()

    @property
    def line_tops(self) -> list[float]:
        """Return where each line of words begins, in pixels from the top of the first page's words."""
        layout, out, block = self._document.documentLayout(), [], self._document.begin().next()  # behind the slug
        while block.isValid():
            top, lines = layout.blockBoundingRect(block).top(), block.layout()
            if block.text().strip():
                out += [top + lines.lineAt(nth).y() for nth in range(lines.lineCount())]
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

    def _keep_headings(self) -> None:
        """Move each heading that stands at the foot of a page to the next one."""
        block = self._document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() > 1 and self._is_stranded(block):
                wanted = block.blockFormat()
                wanted.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(wanted)
            block = block.next()

    def _is_stranded(self, block: QTextBlock) -> bool:
        place = self._document.documentLayout().blockBoundingRect(block)
        return self._body - place.top() % self._body < place.height() + _WITH_HEADING


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
