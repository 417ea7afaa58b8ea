"""How a pack is laid out: its names, its form, and how much of each there may be."""

import re

from desk.errors import KnownError

FORM_OF_PACKS = 1
ENDING = ".copydesk"
CONTENTS, SIGNATURE, DESK = "contents.json", "contents.sig", "desk.json"
_STORY = re.compile(r"stories/[0-9a-f]{32}\.json")
_TEXT = re.compile(r"texts/[0-9a-f]{64}\.txt")
_ORIGINAL = re.compile(r"originals/[0-9a-f]{64}")

MOST_OF_A_FILE = 500_000_000
"""Bytes of a pack: twenty-five documents of the largest kind."""
MOST_UNPACKED = 1_000_000_000
MOST_FILES = 50_000
"""A thousand stories of forty versions."""
MOST_TIMES = 200
"""How many times larger a pack may become; words shrink to a third, and a page of one letter to a thousandth."""
ALWAYS_FINE = 50_000_000
"""Bytes up to which it does not matter how many times larger a pack becomes."""
_MOST = {"contents": 20_000_000, "bag": 100_000_000, "text": 8_000_000, "document": 50_000_000}
"""Bytes of one file: a text has 2 MB of characters at most, of four bytes each; a document is read up to 20 MB."""


class PackLocked(KnownError):  # noqa: N818 - reads as the state it is
    """The pack needs a passphrase, or another one than was given."""


def text_name(digest: str) -> str:
    """Return the name under which a text travels."""
    return f"texts/{digest}.txt"


def original_name(digest: str) -> str:
    """Return the name under which a document travels."""
    return f"originals/{digest}"


def story_name(story: str) -> str:
    """Return the name under which the bag of a story travels."""
    return f"stories/{story}.json"


def most_of(name: str) -> int:
    """Return how many bytes the file of this name may have; 0 for a name that no pack has."""
    if name in (CONTENTS, SIGNATURE):
        return _MOST["contents"]
    if name == DESK or _STORY.fullmatch(name):
        return _MOST["bag"]
    if _TEXT.fullmatch(name):
        return _MOST["text"]
    return _MOST["document"] if _ORIGINAL.fullmatch(name) else 0
