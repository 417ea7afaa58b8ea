"""Words of a choice that have a value of their own: shown, put in, changed and taken out."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.checks.style.choices.choice import AGREE, OFF, StyleChoice
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit
from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.house.standing import WordStanding, value_words, with_word, words_now
from ui.look.drop_down import DropDown
from ui.look.widgets import button, label, row

_WORD = Qt.ItemDataRole.UserRole
_ROWS = 112
"""Pixels of the list: some five words."""


class WordsPane(QWidget):
    """The words of the choice in hand; nothing of a choice that has none."""

    edited = Signal(object)
    """The `HouseEdit` with what was put in or taken out."""

    def __init__(self) -> None:
        super().__init__()
        self._page: HousePage | None = None
        self._edit = HouseEdit()
        self._choice: StyleChoice | None = None
        self._head = label("", wrap=True)
        self.words = QListWidget()
        self.words.setMaximumHeight(_ROWS)
        self.words.setAccessibleName("Words with a value of their own")
        self.words.currentItemChanged.connect(self._chosen)
        self.word = QLineEdit()
        self.word.setPlaceholderText("Word")
        self.word.setAccessibleName("Word")
        self.forms = DropDown()
        self.forms.setAccessibleName("What holds for the word")
        self.others = QLineEdit()
        self.others.setPlaceholderText("instead of: other spellings, with commas")
        self.others.setAccessibleName("Other spellings of the word")
        self.put = button("P&ut in", self._put)
        self.take_out = button("Take &out", self._take_out)
        for one in (self.word, self.others, self.words):
            one.installEventFilter(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(6)
        line = row(self.word, self.forms, self.others)
        for field in (self.word, self.others):
            line.setStretchFactor(field, 1)
        for part in (self._head, self.words):
            box.addWidget(part)
        box.addLayout(line)
        box.addLayout(row(self.put, self.take_out, None))

    def fields(self) -> list[QWidget]:
        """Return what takes the keyboard, in its order."""
        return [self.words, self.word, self.forms, self.others, self.put, self.take_out]

    def show_words(self, page: HousePage, edit: HouseEdit, choice: StyleChoice | None) -> None:
        """Show the words of a choice with what holds for each."""
        another, self._page, self._edit, self._choice = choice is not self._choice, page, edit, choice
        self.setVisible(choice is not None and choice.words)
        if choice is None or not choice.words:
            return
        if another:
            self._begin(choice)
        now = words_now(page, edit, choice)
        self._head.setText(_head_words(choice, now))
        self._fill(now)
        able = not page.refused and choice.rule not in page.off
        for one in self.fields()[1:]:
            one.setEnabled(able)

    def _begin(self, choice: StyleChoice) -> None:
        self.word.clear()
        self.others.clear()
        self.forms.clear()
        self.forms.setVisible(bool(choice.forms))
        self.others.setVisible(not choice.forms)
        for form in choice.forms:
            self.forms.addItem(form.name, form.name)
        for value in (AGREE, OFF) if choice.forms else ():
            self.forms.addItem(value_words(choice, value), value)

    def _fill(self, now: list[WordStanding]) -> None:
        assert self._choice is not None
        at = self.words.currentItem().data(_WORD).word if self.words.currentItem() else ""
        self.words.blockSignals(True)
        self.words.clear()
        for one in now:
            item = QListWidgetItem(_line(self._choice, one))
            item.setData(_WORD, one)
            font = item.font()
            font.setBold(one.changed)
            item.setFont(font)
            self.words.addItem(item)
            if one.word == at:
                self.words.setCurrentItem(item)
        self.words.blockSignals(False)
        self.words.setVisible(bool(now))

    def _chosen(self, item: QListWidgetItem | None) -> None:
        """Bring the word in hand into the fields."""
        if item is None:
            return
        one = item.data(_WORD)
        self.word.setText(one.word)
        self.others.setText(one.value if not self.forms.count() else "")
        self.forms.setCurrentIndex(max(0, self.forms.findData(one.value)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the key to go on put the word in, and the one that deletes take it out of the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            match pressed(event, Where.HOUSE):
                case "house_on" if watched is not self.words:
                    self._put()
                    return True
                case "house_take_out" if watched is self.words:
                    self._take_out()
                    return True
        return super().eventFilter(watched, event)

    def _put(self) -> None:
        if self._choice is None:
            return
        value = str(self.forms.currentData()) if self._choice.forms else self.others.text().strip()
        word = " ".join(self.word.text().split())
        if word and value:
            self._take(word, value)
        else:
            (self.others if word else self.word).setFocus()

    def _take_out(self) -> None:
        word = " ".join(self.word.text().split())
        if word:
            self._take(word, "")
            self.word.clear()
            self.others.clear()

    def _take(self, word: str, value: str) -> None:
        if self._page is not None and self._choice is not None and self.put.isEnabled():
            self.edited.emit(with_word(self._page, self._edit, self._choice.key, word, value))


def _head_words(choice: StyleChoice, now: list[WordStanding]) -> str:
    if now:
        return "Words with a value of their own:"
    what = "a word and the spellings that it stands for" if not choice.forms else "a word and what holds for it alone"
    return f"No word has a value of its own. Write {what}, then Put in."


def _line(choice: StyleChoice, one: WordStanding) -> str:
    told = value_words(choice, one.value) if one.value in (AGREE, OFF) else one.value
    return f"{one.word}: {told if choice.forms else f'not {told}'}   ({one.whence})"
