"""What is installed beside the engine on wish, and goes along with it: the packs of languages and the dictionary."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from desk.checks.grammar.engine.bundle import held_in
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.install import install_from, is_whole
from desk.checks.grammar.engine.lock_file import Lock, read_lock
from desk.checks.grammar.engine.packs import packs
from desk.checks.grammar.engine.progress import Asked, Progress
from desk.paths import resources_dir


@lru_cache(maxsize=1)
def dictionary_lock() -> Lock:
    """Return the lock of the dictionary."""
    lock = read_lock(resources_dir() / "thesaurus" / "wordnet.lock.json")
    return replace(lock, name="wordnet", called="dictionary")


def locks_beside() -> tuple[Lock, ...]:
    """Return the lock of everything that can be installed beside the engine."""
    return (*(pack.lock for pack in packs()), dictionary_lock())


def here(folders: Folders) -> tuple[Lock, ...]:
    """Return those whose files are all on this machine."""
    return tuple(lock for lock in locks_beside() if is_whole(folders, lock))


def missing(folders: Folders) -> tuple[Lock, ...]:
    """Return those that are not."""
    return tuple(lock for lock in locks_beside() if not is_whole(folders, lock))


def packs_missing(folders: Folders) -> tuple[str, ...]:
    """Return the languages whose packs are not on this machine, by their English names."""
    return tuple(pack.language for pack in packs() if not is_whole(folders, pack.lock))


def bring(folders: Folders, source: Path, progress: Progress, cancelled: Asked) -> tuple[Lock, ...]:
    """Install what `source`, a folder or an exported file, holds and this machine lacks, and return it.

    Raises `KnownError` where it is damaged or cannot be read or written, and `Cancelled`.
    """
    came = held_in(source, missing(folders))
    for lock in came:
        install_from(folders, lock, source, progress, cancelled)
    return came


def told(locks: Sequence[Lock]) -> str:
    """Return what people call them, as in a sentence: “the German pack and the dictionary”; empty for none."""
    *others, last = [f"the {lock.called}" for lock in locks] or [""]
    return f"{', '.join(others)} and {last}" if others else last
