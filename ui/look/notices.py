"""Calm bars above the text: one sentence, what can be done about it, and a way to put it aside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desk.text.words import plural
from ui.look.announcing import announce
from ui.look.pressed import in_window
from ui.look.widgets import button, empty, label, row, tool

Answer = tuple[str, Callable[[], object]]
"""The words of a button and what it does; every answer puts the notice aside."""

_MARGINS = (16, 6, 8, 6)
"""Pixels around a notice: left, above, right, below."""
_GAP = 8
"""Pixels between a sentence, its buttons and the one that puts it aside."""
_READABLE = 40
"""Average letters that a line of a notice has at least, unless its sentence is shorter."""
_MOST = 3
"""Notices shown at once; the rest wait their turn, so that the text keeps its place."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence with its answers."""

    key: str
    """Its kind: a second notice of the same kind takes the place of the first."""
    sentence: str
    answers: Sequence[Answer] = ()
    is_error: bool = False
    """Whether something went wrong: it stands above what merely is so."""
    of_story: bool = True
    """Whether it goes when another story is opened."""

    @property
    def spoken(self) -> str:
        """Return the sentence as a screen reader says it."""
        return f"{'Error' if self.is_error else 'Notice'}: {in_window(self.sentence)}"


class Notices(QObject):
    """What is being said in a window, each kind once; the bars show it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, Notice] = {}

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what is being said, the oldest first."""
        return tuple(notice.sentence for notice in self._told.values())

    def ordered(self, *, of_desk_only: bool = False) -> list[Notice]:
        """Return what is being said as it is read: errors above the rest, the newest of each first."""
        newest = reversed(self._told.values())
        return sorted((n for n in newest if not (of_desk_only and n.of_story)), key=_rank)

    def tell(self, key: str, sentence: str, answers: Sequence[Answer] = ()) -> None:
        """Say what is so of the open story."""
        self._say(Notice(key, sentence, answers))

    def tell_of_desk(self, key: str, sentence: str, answers: Sequence[Answer] = ()) -> None:
        """Say what is so whichever story is open."""
        self._say(Notice(key, sentence, answers, of_story=False))

    def tell_error(self, key: str, sentence: str, answers: Sequence[Answer] = ()) -> None:
        """Say what went wrong; it stays until it is put aside or holds no longer."""
        self._say(Notice(key, sentence, answers, is_error=True, of_story=False))

    def _say(self, notice: Notice) -> None:
        self._told.pop(notice.key, None)
        self._told[notice.key] = notice
        self.changed.emit()

    def __contains__(self, key: object) -> bool:
        """Return whether something is being said under a key."""
        return key in self._told

    def drop(self, *keys: str) -> None:
        """Say these no longer."""
        before = len(self._told)
        self._told = {key: notice for key, notice in self._told.items() if key not in keys}
        if len(self._told) != before:
            self.changed.emit()

    def put_top_aside(self, *, of_desk_only: bool = False) -> bool:
        """Put aside what stands on top; False where nothing is being said."""
        top = next(iter(self.ordered(of_desk_only=of_desk_only)), None)
        if top is not None:
            self.drop(top.key)
        return top is not None

    def clear(self) -> None:
        """Say nothing any longer."""
        self.drop(*self._told)

    def clear_story(self) -> None:
        """Say no longer what was so of the story that was open."""
        self.drop(*(key for key, notice in self._told.items() if notice.of_story))


def _rank(notice: Notice) -> bool:
    return not notice.is_error


class _Strip(QFrame):
    """One notice; its buttons stand beside the sentence, or below it where they leave no room to read it."""

    def __init__(self, notices: Notices, notice: Notice, *, tip: str) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._notices, self._key = notices, notice.key
        self._words = label(in_window(notice.sentence), wrap=True)
        self._words.setAccessibleName(notice.spoken)
        self._buttons = [button(text, self._answering(act)) for text, act in notice.answers]
        self._answers = row(*self._buttons)
        self._answers.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._body = row(self._words)
        self._body.setStretchFactor(self._words, 1)
        if self._buttons:
            self._body.addLayout(self._answers)
        self._close = tool("close", "Put this notice aside", self.aside, tip)
        self._line = row(self._close, margins=_MARGINS)
        self._line.insertLayout(0, self._body, 1)
        self.setLayout(self._line)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which even one button below another is cut off."""
        return QSize(max((b.sizeHint().width() for b in self._buttons), default=0) + self._beside(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _beside(self) -> int:
        left, _, right, _ = _MARGINS
        return left + right + _GAP + self._close.sizeHint().width()

    def _arrange(self) -> None:
        room, buttons = self.width() - self._beside(), sum(b.sizeHint().width() + _GAP for b in self._buttons)
        letters = self._words.fontMetrics()
        needed = min(letters.horizontalAdvance(self._words.text()), _READABLE * letters.averageCharWidth())
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        below = room - buttons < needed
        self._body.setDirection(down if below and self._buttons else across)
        self._line.setAlignment(self._close, Qt.AlignmentFlag.AlignTop if below else Qt.AlignmentFlag.AlignVCenter)
        self._answers.setDirection(across if room + _GAP >= buttons else down)

    def _answering(self, act: Callable[[], object]) -> Callable[[], None]:
        def answer() -> None:
            self.aside()
            act()

        return answer

    def aside(self) -> None:
        """Put the notice aside."""
        self._notices.drop(self._key)


class NoticeBar(QWidget):
    """Shows the notices of a window one below another, the most urgent on top."""

    def __init__(self, notices: Notices, tip: str, *, of_desk_only: bool = False) -> None:
        """`tip` is the tool tip of the button that puts the top one aside, its key included."""
        super().__init__()
        self._notices, self._tip, self._of_desk_only = notices, tip, of_desk_only
        self._allowed = True
        self._spoken: frozenset[str] = frozenset()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()
        notices.changed.connect(self._show)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what is shown, from the top."""
        return tuple(notice.sentence for notice in self._ordered()[:_MOST])

    @property
    def waiting(self) -> int:
        """Return how many wait behind those that are shown."""
        return max(0, len(self._ordered()) - _MOST)

    def _ordered(self) -> list[Notice]:
        return self._notices.ordered(of_desk_only=self._of_desk_only)

    def allow(self, on: bool) -> None:
        """Show notices here, or leave them to another bar."""
        self._allowed = on
        self._show()

    def put_top_aside(self) -> bool:
        """Put aside what stands on top; False where nothing is shown."""
        return self._notices.put_top_aside(of_desk_only=self._of_desk_only)

    def changeEvent(self, event: QEvent) -> None:
        """Make the notices anew in letters of another size: what is just being made keeps the ones of before."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show()

    def _show(self) -> None:
        empty(self._box)
        ordered = self._ordered()
        for nth, notice in enumerate(ordered[:_MOST]):
            self._box.addWidget(_Strip(self._notices, notice, tip="Put this notice aside" if nth else self._tip))
        if self.waiting:
            behind = label(f"{plural(self.waiting, 'more notice')} behind these", "muted")
            behind.setContentsMargins(16, 2, 8, 4)
            self._box.addWidget(behind)
        self.setVisible(bool(ordered) and self._allowed)
        self._announce(ordered if self._allowed else [])

    def _announce(self, shown: Sequence[Notice]) -> None:
        """Have what is new said, an error at once."""
        for notice in shown:
            if notice.spoken not in self._spoken:
                announce(self, notice.spoken, at_once=notice.is_error)
        self._spoken = frozenset(notice.spoken for notice in shown)
