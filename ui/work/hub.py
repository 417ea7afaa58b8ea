"""The middle of a window: its open story, the desk that all windows share, and the place where changes are told."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desk.checks.check import Explanation, Finding
from desk.errors import Cancelled, KnownError
from desk.story import Changes, Part, StoryView, Verdicts
from ui.work.board import Board
from ui.work.failures import REFUSED, Failures
from ui.work.lanes import Lane, Token, nothing, tell
from ui.work.shared_desk import Changed, SharedDesk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.facts import DeskFacts
    from desk.services.examiner import Examiner
    from desk.services.rescue import Backup
    from desk.session import (
        Desk,
        Session,
    )  # heavy: checks, store, engine; imported in the store lane once we are painted
    from desk.store.records.values import Upgrading

T = TypeVar("T")
_OF_A_STORY = frozenset({Part.STORY, Part.DECISIONS})


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
    upgrading = Signal(object)
    """An older database is brought up to date: `Upgrading`, how far it is."""
    opened = Signal()
    """The desk was opened by this window: what windows that died left is offered here, and nowhere else."""
    front_wanted = Signal()
    """The window is to come to the front: it has what another one was asked for."""
    save_wanted = Signal(object)
    """What is unsaved here, if anything, is to be saved, then this is to be called."""
    elsewhere = Signal(str)
    """The story with this id is not opened here: another window has it by now."""
    outdated = Signal()
    """Another window of ours has saved the open story, or laid it together with another text."""

    def __init__(self, shared: SharedDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shared, self.lanes = shared, shared.lanes
        self.board = Board(self)
        self.story: StoryView | None = None
        self.is_ready = False
        """Whether the desk is open."""
        self._box = shared.box
        self._gone = False
        self._stop_upgrading = Token()
        self._failures = Failures(self.trouble.emit, self.settled.emit)
        shared.hubs.append(self)
        self.board.changed.connect(shared.checklists_changed)

    def start(self, make: "Callable[[], Session]") -> None:
        """Make the session in the store lane and open its store; `ready` or `unusable` tells what came of it."""
        box, told, stop = self._box, self.lanes.relay(self.upgrading.emit), Token()
        self._stop_upgrading = stop

        def heard(progress: "Upgrading") -> None:
            if stop.cancelled():
                raise Cancelled
            told(progress)

        self.lanes.submit(Lane.STORE, lambda: box.open(make, heard), self._ready, self._look_for_backups)

    def stop_upgrading(self) -> None:
        """Have an older database left as it is; `unusable` tells once it is."""
        self._stop_upgrading.cancel()

    def join(self) -> None:
        """Begin on the desk that another window has opened."""
        self._begin()
        self.changed.emit(Changes(frozenset(Part) - {Part.TEXT, Part.STORY}))

    @property
    def number(self) -> int:
        """Return how many windows were opened before this one and are still there."""
        return self.shared.hubs.index(self)

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
        self.shared.know(changed[1])
        self._begin()
        self.opened.emit()
        self._publish(changed)

    def _begin(self) -> None:
        self.is_ready = True
        self.board.set_manual(self.facts.settings.manual_items)
        self.ready.emit()

    @property
    def facts(self) -> "DeskFacts":
        """Return what is known of the desk without asking, from `ready` on; a new value with each change."""
        return self.shared.facts

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
        if self._gone:
            return Token()

        def landed(changed: "Changed") -> None:
            self._publish(changed)
            tell(done, changed[0])

        came, fell = self._watched(job, landed, failed)
        box, window = self._box, self.number
        return self.lanes.submit(Lane.STORE, lambda: box.do(job, window), came, fell)

    def ask(
        self,
        job: "Callable[[Desk], T]",
        done: Callable[[T], None],
        failed: Callable[[KnownError], None] | None = None,
    ) -> Token:
        """Ask the desk something; what changes something is no question, raises `BugError` and belongs to `store`."""
        if self._gone:
            return Token()
        box = self._box

        def question() -> T:
            desk = box.get()
            with desk.asking():
                return job(desk)

        came, fell = self._watched(job, done, failed)
        return self.lanes.submit(Lane.STORE, question, came, fell)

    def behind_store(self, then: Callable[[], None]) -> None:
        """Call this once the store lane has done all that it was asked for until now, whatever came of that."""
        self.ask(lambda _: None, lambda _: then(), lambda _: then())

    def beside_store(
        self, job: "Callable[[Desk], T]", done: Callable[[T], None], failed: Callable[[KnownError], None]
    ) -> None:
        """Do something that asks nothing of the database while its lane may be waiting for that."""
        box = self._box
        came, fell = self._watched(job, done, failed)
        self.lanes.submit(Lane.CHECKS, lambda: job(box.get()), came, fell)

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
        if self._gone:
            return Token()
        box = self._box
        came, fell = self._watched(job, done, failed)
        return self.lanes.submit(lane, lambda: job(box.get().examiner), came, fell, token, dropped)

    def _watched(
        self,
        job: Callable[..., object],
        done: Callable[[T], None],
        failed: Callable[[KnownError], None] | None,
    ) -> tuple[Callable[[T], None], Callable[[KnownError], None]]:
        """Return what is called with a job's outcome; what its verb failed with before is settled once it succeeds.

        Of a window that is gone by then nothing is told.
        """
        verb = _verb(job)
        older = self._failures.standing(verb)

        def came(outcome: T) -> None:
            if not self._gone:
                self._failures.settle(verb, older)
                tell(done, outcome)

        def fell(error: KnownError) -> None:
            if not self._gone:
                self._failures.fell(verb, older, failed or self.fail, error)

        return came, fell

    def explain(self, finding: Finding) -> Explanation:
        """Return what there is to tell of the rule that made a finding; nothing before the desk is open."""
        return self.facts.explain(finding) if self.is_ready else Explanation()

    def _publish(self, changed: "Changed") -> None:
        changes, facts = changed
        self.shared.know(facts)
        self.publish(changes)
        self.shared.tell_others(self, changes)
        self.shared.tell_emptied()

    def publish(self, changes: Changes) -> None:
        """Take over what changed of the open story, and tell every view."""
        if changes.said or Part.TEXT in changes.parts:
            self._failures.settle(REFUSED, self._failures.standing(REFUSED))
        if changes.story and Part.TEXT in changes.parts:
            if self.shared.show(changes.story.id, self):
                self.elsewhere.emit(changes.story.id)
                return
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

    def end(self, *, comes_back: bool = False) -> None:
        """Let go: the last window finishes the store lane, lets go of engine and store, and ends every thread.

        `comes_back` says that the story of this window is to be on the screen at the next start although others stay.
        """
        if len(self.shared.hubs) == 1:
            self.stop_upgrading()
            self.lanes.submit(Lane.STORE, self._box.close)
            self.lanes.shut_down()
        elif not comes_back:
            self.store(lambda desk: desk.recent.closed())
        self._gone = True
        self.shared.leave(self)

    # -- What other windows change -----------------------------------------------------------------------------------

    def follow(self, changes: Changes) -> None:
        """Take over what another window changed: all but the text that it opened, and what it said."""
        parts = changes.parts - {Part.TEXT}
        if not parts or not self.is_ready:
            return
        if Part.SETTINGS in parts:
            self.board.set_manual(self.facts.settings.manual_items)
        self.changed.emit(Changes(parts))
        about = changes.story.id if changes.story is not None else ""
        if self.story is not None and (self.story.id == about or _concerns_all(changes)):
            self.look_again()

    def look_again(self) -> None:
        """Read anew what is decided of the open story; its text too, where another window saved one."""
        if self.story is not None:
            story_id = self.story.id
            self.ask(lambda desk: desk.stories.view(story_id), self._take_view, nothing)

    def _take_view(self, view: StoryView) -> None:
        """Take what is decided of the open story by now; its text is the editor's."""
        if self.story is None or self.story.id != view.id:
            return
        if self.story.version != view.version or (view.text != self.story.text and not self.story.recovered):
            self.outdated.emit()
            return
        self.story = replace(view, read_only=self.story.read_only)
        self.board.decide(view.verdicts)
        self.changed.emit(Changes(_OF_A_STORY, self.story))

    # -- What goes wrong ---------------------------------------------------------------------------------------------

    def fail(self, error: KnownError) -> None:
        """Tell the user what went wrong, until it goes well."""
        self._failures.tell(str(error))

    def fail_and(self, then: Callable[[], None]) -> Callable[[KnownError], None]:
        """Return what tells the user what went wrong and goes on with this all the same."""

        def failed(error: KnownError) -> None:
            self.fail(error)
            then()

        return failed

    def refuse(self, sentence: str) -> None:
        """Tell the user why what they want is not done, until something else is."""
        self._failures.refuse(sentence)


def _verb(job: Callable[..., object]) -> str:
    """Return what a job is about: the name of the function that it was made in."""
    made = job.func if isinstance(job, partial) else job
    return f"{made.__module__}.{made.__qualname__}"


def _concerns_all(changes: Changes) -> bool:
    """Return whether a change may be of any story: of several at once, or of what the whole desk lets stand."""
    return Part.BRIEF in changes.parts or (changes.story is None and bool(changes.parts & _OF_A_STORY))
