"""What went wrong and still holds: each failed verb is told once, until the same verb succeeds."""

from collections.abc import Callable

from desk.errors import KnownError
from ui.work.lanes import tell

Told = Callable[[str], object]
REFUSED = "refused"
"""The verb of wishes that were refused before anything was tried."""


class Failures:
    """The sentences that stand, by the verb that failed with them."""

    def __init__(self, told: Told, settled: Told) -> None:
        """`told` says a sentence to the user, `settled` takes back one that holds no longer."""
        self._told, self._settled = told, settled
        self._standing: dict[str, list[str]] = {}
        self._now: tuple[str, tuple[str, ...]] = ("", ())
        """The verb whose failure is being handled, with the sentences that stood when it was begun."""

    def standing(self, verb: str) -> tuple[str, ...]:
        """Return what stands of a verb, to be handed back once a new try of it has ended."""
        return tuple(self._standing.get(verb, ()))

    def tell(self, sentence: str) -> None:
        """Say a sentence; what the same verb failed with at an earlier try goes for it."""
        verb, older = self._now
        self.settle(verb, tuple(old for old in older if old != sentence))
        if sentence not in self._standing.setdefault(verb, []):
            self._standing[verb].append(sentence)
        self._told(sentence)

    def settle(self, verb: str, sentences: tuple[str, ...]) -> None:
        """Take back sentences of a verb: it has succeeded since."""
        standing = self._standing.get(verb, [])
        for sentence in sentences:
            if sentence in standing:
                standing.remove(sentence)
                self._settled(sentence)

    def fell(self, verb: str, older: tuple[str, ...], failed: Callable[[KnownError], None], error: KnownError) -> None:
        """Hand a failure to whoever sees to it; what they tell is known to be of this verb."""
        self._now = verb, older
        tell(failed, error)
        self._now = "", ()

    def refuse(self, sentence: str) -> None:
        """Say why a wish is not met; only the last refusal stands."""
        self._now = REFUSED, self.standing(REFUSED)
        self.tell(sentence)
        self._now = "", ()
