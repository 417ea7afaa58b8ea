"""Searching stories by words of slug, headline and text: SQLite's FTS5 behind one function, plain LIKE elsewhere.

The index holds no text of its own; triggers of the database keep it in step with stories (migration 0002). Every word
must be there, the last one may be only begun, words in quotation marks stand side by side; case and accents do not
count.
"""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, column, exists, func, literal_column, or_, select, table, text

from desk.store import tables
from desk.store.access import Access

_stories = tables.stories
_index = table("story_index", column("rowid"), column("story_index"))
_RARE = 1000
"""Stories; fewer hits are fetched and sorted, more are looked for along the queue until the page is full."""
_UNFIT = re.compile("[\0\ud800-\udfff]")
_BEGUN = 2
"""Letters from which a last word counts as begun; one letter would match nearly every story."""
_PHRASE = re.compile(r'"([^"]*)"?|(\S+)')
_EXCERPT_WORDS = 16
_EXCERPT = text(
    f"SELECT stories.id, snippet(story_index, -1, '', '', '…', {_EXCERPT_WORDS}) AS excerpt FROM story_index "
    "JOIN stories ON stories.number = story_index.rowid WHERE story_index MATCH :words AND stories.id IN :ids"
).bindparams(bindparam("ids", expanding=True))


class Search:
    """The room of searching; the queue narrows itself through `narrowed`."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def excerpts(self, sought: str, ids: Sequence[str]) -> dict[str, str]:
        """Return for each of these stories the words around the best hit; stories without one are left out."""
        words = match_words(sought)
        if not words or not ids or not self._access.full_text:
            return {}
        with self._access.reading() as connection:
            rows = connection.execute(_EXCERPT, {"words": words, "ids": list(ids)})
            return {row.id: row.excerpt for row in rows}


def narrowed(
    query: Select[Any], sought: str, connection: Connection, *, full_text: bool, page: bool = False
) -> tuple[Select[Any], bool]:
    """Return the query for stories with all the words, and whether the hits are few enough to be sorted afterwards.

    `page` says that only the first hits along the queue are wanted, not all of them.
    """
    sought = _UNFIT.sub(" ", sought)
    if not full_text:
        return _like(query, sought), False
    words = match_words(sought)
    if not words:
        return query, False
    hits = select(_index.c.rowid).where(_index.c.story_index.op("MATCH")(words))
    count = connection.execute(select(func.count()).select_from(hits.limit(_RARE + 1).subquery())).scalar_one()
    if page and count > _RARE and not words.endswith("*"):
        # One probe a row until the page is full: 0.2 ms for a word of all stories, where gathering them takes 40 ms. A
        # begun word would be gathered from all its words with each probe.
        return query.where(exists(hits.where(_index.c.rowid == _stories.c.number))), False
    return query.where(_stories.c.number.in_(hits)), count <= _RARE


def unindexed(name: str) -> Any:
    """Return a column of stories that SQLite must not take from an index: it sorts the few rows found instead."""
    return literal_column(f"+stories.{name}")


def match_words(sought: str) -> str:
    """Return the words as an FTS5 query, empty if there are none; nothing in them is taken for an operator."""
    chunks = [phrase or word for phrase, word in _PHRASE.findall(_UNFIT.sub(" ", sought))]
    phrases = ['"' + chunk.replace('"', '""') + '"' for chunk in chunks if re.search(r"\w", chunk)]
    begun = bool(phrases) and not sought.endswith((" ", '"')) and len(chunks[-1]) >= _BEGUN
    return " ".join(phrases) + ("*" if begun else "")


def _like(query: Select[Any], sought: str) -> Select[Any]:
    for word in sought.replace('"', " ").split():
        query = query.where(
            or_(*(column.icontains(word, autoescape=True) for column in (_stories.c.slug, _stories.c.headline)))
        )
    return query
