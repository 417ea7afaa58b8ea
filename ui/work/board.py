"""What is known of the open story on the main thread: the last run of each item, folded with the decisions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desk.checking.checklist import ItemState, Judged, Line, Standing, lines
from desk.checking.runner import ItemRun
from desk.checking.trying import RemedyOrder, RemedyOrders, in_order
from desk.checks.check import Finding, Item
from desk.story import Verdicts
from ui.work.carry_findings import carried


@dataclass(frozen=True, slots=True)
class _Checked:
    """One run with the text it was made for, so that its findings can be taken along."""

    run: ItemRun
    text: str


class Board(QObject):
    """The checklist as it stands; views read `lines` and `judged` after `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checked: dict[Item, _Checked] = {}
        self._waiting: frozenset[Item] = frozenset()
        self._stored: frozenset[Item] = frozenset()
        self._doubted = False
        """The items whose last run is of an earlier session."""
        self._verdicts = Verdicts()
        self._manual: Sequence[str] = ()
        self._text = ""
        self._orders: RemedyOrders = {}
        self._held: tuple[str, RemedyOrder | None] = ("", None)
        """The fingerprint of the finding whose remedies stay as they are shown, and their order."""
        self.lines: tuple[Line, ...] = ()

    def open(self, text: str, runs: Mapping[Item, ItemRun], verdicts: Verdicts) -> None:
        """Begin with a story as the store has it: its last runs (made for this text) and its decisions."""
        self._checked = {item: _Checked(run, text) for item, run in runs.items()}
        self._waiting, self._stored, self._doubted = frozenset(), frozenset(runs), False
        self._verdicts = verdicts
        self._text = text
        self._orders, self._held = {}, ("", None)
        self._fold()

    def accept(self, runs: Mapping[Item, ItemRun], text: str, now: str | None = None) -> None:
        """Take the outcome of a check that was made for exactly this text, the current one unless `now` is given.

        Findings are shown in that one then, and the items are still being checked.
        """
        self._checked.update({item: _Checked(run, text) for item, run in runs.items()})
        self._stored -= runs.keys()
        self._text = text if now is None else now
        if text == self._text:
            self._waiting -= runs.keys()
        self._fold()

    def order(self, orders: RemedyOrders) -> None:
        """Show the remedies of findings in the order in which they stand since they were tried."""
        if orders != self._orders:
            self._orders = orders
            self._fold()

    def hold_order(self, fingerprint: str) -> None:
        """Keep the remedies of this finding as they are shown, until another is held: a key may be on its way to one.

        Nobody is told that those of the finding that was held before may stand otherwise from now on.
        """
        if fingerprint != self._held[0]:
            self._held = (fingerprint, self._orders.get(fingerprint))
            self.lines = self._folded()

    def decide(self, verdicts: Verdicts) -> None:
        """Take the decisions now in force."""
        self._verdicts = verdicts
        self._fold()

    def set_manual(self, items: Sequence[str]) -> None:
        """Take the desk's manual items."""
        self._manual = items
        self._fold()

    def wait_for(self, items: Iterable[Item]) -> None:
        """Show these items as being checked, for their last run is of an older text."""
        waiting = frozenset(items)
        if waiting != self._waiting:
            self._waiting = waiting
            self._fold()

    def doubt_stored(self) -> None:
        """Take note that what an earlier session could not check is being asked for now: it may be there by now."""
        if not self._doubted and self._stored:
            self._doubted = True
            self._fold()

    def forget(self, items: Iterable[Item]) -> None:
        """Drop the runs of these items: what they stood on has changed."""
        for item in items:
            self._checked.pop(item, None)
        self._fold()

    @property
    def text(self) -> str:
        """Return the text that every span of `judged` belongs to."""
        return self._text

    @property
    def verdicts(self) -> Verdicts:
        """Return the decisions in force."""
        return self._verdicts

    @property
    def runs(self) -> dict[Item, ItemRun]:
        """Return the last run of each item, its findings at their places in `text`."""
        return {item: self._run(checked) for item, checked in self._checked.items()}

    def runs_of(self, text: str) -> dict[Item, ItemRun]:
        """Return the runs that were made for exactly this text."""
        return {item: checked.run for item, checked in self._checked.items() if checked.text == text}

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Return every finding with its standing, in text order."""
        every = (judged for line in self.lines for judged in line.findings)
        return tuple(sorted(every, key=lambda j: (j.finding.span, j.finding.item)))

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Return the findings nobody has decided on, in text order."""
        return tuple(j.finding for j in self.judged if j.standing is Standing.OPEN)

    def _run(self, checked: _Checked) -> ItemRun:
        if checked.text == self._text:
            return checked.run
        return replace(checked.run, findings=carried(checked.run.findings, checked.text, self._text))

    def _fold(self) -> None:
        self.lines = self._folded()
        self.changed.emit()

    def _folded(self) -> tuple[Line, ...]:
        runs = self.runs
        if self._orders and Item.GRAMMAR in runs:
            held, order = self._held
            runs[Item.GRAMMAR] = in_order(runs[Item.GRAMMAR], {**self._orders, held: order})
        every = lines(runs, self._verdicts.judge, self._manual, self._verdicts.ticked)
        return tuple(self._honest(line) for line in every)

    def _honest(self, line: Line) -> Line:
        """Return the line as `checking` while the text it speaks of is still being checked."""
        if line.state is ItemState.UNCHECKED:
            stale = (
                self._doubted and line.item in self._stored
            )  # one of this session stays as it is: no flicker with each key
        else:
            stale = not line.manual and line.item in self._waiting
        return replace(line, state=ItemState.CHECKING) if stale else line
