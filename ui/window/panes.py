"""The panes side by side, and the last place that a key comes to which nothing in them takes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.actions.keys import pressed
from ui.actions.spec import Where
from ui.look.edges import Split
from ui.look.notices import NoticeBar


class Panes(Split):
    """Stories, text, checklist, review; a key that none of them takes may put a notice aside."""

    def __init__(self, *bars: NoticeBar) -> None:
        super().__init__(
            Qt.Orientation.Horizontal,
            "Edge between the stories and the text",
            "Edge between the text and the checklist",
            "Edge of the review",
        )
        self._bars = bars

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the notice on top aside, if the key says so and there is one."""
        if not (pressed(event, Where.NOTICES) and any(bar.isVisible() and bar.put_top_aside() for bar in self._bars)):
            super().keyPressEvent(event)
