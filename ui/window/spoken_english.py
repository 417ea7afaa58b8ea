"""Says once that a text plainly reads like another English than it is checked as, as long as that is so."""

from functools import partial

from desk.settings.of_house import VARIANTS
from desk.story import StoryView
from ui.verbs.window_parts import WindowParts
from ui.work import operations
from ui.work.lanes import nothing

_NOTICE = "variant"


class SpokenEnglish:
    """One notice above the text; another text is asked about anew."""

    def __init__(self, parts: WindowParts) -> None:
        self._p = parts
        self._spoken = self._inforce = ""
        """What English the text was said to read like, and which it was said to be checked as."""

    def forget(self) -> None:
        """Ask about the text that comes, whatever was said of the one before."""
        self._spoken = ""

    def tell(self, spoken: str) -> None:
        """Say which English the text reads like, empty for the one it is checked as or for none."""
        story = self._p.hub.story
        if not spoken:
            self._p.notices.drop(_NOTICE)
        if story is None or not spoken or spoken == self._spoken:
            return
        self._spoken, self._inforce = spoken, self._checked_as(story)
        name = VARIANTS.get(spoken, spoken)
        self._p.notices.tell(
            _NOTICE,
            f"This text reads like {name}; it is being checked as {VARIANTS.get(self._inforce, '')}.",
            [
                (f"Check as {name}", partial(operations.describe, self._p.hub, story.id, variant=spoken)),
                ("Leave it", nothing),
            ],
        )

    def look_again(self, story: StoryView | None) -> None:
        """Say it no longer once the story is checked as another English: the check itself can take its time."""
        if story is not None and _NOTICE in self._p.notices and self._checked_as(story) != self._inforce:
            self._p.notices.drop(_NOTICE)

    def _checked_as(self, story: StoryView) -> str:
        return story.variant or self._p.hub.facts.settings.variant
