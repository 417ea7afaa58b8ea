"""The right pane: the checklist with the finding in hand below it, the names, or the decisions in force."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.checking.checklist import ItemState, Judged, Line
from desk.checks.check import Explanation, Finding
from desk.story import Ruling
from ui.checklist.card import Card
from ui.checklist.card_split import CardSplit
from ui.checklist.decisions import Decisions
from ui.checklist.model import JUDGED, LINE, ChecklistModel
from ui.checklist.tree import ChecklistTree
from ui.look.key_tips import give_tip
from ui.look.later import Later
from ui.look.tips import plain_tip
from ui.look.widgets import header, label, tool
from ui.open_story.current_finding import CurrentFinding
from ui.work.board import Board

if TYPE_CHECKING:
    from ui.names.ledgers import Ledgers
    from ui.review.notes import NotesPanel

Index = QModelIndex | QPersistentModelIndex

_HEAD_ENDS = 12
"""Pixels left and right of the head."""
_CHECKLIST, _NAMES, _DECISIONS, _NOTES, _NOTHING = range(5)


def _ledgers() -> "Ledgers":
    from ui.names.ledgers import Ledgers

    return Ledgers()


def _notes() -> "NotesPanel":
    from ui.review.notes import NotesPanel

    return NotesPanel()


class ChecklistPanel(QFrame):
    """Shows the board; everything it is asked for leaves by a signal."""

    finding_wanted = Signal(object)
    tick_wanted = Signal(str, bool)
    step_wanted = Signal(bool)
    remedies_wanted = Signal()
    page_changed = Signal()
    undo_wanted = Signal(str)
    """The id of the decision that is to be taken back."""
    left = Signal()

    def __init__(
        self,
        board: Board,
        current: CurrentFinding,
        explain: Callable[[Finding], Explanation],
        parent: QWidget | None = None,
    ) -> None:
        """`explain` tells of the rule that made a finding."""
        super().__init__(parent)
        self.setObjectName("pane")
        self._board, self._current, self._explain = board, current, explain
        self.model = ChecklistModel(self)
        self.card = Card()
        self.ledger_page, self.decision_page, self.note_page = Later(_ledgers), Later(Decisions), Later(_notes)
        self.decision_page.when_made(self._decisions_made)
        self.tree = ChecklistTree(self.model)
        self.tree.clicked.connect(self._clicked)
        self.tree.acted.connect(self._acted)
        self.tree.left.connect(self.left)
        self.tree.selectionModel().currentChanged.connect(self._moved)
        self._working_in = False
        self._pages = QStackedWidget()
        self._tabs: list[QToolButton] = []
        self._chosen_tab = QButtonGroup(self)
        self._chosen_tab.idClicked.connect(self.show_page)
        self._lay_out()
        board.changed.connect(self.refresh)
        current.chosen.connect(self._show_current)

    def _lay_out(self) -> None:
        self._pages.addWidget(CardSplit(self.tree, self.card))
        for page in (self.ledger_page, self.decision_page, self.note_page):
            self._pages.addWidget(page)
        nothing = label("Open a story to see its checklist.", "muted", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        nothing.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(nothing)
        tabs = [
            self._tab(words, page)
            for words, page in (
                ("Checklist", _CHECKLIST),
                ("Names", _NAMES),
                ("Decisions", _DECISIONS),
                ("Notes", _NOTES),
            )
        ]
        back = tool(
            "previous",
            "Previous problem",
            self._step_back,
        )
        on = tool("next", "Next problem", self._step_on)
        give_tip(back, "previous")
        give_tip(on, "next")
        self._head, self._is_drawer = (*tabs, back, on), False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = header(*tabs, None, back, on)
        if (line := head.layout()) is not None:
            line.setSpacing(1)  # four names and two arrows stand in 364 px
            line.setContentsMargins(6, 6, 4, 6)
        box.addWidget(head)
        box.addWidget(self._pages, 1)

    def _tab(self, text: str, page: int) -> QToolButton:
        tab = QToolButton()
        tab.setObjectName("tab")
        tab.setText(text)
        tab.setAccessibleName(text)
        tab.setCheckable(True)
        tab.setChecked(not page)
        self._chosen_tab.addButton(tab, page)
        self._tabs.append(tab)
        return tab

    def _step_back(self) -> None:
        self.step_wanted.emit(True)

    def _step_on(self) -> None:
        self.step_wanted.emit(False)

    def show_page(self, page: int) -> None:
        """Show checklist (0), names (1), decisions (2) or notes (3) and move the keyboard there."""
        self._tabs[page].setChecked(True)
        self._pages.setCurrentIndex(page)
        self._take_focus(page)
        self.page_changed.emit()

    def _take_focus(self, page: int) -> None:
        if page == _CHECKLIST:
            self.tree.setFocus()
        else:
            (self.ledger_page, self.decision_page, self.note_page)[page - 1].get().take_focus()

    def show_as_drawer(self, *, on: bool) -> None:
        """Make do with less room, and let a key put the checklist away; or not."""
        self.tree.let_go_by_key(on=on)
        self._is_drawer = on
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the arrows out where the names of the pages need their room."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        needed = sum(one.sizeHint().width() + 1 for one in self._head) + _HEAD_ENDS
        for arrow in self._head[-2:]:
            arrow.setVisible(not self._is_drawer and needed <= self.width())

    def bring_problem_forward(self) -> None:
        """Show the page with the problem in hand; the keyboard stays where it is."""
        if self._pages.currentIndex() != _CHECKLIST:
            self._tabs[_CHECKLIST].setChecked(True)
            self._pages.setCurrentIndex(_CHECKLIST)
            self.page_changed.emit()

    def show_names(self) -> None:
        """Show the name ledger and move the keyboard there."""
        self.ledger_page.get().show_names()
        self.show_page(_NAMES)

    def show_figures(self) -> None:
        """Show the ledger of figures and move the keyboard there."""
        self.ledger_page.get().show_figures()
        self.show_page(_NAMES)

    def show_decisions(self) -> None:
        """Show the decisions in force and move the keyboard there."""
        self.show_page(_DECISIONS)

    def show_item(self, item: str) -> None:
        """Move the keyboard to a line of the checklist."""
        self.show_page(_CHECKLIST)
        for at, line in enumerate(self._lines()):
            if line.item == item:
                self.tree.setCurrentIndex(self.model.index(at, 0))
                self.tree.scrollTo(self.tree.currentIndex())

    def show_notes(self) -> None:
        """Show the points to do and the comments, and move the keyboard there."""
        self.show_page(_NOTES)

    def take_focus(self) -> None:
        """Move the keyboard to what is shown."""
        if self._pages.currentIndex() != _NOTHING:
            self.show_page(self._pages.currentIndex())

    def show_story(self, *, there: bool) -> None:
        """Show the checklist of a story, or that none is open."""
        for widget in self._head:
            widget.setEnabled(there)
        if there == (self._pages.currentIndex() == _NOTHING):
            self._pages.setCurrentIndex(_CHECKLIST if there else _NOTHING)
            self._tabs[0].setChecked(True)

    def refresh(self) -> None:
        """Show the board as it is now."""
        before = {line.item for line in self._lines() if line.findings}
        self._working_in = True
        self.model.set_lines(self._board.lines)
        self._working_in = False
        self._stay_put()
        for row, line in enumerate(self._board.lines):
            if line.findings and line.item not in before and line.state is ItemState.ATTENTION:
                self.tree.expand(self.model.index(row, 0))
        rulings = self._board.verdicts.all()
        if (decisions := self.decision_page.made) is not None:
            decisions.show_rulings(rulings)
        self._tabs[_DECISIONS].setToolTip(plain_tip(f"{len(rulings)} in force" if rulings else "None in force"))
        if self._current.current is None:
            self._show_idle()
        else:
            self.card.recount(self._current.count())

    def _decisions_made(self, decisions: Decisions) -> None:
        decisions.undo_wanted.connect(self.undo_wanted)
        decisions.show_rulings(self._board.verdicts.all())

    def tint(self) -> None:
        """Draw everything anew in the colours of the theme."""
        self.refresh()
        self._show_current(self._current.current)

    def _stay_put(self) -> None:
        """Mark the finding in hand; where it went, its item, so that the keyboard stays in the neighbourhood."""
        current, index = self._current.current, self.tree.currentIndex()
        if current is not None:
            self._select(self.model.index_of(current.finding))
        elif index.parent().isValid():
            self._select(index.parent())

    def _lines(self) -> list[Line]:
        return [self.model.index(row, 0).data(LINE) for row in range(self.model.rowCount())]

    def _show_current(self, judged: Judged | None) -> None:
        if judged is None:
            self._show_idle()
            return
        index = self.model.index_of(judged.finding)
        if index.isValid():
            self.tree.expand(index.parent())
            self._select(index)
            self.tree.scrollTo(index)
        told, ruling = self._explain(judged.finding), self._ruling(judged)
        self.card.show_finding(judged, self._board.text, self._current.count(), ruling, told)

    def _show_idle(self) -> None:
        line = self.tree.currentIndex().data(LINE) if self.tree.currentIndex().isValid() else None
        if line is not None and line.state is ItemState.UNCHECKED and not line.manual:
            self.card.show_reason(line)
        else:
            self.card.show_nothing(self._board.lines)

    def _select(self, index: QModelIndex) -> None:
        blocked = self.tree.selectionModel().blockSignals(True)
        self.tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.tree.selectionModel().blockSignals(blocked)
        self.tree.viewport().update()

    def _ruling(self, judged: Judged) -> Ruling | None:
        verdicts, finding = self._board.verdicts, judged.finding
        return verdicts.on(finding)

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        judged = index.data(JUDGED) if index.isValid() else None
        if self._working_in:
            return  # Qt moved on from a row that went; nobody asked for that, least of all someone who is typing
        if judged:
            self._want(judged.finding)
        elif index.isValid():
            self._current.choose(None)
            self._show_idle()

    def _clicked(self, index: QModelIndex) -> None:
        line, judged = index.data(LINE), index.data(JUDGED)
        if judged:
            self._want(judged.finding)
        elif line and line.manual:
            self.tick_wanted.emit(line.item, line.state is not ItemState.PASSED)
        elif line and line.findings:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _acted(self, index: QModelIndex) -> None:
        """Answer the keyboard: show the remedies of a finding, tick a manual item, open or fold an automatic one."""
        if index.data(JUDGED):
            self.remedies_wanted.emit()
        else:
            self._clicked(index)

    def _want(self, finding: Finding) -> None:
        self.finding_wanted.emit(finding)
