"""The dictionary on this machine: whether it is there, its installation, and a look-up in it.

It is WordNet 3.1 of Princeton University as extJWNL packs it (11 MB, WordNet licence: free for any use with its
notice, which stands at the head of each of its files). It is locked by hash and installed beside the engine, in the
same way, and never asked for over a network.
"""

import zipfile
import zlib
from functools import cached_property
from pathlib import Path

from desk.careful import careful_file
from desk.checks.grammar.engine.beside import dictionary_lock
from desk.checks.grammar.engine.folders import Folders
from desk.checks.grammar.engine.install import install, install_from, is_whole
from desk.checks.grammar.engine.lock_file import Lock
from desk.checks.grammar.engine.progress import Asked, Progress, never, no_progress
from desk.errors import KnownError
from desk.thesaurus.entry import Entry
from desk.thesaurus.wordnet import WordNet

NOT_INSTALLED = "The dictionary is not installed: run `copydesk engine install --dictionary` (11 MB, once)."
DAMAGED = "The dictionary is damaged: run `copydesk engine install --dictionary` to mend it."


class Thesaurus:
    """WordNet below the user's folders."""

    def __init__(self, folders: Folders | None = None) -> None:
        self.folders = folders or Folders()

    @cached_property
    def lock(self) -> Lock:
        """Return the shipped lock."""
        return dictionary_lock()

    @property
    def is_there(self) -> bool:
        """Return whether it can be asked."""
        return is_whole(self.folders, self.lock)

    def install(self, source: Path | None = None, progress: Progress = no_progress, cancelled: Asked = never) -> Path:
        """Fetch it, or take it from a folder that has its file, and return where it lies.

        Raises `KnownError` with one sentence (no network, disk full, wrong content), and `Cancelled`.
        """
        if source:
            return install_from(self.folders, self.lock, source, progress, cancelled)
        return install(self.folders, self.lock, progress, cancelled)

    def found(self, words: str) -> Entry | None:
        """Return what the dictionary says, None where it is not installed; raises `KnownError` where it is damaged."""
        return self.look_up(words) if self.is_there else None

    def look_up(self, words: str) -> Entry:
        """Return what the dictionary says of a word or set phrase; raises `KnownError` where there is no dictionary."""
        (jar,) = self.lock.jars
        try:
            with careful_file(self.folders.engine(self.lock) / jar.file_name, jar.size) as file:
                return WordNet(file).look_up(words)
        except FileNotFoundError as error:
            raise KnownError(NOT_INSTALLED) from error
        except (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, IndexError) as error:
            raise KnownError(DAMAGED) from error
