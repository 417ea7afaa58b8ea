"""Words of saved texts that must go by law, taken out by an administrator in every copy; for the store lane."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desk.errors import KnownError
from desk.review.people import Role
from desk.services.written_packs import WrittenPacks, packs_with_words, words_left
from desk.store.database.sqlite import BESIDE
from desk.story import Changes, Part
from desk.text.words import plural

if TYPE_CHECKING:
    from desk.services.context import DeskContext
    from desk.services.signing_keys import SigningKeysService
_COMMON = 40.0
"""Times in a million words from which on a word is nobody's own: of some 3,000 words."""


class EmptyingService:
    """Takes the words of versions out of the database, and lets the trail say so."""

    def __init__(self, context: "DeskContext", signing_keys: "SigningKeysService") -> None:
        self._context, self._store, self._signing_keys = context, context.store, signing_keys
        self._store.emptying.look()

    @property
    def may(self) -> bool:
        """Return whether whoever works may do it: an administrator, or anybody where nobody is set up."""
        return not self._context.people or self._context.person.may({Role.ADMIN})

    def empty(self, story_id: str, numbers: Sequence[int], reason: str) -> Changes:
        """Empty versions with the documents they came in; raises `KnownError` without a reason or the right to.

        What has the words still, or quotes them, stands in `left`, a line each.
        """
        person, why = self._context.signed(), " ".join(reason.split())
        if not self.may:
            raise KnownError("Only an administrator empties a text: the words are gone for everybody.")
        if not why:
            raise KnownError("Emptying a text needs a reason: name the order or the law that asks for it.")
        signer = self._signing_keys.signer(person) if self._context.people else None
        quotes = self._store.emptying.quotes(story_id, numbers, _is_common)
        count = self._store.emptying.empty(story_id, numbers, why, by=person.actor, signer=signer)
        said = f"{plural(count, 'text is', 'texts are')} empty now, and in every copy that hears of it."
        self._context.read_words()  # of what an emptied text taught nothing stays
        story = self._store.stories.get(story_id)
        parts = {Part.STORY, Part.QUEUE, Part.BRIEF, *([Part.TEXT] if story.version in numbers else [])}
        left = "\n".join([*self.left(), *(f"This quotes the text, and stays: {one}." for one in quotes)])
        told = self._signing_keys.untold()
        return Changes(frozenset(parts), self._context.view(story_id), said, left, to_read=told)

    # -- What has the words still --------------------------------------------------------------------------------------

    def left(self) -> tuple[str, ...]:
        """Return what may have words of emptied texts, a sentence each: the file, packs, folders, others."""
        return words_left(self._store)

    def files(self) -> tuple[Path, ...]:
        """Return the files that are there, may have words of emptied texts, and are nobody's to delete unasked."""
        return (
            *(self._store.emptying.files_aside() if self.may else ()),
            *self._store.emptying.unsaved_files(),
            *(pack.path for pack in packs_with_words(self._store) if pack.is_there),
        )

    def delete(self, files: Collection[Path]) -> Changes:
        """Delete such files, as whoever works said; raises `KnownError` for any other, and where one stays.

        What was put aside may hold what nobody has elsewhere: an administrator alone deletes that.
        """
        if not self.may and not set(self._store.emptying.files_aside()).isdisjoint(files):
            raise KnownError("Only an administrator deletes files that were put aside: ask one.")
        if others := sorted(set(files) - set(self.files())):
            raise KnownError(f"{others[0]} is not among the files that have words of emptied texts: it stays.")
        known = self._store.strands.me()
        packs = None if known is None else WrittenPacks(known[0].id)
        for path in files:
            gone = packs.at(path) if packs is not None else []
            _delete(path)
            if packs is not None:
                packs.forget(gone)
        return Changes(frozenset(), said=f"{plural(len(files), 'file is', 'files are')} deleted.")


def _is_common(word: str) -> bool:
    from desk.checks.frequencies import (
        frequency,
    )  # a list of 3 MB that is wanted when a text is emptied, and not before

    return frequency(word) >= _COMMON


def _delete(path: Path) -> None:
    try:
        for each in (path, *(Path(f"{path}{ending}") for ending in BESIDE)):
            each.resolve().unlink(missing_ok=True)  # or a link went, and the words stayed
            each.unlink(missing_ok=True)
    except OSError as error:
        raise KnownError(f"{path} could not be deleted ({error.strerror}): delete it by hand.") from error
