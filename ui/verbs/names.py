"""The verbs on names: keep the ledger fresh while it is looked at, answer a doubt, open the name book."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.checks.check import Item, Remedy
from desk.checks.house import NameAnswer, Verdict
from ui.verbs.fresh_ledger import FreshLedger
from ui.verbs.window_parts import WindowParts
from ui.work import decisions

if TYPE_CHECKING:
    from desk.checks.names.entries import Ledger, LedgerEntry
    from ui.names.ledgers import Ledgers
    from ui.names.panel import NamesPanel


class NameVerbs:
    """What can be done with the names of the open story."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts
        self.ledger: FreshLedger[Ledger] = FreshLedger(
            parts,
            Item.NAMES,
            panel=lambda: self._panel,
            make=lambda examiner, *told: examiner.ledger(*told),
            show=self._show,
        )
        parts.checklist.ledger_page.when_made(self._connect)

    def _connect(self, ledgers: "Ledgers") -> None:
        panel = ledgers.names
        panel.place_wanted.connect(self._p.editor.go_to)
        panel.answer_wanted.connect(self.answer)
        panel.choice_wanted.connect(self.choose)

    @property
    def _panel(self) -> "NamesPanel | None":
        """Return the ledger, None as long as nobody looked at one."""
        ledgers = self._p.checklist.ledger_page.made
        return None if ledgers is None else ledgers.names

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"names": self.show, "name_book": self.book}

    def show(self) -> None:
        """Show the ledger and move the keyboard there."""
        self._p.checklist.show_names()
        self.ledger.refresh()

    def _show(self, ledger: "Ledger | None") -> None:
        from desk.checks.names.entries import Ledger

        if self._panel is not None:
            self._panel.show_ledger(Ledger() if ledger is None else ledger)

    def answer(self, answer: NameAnswer, entry: "LedgerEntry") -> None:
        """Keep an answer with the story; for one name, write it so everywhere in one step."""
        if answer.verdict is not Verdict.SAME:
            self._keep(answer)
        elif self._is_current():
            from desk.checks.names.mend import unified

            about = (self._panel and self._panel.entry_with(answer.second)) or entry
            self._mend(unified(self.ledger.text, about, answer.first, answer.second), answer)

    def choose(self, keep: str, drop: str, entry: "LedgerEntry") -> None:
        """Ask which places of the one form are to be written like the other."""
        if self._is_current():
            from ui.names.places import PlacesDialog

            dialog = PlacesDialog(self.ledger.text, entry, keep, drop, self._p.window)
            dialog.wanted.connect(self._mend)
            dialog.open()

    def _is_current(self) -> bool:
        """Return whether the text is still the one the ledger was made of; say so where it is not."""
        story = self._p.hub.story
        if story is None or story.read_only:
            return False
        if self.ledger.text != self._p.editor.text():
            self._p.hints.hint("The text has just changed: look at the names again, then answer.")
            return False
        return True

    def _mend(self, remedy: Remedy, answer: NameAnswer) -> None:
        self._p.editor.apply(remedy)
        self._keep(answer)

    def _keep(self, answer: NameAnswer) -> None:
        story = self._p.hub.story
        if story is not None and not story.read_only:
            decisions.answer_pair(self._p.hub, story.id, Item.NAMES, answer)

    def book(self) -> None:
        """Open the desk's name book."""
        from ui.names.book import NameBookDialog

        NameBookDialog(self._p.hub, self._p.window).open()
