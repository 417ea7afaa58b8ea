"""Makes a laptop ready for work without a network: says what is here and what is missing, and brings it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.errors import KnownError
from desk.packs.exchange_plan import wish_of
from desk.services.preparing import PACK_FILE, Readiness, engine_in, engine_written, packs_in
from desk.story import Changes, Part
from ui.look.dialog_frame import Dialog
from ui.look.pressed import in_window
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import label
from ui.work.engine_jobs import run_engine_job
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token
from ui.work.travelling import Travelling, Trip

if TYPE_CHECKING:
    from desk.checks.grammar.engine.engine import GrammarEngine
    from desk.checks.grammar.engine.status import EngineStatus
    from desk.services.two_databases import Synced

    Job = Callable[[GrammarEngine, Callable[[int, int, str], None], Callable[[], bool]], object]

_ABOUT = (
    "Prepare installs the grammar engine where it is missing and exchanges stories with the desk. From a folder brings "
    "both without a network; For another laptop writes both into one."
)
NO_DESK = "Say first where the desk is: Exchange with the desk…, in the menu Story."


class PrepareDialog(Dialog):
    """A line for each thing that is here or missing, and the ways to bring what is missing."""

    pack_wanted = Signal(object)
    """The `Path` of a pack that is to be looked at."""
    papers_wanted = Signal()
    """What laptops work by is to be given out."""
    exchange_wanted = Signal()
    """What an exchange asks is to be answered where there is room for it."""

    def __init__(
        self, hub: Hub, travelling: Travelling, listed: Callable[[], Sequence[str]], parent: QWidget | None
    ) -> None:
        """`listed` returns the stories of the list as it is filtered: those go to another laptop."""
        super().__init__("Prepare this laptop", parent, 640)
        self._hub, self._travelling, self._listed = hub, travelling, listed
        self._token: Token | None = None
        self._engine_missing = self._exchanging = False
        self._alive = True
        self._packs: list[Path] = []
        self._gone_along: tuple[str, ...] = ()
        self.say(_ABOUT, "muted")
        self.head, self.has, self.lacks = label("Looking…", "heading", wrap=True), label(wrap=True), label(wrap=True)
        self.on_wish = label("", "muted", wrap=True)
        self.told, self.fault = label(wrap=True), label("", "error", wrap=True)
        self.bar = ProgressBar("Progress of the preparation")
        for widget in (self.head, self.lacks, self.has, self.on_wish, self.told, self.fault, self.bar):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.papers = self.answer("&Rules for laptops…", self._ask_for_papers)
        self.other = self.answer("For &another laptop…", self._for_another)
        self.folder = self.answer("&From a folder…", self._from_folder)
        self.ask = self.answer("E&xchange…", self._ask_for_exchange)
        self.ask.hide()
        self.stop = self.answer("Close", self.reject)
        self.act = self.answer("Prepare", self._prepare, primary=True)
        travelling.changed.connect(self._show_exchange)
        travelling.done.connect(self._exchanged)
        travelling.failed.connect(self._failed)
        self._tell()
        self._look()

    def _ask_for_papers(self) -> None:
        self.papers_wanted.emit()

    def _ask_for_exchange(self) -> None:
        self._alive = False
        self.accept()
        self.exchange_wanted.emit()

    # -- Looking -----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._hub.check(Lane.ENGINE, lambda examiner: examiner.engine.status(), self._ask, self._failed)

    def _ask(self, status: "EngineStatus") -> None:
        self._engine_missing = not status.usable
        self._hub.ask(lambda desk: desk.preparing.readiness(status), self._show)

    def _show(self, ready: Readiness) -> None:
        if self._alive:
            self.head.setText(ready.said)
            self.lacks.setText("\n".join(f"–  {sentence}" for sentence in ready.lacks))
            self.lacks.setVisible(bool(ready.lacks))
            self.has.setText("\n".join(f"✓  {sentence}" for sentence in ready.has))
            self.on_wish.setText(ready.on_wish)
            self.on_wish.setVisible(bool(ready.on_wish))

    def _tell(self, said: str = "", fault: str = "") -> None:
        for one, words in ((self.told, said), (self.fault, fault)):
            one.setText(words)
            one.setVisible(bool(words))

    # -- Doing: the engine first, then the stories -------------------------------------------------------------------

    def _prepare(self) -> None:
        self._tell()
        if self._engine_missing:
            self._with_engine(lambda engine, progress, cancelled: engine.install(progress, cancelled), self._stories)
        else:
            self._stories(None)

    def _stories(self, _: object) -> None:
        settings = self._hub.facts.settings
        self._over()
        if not settings.desk_at:
            self._tell(fault=NO_DESK)
            self.ask.show()
            self._look()
            return
        self._working(True)
        self._exchanging = True
        self._travelling.go(Trip(settings.desk_at, wish_of(settings.desk_stories, settings.desk_section)))

    def _from_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "A folder with the engine and packs of stories")
        if not name:
            return
        self._tell()
        source, self._packs = engine_in(Path(name)), packs_in(Path(name))
        if source is None and not self._packs:
            self._tell(fault=f"{name} holds neither the grammar engine nor a pack of stories.")
        elif source is None:
            self._look_at_pack(None)
        else:
            self._with_engine(
                lambda engine, progress, cancelled: engine.install_from(source, progress, cancelled), self._look_at_pack
            )

    def _look_at_pack(self, _: object) -> None:
        self._over()
        if self._packs and self._alive:
            self._alive = False
            self.accept()
            self.pack_wanted.emit(self._packs[0])
        else:
            self._look()

    def _for_another(self) -> None:
        """Write the engine into a folder, and the stories of the list as it is filtered."""
        name, ids = (
            QFileDialog.getExistingDirectory(self, "A folder for another laptop, on a stick perhaps"),
            self._listed(),
        )
        if not name:
            return
        folder = Path(name)
        self._tell()

        def pack(_: object) -> None:
            self._over()
            self._hub.store(lambda desk: desk.packs.pack(ids, folder / PACK_FILE), self._written, self._failed)

        def write(
            engine: "GrammarEngine", progress: Callable[[int, int, str], None], cancelled: Callable[[], bool]
        ) -> None:
            self._gone_along = engine_written(engine, folder, progress, cancelled)

        self._with_engine(write, pack)

    def _written(self, changes: Changes) -> None:
        if self._alive:
            self._tell(" ".join([*self._gone_along, changes.said]))

    # -- The engine's lane -------------------------------------------------------------------------------------------

    def _with_engine(self, job: "Job", then: Callable[[object], None]) -> None:
        self._token = Token()
        self._working(True)
        run_engine_job(
            self._hub,
            self._token,
            lambda examiner, progress, cancelled: job(examiner.engine, progress, cancelled),
            self._show_progress,
            then,
            self._failed,
            self._stopped,
        )

    def _show_progress(self, done: int, whole: int, what: str) -> None:
        if self._alive and self._token is not None:
            self.bar.show_share(done, whole)
            self.head.setText(what)

    def _show_exchange(self) -> None:
        if self._alive and self._exchanging:
            done, of = self._travelling.state.far
            self.bar.setRange(0, of)
            self.bar.setValue(done)
            self.head.setText(self._travelling.state.said())

    def _exchanged(self, synced: "Synced") -> None:
        if self._alive and self._exchanging:
            self._over()
            self._tell(synced.said, " ".join(synced.besides))
            self.ask.setVisible(bool(synced.refused))
            self._look()

    def _failed(self, error: KnownError) -> None:
        if self._alive:
            self.ask.setVisible(self._exchanging)
            self._over()
            self._tell(fault=in_window(str(error)))
            self._look()
        else:
            self._hub.fail(error)

    def _stopped(self) -> None:
        if self._alive:
            self._over()
            self._look()

    def _over(self) -> None:
        if self._token is not None:  # whatever came of it, the engine may be another one now
            self._hub.store(lambda _: Changes(frozenset({Part.ENGINE})))
        self._token, self._exchanging = None, False
        if self._alive:
            self._working(False)

    def _working(self, on: bool) -> None:
        if on:
            self.ask.hide()
        for widget in (self.act, self.folder, self.other, self.papers):
            widget.setEnabled(not on)
        self.bar.setVisible(on)
        self.stop.setText("Stop" if on else "Close")
        self.stop.setAccessibleName("Stop the preparation" if on else "Close")

    def reject(self) -> None:
        """Stop what is under way; close where nothing is."""
        if self._token is not None:
            self._token.cancel()
        elif self._exchanging:
            self._travelling.stop()
        else:
            self._alive = False
            super().reject()
