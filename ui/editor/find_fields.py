"""The fields and buttons of the find bar."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.actions.keys import tip_of
from ui.editor.search import Wanted
from ui.look.tips import plain_tip
from ui.look.widgets import label

_EDGE, _GAP, _NARROWEST = 10, 4, 140
"""Pixels at both ends of the bar, between its buttons, and of a field at least."""


class FindFields(QWidget):
    """What to look for and what to put in its place, in two rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.find_field = _field("Find", self)
        self.replace_field = _field("Replace with", self)
        self.count = label()
        self.count.setAccessibleName("Places found")
        self.count.setMinimumWidth(self.fontMetrics().horizontalAdvance("5,000 of 5,000+ "))
        self.case = _switch("Aa", "Match capitals", self)
        self.whole = _switch("W", "Whole words", self)
        self.regular = _switch(".*", "Regular expression", self)
        self.previous = _button("▲", tip_of("match_previous"), self)
        self.next = _button("▼", tip_of("match_next"), self)
        self.close_button = _button("✕", tip_of("find_close"), self)
        self.replace_button = _button("Replace", "Replace this place and go on", self)
        self.all_button = _button("Replace all", "Replace every place, undone as one step", self)
        self.keep = _switch("Keep Aa", "Words at the head of a sentence, or in a line of capitals, keep theirs", self)
        self.keep.setChecked(True)
        self.in_selection = _switch("In the selection", "Only in the words that are selected now", self)
        self.in_copy = _switch("In the story only", "Only in the story's copy, not in ads or leftovers", self)
        self.said = label(wrap=True)
        self.said.hide()
        self._grid = QGridLayout(self)
        self._switches = _row(self.case, self.whole, self.regular, self.previous, self.next, self.count)
        self._acts = _row(self.replace_button, self.all_button)
        self._where = _row(self.keep, self.in_selection, self.in_copy)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(_EDGE, 6, _EDGE, 6)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(_GAP)
        grid.addWidget(self.find_field, 0, 0)
        self._switches.addWidget(self.close_button)
        grid.addLayout(self._switches, 0, 1, 1, 2)
        grid.addWidget(self.replace_field, 1, 0)
        grid.addLayout(self._acts, 1, 1)
        grid.addLayout(self._where, 1, 2)
        grid.addWidget(self.said, 3, 0, 1, 3)
        grid.setColumnStretch(0, 1)

    def _wanted(self, *rows: QHBoxLayout) -> int:
        """Return the pixels of width that a field needs with these beside it."""
        return 2 * _EDGE + _NARROWEST + sum(_GAP + row.minimumSize().width() for row in rows)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the switches of replacing below its buttons: the bar makes no pane wider."""
        return QSize(
            max(map(self._wanted, (self._switches, self._acts, self._where))), super().minimumSizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the switches of replacing below its buttons where they have no room beside them."""
        super().resizeEvent(event)
        place = (1, 2, 1, 1) if self._wanted(self._acts, self._where) <= self.width() else (2, 1, 1, 2)
        if self._grid.getItemPosition(self._grid.indexOf(self._where)) != place:
            self._grid.removeItem(self._where)
            self._grid.addLayout(self._where, *place)

    def say(self, sentence: str) -> None:
        """Show a sentence beneath the fields; none where it is empty."""
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        self.said.setVisible(bool(sentence))

    @property
    def wanted(self) -> Wanted:
        """Return what the bar asks for."""
        return Wanted(self.find_field.text(), self.case.isChecked(), self.whole.isChecked(), self.regular.isChecked())


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _field(name: str, parent: QWidget) -> QLineEdit:
    field = QLineEdit(parent)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    field.setMinimumWidth(_NARROWEST)
    return field


def _button(words: str, tip: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(words)
    button.setToolTip(plain_tip(tip))
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    return button


def _switch(words: str, tip: str, parent: QWidget) -> QToolButton:
    switch = _button(words, tip, parent)
    switch.setCheckable(True)
    return switch
