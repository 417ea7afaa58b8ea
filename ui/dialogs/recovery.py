"""Offers text that was typed but not saved when the application ended, with what differs from the saved version."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QTextBrowser, QWidget

from desk.story import RecoveryOffer
from desk.text.diff import ChangeKind, diff
from desk.text.moments import to_the_minute
from desk.text.words import plural_alone
from ui.look import theme
from ui.look.dialog_frame import Dialog
from ui.look.widgets import label

_MOST_SHOWN = 20_000
"""Code points of a preview: about ten screens; a longer one would make the dialog wait."""
_AROUND = 240
"""Code points of unchanged text shown on either side of a change."""


class RecoveryDialog(Dialog):
    """One line a recovered text; open it, throw it away, or see to it later."""

    open_wanted = Signal(str)
    discard_wanted = Signal(str)
    all_wanted = Signal(object)
    """The ids of all texts that are offered."""

    def __init__(self, offers: Sequence[RecoveryOffer], parent: QWidget | None) -> None:
        super().__init__("Text that was not saved", parent, 680)
        self._offers = list(offers)
        many = plural_alone(len(offers), "this text", "these texts")
        self.say(
            f"Copydesk ended before {many} could be saved. Nothing is lost. Added words are underlined, removed ones "
            "struck through."
        )
        self.list = QListWidget()
        self.list.setAccessibleName("Recovered texts")
        self.list.setMaximumHeight(120)
        self.preview = QTextBrowser()
        self.preview.setAccessibleName("What differs from the saved version")
        self.preview.setMinimumHeight(260)
        self.preview.setOpenLinks(False)
        self.body.addWidget(self.list)
        self.body.addWidget(label("Against the saved version", "heading"))
        self.body.addWidget(self.preview, 1)
        self.answer("Later", self.reject)
        self.answer("Throw it away", self._discard)
        self._all = self.answer("Open all, each in a window", self._open_all)
        self.answer("Open it", self._open, primary=True)
        self.list.currentRowChanged.connect(self._show)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        for offer in self._offers:
            self.list.addItem(f"{offer.slug} · typed {to_the_minute(offer.when)}")
        self.list.setCurrentRow(0)
        self._all.setVisible(len(self._offers) > 1)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._offers):
            self.preview.setHtml(marked(self._offers[row]))

    def _open(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.open_wanted.emit(self._offers[row].id)
            self.accept()

    def _open_all(self) -> None:
        self.all_wanted.emit([offer.id for offer in self._offers])
        self.accept()

    def _discard(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.discard_wanted.emit(self._offers.pop(row).id)
            self._fill()
        if not self._offers:
            self.accept()


def marked(offer: RecoveryOffer) -> str:
    """Return the typed text as HTML against the saved one: added underlined, removed struck, long sameness cut."""
    now = theme.current()
    styles = {
        ChangeKind.ADDED: f"color: {now.passed}; text-decoration: underline;",
        ChangeKind.REMOVED: f"color: {now.attention}; text-decoration: line-through;",
    }
    out = []
    for piece in diff(offer.saved[:_MOST_SHOWN], offer.typed[:_MOST_SHOWN]):
        text = piece.text
        if piece.change is ChangeKind.SAME and len(text) > 2 * _AROUND:
            text = f"{text[:_AROUND].rpartition(' ')[0]} … {text[-_AROUND:].partition(' ')[2]}"
        words = escape(text).replace("\n", "<br>")
        style = styles.get(piece.change)
        out.append(f'<span style="{style}">{words}</span>' if style else words)
    return "".join(out)
