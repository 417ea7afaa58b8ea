"""Searching stories by words of slug, headline and text: SQLite's FTS5, or PostgreSQL's index, behind one function.

The index holds no text of its own; triggers of the database keep it in step with stories (`database/word_index.py`).
Every word must be there: in the text as a word, which the last one may only begin, in slug and headline wherever its
letters stand side by side. Words in quotation marks stand side by side; case and accents do not count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    bindparam,
    column,
    literal_column,
    select,
    table,
    text,
)

from desk.store.queue.reading_through import readable
from desk.store.queue.server_search import NONE_COMMON, Common, common_words, gathered
from desk.store.queue.sought import UNFIT, Word, folded, has_word, words_sought

_index = table("story_index", column("rowid"), column("story_index"))
_RARE = 2000
"""Stories; fewer hits are fetched and sorted, more are looked for along the queue until the page is full."""
_KEPT_BEGINNINGS = 3
"""The index keeps beginnings of two and three letters (migration 0017); longer ones are made up of their words."""
_FIRST_HITS = text(
    "SELECT count(*), max(rowid) FROM (SELECT rowid FROM story_index WHERE story_index MATCH :words LIMIT :most)"
)
_PROBE = text("SELECT rowid FROM story_index WHERE story_index MATCH :words AND rowid IN :numbers").bindparams(
    bindparam("numbers", expanding=True)
)
_PIECE = 3
"""Letters of the pieces that slug and headline stand in the index in."""
_READ = 2_000
"""Hits that are gathered in the time of reading a page's fifty texts: 0.4 us a hit, 15 us a text."""
_LAST = text("SELECT coalesce(max(number), 0) FROM stories")
_MOST = 0.4
"""A word of more than this part of all stories is looked for story by story."""


class How(StrEnum):
    """How the queue gets at the stories that hold the words."""

    ANY = "no words are sought"
    FEW = "the hits are gathered, and sorted afterwards"
    PROBED = "many stories are hits: the queue is walked, with a look into the text or the index a story"
    GATHERED = "the hits are gathered, then the queue is walked"
    AT_SERVER = "as with few, by a server's own indexes"


@dataclass(frozen=True, slots=True)
class Held:
    """Which words are sought, and how: `condition` has them as the parameter `words`, so that a query can be kept."""

    how: How
    words: str = ""
    share: float = 1.0
    """The part of all stories that are hits, roughly."""
    texts: tuple[Word, ...] = ()
    """The words, where they are looked for in the texts themselves."""
    is_cheap: bool = True
    """Whether the index says quickly of one story whether it holds them."""
    shortened: bool = False
    """Whether `share` is that of a shorter beginning than is sought, which may be far too large."""
    common: Common = NONE_COMMON
    """At a server, the words that so many texts hold that they are looked for along the queue."""

    def condition(self, number: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
        """Return the condition on stories with this number, nothing where all of them are wanted."""
        if self.how is How.AT_SERVER:
            return gathered(self.words, self.common.words, number)
        return (number.in_(self.hits()),) if self.how in (How.FEW, How.GATHERED) else ()

    def hits(self) -> Select[tuple[int]]:
        """Return the query for the numbers of all stories that hold the words, in a file."""
        return select(_index.c.rowid).where(_index.c.story_index.op("MATCH")(bindparam("words", type_=Text)))


def held(sought: str, connection: Connection, *, full_text: bool, page: bool = False) -> Held:
    """Return what is sought, and the quickest way to it; `page` says that only the first hits are wanted, not all."""
    sought = folded(UNFIT.sub(" ", sought))
    if not full_text:
        return _held_at_server(sought, connection, page=page)
    asked = words_sought(sought)
    if not asked:
        return Held(How.ANY)
    words, shorter = matching(asked), _shorter(asked)
    count, furthest = connection.execute(_FIRST_HITS, {"words": matching(shorter), "most": _RARE + 1}).one()
    if count <= _RARE:
        return Held(How.FEW, words)
    share = min(1.0, count / furthest)  # hits come in the order of the stories' numbers, which have no gaps
    stories = connection.execute(_LAST).scalar_one()
    if page and readable(asked) and _READ / share < share * stories:
        cheap = _is_cheap_to_probe(sought)
        return Held(How.PROBED, words, share, texts=tuple(asked), is_cheap=cheap, shortened=shorter != asked)
    if page and share > _MOST and _is_cheap_to_probe(sought):
        return Held(How.PROBED, words, share)
    return Held(gathering(words, connection) if shorter != asked else How.GATHERED, words, share)


def gathering(words: str, connection: Connection) -> How:
    """Return how to gather the hits of longer beginnings than the index keeps, of which a shorter one has many."""
    count, _ = connection.execute(_FIRST_HITS, {"words": words, "most": _RARE + 1}).one()
    return How.FEW if count <= _RARE else How.GATHERED


def _shorter(asked: Sequence[Word]) -> list[Word]:
    """Return the words with the last, where it is only begun, as short as the index keeps beginnings.

    It takes FTS5 all entries of a longer one to say how many there are, which are no more than those of the shorter.
    """
    *before, (words, begun) = asked
    cut = begun and " " not in words and len(words) > _KEPT_BEGINNINGS
    return [*before, (words[:_KEPT_BEGINNINGS] if cut else words, begun)]


def _held_at_server(sought: str, connection: Connection, *, page: bool) -> Held:
    if not has_word(sought):
        return Held(How.ANY)
    common = common_words(sought, connection) if page else Common(others=True)
    return Held(How.AT_SERVER if common.others else How.ANY, sought, common.share, common=common)


def probed(connection: Connection, words: str, numbers: Sequence[int]) -> set[int]:
    """Return which of these stories are hits: 0.1 ms each, where gathering all hits takes 30 ms for 100,000 of them."""
    if not numbers:
        return set()
    return set(connection.execute(_PROBE, {"words": words, "numbers": list(numbers)}).scalars())


def _is_cheap_to_probe(sought: str) -> bool:
    """Return whether one look into the index answers for one story: one word, or the beginning of one that it keeps."""
    (words, begun), *others = words_sought(sought)
    return not others and " " not in words and (not begun or len(words) <= _KEPT_BEGINNINGS)


def unindexed(name: str) -> Any:
    """Return a column of stories that SQLite must not take from an index: it sorts the few rows found instead."""
    return literal_column(f"+stories.{name}")


def matching(asked: Sequence[Word]) -> str:
    """Return the FTS5 query for these words, all of them; nothing in them is taken for an operator."""
    return " AND ".join(_held_by_a_story(words, begun) for words, begun in asked)


def _held_by_a_story(words: str, begun: bool) -> str:
    star = " *" if begun else ""
    if " " not in words and (len(words) == _PIECE or (begun and len(words) < _PIECE)):
        return f'"{words}"{star}'  # the same for text and pieces: asked once, two letters take a third of the time
    return f'(body : "{words}"{star} OR {{slug headline}} : {_side_by_side(words.split())})'


def _side_by_side(words: Sequence[str]) -> str:
    """Return the phrase for letters that stand side by side in slug or headline: the pieces that the index has there.

    The first word may end one that stands there, and the last one begin one: so much of their pieces is left away.
    """
    whole = [[f"  {word}  "[at : at + _PIECE].strip() for at in range(len(word) + 2)] for word in words]
    whole[0] = whole[0][2:]
    whole[-1] = whole[-1][:-2]
    pieces = [piece for each in whole for piece in each]
    return f'"{" ".join(pieces)}"' if pieces else f'"{words[0]}" *'
