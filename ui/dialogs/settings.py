"""Asks for the settings of the desk; only what was changed is written."""

from collections.abc import Mapping
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
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
from ui.look.dialog_frame import Dialog, Scrolling, add_row, form
from ui.look.drop_down import DropDown
from ui.look.on_screen import fitted
from ui.look.pressed import in_window
from ui.look.widgets import number_field

if TYPE_CHECKING:  # its choices take 0.1 s to read
    from ui.house.page import HouseStylePage

HOUSE_TAB = "House style"
_PLACEHOLDER = 90
"""Characters that a field of one line has room for."""
_BESIDE_BOX = 46
"""Characters of a line beside a box, whose words the toolkit never breaks: with the longest the page was 727 pixels."""
_WIDE = 900
"""Pixels of the dialog with the page of house style, which has two panes."""
_EDGES = 60
"""Pixels beside the tabs: the edges of the dialog, and what a tab grows by when its words are bold."""
_LINES, _AROUND = 4, 24
"""Lines that a field of several shows, in a low dialog too, which scrolls; and the pixels around them."""
_NARROWEST = 560
"""Pixels of a page of fields, from which on it scrolls sideways."""


class SettingsDialog(Dialog):
    """Tabs of fields; sends a dictionary of the settings that differ."""

    wanted = Signal(object)
    story_wanted = Signal(str, object, object)
    """A story that the page of house style shows, the span of its text to go to, and what was chosen and not kept."""

    def __init__(self, settings: Settings, parent: QWidget | None, house: "HouseStylePage | None" = None) -> None:
        """`house` is the page of house style, which writes a file of its own."""
        super().__init__("Settings", parent, 760 if house is None else _WIDE)
        self._settings, self.house = settings, house
        self.fields: dict[str, QWidget] = {}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Groups of settings")
        self.tabs.setDocumentMode(True)
        for group in Group:
            self.tabs.addTab(Scrolling(self._page(group), _NARROWEST), group)  # each by itself: one is high, one wide
        if house is not None:
            self.tabs.insertTab(list(Group).index(Group.LANGUAGE) + 1, house, HOUSE_TAB)
            self.tabs.currentChanged.connect(self._turned)
            house.story_wanted.connect(self._leave_for)
        self.body.addWidget(self.tabs)
        self._show_every_tab()
        self.answer("Cancel", self.reject)
        self.answer("Keep", self._accept, primary=True)

    def _show_every_tab(self) -> None:
        """Be wide enough for all tabs, where the screen is: the first one was scrolled out of sight behind the last."""
        bar = self.tabs.tabBar()
        bar.ensurePolished()
        wanted = bar.sizeHint().width() + _EDGES
        self.setMinimumWidth(max(self.minimumWidth(), fitted(self, QSize(wanted, wanted)).width()))

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
                add_row(fields, declared.label, widget, in_window(declared.help))
        box.addLayout(fields)
        if group is not Group.KEYS:
            box.addStretch(1)
        return page

    def show_group(self, group: Group) -> None:
        """Show the fields of one group."""
        self._show_tab(group)

    def show_house(self) -> None:
        """Show the page of house style, the keyboard where a choice is found."""
        self._show_tab(HOUSE_TAB)
        if self.house is not None:
            self.house.filter.setFocus()

    def _show_tab(self, name: str) -> None:
        names = [self.tabs.tabText(nth) for nth in range(self.tabs.count())]
        self.tabs.setCurrentIndex(names.index(name))

    def _turned(self, _nth: int) -> None:
        """Let the page of house style show the file that the settings name as they stand here."""
        named = self.fields["house_file"]
        if self.house is not None and self.tabs.currentWidget() is self.house and isinstance(named, QLineEdit):
            self.house.look_at(named.text().strip())

    def _leave_for(self, story: str, place: object) -> None:
        if self.house is not None:
            self.story_wanted.emit(story, place, self.house.edit)
        self.reject()

    def changes(self) -> dict[str, object]:
        """Return the settings that differ from those in force."""
        now = {name: _answer(widget) for name, widget in self.fields.items()}
        return {name: value for name, value in now.items() if value != getattr(self._settings, name)}

    def _accept(self) -> None:
        """Keep what was changed; what goes wrong with the house file is said on its page, and nothing is lost."""
        if self.house is None:
            self._keep_settings()
        else:
            self._show_tab(HOUSE_TAB) if self.house.edit else None
            self.house.keep(self._keep_settings)

    def _keep_settings(self) -> None:
        changes = self.changes()
        if changes:
            self.wanted.emit(changes)
        self.accept()


def _asking(declared: Declaration, value: Any) -> QWidget:
    match declared.kind:
        case OneOf(words):
            return _choice(words, value)
        case Flag():
            box = QCheckBox("\n".join(wrap(declared.words, _BESIDE_BOX)))
            box.setChecked(value)
            return box
        case OwnKeys():
            return KeysField(value)
        case Texts() | SomeOf():
            lines = QPlainTextEdit("\n".join(value))
            lines.setTabChangesFocus(True)
            lines.ensurePolished()
            lines.setFixedHeight(_LINES * lines.fontMetrics().lineSpacing() + _AROUND)
            return lines
        case Number(low, high):
            return number_field(low, high, value)
    line = FolderField(value) if isinstance(declared.kind, FolderName) else QLineEdit(value)
    line.setPlaceholderText(_when_empty(in_window(declared.help)))
    return line


def _when_empty(help_: str) -> str:
    """Return what an empty field says: the help, or of a long one what it means that nothing stands there."""
    begins = help_.rfind("Empty ")
    return help_[begins:] if begins > 0 and len(help_) > _PLACEHOLDER else help_


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
