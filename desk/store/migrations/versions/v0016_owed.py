"""What is owed to a text that was emptied stands in the database; a server finds two parts of a slug along an index.

A restart forgets nothing of the former. Of “ug-7” the index had “ug” and “7” alone, which four of ten slugs may hold.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

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


def upgrade() -> None:
    """Add the table, and on a server make the index of slugs and headlines anew, with one space for all signs."""
    op.create_table(
        "owed", sa.Column("what", sa.String(64), nullable=False), sa.PrimaryKeyConstraint("what", name="pk_owed")
    )
    if op.get_context().dialect.name == "sqlite":  # what could not be written anew until now is nowhere said
        op.execute(
            "INSERT INTO owed (what) SELECT 'anew' WHERE EXISTS (SELECT 1 FROM desk_entries WHERE done = "
            "'text-emptied') OR EXISTS (SELECT 1 FROM strand_entries WHERE story = '' AND entry LIKE '%text-emptied%')"
        )
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP INDEX ix_stories_grams")
        # No function in it calls another one of ours: whoever restores a dump has no path on which it would be found.
        op.execute(
            "CREATE INDEX ix_stories_grams ON stories USING gin (copydesk_grams(regexp_replace(copydesk_folded("
            f"left(slug, 1000) || ' ' || left(headline, 1000)), {_SIGNS}, ' ', 'g'), 1))"
        )
        op.execute("ANALYZE stories")
        _part_texts_in_c()


def _part_texts_in_c() -> None:
    """Make the index of texts anew where its locale knows no letters but those of ASCII: “mayor’s” was one word."""
    op.execute(f"""
        DO $do$ BEGIN
            IF 'é' !~ '[[:alnum:]]' THEN
                CREATE OR REPLACE FUNCTION copydesk_parted(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT
                PARALLEL SAFE AS $$ SELECT regexp_replace(copydesk_folded(words), {_SIGNS}, ' ', 'g') $$;
                REINDEX INDEX ix_texts_words;
                ANALYZE texts;
            END IF;
        END $do$
    """)
