"""The verbs on figures: show their ledger, and keep it fresh while it is looked at."""

from collections.abc import Callable

from desk.checks.check import Item
from desk.checks.figures.entries import FigureEntry
from desk.story import Examination
from ui.names.figures import FiguresPanel
from ui.verbs.window_parts import WindowParts
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

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"figures": self.show}

    def show(self) -> None:
        """Show the ledger of figures and move the keyboard there."""
        self._p.checklist.show_figures()
        self.refresh()

    def refresh(self) -> None:
        """Make the ledger of the last examination, if it is looked at and not the one shown."""
        examined = self._examined
        if self._p.hub.story is None or examined is None:
            self._panel.show_figures(())
            return
        if not self._panel.isVisible() or self._under_way or examined.manuscript.text == self._text:
            return
        manuscript, found = examined.manuscript, examined.runs[Item.FIGURES].findings
        self._under_way = True
        self._p.hub.check(
            Lane.CHECKS,
            lambda examiner: examiner.figures(manuscript, found),
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
