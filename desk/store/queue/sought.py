"""What is typed into the search, as words and phrases: the same for a file and for a server."""

import re
import unicodedata
from typing import TypeAlias

Word: TypeAlias = tuple[str, bool]
"""A word, or those of a phrase with a space between them, and whether the last may be only begun."""
UNFIT = re.compile("[\0\ud800-\udfff]")
"""What no database keeps."""
_BEGUN = 2
"""Letters from which a last word counts as begun; one letter would match nearly every story."""
_ACCENTED = re.compile("([A-Za-z])[\u0300-\u036f]+")
_PHRASE = re.compile(r'"([^"]*)"?|(\S+)')


def words_sought(typed: str) -> list[Word]:
    """Return each word or phrase; the last one may be only begun, while it is typed."""
    chunks = [phrase or word for phrase, word in _PHRASE.findall(UNFIT.sub(" ", typed))]
    words = [chunk for chunk in chunks if has_word(chunk)]
    begun = bool(words) and not typed.endswith((" ", '"')) and len(chunks[-1]) >= _BEGUN
    return [(" ".join(parts_of(each)), begun and nth == len(words)) for nth, each in enumerate(words, 1)]


def folded(words: str) -> str:
    """Return the words without the accents of Latin letters: SQLite leaves these away, "й" and "ά" it keeps."""
    return unicodedata.normalize("NFC", _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", words)))


def has_word(words: str) -> bool:
    """Return whether there is anything to be found."""
    return bool(parts_of(words))


def parts_of(words: str) -> list[str]:
    """Return what SQLite takes for words: letters and figures; signs part them, "_" as well."""
    return re.findall(r"[^\W_]+", words)
