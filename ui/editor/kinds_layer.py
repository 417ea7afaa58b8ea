"""Text that is no part of the story, as it is drawn: on a ground of its own, and standing back."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from ui.editor.copy_map import CopyMap
from ui.editor.page import Page
from ui.editor.sheet import Sheet
from ui.look.editor_colours import blended

VEIL = 0.34
"""How much of the ground is laid over words that stand back; they stay above 4.5 to 1, which a test proves."""


class KindsLayer:
    """Draws grounds and veils of the blocks that are on the screen, and the ground of the selection."""

    def __init__(self, sheet: Sheet, copy_map: CopyMap) -> None:
        self._sheet = sheet
        self._map = copy_map

    def under(self, painter: QPainter, page: Page) -> None:
        """Draw the grounds."""
        tints = self._sheet.colours.tints
        for stand in self._map.within(page.span):
            if stand.block.kind in tints and (band := page.band(stand.span)):
                painter.fillRect(QRectF(0, band[0], page.width, band[1] - band[0]), QColor(tints[stand.block.kind]))
        self._selection(painter, page)

    def _selection(self, painter: QPainter, page: Page) -> None:
        """Fill the room between selected lines, which Qt leaves bare."""
        cursor = self._sheet.textCursor()
        if cursor.hasSelection():
            ground = QColor(self._sheet.colours.selection)
            for part in page.stretches_of_units(cursor.selectionStart(), cursor.selectionEnd()):
                painter.fillRect(part.slot, ground)

    def over(self, painter: QPainter, page: Page) -> None:
        """Draw the veils."""
        tints = self._sheet.colours.tints
        for stand in self._map.within(page.span):
            if stand.block.kind in tints and (band := page.band(stand.span)):
                veil = QColor(tints[stand.block.kind])
                veil.setAlphaF(VEIL)
                painter.fillRect(QRectF(0, band[0], page.width, band[1] - band[0]), veil)


def veiled_ink(ink: str, ground: str) -> QColor:
    """Return the colour that words under a veil are seen in."""
    return blended(ground, ink, VEIL)
