"""The queue knows who took a story in hand apart, and a server finds parts of slugs and headlines along an index."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add a column with its index, and on a server two for searching; who took what apart is counted as it comes in."""
    op.add_column("stories", sa.Column("hands_too", sa.Text(), nullable=False, server_default=""))
    shared = sa.text("hands_too <> ''")
    op.create_index("ix_stories_hands_too", "stories", ["due", "number"], sqlite_where=shared, postgresql_where=shared)
    if op.get_context().dialect.name == "postgresql":
        op.alter_column("stories", "hands_too", server_default=None)
        _search_on_a_server()


def _search_on_a_server() -> None:
    """Make an index of all that stands side by side in slug and headline, up to three letters, in small ones."""
    op.execute("""
        CREATE FUNCTION copydesk_grams(words text, shortest integer) RETURNS text[]
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT coalesce(array_agg(DISTINCT substr(low, at, size)), '{}')
            FROM (SELECT lower(words) AS low) AS small,
                generate_series(shortest, 3) AS size, generate_series(1, length(low) - size + 1) AS at
        $$
    """)
    op.execute("CREATE INDEX ix_stories_grams ON stories USING gin (copydesk_grams(slug || ' ' || headline, 1))")
    op.create_index("ix_stories_text", "stories", ["sha256"])
    # To make the words of a text takes 0.2 ms; a server that thought it cheap made those of 400 texts anew, whose
    # number it cannot guess, rather than ask its index: 75 ms instead of 12.
    op.execute("ALTER FUNCTION copydesk_words(bytea) COST 100000")
