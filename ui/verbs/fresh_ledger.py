"""What keeps one ledger (of names, of figures) fresh while somebody looks at it, from the last examination."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desk.checks.check import Finding, Item
from desk.checks.house import Brief
from desk.story import Examination
from desk.text.blocks import Manuscript
from ui.verbs.window_parts import WindowParts
from ui.work.lanes import Lane

if TYPE_CHECKING:
    from desk.services.examiner import Examiner

T = TypeVar("T")


class FreshLedger(Generic[T]):
    """One ledger: made where its panel is looked at and shows another text, one at a time.

    `panel` returns what it is looked at in, None as long as nobody did; `show` is called with None where no story was
    examined.
    """

    def __init__(
        self,
        parts: WindowParts,
        item: Item,
        *,
        panel: Callable[[], QWidget | None],
        make: "Callable[[Examiner, Manuscript, Collection[Finding], Brief], T]",
        show: Callable[[T | None], None],
    ) -> None:
        self._p, self._item = parts, item
        self._panel, self._make, self._show = panel, make, show
        self._examined: Examination | None = None
        self.text = ""
        """The text that the ledger is of."""
        self._under_way = False
        parts.checker.accepted.connect(self._accepted)

    def refresh(self) -> None:
        """Make the ledger of the last examination, if it is looked at and not the one shown."""
        story, examined, panel = self._p.hub.story, self._examined, self._panel()
        if panel is None:
            return
        if story is None or examined is None:
            self._show(None)
            return
        if not panel.isVisible() or self._under_way or examined.manuscript.text == self.text:
            return
        manuscript, found = examined.manuscript, examined.runs[self._item].findings
        brief = self._p.hub.facts.brief(story)
        self._under_way = True
        self._p.hub.check(
            Lane.CHECKS,
            lambda examiner: self._make(examiner, manuscript, found, brief),
            lambda made: self._made(made, manuscript.text),
            dropped=self._dropped,
        )

    def _accepted(self, examination: Examination, _revision: int) -> None:
        if self._item in examination.runs:
            self._examined, self.text = examination, ""
            self.refresh()

    def _made(self, ledger: T, text: str) -> None:
        self._under_way = False
        self.text = text
        self._show(ledger)
        self.refresh()

    def _dropped(self) -> None:
        self._under_way = False
