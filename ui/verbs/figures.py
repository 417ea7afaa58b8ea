"""The verbs on figures: show their ledger, keep it fresh while it is looked at, answer a doubt."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from desk.story import Examination
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.lanes import Lane

if TYPE_CHECKING:
    from desk.checks.figures.entries import FigureEntry
    from ui.names.figures import FiguresPanel
    from ui.names.ledgers import Ledgers


class FigureVerbs:
    """What can be done with the figures of the open story."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts
        self._examined: Examination | None = None
        self._text = ""
        self._under_way = False
        parts.checker.accepted.connect(self._accepted)
        parts.checklist.ledger_page.when_made(self._connect)

    def _connect(self, ledgers: "Ledgers") -> None:
        ledgers.tabs.currentChanged.connect(self.refresh)
        ledgers.figures.place_wanted.connect(self._p.editor.go_to)
        ledgers.figures.answer_wanted.connect(self.answer)

    @property
    def _panel(self) -> "FiguresPanel | None":
        """Return the ledger, None as long as nobody looked at one."""
        ledgers = self._p.checklist.ledger_page.made
        return None if ledgers is None else ledgers.figures

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"figures": self.show}

    def show(self) -> None:
        """Show the ledger of figures and move the keyboard there."""
        self._p.checklist.show_figures()
        self.refresh()

    def refresh(self) -> None:
        """Make the ledger of the last examination, if it is looked at and not the one shown."""
        story, examined, panel = self._p.hub.story, self._examined, self._panel
        if panel is None:
            return
        if story is None or examined is None:
            panel.show_figures(())
            return
        if not panel.isVisible() or self._under_way or examined.manuscript.text == self._text:
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

    def _made(self, entries: "tuple[FigureEntry, ...]", text: str) -> None:
        self._under_way = False
        self._text = text
        if self._panel is not None:
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

            entries = self._panel.entries if self._panel is not None else ()
            self._p.editor.apply(unified(self._text, entries, answer))
        operations.answer_pair(self._p.hub, story.id, Item.FIGURES, answer)
