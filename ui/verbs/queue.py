"""The verbs on the queue: over the whole window and back, and several stories approved at once."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desk.story import Changes
from ui.verbs.moves import MoveVerbs
from ui.verbs.review import ReviewVerbs
from ui.verbs.story import StoryVerbs
from ui.verbs.window_parts import WindowParts
from ui.work import operations

if TYPE_CHECKING:
    from desk.review.obstacles import Place
    from desk.services.queue import Candidate


class QueueVerbs:
    """What can be done with the stories of the queue."""

    def __init__(
        self, parts: WindowParts, story: StoryVerbs, review: ReviewVerbs, panes_changed: Callable[[], None]
    ) -> None:
        self._p, self._story, self._review, self._panes_changed = parts, story, review, panes_changed
        self._moves = MoveVerbs(parts)
        self._hidden: tuple[bool, bool] = (False, False)
        """Whether text and checklist were hidden before the stories took the window."""
        parts.queue.story_wanted.connect(self.open)
        parts.queue.wide_wanted.connect(self.toggle)
        parts.queue.approve_wanted.connect(self.approve)
        review.text_wanted.connect(self._to_text)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"queue": self.toggle, "take": self.take}

    def open(self, story_id: str) -> None:
        """Open a story of the list, for review while one reviews, else in the editor.

        Over the whole window, a chief reads what waits for a chief in the review view as well.
        """
        if self._review.active or (self.is_whole and self._is_for_review(story_id)):
            self._review.enter(story_id)
            return
        if self._p.hub.shared.show(story_id, self._p.hub):
            return
        self.beside()
        if self._p.hub.story is not None and self._p.hub.story.id == story_id:
            self._p.editor.setFocus()
        else:
            self._story.open_story(story_id)

    def _is_for_review(self, story_id: str) -> bool:
        line = self._p.queue.model.line_of(story_id)
        return line is not None and line.for_review

    @property
    def is_whole(self) -> bool:
        """Return whether the stories have the window to themselves."""
        return all(pane.isHidden() for pane in (self._p.centre, self._p.checklist, self._p.review))

    def toggle(self) -> None:
        """Give the stories the whole window, or bring text and checklist back beside them; a review is left first."""
        if not self._p.review.isHidden():
            self._p.review.get().back_wanted.emit()
            if self.is_whole:  # the review was opened from there
                return
        if self.is_whole:
            self.beside()
            self._p.editor.setFocus() if self._p.hub.story else self._p.queue.take_focus()
            return
        self._review.leave()
        self._hidden = self._p.centre.isHidden(), self._p.checklist.isHidden()
        self._p.queue.show()
        self._p.centre.hide()
        self._p.checklist.hide()
        self._panes_changed()
        self._p.queue.take_focus()

    def beside(self) -> None:
        """Bring back what stood beside the stories; the text in any case, for it is what was asked for."""
        if self.is_whole:
            self._p.centre.show()
            self._p.folding.bring_back(self._p.checklist, hidden=self._hidden[1] and not self._hidden[0])
            self._p.folding.bring_back(self._p.queue, hidden=False)
            self._panes_changed()

    def _to_text(self) -> None:
        """Show the text where the stories have the window, and bring the keyboard there."""
        self.beside()
        self._p.editor.setFocus()

    def take(self) -> None:
        """Take in hand what is chosen in the list, where the keyboard is there; else the story that is open."""
        story, queue = self._p.hub.story, self._p.queue
        if queue.list.hasFocus() and queue.chosen():
            operations.take(self._p.hub, queue.chosen())
        elif story is not None:
            operations.take(self._p.hub, [story.id])
        else:
            self._p.hub.refuse("Open a story, or choose some in the list, to take them in hand.")

    # -- Several at once ---------------------------------------------------------------------------------------------

    def approve(self) -> None:
        """Look at what stands in the way of the chosen stories; what is being typed in one of them is saved first."""
        chosen = self._p.queue.chosen()
        self._p.hub.shared.save_others(self._p.hub, lambda: self._save_own(chosen), chosen)

    def _save_own(self, chosen: Sequence[str]) -> None:
        story = self._p.hub.story
        if story is not None and story.id in chosen and self._p.open_story.edited:
            self._p.open_story.save(lambda: self._look_at(chosen))
        elif chosen:
            self._look_at(chosen)

    def _look_at(self, chosen: Sequence[str]) -> None:
        self._p.hub.ask(lambda desk: desk.queue.candidates(chosen), self._ask)

    def _ask(self, candidates: Sequence["Candidate"]) -> None:
        from ui.dialogs.approve import ApproveDialog

        dialog = ApproveDialog(candidates, self._p.window)
        dialog.wanted.connect(self._approve)
        dialog.place_wanted.connect(self._go)
        dialog.open()

    def _approve(self, chosen: Sequence["Candidate"]) -> None:
        operations.approve_several(self._p.hub, chosen, self._approved)

    def _approved(self, changes: Changes) -> None:
        """Say at length what was not approved; the line at the bottom is too short for that."""
        if changes.left:
            self._p.hub.refuse(changes.left)

    def _go(self, story_id: str, place: "Place | None") -> None:
        self.beside()
        story = self._p.hub.story
        if place is not None:
            self._moves.go_to(story_id, place)
        if story is None or story.id != story_id:
            self._story.open_story(story_id)
