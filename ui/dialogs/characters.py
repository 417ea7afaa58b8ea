"""Lets one find a character by its name: those that newsrooms need first, then every other letter and sign."""

import unicodedata
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.look.dialog_frame import Dialog

_FIRST = (
    "—–‑…“”‘’‚„«»‹›•·′″×÷±−≈≠≤≥°%‰½⅓⅔¼¾⅛€£¥¢₹₽₩§¶†‡©®™№"
    "áàâäãåāçćčéèêëēíìîïñńóòôöõøőśšßúùûüűýžźżæœðþłđ"
    "ÁÀÂÄÃÅĀÇĆČÉÈÊËĒÍÌÎÏÑŃÓÒÔÖÕØŐŚŠÚÙÛÜŰÝŽŹŻÆŒÐÞŁĐ\u00a0\u2009\u202f"
)
_REST = (range(0xA1, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000), range(0x2010, 0x2C00))
_MOST = 200
_CHARACTER = Qt.ItemDataRole.UserRole


class CharactersDialog(Dialog):
    """A line to write a name in, and the characters that are called so."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("Special character", parent, 480)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("A name, such as “euro”, “o acute” or “no-break space”")
        self.filter.setAccessibleName("Name of the character")
        self.filter.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName("Characters")
        self.list.setMinimumHeight(320)
        self.list.itemActivated.connect(self._accept)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.list, 1)
        self.answer("Cancel", self.reject)
        self.put = self.answer("Put it in", self._accept, primary=True)
        self._narrow("")

    def _narrow(self, words: str) -> None:
        self.list.clear()
        for character in islice(_called(words), _MOST):
            name = unicodedata.name(character).capitalize()
            shown = " " if character.isspace() else character
            item = QListWidgetItem(f"{shown}\t{name}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            item.setData(_CHARACTER, character)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.put.setEnabled(self.list.count() > 0)

    def _accept(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.accept()
            self.chosen.emit(str(item.data(_CHARACTER)))


def _called(words: str) -> Iterator[str]:
    """Yield the characters with all these words in their names, the usual ones first; a character itself is found."""
    sought = words.casefold().split()
    rest = (chr(code) for codes in _REST for code in codes) if sought else ()
    for character in dict.fromkeys([*_FIRST, *rest]):
        name = unicodedata.name(character, "").casefold()
        if name and (words.strip() == character or all(_is_in(word, name) for word in sought)):
            yield character


def _is_in(word: str, name: str) -> bool:
    """Return whether a word begins a word of the name; a single letter must be one by itself."""
    return word in name.split() if len(word) == 1 else f" {word}" in f" {name}"
