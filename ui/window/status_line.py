"""The line at the bottom: what was just done, how long the story is, what the engine is at, and the desk."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desk.checking.checklist import ItemState
from desk.checks.check import Item
from ui.editor.status import Status
from ui.look.tips import plain_tip
from ui.look.widgets import label
from ui.verbs.window_parts import WindowParts
from ui.work.travelling import Travelling

_BETWEEN, _AIR = " · ", 8
"""What parts the counts, and the pixels between and beside the parts of the line."""
_EDGE = 6
"""Pixels between the last words and the edge of the window, as many as before the first ones."""


class StatusLine(QObject):
    """Feeds the status bar of the window."""

    def __init__(self, parts: WindowParts, travelling: Travelling) -> None:
        super().__init__(parts.window)
        self._p, self._travelling = parts, travelling
        self._bar = parts.window.statusBar()
        self._bar.setSizeGripEnabled(False)
        self._bar.setContentsMargins(0, 0, _EDGE, 0)
        self._counts, self._grammar, self._desk = label("", "muted"), label("", "muted"), label("", "muted")
        for one in (self._counts, self._grammar, self._desk):
            self._bar.addPermanentWidget(one)
        parts.editor.statusChanged.connect(self._show_counts)
        self._said_counts = ""
        self._aside: list[QWidget] = []
        """What gave its place to the help of a menu's entry, which has no room beside it."""
        self._bar.messageChanged.connect(self._make_room)
        for watched in (parts.review, self._bar):
            watched.installEventFilter(self)
        parts.hub.board.changed.connect(self._show_grammar)
        travelling.changed.connect(self._show_desk)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the counts out while a story is reviewed: they are the editor's, and its keys need the room."""
        if watched is self._bar:
            if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
                self._fit_counts()
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._counts.setVisible(event.type() == QEvent.Type.HideToParent and bool(self._counts.text()))
        return super().eventFilter(watched, event)

    def _make_room(self, message: str) -> None:
        """Give the whole line to help that would be cut off; it goes with the menu."""
        is_help = bool(message) and message != self._p.hints.sentence
        if is_help and not self._aside and not self._p.hints.has_room_for(message):
            children = self._bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            self._aside = [one for one in children if not one.isHidden()]
            for one in self._aside:
                one.hide()
        elif self._aside and not is_help:
            for one in self._aside:
                one.show()
            self._aside = []
            self._fit_counts()
            self._show_grammar()
            self._show_desk()

    def say(self, sentence: str) -> None:
        """Show one sentence for a while; one that would be cut off stands above the text until it is put aside."""
        if sentence:
            self._p.hints.say(sentence)

    def _show_counts(self, status: Status) -> None:
        self._said_counts = status.counts if self._p.hub.story else ""
        self._counts.setToolTip(plain_tip(status.left_out_words) if self._p.hub.story else "")
        self._fit_counts()

    def _fit_counts(self) -> None:
        """Show as many of the counts as there is room for, the first ones; none is cut off in the middle."""
        beside = [each for each in self._bar.findChildren(QWidget) if not each.isHidden() and each is not self._counts]
        room = self._bar.width() - sum(each.sizeHint().width() for each in beside) - _AIR * (len(beside) + 2)
        parts = self._said_counts.split(_BETWEEN)
        while parts and self._counts.fontMetrics().horizontalAdvance(_BETWEEN.join(parts)) > room:
            parts.pop()
        said = _BETWEEN.join(parts)
        if said != self._counts.text() or self._counts.isHidden() == bool(said):
            _say(self._counts, said, shown=not self._p.review.isVisible() and not self._aside)

    def _show_desk(self) -> None:
        """Say how it stands with the desk that stories are exchanged with; at length in the tip."""
        state = self._travelling.state
        _say(self._desk, state.said(), shown=not self._aside)
        self._desk.setToolTip(plain_tip(state.at_length))

    def _show_grammar(self) -> None:
        states = {line.item: line.state for line in self._p.hub.board.lines}
        state = states.get(Item.GRAMMAR)
        words = {ItemState.UNCHECKED: "Grammar is not checked", ItemState.CHECKING: "Checking grammar…"}
        told = words.get(state, self._p.hub.facts.engine_remark) if state and self._p.hub.story else ""
        _say(self._grammar, told, shown=not self._aside)


def _say(words: QLabel, said: str, *, shown: bool = True) -> None:
    """Show words; where there are none, nothing keeps room for them at the end of the line."""
    words.setText(said)
    words.setVisible(shown and bool(said))
