"""How an underline looks: a shape of its own for each item, so that nobody needs to tell colours apart."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from desk.checks.check import Finding, Item, Severity

_WEIGHT = {Severity.ERROR: 1.9, Severity.WARNING: 1.5, Severity.HINT: 1.0}
_DASHES = {
    Item.FIGURES: (4.0, 1.4, 4.0, 3.6),
    Item.STYLE: (5.0, 3.0),
    Item.STRUCTURE: (7.0, 2.5, 1.2, 2.5),
    Item.ADS: (0.1, 2.6),
}
_WAVE, _SWING = 6, 2.0
"""Length and half the height of a wave, in pixels."""
_HEIGHT = 10
_MIDDLE = 0.5
"""From the edge of a pixel to its middle: a line of one pixel drawn on the edge is two rows of half its colour."""
_DOT = 0.7
"""How much wider a dot is than a line: less, and the finest would not reach 3:1."""
STEP = 5.0
"""How far below one another the underlines of two findings on the same words stand, in pixels."""


def underline(painter: QPainter, finding: Finding, colour: str, left: float, right: float, y: float) -> None:
    """Draw the underline of a finding: wavy for grammar, double for names, dotted, dashed or dash-dotted for others."""
    ratio = painter.device().devicePixelRatio()
    ready = _ready(finding.item, finding.severity, colour, max(_WAVE, round(right - left)), ratio)
    painter.drawPixmap(round(left), round(y) - _HEIGHT // 2, ready)


def side_line(painter: QPainter, finding: Finding, colour: str, x: float, top: float, bottom: float) -> None:
    """Draw the same shape upright, beside a passage."""
    painter.save()
    painter.translate(x, top)
    painter.rotate(90)
    painter.setPen(_pen(finding.item, finding.severity, colour))
    _draw(painter, finding.item, int(bottom - top), 0)
    painter.restore()


@lru_cache(maxsize=1024)
def _ready(item: Item, severity: Severity, colour: str, width: int, ratio: float) -> QPixmap:
    """Return the underline as an image: a wave costs 60 us to draw and 1 us to show."""
    image = QPixmap(round(width * ratio), round(_HEIGHT * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(item, severity, colour))
    _draw(painter, item, width, _HEIGHT // 2)
    painter.end()
    return image


def _pen(item: Item, severity: Severity, colour: str) -> QPen:
    """Return the pen: heavier for an error, finer for a hint."""
    pen = QPen(QColor(colour), _WEIGHT[severity])
    if item in _DASHES:
        dotted = item is Item.ADS
        pen.setWidthF(pen.widthF() + _DOT * dotted)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / pen.widthF() * 1.5 for length in _DASHES[item]])
    else:
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _draw(painter: QPainter, item: Item, width: int, y: int) -> None:
    if item is Item.GRAMMAR:
        half = _WAVE // 2
        swing = [QPointF(x, y + (_SWING if (x // half) % 2 else -_SWING)) for x in range(0, width + half, half)]
        painter.drawPolyline(QPolygonF(swing))
    elif item is Item.NAMES:
        painter.drawLine(QPointF(0, y - 1.5), QPointF(width, y - 1.5))
        painter.drawLine(QPointF(0, y + 1.5), QPointF(width, y + 1.5))
    else:
        painter.drawLine(QPointF(0, y + _MIDDLE), QPointF(width, y + _MIDDLE))
