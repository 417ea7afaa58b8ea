"""How often English words are used: a second opinion beside the dictionary, from the list that symspellpy ships.

82,000 words of SCOWL with the counts of Google's books; British and American spellings, and names that everybody knows.
"""

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from desk.errors import BugError

_PACKAGE, _FILE = "symspellpy", "frequency_dictionary_en_82_765.txt"


def frequency(word: str) -> float:
    """Return how often a word stands in a million words of English, in any case; 0 for what the list lacks."""
    return _shares().get(word.casefold(), 0.0)


@cache
def _shares() -> Mapping[str, float]:
    """Return the whole list, read once when a word is first asked for; about 60 ms and 9 MB."""
    lines = _file().read_text("utf-8-sig").splitlines()
    counts = {word: int(count) for word, _, count in (line.partition(" ") for line in lines)}
    million = sum(counts.values()) / 1_000_000
    return {word: count / million for word, count in counts.items()}


def _file() -> Path:
    """Return where the list lies; the package itself is not imported, for its speller is not needed."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise BugError(f"{_PACKAGE} is missing, and with it the list of word frequencies")
    return Path(spec.origin).with_name(_FILE)
