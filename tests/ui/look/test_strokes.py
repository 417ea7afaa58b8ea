"""Underlines as they are drawn, pixel by pixel: 3:1 on every ground a word can stand on (WCAG 2.2, 1.4.11)."""

from functools import cache

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desk.checks.check import Finding, Item, Severity
from desk.text.spans import Span
from ui.editor.strokes import underline
from ui.look.editor_colours import DARK, LIGHT, contrast

_WIDTH, _HEIGHT = 60, 16
_DOT = 4
"""Columns of pixels in which a dotted or dashed underline must show something; between its dots there is paper."""


@cache
def _contrast(pixel, ground):
    return contrast(QColor.fromRgb(pixel), ground)


def drawn(item, severity, colour, ground, ratio):
    """Return the strongest contrast of each few columns of pixels along an underline."""
    image = QImage(round(_WIDTH * ratio), round(_HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(ground))
    painter = QPainter(image)
    underline(painter, Finding(item, "a.rule", Span(0, 3), "abc", "", severity=severity), colour, 4.3, 56.0, 8.4)
    painter.end()
    rows = range(image.height())
    best = [max(_contrast(image.pixel(x, y), ground) for y in rows) for x in range(image.width())]
    wide = round(_DOT * ratio)
    return [max(best[x : x + wide]) for x in range(round(8 * ratio), round(50 * ratio))]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_an_underline_reaches_three_to_one_as_it_is_drawn(qapp, look, severity, ratio):
    weak = {}
    for item in Item:
        for ground in (look.paper, look.current):
            seen = sorted(drawn(item, severity, look.marks[item], ground, ratio))
            if seen[len(seen) // 4] < 3:  # the gaps of dashes are wider than a dot
                weak[item, ground] = round(seen[len(seen) // 4], 2)
    assert not weak
