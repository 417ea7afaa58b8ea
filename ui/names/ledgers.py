"""The page of ledgers: the names of the story, or its figures, whichever was asked for last."""

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.names.figures import FiguresPanel
from ui.names.panel import NamesPanel

_NAMES, _FIGURES = range(2)


class Ledgers(QWidget):
    """Both ledgers behind two tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.names, self.figures = NamesPanel(), FiguresPanel()
        self.tabs = QTabBar()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Ledgers")
        self.tabs.addTab("Names")
        self.tabs.addTab("Figures")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.names)
        self._pages.addWidget(self.figures)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.tabs)
        box.addWidget(self._pages, 1)

    def show_names(self) -> None:
        """Turn to the names."""
        self.tabs.setCurrentIndex(_NAMES)

    def show_figures(self) -> None:
        """Turn to the figures."""
        self.tabs.setCurrentIndex(_FIGURES)

    def take_focus(self) -> None:
        """Move the keyboard to the ledger that is shown."""
        (self.names.take_focus, self.figures.take_focus)[self._pages.currentIndex()]()
