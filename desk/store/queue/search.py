"""Searching stories by words of slug, headline and text: SQLite's FTS5, or PostgreSQL's index, behind one function.

The index holds no text of its own; triggers of the database keep it in step with stories (migration 0002). Every word
must be there, the last one may be only begun, words in quotation marks stand side by side; case and accents do not
count.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    bindparam,
    case,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)

from desk.store.database import tables

_stories = tables.stories
_index = table("story_index", column("rowid"), column("story_index"))
_RARE = 2000
"""Stories; fewer hits are fetched and sorted, more are looked for along the queue until the page is full."""
_UNFIT = re.compile("[\0\ud800-\udfff]")
_BEGUN = 2
"""Letters from which a last word counts as begun; one letter would match nearly every story."""
_KEPT_BEGINNINGS = 4
"""The index keeps beginnings of two to four letters (migration 0004); longer ones are put together from their words."""
_PHRASE = re.compile(r'"([^"]*)"?|(\S+)')
_FIRST_HITS = text(
    "SELECT count(*), max(rowid) FROM (SELECT rowid FROM story_index WHERE story_index MATCH :words LIMIT :most)"
)
_PROBE = text("SELECT rowid FROM story_index WHERE story_index MATCH :words AND rowid IN :numbers").bindparams(
    bindparam("numbers", expanding=True)
)
_ALL_EXPECTED = text("EXPLAIN (FORMAT JSON) SELECT sha256 FROM texts")
_HITS_EXPECTED = text(
    "EXPLAIN (FORMAT JSON) SELECT sha256 FROM texts WHERE copydesk_words(body) @@ "
    "CAST(NULLIF(CAST(phraseto_tsquery(CAST('simple' AS regconfig), CAST(:words AS text)) AS text), '') "
    "|| CAST(:mark AS text) AS tsquery)"  # “¹” alone is no word to a server
)
_MOST_GATHERED = 0.15
"""The part of all texts up to which a server gathers the hits; 100,000 of them take it 150 ms, a look at one 0.2 ms."""
_MOST = 0.4
"""A word of more than this part of all stories is looked for story by story."""


class How(StrEnum):
    """How the queue gets at the stories that hold the words."""

    ANY = "no words are sought"
    FEW = "the hits are gathered, and sorted afterwards"
    PROBED = "most stories are hits: the queue is walked, with a look into the index a story"
    GATHERED = "the hits are gathered, then the queue is walked"
    LIKE = "by a server: slug and headline are read, the text by its own index"


@dataclass(frozen=True, slots=True)
class Held:
    """Which words are sought, and how: `condition` has them as the parameter `words`, so that a query can be kept."""

    how: How
    words: str = ""
    share: float = 1.0
    """The part of all stories that are hits, roughly."""
    common: frozenset[str] = frozenset()
    """At a server, the words that so many texts hold that each story of the queue is looked at."""

    def condition(self, number: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
        """Return the condition on stories with this number, nothing where all of them are wanted."""
        hits = select(_index.c.rowid).where(_index.c.story_index.op("MATCH")(bindparam("words", type_=Text)))
        if self.how is How.LIKE:
            return _like(self.words, self.common)
        return (number.in_(hits),) if self.how in (How.FEW, How.GATHERED) else ()


def held(sought: str, connection: Connection, *, full_text: bool, page: bool = False) -> Held:
    """Return what is sought, and the quickest way to it; `page` says that only the first hits are wanted, not all."""
    sought = _UNFIT.sub(" ", sought)
    if not full_text:
        return _held_at_server(sought, connection) if re.search(r"\w", sought) else Held(How.ANY)
    words = match_words(sought)
    if not words:
        return Held(How.ANY)
    count, furthest = connection.execute(_FIRST_HITS, {"words": words, "most": _RARE + 1}).one()
    if count <= _RARE:
        return Held(How.FEW, words)
    share = min(1.0, count / furthest)  # hits come in the order of the stories' numbers, which have no gaps
    probed = page and share > _MOST and _is_cheap_to_probe(words)
    return Held(How.PROBED if probed else How.GATHERED, words, share)


def probed(connection: Connection, words: str, numbers: Sequence[int]) -> set[int]:
    """Return which of these stories are hits: 0.1 ms each, where gathering all hits takes 30 ms for 100,000 of them."""
    if not numbers:
        return set()
    return set(connection.execute(_PROBE, {"words": words, "numbers": list(numbers)}).scalars())


def _is_cheap_to_probe(words: str) -> bool:
    """Return whether one look into the index answers for one story: one word, or the beginning of one that it keeps."""
    alone = words.count('"') == 2 and " " not in words
    return alone and (not words.endswith("*") or len(words) - 3 <= _KEPT_BEGINNINGS)


def unindexed(name: str) -> Any:
    """Return a column of stories that SQLite must not take from an index: it sorts the few rows found instead."""
    return literal_column(f"+stories.{name}")


def match_words(sought: str) -> str:
    """Return the words as an FTS5 query, empty if there are none; nothing in them is taken for an operator."""
    chunks = [phrase or word for phrase, word in _PHRASE.findall(_UNFIT.sub(" ", sought))]
    phrases = ['"' + chunk.replace('"', '""') + '"' for chunk in chunks if re.search(r"\w", chunk)]
    begun = bool(phrases) and not sought.endswith((" ", '"')) and len(chunks[-1]) >= _BEGUN
    return " ".join(phrases) + ("*" if begun else "")


def _held_at_server(sought: str, connection: Connection) -> Held:
    """Return what is sought of a server, which says by its statistics how common each word is, in half a millisecond.

    Of common words it read all texts and made their words anew: 20 s for 100,000 stories.
    """
    common = frozenset(words for words, begun in _words_of(sought) if _share(connection, words, begun) > _MOST_GATHERED)
    return Held(How.LIKE, sought, common=common)


def _share(connection: Connection, words: str, begun: bool) -> float:
    """Return the part of all texts that a server thinks hold the words; 0.0 where it knows nothing of them yet."""
    asked = {"words": words, "mark": ":*" if begun else ""}
    hits, all_ = (
        float(connection.execute(query, given).scalar_one()[0]["Plan"]["Plan Rows"])
        for query, given in ((_HITS_EXPECTED, asked), (_ALL_EXPECTED, {}))
    )
    return hits / all_ if all_ else 0.0


def _words_of(sought: str) -> Iterator[tuple[str, bool]]:
    """Yield each word or phrase, and whether it may be only begun."""
    for phrase, word in _PHRASE.findall(sought):
        words = (phrase or word).replace('"', " ").strip()
        if re.search(r"\w", words):
            yield words, bool(word) and sought.endswith(word) and len(word) >= _BEGUN


def _like(sought: str, common: Collection[str]) -> tuple[ColumnElement[bool], ...]:
    """Return one condition a word or phrase: in slug or headline, or by the server's own index in the text."""
    columns = _stories.c.slug, _stories.c.headline
    conditions = []
    for words, begun in _words_of(sought):
        fits = _in_text(words, begun=begun)
        texts = tables.texts.c.sha256
        if words in common:  # asked of one story after another, until the page is full
            in_text: Any = select(fits).where(texts == _stories.c.sha256).scalar_subquery()
        else:
            in_text = _stories.c.sha256.in_(select(texts).where(fits))
        conditions.append(or_(*(column.icontains(words, autoescape=True) for column in columns), in_text))
    return tuple(conditions)


def _in_text(words: str, *, begun: bool) -> ColumnElement[bool]:
    """Return the condition on a text of PostgreSQL (migration 0003): the words side by side, the last maybe begun."""
    from sqlalchemy.dialects.postgresql import TSQUERY  # 3 MB that a laptop needs not

    whole = func.phraseto_tsquery(literal_column("'simple'::regconfig"), words)
    last = cast(func.concat(cast(whole, Text), ":*"), TSQUERY)
    query = case((func.numnode(whole) == 0, whole), else_=last) if begun else whole  # "²" alone is no word to a server
    return func.copydesk_words(tables.texts.c.body).op("@@")(query)
