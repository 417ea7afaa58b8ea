"""Asks for the settings of the desk; only what was changed is written."""

from collections.abc import Mapping
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

from desk.settings.declared import Settings, declarations
from desk.settings.declaring import Declaration, Group
from desk.settings.kinds import Flag, FolderName, Number, OneOf, SomeOf, Texts
from desk.settings.own_keys import OwnKeys
from ui.dialogs.folder_field import FolderField
from ui.dialogs.keys_field import KeysField
from ui.look.dialog_frame import Dialog, add_row, form
from ui.look.drop_down import DropDown

_NUMBER = 96
"""Pixels of a field for a number."""


class SettingsDialog(Dialog):
    """Tabs of fields; sends a dictionary of the settings that differ."""

    wanted = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None) -> None:
        super().__init__("Settings", parent, 760)
        self._settings = settings
        self.fields: dict[str, QWidget] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Groups of settings")
        self.tabs.setDocumentMode(True)
        for group in Group:
            self.tabs.addTab(self._page(group), group)
        self.body.addWidget(self.tabs)
        self.answer("Cancel", self.reject)
        self.answer("Keep", self._accept, primary=True)

    def _page(self, group: Group) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(16, 16, 16, 16)
        fields = form()
        for name, declared in declarations().items():
            if declared.group is group and declared.in_dialog:
                widget = _asking(declared, getattr(self._settings, name))
                self.fields[name] = widget
                if isinstance(widget, KeysField):  # its own words say what it is, and it takes the whole width
                    box.addWidget(widget, 1)
                    continue
                add_row(fields, declared.label, widget, declared.help)
        box.addLayout(fields)
        if group is not Group.KEYS:
            box.addStretch(1)
        return page

    def show_group(self, group: Group) -> None:
        """Show the fields of one group."""
        self.tabs.setCurrentIndex(list(Group).index(group))

    def changes(self) -> dict[str, object]:
        """Return the settings that differ from those in force."""
        now = {name: _answer(widget) for name, widget in self.fields.items()}
        return {name: value for name, value in now.items() if value != getattr(self._settings, name)}

    def _accept(self) -> None:
        if changes := self.changes():
            self.wanted.emit(changes)
        self.accept()


def _asking(declared: Declaration, value: Any) -> QWidget:
    match declared.kind:
        case OneOf(words):
            return _choice(words, value)
        case Flag():
            box = QCheckBox(declared.words)
            box.setChecked(value)
            return box
        case OwnKeys():
            return KeysField(value)
        case Texts() | SomeOf():
            lines = QPlainTextEdit("\n".join(value))
            lines.setTabChangesFocus(True)
            lines.setMaximumHeight(96)
            return lines
        case Number(low, high):
            return _number(low, high, value)
    line = FolderField(value) if isinstance(declared.kind, FolderName) else QLineEdit(value)
    line.setPlaceholderText(declared.help)
    return line


def _number(low: int, high: int, value: int) -> QSpinBox:
    number = QSpinBox()
    number.setMinimumWidth(_NUMBER)  # the style sheet hides the buttons: Qt's own NoButtons leaves 1 px for the number
    number.setRange(low, high)
    number.setValue(value)
    number.lineEdit().setTextMargins(6, 0, 6, 0)
    return number


def _choice(choices: Mapping[str, str], value: str) -> QComboBox:
    out = DropDown()
    for key, words in choices.items():
        out.addItem(words, key)
    out.setCurrentIndex(out.findData(value))
    return out


def _answer(widget: QWidget) -> object:
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, KeysField):
        return widget.lines()
    if isinstance(widget, QPlainTextEdit):
        return tuple(line.strip() for line in widget.toPlainText().splitlines() if line.strip())
    if isinstance(widget, QSpinBox):
        return widget.value()
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    assert isinstance(widget, QLineEdit)
    return widget.text().strip()
