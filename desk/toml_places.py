"""Where a key stands in a TOML file: the standard library reads values but keeps no lines."""

import re
import tomllib
from collections.abc import Callable, Sequence
from copy import copy
from pathlib import Path
from typing import Any

from desk.careful import careful_bytes
from desk.errors import KnownError

_HEADER = re.compile(r"^\s*\[+\s*(.+?)\s*\]+\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+)""")


def read_table(path: Path, what: str) -> tuple[dict[str, Any], "Places"]:
    """Return the TOML file's values and where they stand; raises `KnownError` naming `what` the file is."""
    try:
        text = careful_bytes(path).decode("utf-8-sig")
        return tomllib.loads(text), Places(path, text)
    except OSError as error:
        raise KnownError(f"{what} {path} cannot be read: {error.strerror}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnownError(f"{what} {path} is not valid TOML ({error}): mend it, or move it away.") from error


class Places:
    """The line of each table and key of one file."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(text.splitlines(), 1):
            if header := _HEADER.match(line):
                table = _parts(header[1])
                self._lines.setdefault(table, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*table, *_parts(key[1])), number)

    def line(self, *keys: str) -> int:
        """Return the line where the key, or the nearest table around it, begins; 1 where that cannot be told."""
        while keys:
            if within := [line for place, line in self._lines.items() if place[: len(keys)] == keys]:
                return min(within)
            keys = keys[:-1]
        return 1

    def has(self, *keys: str) -> bool:
        """Return whether the file speaks of the key."""
        return keys in self._lines

    def by(self, tables: Sequence[str], key_of: Callable[[str], str]) -> "Places":
        """Return the same places with other keys for what stands in some tables."""
        other = copy(self)
        other._lines = {}
        for place, line in self._lines.items():
            renamed = len(place) > 1 and place[0] in tables
            other._lines.setdefault((place[0], key_of(place[1]), *place[2:]) if renamed else place, line)
        return other

    def wrong(self, reason: str, *keys: str) -> KnownError:
        """Return the error that says what is wrong in which line."""
        return KnownError(f"{self._path}, line {self.line(*keys)}: {reason}")


def _parts(name: str) -> tuple[str, ...]:
    return tuple("".join(part) for part in _PART.findall(name))
