"""How an underline looks: a shape of its own for each item, so that nobody needs to tell colours apart."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desk.checks.check import Item, Severity

_WEIGHT = {Severity.ERROR: 1.9, Severity.WARNING: 1.5, Severity.HINT: 1.0}
_DASHES = {Item.STYLE: (5.0, 3.0), Item.STRUCTURE: (7.0, 2.5, 1.2, 2.5), Item.ADS: (0.1, 2.6)}
WAVE, HEIGHT = 6, 2.0
"""Length and half the height of a wave, in pixels."""
STEP = 5.0
"""How far below one another the underlines of two findings on the same words stand, in pixels."""


@lru_cache(maxsize=512)
def _wave(width: int) -> QPolygonF:
    half = WAVE // 2
    return QPolygonF([QPointF(x, HEIGHT if (x // half) % 2 else -HEIGHT) for x in range(0, width + half, half)])


@lru_cache(maxsize=64)
def pen_of(item: Item, severity: Severity, colour: str) -> QPen:
    """Return the pen of an underline: heavier for an error, finer for a hint."""
    pen = QPen(QColor(colour), _WEIGHT[severity])
    if item in _DASHES:
        dotted = item is Item.ADS
        pen.setWidthF(pen.widthF() + 0.5 * dotted)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / pen.widthF() * 1.5 for length in _DASHES[item]])
    else:
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def underline(painter: QPainter, item: Item, left: float, right: float, y: float) -> None:
    """Draw an underline with the painter's pen: wavy (grammar), double (names) or the pen's own dashes."""
    if item is Item.GRAMMAR:
        painter.translate(left, y)
        painter.drawPolyline(_wave(max(WAVE, int(right - left))))
        painter.translate(-left, -y)
    elif item is Item.NAMES:
        painter.drawLine(QPointF(left, y - 1.6), QPointF(right, y - 1.6))
        painter.drawLine(QPointF(left, y + 1.6), QPointF(right, y + 1.6))
    else:
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def side_line(painter: QPainter, item: Item, x: float, top: float, bottom: float) -> None:
    """Draw the same shape upright, beside a passage."""
    painter.save()
    painter.translate(x, top)
    painter.rotate(90)
    underline(painter, item, 0, bottom - top, 0)
    painter.restore()
