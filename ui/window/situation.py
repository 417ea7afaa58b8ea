"""Keeps the actions of a window true: what is so now is read here alone, what may be used follows from the table."""

from PySide6.QtCore import QObject

from ui.actions.spec import Situation
from ui.actions.window_actions import WindowActions
from ui.verbs.window_parts import WindowParts


def situation_of(parts: WindowParts) -> Situation:
    """Return what is so now."""
    story = parts.hub.story
    return Situation(
        is_ready=parts.hub.is_ready,
        has_story=story is not None,
        is_read_only=story is not None and bool(story.read_only),
        in_review=not parts.review.isHidden(),
    )


class SituationWatch(QObject):
    """Looks whenever something may have changed."""

    def __init__(self, parts: WindowParts, actions: WindowActions) -> None:
        super().__init__(parts.window)
        self._p, self._actions = parts, actions
        parts.hub.ready.connect(self.look)
        parts.hub.changed.connect(self.look)

    def look(self) -> None:
        """Switch the actions on or off by what is so now."""
        self._actions.follow(situation_of(self._p))
