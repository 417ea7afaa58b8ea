"""Our own icons, drawn as SVG in one colour and tinted to the theme."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.paths import resources_dir
from ui.look import theme

_SIZES = (16, 20, 24, 32, 40, 48)


def _path(name: str) -> Path:
    return resources_dir() / "icons" / f"{name}.svg"


@lru_cache(maxsize=256)
def _svg(name: str, colour: str) -> bytes:
    return _path(name).read_bytes().replace(b"currentColor", colour.encode())


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon in one colour, `size` logical pixels square, for a screen of this device pixel ratio."""
    out = QPixmap(round(size * ratio), round(size * ratio))
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    QSvgRenderer(QByteArray(_svg(name, colour))).render(painter, QRectF(0, 0, out.width(), out.height()))
    painter.end()
    out.setDevicePixelRatio(ratio)
    return out


def icon(name: str, colour: str = "") -> QIcon:
    """Return the icon in a colour, that of the theme's text if none is named; disabled, it is paler."""
    now = theme.current()
    out = QIcon()
    for size in _SIZES:
        out.addPixmap(pixmap(name, colour or now.text, size))
        out.addPixmap(pixmap(name, now.control, size), QIcon.Mode.Disabled)
    return out


def application_icon() -> QIcon:
    """Return the icon of the product."""
    return QIcon(str(_path("copydesk")))
