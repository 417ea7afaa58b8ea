"""The index of words keeps beginnings of two and three letters and counts no words: two fifths smaller.

Every save writes it too. A beginning of four letters is put together from its words, as longer ones were before.
"""

import itertools
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_MOST = 1000
"""Letters of a slug or a headline that are looked at."""
_GATHERED = 32 << 20
"""Bytes of the index that are put together in memory while it is filled; a thirty-second of that by default."""


def upgrade() -> None:
    """Make the index of a file anew."""
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE story_index")
        op.execute("""
            CREATE VIRTUAL TABLE story_index USING fts5(
                slug, headline, body, content = 'story_words', content_rowid = 'number', columnsize = 0,
                tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
            )
        """)
        _fill()


def _fill() -> None:
    """Put all stories into the index, in their order; the same as its `rebuild`, in half the time.

    To cut words in three by SQL took 3 s of 10,000 stories' 7, and so much memory spares the index of laying pieces of
    itself together: 1 s.
    """
    file: Any = op.get_bind().connection.driver_connection
    counted, count = op.get_context().opts["counted"], itertools.count(1)
    whole = op.get_bind().execute(sa.text("SELECT count(*) FROM stories")).scalar_one()

    def next_in_threes(slug: str) -> str:
        counted(next(count), whole)
        return _in_threes(slug)

    file.create_function("copydesk_in_threes", 1, _in_threes, deterministic=True)
    file.create_function("copydesk_next_in_threes", 1, next_in_threes)
    op.execute(f"INSERT INTO story_index (story_index, rank) VALUES ('hashsize', {_GATHERED})")
    op.execute(
        "INSERT INTO story_index (rowid, slug, headline, body) SELECT stories.number, copydesk_next_in_threes(slug), "
        "copydesk_in_threes(headline), CAST(body AS TEXT) FROM stories JOIN texts USING (sha256) ORDER BY number"
    )
    op.execute("DELETE FROM story_index_config WHERE k = 'hashsize'")
    file.create_function("copydesk_in_threes", 1, None)
    file.create_function("copydesk_next_in_threes", 1, None)


def _in_threes(words: str) -> str:
    """Return what stands side by side in words, as the triggers put it there (migration 0015)."""
    begun = words[:_MOST]
    bare = begun if begun.isascii() else "".join(sign for sign in begun if not 768 <= ord(sign) <= 879)
    all_of = f"--{bare}--"
    return " ".join(map("".join, zip(all_of, all_of[1:], all_of[2:], strict=False)))
