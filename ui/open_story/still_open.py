"""Says every few minutes that the open story is still open here, for the sake of other machines at the desk."""

from PySide6.QtCore import QObject, QTimer

from ui.work import operations
from ui.work.hub import Hub

RENEW = 120_000
"""Milliseconds: four times within the lease of ten minutes, so that a slow network or a short sleep loses nothing."""


class StillOpen(QObject):
    """Renews the hold on the open story; without it others could open for writing what is read here for long."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._hub = hub
        self._timer = QTimer(self, interval=RENEW)
        self._timer.timeout.connect(self.renew)
        self._timer.start()

    def renew(self) -> None:
        """Say it now, if a story is open to be edited; a database out of reach is told of at the next save."""
        story = self._hub.story
        if story is not None and not story.read_only and self._hub.is_ready:
            operations.stay_open(self._hub)
