"""The kinds of the copy map in plain words, and the menu that changes one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desk.text.blocks import Block, BlockRole, Kind
from desk.text.kind_names import KIND_NAMES
from desk.text.spans import Span

SHORT = {
    Kind.COPY: "",
    Kind.FURNITURE: "Furniture",
    Kind.PAID: "Advert",
    Kind.AD_LABEL: "Ad label",
    Kind.LEFTOVER: "Leftover",
}
LETTERS = {Kind.COPY: "", Kind.FURNITURE: "F", Kind.PAID: "Ad", Kind.AD_LABEL: "AL", Kind.LEFTOVER: "×"}
_ROLE_LETTERS = {
    BlockRole.HEADLINE: "H",
    BlockRole.STANDFIRST: "St",
    BlockRole.BYLINE: "By",
    BlockRole.DATELINE: "D",
    BlockRole.CAPTION: "C",
    BlockRole.CROSSHEAD: "Cr",
    BlockRole.PULL_QUOTE: "PQ",
    BlockRole.TABLE: "Ta",
    BlockRole.NOTE: "N",
}
LET_DECIDE = "Let Copydesk decide"


def short_name(block: Block, always: bool = False) -> str:
    """Return the kind of a block in one or two words; empty for story text, unless a person said so, or `always`."""
    if block.kind is Kind.FURNITURE and block.role is not BlockRole.BODY:
        return block.role.value.capitalize()
    return "Story" if block.kind is Kind.COPY and (block.by_hand or always) else SHORT[block.kind]


def letters(block: Block, always: bool = False) -> str:
    """Return the same in one or two letters, for a narrow window."""
    if block.kind is Kind.FURNITURE and block.role is not BlockRole.BODY:
        return _ROLE_LETTERS[block.role]
    return "T" if block.kind is Kind.COPY and (block.by_hand or always) else LETTERS[block.kind]


def described(block: Block) -> str:
    """Return the kind of a block with its reasons, a line each."""
    name = block.role.value.capitalize() if block.role is not BlockRole.BODY else KIND_NAMES[block.kind]
    reasons = [reason for reason in block.reasons if reason]
    by_hand = ["Set by hand."] if block.by_hand and "Set by hand." not in reasons else []
    return "\n".join([name, *by_hand, *reasons])


class KindMenu(QMenu):
    """Asks what a block is; speaks through `chosen`."""

    chosen = Signal(object, object)
    """The span of the block, and its Kind or None (let Copydesk decide)."""

    def __init__(self, block: Block, span: Span, parent: QWidget | None = None) -> None:
        super().__init__("What is this block?", parent)
        self._span = span
        self.addSection("This block is")
        group = QActionGroup(self)
        for number, kind in enumerate(Kind, 1):
            action = self._choice(f"&{number}  {KIND_NAMES[kind]}", kind, group)
            action.setChecked(block.kind is kind)
        self.addSeparator()
        decide = self._choice(f"&0  {LET_DECIDE}", None, group)
        decide.setEnabled(block.by_hand)
        self.triggered.connect(self._tell)

    def _choice(self, words: str, kind: Kind | None, group: QObject) -> QAction:
        action = self.addAction(words)
        action.setData(kind)
        if isinstance(group, QActionGroup) and kind is not None:
            action.setCheckable(True)
            action.setActionGroup(group)
        return action

    def _tell(self, action: QAction) -> None:
        kind = action.data()
        self.chosen.emit(self._span, Kind(kind) if kind is not None else None)
