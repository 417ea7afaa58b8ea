"""The name book with its proposals, and the full-text index of stories, filled from what is there."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_IN_FORCE = sa.text("withdrawn IS NULL")
_WORDS = "(SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = {0}.sha256)"
_PUT = f"""
    INSERT INTO story_index (rowid, slug, headline, body)
    VALUES (new.number, new.slug, new.headline, {_WORDS.format("new")});
"""
_TAKE = f"""
    INSERT INTO story_index (story_index, rowid, slug, headline, body)
    VALUES ('delete', old.number, old.slug, old.headline, {_WORDS.format("old")});
"""


def upgrade() -> None:
    """Make the tables, and in SQLite the index."""
    _name_book()
    _name_proposals()
    if op.get_context().dialect.name == "sqlite":
        _index()


def _name_book() -> None:
    op.create_table(
        "name_book",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.Column("variants", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("sought", sa.Text(), nullable=False),
        sa.Column("keeper", sa.Text(), nullable=False),
        sa.Column("agreed", sa.BigInteger(), nullable=False),
        sa.Column("withdrawn_by", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_name_book")),
        sa.UniqueConstraint("id", name=op.f("uq_name_book_id")),
    )
    op.create_index(
        "ix_name_book_key",
        "name_book",
        ["key", "kind"],
        unique=True,
        sqlite_where=_IN_FORCE,
        postgresql_where=_IN_FORCE,
    )


def _name_proposals() -> None:
    op.create_table(
        "name_proposals",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("spelling", sa.Text(), nullable=False),
        sa.Column("variants", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("stories", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(length=64), nullable=False),
        sa.Column("keeper", sa.Text(), nullable=False),
        sa.Column("decided", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_name_proposals")),
        sa.UniqueConstraint("id", name=op.f("uq_name_proposals_id")),
        sa.UniqueConstraint("key", "kind", name=op.f("uq_name_proposals_key")),
    )


def _index() -> None:
    op.execute("""
        CREATE VIEW story_words AS
        SELECT stories.number, slug, headline, CAST(body AS TEXT) AS body FROM stories JOIN texts USING (sha256)
    """)
    op.execute("""
        CREATE VIRTUAL TABLE story_index USING fts5(
            slug, headline, body,
            content = 'story_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
        )
    """)
    if not op.get_context().opts.get("filled_later"):
        op.execute("INSERT INTO story_index (story_index) VALUES ('rebuild')")
    op.execute(f"CREATE TRIGGER story_index_insert AFTER INSERT ON stories BEGIN {_PUT} END")
    op.execute(f"""
        CREATE TRIGGER story_index_update AFTER UPDATE OF slug, headline, sha256 ON stories
        WHEN old.slug <> new.slug OR old.headline <> new.headline OR old.sha256 <> new.sha256
        BEGIN {_TAKE} {_PUT} END
    """)
