"""The copy map beside the text: what each block is, why, and a way to say otherwise."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desk.text.spans import Span
from ui.actions.keys import key_of, pressed
from ui.actions.spec import Where
from ui.editor.copy_map import CopyMap, Stand
from ui.editor.kind_words import KindMenu, described, letters, short_name
from ui.editor.page import Page
from ui.editor.text_edit import TextEdit
from ui.look.roles import Spoken
from ui.look.tips import as_tip

_BAND, _GAP = 4.0, 5.0
_STEPS = {"block_previous": -1, "block_next": 1, "blocks_back": -8, "blocks_on": 8}


class CopyMapGutter(QWidget):
    """A narrow strip left of the column; keys walk along the blocks and ask what one is."""

    accessible_role = Spoken.List
    kindChosen = Signal(object, object)
    """The span of the block as it stands now, and its Kind or None (let Copydesk decide)."""

    def __init__(self, edit: TextEdit, copy_map: CopyMap) -> None:
        super().__init__(edit)
        self._edit = edit
        self._map = copy_map
        self._index = 0
        self._by_hand = "✎" if self.fontMetrics().inFontUcs4(ord("✎")) else "•"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Copy map")
        edit.updateRequest.connect(self._follow)
        edit.column.fitted.connect(self.settle)
        edit.linesMoved.connect(self.update)

    def settle(self) -> None:
        """Take the place left of the column."""
        width = min(self._edit.column.gutter, self._edit.column.wide_gutter)
        self.setGeometry(self._edit.column.gutter - width, 0, width, self._edit.height())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room left of the column."""
        return self.size()

    def _follow(self, rect: QRect, dy: int) -> None:
        if dy or rect.height() >= self._edit.viewport().height():  # a key within a line moves no block
            self.update()

    # -- What is where -------------------------------------------------------------------------------------------

    def stand_at(self, y: float) -> Stand | None:
        """Return the block beside the place `y`."""
        page = self._edit.page(QRectF(0, y, 1, 1))
        for stand in self._map.within(page.span):
            band = page.band(stand.span)
            if band is not None and band[0] <= y < band[1]:
                return stand
        return None

    @property
    def current(self) -> Stand | None:
        """Return the block that the keyboard is at."""
        return self._map[min(self._index, len(self._map) - 1)] if len(self._map) else None

    def go(self, index: int) -> None:
        """Bring the keyboard to a block and the block into sight."""
        self._index = max(0, min(index, len(self._map) - 1))
        if (stand := self.current) is not None:
            self._edit.select(Span(stand.span.start, stand.span.start))
            self._edit.ensureCursorVisible()
            block, key = f"Block {self._index + 1} of {len(self._map)}", key_of("block_ask")
            self.setAccessibleDescription(f"{block}: {described(stand.block)}. {key} changes it.")
        self.update()

    def ask(self, stand: Stand, at: QPoint | None = None) -> KindMenu:
        """Open the menu for a block, at a place of the gutter or beside the block, and return it."""
        menu = KindMenu(stand.block, stand.span, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.kindChosen)
        menu.popup(self.mapToGlobal(at if at is not None else self._beside(stand)))
        return menu

    def _beside(self, stand: Stand) -> QPoint:
        band = self._edit.page().band(stand.span)
        return QPoint(self.width() // 2, int(min(max(0.0, band[0] if band else 0.0) + 24, self.height())))

    # -- Acts ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask what the block under the mouse is."""
        if (stand := self.stand_at(event.position().y())) is not None:
            self._index = self._map.index_at(stand.span.start)
            self.ask(stand, event.position().toPoint())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the blocks, ask about one, or go back to the text."""
        act = pressed(event, Where.COPY_MAP)
        if act in _STEPS:
            self.go(self._index + _STEPS[act])
        elif act in ("block_first", "block_last"):
            self.go(0 if act == "block_first" else len(self._map))
        elif act == "block_ask" and self.current is not None:
            self.ask(self.current)
        elif act == "block_leave":
            self._edit.setFocus()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the block that the text cursor is in."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.go(self._map.index_at(self._edit.point))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say what a block is and why, where the mouse rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            stand = self.stand_at(event.pos().y())
            QToolTip.showText(event.globalPos(), as_tip(described(stand.block)) if stand else "", self)
            return True
        return super().event(event)

    # -- Painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a band with its kind for each block on the screen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._edit.colours.paper))
        font = QApplication.font()
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
        painter.setFont(font)
        page = self._edit.page()
        for stand in self._map.within(page.span):
            if band := page.band(stand.span):
                self._draw(painter, stand, QRectF(0, band[0] + 1, self.width(), band[1] - band[0] - 2), page)

    def _draw(self, painter: QPainter, stand: Stand, slot: QRectF, page: Page) -> None:
        colours, block = self._edit.colours, stand.block
        band = QRectF(self.width() - _BAND - _GAP, slot.top() + 2, _BAND, slot.height() - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.kinds[block.kind]))
        painter.drawRoundedRect(band, _BAND / 2, _BAND / 2)
        here = self.hasFocus() and self.current is stand
        words = short_name(block, here) if self.width() >= self._edit.column.wide_gutter else letters(block, here)
        painter.setPen(QColor(colours.kind_words[block.kind]))
        box = QRectF(2, slot.top(), band.left() - 6, max(slot.height(), 18.0))
        line = page.paragraph_at(page.units.to_units(stand.span.start))
        if line is not None:
            box.setHeight(line.first_row.slot_bottom - slot.top())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, flags, f"{words} {self._by_hand}" if block.by_hand else words)
        if here:
            painter.setPen(QPen(QColor(colours.ink), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(slot.adjusted(1, 1, -1, -1), 3, 3)
