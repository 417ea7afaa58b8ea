"""Keys that wait for an administrator, asked of them in the list of what needs somebody; for the store lane."""

from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.review.asked import Asked
from desk.review.people import Role
from desk.story import Changes
from desk.text.moments import to_the_minute
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.signing_keys import SigningKeysService
    from desk.store.approval.keys import PublicKey

_AFTER = (
    "Until then nothing that it signs is approved. Whoever can write to the database can enter a key in any name: ask "
    "its owner for the number that they were told when it was made."
)


class WaitingKeysService:
    """Asks whether keys are whose they say, and does as an administrator answers."""

    def __init__(self, context: "DeskContext", signing_keys: "SigningKeysService") -> None:
        self._context, self._signing_keys = context, signing_keys

    def waiting(self) -> tuple[Asked, ...]:
        """Return one question for each key that waits, to whoever may answer it; nothing for anybody else."""
        who = self._context.person
        if not who.set_up or not who.may({Role.ADMIN}):
            return ()
        return tuple(_asked(key) for key in self._signing_keys.waiting())

    def told(self) -> str:
        """Return in one sentence that keys wait for whoever is working; empty where none does."""
        count = len(self.waiting())
        return (
            f"{plural(count, 'signing key waits', 'signing keys wait')} for you: Story ▸ What needs a person…"
            if count
            else ""
        )

    def of_story(self, _story_id: str) -> tuple[Asked, ...]:
        """Return nothing: keys are no story's."""
        return ()

    def answer(self, asked: Asked, nth: int) -> Changes:
        """Let the key count, or revoke it; raises `KnownError` for whoever is no administrator."""
        fingerprint = asked.id.partition(":")[2]
        if all(key.fingerprint != fingerprint for key in self._signing_keys.waiting()):
            raise KnownError("Somebody decided that meanwhile: look at what needs you once more.")
        if nth == 0:
            return self._signing_keys.confirm(fingerprint)
        return self._signing_keys.revoke(fingerprint, "an administrator was told that it is not theirs")


def _asked(key: "PublicKey") -> Asked:
    said = f"Is the signing key {key.fingerprint[:16]} that of {key.who}?"
    made = f"It was entered in the name of {key.who}, {to_the_minute(key.created)}."
    return Asked(
        f"key:{key.fingerprint}", "", "", said, (made,), ("Yes, it counts from now on", "No, revoke it"), _AFTER
    )
