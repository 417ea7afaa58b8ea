"""Every choice of house style in its group, with what holds now and from where; narrowed by what is typed."""

import re

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desk.checks.style.choices.choice import StyleChoice
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit
from ui.house.standing import Standing, standing, value_words, words_now
from ui.look.group_rows import group_row
from ui.look.tips import plain_tip

_Mode = QHeaderView.ResizeMode
_KEY = Qt.ItemDataRole.UserRole
_SOUGHT = Qt.ItemDataRole.UserRole + 1
_INDENT = 12
_LEAST_NOW = 90
"""Pixels that what holds now has at least: where it comes from is left out sooner."""
_FROM = 2


class ChoicesTree(QTreeWidget):
    """Groups and their choices; says which choice is in hand."""

    chosen = Signal(str)
    """The key of the choice in hand, empty for none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Choices of house style")
        self.setHeaderLabels(["Choice", "Now", "From"])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._beside = 0
        """Pixels of the columns beside what holds now."""
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.currentItemChanged.connect(self._changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a narrow list to what each choice is and what holds, half and half."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        narrow = self.viewport().width() < self._beside + _LEAST_NOW
        if narrow == self.isColumnHidden(_FROM):
            return
        self.setColumnHidden(_FROM, narrow)
        self.header().setSectionResizeMode(0, _Mode.Stretch if narrow else _Mode.ResizeToContents)

    def fill(self, page: HousePage, edit: HouseEdit) -> None:
        """Make a line for each choice."""
        groups: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        for choice in page.choices:
            if choice.group not in groups:
                groups[choice.group] = group_row(self, choice.group[:1].upper() + choice.group[1:]), []
            group, some = groups[choice.group]
            item = QTreeWidgetItem(group, [choice.name])
            item.setData(0, _KEY, choice.key)
            item.setData(0, _SOUGHT, _words_of(choice))
            some.append(item)
            self._items[choice.key] = item
        self._groups = list(groups.values())
        self.show_values(page, edit)
        self.expandAll()
        self.header().setStretchLastSection(False)
        for column, mode in enumerate((_Mode.ResizeToContents, _Mode.Stretch, _Mode.ResizeToContents)):
            self.header().setSectionResizeMode(column, mode)  # from here on each word that changes is measured again
        self.setColumnHidden(_FROM, False)
        self._beside = self.header().sectionSize(0) + self.header().sectionSize(_FROM)
        self._share()

    def show_values(self, page: HousePage, edit: HouseEdit) -> None:
        """Say of each choice what holds; what was chosen and is not kept yet is bold."""
        for choice in page.choices:
            own = [one for one in words_now(page, edit, choice) if one.whence not in choice.preset_words]
            self._show(choice, standing(page, edit, choice), bool(own))
            if any(key == choice.key for key, _ in edit.words):
                self._embolden(choice.key)

    def _embolden(self, key: str) -> None:
        font = self.font()
        font.setBold(True)
        for column in range(3):
            self._items[key].setFont(column, font)

    def _show(self, choice: StyleChoice, now: Standing, by_word: bool) -> None:
        item = self._items[choice.key]
        item.setText(1, "word by word" if by_word else value_words(choice, now.value))
        item.setText(2, now.whence)
        item.setToolTip(1, plain_tip(item.text(1)))
        font = self.font()
        font.setBold(now.changed)
        for column in range(3):
            item.setFont(column, font)

    # -- Choosing ----------------------------------------------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Take a choice in hand."""
        if key in self._items:
            self._items[key].setHidden(False)
            self.setCurrentItem(self._items[key])
            self.scrollToItem(self._items[key], QTreeWidget.ScrollHint.PositionAtCenter)

    def key(self) -> str:
        """Return the key of the choice in hand, empty for none."""
        item = self.currentItem()
        return str(item.data(0, _KEY) or "") if item else ""

    def narrow(self, words: str) -> None:
        """Leave the choices that have all these words, and take the best of them in hand."""
        sought = [re.compile(re.escape(word)) for word in words.casefold().split()]
        for key, item in self._items.items():
            text = f"{item.data(0, _SOUGHT)} {item.text(1)} {item.text(2)} {key}".casefold()
            item.setHidden(not all(word.search(text) for word in sought))
        for group, some in self._groups:
            group.setHidden(all(item.isHidden() for item in some))
        shown = [item for item in self._items.values() if not item.isHidden()]
        named = [item for item in shown if item.text(0).casefold().startswith(words.strip().casefold())]
        if words.strip() and (named or shown):
            self.setCurrentItem((named or shown)[0])
        elif self.currentItem() not in shown:
            self.setCurrentItem(shown[0]) if shown else self.setCurrentIndex(QModelIndex())

    def _changed(self) -> None:
        self.chosen.emit(self.key())


def _words_of(choice: StyleChoice) -> str:
    forms = " ".join(f"{form.name} {form.example}" for form in choice.forms)
    return f"{choice.group} {choice.name} {choice.description} {' '.join(choice.also)} {forms}"
