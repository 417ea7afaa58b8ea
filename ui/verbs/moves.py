"""Asks how a story is to be moved on, and goes to the place of what stands in the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk.errors import KnownError
from desk.review.people import Person
from desk.story import Changes, MoveOption, Part, StoryView
from ui.queue.words import count_words
from ui.verbs.window_parts import WindowParts
from ui.work.hub import Hub

if TYPE_CHECKING:
    from desk.review.move_request import MoveRequest
    from desk.review.obstacles import Place
    from desk.session import Desk
    from ui.dialogs.move import MoveDialog


@dataclass(frozen=True, slots=True)
class _Ways:
    """What the dialog is made of."""

    options: Sequence[MoveOption]
    people: Sequence[Person]
    state: str
    standing: str
    """How much is open, waived and not checked."""
    closed: Sequence[str] = ()
    """Why it cannot be moved on from here, and who could."""


def _ways(desk: "Desk", story_id: str, state: str) -> _Ways:
    lines = desk.queue.rows([story_id])
    standing = ", ".join(words for line in lines for words in count_words(line))
    name, closed = desk.moves.state_name(state), desk.moves.closed_ways(story_id)
    return _Ways(desk.moves.options(story_id), desk.people.all(), name, standing, closed)


class DialogTicks(QObject):
    """Ticks items in the dialog that moves a story on, and shows there what is left in the way."""

    def __init__(self, hub: Hub, state: str, dialog: "MoveDialog") -> None:
        super().__init__(dialog)
        self._hub, self._state, self._dialog = hub, state, dialog
        dialog.tick_wanted.connect(self._tick)

    def _tick(self, story_id: str, item: str, on: bool) -> None:
        def look(outcome: Changes | KnownError) -> None:
            if isinstance(outcome, KnownError):
                self._hub.fail(outcome)
            self._hub.ask(lambda desk: _ways(desk, story_id, self._state), self._show)

        self._hub.store(lambda desk: desk.decisions.tick(story_id, item, on), look, look)

    def _show(self, ways: _Ways) -> None:
        self._dialog.show_options(ways.options, ways.standing)


class MoveVerbs(QObject):
    """The dialog that moves stories on, for editor and review view alike."""

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        self._p = parts
        self._pending: tuple[str, Place] | None = None
        parts.hub.changed.connect(self._changed)

    def ask(self, story: StoryView, act: Callable[["MoveRequest"], None], first: str = "") -> None:
        """Show where the story can go; `act` is called with what is wanted, `first` is the action chosen at first."""
        from ui.dialogs.move import MoveDialog

        def show(ways: _Ways) -> None:
            dialog = MoveDialog(
                story,
                ways.options,
                self._p.window,
                state=ways.state,
                standing=ways.standing,
                people=ways.people,
                closed=ways.closed,
                first=first,
            )
            DialogTicks(self._p.hub, story.state, dialog)
            dialog.wanted.connect(act)
            dialog.place_wanted.connect(self.go_to)
            if (review := self._p.review.made) is not None:
                dialog.rejected.connect(review.rest_letters)
            dialog.open()

        self._p.hub.ask(lambda desk: _ways(desk, story.id, story.state), show)

    def go_to(self, story_id: str, place: "Place") -> None:
        """Go to the finding or the line of the checklist: in the review if it is read, else in the editor."""
        if not self._p.review.isHidden() and self._p.review.get().show_blocker(place):
            return
        self._pending = (story_id, place)
        if not self._p.review.isHidden():
            self._p.review.get().edit_wanted.emit()
        if self._p.hub.story is not None and self._p.hub.story.id == story_id:
            self._arrive()

    def _changed(self, changes: Changes) -> None:
        if self._pending and Part.TEXT in changes.parts and changes.story and changes.story.id == self._pending[0]:
            QTimer.singleShot(0, self, self._arrive)  # once the editor has the text

    def _arrive(self) -> None:
        if self._pending is None:
            return
        place, self._pending = self._pending[1], None
        finding = next(
            (j.finding for j in self._p.hub.board.judged if j.finding.fingerprint == place.fingerprint), None
        )
        self._p.centre.show()
        if finding is not None:
            self._p.current_finding.choose(finding)
            self._p.editor.go_to(finding.span)
            self._p.editor.set_current(finding)
            self._p.editor.setFocus()
        elif place.span is not None:
            self._p.editor.go_to(place.span)
            self._p.editor.setFocus()
        else:
            self._p.checklist.show()
            self._p.checklist.show_item(place.item)
