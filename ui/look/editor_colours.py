"""The colours of the editor, light and dark; a test proves that every pair that carries meaning can be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor

from desk.checks.check import Item
from desk.text.blocks import Kind


@dataclass(frozen=True, slots=True)
class Colours:
    """One look of the editor; every colour as `#rrggbb`.

    `marks` draws the underlines, `kinds` the bands of the copy map, `kind_words` the words on and beside them.
    """

    paper: str
    ink: str
    faint: str
    """Words that stand back: placeholder, kinds of the copy map, text that is no part of the story."""
    selection: str
    selected_ink: str
    current: str
    """Ground of the finding that the checklist is at."""
    current_edge: str
    flash: str
    """Ground of a place that was just gone to, for a moment."""
    match: str
    """Ground of every place that the find bar found."""
    match_edge: str
    scope: str
    """Ground of what the find bar looks through, where that is not the whole text."""
    notice: str
    """Ground of the strip that says why the text cannot be changed."""
    marks: Mapping[Item, str]
    kinds: Mapping[Kind, str]
    kind_words: Mapping[Kind, str]
    tints: Mapping[Kind, str]
    """Ground of a block that is no part of the story."""


LIGHT = Colours(
    paper="#fdfcf8",
    ink="#22211e",
    faint="#67645c",
    selection="#bcd7f5",
    selected_ink="#14130f",
    current="#fdeeb4",
    current_edge="#a07a00",
    flash="#ffd860",
    match="#dff1dc",
    match_edge="#4b7f49",
    scope="#ece7f6",
    notice="#fbf0cf",
    marks=MappingProxyType(
        {
            Item.GRAMMAR: "#c0271f",
            Item.NAMES: "#2456c4",
            Item.FIGURES: "#0b7086",
            Item.ADS: "#a45c00",
            Item.STYLE: "#0d7a5f",
            Item.STRUCTURE: "#8236a8",
        }
    ),
    kinds=MappingProxyType(
        {
            Kind.COPY: "#e2dfd6",
            Kind.FURNITURE: "#8aa3c4",
            Kind.PAID: "#d99a2b",
            Kind.AD_LABEL: "#b3791a",
            Kind.LEFTOVER: "#a8a39a",
        }
    ),
    kind_words=MappingProxyType(
        {
            Kind.COPY: "#67645c",
            Kind.FURNITURE: "#3c567c",
            Kind.PAID: "#7d4c00",
            Kind.AD_LABEL: "#7d4c00",
            Kind.LEFTOVER: "#67645c",
        }
    ),
    tints=MappingProxyType({Kind.PAID: "#faf1de", Kind.AD_LABEL: "#faf1de", Kind.LEFTOVER: "#f4f2ed"}),
)

DARK = Colours(
    paper="#1d1e20",
    ink="#e4e1da",
    faint="#a09d95",
    selection="#2f5480",
    selected_ink="#ffffff",
    current="#4d4316",
    current_edge="#d9b440",
    flash="#55460c",
    match="#26402a",
    match_edge="#7fb37d",
    scope="#33304a",
    notice="#3a3420",
    marks=MappingProxyType(
        {
            Item.GRAMMAR: "#ff7a70",
            Item.NAMES: "#86adff",
            Item.FIGURES: "#58c7e0",
            Item.ADS: "#f0ac4e",
            Item.STYLE: "#4fcba6",
            Item.STRUCTURE: "#d290f2",
        }
    ),
    kinds=MappingProxyType(
        {
            Kind.COPY: "#3a3b3e",
            Kind.FURNITURE: "#5f7ea8",
            Kind.PAID: "#b37a17",
            Kind.AD_LABEL: "#d09a3c",
            Kind.LEFTOVER: "#6d6b66",
        }
    ),
    kind_words=MappingProxyType(
        {
            Kind.COPY: "#a09d95",
            Kind.FURNITURE: "#a8c1e6",
            Kind.PAID: "#edb95e",
            Kind.AD_LABEL: "#edb95e",
            Kind.LEFTOVER: "#a09d95",
        }
    ),
    tints=MappingProxyType({Kind.PAID: "#2b261b", Kind.AD_LABEL: "#2b261b", Kind.LEFTOVER: "#252628"}),
)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def blended(over: str, under: str, alpha: float) -> QColor:
    """Return what the eye sees of `over` laid on `under` with opacity `alpha` (0 to 1)."""
    top, ground = QColor(over), QColor(under)
    mixed = (
        alpha * a + (1 - alpha) * b
        for a, b in zip(
            (top.redF(), top.greenF(), top.blueF()), (ground.redF(), ground.greenF(), ground.blueF()), strict=True
        )
    )
    return QColor.fromRgbF(*mixed)
