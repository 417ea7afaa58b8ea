"""The verb of exchanging with the desk, and what is said of the open story when it went on elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.errors import KnownError
from ui.verbs.window_parts import WindowParts
from ui.verbs.words_left import WordsLeft
from ui.work import operations

if TYPE_CHECKING:
    from desk.services.two_databases import Synced


class ExchangeVerbs(QObject):
    """Exchanges with the desk; the window stays as live as it was."""

    def __init__(
        self, parts: WindowParts, show_waiting: Callable[[], object], look_at_pack: Callable[[Path], object]
    ) -> None:
        """`show_waiting` lists what needs a person, `look_at_pack` says what a pack holds."""
        super().__init__(parts.window)
        self._p, self._show_waiting, self._look_at_pack = parts, show_waiting, look_at_pack
        self.travelling = parts.windows.travelling
        self.travelling.join(parts.hub)
        self.travelling.done.connect(self._done)
        self.travelling.failed.connect(self._failed)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"exchange": self.exchange, "prepare": self.prepare, "papers": self.papers}

    def papers(self) -> None:
        """Say how what laptops work by stands against what is here, and give it out."""
        from ui.dialogs.papers import PapersDialog

        PapersDialog(self._p.hub, self._p.window).open()

    def prepare(self) -> None:
        """Say what is missing for work without a network, and bring it; what stands in the editor is saved first."""
        self._p.hub.shared.save_others(self._p.hub, partial(self._p.open_story.save, self._ask_prepare))

    def _ask_prepare(self) -> None:
        from ui.dialogs.prepare import PrepareDialog

        dialog = PrepareDialog(self._p.hub, self.travelling, self._p.queue.listed, self._p.window)
        dialog.pack_wanted.connect(self._look_at_pack)
        dialog.papers_wanted.connect(self.papers)
        dialog.exchange_wanted.connect(self.exchange)
        dialog.finished.connect(self._closed)
        self.travelling.watch(True)
        dialog.open()

    def exchange(self) -> None:
        """Save what stands in the editor, then ask what is to be exchanged, and with whom."""
        self._p.hub.shared.save_others(self._p.hub, partial(self._p.open_story.save, self._ask))

    def _ask(self) -> None:
        from ui.dialogs.exchange import ExchangeDialog

        dialog = ExchangeDialog(self.travelling, self._p.hub.facts.settings, self._p.window)
        dialog.settings_wanted.connect(self._keep)
        dialog.waiting_wanted.connect(self._show_waiting)
        dialog.finished.connect(self._closed)
        self.travelling.watch(True)
        dialog.open()

    def _keep(self, changes: dict[str, object]) -> None:
        operations.change_settings(self._p.hub, changes)

    def _closed(self, _result: int) -> None:
        self.travelling.watch(False)

    def _failed(self, error: KnownError) -> None:
        """Say why an exchange that was begun by hand ended, where its dialog was closed meanwhile."""
        if not self.travelling.is_watched and not self._p.hub.number:
            self._p.hub.fail(error)

    def _done(self, synced: "Synced") -> None:
        story = self._p.hub.story
        if story is not None and story.id in synced.stories:
            self._p.notices.tell(
                "newer",
                "This story went on elsewhere: there is more of it by now than stands here.",
                [("Show it", self._show_open)],
            )
        if synced.remains and not self._p.hub.number:
            WordsLeft(self._p, synced.remains).offer()
        if synced.refused and not self.travelling.is_watched and not self._p.hub.number:
            self._p.notices.tell_error("refused by exchange", " ".join(synced.refused))

    def _show_open(self) -> None:
        if (story := self._p.hub.story) is not None:
            self._p.open_story.leave(lambda: operations.open_story(self._p.hub, story.id))
