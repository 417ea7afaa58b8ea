"""The face the story is read in: the one of the settings, or the best that this machine has."""

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QFontMetricsF

SERIF = (
    "Charter",
    "Source Serif 4",
    "Source Serif Pro",
    "Iowan Old Style",
    "Georgia",
    "Palatino Linotype",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
)
SANS = ("Source Sans 3", "Segoe UI", "Helvetica Neue", "Noto Sans", "Cantarell", "Liberation Sans", "DejaVu Sans")
SMALLEST, LARGEST = 7, 48

# A column is measured in characters of running text: the average width that a font file states is that of its
# capitals as well, and makes lines about a sixth too long.
_SAMPLE = "the council said on tuesday that the bridge would be closed to lorries from monday, and reopened by spring"


def reading_font(family: str, points: int) -> QFont:
    """Return the font for a family name, for "serif" or "sans", or for "" (serif), with fallbacks behind it."""
    wanted = SANS if family.lower() in {"sans", "sans-serif"} else SERIF
    named = [family] if family.lower() not in {"", "serif", "sans", "sans-serif"} else []
    there = set(QFontDatabase.families())
    families = [*named, *(name for name in wanted if name in there)]
    font = QFont(families or [""])
    font.setStyleHint(QFont.StyleHint.SansSerif if wanted is SANS else QFont.StyleHint.Serif)
    font.setPointSize(min(LARGEST, max(SMALLEST, points)))
    return font


def column_width(font: QFont, characters: int) -> float:
    """Return the width in pixels of a line of so many characters of running text."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters


_STANDARD = 14
"""Height in pixels of a line of the window's words at the size that panes and dialogs are measured for."""


def words_scale(font: QFont) -> float:
    """Return how many times as large as measured for panes and dialogs must be for words of this font; never less."""
    return max(1.0, QFontMetrics(font).height() / _STANDARD)


def zoomed(font: QFont, percent: int) -> QFont:
    """Return the font at so many per cent of its size."""
    grown = QFont(font)
    grown.setPointSizeF(max(4.0, font.pointSizeF() * percent / 100))
    return grown
