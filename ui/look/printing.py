"""A page of HTML as a PDF, by Qt's own printing: for the window, and for the terminal where there is no screen."""

import os
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from desk.errors import KnownError

_MARGINS = QMarginsF(16, 18, 16, 18)
"""Millimetres: left, top, right, bottom."""
_DOTS_PER_INCH = 300


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
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter
        )
    )
    writer.setTitle(title)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(writer.pageLayout().paintRectPixels(_DOTS_PER_INCH).size().toSizeF())
    document.setHtml(html)
    document.print_(writer)
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
