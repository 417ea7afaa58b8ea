"""Which packs this machine wrote, and where: so that they can be named when a text of theirs is emptied by law.

Kept on this machine, where the paths count; losing the file loses no work.
"""

import hashlib
import json
import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desk.careful import careful_file, careful_text
from desk.errors import KnownError
from desk.keychain import write_private
from desk.paths import data_dir
from desk.services.folders_with_words import folders_with_words
from desk.text.moments import date_alone, from_iso, iso, now
from desk.text.plain import OF_ANOTHER_FORM

if TYPE_CHECKING:
    from desk.store.connect import Store

_log = logging.getLogger(__name__)
_MOST = 1000
"""Packs that are remembered, the last written ones."""
_MOST_STORIES = 2000
"""Stories of a pack that are remembered one by one; a larger one may have any."""
_MOST_DIGESTS = 5000
"""Texts and documents of a pack that are remembered one by one; a larger one may have any of its stories."""
_MOST_BYTES = 80_000_000
_MOST_OF_A_PACK = 4_000_000_000


@dataclass(frozen=True, slots=True)
class WrittenPack:
    """A pack, when it was written, and the ids of its stories; none where it had very many."""

    path: Path
    when: datetime
    stories: frozenset[str]
    without: frozenset[str] = frozenset()
    """The digests of what was emptied here by then: it has no words of these."""
    texts: frozenset[str] = frozenset()
    """The digests of the texts and documents that it has words of; none where it had very many."""
    size: int = 0
    sha256: str = ""
    """What the file was when it was written: another one may lie there by now."""
    told: frozenset[str] = frozenset()
    """The digests of emptied texts for which it was named when the desk was opened."""

    def of(self, emptied: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """Return of which emptied texts it has words, or may have, said by stories."""
        if self.texts:
            return frozenset[str]().union(*emptied.values()) & self.texts
        each = [texts for story, texts in emptied.items() if not self.stories or story in self.stories]
        return frozenset[str]().union(*each) - self.without

    @property
    def is_there(self) -> bool:
        """Return whether the very file lies there still."""
        try:
            return self.path.is_file() and (self.size, self.sha256) == _file_is(self.path)
        except OSError:
            return True  # it is named as one that is there: whoever looks sees

    @property
    def said(self) -> str:
        """Return in a sentence that it has words that must go."""
        has = "has the words still" if self.texts else "may have the words still"
        if self.is_there:
            return f"The pack {self.path} {has}: delete it, or pack the story anew."
        return f"A pack was written to {self.path} on {date_alone(self.when)}: wherever it went, it {has}."


class WrittenPacks:
    """The packs of one database, by the id of its strand."""

    def __init__(self, strand: str) -> None:
        self._path = data_dir() / "exchanged" / f"packs-of-{strand[:32]}.json"

    def all(self) -> list[WrittenPack]:
        """Return what is kept, the last written last; nothing where the file makes no sense."""
        try:
            return [_pack(*plain) for plain in json.loads(careful_text(self._path, _MOST_BYTES))]
        except (OSError, *OF_ANOTHER_FORM):
            return []

    def at(self, path: Path) -> list[WrittenPack]:
        """Return what is kept of the very file that lies at a path."""
        path = path.resolve()
        return [pack for pack in self.all() if pack.path == path and pack.is_there]

    def add(
        self,
        path: Path,
        stories: Collection[str],
        without: Collection[str],
        texts: Collection[str],
        over: Collection[WrittenPack] = (),
    ) -> None:
        """Take note that a pack was written, in the place of those that lay there; those on another stick stay."""
        try:
            size, sha256 = _file_is(path)
        except OSError:
            size, sha256 = 0, ""
        few = frozenset(stories) if len(stories) <= _MOST_STORIES else frozenset[str]()
        these = frozenset(texts) if len(texts) <= _MOST_DIGESTS else frozenset[str]()
        pack = WrittenPack(path.resolve(), now(), few, frozenset(without), these, size, sha256)
        self._keep([*(each for each in self.all() if each not in over), pack])

    def forget(self, packs: Collection[WrittenPack]) -> None:
        """Take note that packs are gone."""
        if packs:
            self._keep([each for each in self.all() if each not in packs])

    def tell(self, emptied: Mapping[str, frozenset[str]]) -> list[WrittenPack]:
        """Return those with words of emptied texts that lie there still, and those elsewhere that were not told yet."""
        packs = self.all()
        found = [pack for pack in packs if (of := pack.of(emptied)) and (not of <= pack.told or pack.is_there)]
        if any(not pack.of(emptied) <= pack.told for pack in found):
            self._keep([replace(pack, told=pack.of(emptied)) for pack in packs])
        return found

    def _keep(self, packs: Iterable[WrittenPack]) -> None:
        try:
            write_private(self._path, json.dumps([_plain(pack) for pack in list(packs)[-_MOST:]]))
        except OSError as error:
            _log.warning("the pack was not noted: %s", error)


def _plain(pack: WrittenPack) -> list[object]:
    told = sorted(pack.stories), sorted(pack.without), sorted(pack.texts)
    return [str(pack.path), iso(pack.when), *told, pack.size, pack.sha256, sorted(pack.told)]


def _pack(
    path: str,
    when: str,
    stories: Iterable[str],
    without: Iterable[str],
    texts: Iterable[str],
    size: int,
    sha256: str,
    told: Iterable[str],
) -> WrittenPack:
    sets = frozenset(map(str, stories)), frozenset(map(str, without)), frozenset(map(str, texts))
    return WrittenPack(Path(path), from_iso(when), *sets, size, sha256, frozenset(map(str, told)))


def _file_is(path: Path) -> tuple[int, str]:
    with careful_file(path, _MOST_OF_A_PACK) as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()


def packs_with_words(store: "Store") -> list[WrittenPack]:
    """Return the packs that this machine wrote and that have words of texts that are emptied by now."""
    emptied, packs = store.emptying.stories(), _packs(store)
    return [pack for pack in packs.all() if pack.of(emptied)] if emptied and packs is not None else []


def told_at_opening(store: "Store") -> tuple[str, ...]:
    """Return `words_left` for a desk that is opened: a pack that is nobody knows where is named once.

    Shared folders are not looked at: one on a share that does not answer would keep the desk from opening.
    """
    try:
        emptied, packs = store.emptying.stories(), _packs(store)
        told = packs.tell(emptied) if emptied and packs is not None else []
        return (*store.emptying.left(), *store.emptying.unsaved_files().values(), *(pack.said for pack in told))
    except KnownError:  # an entry of the desk was altered: whoever looks at the desk is told
        return store.emptying.left()


def _packs(store: "Store") -> WrittenPacks | None:
    known = store.strands.me()
    return None if known is None else WrittenPacks(known[0].id)


def words_left(store: "Store") -> tuple[str, ...]:
    """Return what may have words of emptied texts, a sentence each: the file, packs, folders, others."""
    return (
        *store.emptying.left(),
        *store.emptying.unsaved_files().values(),
        *(pack.said for pack in packs_with_words(store)),
        *folders_with_words(store),
    )
