"""One choice: what it is about, its values, an example in and out, what each preset says, and a trial on stories."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QRadioButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from desk.checks.style.choices.choice import AGREE, OFF, StyleChoice
from desk.checks.style.choices.examples import example
from desk.services.house_style import HousePage
from desk.settings.house_writing import HouseEdit
from ui.house.standing import note_now, own_words, standing, value_words, with_note, with_value, without_own
from ui.house.words_pane import WordsPane
from ui.look.widgets import empty, label, number_field, row

_FIRST = "9"
"""The last number in words of most houses."""


class ChoicePane(QScrollArea):
    """Shows one choice; what is chosen leaves as a new edit."""

    edited = Signal(object)
    """The `HouseEdit` with what was chosen."""

    def __init__(self, trial: QWidget) -> None:
        """`trial` stands below the values of every choice."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The choice in hand")
        self._trial = trial
        self._choice: StyleChoice | None = None
        self._page: HousePage | None = None
        self._edit = HouseEdit()
        self.values: list[tuple[str, QRadioButton]] = []
        self.number: QSpinBox | None = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self.note = QLineEdit()
        self.note.setPlaceholderText("A note of the house, said with each finding of this choice")
        self.note.setAccessibleName("Note of the house")
        self.note.textEdited.connect(self._written)
        self.words = WordsPane()
        self.words.edited.connect(self.edited)
        self._whence, self._example = label("", "muted", wrap=True), label("", wrap=True)
        self._own = label("", "muted", wrap=True)
        self._whole = whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(12, 0, 8, 0)
        box.setSpacing(6)
        self._head, self._choices = QVBoxLayout(), QVBoxLayout()
        self._choices.setSpacing(0)
        for part in (self._head, self._choices):
            box.addLayout(part)
        for widget in (self._own, self.words, self.note, self._whence, self._example, trial):
            box.addWidget(widget)
        box.addStretch(1)
        self.setWidget(whole)

    def show_trial(self) -> None:
        """Scroll to the trial, as far as there is room for all of it."""
        self.ensureWidgetVisible(self._trial, 0, 0)

    def show_choice(self, page: HousePage, edit: HouseEdit, choice: StyleChoice | None) -> None:
        """Show a choice with what holds for it."""
        self._page, self._edit, self._choice = page, edit, choice
        for part in (self._head, self._choices):
            empty(part)
        for _, one in self.values:
            self._group.removeButton(one)
        self.values, self.number = [], None
        self._whole.setVisible(choice is not None)
        if choice is not None:
            self._fill(page, choice)
            self.refresh(page, edit)
            self.verticalScrollBar().setValue(0)

    def _fill(self, page: HousePage, choice: StyleChoice) -> None:
        self._head.addWidget(label(choice.name, "heading", wrap=True))
        self._head.addWidget(label(f"{choice.description} {choice.why}", "muted", wrap=True))
        if choice.rule in page.off:
            self._head.addWidget(label(_off_words(page.off[choice.rule]), wrap=True))
        able = not (page.refused or choice.rule in page.off)
        self._add("", "", able)
        if choice.number:
            self._add_number(able)
        for form in () if choice.number else choice.forms:
            self._add(form.name, f"{form.example}   ({form.name})", able)
        self._add(
            AGREE, "Either: a story may have both" if choice.house_alone else "The story agrees with itself", able
        )
        self._add(OFF, "Off: nobody looks", able)

    def _add(self, value: str, words: str, able: bool) -> QRadioButton:
        one = QRadioButton(words.replace("&", "&&"))
        one.setEnabled(able)
        self._group.addButton(one, len(self.values))
        self.values.append((value, one))
        self._choices.addWidget(one)
        return one

    def _add_number(self, able: bool) -> None:
        one = self._add(_FIRST, "In words up to", able)
        self._choices.removeWidget(one)
        self.number = number_field(1, 99, int(_FIRST))
        self.number.setAccessibleName("The last number in words")
        self.number.setEnabled(able)
        self.number.valueChanged.connect(self._numbered)
        self._choices.addLayout(row(one, self.number, None))

    def refresh(self, page: HousePage, edit: HouseEdit) -> None:
        """Show what holds now, without touching what has the keyboard."""
        self._page, self._edit, choice = page, edit, self._choice
        if choice is None:
            return
        self.words.show_words(page, edit, choice)
        self.note.setEnabled(not page.refused)
        if self.note.text().strip() != (note := note_now(page, edit, choice.key)):
            self.note.setText(note)
        self._own.setText(own_words(page, edit, choice))
        self._own.setVisible(bool(self._own.text()))
        able = not (page.refused or self._own.text() or choice.rule in page.off)
        for _, one in self.values:
            one.setEnabled(able)
        now, ground = standing(page, edit, choice), without_own(page, edit, choice)
        chosen = now.value if now.own else ""
        first = f"As {ground.whence} says" if ground.whence in choice.presets else "As shipped"
        self.values[0][1].setText(f"{first}: {value_words(choice, ground.value)}".replace("&", "&&"))
        if self.number is not None and chosen.isdecimal():
            self.number.blockSignals(True)
            self.number.setValue(int(chosen))
            self.number.blockSignals(False)
        number = str(self.number.value()) if self.number is not None else ""
        for value, one in self.values:
            one.setChecked((number if value == _FIRST and self.number is not None else value) == chosen)
        where = f"{now.whence} of {page.house.path.name}" if now.own and not now.changed else now.whence
        self._whence.setText(
            _sources(choice, f"{'Chosen' if now.changed else 'In force'}: {value_words(choice, now.value)} ({where}).")
        )
        self._example.setText(_example_words(choice, now.value))

    def fields(self) -> list[QWidget]:
        """Return what takes the keyboard, in its order."""
        radios: list[QWidget] = [one for _, one in self.values]
        words = self.words.fields() if self._choice is not None and self._choice.words else []
        fields = [*radios, *words] if self.number is None else [*radios[:2], self.number, *radios[2:]]
        return [*fields, self.note]

    def take_focus(self) -> None:
        """Move the keyboard to the value that holds."""
        for _, one in self.values:
            if one.isChecked():
                one.setFocus()

    def value(self) -> str:
        """Return the value that holds for the choice in hand."""
        if self._page is None or self._choice is None:
            return AGREE
        return standing(self._page, self._edit, self._choice).value

    def _clicked(self, nth: int) -> None:
        value = self.values[nth][0]
        self._take(str(self.number.value()) if self.number is not None and value == _FIRST else value)

    def _numbered(self, number: int) -> None:
        """Take a number that is written or turned to, which is to choose it."""
        self._take(str(number))

    def _written(self, text: str) -> None:
        """Take the note as it is written."""
        if self._page is not None and self._choice is not None:
            self.edited.emit(with_note(self._page, self._edit, self._choice.key, " ".join(text.split())))

    def _take(self, value: str) -> None:
        if self._page is not None and self._choice is not None:
            self.edited.emit(with_value(self._page, self._edit, self._choice.key, value))


def _off_words(who: str) -> str:
    return f"Off on the whole desk, whatever the house file says: {who}. Take that back first."


def _sources(choice: StyleChoice, now: str) -> str:
    """Return what holds from where, and what each preset says with the source it was checked against."""
    told = [f"{name}: {value_words(choice, one.value)} ({one.source})." for name, one in choice.presets.items()]
    return "\n".join([now, *told])


def _example_words(choice: StyleChoice, value: str) -> str:
    text, mended = example(choice.key, value)
    if not text:
        return f"In: {choice.bad[0]}\nOut: nothing is said of it." if choice.bad else ""
    return f"In: {text}\nOut: {mended or 'told, and a person mends it.'}"
