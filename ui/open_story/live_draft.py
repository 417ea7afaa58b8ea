"""The live text of the open story: what the editor has, in the format the story came in."""

from typing import TYPE_CHECKING

from desk.story import Draft
from ui.work.hub import Hub

if TYPE_CHECKING:
    from ui.editor.pane import EditorPane


class LiveDraft:
    """Gives checker, recovery and verbs the draft as it is at this moment."""

    def __init__(self, hub: Hub, editor: "EditorPane") -> None:
        self._hub, self._editor = hub, editor

    def draft(self) -> Draft:
        """Return the text with block kinds and place."""
        story = self._hub.story
        return self._editor.draft(story.format) if story else self._editor.draft()

    def revision(self) -> int:
        """Return a number that rises with each edit."""
        return self._editor.revision()
