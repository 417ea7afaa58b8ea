"""What the window that opens the desk tells of the past: texts that dead windows left, and a database gone back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desk.story import RecoveryOffer
from ui.verbs.window_parts import WindowParts
from ui.work import operations


class LeftBehind(QObject):
    """Asks as soon as the desk is open."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts
        parts.hub.opened.connect(self._ask)

    def _ask(self) -> None:
        self._p.hub.ask(lambda desk: desk.saving.recoveries(), self._offer)
        self._p.hub.ask(lambda desk: desk.opened.left, self._tell_of_the_past)

    def _tell_of_the_past(self, fault: str) -> None:
        """Say how the database goes behind what this machine saw of it."""
        if fault:
            self._p.notices.tell_error("past", fault)

    def _offer(self, offers: Sequence[RecoveryOffer]) -> None:
        """Offer what windows that have died left unsaved; one opened by hand shows it anyway."""
        if offers:
            from ui.dialogs.recovery import RecoveryDialog

            dialog = RecoveryDialog(offers, self._p.window)
            dialog.open_wanted.connect(self._recover)
            dialog.all_wanted.connect(self._recover_all)
            dialog.discard_wanted.connect(self._discard)
            dialog.open()

    def _discard(self, recovery: str) -> None:
        operations.discard_recovery(self._p.hub, recovery)

    def _recover(self, recovery: str) -> None:
        self._p.open_story.leave(lambda: operations.recover(self._p.hub, recovery))

    def _recover_all(self, recoveries: Sequence[str]) -> None:
        """Open every recovered text, each in a window of its own."""
        self._recover(recoveries[0])
        for recovery in recoveries[1:]:
            self._p.windows.new().recover(recovery)
