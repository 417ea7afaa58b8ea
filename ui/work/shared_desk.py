"""What all windows of one process share: the session in its lanes, the open desk, what is known of it, who has what.

Each window has a hub of its own; what one changes is made known to the others here, and here they find out which of
them has a story.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.errors import BugError, KnownError
from desk.story import Changes
from ui.work.lanes import Lane, Runner

if TYPE_CHECKING:
    from desk.facts import DeskFacts
    from desk.session import (
        Desk,
        Session,
    )  # heavy: checks, store, engine; imported in the store lane once we are painted
    from desk.store.records.values import ToldOfUpgrade
    from ui.work.hub import Hub

Changed = tuple[Changes, "DeskFacts"]
"""What an operation changed, and the desk as it is afterwards."""


@dataclass(slots=True)
class Box:
    """Holds session and desk once the store lane has made them; jobs behind that one find them here."""

    broken: str = "The stories are not open yet."
    session: "Session | None" = None
    desk: "Desk | None" = None

    def get(self) -> "Desk":
        """Return the open desk; raises `KnownError` with the reason where there is none."""
        if self.desk is None:
            raise KnownError(self.broken)
        return self.desk

    def open(self, make: "Callable[[], Session]", told: "ToldOfUpgrade") -> Changed:
        """Make the session (once) and open its store, in the store lane; `told` hears of an older one."""
        try:
            if self.session and self.session.examiner.settings.faults:  # their file may have been mended since
                self.session.close()
                self.session = None
            self.session = self.session or make()
            self.desk = self.session.open_store(told)
        except KnownError as error:
            self.broken = str(error)
            raise
        return self.desk.opened, self.desk.facts()

    def do(self, job: "Callable[[Desk], Changes]", window: int) -> Changed:
        """Do a job that changes something for the window of this number, and say how the desk is afterwards."""
        desk = self.get()
        desk.recent.asked_by(window)
        return job(desk), desk.facts()

    def close(self) -> None:
        """Let go of store and engine, as far as they were come by."""
        if self.desk is not None:
            self.desk.close()
        elif self.session is not None:
            self.session.close()


class SharedDesk(QObject):
    """The desk of this process and the hubs of its windows, in the order in which the windows were opened."""

    checklists_changed = Signal()
    """What is known of an open story changed, in whichever window it is."""
    emptied = Signal(object)
    """Texts of these stories, a frozenset of ids, were emptied by law, here or elsewhere: no window undoes that."""
    first = Signal(object, object)
    """A `Hub` and a `Lane`: the window in hand has work for this lane, which goes before that of the others."""

    def __init__(self, lanes: Runner) -> None:
        super().__init__()
        self.lanes = lanes
        self.box = Box()
        self.hubs: list[Hub] = []
        self.in_hand: Hub | None = None
        """The window that was used last; None before the first was."""
        self._facts: DeskFacts | None = None
        self._emptied = frozenset[str]()
        """Stories of which a text was emptied, and nobody is told yet."""

    @property
    def facts(self) -> "DeskFacts":
        """Return what is known of the desk without asking; raises `BugError` before it is open."""
        if self._facts is None:
            raise BugError("nothing is known of the desk before it is open")
        return self._facts

    @property
    def is_open(self) -> bool:
        """Return whether the desk is open."""
        return self._facts is not None

    def know(self, facts: "DeskFacts") -> None:
        """Take what is known now."""
        before, self._facts = self._facts, facts
        if before is not None and facts.emptied is not before.emptied:
            self._emptied |= {
                story for story, texts in facts.emptied.items() if texts - before.emptied.get(story, frozenset())
            }

    def tell_emptied(self) -> None:
        """Let every window know which stories had a text emptied; once all else that was changed with it is told."""
        stories, self._emptied = self._emptied, frozenset()
        if stories:
            self.emptied.emit(stories)

    def tell_others(self, hub: "Hub", changes: Changes) -> None:
        """Let the other windows know what one changed."""
        for other in self._others(hub):
            other.follow(changes)

    # -- Who has what ------------------------------------------------------------------------------------------------

    def holder(self, story_id: str, but: "Hub") -> "Hub | None":
        """Return the other window that has a story open, None where none has."""
        return next((hub for hub in self._others(but) if hub.story is not None and hub.story.id == story_id), None)

    def open_stories(self) -> frozenset[str]:
        """Return the ids of the stories that are open in any window."""
        return frozenset(hub.story.id for hub in self.hubs if hub.story is not None)

    def show(self, story_id: str, but: "Hub") -> bool:
        """Bring the other window that has a story open to the front; return whether there is one."""
        holder = self.holder(story_id, but)
        if holder is not None:
            holder.front_wanted.emit()
        return holder is not None

    def save_others(self, hub: "Hub", then: Callable[[], object], among: Collection[str] | None = None) -> None:
        """Have what is unsaved in the other windows saved, of all stories or `among` these, then call `then`.

        Where saving fails `then` is not called: the window that has the story says why, and comes to the front.
        """
        having = [other for other in self._others(hub) if other.story is not None]
        self._save_next([other for other in having if among is None or (other.story and other.story.id in among)], then)

    def _save_next(self, hubs: "Sequence[Hub]", then: Callable[[], object]) -> None:
        if hubs:
            hubs[0].save_wanted.emit(partial(self._save_next, hubs[1:], then))
        else:
            then()

    def look_again(self, hub: "Hub") -> None:
        """Let the other windows read their stories anew, whichever of them one has changed."""
        for other in self._others(hub):
            other.look_again()

    def goes_first(self, hub: "Hub", lane: Lane) -> bool:
        """Return whether a window may begin work in a lane now; what is not in hand waits until the lane is free.

        Whoever is in hand goes at once, and what other windows have under way in that lane gives way.
        """
        if self.in_hand in (None, hub):
            self.first.emit(hub, lane)
            return True
        return not self.lanes.busy(lane)

    def take_in_hand(self, hub: "Hub") -> None:
        """Take note that a window is in use."""
        self.in_hand = hub

    def leave(self, hub: "Hub") -> None:
        """Let a window go."""
        self.hubs.remove(hub)
        if self.in_hand is hub:
            self.in_hand = None
        self.checklists_changed.emit()

    def _others(self, hub: "Hub") -> list["Hub"]:
        return [other for other in self.hubs if other is not hub]
