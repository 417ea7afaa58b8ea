"""Approves several stories at once: those that nothing stands in the way of; the others show what does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desk.services.queue import Candidate
from ui.look import icons, theme
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label

_CANDIDATE = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1


class ApproveDialog(Dialog):
    """A list of the chosen stories, each with what is in its way."""

    wanted = Signal(object)
    """The `Candidate`s that can be approved."""
    place_wanted = Signal(str, object)
    """The story, and the `Place` of what is in its way or None for the story itself; the dialog closes for it."""

    def __init__(self, candidates: Sequence[Candidate], parent: QWidget | None) -> None:
        super().__init__("Approve several stories", parent, 720)
        self._clear = [candidate for candidate in candidates if candidate.is_clear]
        self.body.addWidget(label(_heading(len(self._clear), len(candidates)), "heading", wrap=True))
        if len(self._clear) < len(candidates):
            others = "The others stay where they are. " if self._clear else ""
            self.say(f"{others}Return on a line goes to its place.", "muted")
        self.list = QTreeWidget()
        self.list.setAccessibleName("Chosen stories and what is in their way")
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setColumnCount(1)
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(300)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.itemActivated.connect(self._go)
        for candidate in sorted(candidates, key=lambda each: each.is_clear):
            self._add(candidate)
        self.list.expandAll()
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self.body.addWidget(self.list, 1)
        self.answer("Cancel", self.reject)
        count = len(self._clear)
        self.go = self.answer(f"Approve {count}" if count else "Approve", self._accept, primary=True)
        self.go.setEnabled(bool(count))
        (self.go if count else self.list).setFocus()

    def _add(self, candidate: Candidate) -> None:
        now = theme.current()
        clear = candidate.is_clear
        about = "nothing in the way" if clear else ""
        words = " · ".join(part for part in (candidate.slug or "(no slug)", candidate.section, about) if part)
        line = QTreeWidgetItem(self.list, [words])
        line.setIcon(0, icons.icon(*(("passed", now.passed) if clear else ("attention", now.attention))))
        line.setData(0, _CANDIDATE, candidate)
        for sentence, place in candidate.in_the_way:
            below = QTreeWidgetItem(line, [sentence])
            below.setData(0, _CANDIDATE, candidate)
            below.setData(0, _PLACE, place)

    def _go(self, item: QTreeWidgetItem) -> None:
        candidate = item.data(0, _CANDIDATE)
        place = item.data(0, _PLACE)
        self.reject()
        self.place_wanted.emit(candidate.story_id, place)

    def _accept(self) -> None:
        if self._clear:
            self.wanted.emit(self._clear)
            self.accept()


def _heading(clear: int, of: int) -> str:
    if clear == of:
        return f"Nothing stands in the way of these {of} stories." if of > 1 else "Nothing stands in the way."
    if not clear:
        return "None of these stories can be approved yet."
    return f"{clear} of {of} stories can be approved, each with a seal of its own."
