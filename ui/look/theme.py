"""How Copydesk looks: two sets of colours, light and dark, and the one style sheet made from them.

Every text colour stands at least 4.5:1 against every ground it is used on (WCAG 2.2, level AA), and every mark that
carries meaning at least 3:1; `tests/ui/look/test_theme.py` computes it. Spaces are multiples of 4 px on a grid of 8.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desk.checks.check import Item
from desk.paths import resources_dir
from ui.look import editor_colours
from ui.look.fonts import zoomed
from ui.look.style_sheet import TEMPLATE


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as `#rrggbb`."""

    dark: bool
    window: str
    panel: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    control: str
    hover: str
    selected: str
    accent: str
    on_accent: str
    passed: str
    attention: str
    waived: str
    unchecked: str
    checking: str
    notice: str
    items: Mapping[Item, str]
    """The colour of each item: its underline in the text and its mark in the checklist."""

    def by_name(self) -> dict[str, str]:
        """Return the colours by name, for the style sheet."""
        return {f.name: getattr(self, f.name) for f in fields(self) if isinstance(getattr(self, f.name), str)}


LIGHT = Theme(
    dark=False,
    window="#efede7",
    panel="#f7f5f0",
    base="#fdfcf8",
    raised="#fffefb",
    text="#22211e",
    muted="#5f5c54",
    border="#dcd8ce",
    control="#878378",
    hover="#eae6dc",
    selected="#d6e4f5",
    accent="#1d56a8",
    on_accent="#ffffff",
    passed="#1a6b37",
    attention="#944800",
    waived="#6a2f92",
    unchecked="#5f5c54",
    checking="#1d56a8",
    notice="#fbf0cf",
    items=editor_colours.LIGHT.marks,
)

DARK = Theme(
    dark=True,
    window="#151618",
    panel="#191a1c",
    base="#1d1e20",
    raised="#27282b",
    text="#e4e1da",
    muted="#b0ada5",
    border="#34353a",
    control="#7d7b75",
    hover="#2c2d31",
    selected="#243b56",
    accent="#8ab8f5",
    on_accent="#101a26",
    passed="#72cf8e",
    attention="#f0ac4e",
    waived="#d8a2f4",
    unchecked="#b0ada5",
    checking="#8ab8f5",
    notice="#3a3420",
    items=editor_colours.DARK.marks,
)

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "base"),
    (QPalette.ColorRole.AlternateBase, "panel"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "text"),
    (QPalette.ColorRole.Highlight, "selected"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "hover"),
    (QPalette.ColorRole.Mid, "border"),
    (QPalette.ColorRole.Dark, "control"),
    (QPalette.ColorRole.Shadow, "border"),
    (QPalette.ColorRole.Accent, "accent"),
)

_MUTED_WHEN_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def named(choice: str) -> Theme:
    """Return the theme of a setting: `light`, `dark`, or for anything else what the system shows."""
    if choice in ("light", "dark"):
        return DARK if choice == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """Return the palette of the theme, for everything the style sheet does not name."""
    out = QPalette()
    for role, name in _ROLES:
        out.setColor(role, QColor(getattr(theme, name)))
    for role in _MUTED_WHEN_DISABLED:
        out.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.control))
    return out


_percent: list[int] = [100]


def percent() -> int:
    """Return the size of the window's words in force, in per cent of the system's."""
    return _percent[0]


_LARGE = 1.75
_TITLE = 1.7
"""How much larger the title of the first page is than the rest."""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet in the colours of the theme."""
    images = {
        name: (resources_dir() / "icons" / f"{name}-{'dark' if theme.dark else 'light'}.svg").as_posix()
        for name in ("arrow", "up", "tick")
    }
    points = QGuiApplication.font().pointSizeF()
    return TEMPLATE.substitute(theme.by_name(), **images, **_marks(percent()), title=f"{points * _TITLE:.1f}pt")


def _marks(at: int) -> dict[str, str]:
    """Return how large boxes, rings and arrows are: with the window's words, never smaller than at 100 per cent."""
    times = max(at, 100) / 100
    dot, ring = round(6 * times), round(5 * times)
    mark = dot + 2 * ring - 2  # as large as a ring with its dot: it has an edge of one pixel on each side
    lengths = {"mark": mark, "round": mark // 2 + 1, "dot": dot, "ring": ring}
    lengths |= {"icon": round(16 * times), "tool": round(18 * times)}
    lengths |= {"beside": 8 if times < _LARGE else 3}  # all menus have room in 720 pixels, with words twice as large
    lengths |= {"arm": round(12 * times), "room": round(24 * times), "room_in_focus": round(24 * times) - 1}
    return {name: f"{length}px" for name, length in lengths.items()}


_current: list[Theme] = [LIGHT]


def current() -> Theme:
    """Return the theme in force."""
    return _current[0]


_system: list[QFont] = []
"""The font that the system gave, once it was made larger or smaller."""


def apply(app: QApplication, theme: Theme, at: int = 100) -> None:
    """Dress the whole application in the theme, its words at so many per cent of the system's size."""
    _current[0], _percent[0] = theme, at
    if not _system:
        _system.append(app.font())
    font = zoomed(_system[0], at)
    if font != app.font():
        app.setStyleSheet("")  # under a style sheet no widget takes another font from the application
        app.setFont(font)
        app.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)  # or the style sheet below comes first
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
