"""The queue by deadline: one key for its order, indexes that answer each filter alone, and begun words in the index."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

DUE = "coalesce(deadline, 4611686018427387904 - changed)"
"""Microseconds of the deadline; stories without one follow, the last changed first (2^62 is in the year 148,108)."""

INDEXES = {
    "ix_stories_due": ("due", "number", "state", "section"),
    "ix_stories_state_due": ("state", "due", "number", "section", "hands"),
    "ix_stories_section_due": ("section", "due", "number", "state"),
    "ix_stories_hands": ("hands", "due", "number", "state", "section"),
    "ix_stories_owner": ("owner", "due", "number", "state", "section", "hands"),
}
_SUPERSEDED = ("ix_stories_deadline", "ix_stories_state_deadline", "ix_stories_hands")


def upgrade() -> None:
    """Add the key, change the indexes, and in SQLite make the full-text index anew."""
    kept = op.get_context().dialect.name == "postgresql" or None  # SQLite cannot add a column that is kept
    op.add_column("stories", sa.Column("due", sa.BigInteger(), sa.Computed(DUE, persisted=kept)))
    for name in _SUPERSEDED:
        op.drop_index(name, table_name="stories")
    for name, columns in INDEXES.items():
        op.create_index(name, "stories", list(columns), unique=False)
    if op.get_context().dialect.name == "sqlite":
        _index_begun_words()


def _index_begun_words() -> None:
    """Make the index once more, so that two to four typed letters of a word are found as fast as the whole one."""
    op.execute("DROP TABLE story_index")
    op.execute("""
        CREATE VIRTUAL TABLE story_index USING fts5(
            slug, headline, body, content = 'story_words', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
        )
    """)
    if not op.get_context().opts.get("filled_later"):
        op.execute("INSERT INTO story_index (story_index) VALUES ('rebuild')")
