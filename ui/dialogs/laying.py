"""Lays two texts of a story together: what needs a person is asked one paragraph at a time, side by side.

Nothing is preset. Once all is answered the outcome is read as changes, and only then it counts.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from desk.merging.apart import TextsApart, said_of
from desk.merging.values import MergeAnswer, MergeQuestion, MergeText, Take
from desk.text.diff import Comparison, compare
from desk.text.words import shortened
from ui.actions.keys import key_of, numbered_shortcuts, shortcuts
from ui.actions.spec import Where
from ui.look.dialog_frame import Dialog
from ui.look.drop_down import DropDown
from ui.look.widgets import ShortLabel, empty, label, row
from ui.review.changes import ChangesSheet
from ui.review.strips import summary, words_of_step

_WIDTH, _HEIGHT, _SHEET, _FIELD = 960, 640, 180, 96
_QUESTIONS, _OUTCOME = range(2)
_BEFORE = 400
"""Characters that are shown of what stood there before both."""


class LayingDialog(Dialog):
    """One page a question, then the outcome; closing it changes nothing, and the texts stay apart."""

    settled = Signal(object, object)
    """The `TextsApart` and the `MergeText` that it came to."""

    def __init__(self, apart: TextsApart, font: QFont, characters: int, parent: QWidget | None) -> None:
        super().__init__(f"Two texts of “{apart.slug}”", parent, _WIDTH, _HEIGHT)
        self._apart, self._at = apart, 0
        self.answers: dict[int, MergeAnswer] = {}
        self._comparison: Comparison | None = None
        self.heading = label("", "heading", wrap=True)
        self.body.addWidget(self.heading)
        self.told = label("", "muted", wrap=True)
        self.body.addWidget(self.told)
        self.pages = QStackedWidget()
        self.beside, self.outcome = ChangesSheet(), ChangesSheet()
        for sheet in (self.beside, self.outcome):
            sheet.use_font(font, characters)
            sheet.setMinimumHeight(_SHEET)
        self.beside.setAccessibleName("Both texts side by side")
        self.outcome.step_chosen.connect(self._go_to)
        self.pages.addWidget(self._question_page())
        self.pages.addWidget(self._outcome_page())
        self.body.addWidget(self.pages, 1)
        self.answer("&Later", self.reject)
        self.back = self.answer("&Back", self._back)
        self.on = self.answer("Next", self._on, primary=True)
        numbered_shortcuts(self, "laying_answer", self.choose)
        shortcuts(self, Where.OVERTAKEN, {"change_next": self._next_change, "change_previous": self._previous_change})
        self._show()

    def _question_page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.before = label("", "muted", wrap=True)
        box.addWidget(self.before)
        self.heads = (label("", "heading"), label("", "heading"))
        line = row(*self.heads)
        for nth in range(len(self.heads)):
            line.setStretch(nth, 1)
        box.addLayout(line)
        box.addWidget(self.beside, 1)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(4)
        box.addLayout(self._choices)
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self.choose)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName("The paragraph written anew")
        self.words.setPlaceholderText("Write the paragraph; leave it empty to take it out.")
        self.words.setFixedHeight(_FIELD)
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self._written)
        box.addWidget(self.words)
        return page

    def _outcome_page(self) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.against = DropDown()
        self.against.setAccessibleName("Compare with")
        for side in (self._apart.ours, self._apart.theirs):
            self.against.addItem(side.said)
        self.against.currentIndexChanged.connect(self._compare)
        self.summary = ShortLabel("muted")
        line = row(label("Changes against the text of"), self.against, self.summary)
        line.setStretchFactor(self.summary, 1)
        box.addLayout(line)
        box.addWidget(self.outcome, 1)
        return page

    # -- Questions ---------------------------------------------------------------------------------------------------

    @property
    def _questions(self) -> tuple[MergeQuestion, ...]:
        return self._apart.merge.questions

    @property
    def question(self) -> MergeQuestion | None:
        """Return the question that is shown; None where the outcome is."""
        return self._questions[self._at] if self._at < len(self._questions) else None

    def _show(self) -> None:
        """Show the question in hand, or the outcome behind the last."""
        question = self.question
        self.back.setEnabled(self._at > 0)
        self.on.setDefault(question is not None)  # Return walks on; the outcome is saved by its own key or button
        if question is None:
            self._show_outcome()
            return
        count = f"{self._at + 1} of {len(self._questions)}"
        self.told.setText(f"{self._apart.by_itself} {self._apart.needs}".strip())
        self.heading.setText(f"{count}: {self._apart.question_said(question)}")
        before = shortened(" ".join(said_of(question.before).split()), _BEFORE)
        self.before.setText(f"Before: {before}" if before else "Nothing stood here before.")
        self._show_wordings(question)
        self._offer(question)
        self.pages.setCurrentIndex(_QUESTIONS)
        self.on.setText("Next" if self._at + 1 < len(self._questions) else "Read the outcome")
        self.beside.setFocus()

    def _show_wordings(self, question: MergeQuestion) -> None:
        """Show both wordings beside one another; where one side has none, what the other made of it."""
        both = bool(question.ours and question.theirs)
        for side, wordings, head in zip(
            (self._apart.ours, self._apart.theirs), (question.ours, question.theirs), self.heads, strict=True
        ):
            head.setText(side.said)
            head.setVisible(bool(wordings))
        ours, theirs = said_of(question.ours), said_of(question.theirs)
        shown = compare(ours, theirs) if both else compare(said_of(question.before), ours or theirs)
        self.beside.show_comparison(shown, beside=both, folded=False)

    def _offer(self, question: MergeQuestion) -> None:
        for old in self.group.buttons():
            self.group.removeButton(old)
        empty(self._choices)
        given = self.answers.get(question.number)
        for nth, take in enumerate(question.takes):
            choice = QRadioButton(f"{nth + 1}   {self._apart.take_said(question, take)}".replace("&", "&&"))
            choice.setChecked(given is not None and given.take is take)
            self.group.addButton(choice, nth)
            self._choices.addWidget(choice)
        self.words.blockSignals(True)
        self.words.setPlainText(given.words if given is not None else "")
        self.words.blockSignals(False)
        self.words.setVisible(given is not None and given.take is Take.WRITTEN)
        self.on.setEnabled(given is not None)

    def choose(self, nth: int) -> None:
        """Give an answer by its number, from 0; words written anew begin as ours has them."""
        question = self.question
        if question is None or nth >= len(question.takes):
            return
        take = question.takes[nth]
        self.group.button(nth).setChecked(True)
        anew = take is Take.WRITTEN
        if anew and not self.words.toPlainText():
            self.words.setPlainText(said_of(question.ours or question.theirs))
        self.words.setVisible(anew)
        self.answers[question.number] = MergeAnswer(take, self.words.toPlainText() if anew else "")
        self.on.setEnabled(True)
        if anew:
            self.words.setFocus()

    def _written(self) -> None:
        question = self.question
        if question is not None and self.words.isVisible():
            self.answers[question.number] = MergeAnswer(Take.WRITTEN, self.words.toPlainText())

    def _on(self) -> None:
        if self.question is None:
            text = self.text
            self.accept()
            self.settled.emit(self._apart, text)
        elif self.question.number in self.answers:
            self._at += 1
            self._show()

    def _back(self) -> None:
        if self._at:
            self._at -= 1
            self._show()

    # -- The outcome -------------------------------------------------------------------------------------------------

    @property
    def text(self) -> MergeText:
        """Return what the answers come to; raises `KnownError` while one is missing."""
        return self._apart.merge.settled(self.answers)

    def _show_outcome(self) -> None:
        self.heading.setText("This is what it comes to. Nothing is saved yet.")
        self.told.setText(self._apart.by_itself)
        self.pages.setCurrentIndex(_OUTCOME)
        self.on.setText("Save as the next version")
        self.on.setEnabled(True)
        self._compare()
        self.outcome.setFocus()

    def _compare(self) -> None:
        old = self._apart.ours_text if self.against.currentIndex() == 0 else self._apart.theirs_text
        self._comparison = compare(old.text, self.text.text)
        self.outcome.show_comparison(self._comparison, beside=False, folded=True)
        self.summary.say(f"{summary(self._comparison)}. {key_of('change_next')} walks them.")

    def _next_change(self) -> None:
        self._say_step(self._sheet.step(back=False))

    def _previous_change(self) -> None:
        self._say_step(self._sheet.step(back=True))

    @property
    def _sheet(self) -> ChangesSheet:
        return self.beside if self.question is not None else self.outcome

    def _go_to(self, number: int) -> None:
        self.outcome.go_to(number)
        self._say_step(number)

    def _say_step(self, number: int) -> None:
        if self.question is None and self._comparison is not None and number >= 0:
            self.summary.say(words_of_step(self._comparison, number))
