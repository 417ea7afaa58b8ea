"""Stories of one person by their last change along an index, and searches that answer alike in a file and on a server.

Letters within words of slug and headline are found in both, and accents count in neither.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_INDEXES = {
    "ix_stories_state": ("state", "changed", "number", "section", "hands"),
    "ix_stories_section": ("section", "changed", "number", "state"),
    "ix_stories_hands_changed": ("hands", "changed", "number", "state", "section"),
    "ix_stories_owner_changed": ("owner_id", "changed", "number", "state", "section", "hands"),
}
_MARKS = "768 AND 879"
"""Accents that stand behind their letter, as file names of some systems have them: no letter of their own here."""
_MOST = 1000
"""Letters of a slug or a headline that are looked at: what they are made into takes time by the square of them."""


def upgrade() -> None:
    """Make the indexes of the list, and the index of words anew."""
    for name in ("ix_stories_state", "ix_stories_section"):
        op.drop_index(name, table_name="stories")
    for name, columns in _INDEXES.items():
        op.create_index(name, "stories", list(columns), unique=False)
    shared = sa.text("hands_too <> ''")
    names = ["changed", "number"]
    op.create_index("ix_stories_hands_too_changed", "stories", names, sqlite_where=shared, postgresql_where=shared)
    if op.get_context().dialect.name == "sqlite":
        _in_a_file()
    else:
        _on_a_server()


def _grams(words: str) -> str:
    """Return the SQL for what stands side by side in words, three signs at a time, from every place.

    FTS5 takes letters alone for words and leaves accents away, so a word of n letters is there as its first letter,
    its first two, all three that follow each other, its last two and its last one, in this order, whatever stands
    around it.
    """
    begun, sign = f"substr({words}, 1, {_MOST})", f"substr({words}, at, 1)"
    bare = f"(SELECT group_concat({sign}, '') FROM s WHERE unicode({sign}) NOT BETWEEN {_MARKS})"
    return (
        f"(WITH RECURSIVE s(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM s WHERE at < length({begun})), "
        f"w(all_of) AS (SELECT '--' || coalesce({bare}, '') || '--'), n(at) AS (SELECT 1 UNION ALL SELECT at + 1 "
        "FROM n, w WHERE at < length(all_of) - 2) SELECT group_concat(substr(all_of, at, 3), ' ') FROM n, w)"
    )


def _in_a_file() -> None:
    for sort, name in (
        ("TRIGGER", "story_index_insert"),
        ("TRIGGER", "story_index_update"),
        ("VIEW", "story_words"),
        ("TABLE", "story_index"),
    ):
        op.execute(f"DROP {sort} {name}")
    op.execute(
        f"CREATE VIEW story_words AS SELECT stories.number, {_grams('slug')} AS slug, {_grams('headline')} "
        "AS headline, CAST(body AS TEXT) AS body FROM stories JOIN texts USING (sha256)"
    )
    op.execute("""
        CREATE VIRTUAL TABLE story_index USING fts5(
            slug, headline, body, content = 'story_words', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4'
        )
    """)
    if not op.get_context().opts.get("filled_later"):
        op.execute("INSERT INTO story_index (story_index) VALUES ('rebuild')")
    body = "(SELECT CAST(body AS TEXT) FROM texts WHERE sha256 = {0}.sha256)"
    values = "{0}.number, " + f"{_grams('{0}.slug')}, {_grams('{0}.headline')}, {body}"
    put = f"INSERT INTO story_index (rowid, slug, headline, body) VALUES ({values.format('new')});"
    take = (
        f"INSERT INTO story_index (story_index, rowid, slug, headline, body) VALUES ('delete', {values.format('old')});"
    )
    op.execute(f"CREATE TRIGGER story_index_insert AFTER INSERT ON stories BEGIN {put} END")
    op.execute(
        "CREATE TRIGGER story_index_update AFTER UPDATE OF slug, headline, sha256 ON stories WHEN old.slug <> new.slug "
        f"OR old.headline <> new.headline OR old.sha256 <> new.sha256 BEGIN {take} {put} END"
    )


def _on_a_server() -> None:
    # Accents of Latin letters alone, as FTS5 does: “й” and “ά” are letters of their own. The server puts the function
    # into each question itself, a quarter of the time of a call, unless it is STRICT or asks what may change.
    op.execute(r"""
        DO $do$ BEGIN
            IF getdatabaseencoding() = 'UTF8' THEN
                CREATE FUNCTION copydesk_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
                    SELECT CASE WHEN octet_length(words) = length(words) THEN lower(words) ELSE lower(normalize(
                        regexp_replace(normalize(words, NFD), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), NFC)) END
                $$;
            ELSE
                CREATE FUNCTION copydesk_folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
                    'SELECT lower(words)';
            END IF;
        END $do$
    """)
    # Signs part words, as in FTS5: what the parser takes for an address or a number with a sign is no word of its own.
    op.execute(r"""
        CREATE FUNCTION copydesk_parted(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT regexp_replace(copydesk_folded(words), CASE WHEN 'é' ~ '[[:alnum:]]' THEN '[^[:alnum:]]+'
                ELSE '[^[:alnum:]\u0080-\U0010ffff]+' END, ' ', 'g')
        $$
    """)
    # Whoever restores a dump or analyses a table as newer servers do has no path on which our functions would be found.
    op.execute("""
        CREATE OR REPLACE FUNCTION copydesk_words(body bytea) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT
        COST 100000 SET search_path FROM CURRENT AS $$
        BEGIN
            RETURN to_tsvector('simple', copydesk_parted(left(convert_from(body, 'UTF8'), 300000)));
        EXCEPTION WHEN OTHERS THEN
            RETURN to_tsvector('simple', copydesk_parted(left(encode(body, 'escape'), 300000)));
        END $$
    """)
    op.execute("REINDEX INDEX ix_texts_words")
    op.execute("DROP INDEX ix_stories_grams")
    op.execute(
        "CREATE INDEX ix_stories_grams ON stories USING gin "
        f"(copydesk_grams(copydesk_folded(left(slug, {_MOST}) || ' ' || left(headline, {_MOST})), 1))"
    )
    op.execute("ANALYZE stories")
    op.execute("ANALYZE texts")
