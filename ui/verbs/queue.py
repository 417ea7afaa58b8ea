"""The verbs on the queue: over the whole window and back, and several stories approved at once."""

from collections.abc import Callable

from ui.parts import Parts


class QueueVerbs:
    """What can be done with the stories of the queue."""

    def __init__(self, parts: Parts, panes_changed: Callable[[], None]) -> None:
        self._p, self._panes_changed = parts, panes_changed
        self._hidden: tuple[bool, bool] = (False, False)
        """Whether text and checklist were hidden before the stories took the window."""
        parts.queue.wide_wanted.connect(self.toggle)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of their actions."""
        return {"queue": self.toggle}

    @property
    def is_whole(self) -> bool:
        """Return whether the stories have the window to themselves."""
        return self._p.centre.isHidden() and self._p.checklist.isHidden()

    def toggle(self) -> None:
        """Give the stories the whole window, or bring text and checklist back beside them; a review is left first."""
        if not self._p.review.isHidden():
            self._p.review.back_wanted.emit()
            if self.is_whole:  # the review was opened from there
                return
        if self.is_whole:
            self.beside()
            self._p.editor.setFocus() if self._p.hub.story else self._p.queue.take_focus()
            return
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
            self._p.checklist.setHidden(self._hidden[1] and not self._hidden[0])
            self._panes_changed()
