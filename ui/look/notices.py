"""A calm bar above the text: one sentence, what can be done about it, and a way to put it aside."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look.widgets import button, empty, label, row, tool

Answer = tuple[str, Callable[[], object]]
"""The words of a button and what it does; every answer puts the notice aside."""

_MOST = 3
"""Notices shown at once, the last that were said; older ones wait their turn, so that the text keeps its place."""


class _Notice(QFrame):
    """One sentence with its buttons."""

    def __init__(self, bar: "NoticeBar", key: str, sentence: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.key = key
        self._bar = bar
        words = label(sentence, wrap=True)
        words.setAccessibleName(f"Notice: {sentence}")
        self.sentence = sentence
        buttons = [button(text, self._answering(act)) for text, act in answers]
        close = tool("close", "Put this notice aside", self.aside)
        line = row(words, *buttons, close, margins=(16, 6, 8, 6))
        line.setStretchFactor(words, 1)
        self.setLayout(line)

    def _answering(self, act: Callable[[], object]) -> Callable[[], None]:
        def answer() -> None:
            self.aside()
            act()

        return answer

    def aside(self) -> None:
        """Put the notice aside."""
        self._bar.drop(self.key)


class NoticeBar(QWidget):
    """Notices by key: a second one of the same key takes the place of the first."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: dict[str, tuple[str, Sequence[Answer]]] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what is being said, the oldest first."""
        return tuple(sentence for sentence, _ in self._notices.values())

    def tell(self, key: str, sentence: str, answers: Sequence[Answer] = ()) -> None:
        """Say a sentence with answers."""
        self._notices.pop(key, None)
        self._notices[key] = (sentence, answers)
        self._show()

    def __contains__(self, key: object) -> bool:
        """Return whether something is being said under a key."""
        return key in self._notices

    def drop(self, key: str) -> None:
        """Put a notice aside, if it is there."""
        if self._notices.pop(key, None):
            self._show()

    def clear(self, but: tuple[str, ...] = ()) -> None:
        """Put all notices aside but those whose keys begin so (by default none)."""
        self._notices = {key: notice for key, notice in self._notices.items() if key.startswith(but)}
        self._show()

    def _show(self) -> None:
        empty(self._box)
        for key, (sentence, answers) in list(self._notices.items())[-_MOST:]:
            self._box.addWidget(_Notice(self, key, sentence, answers))
        self.setVisible(bool(self._notices))
