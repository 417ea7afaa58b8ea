"""All that needs a person, in one list: two wordings, two decisions, two stories of one file; for the store lane."""

from typing import Protocol

from desk.review.asked import Asked, Needs
from desk.services.laying import LayingService
from desk.story import Changes


class Asking(Protocol):
    """Whoever asks people something that has no wording."""

    def waiting(self) -> tuple[Asked, ...]:
        """Return what waits for an answer."""
        ...

    def of_story(self, story_id: str) -> tuple[Asked, ...]:
        """Return what of one story waits for an answer."""
        ...

    def answer(self, asked: Asked, nth: int) -> Changes:
        """Enter an answer by its number, from 0."""
        ...


class NeedsService:
    """Lists what needs a person, and enters their answers."""

    def __init__(self, laying: LayingService, **asking: Asking) -> None:
        """Those who ask come by the word before the colon that the ids of their questions begin with."""
        self._laying, self._asking = laying, asking

    def waiting(self) -> Needs:
        """Return all that waits."""
        asked = (one for each in self._asking.values() for one in each.waiting())
        return Needs(self._laying.waiting(), tuple(asked))

    def of_story(self, story_id: str, sort: str = "") -> tuple[Asked, ...]:
        """Return the questions of one story, but for those on wordings; of one sort alone where it is named."""
        asking = [self._asking[sort]] if sort else self._asking.values()
        return tuple(one for each in asking for one in each.of_story(story_id))

    def answer(self, asked: Asked, nth: int) -> Changes:
        """Enter an answer by its number, from 0."""
        return self._asking[asked.id.partition(":")[0]].answer(asked, nth)
