"""The verbs on figures: show their ledger, keep it fresh while it is looked at, answer a doubt."""

from collections.abc import Callable

from desk.checks.check import Item
from desk.checks.figures.entries import FigureEntry
from desk.checks.house import NameAnswer, Verdict
from desk.story import Examination
from ui.names.figures import FiguresPanel
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.lanes import Lane


class FigureVerbs:
    """What can be done with the figures of the open story."""

    def __init__(self, parts: WindowParts, panel: FiguresPanel) -> None:
        self._p, self._panel = parts, panel
        self._examined: Examination | None = None
        self._text = ""
        self._under_way = False
        parts.checker.accepted.connect(self._accepted)
        parts.checklist.ledgers.tabs.currentChanged.connect(self.refresh)
        panel.place_wanted.connect(parts.editor.go_to)
        panel.answer_wanted.connect(self.answer)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"figures": self.show}

    def show(self) -> None:
        """Show the ledger of figures and move the keyboard there."""
        self._p.checklist.show_figures()
        self.refresh()

    def refresh(self) -> None:
        """Make the ledger of the last examination, if it is looked at and not the one shown."""
        story, examined = self._p.hub.story, self._examined
        if story is None or examined is None:
            self._panel.show_figures(())
            return
        if not self._panel.isVisible() or self._under_way or examined.manuscript.text == self._text:
            return
        manuscript, found = examined.manuscript, examined.runs[Item.FIGURES].findings
        brief = self._p.hub.facts.brief(story)
        self._under_way = True
        self._p.hub.check(
            Lane.CHECKS,
            lambda examiner: examiner.figures(manuscript, found, brief),
            lambda entries: self._made(entries, manuscript.text),
            dropped=self._dropped,
        )

    def _accepted(self, examination: Examination, _revision: int) -> None:
        if Item.FIGURES in examination.runs:
            self._examined, self._text = examination, ""
            self.refresh()

    def _made(self, entries: tuple[FigureEntry, ...], text: str) -> None:
        self._under_way = False
        self._text = text
        self._panel.show_figures(entries)
        self.refresh()

    def _dropped(self) -> None:
        self._under_way = False

    def answer(self, answer: NameAnswer) -> None:
        """Keep an answer with the story; for one figure, write it so wherever it was compared, in one step."""
        story = self._p.hub.story
        if story is None or story.read_only:
            return
        if answer.verdict is Verdict.SAME:
            if self._text != self._p.editor.text():
                self._p.hints.hint("The text has just changed: look at the figures again, then answer.")
                return
            from desk.checks.figures.mend import unified

            self._p.editor.apply(unified(self._text, self._panel.entries, answer))
        operations.answer_pair(self._p.hub, story.id, Item.FIGURES, answer)
