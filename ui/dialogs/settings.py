"""Asks for the settings of the desk; only what was changed is written."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk.settings import VARIANTS, Settings
from ui.look.dialog_frame import Dialog, add_row, form

_THEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}
_NUMBER = 96
"""Pixels of a field for a number."""
_COUNTRIES = {
    "US": "United States",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "CA": "Canada",
    "AU": "Australia",
    "NZ": "New Zealand",
    "IN": "India",
    "ZA": "South Africa",
    "SG": "Singapore",
    "DE": "Germany",
    "AT": "Austria",
    "FR": "France",
    "ES": "Spain",
    "NL": "Netherlands",
}
_SEVERITIES = {
    "error": "An error: it stops approval",
    "warning": "A warning: to be acknowledged by name",
    "hint": "A hint: it stops nothing",
    "off": "Nothing: do not look for it",
}


@dataclass(frozen=True)
class Field:
    """One setting: its name in the file, its words, its help, and what to ask with."""

    name: str
    text: str
    help: str = ""
    choices: dict[str, str] | None = None
    low: int = 0
    high: int = 0
    lines: bool = False


TABS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    (
        "You and the window",
        (
            Field("user_name", "Your name", "Signs your decisions; empty for your login name."),
            Field("theme", "Colours", choices=_THEMES),
            Field("font_family", "Font of the text", "Empty for our choice."),
            Field("font_size", "Size of the text (points)", low=8, high=32),
            Field("line_width", "Length of a line (characters)", "60 to 80 read best.", low=40, high=160),
            Field("words_per_minute", "Reading speed (words a minute)", low=80, high=600),
        ),
    ),
    (
        "Language and style",
        (
            Field("variant", "English of the desk", choices=VARIANTS),
            Field("country", "Advertising labels of", "Which words label an advertisement.", choices=_COUNTRIES),
            Field("style_file", "Own style rules (a TOML file)", "Read after the shipped rules."),
            Field("style_off", "Style rules switched off", "One rule a line, such as style.doubled-word.", lines=True),
        ),
    ),
    (
        "Grammar rules",
        (
            Field("grammar_rules_file", "Own grammar rules (an XML file)", "LanguageTool's form; read beside ours."),
            Field("grammar_off", "Switched off", "One rule a line, such as EN_A_VS_AN.", lines=True),
            Field("grammar_low", "Told as hints", "One rule a line.", lines=True),
            Field("grammar_on", "Told as they are", "Whatever the shipped file says; one rule a line.", lines=True),
            Field("grammar_style", "House styles to hold", "serial-comma, that-which, ...; one a line.", lines=True),
            Field("grammar_notes", "Our notes on rules", "RULE: note, one a line.", lines=True),
        ),
    ),
    (
        "Desk",
        (
            Field("ads_unlabelled", "Advertising without a label is", choices=_SEVERITIES),
            Field("ads_leftover", "Leftovers of a web page are", choices=_SEVERITIES),
            Field("manual_items", "Ticked by hand", "One line of the checklist a line.", lines=True),
            Field("sections", "Sections", "One a line.", lines=True),
            Field("shared_desktop", "Shared desktop", "Ask at each start who is working."),
            Field("pin_needed", "Ask for a PIN", "Of those who have one."),
            Field("database", "Database", "A file or URL; empty for the usual place. Needs a restart."),
        ),
    ),
    (
        "Grammar engine",
        (
            Field(
                "keep_warm_seconds",
                "Keep it warm for (seconds)",
                "After the last window has closed.",
                low=0,
                high=86400,
            ),
            Field("engine_url", "A server of the desk", "Its address; empty for our own server."),
            Field("java", "Another Java", "Its path, Java 17 or newer; empty for ours."),
        ),
    ),
)


class SettingsDialog(Dialog):
    """Tabs of fields; sends a dictionary of the settings that differ."""

    wanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None) -> None:
        super().__init__("Settings", parent, 680)
        self._settings = settings
        self.fields: dict[str, QWidget] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Groups of settings")
        self.tabs.setDocumentMode(True)
        for title, entries in TABS:
            self.tabs.addTab(self._page(entries), title)
        self.body.addWidget(self.tabs)
        self.answer("Cancel", self.reject)
        self.answer("Keep", self._accept, primary=True)

    def _page(self, entries: tuple[Field, ...]) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(16, 16, 16, 16)
        fields = form()
        for entry in entries:
            widget = _asking(entry, getattr(self._settings, entry.name))
            self.fields[entry.name] = widget
            add_row(fields, entry.text, widget, entry.help)
        box.addLayout(fields)
        box.addStretch(1)
        return page

    def changes(self) -> dict[str, object]:
        """Return the settings that differ from those in force."""
        now = {name: _answer(widget) for name, widget in self.fields.items()}
        return {name: value for name, value in now.items() if value != getattr(self._settings, name)}

    def _accept(self) -> None:
        if changes := self.changes():
            self.wanted.emit(changes)
        self.accept()


def _asking(entry: Field, value: Any) -> QWidget:
    if entry.choices is not None:
        return _choice(entry.choices, str(value))
    if isinstance(value, bool):
        box = QCheckBox(entry.help)
        box.setChecked(value)
        return box
    if entry.lines:
        lines = QPlainTextEdit("\n".join(value))
        lines.setTabChangesFocus(True)
        lines.setMaximumHeight(96)
        return lines
    if entry.high:
        number = QSpinBox()
        number.setMinimumWidth(
            _NUMBER
        )  # the style sheet hides the buttons: Qt's own NoButtons leaves 1 px for the number
        number.setRange(min(entry.low, int(value)), max(entry.high, int(value)))
        number.setValue(int(value))
        number.lineEdit().setTextMargins(6, 0, 6, 0)
        return number
    line = QLineEdit(str(value))
    line.setPlaceholderText(entry.help)
    return line


def _choice(choices: dict[str, str], value: str) -> QComboBox:
    out = QComboBox()
    for key, words in choices.items():
        out.addItem(words, key)
    if out.findData(value) < 0:
        out.addItem(value, value)
    out.setCurrentIndex(out.findData(value))
    return out


def _answer(widget: QWidget) -> object:
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, QPlainTextEdit):
        return tuple(line.strip() for line in widget.toPlainText().splitlines() if line.strip())
    if isinstance(widget, QSpinBox):
        return widget.value()
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    assert isinstance(widget, QLineEdit)
    return widget.text().strip()
