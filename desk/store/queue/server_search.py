"""Searching at a server: words of texts by its own index, and parts of words of slug and headline by their letters.

A word is found in a text as SQLite finds it, and in slug and headline wherever its letters stand side by side. Both
have an index (migrations 0003, 0015 and 0016): 100,000 stories read one by one took 90 ms.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    and_,
    any_,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
    text,
    union_all,
)

from desk.store.database import tables
from desk.store.queue.sought import Word, words_sought

_stories, _texts = tables.stories, tables.texts
_MOST_GATHERED = 0.02
"""The part of all texts up to which a server gathers the hits: 2,000 of 100,000 take it 20 ms."""
_MOST_NAMED = 0.15
"""The same of slugs and headlines: 11,000 of 100,000 take 43 ms, to look for two parts of one along the list 190."""
_NEARLY_ALL = 0.5
"""The part of all stories from which on it is quicker to read some texts than what the index has of a word."""
_TEXTS_AT_ONCE = 60
"""Of 0.2 ms each; nearly a page's fifty hold a word of nearly all."""
_LEAST = 0.01
"""The part of all stories down to which the first walk along the queue is made longer."""
_MOST: ColumnElement[int] = literal_column("1000")
"""Letters of a slug or a headline that are looked at, here as in a file."""
_BEYOND_ASCII = (
    r"\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2116\u2120\u2122"
    r"\u2190-\u245f\u2500-\u2775\u2794-\u2bff\u2e00-\u2e2e\u2e30-\u2e7f\u3000-\u3004\u3008-\u3020\uff01-\uff0f\uff1a-\uff20"
    r"\uff3b-\uff40\uff5b-\uff65\U0001f300-\U0001faff"
)
"""Signs where the locale of a server knows no letters but those of ASCII (C): dashes, curly quotes, spaces, arrows."""
_SIGNS = (
    "CASE WHEN 'é' ~ '[[:alnum:]]' THEN '[^[:alnum:]]+' "
    rf"ELSE '([^[:alnum:]\u0080-\U0010ffff]|[{_BEYOND_ASCII}])+' END"
)
"""What stands between words; in the index of slugs and headlines one space stands for all of it (migration 0016)."""
_NAMES = f"copydesk_folded(left(slug, 1000) || ' ' || left(headline, 1000)), {_SIGNS}, ' ', 'g'"
_GRAMS = f"copydesk_grams(regexp_replace({_NAMES}), 1)"
_EXPECTED = tuple(
    text(f"EXPLAIN (FORMAT JSON) SELECT 1 FROM {what}")
    for what in (
        "texts WHERE copydesk_words(body) @@ "
        "CAST(NULLIF(CAST(phraseto_tsquery(CAST('simple' AS regconfig), CAST(:words AS text)) AS text), '') "
        "|| CAST(:mark AS text) AS tsquery)",  # “¹” alone is no word to a server
        "texts",
        f"stories WHERE {_GRAMS} @> CAST(:grams AS text[])",
        "stories",
    )
)
"""What a server is asked for how many texts hold some words, of how many; then of slugs and headlines the same."""


@dataclass(frozen=True, slots=True)
class Common:
    """Words that so many stories hold that they are looked for some hundred stories at a time; the rest is gathered."""

    words: tuple[Word, ...] = ()
    """The rarest first."""
    share: float = 1.0
    """The part of all stories that hold them, roughly."""
    others: bool = False
    """Whether other words are sought besides."""
    nearly_all: frozenset[Word] = frozenset()
    """Those of the words that more than half of the stories hold."""


NONE_COMMON = Common()


def common_words(sought: str, connection: Connection) -> Common:
    """Return which words and phrases are common; the server says so by its statistics, in a millisecond each."""
    shares = {word: _shares(connection, *word) for word in words_sought(sought)}
    common = {
        word: max(in_texts, in_names)
        for word, (in_texts, in_names) in shares.items()
        if in_texts > _MOST_GATHERED or in_names > _MOST_NAMED
    }
    share = max(math.prod(common.values()), _LEAST)
    nearly_all = frozenset(word for word, part in common.items() if part > _NEARLY_ALL)
    return Common(tuple(sorted(common, key=common.__getitem__)), share, len(common) < len(shares), nearly_all)


def _shares(connection: Connection, words: str, begun: bool) -> tuple[float, float]:
    """Return the parts of all texts, and of all slugs and headlines, that a server thinks hold the words.

    0.0 where it knows nothing of them yet.
    """
    asked = {"words": words, "mark": ":*" if begun else "", "grams": _grams(words)}
    texts, all_texts, named, all_ = (
        float(connection.execute(query, asked).scalar_one()[0]["Plan"]["Plan Rows"]) for query in _EXPECTED
    )
    return texts / all_texts if all_texts else 0.0, named / all_ if all_ else 0.0


