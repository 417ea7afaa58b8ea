"""The verbs on figures: show their ledger, keep it fresh while it is looked at, answer a doubt."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.checks.check import Item
from desk.checks.house import NameAnswer, Verdict
from ui.verbs.fresh_ledger import FreshLedger
from ui.verbs.window_parts import WindowParts
from ui.work import decisions

if TYPE_CHECKING:
    from desk.checks.figures.entries import FigureEntry
    from ui.names.figures import FiguresPanel
    from ui.names.ledgers import Ledgers


class FigureVerbs:
    """What can be done with the figures of the open story."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts
        self.ledger: FreshLedger[tuple[FigureEntry, ...]] = FreshLedger(
            parts,
            Item.FIGURES,
            panel=lambda: self._panel,
            make=lambda examiner, *told: examiner.figures(*told),
            show=self._show,
        )
        parts.checklist.ledger_page.when_made(self._connect)

    def _connect(self, ledgers: "Ledgers") -> None:
        ledgers.tabs.currentChanged.connect(self.ledger.refresh)
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
        self.ledger.refresh()

    def _show(self, entries: "tuple[FigureEntry, ...] | None") -> None:
        if self._panel is not None:
            self._panel.show_figures(entries or ())

    def answer(self, answer: NameAnswer) -> None:
        """Keep an answer with the story; for one figure, write it so wherever it was compared, in one step."""
        story = self._p.hub.story
        if story is None or story.read_only:
            return
        if answer.verdict is Verdict.SAME:
            if self.ledger.text != self._p.editor.text():
                self._p.hints.hint("The text has just changed: look at the figures again, then answer.")
                return
            from desk.checks.figures.mend import unified

            entries = self._panel.entries if self._panel is not None else ()
            self._p.editor.apply(unified(self.ledger.text, entries, answer))
        decisions.answer_pair(self._p.hub, story.id, Item.FIGURES, answer)
