"""A comment on some words: written anew, or read with everything said on it, answered, resolved, reopened."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desk.review.comments import MOST_WORDS, Placed, Remark, Sort
from desk.text.moments import to_the_minute
from desk.text.spans import Span
from desk.text.words import shortened
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label, reading_area

_LINES = 4
_SHOWN = 140
"""Code points of the words in question."""
_VERBS = {Sort.OPENED: "", Sort.ANSWERED: "answered", Sort.RESOLVED: "resolved it", Sort.REOPENED: "reopened it"}


@dataclass(frozen=True, slots=True)
class Passage:
    """What a comment is on: a span of the saved text of a story."""

    story_id: str
    text: str
    span: Span


class _Words(QPlainTextEdit):
    """A few lines of plain text; Tab leaves them."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(hint)
        self.setPlaceholderText(hint)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 20)

    def said(self) -> str:
        """Return the words without room at the ends."""
        return self.toPlainText().strip()


class CommentDialog(Dialog):
    """Asks for a new comment."""

    wanted = Signal(object, str)
    """The `Passage` it is on, and the words."""

    def __init__(self, passage: Passage, parent: QWidget | None) -> None:
        super().__init__("Comment", parent, 520)
        self._passage = passage
        quote = passage.span.of(passage.text)
        self.body.addWidget(label(f"On “{shortened(quote, _SHOWN)}”", "heading", wrap=True))
        self.words = _Words("What should be looked at?")
        self.words.textChanged.connect(self._look)
        self.body.addWidget(self.words)
        self.answer("Cancel", self.reject)
        self._yes = self.answer("Comment", self._accept, primary=True)
        self._look()
        self.words.setFocus()

    def _look(self) -> None:
        self._yes.setEnabled(0 < len(self.words.said()) <= MOST_WORDS)

    def _accept(self) -> None:
        self.wanted.emit(self._passage, self.words.said())
        self.accept()


class ThreadDialog(Dialog):
    """Shows one comment with its answers; one field serves all ways to go on."""

    answer_wanted = Signal(str, str)
    resolve_wanted = Signal(str, str)
    reopen_wanted = Signal(str, str)
    """The id of the comment, and the words."""

    def __init__(self, placed: Placed, parent: QWidget | None) -> None:
        super().__init__("Comment", parent, 560)
        thread = placed.thread
        self._thread = thread.id
        self.body.addWidget(label(f"On “{shortened(thread.anchor.quote, _SHOWN)}”", "heading", wrap=True))
        if placed.gone:
            self.say("These words are no longer in the text.", "muted")
        self.body.addWidget(self._remarks(thread.remarks))
        self.words = _Words("A last word, if you like" if thread.resolved else "Your answer")
        self.words.textChanged.connect(self._look)
        self.body.addWidget(self.words)
        self.answer("Close", self.reject)
        self._answer = None
        if thread.resolved:
            self.answer("Reopen", self._reopen, primary=True)
        else:
            self.answer("Resolve", self._resolve)
            self._answer = self.answer("Answer", self._reply, primary=True)
        self._look()
        self.words.setFocus()

    def _remarks(self, remarks: tuple[Remark, ...]) -> QScrollArea:
        inside = QFrame()
        box = QVBoxLayout(inside)
        box.setContentsMargins(12, 10, 12, 2)
        box.setSpacing(2)
        for remark in remarks:
            verb = _VERBS[remark.sort]
            head = " ".join(part for part in (remark.who.name, verb) if part)
            box.addWidget(label(f"{head} · {to_the_minute(remark.when)}", "muted", wrap=True))
            if remark.words:
                words = label(remark.words, wrap=True)
                words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                box.addWidget(words)
            box.addSpacing(8)
        box.addStretch(1)
        scroll = reading_area(inside, "What was said")
        scroll.setMinimumHeight(110)
        scroll.setMaximumHeight(260)
        return scroll

    def _look(self) -> None:
        if self._answer is not None:
            self._answer.setEnabled(0 < len(self.words.said()) <= MOST_WORDS)

    def _reply(self) -> None:
        self.answer_wanted.emit(self._thread, self.words.said())
        self.accept()

    def _resolve(self) -> None:
        self.resolve_wanted.emit(self._thread, self.words.said())
        self.accept()

    def _reopen(self) -> None:
        self.reopen_wanted.emit(self._thread, self.words.said())
        self.accept()
