"""Names of files that every system can keep."""

import re
import unicodedata
from pathlib import Path

from desk.text.matcher import matcher

_FORBIDDEN = matcher(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
"""What Windows takes in no name (Microsoft, "Naming Files, Paths, and Namespaces")."""
_DEVICES = matcher(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])\Z", re.IGNORECASE)
"""Names that are devices there, whatever stands behind their first dot."""
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_MOST = 160
"""Bytes of a name in UTF-8 without its ending: most systems take 255, and a seal's ending follows."""


def file_name(words: str, ending: str = "", *, otherwise: str = "story") -> str:
    """Return a name made of these words that Windows, macOS and Linux can keep, with this ending."""
    seen = "".join(
        c for c in unicodedata.normalize("NFC", " ".join(words.split())) if unicodedata.category(c) not in _UNSEEN
    )
    name = " ".join(_FORBIDDEN.sub("-", seen).split()).strip(". ")
    name = name.encode()[:_MOST].decode("utf-8", "ignore").rstrip(". ") or otherwise
    first, dot, rest = name.partition(".")
    if _DEVICES.match(first.rstrip()):
        name = f"{first.rstrip()}_{dot}{rest}"
    return name + ending


def free_name(folder: Path, name: str, endings: tuple[str, ...]) -> str:
    """Return the name, or it with the first number behind it that no file of the folder has with any of the endings."""
    nth, free = 1, name
    while any((folder / f"{free}{ending}").exists() for ending in endings):
        nth += 1
        free = f"{name}-{nth}"
    return free
