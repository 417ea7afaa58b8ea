"""The middle of the window: the open desk, lanes and the open story, and the one place where changes are made known."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desk.checks.check import Explanation, Finding
from desk.errors import BugError, KnownError
from desk.story import Changes, Part, StoryView, Verdicts
from ui.work.board import Board
from ui.work.failures import REFUSED, Failures
from ui.work.lanes import Lane, Runner, Token, nothing, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.facts import DeskFacts
    from desk.services.examiner import Examiner
    from desk.services.rescue import Backup
    from desk.session import (
        Desk,
        Session,
    )  # heavy: checks, store, engine; imported in the store lane once we are painted

T = TypeVar("T")
Changed = tuple[Changes, "DeskFacts"]
"""What an operation changed, and the desk as it is afterwards."""


@dataclass
class _Box:
    """Holds session and desk once the store lane has made them; jobs behind that one find them here."""

    broken: str = "The stories are not open yet."
    session: "Session | None" = None
    desk: "Desk | None" = None

    def get(self) -> "Desk":
        """Return the open desk; raises `KnownError` with the reason where there is none."""
        if self.desk is None:
            raise KnownError(self.broken)
        return self.desk

    def close(self) -> None:
        """Let go of store and engine, as far as they were come by."""
        if self.desk is not None:
            self.desk.close()
        elif self.session is not None:
            self.session.close()


def _opened(box: _Box, make: "Callable[[], Session]") -> "Changed":
    """Make the session (once) and open its store, in the store lane."""
    try:
        if box.session and box.session.examiner.settings.faults:  # their file may have been mended since
            box.session.close()
            box.session = None
        box.session = box.session or make()
        box.desk = box.session.open_store()
    except KnownError as error:
        box.broken = str(error)
        raise
    return box.desk.opened, box.desk.facts()


def _done(box: _Box, job: "Callable[[Desk], Changes]") -> "Changed":
    """Do a job that changes something, in the store lane, and say how the desk is afterwards."""
    desk = box.get()
    return job(desk), desk.facts()


class Hub(QObject):
    """What panes and operations share. Everything here happens on the main thread."""

    ready = Signal()
    """The desk is open: its settings, checks and stories can be used."""
    changed = Signal(object)
    """`Changes`: each view refreshes the parts it shows."""
    unusable = Signal(str, object)
    """Settings or store could not be opened: one sentence, and the backups that would mend it."""
    trouble = Signal(str)
    """One sentence for the user: what went wrong, or why a wish is not met."""
    settled = Signal(str)
    """A sentence of `trouble` that holds no longer."""

    def __init__(self, lanes: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self.board = Board(self)
        self.story: StoryView | None = None
        self.is_ready = False
        """Whether the desk is open."""
        self._box = _Box()
        self._facts: DeskFacts | None = None
        self._failures = Failures(self.trouble.emit, self.settled.emit)

    def start(self, make: "Callable[[], Session]") -> None:
        """Make the session in the store lane and open its store; `ready` or `unusable` tells what came of it."""
        box = self._box
        self.lanes.submit(Lane.STORE, lambda: _opened(box, make), self._ready, self._look_for_backups)

    def _look_for_backups(self, error: KnownError) -> None:
        box = self._box

        def look() -> "Sequence[Backup]":
            return box.session.rescue.backups_for(error) if box.session else ()

        self.lanes.submit(Lane.STORE, look, lambda backups: self.unusable.emit(str(error), backups))

    def restore(
        self, backup: "Backup", done: Callable[[Path | None], None], failed: Callable[[KnownError], None]
    ) -> None:
        """Put a backup in the place of the database that could not be opened, then call `done` or `failed`."""
        box = self._box
        if box.session:
            rescue = box.session.rescue
            self.lanes.submit(Lane.STORE, lambda: rescue.restore(backup.path), done, failed)

    def _ready(self, changed: "Changed") -> None:
        _, self._facts = changed
        self.is_ready = True
        self.board.set_manual(self.facts.settings.manual_items)
        self.ready.emit()
        self._publish(changed)

    @property
    def facts(self) -> "DeskFacts":
        """Return what is known of the desk without asking, from `ready` on; a new value with each change."""
        if self._facts is None:
            raise BugError("nothing is known of the desk before it is open")
        return self._facts

    @property
    def desk(self) -> "Desk":
        """Return the open desk; for jobs in a lane, and for tests."""
        return self._box.get()

    def store(
        self,
        job: "Callable[[Desk], Changes]",
        done: Callable[[Changes], None] = nothing,
        failed: Callable[[KnownError], None] | None = None,
    ) -> Token:
        """Do one verb in the store lane, make its changes known, then call `done`."""

        def landed(changed: "Changed") -> None:
            self._publish(changed)
            tell(done, changed[0])

        came, fell = self._watched(job, landed, failed)
        return self.lanes.submit(Lane.STORE, lambda: _done(self._box, job), came, fell)

    def ask(
        self,
        job: "Callable[[Desk], T]",
        done: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> Token:
        """Ask the desk something; what changes something is no question, raises `BugError` and belongs to `store`."""

        def question() -> T:
            desk = self._box.get()
            with desk.asking():
                return job(desk)

        came, fell = self._watched(job, done, failed)
        return self.lanes.submit(Lane.STORE, question, came, fell)

    def check(
        self,
        lane: Lane,
        job: "Callable[[Examiner], T]",
        done: Callable[[T], None] = nothing,
        failed: Callable[[KnownError], None] | None = None,
        token: Token | None = None,
        dropped: Callable[[], None] = nothing,
    ) -> Token:
        """Do something with checks or engine in their lane; `dropped` is called where it is cancelled."""
        box = self._box
        came, fell = self._watched(job, done, failed)
        return self.lanes.submit(lane, lambda: job(box.get().examiner), came, fell, token, dropped)

    def _watched(
        self,
        job: Callable[..., object],
        done: Callable[[T], None],
        failed: Callable[[KnownError], None] | None,
    ) -> tuple[Callable[[T], None], Callable[[KnownError], None]]:
        """Return what is called with a job's outcome; what its verb failed with before is settled once it succeeds."""
        verb = _verb(job)
        older = self._failures.standing(verb)

        def came(outcome: T) -> None:
            self._failures.settle(verb, older)
            tell(done, outcome)

        return came, partial(self._failures.fell, verb, older, failed or self.fail)

    def explain(self, finding: Finding) -> Explanation:
        """Return what there is to tell of the rule that made a finding; nothing before the desk is open."""
        return self.facts.explain(finding) if self.is_ready else Explanation()

    def _publish(self, changed: "Changed") -> None:
        changes, self._facts = changed
        self.publish(changes)

    def publish(self, changes: Changes) -> None:
        """Take over what changed of the open story, and tell every view."""
        if changes.said or Part.TEXT in changes.parts:
            self._failures.settle(REFUSED, self._failures.standing(REFUSED))
        if changes.story and Part.TEXT in changes.parts:
            self._open(changes.story)
        elif changes.story and self.story and changes.story.id == self.story.id:
            self.story = changes.story
            self.board.decide(changes.story.verdicts)
        if Part.SETTINGS in changes.parts:
            self.board.set_manual(self.facts.settings.manual_items)
        self.changed.emit(changes)

    def _open(self, story: StoryView) -> None:
        self.story = story
        self.board.open(story.text, story.runs, story.verdicts)

    def leave(self) -> None:
        """Have no story open."""
        self.story = None
        self.board.open("", {}, Verdicts())
        self.changed.emit(Changes(frozenset({Part.STORY, Part.TEXT})))

    def end(self) -> None:
        """Finish the store lane, let go of engine and store, and end every thread."""
        self.lanes.submit(Lane.STORE, self._box.close)
        self.lanes.shut_down()

    def fail(self, error: KnownError) -> None:
        """Tell the user what went wrong, until it goes well."""
        self._failures.tell(str(error))

    def refuse(self, sentence: str) -> None:
        """Tell the user why what they want is not done, until something else is."""
        self._failures.refuse(sentence)


def _verb(job: Callable[..., object]) -> str:
    """Return what a job is about: the name of the function that it was made in."""
    made = job.func if isinstance(job, partial) else job
    return f"{made.__module__}.{made.__qualname__}"
