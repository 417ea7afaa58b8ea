"""The grammar engine: what is there, and its installation with progress, from the network or from a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desk.errors import KnownError
from desk.story import Changes, Part
from ui.look.dialog_frame import Dialog
from ui.look.pressed import in_window
from ui.look.progress_bar import ProgressBar
from ui.look.widgets import button, empty, label, row
from ui.work.engine_jobs import run_engine_job
from ui.work.hub import Hub
from ui.work.lanes import Lane, Token

if TYPE_CHECKING:
    from desk.checks.grammar.engine.engine import GrammarEngine
    from desk.checks.grammar.engine.status import EngineStatus
    from desk.services.examiner import Examiner

    Job = Callable[[GrammarEngine, Callable[[int, int, str], None], Callable[[], bool]], object]

_PROMISE = (
    "LanguageTool finds grammar and spelling problems on this computer. It is fetched once, about 100 MB; "
    "after that no network is needed, and no text ever leaves this computer."
)


def in_words(status: "EngineStatus") -> str:
    """Return what there is of the engine in one or two sentences."""
    if status.url:
        return f"The settings name the desk's own server, {status.url}. Who answers there is not proved."
    if not status.complete:
        return "Not installed yet." if not status.size else "The installation is not whole. Install mends it."
    where = f"LanguageTool {status.version} is installed ({status.size / 1e6:.0f} MB)."
    return where if status.java else f"{where} {status.java_problem}"


def _looked(examiner: "Examiner") -> "tuple[EngineStatus, str]":
    """Return what there is of the engine, and what is wrong with its start at login."""
    return examiner.engine.status(), examiner.at_login_problem


class Pack:
    """Asks for the pack of a language when called."""

    def __init__(self, dialog: "EngineDialog", language: str) -> None:
        self._dialog, self._language = dialog, language

    def __call__(self) -> None:
        """Ask for it."""
        self._dialog.install_pack(self._language)


class EngineDialog(Dialog):
    """Says what is there and installs what is not."""

    def __init__(self, hub: Hub, parent: QWidget | None) -> None:
        super().__init__("Grammar engine", parent, 520)
        self._hub = hub
        self._token: Token | None = None
        self._what = ""
        """What is being installed, as a sentence begins with it."""
        self._alive = True
        self.say(_PROMISE, "muted")
        self.status = label("Looking…", wrap=True)
        self.body.addWidget(self.status)
        self.bar = ProgressBar("Progress of the installation")
        self.body.addWidget(self.bar)
        self.languages = label("", "muted", wrap=True)
        self.languages.hide()
        self.body.addWidget(self.languages)
        self.packs: list[QPushButton] = []
        self._row = row()
        self.body.addLayout(self._row)
        self.body.addStretch(1)
        self.from_file = self.answer("From a file…", self._from_file)
        self.from_folder = self.answer("From a folder…", self._from_folder)
        self.stop = self.answer("Close", self.reject)
        self.install = self.answer("Install", self._install, primary=True)
        for one in (self.install, self.from_file, self.from_folder):
            one.hide()  # nobody is asked to install what may be there
        self._look()

    @property
    def busy(self) -> bool:
        """Return whether an installation is under way."""
        return self._token is not None

    def _pack_button(self, language: str) -> QPushButton:
        out = button(f"Install {language}", Pack(self, language))
        out.setAccessibleName(f"Install the {language} pack")
        return out

    def _look(self) -> None:
        self._hub.check(Lane.ENGINE, _looked, self._show_status, self._failed)

    def _show_status(self, found: "tuple[EngineStatus, str]") -> None:
        status, problem = found
        if self._alive and not self.busy:
            self.status.setText("\n\n".join(filter(None, (in_words(status), problem))))
            self.install.setText("Check and mend" if status.complete else "Install")
            self._offer()
            self._show_packs(status)

    def _look_at_packs(self) -> None:
        self._hub.check(Lane.ENGINE, lambda examiner: examiner.engine.status(), self._show_packs, self._failed)

    def _show_packs(self, status: "EngineStatus") -> None:
        """Offer the packs that are not here: to an engine of this computer alone, for the desk's server has its own."""
        if not self._alive or not status.complete or status.url:
            return
        self.languages.setText(
            "Passages in Spanish and Portuguese are checked as well, in other languages by a pack each."
        )
        self.languages.show()
        empty(self._row)
        self.packs = [self._pack_button(language) for language in status.packs_lacking]
        for one in self.packs:
            self._row.addWidget(one)
        self._row.addStretch(1)

    def _offer(self) -> None:
        for one in (self.install, self.from_file, self.from_folder):
            one.show()

    def _install(self) -> None:
        self._start(lambda engine, progress, cancelled: engine.install(progress, cancelled))

    def install_pack(self, language: str) -> None:
        """Install the pack of a language, by its English name, unless an installation is under way."""
        if not self.busy:
            self._start(
                lambda engine, progress, cancelled: engine.install_language(language, None, progress, cancelled),
                f"The {language} pack",
            )

    def _from_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "An engine that was exported")
        self._from(name)

    def _from_folder(self) -> None:
        self._from(QFileDialog.getExistingDirectory(self, "A folder with the engine's files"))

    def _from(self, name: str) -> None:
        if name:
            self._start(lambda engine, progress, cancelled: engine.install_from(Path(name), progress, cancelled))

    def _start(self, job: "Job", what: str = "The grammar engine") -> None:
        self._what = what
        self._token = Token()
        self._working(True)
        run_engine_job(
            self._hub,
            self._token,
            lambda examiner, progress, cancelled: job(examiner.engine, progress, cancelled),
            self._show_progress,
            self._done,
            self._failed,
            self._stopped,
        )

    def _working(self, on: bool) -> None:
        for widget in (self.install, self.from_file, self.from_folder, *self.packs):
            widget.setEnabled(not on)
        self.stop.setText("Stop" if on else "Close")
        self.stop.setAccessibleName("Stop the installation" if on else "Close")
        self.bar.setVisible(on)

    def _show_progress(self, done: int, whole: int, what: str) -> None:
        if self._alive and self.busy:
            self.bar.show_share(done, whole)
            self.status.setText(f"{what}: {done / 1e6:.0f} of {whole / 1e6:.0f} MB" if whole else what)

    def _done(self, _: object) -> None:
        self._token = None
        said = f"{self._what} is installed."
        self._hub.store(lambda _: Changes(frozenset({Part.ENGINE}), said=said))
        if self._alive:
            self._working(False)
            self.status.setText(f"{said} Stories are checked from now on.")
            self.install.setText("Check and mend")
            self._look_at_packs()
            self.stop.setFocus()

    def _failed(self, error: KnownError) -> None:
        self._token = None
        if self._alive:
            self._working(False)
            self._offer()
            self.status.setText(in_window(str(error)))
        else:
            self._hub.fail(error)

    def _stopped(self) -> None:
        self._token = None
        if self._alive:
            self._working(False)
            self.status.setText("Stopped. What has arrived is kept for the next time.")

    def reject(self) -> None:
        """Stop the installation under way; close where none is."""
        if self._token:
            self._token.cancel()
            self.status.setText("Stopping…")
            return
        self._alive = False
        super().reject()
