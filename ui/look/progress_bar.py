"""The bar of what is under way: without words, and hidden while nothing is."""

from PySide6.QtWidgets import QProgressBar

_STEPS = 1000
"""The toolkit counts in 32 bits; bytes do not fit in there for long."""


class ProgressBar(QProgressBar):
    """Shows how much of something is done."""

    def __init__(self, name: str) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.hide()

    def show_share(self, done: int, whole: int) -> None:
        """Show so much of the whole; nothing yet where nobody knows how much that is."""
        self.setRange(0, _STEPS)
        self.setValue(round(_STEPS * done / whole) if whole else 0)
