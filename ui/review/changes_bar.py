"""The bar above the text: what changed in one line, since which version, and the ways to look at it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton

from desk.review.looks import Since
from desk.review_page import ReviewPage, VersionLine
from desk.text.moments import to_the_minute
from ui.actions.keys import tip_of, with_key
from ui.actions.spec import Where
from ui.actions.table import spec_of
from ui.look.drop_down import DropDown
from ui.look.key_tips import give_tip
from ui.look.tips import as_tip
from ui.look.widgets import ShortLabel, label, row, tool
from ui.review.strips import summary, words_of_step

_LEAST, _MOST = 24, 60
"""Letters of the version compared with: so many have room in the narrowest window, and more than these nowhere."""


def version_words(line: VersionLine) -> str:
    """Return one version as the list names it."""
    return " · ".join(part for part in (f"v{line.number}", line.who, to_the_minute(line.when), line.why) if part)


def _toggle(words: str, name: str) -> QToolButton:
    out = QToolButton()
    out.setObjectName("tab")
    out.setText(with_key(f"{words} ", name, Where.REVIEW))
    out.setCheckable(True)
    out.setAccessibleName(spec_of(name).name)
    out.setToolTip(tip_of(name, Where.REVIEW))
    return out


class ChangesBar(QFrame):
    """Shows and asks; it knows no texts."""

    shown_wanted = Signal(bool)
    beside_wanted = Signal(bool)
    whole_wanted = Signal(bool)
    since_wanted = Signal(int)
    step_wanted = Signal(bool)
    """True for back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paneHeader")
        self.shown = _toggle("What changed", "changes")
        self.beside = _toggle("Side by side", "beside")
        self.whole = _toggle("All", "whole")
        self.since = DropDown()
        self.since.setAccessibleName("Compare with")
        self.summary, self.count = ShortLabel("muted"), label("", "muted")
        self.back = tool("previous", "Previous change", self._step_back)
        self.on = tool("next", "Next change", self._step_on)
        give_tip(self.back, "previous", "Previous")
        give_tip(self.on, "next", "Next")
        line = row(self.shown, self.since, self.summary, self.count, self.back, self.on, self.beside, self.whole)
        line.setContentsMargins(16, 5, 12, 5)
        line.setStretchFactor(self.summary, 1)
        self.setLayout(line)
        self.shown.toggled.connect(self.shown_wanted)
        self.beside.toggled.connect(self.beside_wanted)
        self.whole.toggled.connect(self.whole_wanted)
        self.since.activated.connect(self._since_chosen)

    def _step_back(self) -> None:
        self.step_wanted.emit(True)

    def _step_on(self) -> None:
        self.step_wanted.emit(False)

    def _since_chosen(self, nth: int) -> None:
        self.since_wanted.emit(self.since.itemData(nth))

    def show_page(self, page: ReviewPage) -> None:
        """Offer the versions of a page, the one it is compared with chosen."""
        self.since.clear()
        newest = page.versions[0].number if page.versions else 0
        for line in page.versions:
            if line.number != newest:
                self.since.addItem(version_words(line), line.number)
            elif page.base is not None and page.base.version == newest:
                self.since.addItem("this very version", line.number)
        if page.base is not None:
            at = self.since.findData(page.base.version)
            self.since.setCurrentIndex(at)
            if page.base.since is not Since.CHOSEN and at >= 0:
                self.since.setItemText(at, f"Since {page.base.since.words}: {self.since.itemText(at)}")
        self.since.setToolTip(as_tip(self.since.currentText()))
        self.since.fit(_LEAST, _MOST)
        there = page.comparison is not None
        for one in (self.shown, self.since):
            one.setVisible(there)
        said = "No earlier version: this is the text as it came."
        if page.comparison is not None:
            said = summary(page.comparison, page.links_changed)
        self.summary.say(said)

    def show_way(self, page: ReviewPage, *, shown: bool, beside: bool, whole: bool, current: int) -> None:
        """Show which look is chosen and which change is in hand."""
        for one, on in ((self.shown, shown), (self.beside, beside), (self.whole, whole)):
            one.blockSignals(True)
            one.setChecked(on)
            one.blockSignals(False)
        steps = len(page.comparison.steps) if page.comparison is not None else 0
        for widget in (self.beside, self.whole, self.back, self.on):
            widget.setVisible(shown and page.comparison is not None)
        self.count.setText(f"{current + 1} of {steps}" if shown and current >= 0 and steps else "")
        if page.comparison is not None:
            in_hand = shown and 0 <= current < steps
            self.summary.say(
                words_of_step(page.comparison, current) if in_hand else summary(page.comparison, page.links_changed)
            )
