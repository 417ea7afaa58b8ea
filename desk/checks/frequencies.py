"""How often English words are used: a second opinion beside the dictionary, from the list that symspellpy ships.

82,000 words of SCOWL with the counts of Google's books; British and American spellings, and names that everybody knows.
"""

from array import array
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from desk.checks.word_table import WordTable
from desk.errors import BugError

_PACKAGE, _FILE = "symspellpy", "frequency_dictionary_en_82_765.txt"
_MARK = b"\xef\xbb\xbf"
"""Three bytes before the first word of the file."""


def frequency(word: str) -> float:
    """Return how often a word stands in a million words of English, in any case; 0 for what the list lacks."""
    words, shares = _shares()
    place = words.place(word.casefold())
    return shares[place] if place >= 0 else 0.0


@cache
def _shares() -> tuple[WordTable, "array[float]"]:
    """Return the whole list, read once when a word is first asked for; about 90 ms and 3 MB."""
    packed, counts = bytearray(), array("Q")
    with _file().open("rb") as lines:
        for line in lines:
            word, _, count = line.removeprefix(_MARK).partition(b" ")
            packed += word + b"\0"
            counts.append(int(count))
    million = sum(counts) / 1_000_000
    return WordTable(bytes(packed), len(counts)), array("d", (count / million for count in counts))


def _file() -> Path:
    """Return where the list lies; the package itself is not imported, for its speller is not needed."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise BugError(f"{_PACKAGE} is missing, and with it the list of word frequencies")
    return Path(spec.origin).with_name(_FILE)