def _grams(words: str) -> list[str]:
    """Return what the index of slugs and headlines has of these words side by side: three signs each, or all of them.

    Whatever stands between words there is one space in it.
    """
    low = words.lower()
    return sorted({low[at : at + 3] for at in range(max(1, len(low) - 2))})


def gathered(sought: str, common: Collection[Word], number: ColumnElement[Any]) -> tuple[ColumnElement[bool], ...]:
    """Return a condition on the number of a story for each word or phrase that is not common."""
    return tuple(number.in_(_gathered(*word)) for word in words_sought(sought) if word not in common)


def looked_at(connection: Connection, common: Common, numbers: Sequence[int], most: int) -> list[int]:
    """Return the first `most` of these stories that hold the common words, one word after the other.

    Of 500 stories it takes 12 ms for a word of a quarter, where each by itself took 0.2 ms. A word that nearly all hold
    is looked for in one text after the other: its entries in the index alone take 40 ms.
    """
    left = list(numbers)
    for word in common.words:
        if word not in common.nearly_all:
            there = set(connection.execute(_looked_at(*word), {"numbers": left}).scalars())
            left = [number for number in left if number in there]
    hits: list[int] = []
    for at in range(0, len(left), _TEXTS_AT_ONCE):
        part = left[at : at + _TEXTS_AT_ONCE]
        for word in sorted(common.nearly_all):
            there = set(connection.execute(_read_through(*word), {"numbers": part}).scalars())
            part = [number for number in part if number in there]
        hits += part
        if len(hits) >= most:
            break
    return hits[:most]


@lru_cache(maxsize=64)
def _looked_at(words: str, begun: bool) -> Select[Any]:
    these, inner = bindparam("numbers", type_=ARRAY(Integer)), _stories.alias()
    # Given all digests at once the server takes the texts from both indexes, and makes no words anew.
    shas = func.array(select(inner.c.sha256).where(inner.c.number == any_(these)).scalar_subquery())
    hits = select(_texts.c.sha256).where(_texts.c.sha256 == any_(shas), _in_text(words, begun))
    wanted = or_(_named(_stories, words), _stories.c.sha256.in_(hits))
    return select(_stories.c.number).where(_stories.c.number == any_(these), wanted)


@lru_cache(maxsize=64)
def _read_through(words: str, begun: bool) -> Select[Any]:
    these = bindparam("numbers", type_=ARRAY(Integer))
    here = select(_texts.c.sha256).where(_texts.c.sha256 == _stories.c.sha256, _in_text(words, begun, indexed=False))
    wanted = or_(_named(_stories, words), here.exists())
    return select(_stories.c.number).where(_stories.c.number == any_(these), wanted)


def _gathered(words: str, begun: bool) -> Any:
    """Return the query for the numbers of all stories that hold the words, each part along an index."""
    by_name, by_text = _stories.alias(), _stories.alias()
    slug, headline = func.left(by_name.c.slug, _MOST, type_=Text), func.left(by_name.c.headline, _MOST, type_=Text)
    one_space: tuple[ColumnElement[str], ...] = (literal_column(_SIGNS), literal_column("' '"), literal_column("'g'"))
    names = func.regexp_replace(func.copydesk_folded(slug + literal_column("' '") + headline), *one_space)
    grams = func.copydesk_grams(names, literal_column("1"))
    named = select(by_name.c.number).where(
        and_(grams.op("@>")(cast(_grams(words), ARRAY(Text))), _named(by_name, words))
    )
    in_texts = select(by_text.c.number).join(_texts, _texts.c.sha256 == by_text.c.sha256).where(_in_text(words, begun))
    return union_all(named, in_texts)


def _named(stories: Any, words: str) -> ColumnElement[bool]:
    """Return the condition that slug or headline have the words side by side, in capitals or not, within words too."""
    pattern = "[^[:alnum:]]+".join(words.split())
    names = (func.copydesk_folded(func.left(column, _MOST)) for column in (stories.c.slug, stories.c.headline))
    return or_(*(name.regexp_match(pattern, flags="i") for name in names))


def _in_text(words: str, begun: bool, *, indexed: bool = True) -> ColumnElement[bool]:
    """Return the condition on a text of PostgreSQL (migration 0015): the words side by side, the last maybe begun.

    Without `indexed` it stands in a form that the index of texts does not answer.
    """
    from sqlalchemy.dialects.postgresql import TSQUERY  # 3 MB that a laptop needs not

    whole = func.phraseto_tsquery(literal_column("'simple'::regconfig"), words)
    last = cast(func.concat(cast(whole, Text), ":*"), TSQUERY)
    query = case((func.numnode(whole) == 0, whole), else_=last) if begun else whole  # "²" alone is no word to a server
    body: Any = _texts.c.body if indexed else literal_column("(texts.body || CAST('' AS bytea))")
    return func.copydesk_words(body).op("@@")(query)
