"""Words of saved texts that must go by law, taken out by an administrator in every copy; for the store lane."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.review.people import Role
from desk.review.words import EMPTIED_KEPT
from desk.story import Changes, Part
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.signing_keys import SigningKeysService


class EmptyingService:
    """Takes the words of versions out of the database, and lets the trail say so."""

    def __init__(self, context: "DeskContext", signing_keys: "SigningKeysService") -> None:
        self._context, self._store, self._signing_keys = context, context.store, signing_keys

    @property
    def may(self) -> bool:
        """Return whether whoever works may do it: an administrator, or anybody where nobody is set up."""
        return not self._context.people or self._context.person.may({Role.ADMIN})

    def empty(self, story_id: str, numbers: Sequence[int], reason: str) -> Changes:
        """Empty versions with the documents they came in; raises `KnownError` without a reason or the right to."""
        person, why = self._context.signed(), " ".join(reason.split())
        if not self.may:
            raise KnownError("Only an administrator empties a text: the words are gone for everybody.")
        if not why:
            raise KnownError("Emptying a text needs a reason: name the order or the law that asks for it.")
        signer = self._signing_keys.signer(person) if self._context.people else None
        count = self._store.emptying.empty(story_id, numbers, why, by=person.actor, signer=signer)
        said = f"{plural(count, 'text is', 'texts are')} empty now, and in every copy that hears of it. {EMPTIED_KEPT}"
        said = " ".join([said, *self._store.emptying.left()])
        story = self._store.stories.get(story_id)
        parts = {Part.STORY, Part.QUEUE, *([Part.TEXT] if story.version in numbers else [])}
        return Changes(frozenset(parts), self._context.view(story_id), f"{said} {self._signing_keys.untold()}".rstrip())
