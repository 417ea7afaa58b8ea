"""Which packs this machine wrote, and where: so that they can be named when a text of theirs is emptied by law.

Kept on this machine, where the paths count; losing the file loses no work.
"""

import json
import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.careful import careful_text
from desk.keychain import write_private
from desk.paths import data_dir
from desk.text.moments import date_alone, from_iso, iso, now

if TYPE_CHECKING:
    from desk.store.connect import Store

_log = logging.getLogger(__name__)
_MOST = 1000
"""Packs that are remembered, the last written ones."""
_MOST_STORIES = 2000
"""Stories of a pack that are remembered one by one; a larger one may have any."""
_MOST_BYTES = 80_000_000


@dataclass(frozen=True, slots=True)
class WrittenPack:
    """A pack, when it was written, and the ids of its stories; none where it had very many."""

    path: Path
    when: datetime
    stories: frozenset[str]
    without: frozenset[str] = frozenset()
    """The digests of what was emptied here by then: it has no words of these."""

    def has_words(self, emptied: Mapping[str, frozenset[str]]) -> bool:
        """Return whether it has words of what is emptied by now, said by stories."""
        return any(each - self.without for story, each in emptied.items() if not self.stories or story in self.stories)

    @property
    def said(self) -> str:
        """Return in a sentence that it has words that must go."""
        if self.path.is_file():
            return f"The pack {self.path} has the words still: delete it, or pack the story anew."
        return (
            f"A pack was written to {self.path} on {date_alone(self.when)}: wherever it went, it has the words still."
        )


class WrittenPacks:
    """The packs of one database, by the id of its strand."""

    def __init__(self, strand: str) -> None:
        self._path = data_dir() / "exchanged" / f"packs-of-{strand[:32]}.json"

    def all(self) -> list[WrittenPack]:
        """Return what is kept, the last written last; nothing where the file makes no sense."""
        try:
            plain = json.loads(careful_text(self._path, _MOST_BYTES))
            return [
                WrittenPack(Path(path), from_iso(when), frozenset(map(str, ids)), frozenset(map(str, without)))
                for path, when, ids, without in plain
            ]
        except (OSError, ValueError, TypeError, RecursionError):
            return []

    def add(self, path: Path, stories: Collection[str], without: Collection[str]) -> None:
        """Take note that a pack was written, in the place of any other at that path."""
        path = path.absolute()
        few = frozenset(stories) if len(stories) <= _MOST_STORIES else frozenset[str]()
        self._keep(
            [*(each for each in self.all() if each.path != path), WrittenPack(path, now(), few, frozenset(without))]
        )

    def forget(self, paths: Collection[Path]) -> None:
        """Take note that packs are gone."""
        self._keep([each for each in self.all() if each.path not in paths])

    def _keep(self, packs: Iterable[WrittenPack]) -> None:
        plain = [
            [str(each.path), iso(each.when), sorted(each.stories), sorted(each.without)]
            for each in list(packs)[-_MOST:]
        ]
        try:
            write_private(self._path, json.dumps(plain))
        except OSError as error:
            _log.warning("the pack was not noted: %s", error)


def packs_with_words(store: "Store") -> list[WrittenPack]:
    """Return the packs that this machine wrote and that have words of texts that are emptied by now."""
    emptied, known = store.emptying.stories(), store.strands.me()
    if not emptied or not known:
        return []
    return [pack for pack in WrittenPacks(known[0].id).all() if pack.has_words(emptied)]


def words_left(store: "Store") -> tuple[str, ...]:
    """Return what may have words of emptied texts still, a sentence each: the file, what lies beside it, packs."""
    return (
        *store.emptying.left(),
        *store.emptying.unsaved_files().values(),
        *(pack.said for pack in packs_with_words(store)),
    )
