"""Looking for words in texts themselves: where many stories hold them, some texts are read sooner than the index.

Of a million stories a quarter hold a common word: to gather those takes 100 ms, to read the 200 texts that a page needs
3. What the index would say is said here of plain texts alone (`_is_plain`), where letters are letters to SQLite and
Python alike; the rest is asked of the index, story by story.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, select

from desk.store.database import tables
from desk.store.database.prepared import rows_with
from desk.store.queue.sought import Word, folded

_stories, _texts = tables.stories, tables.texts
_TEXTS = select(_stories.c.number, _stories.c.slug, _stories.c.headline, _texts.c.body).join(
    _texts, _texts.c.sha256 == _stories.c.sha256
)
_MOST = 1000
"""Letters of a slug or a headline that are looked at, as the index has them (`database.word_index`)."""
_PLAIN = re.compile("[\x01-\u012f\u0131-\u017e\u2010-\u2027\u202f-\u205e\u20ac\u2122]*")
"""Latin letters, whose accents SQLite leaves away as `folded` does, and signs that are no letters to anybody.

Not “İ” and “ſ”, which are another letter each in small.
"""


def readable(sought: Collection[Word]) -> bool:
    """Return whether words can be looked for in texts: those of ASCII."""
    return all(words.isascii() for words, _ in sought)


def read_through(connection: Connection, sought: Sequence[Word], numbers: Sequence[int]) -> tuple[set[int], list[int]]:
    """Return which of these stories hold all the words, and those of which their texts alone do not say it."""
    hits, unsaid = set[int](), list[int]()
    for number, slug, headline, body in rows_with(connection, _TEXTS, _stories.c.number, numbers):
        names, text = [_in_small(name[:_MOST]) for name in (slug, headline)], _in_small(body)
        if text is None or None in names:
            unsaid.append(number)
        elif all(_holds(names, text, *word) for word in sought):
            hits.add(number)
    return hits, unsaid


def _in_small(words: str) -> str | None:
    """Return words in small letters without accents; None where SQLite may see others in them."""
    if words.isascii() and "\0" not in words:
        return words.lower()
    return folded(words).lower() if _PLAIN.fullmatch(words) else None


def _holds(names: Iterable[str | None], text: str, words: str, begun: bool) -> bool:
    """Return whether slug or headline have the letters side by side, or the text the words."""
    within, alone = _patterns(words, begun)
    # What stands before is looked at afterwards: a pattern that begins with it is tried at each letter, 30 us a text.
    found = (place.start() for place in alone.finditer(text))
    return any(not at or not text[at - 1].isalnum() for at in found) or any(
        name and within.search(name) for name in names
    )


@lru_cache(maxsize=64)
def _patterns(words: str, begun: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    side_by_side = r"[\W_]+".join(words.lower().split())
    return re.compile(side_by_side), re.compile(side_by_side if begun else rf"{side_by_side}(?![^\W_])")
