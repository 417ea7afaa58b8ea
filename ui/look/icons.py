"""Our own icons, drawn as SVG in one colour and tinted to the theme."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.paths import resources_dir
from ui.look import theme


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


def beside_words(size: int) -> int:
    """Return the pixels of an icon of this size beside the window's words, as large as those are."""
    return round(size * max(100, theme.percent()) / 100)


class _Drawn(QIconEngine):
    """Draws an icon when it is shown, at the size and for the screen it is shown on.

    All sizes of all icons drawn ahead took a twelfth of the start to the painted panes, and 5 MB.
    """

    def __init__(self, name: str, colour: str, pale: str) -> None:
        super().__init__()
        self._name, self._colour, self._pale = name, colour, pale

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return it in so many pixels of the screen; what is disabled is paler."""
        return pixmap(self._name, self._pale if mode is QIcon.Mode.Disabled else self._colour, _side(size))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it into the middle of a rectangle."""
        side = _side(rect.size())
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(square, self.pixmap(square.size() * ratio, mode, state))

    def clone(self) -> QIconEngine:
        """Return another one of the same looks."""
        return _Drawn(self._name, self._colour, self._pale)


def _side(size: QSize) -> int:
    return max(1, min(size.width(), size.height()))


def icon(name: str, colour: str = "") -> QIcon:
    """Return the icon in a colour, that of the theme's text if none is named; disabled, it is paler."""
    now = theme.current()
    return QIcon(_Drawn(name, colour or now.text, now.control))


def application_icon() -> QIcon:
    """Return the icon of the product."""
    return QIcon(str(_path("copydesk")))
