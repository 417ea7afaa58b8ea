"""A zipped document, looked at before anything in it is unpacked."""

import struct
import zipfile
import zlib
from io import BytesIO

from desk.errors import KnownError
from desk.text.words import plural

MOST_ENTRIES = 20_000
"""Parts in one file: a book with a thousand pictures has some 1,100."""
MOST_UNPACKED = 48_000_000
"""Bytes that all parts read may unpack to: some 200,000 words with heavy markup, and 400 MB as a tree."""
MOST_RATIO = 250
"""Bytes that one packed byte may unpack to, from `SMALL` on: markup of a real document packs 10 to 40 to one."""
SMALL = 4_000_000

_ENCRYPTED = 0x1
_PACKED_BY_HAND = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, struct.error, OSError, ValueError)
"""What zipfile raises on files that are cut off, corrupt, or packed in a way that it does not know."""


class Archive:
    """The parts of a zipped document by name; whatever is asked for is weighed first."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
            entries = self._zip.infolist()
        except _PACKED_BY_HAND as error:
            raise KnownError("The file is cut off or damaged: ask for it again.") from error
        if len(entries) > MOST_ENTRIES:
            raise KnownError(
                f"The file holds {plural(len(entries), 'part')}, more than any document: it is not unpacked."
            )
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._twice: set[str] = set()
        self._left = MOST_UNPACKED
        for entry in entries:
            name = plain_name(entry.filename)
            if name in self._entries:
                self._twice.add(name)
            self._entries[name] = entry

    def __contains__(self, name: str) -> bool:
        return plain_name(name) in self._entries

    def names(self) -> list[str]:
        """Return the names of all parts, in small letters."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """Return one part; raises `KnownError` where it is missing, twice there, locked, damaged or too large."""
        entry = self._entries.get(plain_name(name))
        if entry is None:
            raise KnownError(f"The file lacks its part {name}: it is damaged, ask for it again.")
        if plain_name(name) in self._twice:
            raise KnownError(
                f"The file holds two parts called {name}, so nobody can say which is meant: ask for another."
            )
        if entry.flag_bits & _ENCRYPTED:
            raise KnownError("The file is locked with a password: ask for one without.")
        self._weigh(entry.file_size, entry.compress_size)
        part = self._unpacked(entry)
        self._left -= len(part)
        return part

    def _weigh(self, unpacked: int, packed: int) -> None:
        if unpacked > self._left or (unpacked > SMALL and unpacked > MOST_RATIO * packed):
            raise KnownError("The file unpacks to far more than any document holds: it is not opened.")

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(entry) as packed:
                part = packed.read(self._left + 1)  # never trust the size that the file gives for itself
        except RuntimeError as error:
            raise KnownError("The file is locked with a password: ask for one without.") from error
        except _PACKED_BY_HAND as error:
            raise KnownError("The file is cut off or damaged: ask for it again.") from error
        self._weigh(len(part), entry.compress_size)
        return part


def plain_name(name: str) -> str:
    """Return a name as parts are compared: without regard to case, slashes forward, none at the start."""
    return name.replace("\\", "/").lstrip("/").lower()
