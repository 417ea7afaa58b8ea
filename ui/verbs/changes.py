"""The verbs of changes in the editor: since when, words in and out, walk them, take one back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desk.review.looks import BarsSince
from desk.text.spans import Span
from desk.text.words import shortened
from ui.actions.window_actions import found_action
from ui.editor.change_bars import ChangeMark
from ui.verbs.window_parts import WindowParts
from ui.work import operations

_LONGEST = 120
_NOTHING = "Nothing changed since then."


class ChangeVerbs(QObject):
    """Acts on the changes that the margin shows."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts
        self.menu = QMenu("Bars in the margin", parts.window)
        self._choices = QActionGroup(self.menu)
        for since in BarsSince:
            action = self.menu.addAction(since.words[:1].upper() + since.words[1:])
            action.setData(since.value)
            action.setCheckable(True)
            self._choices.addAction(action)
        self.menu.aboutToShow.connect(self._fill)
        self._choices.triggered.connect(self._choose)

    def table(self) -> dict[str, Callable[[], object]]:
        """Return the verbs by the names of their actions."""
        return {
            "bars": self.open_at_window,
            "change_words": self.show_words,
            "to_next_change": partial(self.step, back=False),
            "to_previous_change": partial(self.step, back=True),
            "take_change_back": self.take_back,
        }

    # -- Since when --------------------------------------------------------------------------------------------------

    def open_at_window(self) -> None:
        """Show the choice by itself, in the middle pane."""
        self.menu.popup(self._p.centre.mapToGlobal(self._p.centre.rect().topLeft()))

    def _fill(self) -> None:
        now = self._p.hub.facts.settings.change_bars if self._p.hub.is_ready else ""
        for action in self._choices.actions():
            action.setChecked(action.data() == now)

    def _choose(self, action: QAction) -> None:
        operations.change_settings(self._p.hub, {"change_bars": action.data()})

    def show_words(self) -> None:
        """Show words in and out at their places, or the bars alone."""
        on = not self._p.editor.bars.words_shown
        found_action(self._p.window, "change_words").setChecked(on)
        self._p.editor.bars.show_words(on)
        self._p.editor.words_out.look()
        if on:
            self._p.hints.hint(self._since())

    def _since(self) -> str:
        base = self._p.change_watch.base
        if base is None:
            return "Nothing is compared: choose since when under Review ▸ Bars in the margin."
        return f"Words in are underlined; the cursor at a sign shows the words out. Since {base.words}."

    # -- One change --------------------------------------------------------------------------------------------------

    def step(self, *, back: bool) -> None:
        """Go to the next change, or the one before, and say what it is."""
        self._p.change_watch.fresh(partial(self._step, back=back))

    def _step(self, *, back: bool) -> None:
        editor = self._p.editor
        mark = editor.bars.beside(editor.edit.point, back=back)
        if mark is None:
            self._p.hints.hint(_NOTHING if self._p.change_watch.base is not None else self._since())
            return
        editor.go_to_now(mark.span)
        self._p.hints.hint(self._said(mark))

    def take_back(self) -> None:
        """Take the change at the cursor back, or the nearest one of its paragraph; one step to undo."""
        self._p.change_watch.fresh(self._take_back)

    def _take_back(self) -> None:
        from ui.editor.taking_back import edits_back

        editor, comparison = self._p.editor, self._p.change_watch.comparison
        if comparison is None:
            self._p.hints.hint(self._since())
            return
        text, point = editor.text(), editor.edit.point
        mark = editor.bars.at(point, _paragraph(text, point))
        if mark is None or mark.step is None:
            self._p.hints.hint("No change stands here.")
        elif not editor.edit.isReadOnly():
            words = self._said(mark)
            editor.edit.make(edits_back(comparison, mark.step, text))
            editor.edit.ensureCursorVisible()
            self._p.hints.say(f"Taken back: {words}")

    def _said(self, mark: ChangeMark) -> str:
        comparison = self._p.change_watch.comparison
        if comparison is None or mark.step is None:
            return "Typed just now."
        from ui.review.strips import words_of_step

        return shortened(words_of_step(comparison, comparison.steps.index(mark.step)), _LONGEST)


def _paragraph(text: str, point: int) -> Span:
    start = text.rfind("\n", 0, point) + 1
    end = text.find("\n", point)
    return Span(start, len(text) if end < 0 else end)
