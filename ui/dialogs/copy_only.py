"""Shows the story by itself and every advertisement in a box of its own, and writes that to a file."""

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desk.text.copy_and_ads import Apart, Box, end_of
from desk.text.hard_wraps import joined
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, reading_area

_WIDTH = 720
_HEIGHT = 520
_MOST_COLUMNS = 64
"""A row with more is none of a table."""
_MOST_CELLS = 1_000
"""A table with more is shown as plain words: each cell is a label of its own, 20 us to make."""
_IN_LINE = 5
"""Pixels that words to select are set in by the ring of the keyboard: what stands among them begins there too."""


class CopyOnlyDialog(Dialog):
    """A page to read: the story first, then the boxes; nothing in it can be edited."""

    def __init__(self, apart: Apart, export: Callable[[], object], parent: QWidget | None) -> None:
        super().__init__("Copy only", parent, _WIDTH)
        self._apart = apart
        self.said = label(apart.said, "muted", wrap=True)
        self.body.addWidget(self.said)
        self.page = QWidget()
        self.page.setObjectName("centre")
        column = QVBoxLayout(self.page)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        self.story = _words(joined(apart.story) or "No line of this draft belongs to a story.", "The story")
        column.addWidget(self.story)
        self.boxes = [_box(box) for box in apart.boxes]
        for box in self.boxes:
            column.addWidget(box)
        column.addStretch(1)
        self.sheet = scroll = reading_area(self.page, "The story and the advertisements apart")
        scroll.setMinimumHeight(_HEIGHT)
        self.body.addWidget(scroll, 1)
        scroll.setFocus()
        self.answer("Copy it all", self._copy)
        self._export = export
        self.answer("Export…", self._export_and_close)
        self.answer("Close", self.accept, primary=True)

    def _export_and_close(self) -> None:
        self._export()
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._apart.text)
        self.said.setText("It is on the clipboard.")


def _words(text: str, name: str) -> QWidget:
    """Return the words to read; the rows of a table that stand one below the other have columns that line up."""
    passages = [(table, "\n".join(lines).strip("\n")) for table, lines in groupby(text.split("\n"), _is_row)]
    passages = [(table, words) for table, words in passages if words]
    if not any(table for table, _ in passages):
        return _said(text, name)
    out = QWidget()
    out.setAccessibleName(name)
    column = QVBoxLayout(out)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(out.fontMetrics().height())
    for table, words in passages:
        few = words.count("\t") <= _MOST_CELLS
        column.addWidget(_table(words) if table and few else _said(words, name))
    return out


def _is_row(line: str) -> bool:
    return 0 < line.count("\t") <= _MOST_COLUMNS


def _table(rows: str) -> QWidget:
    out = QWidget()
    out.setAccessibleName("Table")
    grid = QGridLayout(out)
    grid.setContentsMargins(_IN_LINE, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(0)
    for row, line in enumerate(rows.split("\n")):
        for column, cell in enumerate(line.split("\t")):
            grid.addWidget(label(cell), row, column)
    grid.setColumnStretch(grid.columnCount(), 1)
    return out


def _said(text: str, name: str) -> QWidget:
    out = label(text, wrap=True)
    out.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    out.setProperty("focusable", True)
    out.setAccessibleName(name)
    return out


def _box(box: Box) -> QFrame:
    out = QFrame()
    out.setObjectName("card")
    out.setAccessibleName(f"{box.label}, a box apart from the story")
    column = QVBoxLayout(out)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    head = label(f"[{box.label}]", "heading")
    column.addWidget(head)
    if box.added:
        column.addWidget(label("The draft has no plain label for it; this one is put in.", "muted", wrap=True))
    column.addWidget(_words(joined(box.words), "The words of the advertisement"))
    column.addWidget(label(end_of(box.label), "muted"))
    return out
