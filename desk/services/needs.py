"""All that needs a person, in one list: two wordings, two decisions; for the store lane."""

from desk.review.asked import Asked, Needs
from desk.services.laying import LayingService
from desk.services.opposites import OppositesService
from desk.story import Changes


class NeedsService:
    """Lists what needs a person, and enters their answers."""

    def __init__(self, laying: LayingService, opposites: OppositesService) -> None:
        self._laying, self._opposites = laying, opposites

    def waiting(self) -> Needs:
        """Return all that waits."""
        return Needs(self._laying.waiting(), self._opposites.waiting())

    def of_story(self, story_id: str) -> tuple[Asked, ...]:
        """Return the questions of one story, but for those on wordings."""
        return self._opposites.of_story(story_id)

    def answer(self, asked: Asked, nth: int) -> Changes:
        """Enter an answer by its number, from 0."""
        return self._opposites.answer(asked, nth)
