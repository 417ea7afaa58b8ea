"""The checklist above and the problem in hand below it: how they share the height of their pane."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTreeView

from ui.checklist.card import Card
from ui.look.edges import Split

_LOW = 32
"""Lines of text: in a pane lower than these a card without a problem keeps no room that the checklist can use."""
_SHARES = 3, 2
"""What checklist and card take of any other height."""


class CardSplit(Split):
    """The edge between the two, where somebody put it or where the height wants it."""

    def __init__(self, tree: QTreeView, card: Card) -> None:
        super().__init__(Qt.Orientation.Vertical, "Edge between the checklist and the problem in hand")
        self._tree, self._card = tree, card
        self._before: list[int] = []
        """The heights that both had before an empty card gave way; empty while it does not."""
        self._given = 0, 0
        """Pixels of height that an empty card needed at the last look, and of both together."""
        self._card_height = 0
        for nth, (widget, share) in enumerate(zip((tree, card), _SHARES, strict=True)):
            self.addWidget(widget)
            self.setStretchFactor(nth, share)
        self.setSizes([360, 260])
        self._later = QTimer(self)
        """A card is laid out while both are being given their places: what is changed then is half forgotten."""
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._share)
        card.laid_out.connect(self._later.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share another height."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        is_low = self.height() < _LOW * self.fontMetrics().lineSpacing()
        needed = self._card.idle_height() if self._card.is_idle and is_low else 0
        if needed and self._given != (needed, self.height()):
            self._before = self._before or self.sizes()
            self.setSizes([self.height() - self.handleWidth() - needed, needed])
        elif self._before and not needed:
            self.setSizes(self._before)
            self._before = []
        self._given = needed, self.height()
        if self._card.height() != self._card_height:
            self._card_height = self._card.height()
            self._tree.scrollTo(self._tree.currentIndex())  # the problem in hand stays in sight
