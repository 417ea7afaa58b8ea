"""Shows the story by itself and every advertisement in a box of its own, and writes that to a file."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.text.copy_and_ads import Apart, Box, end_of
from desk.text.hard_wraps import joined
from ui.dialogs.words_to_read import WordsToRead
from ui.look.clip_data import own_data
from ui.look.dialog_frame import Dialog
from ui.look.on_screen import fitted
from ui.look.widgets import label, reading_area

_WIDTH = 720
_HEIGHT = 520
_BESIDE = 160
"""Pixels of the dialog that are no room for words: its edges, those of the page and of a box, and the scroll bar."""


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
        self.story = WordsToRead(joined(apart.story) or "No line of this draft belongs to a story.", "The story")
        column.addWidget(self.story)
        self.boxes = [_box(box) for box in apart.boxes]
        for box in self.boxes:
            column.addWidget(box)
        column.addStretch(1)
        self.sheet = scroll = reading_area(self.page, "The story and the advertisements apart")
        scroll.setMinimumHeight(_HEIGHT)
        self.body.addWidget(scroll, 1)
        self._give_tables_room()
        for words in self.page.findChildren(WordsToRead):
            words.at.connect(self._follow)
        scroll.setFocus()
        self.answer("Copy it all", self._copy)
        self._export = export
        self.answer("Export…", self._export_and_close)
        self.answer("Close", self.accept, primary=True)

    def _give_tables_room(self) -> None:
        """Be as wide as the widest table where the screen is; a wider one is scrolled sideways, and no row wraps."""
        words = self.page.findChildren(WordsToRead)
        widest = max(each.across for each in words)
        wide = fitted(self, QSize(widest + _BESIDE, 0)).width()
        self.setMinimumWidth(max(self.minimumWidth(), wide))
        room = self.minimumWidth() - _BESIDE
        if widest > room:
            self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for each in words:
            each.spread(room)

    def _export_and_close(self) -> None:
        self._export()
        self.accept()

    def _follow(self, words: WordsToRead, at: QRect) -> None:
        """Scroll to where the selection ends by now."""
        place = words.viewport().mapTo(self.page, at.center())
        self.sheet.ensureVisible(place.x(), place.y(), 0, at.height())

    def _copy(self) -> None:
        from desk.writers.clipboard import CopiedBlock, clipboard_html, copied_blocks

        text = self._apart.text
        html = clipboard_html([CopiedBlock(block.text) for block in copied_blocks(text)])
        QGuiApplication.clipboard().setMimeData(own_data(text, html))
        self.said.setText("It is on the clipboard.")


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
    column.addWidget(WordsToRead(joined(box.words), "The words of the advertisement"))
    column.addWidget(label(end_of(box.label), "muted"))
    return out
