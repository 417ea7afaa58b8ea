"""The strip above the text that says why it cannot be changed, or what is odd about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.look.editor_colours import Colours
from ui.look.widgets import label


class Notice(QWidget):
    """One sentence, and at most one button that mends the matter."""

    mendAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.words = label(wrap=True)
        self.mend = QPushButton(self)
        self.mend.clicked.connect(self.mendAsked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.mend)
        self.say("")

    def say(self, words: str, mend: str = "") -> None:
        """Show a sentence, with a button if `mend` names one; hide the strip where there is no sentence."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.mend.setText(mend)
        self.mend.setVisible(bool(mend))
        self.setVisible(bool(words))

    def apply_colours(self, colours: Colours) -> None:
        """Take on another look."""
        palette = self.palette()
        palette.setColor(self.backgroundRole(), colours.notice)
        palette.setColor(self.foregroundRole(), colours.ink)
        self.setPalette(palette)
        self.words.setPalette(palette)
