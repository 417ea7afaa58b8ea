"""The verbs on names: keep the ledger fresh while it is looked at, answer a doubt, open the name book."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.checks.check import Item, Remedy
from desk.checks.house import NameAnswer, Verdict
from desk.story import Examination
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.lanes import Lane

if TYPE_CHECKING:
    from desk.checks.names.entries import Ledger, LedgerEntry
    from ui.names.ledgers import Ledgers
    from ui.names.panel import NamesPanel


class NameVerbs:
    """What can be done with the names of the open story."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts
        self._examined: Examination | None = None
        self._text = ""
        self._under_way = False
        parts.checker.accepted.connect(self._accepted)
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
        self.refresh()

    def refresh(self) -> None:
        """Make the ledger of the last examination, if it is looked at and not the one shown."""
        story, examined, panel = self._p.hub.story, self._examined, self._panel
        if panel is None:
            return
        if story is None or examined is None:
            from desk.checks.names.entries import Ledger

            panel.show_ledger(Ledger())
            return
        if not panel.isVisible() or self._under_way or examined.manuscript.text == self._text:
            return
        manuscript = examined.manuscript
        found, brief = examined.runs[Item.NAMES].findings, self._p.hub.facts.brief(story)
        self._under_way = True
        self._p.hub.check(
            Lane.CHECKS,
            lambda examiner: examiner.ledger(manuscript, found, brief),
            lambda ledger: self._made(ledger, manuscript.text),
            dropped=self._dropped,
        )

    def _accepted(self, examination: Examination, _revision: int) -> None:
        if Item.NAMES in examination.runs:
            self._examined, self._text = examination, ""
            self.refresh()

    def _made(self, ledger: "Ledger", text: str) -> None:
        self._under_way = False
        self._text = text
        if self._panel is not None:
            self._panel.show_ledger(ledger)
        self.refresh()

    def _dropped(self) -> None:
        self._under_way = False

    def answer(self, answer: NameAnswer, entry: "LedgerEntry") -> None:
        """Keep an answer with the story; for one name, write it so everywhere in one step."""
        if answer.verdict is not Verdict.SAME:
            self._keep(answer)
        elif self._is_current():
            from desk.checks.names.mend import unified

            about = (self._panel and self._panel.entry_with(answer.second)) or entry
            self._mend(unified(self._text, about, answer.first, answer.second), answer)

    def choose(self, keep: str, drop: str, entry: "LedgerEntry") -> None:
        """Ask which places of the one form are to be written like the other."""
        if self._is_current():
            from ui.names.places import PlacesDialog

            dialog = PlacesDialog(self._text, entry, keep, drop, self._p.window)
            dialog.wanted.connect(self._mend)
            dialog.open()

    def _is_current(self) -> bool:
        """Return whether the text is still the one the ledger was made of; say so where it is not."""
        story = self._p.hub.story
        if story is None or story.read_only:
            return False
        if self._text != self._p.editor.text():
            self._p.hints.hint("The text has just changed: look at the names again, then answer.")
            return False
        return True

    def _mend(self, remedy: Remedy, answer: NameAnswer) -> None:
        self._p.editor.apply(remedy)
        self._keep(answer)

    def _keep(self, answer: NameAnswer) -> None:
        story = self._p.hub.story
        if story is not None and not story.read_only:
            operations.answer_pair(self._p.hub, story.id, Item.NAMES, answer)

    def book(self) -> None:
        """Open the desk's name book."""
        from ui.names.book import NameBookDialog

        NameBookDialog(self._p.hub, self._p.window).open()
