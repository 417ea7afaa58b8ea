"""The versions of a story: each one read, any two compared, and one taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desk.review_page import VersionLine
from desk.text.diff import Comparison
from desk.text.moments import to_the_minute
from ui.actions.keys import key_of, shortcuts
from ui.actions.spec import Where
from ui.look.dialog_frame import Dialog
from ui.look.drop_down import DropDown
from ui.look.edges import Split
from ui.look.tips import as_tip
from ui.look.widgets import ShortLabel, label, row, tool
from ui.review.changes import ChangesSheet
from ui.review.changes_bar import version_words
from ui.review.strips import summary, words_of_step

LIVE, ALONE = 0, -1
"""In the place of a version's number: the text that stands in the editor; no other version, so that one is read."""
_WIDTH, _HEIGHT, _LIST, _SHEET = 960, 620, 150, 340
_NUMBER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class ComparisonWish:
    """Two versions to be shown, the older one first; `newer` may be `LIVE` or `ALONE`."""

    older: int
    newer: int


class VersionsDialog(Dialog):
    """The list above, what is chosen in it below; it knows no texts but asks for comparisons."""

    wanted = Signal(object)
    """A `ComparisonWish`; `show_comparison` answers it."""
    taken_back = Signal(int)
    """The number of a version that is to be the newest again."""
    emptying = Signal(int)
    """The number of a version whose words are to go for good."""

    def __init__(
        self,
        versions: Sequence[VersionLine],
        font: QFont,
        characters: int,
        parent: QWidget | None,
        *,
        edited: bool,
        read_only: bool,
        may_empty: bool = False,
    ) -> None:
        """`versions` come the newest first; `edited` says that another text stands in the editor than the newest.

        `may_empty` offers to take the words of one out for good.
        """
        super().__init__("Versions", parent, _WIDTH, _HEIGHT)
        self._versions, self._edited, self._read_only = versions, edited, read_only
        self._wish = ComparisonWish(0, ALONE)
        self._comparison: Comparison | None = None
        self.list = self._made_list()
        self.other = DropDown()
        self.other.setAccessibleName("Compare with")
        self.other.setMinimumContentsLength(40)
        self.other.activated.connect(self._ask)
        self.summary = ShortLabel("muted")
        self.changes = ChangesSheet()
        self.changes.use_font(font, characters)
        self.changes.setMinimumHeight(_SHEET // 2)
        self.changes.step_chosen.connect(self._go_to)
        self._lay_out()
        shortcuts(self, Where.VERSIONS, {"change_next": self._next, "change_previous": self._previous})
        self.empty = self.answer("&Empty this text…", self._empty) if may_empty else None
        self.back = self.answer("Take it back", self._take_back)
        self.answer("Close", self.reject, primary=True)  # Return in the list must not take anything back
        if (newest := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(newest)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.setFocus()

    def _lay_out(self) -> None:
        before = tool("previous", "Previous change", self._previous, f"Previous ({key_of('change_previous')})")
        after = tool("next", "Next change", self._next, f"Next ({key_of('change_next')})")
        line = row(label("Compared with"), self.other, self.summary, before, after)
        line.setStretchFactor(self.summary, 1)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 8, 0, 0)
        under.setSpacing(8)
        under.addLayout(line)
        under.addWidget(self.changes, 1)
        both = Split(Qt.Orientation.Vertical, "Edge between the versions and what changed")
        both.addWidget(self.list)
        both.addWidget(below)
        both.setSizes([_LIST, _SHEET])
        self.body.addWidget(both, 1)

    def _made_list(self) -> QTreeWidget:
        out = QTreeWidget()
        out.setAccessibleName("Versions, the newest first")
        out.setHeaderLabels(["Version", "Who", "When", "Why"])
        out.setRootIsDecorated(False)
        out.setUniformRowHeights(True)
        out.setMinimumHeight(_LIST // 2)
        for line in self._versions:
            item = QTreeWidgetItem([str(line.number), line.who, to_the_minute(line.when), line.why])
            item.setData(0, _NUMBER, line.number)
            item.setToolTip(3, as_tip(line.why))
            out.addTopLevelItem(item)
        for column in range(3):
            out.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return out

    # -- What is shown -----------------------------------------------------------------------------------------------

    @property
    def number(self) -> int:
        """Return the version that is chosen in the list."""
        item = self.list.currentItem()
        return int(item.data(0, _NUMBER)) if item is not None else 0

    def ask(self) -> None:
        """Ask for what is shown at first: the newest version beside the one before it."""
        self._chosen()

    def _chosen(self) -> None:
        """Offer what this version can be compared with: at first the one before it, or its own text alone."""
        self.other.clear()
        self.other.addItem("nothing: its text as it was saved", ALONE)
        if self._edited:
            self.other.addItem("the text as it stands in the editor", LIVE)
        for line in self._versions:
            if line.number != self.number:
                self.other.addItem(version_words(line), line.number)
        earlier = [line.number for line in self._versions if line.number < self.number]
        self.other.setCurrentIndex(self.other.findData(max(earlier)) if earlier else 0)
        newest = self._versions[0].number if self._versions else 0
        self.back.setText(f"Take version {self.number} back")
        gone = any(line.emptied for line in self._versions if line.number == self.number)
        self.back.setEnabled(not self._read_only and not gone and (self.number != newest or self._edited))
        if self.empty is not None:
            self.empty.setEnabled(not gone)
        self._ask()

    def _ask(self) -> None:
        other = int(self.other.currentData())
        if other in (LIVE, ALONE):
            self._wish = ComparisonWish(self.number, other)
        else:
            self._wish = ComparisonWish(min(self.number, other), max(self.number, other))
        self.wanted.emit(self._wish)

    def show_comparison(self, wish: ComparisonWish, comparison: Comparison) -> None:
        """Show what was asked for, unless another version was chosen meanwhile."""
        if wish != self._wish:
            return
        self._comparison = comparison
        alone = wish.newer == ALONE
        self.changes.show_comparison(comparison, beside=False, folded=not alone)
        newer = "the text in the editor" if wish.newer == LIVE else f"version {wish.newer}"
        said = f"From version {wish.older} to {newer}: {summary(comparison)}"
        self.summary.say(f"The text of version {wish.older}" if alone else said)

    # -- What is done ------------------------------------------------------------------------------------------------

    def _next(self) -> None:
        self._say_step(self.changes.step(back=False))

    def _previous(self) -> None:
        self._say_step(self.changes.step(back=True))

    def _go_to(self, number: int) -> None:
        self.changes.go_to(number)
        self._say_step(number)

    def _say_step(self, number: int) -> None:
        if self._comparison is not None and number >= 0:
            self.summary.say(words_of_step(self._comparison, number))

    def _empty(self) -> None:
        number = self.number
        self.accept()
        self.emptying.emit(number)

    def _take_back(self) -> None:
        number = self.number
        self.accept()
        self.taken_back.emit(number)
