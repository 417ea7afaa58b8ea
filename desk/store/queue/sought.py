"""What is typed into the search, as words and phrases: the same for a file and for a server."""

import re

UNFIT = re.compile("[\0\ud800-\udfff]")
"""What no database keeps."""
_BEGUN = 2
"""Letters from which a last word counts as begun; one letter would match nearly every story."""
_PHRASE = re.compile(r'"([^"]*)"?|(\S+)')


def words_sought(typed: str) -> list[tuple[str, bool]]:
    """Return each word or phrase, and whether its last word may be only begun: the last one, while it is typed."""
    chunks = [phrase or word for phrase, word in _PHRASE.findall(UNFIT.sub(" ", typed))]
    words = [chunk for chunk in chunks if has_word(chunk)]
    begun = bool(words) and not typed.endswith((" ", '"')) and len(chunks[-1]) >= _BEGUN
    return [(each, begun and nth == len(words)) for nth, each in enumerate(words, 1)]


def has_word(words: str) -> bool:
    """Return whether there is anything to be found."""
    return bool(parts_of(words))


def parts_of(words: str) -> list[str]:
    """Return what SQLite takes for words: letters and figures; signs part them, "_" as well."""
    return re.findall(r"[^\W_]+", words)
